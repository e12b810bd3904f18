import { caseloadSetting } from '../settings.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { family } from '../../children/registers/family.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { longAbsenceOn } from './absences.ts'
import { caseloadOn, openByChild } from './load.ts'
import { clashesOf, siblingsOf } from './ties.ts'
import { workOf } from './work.ts'

/**
 * A new officer for each of these children, whose officer leaves: siblings stay together, with a sibling's officer where
 * there is one; everyone else goes to the person who is then lightest by weight for each full-time equivalent. Nobody goes to an
 * officer who may not be theirs, and nobody to one who is away for long. A child for whom nobody is left is left out.
 */
export function spread(
  world: World,
  children: readonly string[],
  from: string,
  day: PlainDate,
): ReadonlyMap<string, OfficerFact> {
  const allOfficers = recordsOf(world, officers)
  const allAllocations = recordsOf(world, allocations)
  const allFamily = recordsOf(world, family)
  const allAbsences = recordsOf(world, absences)
  const { weights } = caseloadSetting.of(world.settings)
  const takers = allOfficers.filter(
    (officer) =>
      officer.officerId !== from &&
      isReviewingOfficer(officer) &&
      isInPost(officer, day) &&
      longAbsenceOn(allAbsences, officer.officerId, day) === null,
  )
  const loads = new Map(caseloadOn(world, day).officers.map((load) => [load.officer.officerId, load.weighted]))
  const leaving = new Set(children)
  const open = openByChild(allAllocations, day)
  const given = new Map<string, OfficerFact>()
  const stay = allAllocations.filter(({ child }) => !leaving.has(child))
  const givenRows = () => [...given].map(([child, { officerId }]) => ({ child, officerId, from: day, to: null }))
  const mayHave = (group: readonly string[], { officerId }: OfficerFact): boolean => {
    const rows = group.map((child) => ({ child, officerId, from: day, to: null }))
    return clashesOf(group, [...stay, ...givenRows(), ...rows], allFamily, day).length === 0
  }
  const give = (group: readonly string[], officer: OfficerFact): void => {
    for (const child of group) {
      const work = workOf(world, child, day)
      given.set(child, officer)
      loads.set(officer.officerId, (loads.get(officer.officerId) ?? 0) + (work === null ? 0 : weights[work]))
    }
  }
  const quotient = ({ officerId, fte }: OfficerFact, more: number): number => ((loads.get(officerId) ?? 0) + more) / fte
  /** The lightest once it has the group: so a part-time officer is not given a child too many. */
  const lightest = (group: readonly string[]): OfficerFact | undefined =>
    takers
      .filter((officer) => mayHave(group, officer))
      .sort(
        (a, b) => quotient(a, group.length) - quotient(b, group.length) || a.officerId.localeCompare(b.officerId),
      )[0]

  for (const group of familiesOf(children, world)) {
    const siblingOfficers = new Set(
      group
        .flatMap((child) => siblingsOf(child, allFamily))
        .filter(({ child }) => !leaving.has(child))
        .map(({ child }) => open.get(child)?.officerId),
    )
    const siblings = takers.find((officer) => siblingOfficers.has(officer.officerId) && mayHave(group, officer))
    const officer = siblings ?? lightest(group)
    if (officer) give(group, officer)
    else {
      for (const child of group) {
        const own = lightest([child])
        if (own) give([child], own)
      }
    }
  }
  return given
}

/** The children in groups of brothers and sisters, the largest first. */
function familiesOf(children: readonly string[], world: World): string[][] {
  const asked = new Set(children)
  const seen = new Set<string>()
  const groups: string[][] = []
  for (const child of [...children].sort()) {
    if (seen.has(child)) continue
    const group: string[] = []
    const next = [child]
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one)) continue
      seen.add(one)
      group.push(one)
      next.push(
        ...siblingsOf(one, recordsOf(world, family)).flatMap((sibling) =>
          asked.has(sibling.child) ? [sibling.child] : [],
        ),
      )
    }
    groups.push(group.sort())
  }
  return groups.sort((a, b) => b.length - a.length)
}
