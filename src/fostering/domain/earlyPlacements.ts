import { started } from '../../clocks/started.ts'
import { periodOn } from '../../children/domain/history.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { Clock, ClockEvent, ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, addDays, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type EarlyPlacementFact, earlyPlacements } from '../registers/earlyPlacements.ts'
import { type PlacementConsultationFact, placementConsultations } from '../registers/placementConsultations.ts'
import { earlyVisitRuns } from './earlyVisits.ts'
import { earlyPlacementClocks } from './earlyPlacementClocks.ts'

const byChild = <Row extends { child: string }>() =>
  rememberedFor((rows: readonly Row[]) => Map.groupBy(rows, ({ child }) => child))
const placementsByChild = byChild<EarlyPlacementFact>()
const consultationsByChild = byChild<PlacementConsultationFact>()

/** What the registers have of a child's placements before an assessment. */
export const earlyPlacementsOf = (world: World, child: string): readonly EarlyPlacementFact[] =>
  placementsByChild(recordsOf(world, earlyPlacements)).get(child) ?? []

/** What the registers have of a child's moves on which the IRO is consulted. */
export const consultationsOf = (world: World, child: string): readonly PlacementConsultationFact[] =>
  consultationsByChild(recordsOf(world, placementConsultations)).get(child) ?? []

/** The clocks of a child's early placements and moves, as at the day of the world: none of a child no longer looked after. */
export function earlyPlacementRuns(world: World, child: string): readonly ClockRun[] {
  const placements = earlyPlacementsOf(world, child)
  const moves = consultationsOf(world, child)
  if (placements.length + moves.length === 0) return []
  const history = historyOf(world, child)
  if (history && !periodOn(history, world.asAt)) return []
  return [
    ...placements.flatMap((one) => [...placementRuns(one, world.asAt), ...earlyVisitRuns(world, one)]),
    ...moves.flatMap((one) => consultationRuns(one, world.asAt)),
  ]
}

/** What happened by a day; null for what came later or is not recorded. */
const by = (day: PlainDate | null, asAt: PlainDate): PlainDate | null => (day && isOnOrBefore(day, asAt) ? day : null)

function placementRuns(placement: EarlyPlacementFact, asAt: PlainDate): ClockRun[] {
  const { child, kind, from } = placement
  if (isAfter(from, asAt)) return []
  const decided = by(placement.decidedOn, asAt)
  const ended = by(placement.to, asAt)
  const endOf = (run: ClockRun): ClockRun => ({
    ...run,
    satisfiedBy: decided && { what: 'the decision', on: decided },
    endedBy: ended && { what: 'the end of the placement', on: ended },
  })
  if (kind === 'PARENT') {
    return openRun(endOf(runOf(earlyPlacementClocks.parent, child, { what: 'the placement', on: from })))
  }
  const extended = by(placement.extendedOn, asAt)
  const sixteenWeeks = addDays(from, earlyPlacementClocks.connectedPerson.limit.amount)
  // An approval that has run out can't be extended any more.
  const isExtended = extended !== null && isOnOrBefore(extended, sixteenWeeks)
  const sought = by(placement.reviewSoughtOn, asAt)
  const clock = isExtended ? earlyPlacementClocks.extended : earlyPlacementClocks.connectedPerson
  const last = addDays(from, clock.limit.amount)
  // While the independent review goes on, the approval does too: no day ends it.
  if (sought !== null && isOnOrBefore(sought, last)) return []
  const isLateExtension = extended !== null && !isExtended
  const run = runOf(clock, child, { what: 'the temporary approval', on: from })
  return openRun(
    endOf({
      ...run,
      notes: isLateExtension
        ? ['It was extended after the 16 weeks had ended, which the regulation does not allow.']
        : [],
    }),
  )
}

function consultationRuns(
  { child, on, isEmergency, approvedOn, consultedOn }: PlacementConsultationFact,
  asAt: PlainDate,
): ClockRun[] {
  const consulted = by(consultedOn, asAt)
  const satisfiedBy = consulted && { what: 'the consultation', on: consulted }
  if (isEmergency === true) {
    if (approvedOn === null || isAfter(approvedOn, asAt)) return []
    const run = runOf(earlyPlacementClocks.emergency, child, { what: 'the approval', on: approvedOn })
    return openRun({ ...run, satisfiedBy })
  }
  return openRun({ ...runOf(earlyPlacementClocks.consultation, child, { what: 'the move', on }), satisfiedBy })
}

/** An early placement is over once it has ended, whether its time had run out or not. */
const openRun = (run: ClockRun): ClockRun[] => (run.endedBy && run.satisfiedBy === null ? [] : [run])

/** What would show that it was done is written down here, in the row itself. */
const runOf = (clock: Clock, child: string, startedBy: ClockEvent): ClockRun =>
  started(clock, child, startedBy, { isKeptToDay: true })
