import * as z from 'zod'
import { ageOn } from '../../calendar/age.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import { categoriesOfNeed, labelIn, legalStatuses, placementTypes, providers } from '../../children/domain/codes.ts'
import type { Finding } from '../../house/finding.ts'
import { type CareHistory, type PeriodOfCare, episodeOn, periodOn } from '../../children/domain/history.ts'
import { placementOn } from '../../children/domain/placements.ts'
import { isUnaccompaniedOn } from '../../children/domain/unaccompanied.ts'
import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { compareDates, isAfter, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { reviewKinds } from '../../reviews/domain/deadlineKinds.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { childTimeline } from './child.timeline.ts'
import { challengesAbout } from '../../challenge/domain/standing.ts'
import { coverageNote } from './coverageNote.ts'
import { entriesOf, flagsOf, upTo } from '../../oversight/domain/entries.ts'
import { START_UNKNOWN, isStartUnknown, sinceWords } from '../../children/domain/start.ts'
import {
  periodsTable,
  placementsTable,
  statusTable,
  reviewsTable,
  missingTable,
  shortBreaksTable,
  healthTable,
} from './child.tables.ts'

/** What a child's page takes from its address: the day to show. */
export const childFilters = z.object({ asAt: textFilter })

/** What one of the return's own rules says of a child's rows, in plain words: what is wrong, and what to do about it. */
export interface RuleFailure {
  message: string
  hint: string
  /** The days that the failing row is about, as ISO text. */
  days: readonly string[]
  /** Whether it is about where the child lives, or by which law, now. */
  isOfPresent: boolean
}

/** All that child.njk shows. `findings`: everything odd that is known of the child; `ruleFailures`: what may shift a date. */
export function childPage(
  history: CareHistory,
  world: World,
  findings: readonly Finding[],
  ruleFailures: readonly RuleFailure[] = [],
  mayReadChallenges = false,
) {
  const reviews = cycleOf(world, history).held
  const deadlines = [...openDeadlinesOf(world, history.record.child)].sort((a, b) => compareDates(a.due, b.due))
  const isLookedAfter = periodOn(history, history.asAt) !== null
  // Those who are not looked after have reviews too: of short breaks and of pathway plans.
  const isNext = ({ clock }: Deadline) =>
    clock.kind === reviewKinds.review || (!isLookedAfter && clock.meeting !== undefined)
  const next = deadlines.find(isNext) ?? null
  return {
    title: `Child ${history.record.child}`,
    child: history.record.child,
    asAt: longDateWithWeekday(history.asAt),
    note: coverageNote(world),
    summary: summaryOf(history),
    isStartUnknown: isStartUnknown(history),
    nextReview: next && deadlineOf(next, world),
    noReview: noReviewWords(history),
    deadlines: deadlines.filter((deadline) => deadline !== next).map((deadline) => deadlineOf(deadline, world)),
    timeline: childTimeline(history, reviews, overseenIn(world, history.record.child, mayReadChallenges))?.svg ?? null,
    tables: [
      periodsTable(history.periods),
      placementsTable(history),
      statusTable(history),
      reviewsTable(reviews),
      missingTable(history),
      shortBreaksTable(history),
      healthTable(history.record.health),
    ].filter((table) => table.rows.length > 0),
    ruleFailures: eachOnce(ruleFailures),
    findings: findings.map(({ what, counted: how, source }) => ({
      what,
      how,
      where: source === null ? '' : `${source.table}, row ${source.row}, ${reportingYear(source.year).name}`,
    })),
  }
}

/** A rule that several rows fail is told once. */
const eachOnce = (failures: readonly RuleFailure[]): RuleFailure[] => [
  ...new Map(failures.map((failure) => [failure.message, failure])).values(),
]

/** Why no review stands first. */
function noReviewWords(history: CareHistory): string {
  if (periodOn(history, history.asAt)) return 'Nothing asks for a review now.'
  return isStartUnknown(history) ? NO_DUE_DATE : 'Not looked after on this day, so no review is due.'
}

const NO_DUE_DATE = `${START_UNKNOWN}: the start date is blank in the return, so no due date can be worked out. Ask the person who sends the return to fill it in.`

const deadlineOf = (deadline: Deadline, world: World) => ({
  what: deadline.clock.title,
  due: longDateWithWeekday(deadline.due),
  days: whenDue(deadline, world.asAt),
  isLate: deadline.state === 'overdue',
  why: explain(deadline, world.holidays),
})

const sexes = { male: 'Male', female: 'Female', not_known: 'Not known' } as const

function summaryOf(history: CareHistory): { key: string; value: string }[] {
  const { record, asAt } = history
  const period = periodOn(history, asAt)
  const episode = period && episodeOn(period, asAt)
  const placement = period && placementOn(period.placements, asAt)
  const last = history.periods.at(-1)
  return [
    {
      key: 'Age',
      value: record.bornOn ? `${ageOn(record.bornOn, asAt)}, born on ${longDate(record.bornOn)}` : 'Not known',
    },
    { key: 'Sex', value: sexes[record.sex] },
    ...(isUnaccompaniedOn(record, asAt) ? [{ key: 'Unaccompanied', value: 'Unaccompanied asylum-seeking child' }] : []),
    {
      key: 'Looked after',
      value: period ? sinceWords(period) : isStartUnknown(history) ? 'Not known' : lastEnd(last),
    },
    ...(episode
      ? [
          { key: 'Legal status', value: labelIn(legalStatuses, episode.legalStatus) },
          { key: 'Main need', value: labelIn(categoriesOfNeed, episode.categoryOfNeed) },
        ]
      : []),
    ...(placement
      ? [
          { key: 'Placement', value: `${labelIn(placementTypes, placement.type)}, since ${longDate(placement.from)}` },
          { key: 'Provider', value: labelIn(providers, placement.provider) },
        ]
      : []),
  ]
}

const lastEnd = (last: PeriodOfCare | undefined): string =>
  last?.endedOn ? `No, not since ${longDate(last.endedOn)}` : 'No'

/** What the timeline shows of oversight, risks and challenges, by the day of the world. */
const overseenIn = (world: World, child: string, mayReadChallenges: boolean) => ({
  challenges: mayReadChallenges ? challengesAbout(world, child) : [],
  entries: upTo(entriesOf(world, child), world.asAt),
  flags: flagsOf(world, child).filter(({ from }) => !isAfter(from, world.asAt)),
})
