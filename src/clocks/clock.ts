import type { PlainDate } from '../kernel/dates.ts'

/**
 * A time limit as data. Working days skip weekends and bank holidays (CAL-2); months end on the same day-number, or
 * the month's last day (CAL-3); calendar days and months never move off a weekend (CAL-5). Hours are those that pass, also
 * where the clocks are put forward or back.
 */
export interface Limit {
  amount: number
  unit: 'working_days' | 'calendar_days' | 'months' | 'hours'
  /** Counted back from what is to come: "at least so many days before" (CAL-6). */
  isBefore?: true
}

/** How sure the rule is: read in the regulation, well established, or one authority's own. */
export type Confidence = 'certain' | 'likely' | 'local practice'

/** Something that happened on a day, in words that complete "from …": `becoming looked after`. */
export interface ClockEvent {
  what: string
  on: PlainDate
  /** The local time of that day, `22:15`, where a limit is counted in hours. */
  at?: string
}

/** Only `deadlineKind` makes kinds: what merely looks like one is none. */
const described: unique symbol = Symbol('described')

/** What deadlines are about. A room describes each of its own once, and compares by that one value. */
export interface DeadlineKind {
  /** As files and addresses have it: `care_plan`. No two kinds share one. */
  readonly id: string
  /** For people who choose among kinds: `Care plans`. */
  readonly words: string
  readonly [described]: true
}

/** A kind of deadline, described. */
export const deadlineKind = ({ id, words }: { id: string; words: string }): DeadlineKind => ({
  id,
  words,
  [described]: true,
})

/**
 * A rule of time, as data: what the statute or the local rule says, without a child in it.
 * A room's pure function finds the starts of it in the facts (`ClockRun`); `deadlineOf` gives the deadline.
 */
export interface Clock {
  /** The id in the rulebook: `CLK-REV-1`. */
  id: string
  /** A due list groups and filters by it. */
  kind: DeadlineKind
  /**
   * The kind of meeting that is booked to meet it, by its code where meetings are kept; none where it is met otherwise, as
   * a plan or a check is.
   */
  meeting?: string
  /** What must happen, as a noun: `First review`. */
  title: string
  /** How a list names it among others, where each deadline has a title of its own: `Decision of a review`. */
  titleOfAll?: string
  limit: Limit
  /** The rule in a sentence's end: `within 20 working days of becoming looked after`. */
  rule: string
  /** Regulation, guidance or report that the rule comes from. */
  source: string
  confidence: Confidence
}

/** What a deadline is about: a child, a household, a challenge. */
export interface Subject {
  /** As files have it: `household`. */
  kind: string
  /** Its reference in the registers. */
  ref: string
}

/** What a run or a deadline is about: what it says itself, or else its child. */
export const subjectOf = ({ child, subject }: Pick<ClockRun, 'child' | 'subject'>): Subject =>
  subject ?? { kind: 'child', ref: child ?? '' }

/** One start of a clock for one child, or for something else: the facts that `deadlineOf` turns into a deadline. */
export interface ClockRun {
  clock: Clock
  /** Null where it is not of one child. */
  child: string | null
  /** What it is about where that is not a child; left out for a child. */
  subject?: Subject
  startedBy: ClockEvent
  /** The first day on which the event counts as keeping the limit, where there is such a window (CLK-REV-17). */
  notBefore: PlainDate | null
  /** The last day that is still in time, where a window goes on after the day that is aimed at (CLK-OVR-1). */
  inTimeUntil?: PlainDate
  satisfiedBy: ClockEvent | null
  /** What ended the duty before it was fulfilled: `ceasing to be looked after`. */
  endedBy: ClockEvent | null
  /**
   * Whether the facts that Footprint holds can show that the limit was kept. Where they can't, the deadline is shown
   * until it passes and never called overdue: nobody knows.
   */
  isSatisfactionRecorded: boolean
  /**
   * Whether what would show that it was kept is written down here as it happens, whatever day the returns reach: what is not
   * there has not been done. Left out, nothing is known of the days after the data.
   */
  isKeptToDay?: true
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
  /** Null where it is not of one child. */
  child: string | null
  /** What it is about where that is not a child; left out for a child. */
  subject?: Subject
  startedBy: ClockEvent
  due: PlainDate
  /** The local time of that day by which it is due, where the limit is counted in hours. */
  dueAt?: string
  /** The last working day on or before `due`; null past the end of the list of holidays. */
  latestPractical: PlainDate | null
  notBefore: PlainDate | null
  /** The last day that is still in time, where that is later than `due`. */
  inTimeUntil?: PlainDate
  satisfiedBy: ClockEvent | null
  endedBy: ClockEvent | null
  isSatisfactionRecorded: boolean
  /** As its run has it. */
  isKeptToDay?: true
  state: DeadlineState
  /** Calendar days late, where it is `met_late` or `overdue`; otherwise 0. */
  daysLate: number
  notes: readonly string[]
}

/**
 * The clock with an authority's own limit of working days; the same clock where that is the limit anyway. `from`: `of
 * becoming looked after`.
 */
export const withOwnLimit = (clock: Clock, workingDays: number, from: string): Clock =>
  workingDays === clock.limit.amount
    ? clock
    : {
        ...clock,
        limit: { amount: workingDays, unit: 'working_days' },
        rule: `within ${workingDays} working days ${from}, by the authority’s own rule`,
        confidence: 'local practice',
      }
