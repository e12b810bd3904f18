import { family } from '../../children/registers/family.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { absences } from '../../officers/registers/absences.ts'
import { recordsOf } from '../../world/world.ts'
import { planOfChild } from '../../booking/domain/plan.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import {
  addMonths,
  isAfter,
  isBefore,
  isOnOrBefore,
  compareDates,
  type PlainDate,
  longDate,
} from '../../kernel/dates.ts'
import type { World } from '../../children/domain/world.ts'
import { allocationsOf } from '../../officers/domain/allocations.ts'
import { listed } from '../../kernel/words.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { longAbsenceOn } from './absences.ts'
import { type OfficerLoad, caseloadOn, openByChild } from './load.ts'
import { type Relative, clashesOf, siblingsOf } from './ties.ts'

/** An officer whom a child could have. */
export interface Suggestion {
  officer: OfficerFact
  load: OfficerLoad
  rank: 'sibling' | 'chairs' | 'earlier' | 'load'
  /** Why the officer stands there, in words; whole sentences. */
  reasons: readonly string[]
  /** What speaks against it, in words; whole sentences. Nobody is kept from choosing them. */
  warnings: readonly string[]
}

/** Years that a reviewing officer should have been qualified. CLK-IRO-6. */
const YEARS_QUALIFIED = 5
/** Months in which an officer's leaving is worth a word. */
const MONTHS_BEFORE_LEAVING = 6

/**
 * The officers whom the child could have from a day on, best first: who is the siblings' officer, then who is to chair a
 * review of the child that is booked, then who was the child's before, then whose weighted load for each full-time equivalent is lightest. CLK-IRO-4 to 6. Not listed: officers who may not be
 * the child's own, and the officer of a parent or child of the child. `world` is as the user may see it.
 */
export function suggestedOfficers(world: World, child: string, day: PlainDate): Suggestion[] {
  const allOfficers = recordsOf(world, officers)
  const allAllocations = recordsOf(world, allocations)
  const allFamily = recordsOf(world, family)
  const loads = new Map(caseloadOn(world, day).officers.map((load) => [load.officer.officerId, load]))
  const open = openByChild(allAllocations, day)
  const siblings = siblingsOf(child, allFamily)
  const booked = planOfChild(world, child, null).flatMap(({ meeting }) =>
    meeting && !isBefore(meeting.on, world.asAt) ? [meeting] : [],
  )
  const mayHave = (officer: OfficerFact): boolean => {
    const given: AllocationFact = { child, officerId: officer.officerId, from: day, to: null }
    const others = allAllocations.filter((one) => one.child !== child)
    return clashesOf([child], [...others, given], allFamily, day).length === 0
  }
  return allOfficers
    .filter((officer) => isReviewingOfficer(officer) && isInPost(officer, day))
    .filter(({ officerId }) => open.get(child)?.officerId !== officerId)
    .filter(mayHave)
    .flatMap((officer): Suggestion[] => {
      const load = loads.get(officer.officerId)
      if (!load) return []
      const theirs = siblings.filter((sibling) => open.get(sibling.child)?.officerId === officer.officerId)
      const chaired = booked.find(({ officerId }) => officerId === officer.officerId)
      const earlier = allocationsOf(world, child)
        .filter((one) => one.officerId === officer.officerId && one.to !== null && isOnOrBefore(one.to, day))
        .sort((a, b) => compareDates(a.from, b.from))
        .at(-1)
      return [
        {
          officer,
          load,
          rank: theirs.length > 0 ? 'sibling' : chaired ? 'chairs' : earlier ? 'earlier' : 'load',
          reasons: [...siblingReason(theirs), ...chairReason(chaired), ...earlierReason(earlier), loadReason(load)],
          warnings: warningsOf(world, officer, day),
        },
      ]
    })
    .sort(
      (a, b) =>
        order[a.rank] - order[b.rank] ||
        // Who is away for long stands behind the others of the same rank.
        Number(isAway(world, a, day)) - Number(isAway(world, b, day)) ||
        (a.load.weightedPerFte ?? 0) - (b.load.weightedPerFte ?? 0) ||
        a.officer.name.localeCompare(b.officer.name),
    )
}

const order: Readonly<Record<Suggestion['rank'], number>> = { sibling: 0, chairs: 1, earlier: 2, load: 3 }

const isAway = (world: World, { officer }: Suggestion, day: PlainDate): boolean =>
  longAbsenceOn(recordsOf(world, absences), officer.officerId, day) !== null

const siblingReason = (siblings: readonly Relative[]): string[] =>
  siblings.length === 0
    ? []
    : [`IRO of ${listed(siblings.map(({ child }) => child))}, the child’s ${brotherOrSister(siblings.length)}.`]

const brotherOrSister = (count: number): string => (count === 1 ? 'brother or sister' : 'brothers or sisters')

const chairReason = (meeting: MeetingFact | undefined): string[] =>
  meeting ? [`Is to chair the review that is booked for ${longDate(meeting.on)}.`] : []

const earlierReason = (earlier: AllocationFact | undefined): string[] =>
  earlier?.to ? [`Was the child’s IRO until ${longDate(earlier.to)}.`] : []

/** The load in words, to one decimal. */
const loadReason = ({ children, weightedPerFte }: OfficerLoad): string =>
  `${children === 1 ? '1 child' : `${children} children`}, ${(weightedPerFte ?? 0).toFixed(1)} by weight for each full-time post.`

function warningsOf(world: World, officer: OfficerFact, day: PlainDate): string[] {
  const warnings: string[] = []
  const away = longAbsenceOn(recordsOf(world, absences), officer.officerId, day)
  if (away) warnings.push(`Away until ${longDate(away.to)}.`)
  const { endedOn, qualifiedOn } = officer
  if (endedOn && !isAfter(endedOn, addMonths(day, MONTHS_BEFORE_LEAVING))) {
    warnings.push(`Leaves on ${longDate(endedOn)}.`)
  }
  if (qualifiedOn && isAfter(addMonths(qualifiedOn, YEARS_QUALIFIED * 12), day)) {
    warnings.push('Qualified less than 5 years ago.')
  }
  return warnings
}
