import type { BankHolidays } from '../../../calendar/bankHolidays.ts'
import { previousYear, reportingYearOf } from '../../../calendar/reportingYear.ts'
import { challengeChildren } from '../../../challenge/registers/challengeChildren.ts'
import { challengeStages } from '../../../challenge/registers/challengeStages.ts'
import { challenges } from '../../../challenge/registers/challenges.ts'
import { courtDocuments } from '../../../court/registers/courtDocuments.ts'
import { hearings } from '../../../court/registers/hearings.ts'
import { proceedings } from '../../../court/registers/proceedings.ts'
import { contacts } from '../../../participation/registers/contacts.ts'
import { flags } from '../../../oversight/registers/flags.ts'
import { oversight } from '../../../oversight/registers/oversight.ts'
import { reviewRequests } from '../../../oversight/registers/reviewRequests.ts'
import { visits } from '../../../oversight/registers/visits.ts'
import { missingMeetings } from '../../../missingChildren/registers/missingMeetings.ts'
import { missingReturns } from '../../../missingChildren/registers/missingReturns.ts'
import { childrenRegister } from '../../../children/registers/children.ts'
import { family } from '../../../children/registers/family.ts'
import { notifications } from '../../../children/registers/notifications.ts'
import { people } from '../../../children/registers/people.ts'
import { type PlainDate, addDays, isOnOrAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import { absences } from '../../../officers/registers/absences.ts'
import { allocations } from '../../../officers/registers/allocations.ts'
import { handovers } from '../../../officers/registers/handovers.ts'
import { officerRequests } from '../../../officers/registers/officerRequests.ts'
import { officers } from '../../../officers/registers/officers.ts'
import type { Register } from '../../../registers/register.ts'
import { choices } from '../../../participation/registers/choices.ts'
import { meetings } from '../../../reviews/registers/meetings.ts'
import { rearrangements } from '../../../reviews/registers/rearrangements.ts'
import { reviews } from '../../../reviews/registers/reviews.ts'
import { duties } from '../../../duties/registers/duties.ts'
import { linkOfficers } from '../../../duties/registers/linkOfficers.ts'
import { fosterCarers } from '../../../fostering/registers/fosterCarers.ts'
import { fosterHouseholds } from '../../../fostering/registers/fosterHouseholds.ts'
import { fosterReviews } from '../../../fostering/registers/fosterReviews.ts'
import { fosterSurveys } from '../../../fostering/registers/fosterSurveys.ts'
import { context } from '../../../children/registers/context.ts'
import { reportAims } from '../../../reporting/registers/aims.ts'
import { reportStories } from '../../../reporting/registers/stories.ts'
import { auditActions } from '../../../learning/registers/auditActions.ts'
import { audits } from '../../../learning/registers/audits.ts'
import { learningProducts } from '../../../learning/registers/learningProducts.ts'
import { observations } from '../../../learning/registers/observations.ts'
import { support } from '../../../support/registers/support.ts'
import { volunteers } from '../../../support/registers/volunteers.ts'
import { consultations } from '../../../consulting/registers/consultations.ts'
import { advisers } from '../../../children/registers/advisers.ts'
import { earlyPlacements } from '../../../fostering/registers/earlyPlacements.ts'
import { fosterChecks } from '../../../fostering/registers/fosterChecks.ts'
import { fosterEvents } from '../../../fostering/registers/fosterEvents.ts'
import { placementConsultations } from '../../../fostering/registers/placementConsultations.ts'
import { preparationSteps } from '../../../watched/registers/preparationSteps.ts'
import { feedback } from '../../../consulting/registers/feedback.ts'
import { statements } from '../../../consulting/registers/statements.ts'
import { wishes } from '../../../consulting/registers/wishes.ts'
import { attendance } from '../../../recording/registers/attendance.ts'
import { distributions } from '../../../recording/registers/distributions.ts'
import { recommendations } from '../../../recording/registers/recommendations.ts'
import { recordSections } from '../../../recording/registers/recordSections.ts'
import { reviewDetails } from '../../../recording/registers/reviewDetails.ts'
import type { Life } from '../life.ts'
import { consultationRows, feedbackRows, statementRows, wishRowsOf } from './asked.ts'
import { type Span, allocationsOf, notificationsOf } from './allocations.ts'
import { childNameRow, contactRows, familyRows } from './around.ts'
import { choiceRows, requestRows } from './choiceRows.ts'
import { bookingsOf } from './bookings.ts'
import { earlyRows, eventRows } from './householdEvents.ts'
import { householdChallengeRows } from './householdChallenges.ts'
import { checkRows } from './householdChecks.ts'
import { fosteringRows } from './households.ts'
import type { FosterStay } from './placed.ts'
import { appraisalRows, auditRows, dutyRows, linkMeetingRows, linkRows, observationRows } from './learning.ts'
import { supportRows } from './supportRows.ts'
import { pathwayReviewRows } from './pathwayReviews.ts'
import { productRows } from './productRows.ts'
import { challengeRowsOf } from './challengeRows.ts'
import { themedRows } from './themedRows.ts'
import { courtRowsOf } from './courtRows.ts'
import { missingMeetingRows } from './missingMeetingRows.ts'
import { entryRows, returnRows, visitRows } from './oversightRows.ts'
import { flagRows, reviewRequestRows } from './flagRows.ts'
import { aimRows, contextRows, storyRows } from './reportRows.ts'
import { decisionRows } from './decisionRows.ts'
import { peopleRows } from './people.ts'
import { attendanceRows, detailRows, distributionRows, recordSectionRows } from './recordRows.ts'
import { reviewRow } from './reviewRows.ts'
import { meetingRows, rearrangementRows } from './meetingRows.ts'
import { absencesOf, everyOfficer, officersSince, serviceOf } from './service.ts'
import { adviserRows, orderEntryRows, preparationRows, privateVisitRows } from './watchedRows.ts'

/** A register with its made-up rows. */
export interface MadeUpRegister {
  register: Register<object>
  rows: readonly object[]
}

/** What the registers are made up for. */
export interface RegistersOptions {
  seed: number
  /** How many children the authority looks after at a time, about: so many officers it needs. */
  children: number
  /** The day on which the registers are as they are. */
  today: PlainDate
  holidays: BankHolidays
  /** The stays with foster carers of every child there ever was; left out: of those whose registers are made up. */
  stays?: readonly FosterStay[]
}

/** Whether registers of this day say anything of a child: nothing of who left care long before. */
export const isInRegisters = (life: Life, today: PlainDate): boolean =>
  life.periods.some(({ from, to }) => isOnOrBefore(from, today) && isOnOrAfter(to, registersSince(today)))

/** How far ahead officers' absences are known. */
const DAYS_AHEAD = 240

/** The first day that registers of this day tell of: of the year two years before. */
export const registersSince = (today: PlainDate): PlainDate =>
  previousYear(previousYear(reportingYearOf(today))).firstDay

/**
 * The registers that the service of these children keeps on a day: what the returns say of reviews and what they never
 * say, of this year and the two before. A later day tells more of the same, and keeps the keys of the rows.
 */
export function madeUpRegisters(lives: readonly Life[], options: RegistersOptions): MadeUpRegister[] {
  const { seed, children, today, holidays } = options
  const watched = peopleRows(seed, { since: registersSince(today), today, holidays })
  const span: Span = { since: registersSince(today), today, holidays }
  const service = serviceOf(seed, children, today)
  const away = absencesOf(service, seed, span.since, addDays(today, DAYS_AHEAD))
  const allocated = lives.map((life) => allocationsOf(life, service, span))
  const bookings = bookingsOf(lives, service, away, span)
  const staff = officersSince(service, span.since).filter(({ role }) => role !== 'MANAGER')
  const reviewers = staff.filter(({ role }) => role === 'IRO')
  const fostering = fosteringRows(seed, children, lives, span, options.stays)
  const audited = auditRows(seed, lives, reviewers, span)
  const supported = supportRows(seed, children, lives, span)
  const court = lives.map((life) => courtRowsOf(life, span))
  const challenged = lives.map((life) => challengeRowsOf(life, service, span))
  const themed = themedRows(lives, span)
  const ofHouseholds = householdChallengeRows(seed, fostering.carers, span)
  const early = lives.map((life) => earlyRows(seed, life, span))
  const reviewRows = bookings.map((booking) => reviewRow(booking, service, span))
  const pathways = pathwayReviewRows(seed, watched, span)
  const contactsMade = lives.flatMap((life) => contactRows(life, span))
  const lifeOf = new Map(lives.map((life) => [life.child, life]))
  const bornOn = (child: string) => lifeOf.get(child)?.bornOn ?? null
  const around = Map.groupBy(contactsMade, ({ child }) => child)
  // Who came and who was sent what is kept of this year and the one before.
  const recentFrom = previousYear(reportingYearOf(today)).firstDay
  const recent = reviewRows.filter(({ heldOn }) => heldOn && isOnOrAfter(heldOn, recentFrom))
  return [
    { register: officers, rows: everyOfficer(service) },
    { register: people, rows: watched },
    { register: childrenRegister, rows: lives.map(childNameRow) },
    { register: allocations, rows: allocated.flatMap((one) => one.allocations) },
    { register: notifications, rows: lives.flatMap((life) => notificationsOf(life, span)) },
    { register: reviews, rows: [...reviewRows, ...pathways] },
    { register: contacts, rows: contactsMade },
    { register: family, rows: familyRows(lives, span) },
    { register: choices, rows: lives.flatMap((life) => choiceRows(life, span)) },
    { register: meetings, rows: bookings.flatMap((booking) => meetingRows(booking, span)) },
    { register: rearrangements, rows: bookings.flatMap((booking) => rearrangementRows(booking, span)) },
    { register: absences, rows: away },
    { register: officerRequests, rows: lives.flatMap((life) => requestRows(life, span)) },
    { register: handovers, rows: allocated.flatMap((one) => one.handovers) },
    { register: fosterCarers, rows: fostering.carers },
    { register: fosterHouseholds, rows: fostering.members },
    { register: fosterReviews, rows: fostering.reviews },
    { register: fosterSurveys, rows: fostering.surveys },
    { register: volunteers, rows: supported.visitors },
    { register: support, rows: supported.support },
    { register: audits, rows: audited.audits },
    { register: auditActions, rows: audited.actions },
    { register: observations, rows: observationRows(seed, reviewers, span) },
    { register: learningProducts, rows: productRows(span) },
    { register: duties, rows: [...dutyRows(seed, staff, span), ...appraisalRows(seed, staff, span), ...linkMeetingRows(reviewers, span)] }, // prettier-ignore
    { register: linkOfficers, rows: linkRows(reviewers, span) },
    { register: proceedings, rows: court.flatMap((one) => one.proceedings) },
    { register: courtDocuments, rows: court.flatMap((one) => one.documents) },
    { register: hearings, rows: court.flatMap((one) => one.hearings) },
    { register: challenges, rows: [...challenged.flatMap((one) => one.challenges), ...themed.challenges, ...ofHouseholds.challenges] }, // prettier-ignore
    { register: challengeChildren, rows: themed.children },
    { register: challengeStages, rows: [...challenged.flatMap((one) => one.stages), ...themed.stages, ...ofHouseholds.stages] }, // prettier-ignore
    { register: oversight, rows: [...lives.flatMap((life) => entryRows(life, service, span)), ...orderEntryRows(seed, watched, span)] }, // prettier-ignore
    { register: visits, rows: [...lives.flatMap((life) => visitRows(life, span)), ...privateVisitRows(seed, watched, span)] }, // prettier-ignore
    { register: advisers, rows: adviserRows(seed, watched) },
    { register: preparationSteps, rows: lives.flatMap((life) => preparationRows(seed, life, span)) },
    { register: fosterEvents, rows: eventRows(seed, fostering.carers, fostering.reviews, span) },
    { register: fosterChecks, rows: checkRows(seed, fostering.carers, span) },
    { register: earlyPlacements, rows: early.flatMap(({ placements }) => placements) },
    { register: placementConsultations, rows: early.flatMap(({ moves }) => moves) },
    { register: reviewRequests, rows: lives.flatMap((life) => reviewRequestRows(life, span)) },
    { register: flags, rows: lives.flatMap((life) => flagRows(life, span)) },
    { register: missingReturns, rows: lives.flatMap((life) => returnRows(life, span)) },
    { register: missingMeetings, rows: lives.flatMap((life) => missingMeetingRows(life, span)) },
    {
      register: recommendations,
      rows: decisionRows([...reviewRows, ...pathways], today, bornOn),
    },
    {
      register: reviewDetails,
      rows: recent.flatMap((review) => {
        const life = lifeOf.get(review.child)
        return life ? detailRows(review, life) : []
      }),
    },
    { register: attendance, rows: recent.flatMap((one) => attendanceRows(one, around.get(one.child) ?? [])) },
    { register: distributions, rows: recent.flatMap((one) => distributionRows(one, around.get(one.child) ?? [])) },
    { register: recordSections, rows: recordSectionRows(reviewRows, today) },
    {
      register: consultations,
      rows: [
        ...reviewRows.flatMap((review) => consultationRows(review, today, bornOn(review.child))),
        ...fostering.consultations,
      ],
    },
    { register: wishes, rows: reviewRows.flatMap((review) => wishRowsOf(review, today, bornOn(review.child))) },
    { register: statements, rows: reviewRows.flatMap((review) => statementRows(review, today, bornOn(review.child))) },
    { register: feedback, rows: reviewRows.flatMap((review) => feedbackRows(review, span)) },
    { register: context, rows: contextRows(children, span) },
    { register: reportAims, rows: aimRows(span) },
    { register: reportStories, rows: storyRows(span) },
  ]
}
