import type { PlainDate } from '../kernel/dates.ts'

/**
 * A time limit as data. Working days skip weekends and bank holidays (CAL-2); months end on the same day-number, or
 * the month's last day (CAL-3); calendar days and months never move off a weekend (CAL-5).
 */
export interface Limit {
  amount: number
  unit: 'working_days' | 'calendar_days' | 'months'
}

/** How sure the rule is: read in the regulation, well established, or one authority's own. */
export type Confidence = 'certain' | 'likely' | 'local practice'

/** Something that happened on a day, in words that complete "from …": `becoming looked after`. */
export interface ClockEvent {
  what: string
  on: PlainDate
}

/** What a deadline is about; a due list groups and filters by it. */
export type DeadlineKind =
  | 'review'
  | 'review_completion'
  | 'short_break'
  | 'secure'
  | 'iro'
  | 'care_plan'
  | 'health'
  | 'education'
  | 'permanence'
  | 'pathway_plan'

/**
 * A rule of time, as data: what the statute or the local rule says, without a child in it.
 * A room's pure function finds the starts of it in the facts (`ClockRun`); `deadlineOf` gives the deadline.
 */
export interface Clock {
  /** The id in the rulebook: `CLK-REV-1`. */
  id: string
  kind: DeadlineKind
  /** What must happen, as a noun: `First review`. */
  title: string
  limit: Limit
  /** The rule in a sentence's end: `within 20 working days of becoming looked after`. */
  rule: string
  /** Regulation, guidance or report that the rule comes from. */
  source: string
  confidence: Confidence
}

/** One start of a clock for one child: the facts that `deadlineOf` turns into a deadline. */
export interface ClockRun {
  clock: Clock
  child: string
  startedBy: ClockEvent
  /** The first day on which the event counts as keeping the limit, where there is such a window (CLK-REV-17). */
  notBefore: PlainDate | null
  satisfiedBy: ClockEvent | null
  /** What ended the duty before it was fulfilled: `ceasing to be looked after`. */
  endedBy: ClockEvent | null
  /**
   * Whether the facts that Footprint holds can show that the limit was kept. Where they can't, the deadline is shown
   * until it passes and never called overdue: nobody knows.
   */
  isSatisfactionRecorded: boolean
  /** More to say of this run in its explanation: an assumption, a stricter local rule. Whole sentences. */
  notes: readonly string[]
}

/**
 * Where a clock stands on a day. `lapsed`: the duty fell away before it was due. `not_known`: the limit has passed
 * and no source says whether it was kept. Rulebook 0.3.
 */
export type DeadlineState = 'running' | 'met' | 'met_late' | 'overdue' | 'lapsed' | 'not_known'

/** A deadline, with all that explains it. */
export interface Deadline {
  clock: Clock
  child: string
  startedBy: ClockEvent
  due: PlainDate
  /** The last working day on or before `due`; null past the end of the list of holidays. */
  latestPractical: PlainDate | null
  notBefore: PlainDate | null
  satisfiedBy: ClockEvent | null
  endedBy: ClockEvent | null
  isSatisfactionRecorded: boolean
  state: DeadlineState
  /** Calendar days late, where it is `met_late` or `overdue`; otherwise 0. */
  daysLate: number
  notes: readonly string[]
}
