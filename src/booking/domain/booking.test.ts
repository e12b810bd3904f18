import { type Facts, registersOf } from '../../../test/support/registers.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { reviews, type RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { holidays } from '../../../test/support/holidays.ts'
import { isWorkingDay } from '../../calendar/workingDays.ts'
import type { World } from '../../children/domain/world.ts'
import { addDays, date, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { awaitedBookings } from './awaited.ts'
import { bookingOf } from './bookings.ts'
import { differsFromChoice } from '../../participation/domain/choice.ts'
import { type Diary, type TimeOfDay, overlap, takenBy, whyNotFree } from './diary.ts'
import { bookingTasks } from '../web/tasks.ts'
import { planOf } from './plan.ts'
import { siblingsToBook } from './siblings.ts'
import { type SlotsAsked, suggestedSlots } from './slots.ts'
import { timeAfter } from './times.ts'

const review = (more: Partial<RegisterReviewFact> = {}): RegisterReviewFact => ({
  ...reviews.read({ review_ref: 'R-1', child: '100001', kind: 'CLA', status: 'PLANNED' }),
  ...more,
})

const meeting = (on: string, more: Partial<MeetingFact> = {}): MeetingFact => ({
  reviewRef: 'R-1', number: 1, child: '100001', on: date(on), startsAt: '10:00', endsAt: '11:00', officerId: 'O1',
  place: null, format: null, purpose: 'REVIEW', status: 'BOOKED', whyNotAsChosen: null, cancelledWhy: null, adjournedWhy: null, adjournedBy: null,
  overrideReason: null, bookedOn: null, ...more,
}) // prettier-ignore

const officer = {
  officerId: 'O1', name: 'Ada Adams', role: 'IRO', fte: 1, startedOn: date('2020-01-01'), endedOn: null,
  employment: null, qualifiedOn: null, email: null,
} as const // prettier-ignore

const withRegisters = (world: World, registers: Facts): World => ({
  ...world,
  registers: registersOf(registers),
})

describe('where a booking stands', () => {
  // Reviewed on 5 September 2022: the next is due by Sunday 5 March 2023, the last working day is Friday 3 March.
  const child = aChild({ episodes: ['2022-05-09..'], reviews: ['2022-06-06', '2022-09-05'] })
  const world = (asAt: string, registers: Facts = {}) => withRegisters(aWorld([child], { asAt }), registers)

  test('it is best booked so that the authority’s working days are left to move it', () => {
    const [entry] = planOf(world('2022-11-22'))
    assert.deepEqual([entry?.due, entry?.latestPractical, entry?.bestBookedBy].map(String), ['2023-03-05', '2023-03-03', '2023-02-24']) // prettier-ignore
  })

  test('a review entered for afterwards waits until the one before it is held: one review is one task', () => {
    const later = review({ reviewRef: 'R-2' })
    const then = world('2023-02-21', { reviews: [review(), later], meetings: [meeting('2023-02-20')] })
    assert.deepEqual(
      planOf(then).map(({ booking, state }) => [booking?.review.reviewRef, state]),
      [['R-1', 'no_word']],
    )
    assert.deepEqual(
      bookingTasks(then, 'everyone', 'X').map(({ what }) => what),
      ['Record the outcome of the review'],
    )
  })

  test('an unbooked review is due when it is due, and to be started as long before it as people are invited', () => {
    const startOf = (asAt: string) => bookingTasks(world(asAt), 'everyone', 'X').map(({ by, startOn, note }) => [String(by), String(startOn), note]) // prettier-ignore
    assert.deepEqual(startOf('2023-02-17'), [
      ['2023-03-05', '2023-01-13', 'Best held by 24 February 2023, so that it can still be moved'],
    ])
    assert.deepEqual(startOf('2023-03-06'), [['2023-03-05', '2023-01-13', '']])
  })

  for (const { why, asAt = '2022-11-22', registers, state, slack } of [
    { why: 'no review', registers: {}, state: 'not_booked', slack: null },
    {
      why: 'a cancelled review',
      registers: { reviews: [review({ status: 'CANCELLED', bookedFor: date('2023-02-20') })] },
      state: 'not_booked',
      slack: null,
    },
    {
      why: 'on the last day with slack',
      registers: { reviews: [review()], meetings: [meeting('2023-02-24')] },
      state: 'in_time',
      slack: 9,
    },
    {
      why: 'the day after',
      registers: { reviews: [review()], meetings: [meeting('2023-02-27')] },
      state: 'little_slack',
      slack: 6,
    },
    {
      why: 'on the due day',
      registers: { reviews: [review()], meetings: [meeting('2023-03-05')] },
      state: 'little_slack',
      slack: 0,
    },
    {
      why: 'the day after it is due',
      registers: { reviews: [review()], meetings: [meeting('2023-03-06')] },
      state: 'too_late',
      slack: -1,
    },
    {
      why: 'a day of the register, without a meeting',
      registers: { reviews: [review({ bookedFor: date('2023-01-10') })] },
      state: 'in_time',
      slack: 54,
    },
    {
      why: 'today',
      asAt: '2023-02-20',
      registers: { reviews: [review()], meetings: [meeting('2023-02-20')] },
      state: 'in_time',
      slack: 13,
    },
    {
      why: 'yesterday',
      asAt: '2023-02-21',
      registers: { reviews: [review()], meetings: [meeting('2023-02-20')] },
      state: 'no_word',
      slack: 13,
    },
    {
      why: 'called off',
      registers: { reviews: [review()], meetings: [meeting('2023-02-20', { status: 'CANCELLED' })] },
      state: 'not_booked',
      slack: null,
    },
    {
      why: 'begun, with twenty working days to be completed in',
      asAt: '2023-02-21',
      registers: {
        reviews: [review({ heldOn: date('2023-02-20') })],
        meetings: [meeting('2023-02-20', { status: 'HELD' }), meeting('2023-03-20', { number: 2, purpose: 'RESUMED' })],
      },
      state: 'opened',
      slack: 0,
    },
    {
      why: 'begun, and going on too late',
      asAt: '2023-02-21',
      registers: {
        reviews: [review({ heldOn: date('2023-02-20') })],
        meetings: [meeting('2023-03-21', { number: 2, purpose: 'RESUMED' })],
      },
      state: 'too_late',
      slack: -1,
    },
  ] satisfies {
    why: string
    asAt?: string
    registers: Facts
    state: string
    slack: number | null
  }[]) {
    // prettier-ignore
    test(`${why}: ${state}`, () => {
      const [entry, ...others] = planOf(world(asAt, registers))
      assert.deepEqual([entry?.state, entry?.slackDays, others.length], [state, slack, 0])
    })
  }

  test('a review whose day lies before the last that was held does not answer the next', () => {
    const stale = world('2022-11-22', { reviews: [review({ bookedFor: date('2022-09-01') })] })
    assert.deepEqual(planOf(stale).map(({ state, deadline }) => [state, deadline !== null]), [['not_booked', true], ['no_word', false]]) // prettier-ignore
  })

  test('a review of another kind does not answer it either', () => {
    const other = world('2022-11-22', { reviews: [review({ kind: 'SECURE', bookedFor: date('2023-02-20') })] })
    assert.deepEqual(planOf(other).map(({ kind, state }) => [kind, state]), [['CLA', 'not_booked'], ['SECURE', 'no_limit']]) // prettier-ignore
  })
})

describe('what is asked for beside reviews of children looked after', () => {
  test('a pathway plan six months after the last review before 18, then after the last of its own', () => {
    const person = { child: 'L1', kind: 'CARE_LEAVER', from: date('2023-10-02'), to: null, bornOn: date('2005-10-02'), sex: null, plannedFrom: null } as const // prettier-ignore
    const held = (reviewRef: string, kind: 'CLA' | 'PATHWAY_18_25', on: string) =>
      review({ reviewRef, child: 'L1', kind, status: 'HELD', heldOn: date(on) })
    const dueWith = (...reviews: RegisterReviewFact[]) =>
      awaitedBookings(withRegisters(aWorld([], { asAt: '2024-03-01', year: '2023-24' }), { people: [person], reviews }), 'L1') // prettier-ignore
        .map(({ deadline }) => `${deadline.due.toString()} ${deadline.state}`)
    // The example of CLK-REV-20.
    const last = held('R-1', 'CLA', '2023-08-31')
    assert.deepEqual(dueWith(last), ['2024-02-29 overdue'])
    assert.deepEqual(dueWith(last, held('R-2', 'PATHWAY_18_25', '2024-02-20')), ['2024-08-20 running'])
    assert.deepEqual(dueWith(), ['2024-04-02 running'], 'from the birthday, where no review is known')
  })

  test('short breaks: the next is counted from the last review that the register has', () => {
    const child = aChild({ episodes: ['2023-07-28..2023-07-30 S V4 U6 E8', '2023-10-20.. S V4 U6'] })
    const world = (reviews: RegisterReviewFact[]) =>
      withRegisters(aWorld([child], { asAt: '2023-10-25', year: '2023-24' }), { reviews })
    const due = (reviews: RegisterReviewFact[]) =>
      awaitedBookings(world(reviews), child.child).map(({ kind, deadline }) => [kind, deadline.due.toString()])
    assert.deepEqual(due([]), [['SHORT_BREAK', '2023-10-28']])
    const held = review({ kind: 'SHORT_BREAK', status: 'HELD', heldOn: date('2023-10-17') })
    assert.deepEqual(due([held]), [['SHORT_BREAK', '2024-04-17']])
  })
})

describe('whether an officer is free', () => {
  const time = (startsAt: string, endsAt: string, on = '2023-02-20'): TimeOfDay => ({ on: date(on), startsAt, endsAt })
  const diary: Diary = {
    officers: [officer],
    absences: [{ officerId: 'O1', from: date('2023-02-13'), to: date('2023-02-17'), kind: 'LEAVE' }],
    taken: takenBy([meeting('2023-02-20'), meeting('2023-02-21', { endsAt: null }), meeting('2023-02-22', { startsAt: null, endsAt: null })], 45), // prettier-ignore
  }
  for (const { why, at, expected } of [
    { why: 'an hour that ends when the meeting begins', at: time('09:00', '10:00'), expected: undefined },
    { why: 'an hour that begins when it ends', at: time('11:00', '12:00'), expected: undefined },
    { why: 'a minute into it', at: time('09:00', '10:01'), expected: 'not_free' },
    { why: 'around it', at: time('09:00', '12:00'), expected: 'not_free' },
    {
      why: 'a meeting without an end takes as long as usual',
      at: time('10:44', '11:44', '2023-02-21'),
      expected: 'not_free',
    },
    { why: 'and no longer', at: time('10:45', '11:45', '2023-02-21'), expected: undefined },
    { why: 'a day without a time takes none', at: time('10:00', '11:00', '2023-02-22'), expected: undefined },
    { why: 'the last day away', at: time('09:00', '10:00', '2023-02-17'), expected: 'officer_absent' },
    { why: 'before being in post', at: time('09:00', '10:00', '2019-12-31'), expected: 'officer_not_in_post' },
  ]) {
    // prettier-ignore
    test(`${why}: ${expected ?? 'free'}`, () => {
      assert.equal(whyNotFree(diary, 'O1', at)?.code, expected)
    })
  }

  test('two times overlap where, and only where, a minute lies in both', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 60 })).map(([start, length]) => {
      const startsAt = timeAfter('09:00', start) ?? ''
      return { on: date('2023-02-20'), startsAt, endsAt: timeAfter(startsAt, length) ?? '', minutes: new Set(Array.from({ length }, (_, index) => start + index)) } // prettier-ignore
    })
    fc.assert(
      fc.property(times, times, (one, other) => {
        assert.equal(
          overlap(one, other),
          [...one.minutes].some((minute) => other.minutes.has(minute)),
        )
        assert.equal(overlap(one, other), overlap(other, one))
      }),
    )
  })
})

