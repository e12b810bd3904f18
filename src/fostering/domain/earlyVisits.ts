import { type World, historyOf } from '../../children/domain/world.ts'
import type { Clock, ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, isAfter, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { oversightDeadlines } from '../../oversight/domain/clocks.ts'
import { upTo, visitsOf } from '../../oversight/domain/entries.ts'
import { started } from '../../clocks/started.ts'
import { visits } from '../../oversight/registers/visits.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import type { EarlyPlacementFact } from '../registers/earlyPlacements.ts'

const bySocialWorker = {
  kind: oversightDeadlines.visit,
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
  confidence: 'certain',
} as const
const weekly = { amount: 7, unit: 'calendar_days' } as const

/** Visits to children placed before an assessment was complete. Rulebook J, CLK-VIS-3 and -4. */
export const earlyVisitClocks = {
  parent: {
    ...bySocialWorker,
    id: 'CLK-VIS-3',
    title: 'Weekly visit, with a parent before the assessment',
    limit: weekly,
    rule: 'at least every week until the first review',
  },
  connectedPerson: {
    ...bySocialWorker,
    id: 'CLK-VIS-4',
    title: 'Weekly visit, with a connected person temporarily approved',
    limit: weekly,
    rule: 'at least every week until the first review',
  },
  connectedPersonLater: {
    ...bySocialWorker,
    id: 'CLK-VIS-4',
    title: 'Visit, with a connected person temporarily approved',
    limit: { amount: 28, unit: 'calendar_days' },
    rule: 'at least every four weeks after the first review',
  },
} as const satisfies Record<string, Clock>

/** The visit that is owed next in such a placement; none once it has been decided on or has ended. */
export function earlyVisitRuns(world: World, { child, kind, from, decidedOn, to }: EarlyPlacementFact): ClockRun[] {
  const { asAt } = world
  const isOver = (day: PlainDate | null) => day !== null && isOnOrBefore(day, asAt)
  if (isAfter(from, asAt) || isOver(decidedOn) || isOver(to)) return []
  const history = historyOf(world, child)
  const isReviewed = history !== null && cycleOf(world, history).held.some(({ heldOn }) => isOnOrAfter(heldOn, from))
  const clock = clockOf(kind, isReviewed)
  if (clock === null) return []
  const last = upTo(visitsOf(world, child), asAt).findLast(
    (visit) => visit.kind === 'SOCIAL_WORK' && isOnOrAfter(visit.on, from),
  )
  const startedBy = last ? { what: 'the last visit', on: last.on } : { what: 'the start of the placement', on: from }
  return [started(clock, child, startedBy, { isSatisfactionRecorded: recordsOf(world, visits).length > 0 })]
}

/** With a parent, after the first review, the ordinary visits are owed, of which another room tells. */
function clockOf(kind: EarlyPlacementFact['kind'], isReviewed: boolean): Clock | null {
  if (kind === 'PARENT') return isReviewed ? null : earlyVisitClocks.parent
  return isReviewed ? earlyVisitClocks.connectedPersonLater : earlyVisitClocks.connectedPerson
}
