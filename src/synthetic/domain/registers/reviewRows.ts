import { lateReasonsSetting } from '../../../booking/settings.ts'
import { ageOn } from '../../../calendar/age.ts'
import type { BankHolidays } from '../../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import { type PlainDate, addDays, isAfter, isOnOrAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { reviews } from '../../../reviews/registers/reviews.ts'
import { defaultSettings } from '../../../settings/settings.ts'
import { type Random, randomOf } from '../random.ts'
import { type Span, officerOf } from './allocations.ts'
import { type Booking, isHeld, isMovedBy } from './bookings.ts'
import type { Service } from './service.ts'
import { plansOf } from './meetingRows.ts'

export type ReviewRow = RowOf<typeof reviews>

const DETAILS = 308

/** Which reasons for a review held late come up how often; all of them are among those to choose from. */
const lateReason = (random: Random): string => random.oneOf(lateReasonsSetting.of(defaultSettings).slice(0, 6))

/** A review of which nothing but what it is has been said. */
export const blankReview = {
  firstBookedFor: null, bookedFor: null, timesRearranged: null, rearrangedReason: null, heldOn: null,
  completedOn: null, seriesOfMeetings: null, officerId: null, participation: null, childConsulted: null,
  childChaired: null, format: null, socialWorkerAttended: null, socialWorkerReportOn: null,
  motherAttended: null, fatherAttended: null, parentViewsGiven: null, parentMetBefore: null,
  decisionsOn: null, recordOn: null, distributedOn: null, childLetterOn: null, lateReason: null, correctionReason: null,
  managerRespondedOn: null, managerAgreed: null, adjourned: null, rag: null, permanencePlan: null,
  carePlanCurrent: null, pepCurrent: null, healthAssessmentCurrent: null, pathwayPlanCurrent: null,
  planRatified: null, planAgreed: null, leisureNeedsMet: null, culturalNeedsMet: null, substanceMisuse: null,
  exploitationRisk: null, mentalHealthNeed: null, goingMissing: null,
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
    ...blankReview,
    reviewRef,
    child: life.child,
    kind: placedOn && isOnOrAfter(review.heldOn, placedOn) ? 'ADOPTION' : 'CLA',
    status: 'PLANNED',
    firstBookedFor: isBooked ? (moved?.fromDay ?? review.heldOn) : null,
    bookedFor: !isBooked ? null : moved && !wasMoved ? moved.fromDay : review.heldOn,
    timesRearranged: isBooked ? (wasMoved ? 1 : 0) : null,
    rearrangedReason: wasMoved ? reason : null,
    officerId: slot?.officerId ?? officerOf(life, service, review.heldOn),
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
    bookedFor: heldOn,
    heldOn: heldOn,
    completedOn: isSeries || isAdjourned ? known(lastMeeting) : null,
    seriesOfMeetings: isSeries,
    adjourned: isAdjourned,
    participation: participation === 'PN0' || /^PN[1-7]$/.test(participation) ? participation : null,
    childConsulted: answer(age < 4 ? 0.8 : 0.88),
    childChaired: age >= 10 && takesPart ? answer(0.14) : false,
    socialWorkerAttended: answer(0.95),
    socialWorkerReportOn: random.isTrue(0.95) ? addDays(heldOn, 1 - random.waiting(5)) : null,
    motherAttended: life.unaccompanied ? null : answer(0.36),
    fatherAttended: life.unaccompanied ? null : answer(0.19),
    parentViewsGiven: life.unaccompanied ? null : answer(0.58),
    parentMetBefore: life.unaccompanied ? null : answer(0.34),
    decisionsOn: known(decisionsOn),
    recordOn: known(recordOn),
    distributedOn: known(distributedOn),
    childLetterOn: age >= 5 && random.isTrue(0.7) ? known(letterOn) : null,
    managerRespondedOn: known(addWorkingDays(decisionsOn, random.between(1, 5), holidays)),
    managerAgreed: isAfter(decisionsOn, addDays(today, -10)) ? null : answer(0.97),
    lateReason: isAfter(heldOn, due) ? lateReason(random) : null,
    rag: random.weighted({ GREEN: 66, AMBER: 27, RED: 7 }),
    permanencePlan: position >= 2 ? answer(0.93) : answer(0.3),
    carePlanCurrent: answer(0.94),
    pepCurrent: age >= 4 && age < 18 ? answer(0.9) : null,
    healthAssessmentCurrent: answer(0.91),
    pathwayPlanCurrent: age >= 16 ? answer(0.86) : null,
    planRatified: answer(0.96),
    leisureNeedsMet: answer(0.93),
    culturalNeedsMet: answer(0.96),
    substanceMisuse: age >= 11 ? answer(0.07) : false,
    exploitationRisk: age >= 11 ? answer(0.1) : false,
    mentalHealthNeed: age >= 5 ? answer(0.22) : false,
    goingMissing: age >= 11 ? answer(0.09) : false,
    planAgreed: answer(0.94),
  }
} // prettier-ignore

/** A working day so many of them later. */
const workingDayIn = (day: PlainDate, days: number, holidays: BankHolidays): PlainDate =>
  addWorkingDays(day, days, holidays)
