import { ageOn } from '../../../calendar/age.ts'
import type { BankHolidays } from '../../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import { type PlainDate, addDays, isAfter, isOnOrAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { meetings } from '../../../reviews/registers/meetings.ts'
import type { rearrangements } from '../../../reviews/registers/rearrangements.ts'
import type { reviews } from '../../../reviews/registers/reviews.ts'
import { defaultSettings } from '../../../settings/settings.ts'
import { type Random, randomOf } from '../random.ts'
import { type Span, officerOf } from './allocations.ts'
import { type Booking, endsAt, isHeld, isMovedBy, slackOf } from './bookings.ts'
import type { Service } from './service.ts'

type ReviewRow = RowOf<typeof reviews>

const DETAILS = 308
const MEETING = 309

const formatWeights = { IN_PERSON: 74, HYBRID: 16, VIRTUAL: 10 }
const reasonsToMove = [
  ['CHILD', 'Asked for a day after exams'],
  ['PARENT', 'Could not come on that day'],
  ['CARER', 'Away on that day'],
  ['SOCIAL_WORKER', 'The report was not ready'],
  ['OFFICER', 'Ill'],
  ['OTHER_PROFESSIONAL', 'The school asked for another day'],
] as const

/** Which reasons for a review held late come up how often; all of them are among those to choose from. */
const lateReason = (random: Random): string => random.oneOf(defaultSettings.lateReasons.slice(0, 6))

/** How a review's people meet, and why its date was moved: told by the booking, before anyone has met. */
function plansOf({ seeds }: Booking) {
  const random = randomOf(...seeds, MEETING)
  const format = random.weighted(formatWeights)
  const [askedBy, reason] = random.oneOf(reasonsToMove)
  return { format, askedBy, reason, isAtHome: random.isTrue(0.6) }
}

const blank = {
  first_booked_date: null, booked_date: null, times_rearranged: null, rearranged_reason: null, held_date: null,
  completed_date: null, series_of_meetings: null, officer_id: null, participation_code: null, child_consulted: null,
  child_chaired: null, format: null, social_worker_attended: null, social_worker_report_date: null,
  mother_attended: null, father_attended: null, parent_views_given: null, parent_met_before: null,
  decisions_date: null, record_date: null, distributed_date: null, child_letter_date: null, late_reason: null,
  manager_response_date: null, manager_agreed: null, adjourned: null, rag: null, permanence_plan: null,
  care_plan_current: null, pep_current: null, health_assessment_current: null, pathway_plan_current: null,
  plan_ratified: null, plan_agreed: null, leisure_needs_met: null, cultural_needs_met: null, substance_misuse: null,
  exploitation_risk: null, mental_health_need: null, going_missing: null,
} as const // prettier-ignore

/** The row of a review: held, with all that is written up of it, or planned, as far as it is booked. */
export function reviewRow(booking: Booking, service: Service, span: Span): ReviewRow {
  const { reviewRef, life, period, review, slot, bookedOn, moved } = booking
  const { today } = span
  const isBooked = isOnOrBefore(bookedOn, today)
  const wasMoved = isMovedBy(booking, today)
  const { format, reason } = plansOf(booking)
  const placedOn = period.adoption?.placedOn ?? null
  const row: ReviewRow = {
    ...blank,
    review_ref: reviewRef,
    child: life.child,
    kind: placedOn && isOnOrAfter(review.heldOn, placedOn) ? 'ADOPTION' : 'CLA',
    status: 'PLANNED',
    first_booked_date: isBooked ? (moved?.fromDay ?? review.heldOn) : null,
    booked_date: !isBooked ? null : moved && !wasMoved ? moved.fromDay : review.heldOn,
    times_rearranged: isBooked ? (wasMoved ? 1 : 0) : null,
    rearranged_reason: wasMoved ? reason : null,
    officer_id: slot?.officerId ?? officerOf(life, service, review.heldOn),
    format: isBooked ? format : null,
  }
  return isHeld(booking, today) ? { ...row, ...heldOf(booking, span) } : row
}

