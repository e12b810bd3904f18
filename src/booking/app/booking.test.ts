import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anEntry, aBookingApplication, askedAs, importRegisters } from '../../../test/support/booking.ts'
import { CODE, enter } from '../../../test/support/people.ts'
import { makeSealStore } from '../../access/db/sealStore.ts'
import { date } from '../../kernel/dates.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { Booked } from './bookTogether.ts'

const asked = askedAs('business_support')
const manager = askedAs('iro_manager')
const codes = (problems: readonly BookingProblem[] | null) => problems?.map(({ code }) => code)
const codesOf = (booked: Booked | null) => (booked && 'problems' in booked ? codes(booked.problems) : booked)
const LATE = 'The officer was absent'

describe('booking a review', async () => {
  const { booking, bookingOf, services } = await aBookingApplication()
  const book = (
    reviewRef: string,
    child: string,
    entry: Parameters<typeof anEntry>,
    more: { lateReason?: string } = {},
  ) =>
    booking.bookReview({ ...asked, child, kind: 'CLA', reviewRef, entry: anEntry(...entry), lateReason: null, ...more })

  for (const { why, child = 'SOUTH1', entry, expected } of [
    {
      why: 'without anything',
      entry: ['2023-02-20', { on: null, startsAt: null, minutes: null, officerId: null, format: null }],
      expected: ['day_missing', 'time_missing', 'minutes_wrong', 'officer_missing', 'format_missing'],
    },
    { why: 'in the past', entry: ['2022-11-21'], expected: ['day_past'] },
    { why: 'past midnight', entry: ['2023-02-20', { startsAt: '23:30' }], expected: ['ends_next_day'] },
    { why: 'for ten minutes', entry: ['2023-02-20', { minutes: 10 }], expected: ['minutes_wrong'] },
    { why: 'after it is due, without a reason', entry: ['2023-03-06'], expected: ['late_reason_missing'] },
    {
      why: 'elsewhere than the child chose, without saying why',
      child: 'NORTH1',
      entry: ['2023-02-20', { place: 'School' }],
      expected: ['why_not_as_chosen_missing'],
    },
    {
      why: 'in another way than the child chose',
      child: 'NORTH1',
      entry: ['2023-02-20', { format: 'VIRTUAL', place: null }],
      expected: ['why_not_as_chosen_missing'],
    },
    { why: 'with an officer who is away', entry: ['2023-02-17', { officerId: 'O2' }], expected: ['officer_absent'] },
    {
      why: 'with an officer who has left',
      entry: ['2023-01-03', { officerId: 'O3' }],
      expected: ['officer_not_in_post'],
    },
    { why: 'with nobody’s officer', entry: ['2023-02-20', { officerId: 'O9' }], expected: ['officer_unknown'] },
  ] satisfies { why: string; child?: string; entry: Parameters<typeof anEntry>; expected: string[] }[]) {
    // prettier-ignore
    test(`${why} is refused, and nothing is stored`, async () => {
      const before = await services.registers.version(CODE)
      assert.deepEqual(codesOf(await book('R-NO', child, entry)), expected)
      assert.equal(await services.registers.version(CODE), before)
    })
  }

  test('a child that is not known, or may not be seen, is not there to be booked', async () => {
    assert.equal(await book('R-NO', 'NOBODY', ['2023-02-20']), null)
    const worker = { ...askedAs('social_worker'), by: { ...askedAs('social_worker').by, workerId: 'SW1' } }
    assert.equal(
      await booking.bookReview({ ...worker, child: 'NORTH1', kind: 'CLA', reviewRef: 'R-NO', entry: anEntry('2023-02-20'), lateReason: null }), // prettier-ignore
      null,
    )
  })

  test('keeps the review and its meeting, as the child chose or with why it is not', async () => {
    const booked = await book('R-1', 'NORTH1', ['2023-02-20', { place: 'School', whyNotAsChosen: 'The family moves' }])
    assert.deepEqual(booked, { reviewRefs: ['R-1'] })
    const { review, meetings } = await bookingOf('R-1')
    assert.equal(review.status, 'PLANNED')
    assert.equal(String(review.bookedFor), '2023-02-20')
    assert.equal(String(review.firstBookedFor), '2023-02-20')
    assert.equal(review.lateReason, null)
    assert.deepEqual(
      meetings.map(({ number, startsAt, endsAt, officerId, place, whyNotAsChosen }) => [number, startsAt, endsAt, officerId, place, whyNotAsChosen]), // prettier-ignore
      [[1, '16:00', '17:00', 'O1', 'School', 'The family moves']],
    )
  })

  test('a second review of the child, or another child at the same time, is refused; right after it is not', async () => {
    assert.deepEqual(codesOf(await book('R-2', 'NORTH1', ['2023-02-21'])), ['already_booked'])
    assert.deepEqual(codesOf(await book('R-2', 'SOUTH1', ['2023-02-20', { startsAt: '16:59' }])), ['not_free'])
    assert.deepEqual(codesOf(await book('R-2', 'SOUTH1', ['2023-02-20', { startsAt: '15:01' }])), ['not_free'])
    assert.deepEqual(await book('R-2', 'SOUTH1', ['2023-02-20', { startsAt: '17:00' }]), { reviewRefs: ['R-2'] })
  })

  test('after it is due, with a reason of the authority’s list, and no other', async () => {
    assert.deepEqual(codesOf(await book('R-3', 'SOUTH2', ['2023-03-06'], { lateReason: 'Bad weather' })), ['late_reason_missing']) // prettier-ignore
    assert.deepEqual(await book('R-3', 'SOUTH2', ['2023-03-06'], { lateReason: LATE }), { reviewRefs: ['R-3'] })
    assert.equal((await bookingOf('R-3')).review.lateReason, LATE)
  })
})

