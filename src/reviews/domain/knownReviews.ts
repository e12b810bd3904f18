import type { RegisterReviewFact } from '../registers/reviews.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { isAgainstAge } from '../../children/domain/participation.ts'
import { isInYear, reportingYear } from '../../calendar/reportingYear.ts'
import type { Finding } from '../../house/finding.ts'
import { type CareHistory, periodReviewedOn } from '../../children/domain/history.ts'
import type { FactSource, ReturnCoverage, ReviewFact } from '../../children/domain/record.ts'
import { dueDateIfKnown } from '../../clocks/deadlines.ts'
import {
  type PlainDate,
  compareDates,
  dayNumber,
  earlierOf,
  isAfter,
  isBefore,
  isOnOrBefore,
  isWithin,
  laterOf,
  longDate,
} from '../../kernel/dates.ts'
import type { Settings } from '../../settings/settings.ts'

/** A review that was held, from the return, the service's register or both: one review where child and day match. */
export interface KnownReview {
  heldOn: PlainDate
  /** `PN0` to `PN7`, or `not_recorded`. */
  participation: string
  /** Its row in the return; null where only the register has it. */
  source: FactSource | null
  /** What the register says of it; null where only the return has it. */
  details: RegisterReviewFact | null
}

/** What is known of the reviews of one child beside the return, and how to judge by it. */
export interface ReviewSources {
  registerReviews: readonly RegisterReviewFact[]
  /** The days from the first to the last review that the register holds for anyone; null where it holds none. */
  registerSpan: { from: PlainDate; to: PlainDate } | null
  coverage: readonly ReturnCoverage[]
}

/** A period of care is reviewed under these kinds; others have clocks of their own. */
const isOfTheCycle = (fact: RegisterReviewFact): boolean => fact.kind === 'CLA' || fact.kind === 'ADOPTION'

/**
 * The reviews held, one a day, in order: those of the return with those of the register. What the register leaves blank
 * the return fills. Where the two disagree, the register's code counts, and there is a finding.
 */
export function knownReviews(
  history: CareHistory,
  sources: ReviewSources,
): { reviews: KnownReview[]; findings: Finding[] } {
  const findings: Finding[] = []
  const byDay = new Map<number, KnownReview>()
  for (const fact of inOrder(history.record.reviews)) {
    const day = dayNumber(fact.heldOn)
    if (byDay.has(day)) continue
    byDay.set(day, {
      heldOn: fact.heldOn,
      participation: fact.participation || 'not_recorded',
      source: fact.source,
      details: null,
    })
  }
  for (const details of sources.registerReviews) {
    const { heldOn, status } = details
    // One that has begun and is to go on is held on the day it was opened, for the next clock: CLK-REV-9.
    if (status === 'CANCELLED' || heldOn === null || isAfter(heldOn, history.asAt) || !isOfTheCycle(details)) continue
    const day = dayNumber(heldOn)
    const inReturn = byDay.get(day)
    findings.push(...disagreements(history, details, heldOn, inReturn ?? null, sources))
    byDay.set(day, {
      heldOn,
      participation: details.participation ?? inReturn?.participation ?? 'not_recorded',
      source: inReturn?.source ?? null,
      details,
    })
  }
  const reviews = [...byDay.values()]
    .sort((a, b) => compareDates(a.heldOn, b.heldOn))
    .map((review) => byAge(history, review, findings))
  for (const review of reviews) findings.push(...oddities(history, review, sources))
  return { reviews, findings }
}

/**
 * A review with what the child's age makes of the code of taking part: PN0 is for a child under 4 at the review, the others
 * for one of 4 or over (CAL-8; the return's rules 440 and 441). Against the age, PN0 says nothing of taking part, and the
 * others count as PN0.
 */
function byAge(history: CareHistory, review: KnownReview, findings: Finding[]): KnownReview {
  const { bornOn, child } = history.record
  const { heldOn, participation, source } = review
  if (!bornOn || participation === 'not_recorded' || !isAgainstAge(participation, bornOn, heldOn)) return review
  const isUnder4 = participation !== 'PN0'
  findings.push({
    code: 'participation_against_age',
    child,
    source,
    what: `The review of ${longDate(heldOn)} has ${participation}, and the child was ${isUnder4 ? 'under 4' : '4 or over'} that day.`,
    counted: isUnder4 ? 'It is counted as PN0.' : 'How the child took part is counted as not recorded.',
  })
  return { ...review, participation: isUnder4 ? 'PN0' : 'not_recorded' }
}

