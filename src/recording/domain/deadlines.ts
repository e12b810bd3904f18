import { started } from '../../clocks/started.ts'
import { type CareHistory, periodOn, periodReviewedOn } from '../../children/domain/history.ts'
import { type World, historyOf, isAdultOn } from '../../children/domain/world.ts'
import { type CheckFact, checks } from '../../children/registers/checks.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type Clock, type ClockEvent, type ClockRun, withOwnLimit } from '../../clocks/clock.ts'
import { dueDateIfKnown } from '../../clocks/deadlines.ts'
import { type PlainDate, compareDates, daysBetween, isAfter, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import type { Settings } from '../../settings/settings.ts'
import { recordsOf } from '../../world/world.ts'
import { type Decision, decisionName, decisionNamed, recommendations } from '../registers/recommendations.ts'
import { checkBeforeSetting, planUpdatedSetting } from '../settings.ts'
import { reviewDetails } from '../registers/reviewDetails.ts'
import { decisionClock, meetingClock, preparationClocks, recordClocks } from './clocks.ts'
import { lastMeetingBefore } from './withoutMeeting.ts'
import { decisionsOf } from './decisions.ts'
import { type RecordKept, keptDays, keptFrom, recordKept } from './kept.ts'

/** The reviews whose preparation and record the guidance sets limits for: those of children looked after. */
export const WITH_RECORD: readonly RegisterReviewFact['kind'][] = ['CLA', 'ADOPTION', 'SHORT_BREAK']

/** What a child's deadlines are worked out from. */
interface Known {
  own: readonly RegisterReviewFact[]
  decisions: readonly Decision[]
  planned: readonly CheckFact[]
  kept: RecordKept
  settings: Settings
  holidays: BankHolidays
}

const runsFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (
      own: Known['own'],
      decisions: Known['decisions'],
      planned: Known['planned'],
      keptSince: readonly (PlainDate | null)[],
      settings: Settings,
      holidays: BankHolidays,
    ): readonly ClockRun[] => {
      const known: Known = { own, decisions, planned, kept: keptFrom(keptSince), settings, holidays }
      return [
        ...own.flatMap((review) => [...preparationRuns(history, review, known), ...recordRuns(history, review, known)]),
        ...decisions.flatMap((decision) => decisionRuns(history, decision, { own, decisions })),
      ]
    },
    4,
  ),
)

const carePlansOf = rememberedFor((all: readonly CheckFact[]) =>
  Map.groupBy(
    all.filter(({ kind, isWithdrawn }) => kind === 'CARE_PLAN' && isWithdrawn !== true),
    ({ child }) => child,
  ),
)

/** The clocks before and after the reviews of one child, and on their decisions. CLK-PRE-2 to -4, CLK-REC-1 to -6. */
export function recordingRunsOf(world: World, child: string): readonly ClockRun[] {
  const history = historyOf(world, child)
  const own = registerReviewsOf(world, child)
  if (!history || own.length === 0) return []
  const kept = recordKept(recordsOf(world, reviews))(world.asAt)
  const decisions = decisionsOf(recordsOf(world, recommendations), own)
  const planned = carePlansOf(recordsOf(world, checks)).get(child) ?? []
  // As a list, which is compared by its days: a change elsewhere in the register works nothing out anew.
  const runs = runsFrom(history)(own, decisions, planned, keptDays(kept), world.settings, world.holidays)
  const meeting = meetingRun(world, history, own)
  return meeting ? [...runs, meeting] : runs
}