describe('suggested times', () => {
  const asked: SlotsAsked = {
    officerId: 'O1', minutes: 60, today: date('2022-11-22'), bestBookedBy: date('2023-02-24'),
    latestPractical: date('2023-03-03'), bornOn: date('2012-02-03'),
  } // prettier-ignore
  const free: Diary = { officers: [officer], absences: [], taken: [] }

  test('the latest days that leave the slack, out of school hours', () => {
    const slots = suggestedSlots(asked, free, holidays)
    assert.deepEqual(slots.map(({ on, startsAt, isInSchoolHours }) => `${on.toString()} ${startsAt} ${isInSchoolHours}`), ['17', '20', '21', '22', '23', '24'].map((day) => `2023-02-${day} 15:30 false`)) // prettier-ignore
  })

  test('where the officer is never free after school, in school hours, and it says so', () => {
    const afternoons = Array.from({ length: 60 }, (_, index) => ({ officerId: 'O1', on: addDays(date('2022-12-30'), index), startsAt: '14:00', endsAt: '17:00' })) // prettier-ignore
    const slots = suggestedSlots(asked, { ...free, taken: afternoons }, holidays)
    assert.deepEqual([...new Set(slots.map(({ startsAt, isInSchoolHours }) => `${startsAt} ${isInSchoolHours}`))], ['09:00 true']) // prettier-ignore
  })

  test('days that the child rules out come last, and are marked', () => {
    const wished = suggestedSlots({ ...asked, weekdaysRuledOut: new Set([5]) }, free, holidays)
    assert.deepEqual(
      wished.map(({ on }) => on.toString()),
      ['16', '20', '21', '22', '23'].map((day) => `2023-02-${day}`).toSpliced(0, 0, '2023-02-15'),
    )
    const late = { ...asked, today: date('2023-02-10') }
    const onlyFridays = suggestedSlots({ ...late, weekdaysRuledOut: new Set([1, 2, 3, 4]) }, free, holidays)
    assert.deepEqual([...new Set(onlyFridays.map(({ on, isAgainstWish }) => `${on.dayOfWeek === 5} ${isAgainstWish}`))].sort(), ['false true', 'true false']) // prettier-ignore
  })

  test('a small child has no school to miss', () => {
    const [slot] = suggestedSlots({ ...asked, bornOn: date('2021-02-03') }, free, holidays)
    assert.deepEqual([slot?.startsAt, slot?.isInSchoolHours], ['09:00', false])
  })

  test('where the slack has passed, the earliest that are in time; where the due day has, the earliest of all', () => {
    const late = suggestedSlots({ ...asked, today: date('2023-02-27') }, free, holidays)
    assert.deepEqual(
      late.map(({ on }) => on.toString()),
      ['2023-02-28', '2023-03-01', '2023-03-02', '2023-03-03'],
    )
    const overdue = suggestedSlots({ ...asked, today: date('2023-03-06') }, free, holidays)
    assert.equal(overdue[0]?.on.toString(), '2023-03-07')
  })

  test('are always free, on working days from 9am to 5pm, one a day, in order, after today', () => {
    const days = fc.integer({ min: 0, max: 300 }).map((number) => addDays(date('2022-11-22'), number))
    const taken = fc.array(
      fc.tuple(days, fc.integer({ min: 0, max: 8 })).map(([on, hour]) => ({ officerId: 'O1', on, startsAt: timeAfter('08:00', hour * 60) ?? '', endsAt: timeAfter('08:00', hour * 60 + 90) ?? '' })), // prettier-ignore
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(days, fc.integer({ min: 15, max: 480 }), taken, (bestBookedBy, minutes, times) => {
        const latestPractical = addDays(bestBookedBy, 7)
        const diary = { ...free, taken: times }
        const slots = suggestedSlots({ ...asked, bestBookedBy, latestPractical, minutes }, diary, holidays)
        for (const [index, slot] of slots.entries()) {
          assert.equal(whyNotFree(diary, 'O1', slot), null)
          assert.ok(isWorkingDay(slot.on, holidays) && isAfter(slot.on, asked.today))
          assert.ok(slot.startsAt >= '09:00' && slot.endsAt <= '17:00')
          const before = slots[index - 1]
          assert.ok(!before || isAfter(slot.on, before.on))
          if (isAfter(bestBookedBy, addDays(asked.today, 4))) assert.ok(isOnOrBefore(slot.on, bestBookedBy))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('small rules', () => {
  test('what is not as the child chose', () => {
    const choice = { where: 'At home', format: 'IN_PERSON' } as const
    assert.deepEqual(differsFromChoice({ place: ' at  HOME', format: 'IN_PERSON' }, choice), [])
    assert.deepEqual(differsFromChoice({ place: 'School', format: 'HYBRID' }, choice), ['format', 'where'])
    assert.deepEqual(differsFromChoice({ place: null, format: 'VIRTUAL' }, choice), ['format'])
    assert.deepEqual(differsFromChoice({ place: 'School', format: 'VIRTUAL' }, { where: null, format: null }), [])
    assert.deepEqual(differsFromChoice({ place: null, format: null }, null), [])
    const wish = { where: 'Not in school', format: null }
    assert.deepEqual(differsFromChoice({ place: 'At home', format: 'IN_PERSON' }, wish), ['where'])
    assert.deepEqual(differsFromChoice({ place: 'At home', format: 'IN_PERSON', isPlaceAsWished: true }, wish), [])
  })

  test('brothers and sisters due near each other, whichever way round the register says it', () => {
    const held = (child: string, last: string) => aChild({ child, episodes: ['2022-05-09..'], reviews: ['2022-06-06', last] }) // prettier-ignore
    const children = [
      held('A', '2022-09-05'),
      held('B', '2022-09-20'),
      held('C', '2022-06-30'),
      held('D', '2022-09-05'),
    ]
    const tie = (child: string, relative: string) => ({ child, relative, kind: 'SIBLING', apartReason: null }) as const
    const world = withRegisters(aWorld(children, { asAt: '2022-11-22' }), { family: [tie('A', 'B'), tie('C', 'A')] })
    const own = planOf(world).find(({ child }) => child === 'A')
    assert.ok(own)
    assert.deepEqual(
      siblingsToBook(world, own).map(({ child }) => child),
      ['B'],
    )
  })

  test('a review’s meetings: what a file says with a day alone is a meeting without a time', () => {
    const booked = bookingOf(review({ bookedFor: date('2023-01-10'), officerId: 'O1' }), [])
    assert.deepEqual(booked.meetings.map(({ on, startsAt, officerId }) => [on.toString(), startsAt, officerId]), [['2023-01-10', null, 'O1']]) // prettier-ignore
    assert.equal(bookingOf(review({ bookedFor: date('2023-01-10') }), [meeting('2023-01-10')]).meetings.length, 1)
    assert.equal(bookingOf(review({ bookedFor: date('2023-01-10'), status: 'CANCELLED' }), []).meetings.length, 0)
  })
})
