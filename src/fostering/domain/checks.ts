import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addMonths, compareDates, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type FosterCheckFact, fosterChecks } from '../registers/fosterChecks.ts'

/**
 * Months after which an unannounced visit is made again: at least every year, National Minimum Standards for fostering, 21.8.
 * The others are usual.
 */
export const visitEveryMonths = 12

/** Months after which a check is made again, each kind. */
const everyMonths: Readonly<Partial<Record<FosterCheckFact['kind'], number>>> = {
  UNANNOUNCED_VISIT: visitEveryMonths,
  HEALTH_AND_SAFETY: 12,
  SAFER_CARING: 12,
  DISCLOSURE: 36,
  HEALTH: 24,
}

const byHousehold = rememberedFor((rows: readonly FosterCheckFact[]) =>
  Map.groupBy(
    rows.toSorted((a, b) => compareDates(a.on, b.on)),
    ({ carerRef }) => carerRef,
  ),
)

/** The checks of a household by the day of the world, in order. */
export const checksOf = (world: World, carerRef: string): FosterCheckFact[] =>
  (byHousehold(recordsOf(world, fosterChecks)).get(carerRef) ?? []).filter(({ on }) => isOnOrBefore(on, world.asAt))

/** The day of the last unannounced visit to each household, by the day of the world; empty where none is recorded at all. */
export const lastUnannouncedVisit = rememberedFor(
  (world: World): ReadonlyMap<string, PlainDate> =>
    new Map(
      recordsOf(world, fosterChecks)
        .filter(({ kind, on }) => kind === 'UNANNOUNCED_VISIT' && isOnOrBefore(on, world.asAt))
        .sort((a, b) => compareDates(a.on, b.on))
        .map(({ carerRef, on }) => [carerRef, on]),
    ),
)

/** The latest check of one kind, of one person or of the household. */
export interface LatestCheck {
  kind: FosterCheckFact['kind']
  person: string | null
  on: PlainDate
  /** By when it is made again; null where nothing says. */
  againBy: PlainDate | null
  isLate: boolean
}

/** The latest of each kind and person, in the order of their kinds. */
export function latestChecks(world: World, carerRef: string): LatestCheck[] {
  const latest = new Map(checksOf(world, carerRef).map((one) => [`${one.kind} ${one.person ?? ''}`, one]))
  return [...latest.values()].map(({ kind, person, on }) => {
    const months = everyMonths[kind]
    const againBy = months === undefined ? null : addMonths(on, months)
    return { kind, person, on, againBy, isLate: againBy !== null && isBefore(againBy, world.asAt) }
  })
}

/** The unannounced visits after one day and up to another: those since the last review. */
export const unannouncedVisits = (world: World, carerRef: string, after: PlainDate, to: PlainDate): PlainDate[] =>
  checksOf(world, carerRef).flatMap(({ kind, on }) =>
    kind === 'UNANNOUNCED_VISIT' && isAfter(on, after) && isOnOrBefore(on, to) ? [on] : [],
  )
