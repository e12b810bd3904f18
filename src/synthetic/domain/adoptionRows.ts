import { addDays, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { Life } from './life.ts'
import { randomOf } from './random.ts'
import { type ReturnScope, cellIfKnown, cellOf, isListed } from './scope.ts'

/** One kind of adopters each: how many, of which sex, how joined (NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR). */
const adopterKinds: readonly (readonly [number: string, sex: string, status: string])[] = [
  ['2', 'MF', 'L11'],
  ['2', 'MF', 'L11'],
  ['2', 'MF', 'L3'],
  ['2', 'FF', 'L12'],
  ['2', 'MM', 'L2'],
  ['1', 'F1', 'L0'],
]

/** AD1: the child adopted in the year. */
export function adoptionRow(life: Life, scope: ReturnScope): string[][] {
  return life.periods.flatMap(({ adoption, to, episodes }) => {
    const isAdoptedInYear = isOnOrBefore(to, scope.knownOn) && isOnOrAfter(to, scope.year.firstDay)
    if (!adoption?.placedOn || !isAdoptedInYear) return []
    const adopters = randomOf(...life.seeds, scope.year.startYear).oneOf(adopterKinds)
    const formerCarer = episodes.at(-1)?.placementType === 'A5' ? '1' : '0'
    const matchedOn = addDays(adoption.placedOn, -21)
    const born = cellOf(life.bornOn)
    return [[life.child, born, cellOf(adoption.decidedOn), cellOf(matchedOn), formerCarer, ...adopters]]
  })
}

/** PlacedAdoption: the decision that the child should be placed for adoption, and its end where it was given up. */
export function placedForAdoptionRows(life: Life, scope: ReturnScope): string[][] {
  return life.periods.flatMap(({ adoption, to }) => {
    if (!adoption || !isListed(adoption.decidedOn, adoption.reversed?.on ?? to, scope)) return []
    const ceased = cellIfKnown(adoption.reversed?.on ?? null, scope)
    const reason = ceased === '' ? '' : (adoption.reversed?.reason ?? '')
    return [[life.child, cellOf(life.bornOn), cellOf(adoption.decidedOn), ceased, reason]]
  })
}