function heldOf(booking: Booking, { today, holidays }: Span): Partial<ReviewRow> {
  const { life, review, position, seeds } = booking
  const { heldOn, due, participation } = review
  const random = randomOf(...seeds, DETAILS)
  const age = ageOn(life.bornOn, heldOn)
  const known = (day: PlainDate) => (isAfter(day, today) ? null : day)
  /** Yes with this probability; now and then nobody has recorded it. */
  const answer = (probability: number) => {
    const isYes = random.isTrue(probability)
    return random.isTrue(0.03) ? null : isYes
  }
  const isSeries = random.isTrue(0.03)
  const isAdjourned = !isSeries && random.isTrue(0.02)
  const lastMeeting = workingDayIn(heldOn, random.between(4, 15), holidays)
  const completedOn = isSeries || isAdjourned ? lastMeeting : heldOn
  const after = (usual: number, spread: number, most: number): PlainDate =>
    addWorkingDays(completedOn, random.isTrue(0.08) ? most + random.between(1, 6) : usual + random.between(0, spread), holidays)
  const decisionsOn = after(2, 3, 5)
  const recordOn = after(7, 8, 15)
  const distributedOn = addWorkingDays(recordOn, random.between(1, 5), holidays)
  const letterOn = addWorkingDays(recordOn, random.between(0, 6), holidays)
  const takesPart = participation === 'PN1'
  return {
    status: 'HELD',
    booked_date: heldOn,
    held_date: heldOn,
    completed_date: isSeries || isAdjourned ? known(lastMeeting) : null,
    series_of_meetings: isSeries,
    adjourned: isAdjourned,
    participation_code: participation === 'PN0' || /^PN[1-7]$/.test(participation) ? participation : null,
    child_consulted: answer(age < 4 ? 0.8 : 0.88),
    child_chaired: age >= 10 && takesPart ? answer(0.14) : false,
    social_worker_attended: answer(0.95),
    social_worker_report_date: random.isTrue(0.95) ? addDays(heldOn, 1 - random.waiting(5)) : null,
    mother_attended: life.unaccompanied ? null : answer(0.36),
    father_attended: life.unaccompanied ? null : answer(0.19),
    parent_views_given: life.unaccompanied ? null : answer(0.58),
    parent_met_before: life.unaccompanied ? null : answer(0.34),
    decisions_date: known(decisionsOn),
    record_date: known(recordOn),
    distributed_date: known(distributedOn),
    child_letter_date: age >= 5 && random.isTrue(0.7) ? known(letterOn) : null,
    manager_response_date: known(addWorkingDays(decisionsOn, random.between(1, 5), holidays)),
    manager_agreed: isAfter(decisionsOn, addDays(today, -10)) ? null : answer(0.97),
    late_reason: isAfter(heldOn, due) ? lateReason(random) : null,
    rag: random.weighted({ GREEN: 66, AMBER: 27, RED: 7 }),
    permanence_plan: position >= 2 ? answer(0.93) : answer(0.3),
    care_plan_current: answer(0.94),
    pep_current: age >= 4 && age < 18 ? answer(0.9) : null,
    health_assessment_current: answer(0.91),
    pathway_plan_current: age >= 16 ? answer(0.86) : null,
    plan_ratified: answer(0.96),
    leisure_needs_met: answer(0.93),
    cultural_needs_met: answer(0.96),
    substance_misuse: age >= 11 ? answer(0.07) : false,
    exploitation_risk: age >= 11 ? answer(0.1) : false,
    mental_health_need: age >= 5 ? answer(0.22) : false,
    going_missing: age >= 11 ? answer(0.09) : false,
    plan_agreed: answer(0.94),
  }
} // prettier-ignore

/** A working day so many of them later. */
const workingDayIn = (day: PlainDate, days: number, holidays: BankHolidays): PlainDate =>
  addWorkingDays(day, days, holidays)

/** The meeting of a review that is booked with an officer, or was held. */
export function meetingRows(booking: Booking, { today }: Span): RowOf<typeof meetings>[] {
  const { slot, reviewRef, life } = booking
  if (!slot) return []
  const { format, isAtHome } = plansOf(booking)
  return [
    {
      review_ref: reviewRef,
      number: 1,
      child: life.child,
      date: slot.on,
      starts_at: slot.startsAt,
      ends_at: endsAt(slot.startsAt),
      officer_id: slot.officerId,
      place: format === 'VIRTUAL' ? null : isAtHome ? 'At home' : 'School',
      format,
      purpose: 'REVIEW',
      status: isHeld(booking, today) ? 'HELD' : 'BOOKED',
      why_not_as_chosen: null,
      override_reason: null,
      cancelled_why: null,
    },
  ]
}

/** The move of a review's date, once it was made. */
export function rearrangementRows(booking: Booking, { today }: Span): RowOf<typeof rearrangements>[] {
  const { reviewRef, life, review, moved } = booking
  if (!moved || isAfter(moved.on, today)) return []
  const { askedBy, reason } = plansOf(booking)
  return [
    {
      review_ref: reviewRef,
      number: 1,
      child: life.child,
      date: moved.on,
      from_date: moved.fromDay,
      to_date: review.heldOn,
      asked_by: askedBy,
      reason,
      slack_days: slackOf(booking),
    },
  ]
}