describe('the last free time of an officer', async () => {
  const others = Array.from({ length: 20 }, (_, index) => ({ child: `OTHER${index}`, worker: 'SW1' }))
  const { booking, services } = await aBookingApplication(others)
  for (const [count, day] of [
    [2, '2023-02-20'],
    [20, '2023-02-21'],
  ] as const) {
    test(`${count} who ask for it at once get one booking, and are otherwise told that it is not free`, async () => {
      const results = await Promise.all(
        others.slice(0, count).map(({ child }) =>
          booking.bookReview({
            ...askedAs('iro', child),
            child,
            kind: 'CLA',
            reviewRef: `R-${day}-${child}`,
            // Each begins at another minute of the same hour: no key of the database keeps them apart.
            entry: anEntry(day, {
              startsAt: `16:${String(others.findIndex((one) => one.child === child)).padStart(2, '0')}`,
            }),
            lateReason: null,
          }),
        ),
      )
      const booked = results.filter((result) => result && 'reviewRefs' in result)
      assert.equal(booked.length, 1)
      const refused = results.filter((result) => result && 'problems' in result)
      assert.equal(refused.length, count - 1)
      const stored = await services.registers.rows(CODE, ['meetings'], null)
      const onDay = [...(stored.get('meetings')?.values() ?? [])].filter((row) => row['date'] === day)
      assert.equal(onDay.length, 1)
      for (const result of refused) {
        const [code] = codesOf(result) as string[]
        assert.ok(code === 'not_free' || code === 'already_booked', code)
      }
    })
  }
})

