import type { AllocationFact } from '../../officers/registers/allocations.ts'
import type { FamilyTieFact } from '../../children/registers/family.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'

/** A member of a child's family, as seen from the child. */
export interface Relative {
  child: string
  is: 'sibling' | 'parent' | 'own_child'
  /** The tie as it is kept. */
  tie: FamilyTieFact
}

/** Those whom ties make the child's family, each once. */
export function relativesOf(child: string, ties: readonly FamilyTieFact[]): Relative[] {
  const found = new Map<string, Relative>()
  for (const tie of ties) {
    if (tie.child !== child && tie.relative !== child) continue
    const isFirst = tie.child === child
    const other = isFirst ? tie.relative : tie.child
    const is = tie.kind === 'SIBLING' ? 'sibling' : isFirst ? 'own_child' : 'parent'
    // A parent who is also entered as a sibling is a parent: the stricter rule holds.
    if (!found.has(other) || is !== 'sibling') found.set(other, { child: other, is, tie })
  }
  return [...found.values()]
}

/** The siblings among the child's family. */
export const siblingsOf = (child: string, ties: readonly FamilyTieFact[]): Relative[] =>
  relativesOf(child, ties).filter(({ is }) => is === 'sibling')

/** A parent or child of the child who has the same officer at the same time. */
export interface Clash {
  child: string
  relative: string
  /** What the relative is to the child. */
  is: 'parent' | 'own_child'
  officerId: string
}

/**
 * The parents and children of these children who have an officer of theirs at the same time, from `day` on. A parent and a
 * child who are both reviewed must have different officers. CLK-IRO-5.
 */
export function clashesOf(
  children: readonly string[],
  allocations: readonly AllocationFact[],
  ties: readonly FamilyTieFact[],
  day: PlainDate,
): Clash[] {
  const kin = children.flatMap((child) =>
    relativesOf(child, ties).flatMap(({ child: relative, is }) => (is === 'sibling' ? [] : [{ child, relative, is }])),
  )
  // Most children have no parent and no child among ours.
  if (kin.length === 0) return []
  const goesOn = ({ to }: AllocationFact) => to === null || isAfter(to, day)
  const byChild = Map.groupBy(allocations.filter(goesOn), ({ child }) => child)
  const overlap = (a: AllocationFact, b: AllocationFact) =>
    (a.to === null || isAfter(a.to, b.from)) && (b.to === null || isAfter(b.to, a.from))
  return kin.flatMap(({ child, relative, is }): Clash[] => {
    const own = byChild.get(child) ?? []
    const shared = (byChild.get(relative) ?? []).find((theirs) =>
      own.some((mine) => mine.officerId === theirs.officerId && overlap(mine, theirs)),
    )
    return shared ? [{ child, relative, is, officerId: shared.officerId }] : []
  })
}
