import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { birthday } from '../../calendar/age.ts'
import { reviewsAreKnownFrom } from '../../children/domain/coverage.ts'
import type { Finding } from '../../house/finding.ts'
import { type CareHistory, type PeriodOfCare, periodReviewedOn } from '../../children/domain/history.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import { dueDateIfKnown } from '../../clocks/deadlines.ts'
import { type PlainDate, addDays, compareDates, isAfter, isBefore, isOnOrAfter } from '../../kernel/dates.ts'
import type { Settings } from '../../settings/settings.ts'
import { isCompletedInTime } from './completion.ts'
import type { KnownReview, ReviewSources } from './knownReview.ts'
import { knownReviews } from './knownReviews.ts'
import { type Obligation, type Standing, obligations } from './obligations.ts'

/** An obligation with the day by which it asks for the review. */
export interface DatedObligation extends Obligation {
  due: PlainDate
}

/** A review held while the child was looked after. */
export interface HeldReview extends KnownReview {
  child: string
  period: PeriodOfCare
  /** Its place in the period of care, also where an adoption rule gave the date. */
  position: 'first' | 'second' | 'later'
  /** What it was due by: the earliest of the rules that published timeliness judges by; null where not known. */
  judgedBy: DatedObligation | null
  /** Null where it is not known when it was due. */
  isOnTime: boolean | null
  /** Whether its due date fell in the easement of 24 April to 25 September 2020. CLK-REV-24. */
  isUnderEasement: boolean
}

/** A review that a period of care still asked for when the duty ended, or asks for now. */
export interface AwaitedReview {
  period: PeriodOfCare
  /** The first day on which no review was owed any more; null while one is. */
  dutyEndedOn: PlainDate | null
  /** Every rule that asks for it, the earliest due first. The first is the operative one. */
  obligations: readonly DatedObligation[]
}

/** The reviews of a child: what was held, what is awaited. */
export interface ReviewCycle {
  held: readonly HeldReview[]
  awaited: readonly AwaitedReview[]
  findings: readonly Finding[]
}

/** What the law and the authority's rules make of the reviews. */
export interface ReviewRules {
  settings: Settings
  holidays: BankHolidays
  coverage: readonly ReturnCoverage[]
}

/** Follows each period of care from review to review. Pure: `history` says as at which day. */
export function reviewCycle(
  history: CareHistory,
  rules: ReviewRules,
  register: Pick<ReviewSources, 'registerReviews' | 'registerSpan'>,
): ReviewCycle {
  const { reviews, findings } = knownReviews(history, { ...register, coverage: rules.coverage })
  const held: HeldReview[] = []
  const awaited: AwaitedReview[] = []
  for (const period of history.periods) {
    const days: PlainDate[] = []
    let isCountKnown = period.isStartRecorded
    const inPeriod = reviews.filter((one) => periodReviewedOn(history, one.heldOn) === period)
    const dutyEndedOn = endOfDuty(period, history)
    const upTo = dutyEndedOn ? addDays(dutyEndedOn, -1) : history.asAt
    for (const [index, review] of inPeriod.entries()) {
      const standing = standingOf(period, days, isCountKnown, review.heldOn, rules)
      isCountKnown = standing.isCountKnown
      const openUntil = index === inPeriod.length - 1 ? upTo : null
      held.push(new JudgedReview(review, standing, rules, history.asAt, openUntil))
      days.push(review.heldOn)
    }
    const asked = dated(standingOf(period, days, isCountKnown, upTo, rules), rules)
    if (asked.length > 0) awaited.push({ period, dutyEndedOn, obligations: asked })
  }
  return { held, awaited, findings }
}

/** The end of the period or, before that, the 18th birthday: review clocks lapse then (CLK-REV-12). Null while neither. */
function endOfDuty({ endedOn }: PeriodOfCare, { record, asAt }: CareHistory): PlainDate | null {
  const eighteen = record.bornOn && birthday(record.bornOn, 18)
  return eighteen && !isAfter(eighteen, asAt) && (endedOn === null || isBefore(eighteen, endedOn)) ? eighteen : endedOn
}

/**
 * Where the period stands before the next review. Whether the reviews so far are all of them is given up, for the rest
 * of the period, where the records do not reach back to when this one was due.
 */