describe('moving a review', async () => {
  const { booking, bookingOf, versionOf, told, services } = await aBookingApplication()
  await booking.bookReview({ ...asked, child: 'SOUTH1', kind: 'CLA', reviewRef: 'R-1', entry: anEntry('2023-02-20'), lateReason: null }) // prettier-ignore
  await booking.bookReview({ ...asked, child: 'SOUTH2', kind: 'CLA', reviewRef: 'R-2', entry: anEntry('2023-02-21'), lateReason: null }) // prettier-ignore
  const move = async (day: string, more: Partial<Parameters<typeof booking.rearrangeReview>[0]> = {}) =>
    booking.rearrangeReview({
      ...asked,
      child: 'SOUTH1',
      reviewRef: 'R-1',
      replaces: await versionOf('R-1'),
      entry: anEntry(day),
      askedBy: 'PARENT',
      reason: 'The mother works',
      lateReason: null,
      ...more,
    })

  test('needs who asked and why, and a change', async () => {
    assert.deepEqual(codes(await move('2023-02-22', { askedBy: null, reason: null })), [
      'asker_missing',
      'reason_missing',
    ])
    assert.deepEqual(codes(await move('2023-02-20')), ['nothing_moved'])
    assert.deepEqual(codes(await move('2023-02-21')), ['not_free'])
    assert.equal(await move('2023-02-22', { child: 'SOUTH2' }), null, 'the review of another child')
    assert.deepEqual(told, [])
  })

  test('keeps the day it had, who asked, why and the slack left; the first day stays', async () => {
    assert.deepEqual(await move('2023-02-22'), [])
    const { review, meetings, moves } = await bookingOf('R-1')
    assert.deepEqual([review.firstBookedFor, review.bookedFor, review.timesRearranged, review.rearrangedReason].map(String), ['2023-02-20', '2023-02-22', '1', 'The mother works']) // prettier-ignore
    assert.deepEqual(
      moves.map(({ number, on, fromDay, toDay, askedBy, slackDays }) => [number, on, fromDay, toDay, askedBy, slackDays].map(String)), // prettier-ignore
      [['1', '2022-11-22', '2023-02-20', '2023-02-22', 'PARENT', '11']],
    )
    assert.equal(meetings.length, 1)
    assert.deepEqual(told, ['moved R-1'])
  })

  test('to another time of its day is no move of the date, and may overlap the time it had itself', async () => {
    assert.deepEqual(await move('2023-02-22', { entry: anEntry('2023-02-22', { startsAt: '16:30' }), askedBy: null, reason: null }), []) // prettier-ignore
    const { review, moves } = await bookingOf('R-1')
    assert.equal(review.timesRearranged, 1)
    assert.equal(moves.length, 1)
  })

  test('past its due day needs a reason, which goes when it is moved back in time', async () => {
    assert.deepEqual(codes(await move('2023-03-07')), ['late_reason_missing'])
    assert.deepEqual(await move('2023-03-07', { lateReason: LATE }), [])
    assert.equal((await bookingOf('R-1')).review.lateReason, LATE)
    assert.equal((await bookingOf('R-1')).moves[1]?.slackDays, -2)
    assert.deepEqual(await move('2023-03-01'), [])
    assert.equal((await bookingOf('R-1')).review.lateReason, null)
    assert.equal((await bookingOf('R-1')).review.timesRearranged, 3)
  })

  test('is refused where someone else has changed the review since the form was opened', async () => {
    const replaces = await versionOf('R-1')
    const results = await Promise.all([move('2023-02-23', { replaces }), move('2023-02-24', { replaces })])
    assert.deepEqual(results.map((result) => codes(result)).sort(), [[], ['changed_meanwhile']])
  })

  test('a review that a file brought with a day and no time is booked for that day, and can be moved', async () => {
    await importRegisters(services, {
      'reviews.csv': 'review_ref,child,kind,status,booked_date,officer_id\nR-FILE,NORTH1,CLA,PLANNED,2023-01-10,O1',
    })
    const { meetings } = await bookingOf('R-FILE')
    assert.deepEqual(meetings.map(({ on, startsAt, status }) => [String(on), startsAt, status]), [['2023-01-10', null, 'BOOKED']]) // prettier-ignore
    assert.deepEqual(await move('2023-01-11', { child: 'NORTH1', reviewRef: 'R-FILE', replaces: await versionOf('R-FILE') }), []) // prettier-ignore
    const after = await bookingOf('R-FILE')
    assert.equal(String(after.review.firstBookedFor), '2023-01-10')
    assert.deepEqual(after.meetings.map(({ number, on, startsAt }) => [number, String(on), startsAt]), [[1, '2023-01-11', '16:00']]) // prettier-ignore
  })
})

