import { officerName } from '../../officers/domain/names.ts'
import type { FamilyTieFact } from '../../children/registers/family.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { type Standing } from './standing.ts'
import { openByChild } from './load.ts'
import { type Relative, clashesOf, relativesOf } from './ties.ts'
import { inSentence } from '../../kernel/words.ts'

/** What a relative is to a child, as people choose it. */
export const kinships = {
  sibling: 'Brother or sister',
  parent: 'Mother or father of the child',
  own_child: 'Son or daughter of the child',
} as const satisfies Record<Relative['is'], string>

export type Kinship = keyof typeof kinships

export type FamilyProblem =
  | { code: 'relative_missing' }
  /** Nobody of this id whom the user may see. */
  | { code: 'relative_unknown' }
  | { code: 'relative_is_the_child' }
  | { code: 'kinship_missing' }
  | { code: 'tied_already'; relative: string; is: Kinship }
  | { code: 'same_officer'; relative: string; officer: string }
  | { code: 'apart_reason_missing'; relative: string; officer: string; theirs: string }
  | NotKept

/** What is entered of a tie. `isRelativeKnown`: whether the user may see anyone of this id. */
export interface TieEntry {
  child: string
  relative: string
  is: Kinship | null
  apartReason: string
  isRelativeKnown: boolean
}

/**
 * The tie between two children, to be kept. One of parent and child is refused while both have the same officer; siblings
 * with different officers need a reason. CLK-IRO-5.
 */
export function tieOf(
  standing: Standing,
  { child, relative, is, apartReason, isRelativeKnown }: TieEntry,
  today: PlainDate,
): FamilyTieFact | { problems: readonly FamilyProblem[] } {
  const problems: FamilyProblem[] = []
  if (relative === '') problems.push({ code: 'relative_missing' })
  else if (relative === child) problems.push({ code: 'relative_is_the_child' })
  else if (!isRelativeKnown) problems.push({ code: 'relative_unknown' })
  if (is === null) return { problems: [...problems, { code: 'kinship_missing' }] }
  if (problems.length > 0) return { problems }
  const known = relativesOf(child, standing.ties).find((one) => one.child === relative)
  if (known) return { problems: [{ code: 'tied_already', relative, is: known.is }] }
  const nameOf = (id: string) => officerName(standing.officers, id)
  const tie: FamilyTieFact =
    is === 'sibling'
      ? { child, relative, kind: 'SIBLING', apartReason: null }
      : is === 'own_child'
        ? { child, relative, kind: 'PARENT', apartReason: null }
        : { child: relative, relative: child, kind: 'PARENT', apartReason: null }
  const [clash] = clashesOf([child], standing.allocations, [...standing.ties, tie], today).filter(
    (one) => one.relative === relative,
  )
  if (clash) return { problems: [{ code: 'same_officer', relative, officer: nameOf(clash.officerId) }] }
  if (is !== 'sibling') return tie
  const open = openByChild(standing.allocations, today)
  const [mine, theirs] = [open.get(child)?.officerId, open.get(relative)?.officerId]
  const isApart = mine !== undefined && theirs !== undefined && mine !== theirs
  if (!isApart) return tie
  if (apartReason === '') {
    return { problems: [{ code: 'apart_reason_missing', relative, officer: nameOf(mine), theirs: nameOf(theirs) }] }
  }
  return { ...tie, apartReason }
}

/** What to do about it, for the person who entered it. */
export function familyProblemText(problem: FamilyProblem): string {
  switch (problem.code) {
    case 'not_kept':
      return problem.why
    case 'relative_missing':
      return 'Enter the other child’s id'
    case 'relative_unknown':
      return 'Enter the id of a child in the records'
    case 'relative_is_the_child':
      return 'Enter the id of another child'
    case 'kinship_missing':
      return 'Choose what the other is to the child'
    case 'tied_already':
      return `${problem.relative} is entered already: ${inSentence(kinships[problem.is])}`
    case 'same_officer':
      return `${problem.officer} is the IRO of both. A parent and their child must have different IROs. Hand one of them over to another IRO first, then enter the tie`
    case 'apart_reason_missing':
      return `The child’s IRO is ${problem.officer}, and that of ${problem.relative} is ${problem.theirs}. Say why they are apart, or hand one of them over first`
  }
}
