import { caseloadSetting } from '../settings.ts'
import type { CaseloadRules } from '../settings.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { allocatedChildren } from '../../officers/domain/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates } from '../../kernel/dates.ts'
import { isInPost, isReviewingOfficer, reviewingOfficersOn } from '../../officers/domain/service.ts'
import { type WorkKind, allWorkKinds, workOf } from './work.ts'

/** How much there is to do, and the full-time equivalents that do it. */
export interface Load {
  /** Children with an open allocation, each once, also those for whom nothing is left to do. */
  children: number
  byKind: Readonly<Record<WorkKind, number>>
  /** Children whose allocation is open although care has ended: they weigh nothing. */
  ended: number
  /** The children by the weights of the settings: a child looked after weighs 1 unless the settings say otherwise. */
  weighted: number
  /** Full-time equivalents that count: reviewing officers in post. CLK-IRO-7. */
  fte: number
  /** Children for each full-time equivalent; null where there is none. */
  perFte: number | null
  weightedPerFte: number | null
}

/** The load of one officer. */
export interface OfficerLoad extends Load {
  officer: OfficerFact
  isInPost: boolean
  isReviewing: boolean
  /** The ids of the children, in order. */
  ids: readonly string[]
}

/** The caseload of a service on a day. */
export interface Caseload {
  day: PlainDate
  /** Reviewing officers in post, and the person who else still has children; in order of name. */
  officers: readonly OfficerLoad[]
  /** The whole service: what `iros.caseload_per_fte` counts on a month end. */
  whole: Load
}

/** Adding up shares such as 0.1 leaves crumbs that nobody entered. */
export const withoutRoundingError = (value: number): number => Math.round(value * 1e9) / 1e9

/** An officer whom only an allocation names. */
const unknownOfficer = (officerId: string, startedOn: PlainDate): OfficerFact => ({
  officerId,
  name: officerId,
  role: 'IRO',
  fte: 1,
  startedOn,
  endedOn: startedOn,
  employment: null,
  qualifiedOn: null,
  email: null,
})

/** The caseload on a day, each child by the kind of work that it is then. */
export function caseloadOn(world: World, day: PlainDate): Caseload {
  const open = recordsOf(world, allocations).filter((allocation) => isOpen(allocation, day))
  const children = new Map(
    [...allocatedChildren(world, day)].map((child) => [child, workOf(world, child, day)] as const),
  )
  const idsOf = Map.groupBy(open, ({ officerId }) => officerId)
  const known = new Map(recordsOf(world, officers).map((officer) => [officer.officerId, officer]))
  const listed = new Set([...reviewingOfficersOn(world, day).map(({ officerId }) => officerId), ...idsOf.keys()])
  const { weights } = caseloadSetting.of(world.settings)
  const loads = [...listed].map((id): OfficerLoad => {
    const officer = known.get(id) ?? unknownOfficer(id, idsOf.get(id)?.[0]?.from ?? day)
    const ids = [...new Set((idsOf.get(id) ?? []).map(({ child }) => child))].sort()
    const [isThere, isReviewing] = [isInPost(officer, day), isReviewingOfficer(officer)]
    const fte = isThere && isReviewing ? officer.fte : 0
    return { officer, isInPost: isThere, isReviewing, ids, ...loadOf(ids, children, fte, weights) }
  })
  const fte = loads.reduce((total, load) => total + load.fte, 0)
  return {
    day,
    officers: loads.sort((a, b) => a.officer.name.localeCompare(b.officer.name)),
    whole: loadOf([...children.keys()], children, fte, weights),
  }
}

function loadOf(
  ids: readonly string[],
  works: ReadonlyMap<string, WorkKind | null>,
  fte: number,
  weights: CaseloadRules['weights'],
): Load {
  const byKind: Record<WorkKind, number> = {
    lookedAfter: 0,
    adoption: 0,
    shortBreaks: 0,
    careLeaver: 0,
    supervisionOrder: 0,
    privateFostering: 0,
  }
  let ended = 0
  for (const id of ids) {
    const work = works.get(id) ?? null
    if (work === null) ended++
    else byKind[work]++
  }
  const weighted = withoutRoundingError(allWorkKinds.reduce((total, kind) => total + byKind[kind] * weights[kind], 0))
  return { children: ids.length, byKind, ended, weighted, ...perFte(ids.length, weighted, withoutRoundingError(fte)) }
}

/** A load for each full-time equivalent. */
export const perFte = (children: number, weighted: number, fte: number) => ({
  fte,
  perFte: fte === 0 ? null : children / fte,
  weightedPerFte: fte === 0 ? null : weighted / fte,
})

/** Where a load stands beside the guide. CLK-IRO-7: both ends of the guide are in it. */
export type Band = 'under' | 'in' | 'over'

export const bands: Readonly<Record<Band, string>> = {
  under: 'under the guide',
  in: 'within the guide',
  over: 'over the guide',
}

/** The band of a load, judged as it is shown: to one decimal. */
export function bandOf(load: number, { from, to }: CaseloadRules['guide']): Band {
  const shown = Math.round(load * 10) / 10
  if (shown < from) return 'under'
  return shown > to ? 'over' : 'in'
}

/** The allocations that are open on a day, by child; where two are, the one that began later. */
export const openByChild = (
  allocations: readonly AllocationFact[],
  day: PlainDate,
): ReadonlyMap<string, AllocationFact> =>
  new Map(
    allocations
      .filter((allocation) => isOpen(allocation, day))
      .sort((a, b) => compareDates(a.from, b.from))
      .map((allocation) => [allocation.child, allocation]),
  )