function standingOf(
  period: PeriodOfCare,
  held: readonly PlainDate[],
  wasCountKnown: boolean,
  upTo: PlainDate,
  rules: ReviewRules,
): Standing {
  const knownFrom = reviewsAreKnownFrom(rules.coverage, upTo)
  const standing = { period, held: [...held], isCountKnown: wasCountKnown, upTo, knownFrom }
  if (!wasCountKnown || knownFrom === null) return standing
  const anchor = held.at(-1) ?? period.startedOn
  if (isOnOrAfter(anchor, knownFrom)) return standing
  const due = dated(standing, rules)[0]?.due
  return { ...standing, isCountKnown: due !== undefined && isOnOrAfter(due, knownFrom) }
}

function dated(standing: Standing, rules: ReviewRules): DatedObligation[] {
  return obligations(standing, rules.settings)
    .flatMap((asked) => {
      const due = dueDateIfKnown(asked.startedBy.on, asked.clock.limit, rules.holidays)
      if (due === null) return []
      return asked.onlyIfDueBefore && !isBefore(due, asked.onlyIfDueBefore) ? [] : [{ ...asked, due }]
    })
    .sort((a, b) => compareDates(a.due, b.due))
}

/**
 * A review and its judgement, which is made only where someone asks: a year's figures ask of the year's own reviews, a
 * few of all that a child has had.
 */
class JudgedReview implements HeldReview {
  readonly heldOn: PlainDate
  readonly participation: string
  readonly source: KnownReview['source']
  readonly details: KnownReview['details']
  readonly child: string
  readonly period: PeriodOfCare
  readonly position: HeldReview['position']
  readonly #standing: Standing
  readonly #rules: ReviewRules
  readonly #asAt: PlainDate
  /** Where no review of the period followed: the day up to which one was still owed. */
  readonly #openUntil: PlainDate | null
  #judgedBy: DatedObligation | null | undefined
  #isOnTime: boolean | null | undefined

  constructor(
    review: KnownReview,
    standing: Standing,
    rules: ReviewRules,
    asAt: PlainDate,
    openUntil: PlainDate | null,
  ) {
    this.heldOn = review.heldOn
    this.participation = review.participation
    this.source = review.source
    this.details = review.details
    this.child = standing.period.child
    this.period = standing.period
    const place = standing.held.length + 1
    this.position = !standing.isCountKnown || place > 2 ? 'later' : place === 1 ? 'first' : 'second'
    this.#standing = standing
    this.#rules = rules
    this.#asAt = asAt
    this.#openUntil = openUntil
  }

  get judgedBy(): DatedObligation | null {
    if (this.#judgedBy === undefined) this.#judgedBy = this.#judge()
    return this.#judgedBy
  }

  get isOnTime(): boolean | null {
    if (this.#isOnTime === undefined) this.#isOnTime = this.#wasInTime()
    return this.#isOnTime
  }

  #wasInTime(): boolean | null {
    const { judgedBy } = this
    if (!judgedBy) return null
    const isInWindow = judgedBy.notBefore === null || !isBefore(this.heldOn, judgedBy.notBefore)
    return isInWindow && !isAfter(this.heldOn, judgedBy.due) && isCompletedInTime(this, this.#asAt, this.#rules)
  }

  get isUnderEasement(): boolean {
    return this.judgedBy !== null && isEased(this.judgedBy)
  }

  #judge(): DatedObligation | null {
    const isDueKnown = this.#standing.isCountKnown || hasReviewSinceKnown(this.#standing)
    if (!isDueKnown) return null
    const asked = dated(this.#standing, this.#rules).filter((one) => one.countsForTimeliness)
    return asked.find((one) => this.#isWindowMissed(one)) ?? asked.find((one) => !this.#isBeforeWindow(one)) ?? null
  }

  #isBeforeWindow({ notBefore }: DatedObligation): boolean {
    return notBefore !== null && isBefore(this.heldOn, notBefore)
  }

  /** Held too early for its window, and no other review came within it: late, as the window is overdue. CLK-REV-17. */
  #isWindowMissed(asked: DatedObligation): boolean {
    return this.#isBeforeWindow(asked) && this.#openUntil !== null && !isBefore(this.#openUntil, asked.due)
  }
}

/** Where the count is not known, a review is judged only from an earlier one that nothing can have come between. */
function hasReviewSinceKnown({ held, knownFrom }: Standing): boolean {
  const last = held.at(-1)
  return last !== undefined && (knownFrom === null || isOnOrAfter(last, knownFrom))
}

const isEased = (asked: DatedObligation): boolean =>
  asked.clock.id === 'CLK-REV-3' && asked.due.year === 2020 && isInEasement(asked.due)

const isInEasement = (day: PlainDate): boolean => {
  const monthAndDay = day.month * 100 + day.day
  return monthAndDay >= 424 && monthAndDay <= 925
}