describe('holding a review', async () => {
  const { on, bookingOf, versionOf, told, services } = await aBookingApplication()
  const day = (text: string) => on(date(text))
  const book = async (reviewRef: string, child: string, at: string, startsAt = '16:00') => {
    const entry = anEntry(at, { startsAt })
    assert.deepEqual(await day('2022-11-22').bookReview({ ...asked, child, kind: 'CLA', reviewRef, entry, lateReason: null }), { reviewRefs: [reviewRef] }) // prettier-ignore
  }
  const held = async (
    reviewRef: string,
    child: string,
    at: string,
    more: Partial<Parameters<ReturnType<typeof on>['recordHeld']>[0]> = {},
  ) =>
    // prettier-ignore
    day('2023-04-20').recordHeld({
      ...asked,
      child,
      reviewRef,
      replaces: await versionOf(reviewRef),
      heldOn: date(at),
      ending: 'completed',
      completedOn: null,
      participation: 'PN1',
      lateReason: null,
      ...more,
    })
  const adjourn = async (
    by: typeof asked,
    reviewRef: string,
    child: string,
    heldOn: string,
    resumed: string,
    more: { overrideReason?: string; today?: string } = {},
  ) =>
    // prettier-ignore
    day(more.today ?? '2023-03-02').adjournReview({
      ...by,
      child,
      reviewRef,
      replaces: await versionOf(reviewRef),
      heldOn: date(heldOn),
      entry: anEntry(resumed),
      lateReason: null,
      reason: 'The school could not come',
      decidedBy: 'O1',
      overrideReason: more.overrideReason ?? null,
    })

  test('in time, late with a reason, and never in the future', async () => {
    await book('R-1', 'SOUTH1', '2023-02-20')
    assert.deepEqual(codes(await held('R-1', 'SOUTH1', '2023-04-21')), ['held_in_future', 'late_reason_missing'])
    assert.deepEqual(codes(await held('R-1', 'SOUTH1', '2023-02-20', { participation: 'PN9', ending: null })), ['ending_missing', 'participation_unknown']) // prettier-ignore
    assert.deepEqual(codes(await held('R-1', 'SOUTH1', '2023-02-20', { participation: 'PN0' })), ['participation_against_age']) // prettier-ignore
    assert.deepEqual(codes(await held('R-1', 'SOUTH1', '2023-03-06')), ['late_reason_missing'])
    assert.deepEqual(await held('R-1', 'SOUTH1', '2023-03-06', { lateReason: LATE }), [])
    const { review, meetings } = await bookingOf('R-1')
    assert.deepEqual([review.status, String(review.heldOn), review.completedOn, review.lateReason, review.participation, review.format], ['HELD', '2023-03-06', null, LATE, 'PN1', 'IN_PERSON']) // prettier-ignore
    assert.deepEqual(
      meetings.map(({ on: at, status }) => [String(at), status]),
      [['2023-03-06', 'HELD']],
    )
    assert.deepEqual(codes(await held('R-1', 'SOUTH1', '2023-03-06', { lateReason: LATE })), ['not_open'])
  })

  test('adjourned once, for twenty working days at most; more only by whoever may set the rule aside', async () => {
    await book('R-2', 'SOUTH2', '2023-03-01')
    assert.deepEqual(codes(await adjourn(asked, 'R-2', 'SOUTH2', '2023-03-01', '2023-03-30')), ['adjourned_too_long'])
    assert.deepEqual(codes(await adjourn(asked, 'R-2', 'SOUTH2', '2023-03-01', '2023-03-30', { overrideReason: 'x' })), ['adjourned_too_long']) // prettier-ignore
    assert.deepEqual(await adjourn(asked, 'R-2', 'SOUTH2', '2023-03-01', '2023-03-29'), [])
    const first = await bookingOf('R-2')
    assert.deepEqual([first.review.status, String(first.review.heldOn), first.review.adjourned], ['PLANNED', '2023-03-01', true]) // prettier-ignore
    assert.deepEqual(first.meetings.map(({ purpose, status }) => [purpose, status]), [['REVIEW', 'HELD'], ['RESUMED', 'BOOKED']]) // prettier-ignore

    const again = (by: typeof asked, overrideReason?: string) =>
      adjourn(by, 'R-2', 'SOUTH2', '2023-03-29', '2023-04-03', { today: '2023-03-29', ...(overrideReason !== undefined && { overrideReason }) }) // prettier-ignore
    assert.deepEqual(codes(await again(asked)), ['adjourned_already', 'adjourned_too_long'])
    assert.deepEqual(codes(await again(askedAs('iro'), 'The court asked')), ['adjourned_already', 'adjourned_too_long'])
    assert.deepEqual(codes(await again(manager)), ['adjourned_already', 'adjourned_too_long'])
    assert.deepEqual(await again(manager, 'The court asked'), [])
    assert.equal((await bookingOf('R-2')).meetings[2]?.overrideReason, 'The court asked')

    // Begun in time, and completed after its twenty working days: late as from its completion.
    assert.deepEqual(codes(await held('R-2', 'SOUTH2', '2023-04-03')), ['late_reason_missing'])
    assert.deepEqual(await held('R-2', 'SOUTH2', '2023-04-03', { lateReason: LATE }), [])
    const { review } = await bookingOf('R-2')
    assert.deepEqual([review.status, String(review.heldOn), String(review.completedOn)], ['HELD', '2023-03-01', '2023-04-03']) // prettier-ignore
  })

  test('a series is one review: held on its first day, completed on its last', async () => {
    await book('R-3', 'NORTH1', '2023-02-20', '10:00')
    const add = async (at: string, lateReason: string | null = null) =>
      day('2022-11-22').addMeeting({ ...asked, child: 'NORTH1', reviewRef: 'R-3', replaces: await versionOf('R-3'), entry: anEntry(at), lateReason }) // prettier-ignore
    assert.deepEqual(codes(await add('2023-02-20')), ['before_the_last'])
    assert.deepEqual(codes(await add('2023-03-21')), ['late_reason_missing'], 'past twenty working days')
    assert.deepEqual(await add('2023-03-20'), [])
    assert.deepEqual(await held('R-3', 'NORTH1', '2023-02-20', { ending: 'goes_on' }), [])
    const begun = await bookingOf('R-3')
    assert.deepEqual([begun.review.status, String(begun.review.heldOn)], ['PLANNED', '2023-02-20'])
    assert.deepEqual(await held('R-3', 'NORTH1', '2023-03-20'), [])
    const { review } = await bookingOf('R-3')
    assert.deepEqual([review.status, String(review.heldOn), String(review.completedOn), review.seriesOfMeetings], ['HELD', '2023-02-20', '2023-03-20', true]) // prettier-ignore
  })

  test('a series recorded at once, with its first and its last day', async () => {
    await book('R-4', 'NORTH2', '2023-02-20', '12:00')
    const later = (completed: string | null) => ({ ending: 'completed_later', completedOn: completed === null ? null : date(completed) }) as const // prettier-ignore
    assert.deepEqual(codes(await held('R-4', 'NORTH2', '2023-02-20', later(null))), ['completion_missing'])
    assert.deepEqual(codes(await held('R-4', 'NORTH2', '2023-02-20', later('2023-02-20'))), ['completed_before_held'])
    assert.deepEqual(codes(await held('R-4', 'NORTH2', '2023-02-20', later('2023-03-21'))), ['late_reason_missing'])
    assert.deepEqual(await held('R-4', 'NORTH2', '2023-02-20', later('2023-03-20')), [])
  })

  test('whoever was told heard of the adjournments', () => {
    assert.deepEqual(told, ['moved R-2', 'moved R-2'])
  })

  test('every change has who made it in the history of the registers', async () => {
    const changes = await services.registers.changes(CODE)
    assert.ok(changes.some(({ sourceName }) => sourceName === 'adjourned a review, setting a rule aside'))
  })
})

