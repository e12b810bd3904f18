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
const LATE = 'The IRO was absent'
/** Children for one test each, beside those that there are: a test books none of another's, at no time of another's. */
const own = (...children: string[]) => children.map((child) => ({ child, worker: 'SW1' }))

describe('booking a review', async () => {
  const { booking, bookingOf, services } = await aBookingApplication(own('KEPT', 'TWICE', 'BESIDE', 'LATE'))
  await importRegisters(services, {
    'choices.csv': 'child,date,where,when,format,told_to\nKEPT,2022-08-01,At home,After school,IN_PERSON,Ada Adams',
  })
  const book = (
    reviewRef: string,
    child: string,
    entry: Parameters<typeof anEntry>,
    more: { lateReason?: string } = {},
  ) =>
    booking.bookTogether({
      ...asked,
      reviews: [{ child, kind: 'CLA', reviewRef }],
      entry: anEntry(...entry),
      lateReason: null,
      ...more,
    })

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
      await booking.bookTogether({ ...worker, reviews: [{ child: 'NORTH1', kind: 'CLA', reviewRef: 'R-NO' }], entry: anEntry('2023-02-20'), lateReason: null }), // prettier-ignore
      null,
    )
  })

  test('keeps the review and its meeting, as the child chose or with why it is not', async () => {
    const booked = await book('R-1', 'KEPT', ['2023-02-22', { place: 'School', whyNotAsChosen: 'The family moves' }])
    assert.deepEqual(booked, { reviewRefs: ['R-1'] })
    const { review, meetings } = await bookingOf('R-1')
    assert.equal(review.status, 'PLANNED')
    assert.equal(String(review.bookedFor), '2023-02-22')
    assert.equal(String(review.firstBookedFor), '2023-02-22')
    assert.equal(review.lateReason, null)
    assert.deepEqual(
      meetings.map(({ number, startsAt, endsAt, officerId, place, whyNotAsChosen }) => [number, startsAt, endsAt, officerId, place, whyNotAsChosen]), // prettier-ignore
      [[1, '16:00', '17:00', 'O1', 'School', 'The family moves']],
    )
  })

  test('a second review of the child, or another child at the same time, is refused; right after it is not', async () => {
    assert.deepEqual(await book('R-TWICE', 'TWICE', ['2023-02-23']), { reviewRefs: ['R-TWICE'] })
    assert.deepEqual(codesOf(await book('R-2', 'TWICE', ['2023-02-24'])), ['already_booked'])
    assert.deepEqual(codesOf(await book('R-2', 'BESIDE', ['2023-02-23', { startsAt: '16:59' }])), ['not_free'])
    assert.deepEqual(codesOf(await book('R-2', 'BESIDE', ['2023-02-23', { startsAt: '15:01' }])), ['not_free'])
    assert.deepEqual(await book('R-2', 'BESIDE', ['2023-02-23', { startsAt: '17:00' }]), { reviewRefs: ['R-2'] })
  })

  test('after it is due, with a reason of the authority’s list, and no other', async () => {
    assert.deepEqual(codesOf(await book('R-3', 'LATE', ['2023-03-07'], { lateReason: 'Bad weather' })), ['late_reason_missing']) // prettier-ignore
    assert.deepEqual(await book('R-3', 'LATE', ['2023-03-07'], { lateReason: LATE }), { reviewRefs: ['R-3'] })
    assert.equal((await bookingOf('R-3')).review.lateReason, LATE)
  })
})