/** After a review without a meeting, the one with a meeting. CLK-REV-11. */
function meetingRun(world: World, history: CareHistory, own: Known['own']): ClockRun | null {
  const without = new Set(recordsOf(world, reviewDetails).flatMap(({ reviewRef, mode }) => (mode === 'NO_MEETING' ? [reviewRef] : []))) // prettier-ignore
  if (!own.some(({ reviewRef }) => without.has(reviewRef))) return null
  const held = own
    .filter(({ status, heldOn }) => status === 'HELD' && heldOn && isOnOrBefore(heldOn, history.asAt))
    .toSorted((a, b) => (a.heldOn && b.heldOn ? compareDates(a.heldOn, b.heldOn) : 0))
  const last = held.at(-1)
  const isInCare = periodOn(history, history.asAt) !== null && !isAdultOn(history.record, history.asAt)
  if (!isInCare || !last?.heldOn || !without.has(last.reviewRef)) return null
  const meeting = lastMeetingBefore(world, history.record.child, last.heldOn)
  return meeting && run(history, meetingClock, { what: 'the last review with a meeting', on: meeting })
}

const run = ({ record }: CareHistory, clock: Clock, startedBy: ClockEvent, more: Partial<ClockRun> = {}): ClockRun =>
  started(clock, record.child, startedBy, more)

/** The event, where it is known to have happened by the day of the history. */
const done = ({ asAt }: CareHistory, what: string, on: PlainDate | null): ClockEvent | null =>
  on && isOnOrBefore(on, asAt) ? { what, on } : null

/** What is to be done before a review that is booked, while the child is looked after. */
function preparationRuns(history: CareHistory, review: RegisterReviewFact, known: Known): ClockRun[] {
  const { asAt, record } = history
  const { status, bookedFor, kind } = review
  const isAwaited = status === 'PLANNED' && review.heldOn === null && bookedFor !== null && WITH_RECORD.includes(kind)
  const isInCare = kind === 'SHORT_BREAK' || (periodOn(history, asAt) !== null && !isAdultOn(record, asAt))
  if (!isAwaited || !isInCare) return []
  const startedBy = { what: `the review ${review.reviewRef}, booked`, on: bookedFor }
  const check = checkBeforeSetting.of(known.settings)
  return [
    run(history, preparationClocks.report, startedBy, {
      satisfiedBy: done(history, 'the report reached the IRO', review.socialWorkerReportOn),
      isSatisfactionRecorded: known.kept.report !== null,
    }),
    ...(check.isAsked
      ? [
          run(history, withLimitBefore(preparationClocks.oversight, check.workingDays), startedBy, {
            // The register of oversight says so, in a room above.
            isSatisfactionRecorded: false,
          }),
        ]
      : []),
    run(history, preparationClocks.child, startedBy, {
      satisfiedBy: review.childConsulted === true ? { what: 'the IRO spoke to the child', on: bookedFor } : null,
      isSatisfactionRecorded: known.kept.consulted !== null,
    }),
  ]
}

const withLimitBefore = (clock: Clock, workingDays: number): Clock =>
  workingDays === clock.limit.amount
    ? clock
    : {
        ...clock,
        limit: { amount: workingDays, unit: 'working_days', isBefore: true },
        rule: `at least ${workingDays} working days before the review, by the authority’s own rule`,
      }

/** The day a review was completed; null while it is not, as far as is known. A review that was adjourned says when. CLK-REV-9. */
export function completedOn(
  { status, heldOn, completedOn: last, adjourned }: RegisterReviewFact,
  asAt: PlainDate,
): PlainDate | null {
  if (status !== 'HELD') return null
  const on = last ?? (adjourned === true ? null : heldOn)
  return on && isOnOrBefore(on, asAt) ? on : null
}

