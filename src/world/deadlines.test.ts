import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { holidays } from '../../test/support/holidays.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import { type Clock, type ClockRun, deadlineKind } from '../clocks/clock.ts'
import type { ClockSource, RoomClocks } from '../clocks/source.ts'
import { date } from '../kernel/dates.ts'
import { noRows } from '../registers/register.ts'
import { defaultSettings } from '../settings/settings.ts'
import { clockRunsOf, joinClocks, knownTo, openDeadlines, openDeadlinesOf } from './deadlines.ts'
import type { Known, WorldOf } from './world.ts'

type World = WorldOf<Known, null>
const kind = deadlineKind({ id: 'plan', words: 'Plans' })

const clock = (id: string, title = id): Clock => ({
  id,
  kind,
  title,
  limit: { amount: 10, unit: 'calendar_days' },
  rule: 'within 10 days',
  source: 'a rule',
  confidence: 'certain',
})

const startOf = (asked: Clock, child: string, on: string): ClockRun => ({
  clock: asked,
  child,
  startedBy: { what: 'the start', on: date(on) },
  notBefore: null,
  satisfiedBy: null,
  endedBy: null,
  isSatisfactionRecorded: true,
  notes: [],
})

/** A source with one start for each of these children. */
const source = (place: number, asked: Clock, on: string, children: readonly string[]): ClockSource<World> => ({
  place,
  runsOf: (_world, child) => (children.includes(child) ? [startOf(asked, child, on)] : []),
})

/** A world of two children on 31 March 2023, with the clocks of these rooms. */
const worldWith = (...rooms: RoomClocks<World>[]): World => ({
  year: reportingYear(2022),
  asAt: date('2023-03-31'),
  snapshotOn: date('2023-03-31'),
  histories: ['A', 'B'].map((child) => ({ record: { child } })),
  coverage: [],
  registers: noRows,
  settings: defaultSettings,
  holidays,
  clocks: joinClocks(rooms),
})

const shown = (world: World) => openDeadlines(world).map(({ child, clock: { id }, state }) => `${child} ${id} ${state}`)

describe('the clocks of rooms together', () => {
  test('are due in order of day, child and clock', () => {
    const world = worldWith(
      { sources: [source(1, clock('LATER'), '2023-03-25', ['A'])] },
      { sources: [source(2, clock('Z'), '2023-03-24', ['A', 'B']), source(2, clock('C'), '2023-03-24', ['A'])] },
    )
    assert.deepEqual(shown(world), ['A C running', 'A Z running', 'B Z running', 'A LATER running'])
  })

  test('of one child stand in the places that rooms give them, whatever the order of the rooms', () => {
    const [first, second] = [source(1, clock('Z'), '2023-03-24', ['A']), source(2, clock('C'), '2023-03-24', ['A'])]
    for (const rooms of [
      [{ sources: [first] }, { sources: [second] }],
      [{ sources: [second] }, { sources: [first] }],
    ]) {
      const ids = openDeadlinesOf(worldWith(...rooms), 'A').map((deadline) => deadline.clock.id)
      assert.deepEqual(ids, ['Z', 'C'])
    }
  })

  test('are due of someone, too, of whom no history tells', () => {
    const also = { ...source(1, clock('C'), '2023-03-24', ['LEAVER']), alsoOf: () => ['LEAVER'] }
    assert.deepEqual(shown(worldWith({ sources: [also] })), ['LEAVER C running'])
  })

  test('are met by what another room knows of them', () => {
    const asking = { sources: [source(1, clock('C'), '2023-03-01', ['A', 'B'])] }
    const knowing: RoomClocks<World> = {
      answerOf: (_world, child) => (run) =>
        child === 'A' && run.clock.id === 'C'
          ? { ...run, satisfiedBy: { what: 'a note', on: date('2023-03-09') } }
          : run,
    }
    assert.deepEqual(shown(worldWith(asking)), ['A C overdue', 'B C overdue'])
    const world = worldWith(asking, knowing)
    assert.deepEqual(shown(world), ['B C overdue'])
    assert.equal(clockRunsOf(world, 'A')[0]?.satisfiedBy?.what, 'a note')
  })

  test('are overdue as far as any room tells of what was done', () => {
    const asking = { sources: [source(1, clock('C'), '2023-03-01', ['A'])] }
    const telling = (day: string): RoomClocks<World> => ({ toldUpTo: () => date(day) })
    assert.equal(knownTo(worldWith(asking)).toString(), '2023-03-31')
    assert.deepEqual(shown(worldWith(asking, telling('2023-03-10'))), ['A C not_known'])
    const world = worldWith(asking, telling('2023-03-10'), telling('2023-03-20'))
    assert.equal(knownTo(world).toString(), '2023-03-20')
    assert.equal(openDeadlines(world)[0]?.daysLate, 9)
    assert.equal(knownTo(worldWith(asking, telling('2024-01-01'))).toString(), '2023-03-31')
  })

  test('are worked out once while what rooms say of a child is the same', () => {
    const runs = [startOf(clock('C'), 'A', '2023-03-24')]
    const world = worldWith({ sources: [{ place: 1, runsOf: () => runs }] })
    const later = { ...world, registers: new Map() }
    assert.equal(openDeadlinesOf(later, 'A'), openDeadlinesOf(world, 'A'))
  })

  test('do not share an id among kinds', () => {
    const other = deadlineKind({ id: 'plan', words: 'Other plans' })
    assert.throws(() => joinClocks([{ kinds: [kind] }, { kinds: [other] }]), /two kinds of deadline are called plan/)
  })
})
