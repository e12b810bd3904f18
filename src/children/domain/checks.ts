import { type PlainDate, addMonths, compareDates, earlierOf, isOnOrAfter, isWithin } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type CheckFact, type CheckKind, checkKinds, checks } from '../registers/checks.ts'
import type { World } from './world.ts'

/**
 * Since when the register has each kind of check, in the order of `checkKinds`; null where it has none of that kind. What
 * falls due before then may have been done without a row.
 */
export type ChecksKept = readonly (PlainDate | null)[]

const kindsInOrder = Object.keys(checkKinds)

const register = rememberedFor((all: readonly CheckFact[]) => {
  const rows = all.filter(({ isWithdrawn }) => isWithdrawn !== true)
  const first = (kind: string): PlainDate | null =>
    rows.reduce<PlainDate | null>(
      (earliest, row) => (row.kind !== kind ? earliest : earliest === null ? row.on : earlierOf(earliest, row.on)),
      null,
    )
  return { byChild: Map.groupBy(rows, ({ child }) => child), kept: kindsInOrder.map(first) }
})

/** The checks of a child in the register, those left out that were written down by mistake. */
export const checksOf = (world: World, child: string): readonly CheckFact[] =>
  register(recordsOf(world, checks)).byChild.get(child) ?? []

/** Since when each kind of check is kept. */
export const checksKept = (world: World): ChecksKept => register(recordsOf(world, checks)).kept

/** Whether checks of one of these kinds are kept on a day: then the register shows whether what falls due on it was done. */
export const areKeptOn = (kept: ChecksKept, kinds: readonly CheckKind[], day: PlainDate): boolean =>
  kinds.some((kind) => {
    const since = kept[kindsInOrder.indexOf(kind)]
    return since != null && isOnOrAfter(day, since)
  })

/** The days of the checks of these kinds from one day to another, both included, in order. */
export const daysOfChecks = (
  own: readonly CheckFact[],
  kinds: readonly CheckKind[],
  from: PlainDate,
  to: PlainDate,
): PlainDate[] =>
  own
    .filter(({ kind, on }) => kinds.includes(kind) && isWithin(on, from, to))
    .map(({ on }) => on)
    .sort(compareDates)

/** The score of a child's latest questionnaire with one from one day to another, both included; null where there is none. */
export const latestScore = (own: readonly CheckFact[], from: PlainDate, to: PlainDate): number | null =>
  own
    .filter(({ kind, on, score }) => kind === 'SDQ' && score !== null && isWithin(on, from, to))
    .sort((a, b) => compareDates(a.on, b.on))
    .at(-1)?.score ?? null

/** An assessment of the three months before a child becomes looked after stands for the initial one. CLK-CPI-1. */
export const initialHealthCountsFrom = (startedOn: PlainDate): PlainDate => addMonths(startedOn, -3)

/** The assessments of a child's health: a later one stands for the initial one. */
export const healthAssessments: readonly CheckKind[] = ['HEALTH_ASSESSMENT_INITIAL', 'HEALTH_ASSESSMENT_REVIEW']