/** What follows a review: each limit from the first review of which the register keeps that date. */
function recordRuns(history: CareHistory, review: RegisterReviewFact, known: Known): ClockRun[] {
  const { asAt } = history
  const { kept, settings } = known
  const end = completedOn(review, asAt)
  const { heldOn } = review
  if (!end || !heldOn || !WITH_RECORD.includes(review.kind)) return []
  const startedBy = { what: `the end of the review ${review.reviewRef}`, on: end }
  const isKept = (since: PlainDate | null) => since !== null && isOnOrAfter(heldOn, since)
  const after = (since: PlainDate | null, clock: Clock, what: string, on: PlainDate | null): ClockRun[] =>
    isKept(since) ? [run(history, clock, startedBy, { satisfiedBy: done(history, what, on) })] : []
  return [
    ...after(kept.decisions, recordClocks.decisions, 'the decisions were sent', review.decisionsOn),
    ...(isKept(kept.response) ? responseRuns(history, review, known.holidays) : []),
    ...after(kept.record, recordClocks.record, 'the record was completed', review.recordOn),
    ...after(kept.distribution, recordClocks.distribution, 'the record was sent out', review.distributedOn),
    ...(planUpdatedSetting.of(settings).isAsked ? planRuns(history, startedBy, known) : []),
  ]
}

/** The manager's answer. Silence is agreement: once the limit has passed, nothing is asked for any more. CLK-REC-2. */
function responseRuns(history: CareHistory, review: RegisterReviewFact, holidays: BankHolidays): ClockRun[] {
  const sent = done(history, `the decisions of the review ${review.reviewRef} were sent,`, review.decisionsOn)
  if (!sent) return []
  const answered = done(history, 'the manager answered', review.managerRespondedOn)
  const due = dueDateIfKnown(sent.on, recordClocks.response.limit, holidays)
  if (!answered && due && isAfter(history.asAt, due)) return []
  const notes = ['Without an answer by then the decisions are taken as agreed.']
  return [run(history, recordClocks.response, sent, { satisfiedBy: answered, notes })]
}

/** CLK-REC-5, where the authority asks for it. */
function planRuns(history: CareHistory, startedBy: ClockEvent, { planned, settings }: Known): ClockRun[] {
  const { workingDays } = planUpdatedSetting.of(settings)
  const updated = planned
    .map(({ on }) => on)
    .filter((on) => isOnOrAfter(on, startedBy.on) && isOnOrBefore(on, history.asAt))
    .toSorted(compareDates)[0]
  return [
    run(history, withOwnLimit(recordClocks.planUpdated, workingDays, 'of the end of the review'), startedBy, {
      satisfiedBy: updated ? { what: 'a care plan was made', on: updated } : null,
      isSatisfactionRecorded: planned.length > 0,
    }),
  ]
}

/**
 * A decision's own date, until it was done, judged at a later review, or gone on with there. Where the period of care of its review is over, so
 * is what it asks for. CLK-REC-6.
 */
function decisionRuns(
  history: CareHistory,
  decision: Decision,
  { own, decisions }: Pick<Known, 'own' | 'decisions'>,
): ClockRun[] {
  const { asAt } = history
  const of = (ref: string | null | undefined) => own.find(({ reviewRef }) => reviewRef === ref)
  const review = of(decision.reviewRef)
  const heldOn = review?.heldOn
  if (!heldOn || isAfter(heldOn, asAt) || !decision.dueOn) return []
  const goesOnIn = decisions.filter(({ carriedFrom }) => carriedFrom && isNamed(decision, carriedFrom))
  const lookedAt = [decision.outcome && decision.lookedAtIn, ...goesOnIn.map(({ reviewRef }) => reviewRef)]
  const isLookedAt = lookedAt.some((ref) => {
    const on = of(ref)?.heldOn
    return on && isOnOrBefore(on, asAt)
  })
  if (isLookedAt) return []
  const period = periodReviewedOn(history, heldOn)
  if (period?.endedOn && isOnOrBefore(period.endedOn, asAt)) return []
  const name = `${decision.number} of review ${decision.reviewRef}`
  return [
    run(
      history,
      decisionClock(name, daysBetween(heldOn, decision.dueOn)),
      { what: 'the review, held', on: heldOn },
      {
        satisfiedBy: done(history, 'it was done', decision.completedOn),
        notes: decision.urgent ? ['The review marked it as urgent.'] : [],
      },
    ),
  ]
}

function isNamed(decision: Decision, name: string): boolean {
  const named = decisionNamed(name)
  return named !== null && decisionName(named) === decisionName(decision)
}