/** By day; of one day, a code recorded before a blank, and the lower of two. */
const inOrder = (reviews: readonly ReviewFact[]): ReviewFact[] =>
  [...reviews].sort(
    (a, b) =>
      compareDates(a.heldOn, b.heldOn) ||
      Number(a.participation === '') - Number(b.participation === '') ||
      a.participation.localeCompare(b.participation),
  )

function disagreements(
  history: CareHistory,
  details: RegisterReviewFact,
  heldOn: PlainDate,
  inReturn: KnownReview | null,
  { coverage }: ReviewSources,
): Finding[] {
  const child = history.record.child
  if (inReturn) {
    const { participation, source } = inReturn
    if (details.participation === null || participation === 'not_recorded' || participation === details.participation)
      return []
    return [
      {
        code: 'participation_differs',
        child,
        source,
        what: `For the review of ${longDate(heldOn)} (${details.reviewRef}) the return has ${participation} and the register ${details.participation}.`,
        counted: 'The register’s code is counted.',
      },
    ]
  }
  const isCovered = coverage.some(({ year }) => isInYear(heldOn, reportingYear(year)))
  if (!isCovered || !periodReviewedOn(history, heldOn)) return []
  return [
    {
      code: 'review_not_in_return',
      child,
      source: null,
      what: `The register has a review held on ${longDate(heldOn)} (${details.reviewRef}); the return for that year does not.`,
      counted: 'It is counted as held.',
    },
  ]
}

function oddities(history: CareHistory, review: KnownReview, { registerSpan }: ReviewSources): Finding[] {
  const { heldOn, source, details } = review
  const child = history.record.child
  if (periodReviewedOn(history, heldOn)) {
    if (details || !registerSpan || !isWithin(heldOn, registerSpan.from, registerSpan.to)) return []
    return [
      {
        code: 'review_not_in_register',
        child,
        source,
        what: `The return has a review held on ${longDate(heldOn)}; the register does not.`,
        counted: 'It is counted as held. What only the register records of a review is not known of it.',
      },
    ]
  }
  const isInShortBreak = history.shortBreaks.some(
    (episode) => isOnOrBefore(episode.from, heldOn) && (episode.until === null || isBefore(heldOn, episode.until)),
  )
  return [
    {
      code: isInShortBreak ? 'review_in_short_break' : 'review_outside_care',
      child,
      source,
      what: isInShortBreak
        ? `A review was held on ${longDate(heldOn)}, during a short break.`
        : `A review was held on ${longDate(heldOn)}, when the child was not looked after.`,
      counted: 'It is counted in no figure and starts no clock.',
    },
  ]
}

/**
 * Whether a review that was adjourned or ran over a series of meetings was also completed in time: within 20 working
 * days of the first meeting, or the authority’s own limit. True for any other review. CLK-REV-8, CLK-REV-9.
 */
export function isCompletedInTime(
  { heldOn, details }: KnownReview,
  asAt: PlainDate,
  { settings, holidays }: { settings: Settings; holidays: BankHolidays },
): boolean {
  if (!details) return true
  const wasOpened = details.adjourned === true || details.seriesOfMeetings === true || details.status === 'PLANNED'
  if (!wasOpened) return true
  const limit = dueDateIfKnown(
    heldOn,
    { amount: settings.booking.adjournmentWorkingDays, unit: 'working_days' },
    holidays,
  )
  if (limit === null) return true
  const completedOn = completionOf(details)
  if (completedOn === null) return !isAfter(asAt, limit)
  return isAfter(completedOn, asAt) ? !isAfter(asAt, limit) : !isAfter(completedOn, limit)
}

/**
 * When a review was completed: where nothing else is recorded, on the day it was held, unless it is still open or was
 * adjourned, which says that it was not completed then. Null where it was not, as far as is known.
 */
const completionOf = ({ status, heldOn, completedOn, adjourned }: RegisterReviewFact): PlainDate | null =>
  status === 'PLANNED' ? null : (completedOn ?? (adjourned === true ? null : heldOn))

/** Whether a review that was held has not been completed by a day. */
export const isToBeCompleted = ({ details }: KnownReview, asAt: PlainDate): boolean => {
  const completedOn = details && completionOf(details)
  return details !== null && (completedOn === null || isAfter(completedOn, asAt))
}

/** From the first to the last day on which a review of the cycle is held in the register. */
export function spanOf(reviews: readonly RegisterReviewFact[]): ReviewSources['registerSpan'] {
  let span: ReviewSources['registerSpan'] = null
  for (const fact of reviews) {
    const { heldOn } = fact
    if (heldOn === null || !isOfTheCycle(fact)) continue
    span = span ? { from: earlierOf(span.from, heldOn), to: laterOf(span.to, heldOn) } : { from: heldOn, to: heldOn }
  }
  return span
}
