import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, date } from '../../kernel/dates.ts'
import { byUrgency, meetingsAhead } from './task.ts'
import type { Task } from '../../house/task.ts'

const today = date('2026-11-26')
const task = (by: string | null, child: string | null = 'A', what = 'Book'): Task => ({
  what,
  href: '/x',
  child,
  by: by === null ? null : date(by),
  note: '',
})
const shown = (tasks: readonly Task[]) => tasks.map(({ by, child }) => `${by?.toString() ?? 'soon'} ${child ?? '-'}`)

describe('a person’s tasks', () => {
  test('are parted by when they must be done, each part in order', () => {
    const {
      overdue,
      today: now,
      thisWeek,
      waiting,
    } = byUrgency(
      [
        task('2026-12-03'),
        task('2026-11-26', 'B'),
        task('2026-11-26', 'A'),
        task('2026-11-27'),
        task('2026-11-25'),
        task('2026-10-01'),
        task(null),
        task('2026-12-04'),
      ],
      today,
    )
    assert.deepEqual(shown(overdue), ['2026-10-01 A', '2026-11-25 A'])
    assert.deepEqual(shown(now), ['2026-11-26 A', '2026-11-26 B'])
    assert.deepEqual(shown(thisWeek), ['2026-11-27 A', '2026-12-03 A'])
    assert.deepEqual(shown(waiting), ['soon A'])
  })

  test('stand by day whatever stands among them: a task without a day or a child changes nothing', () => {
    const days = fc.array(
      fc.tuple(fc.option(fc.integer({ min: 1, max: 7 })), fc.option(fc.constantFrom('A', 'B', 'C'))),
    )
    fc.assert(
      fc.property(days, (offsets) => {
        const tasks = offsets.map(([days, child]) => ({ ...task(null, child), by: days === null ? null : addDays(today, days) })) // prettier-ignore
        const found = byUrgency(tasks, today).thisWeek.map(({ by }) => by?.toString() ?? '')
        assert.deepEqual(found, found.toSorted())
      }),
    )
  })

  test('each is in one part, unless it is more than a week off', () => {
    const days = fc.option(fc.integer({ min: -400, max: 400 }))
    fc.assert(
      fc.property(fc.array(days), (offsets) => {
        const tasks = offsets.map((offset) => ({ ...task(null), by: offset === null ? null : addDays(today, offset) }))
        const { overdue, today: now, thisWeek, waiting } = byUrgency(tasks, today)
        const near = offsets.filter((offset) => offset === null || offset <= 7).length
        assert.equal(overdue.length + now.length + thisWeek.length + waiting.length, near)
      }),
    )
  })
})

test('the meetings ahead are those of today and the week after it, in order of time', () => {
  const meeting = (on: string, startsAt: string | null) => ({
    on: date(on),
    startsAt,
    child: 'A',
    about: '',
    href: '/x',
    where: '',
  })
  const ahead = meetingsAhead(
    [
      meeting('2026-11-27', '09:00'),
      meeting('2026-11-26', '14:00'),
      meeting('2026-11-26', '10:00'),
      meeting('2026-11-25', '10:00'),
      meeting('2026-12-04', null),
      meeting('2026-12-03', null),
    ],
    today,
  )
  assert.deepEqual(
    ahead.map(({ on, startsAt }) => `${on.toString()} ${startsAt ?? ''}`),
    ['2026-11-26 10:00', '2026-11-26 14:00', '2026-11-27 09:00', '2026-12-03 '],
  )

  test('what is due later and to be started now stands apart', () => {
    const started = { ...task('2026-12-15', 'C'), startOn: date('2026-11-20') }
    const early = { ...task('2027-01-15', 'D'), startOn: date('2026-12-04') }
    const { toStart, thisWeek } = byUrgency([started, early, task('2026-12-16')], today)
    assert.deepEqual(shown(toStart), ['2026-12-15 C'])
    assert.deepEqual(thisWeek, [])
  })
})