describe('the last free time of an officer', async () => {
  const few = own('FEW0', 'FEW1')
  const many = own(...Array.from({ length: 20 }, (_, index) => `MANY${index}`))
  const { booking, services } = await aBookingApplication([...few, ...many])
  for (const { others, day } of [
    { others: few, day: '2023-02-20' },
    { others: many, day: '2023-02-21' },
  ]) {
    const count = others.length
    test(`${count} who ask for it at once get one booking, and are otherwise told that it is not free`, async () => {
      const results = await Promise.all(
        others.map(({ child }, index) =>
          booking.bookTogether({
            ...askedAs('iro', child),
            reviews: [{ child, kind: 'CLA', reviewRef: `R-${day}-${child}` }],
            // Each begins at another minute of the same hour: no key of the database keeps them apart.
            entry: anEntry(day, { startsAt: `16:${String(index).padStart(2, '0')}` }),
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
      for (const result of refused) assert.deepEqual(codesOf(result), ['not_free'])
    })
  }
})

describe('moving a review', async () => {
  const { booking, bookingOf, versionOf, told, services } = await aBookingApplication(
    own('FORM', 'OTHER', 'DAY', 'TIME', 'DUE', 'RACE'),
  )
  /** Books the child's review for 20 February 2023 at this time; gives what moves it. */
  const bookedAt = async (child: string, startsAt: string, on = '2023-02-20') => {
    const reviewRef = `R-${child}`
    assert.deepEqual(
      await booking.bookTogether({ ...asked, reviews: [{ child, kind: 'CLA', reviewRef }], entry: anEntry(on, { startsAt }), lateReason: null }), // prettier-ignore
      { reviewRefs: [reviewRef] },
    )
    return (day: string, more: Partial<Parameters<typeof booking.rearrangeReview>[0]> = {}) =>
      move(child, reviewRef, anEntry(day, { startsAt }), more)
  }
  const move = async (
    child: string,
    reviewRef: string,
    entry: ReturnType<typeof anEntry>,
    more: Partial<Parameters<typeof booking.rearrangeReview>[0]> = {},
  ) =>
    booking.rearrangeReview({
      ...asked,
      child,
      reviewRef,
      replaces: await versionOf(reviewRef),
      entry,
      askedBy: 'PARENT',
      reason: 'The mother works',
      lateReason: null,
      ...more,
    })
  const toldOf = (reviewRef: string) => told.filter((one) => one.endsWith(` ${reviewRef}`))

  test('needs who asked and why, and a change', async () => {
    const moveForm = await bookedAt('FORM', '09:00')
    await bookedAt('OTHER', '09:00', '2023-02-21')
    assert.deepEqual(codes(await moveForm('2023-02-22', { askedBy: null, reason: null })), [
      'asker_missing',
      'reason_missing',
    ])
    assert.deepEqual(codes(await moveForm('2023-02-20')), ['nothing_moved'])
    assert.deepEqual(codes(await moveForm('2023-02-21')), ['not_free'])
    assert.equal(await moveForm('2023-02-22', { child: 'OTHER' }), null, 'the review of another child')
    assert.deepEqual(toldOf('R-FORM'), [])
  })

  test('keeps the day it had, who asked, why and the slack left; the first day stays', async () => {
    const moveDay = await bookedAt('DAY', '10:00')
    assert.deepEqual(await moveDay('2023-02-22'), [])
    const { review, meetings, moves } = await bookingOf('R-DAY')
    assert.deepEqual([review.firstBookedFor, review.bookedFor, review.timesRearranged, review.rearrangedReason].map(String), ['2023-02-20', '2023-02-22', '1', 'The mother works']) // prettier-ignore
    assert.deepEqual(
      moves.map(({ number, on, fromDay, toDay, askedBy, slackDays }) => [number, on, fromDay, toDay, askedBy, slackDays].map(String)), // prettier-ignore
      [['1', '2022-11-22', '2023-02-20', '2023-02-22', 'PARENT', '11']],
    )
    assert.equal(meetings.length, 1)
    assert.deepEqual(toldOf('R-DAY'), ['moved R-DAY'])
  })

  test('to another time of its day is no move of the date, and may overlap the time it had itself', async () => {
    const moveTime = await bookedAt('TIME', '11:00')
    const entry = anEntry('2023-02-20', { startsAt: '11:30' })
    assert.deepEqual(await moveTime('2023-02-20', { entry, askedBy: null, reason: null }), [])
    const { review, meetings, moves } = await bookingOf('R-TIME')
    assert.equal(review.timesRearranged ?? 0, 0)
    assert.equal(moves.length, 0)
    assert.deepEqual(
      meetings.map(({ startsAt }) => startsAt),
      ['11:30'],
    )
  })

  test('past its due day needs a reason, which goes when it is moved back in time', async () => {
    const moveDue = await bookedAt('DUE', '13:00')
    assert.deepEqual(codes(await moveDue('2023-03-07')), ['late_reason_missing'])
    assert.deepEqual(await moveDue('2023-03-07', { lateReason: LATE }), [])
    assert.equal((await bookingOf('R-DUE')).review.lateReason, LATE)
    assert.equal((await bookingOf('R-DUE')).moves[0]?.slackDays, -2)
    assert.deepEqual(await moveDue('2023-03-01'), [])
    assert.equal((await bookingOf('R-DUE')).review.lateReason, null)
    assert.equal((await bookingOf('R-DUE')).review.timesRearranged, 2)
  })

  test('is refused where someone else has changed the review since the form was opened', async () => {
    const moveRace = await bookedAt('RACE', '14:00')
    const replaces = await versionOf('R-RACE')
    const results = await Promise.all([moveRace('2023-02-23', { replaces }), moveRace('2023-02-24', { replaces })])
    assert.deepEqual(results.map((result) => codes(result)).sort(), [[], ['changed_meanwhile']])
  })

  test('a review that a file brought with a day and no time is booked for that day, and can be moved', async () => {
    await importRegisters(services, {
      'reviews.csv': 'review_ref,child,kind,status,booked_date,officer_id\nR-FILE,NORTH1,CLA,PLANNED,2023-01-10,O1',
    })
    const { meetings } = await bookingOf('R-FILE')
    assert.deepEqual(meetings.map(({ on, startsAt, status }) => [String(on), startsAt, status]), [['2023-01-10', null, 'BOOKED']]) // prettier-ignore
    assert.deepEqual(await move('NORTH1', 'R-FILE', anEntry('2023-01-11')), [])
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
    assert.deepEqual(await day('2022-11-22').bookTogether({ ...asked, reviews: [{ child, kind: 'CLA', reviewRef }], entry, lateReason: null }), { reviewRefs: [reviewRef] }) // prettier-ignore
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

  test('adjourned once, for twenty working days at most; more only by someone who may set the rule aside', async () => {
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

    assert.deepEqual(
      told.filter((one) => one.endsWith(' R-2')),
      ['moved R-2', 'moved R-2'],
    )
    const changes = await services.registers.changes(CODE)
    assert.ok(changes.some(({ sourceName }) => sourceName === 'adjourned a review, setting a rule aside'))
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
})

describe('cancelling, and several at once', async () => {
  const { booking, bookingOf, versionOf, told, services } = await aBookingApplication(
    own('FREED', 'TAKEN', 'ILL1', 'ILL2', 'ILL3', 'WITHO2', 'GIVEN', 'WITHOWN', 'OFF1', 'OFF2', 'SEALED', 'ASKS'),
  )
  const book = (reviewRef: string, child: string, at: string, startsAt: string, officerId = 'O1') =>
    booking.bookTogether({ ...asked, reviews: [{ child, kind: 'CLA', reviewRef }], entry: anEntry(at, { startsAt, officerId }), lateReason: null }) // prettier-ignore
  const chosen = (...refs: string[]) =>
    Promise.all(refs.map(async (reviewRef) => ({ reviewRef, replaces: await versionOf(reviewRef) })))

  test('a cancelled review is not held, its meeting is free again, and another can be booked', async () => {
    await book('R-1', 'FREED', '2023-02-20', '16:00')
    const cancel = async (reason: string | null) =>
      booking.cancelReview({ ...asked, child: 'FREED', reviewRef: 'R-1', replaces: await versionOf('R-1'), reason })
    assert.deepEqual(codes(await cancel(null)), ['reason_missing'])
    assert.deepEqual(await cancel('The child moved away'), [])
    assert.deepEqual(codes(await cancel('again')), ['not_open'])
    const { review, meetings } = await bookingOf('R-1')
    assert.equal(review.status, 'CANCELLED')
    assert.deepEqual(meetings.map(({ status, cancelledWhy }) => [status, cancelledWhy]), [['CANCELLED', 'The child moved away']]) // prettier-ignore
    assert.ok(told.includes('cancelled R-1'))
    assert.deepEqual(await book('R-2', 'FREED', '2023-02-20', '16:00'), { reviewRefs: ['R-2'] })
  })

  test('brothers and sisters are booked one after the other, all or none', async () => {
    await book('R-TAKEN', 'TAKEN', '2023-02-21', '16:00')
    const both = (startsAt: string) =>
      booking.bookTogether({
        ...asked,
        reviews: [
          { child: 'NORTH1', kind: 'CLA', reviewRef: 'R-N1' },
          { child: 'NORTH2', kind: 'CLA', reviewRef: 'R-N2' },
        ],
        entry: anEntry('2023-02-21', { startsAt }),
        lateReason: null,
      })
    const refused = await both('14:30')
    assert.ok(refused && 'problems' in refused)
    assert.deepEqual(refused.problems, [
      { code: 'of_another_child', child: 'NORTH2', problem: { code: 'not_free', at: { officerId: 'O1', on: date('2023-02-21'), startsAt: '16:00', endsAt: '17:00' } } }, // prettier-ignore
    ])
    assert.deepEqual(await both('14:00'), { reviewRefs: ['R-N1', 'R-N2'] })
    const times = await Promise.all(['R-N1', 'R-N2'].map(async (ref) => (await bookingOf(ref)).meetings[0]?.startsAt))
    assert.deepEqual(times, ['14:00', '15:00'])
  })

  test('an officer is ill: another takes over what they are free for, and the rest is named', async () => {
    await book('R-ILL1', 'ILL1', '2023-02-22', '16:00')
    await book('R-ILL2', 'ILL2', '2023-02-22', '14:00')
    await book('R-ILL3', 'ILL3', '2023-02-22', '15:00')
    await book('R-WITHO2', 'WITHO2', '2023-02-22', '14:30', 'O2')
    const result = await booking.changeOfficer({
      ...asked,
      chosen: await chosen('R-ILL1', 'R-ILL2', 'R-ILL3'),
      officerId: 'O2',
    })
    assert.ok('changed' in result)
    assert.deepEqual(result.changed, ['R-ILL1'])
    assert.deepEqual(result.left.map(({ reviewRef, problem }) => [reviewRef, problem.code]), [['R-ILL2', 'not_free'], ['R-ILL3', 'not_free']]) // prettier-ignore
    assert.equal((await bookingOf('R-ILL1')).meetings[0]?.officerId, 'O2')
    assert.equal((await bookingOf('R-ILL2')).meetings[0]?.officerId, 'O1')
    assert.deepEqual(await booking.changeOfficer({ ...asked, chosen: [], officerId: 'O2' }), { problems: [{ code: 'nothing_chosen' }] }) // prettier-ignore
  })

  test('given each to the child’s own IRO: those for whom that IRO is not free are left and named', async () => {
    await importRegisters(services, {
      'allocations.csv': 'child,officer_id,from,to\nGIVEN,O1,2022-05-09,2023-01-01\nGIVEN,O2,2023-01-01,',
    })
    await book('R-GIVEN', 'GIVEN', '2023-02-23', '10:00')
    await book('R-WITHOWN', 'WITHOWN', '2023-02-23', '12:00')
    const move = async (day: string) => {
      const entry = anEntry(day, { startsAt: '10:00' })
      const which = { ...asked, child: 'GIVEN', reviewRef: 'R-GIVEN', replaces: await versionOf('R-GIVEN'), entry }
      const why = { askedBy: 'SERVICE', reason: 'Leave', lateReason: null } as const
      return booking.rearrangeReview({ ...which, ...why })
    }
    assert.deepEqual(await move('2023-02-14'), [])
    const away = await booking.giveToOwn({ ...asked, chosen: await chosen('R-GIVEN') })
    assert.ok('left' in away)
    assert.deepEqual(
      away.left.map(({ problem }) => problem.code),
      ['officer_absent'],
    )
    assert.deepEqual(await move('2023-02-21'), [])
    assert.deepEqual(await booking.giveToOwn({ ...asked, chosen: await chosen('R-GIVEN', 'R-WITHOWN') }), {
      changed: ['R-GIVEN'],
      left: [{ reviewRef: 'R-WITHOWN', problem: { code: 'with_own_officer' } }],
    })
    assert.equal((await bookingOf('R-GIVEN')).meetings[0]?.officerId, 'O2')
  })

  test('called off, they wait to be booked again, which is then a move of the same review', async () => {
    await book('R-OFF1', 'OFF1', '2023-02-24', '14:00')
    await book('R-OFF2', 'OFF2', '2023-02-24', '15:00')
    const result = await booking.callOff({
      ...asked,
      chosen: await chosen('R-OFF1', 'R-OFF2'),
      reason: 'The officer is ill',
    })
    assert.deepEqual(result, { changed: ['R-OFF1', 'R-OFF2'], left: [] })
    assert.equal((await bookingOf('R-OFF1')).review.bookedFor, null)
    assert.deepEqual(await book('R-NEW', 'OFF1', '2023-02-27', '16:00'), { reviewRefs: ['R-OFF1'] })
    const { review, moves } = await bookingOf('R-OFF1')
    assert.deepEqual([review.firstBookedFor, review.bookedFor, review.timesRearranged].map(String), ['2023-02-24', '2023-02-27', '1']) // prettier-ignore
    assert.deepEqual(moves.map(({ fromDay, toDay, reason }) => [String(fromDay), String(toDay), reason]), [['2023-02-24', '2023-02-27', 'The officer is ill']]) // prettier-ignore
    assert.ok(told.includes('moved R-OFF1'))
  })

  test('a sealed review can be neither changed nor found out, and still takes the officer’s time', async () => {
    await book('R-SEALED', 'SEALED', '2023-03-01', '16:00', 'O2')
    await enter(services, 'named', { roles: ['iro_manager'] })
    const seal = { child: 'SEALED', people: ['named'], reason: 'Named in the press' }
    await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: 'named' })
    const replaces = await versionOf('R-SEALED')
    assert.equal(
      await booking.cancelReview({ ...asked, child: 'SEALED', reviewRef: 'R-SEALED', replaces, reason: 'x' }),
      null,
    )
    assert.deepEqual(await booking.callOff({ ...asked, chosen: [{ reviewRef: 'R-SEALED', replaces }], reason: 'x' }), { problems: [{ code: 'nothing_chosen' }] }) // prettier-ignore
    assert.deepEqual(codesOf(await book('R-ASKS', 'ASKS', '2023-03-01', '16:30', 'O2')), ['not_free'])
  })
})