describe('cancelling, and several at once', async () => {
  const { booking, bookingOf, versionOf, told, services } = await aBookingApplication()
  const book = (reviewRef: string, child: string, at: string, startsAt: string, officerId = 'O1') =>
    booking.bookReview({ ...asked, child, kind: 'CLA', reviewRef, entry: anEntry(at, { startsAt, officerId }), lateReason: null }) // prettier-ignore
  const chosen = (...refs: string[]) =>
    Promise.all(refs.map(async (reviewRef) => ({ reviewRef, replaces: await versionOf(reviewRef) })))

  test('a cancelled review is not held, its meeting is free again, and another can be booked', async () => {
    await book('R-1', 'SOUTH1', '2023-02-20', '16:00')
    const cancel = async (reason: string | null) =>
      booking.cancelReview({ ...asked, child: 'SOUTH1', reviewRef: 'R-1', replaces: await versionOf('R-1'), reason })
    assert.deepEqual(codes(await cancel(null)), ['reason_missing'])
    assert.deepEqual(await cancel('The child moved away'), [])
    assert.deepEqual(codes(await cancel('again')), ['not_open'])
    const { review, meetings } = await bookingOf('R-1')
    assert.equal(review.status, 'CANCELLED')
    assert.deepEqual(meetings.map(({ status, cancelledWhy }) => [status, cancelledWhy]), [['CANCELLED', 'The child moved away']]) // prettier-ignore
    assert.deepEqual(told, ['cancelled R-1'])
    assert.deepEqual(await book('R-2', 'SOUTH1', '2023-02-20', '16:00'), { reviewRefs: ['R-2'] })
  })

  test('brothers and sisters are booked one after the other, all or none', async () => {
    const both = (startsAt: string) =>
      booking.bookTogether({
        ...asked,
        reviews: [
          { child: 'NORTH1', kind: 'CLA', reviewRef: 'R-N1' },
          { child: 'NORTH2', kind: 'CLA', reviewRef: 'R-N2' },
        ],
        entry: anEntry('2023-02-20', { startsAt }),
        lateReason: null,
      })
    const refused = await both('14:30')
    assert.ok(refused && 'problems' in refused)
    assert.deepEqual(refused.problems, [
      { code: 'of_another_child', child: 'NORTH2', problem: { code: 'not_free', at: { officerId: 'O1', on: date('2023-02-20'), startsAt: '16:00', endsAt: '17:00' } } }, // prettier-ignore
    ])
    assert.deepEqual(await both('14:00'), { reviewRefs: ['R-N1', 'R-N2'] })
    const times = await Promise.all(['R-N1', 'R-N2'].map(async (ref) => (await bookingOf(ref)).meetings[0]?.startsAt))
    assert.deepEqual(times, ['14:00', '15:00'])
  })

  test('an officer is ill: another takes over what they are free for, and the rest is named', async () => {
    await book('R-B', 'SOUTH2', '2023-02-20', '14:30', 'O2')
    const result = await booking.changeOfficer({
      ...asked,
      chosen: await chosen('R-2', 'R-N1', 'R-N2'),
      officerId: 'O2',
    })
    assert.ok('changed' in result)
    assert.deepEqual(result.changed, ['R-2'])
    assert.deepEqual(result.left.map(({ reviewRef, problem }) => [reviewRef, problem.code]), [['R-N1', 'not_free'], ['R-N2', 'not_free']]) // prettier-ignore
    assert.equal((await bookingOf('R-2')).meetings[0]?.officerId, 'O2')
    assert.equal((await bookingOf('R-N1')).meetings[0]?.officerId, 'O1')
    assert.deepEqual(await booking.changeOfficer({ ...asked, chosen: [], officerId: 'O2' }), { problems: [{ code: 'nothing_chosen' }] }) // prettier-ignore
  })

  test('given each to the child’s own IRO: those for whom that IRO is not free are left and named', async () => {
    await importRegisters(services, {
      'allocations.csv': 'child,officer_id,from,to\nSOUTH2,O1,2022-05-09,2023-01-01\nSOUTH2,O2,2023-01-01,',
    })
    const move = async (day: string) => {
      const entry = anEntry(day, { startsAt: '10:00' })
      const which = { ...asked, child: 'SOUTH2', reviewRef: 'R-B', replaces: await versionOf('R-B'), entry }
      const why = { askedBy: 'SERVICE', reason: 'Leave', lateReason: null } as const
      return booking.rearrangeReview({ ...which, ...why })
    }
    assert.deepEqual(await move('2023-02-14'), [])
    const away = await booking.giveToOwn({ ...asked, chosen: await chosen('R-B') })
    assert.ok('left' in away)
    assert.deepEqual(
      away.left.map(({ problem }) => problem.code),
      ['officer_absent'],
    )
    assert.deepEqual(await move('2023-02-21'), [])
    assert.deepEqual(await booking.giveToOwn({ ...asked, chosen: await chosen('R-B', 'R-N1') }), {
      changed: ['R-B'],
      left: [{ reviewRef: 'R-N1', problem: { code: 'with_own_officer' } }],
    })
    assert.equal((await bookingOf('R-B')).meetings[0]?.officerId, 'O2')
  })

  test('called off, they wait to be booked again, which is then a move of the same review', async () => {
    const result = await booking.callOff({
      ...asked,
      chosen: await chosen('R-N1', 'R-N2'),
      reason: 'The officer is ill',
    })
    assert.deepEqual(result, { changed: ['R-N1', 'R-N2'], left: [] })
    assert.equal((await bookingOf('R-N1')).review.bookedFor, null)
    assert.deepEqual(await book('R-NEW', 'NORTH1', '2023-02-23', '16:00'), { reviewRefs: ['R-N1'] })
    const { review, moves } = await bookingOf('R-N1')
    assert.deepEqual([review.firstBookedFor, review.bookedFor, review.timesRearranged].map(String), ['2023-02-20', '2023-02-23', '1']) // prettier-ignore
    assert.deepEqual(moves.map(({ fromDay, toDay, reason }) => [String(fromDay), String(toDay), reason]), [['2023-02-20', '2023-02-23', 'The officer is ill']]) // prettier-ignore
    assert.ok(told.includes('moved R-N1'))
  })

  test('a sealed review can be neither changed nor found out, and still takes the officer’s time', async () => {
    await enter(services, 'named', { roles: ['iro_manager'] })
    const seal = { child: 'SOUTH1', people: ['named'], reason: 'Named in the press' }
    await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: 'named' })
    const replaces = await versionOf('R-2')
    assert.equal(
      await booking.cancelReview({ ...asked, child: 'SOUTH1', reviewRef: 'R-2', replaces, reason: 'x' }),
      null,
    )
    assert.deepEqual(await booking.callOff({ ...asked, chosen: [{ reviewRef: 'R-2', replaces }], reason: 'x' }), { problems: [{ code: 'nothing_chosen' }] }) // prettier-ignore
    assert.deepEqual(codesOf(await book('R-X', 'NORTH2', '2023-02-20', '16:30', 'O2')), ['not_free'])
  })
})
