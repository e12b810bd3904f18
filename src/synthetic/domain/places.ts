import type { PathwayName } from './pathways.ts'
import type { Random } from './random.ts'

/** Where a child lives, and with whom. */
export interface Placement {
  type: string // PLACE; supported accommodation is K3, whatever the year calls it
  provider: string // PLACE_PROVIDER
  postcode: string
  urn: string
}

type Weights = Readonly<Record<string, number>>

/** A place for a child of this age on this pathway; with parents (P1) only where the family home and `status` allow it. */
export function placeFor(
  pathway: PathwayName,
  age: number,
  status: string,
  homePostcode: string,
  random: Random,
): Placement {
  const type = random.weighted(typesFor(pathway, age, homePostcode !== '' && /^C[12]$/.test(status)))
  if (type === 'P1') return { type, provider: 'PR0', postcode: homePostcode, urn: '' }
  const provider = random.weighted(providersOf(type))
  return { type, provider, postcode: postcodeOf(PLACEMENT_AREAS, random), urn: urnOf(type, provider, random) }
}

function typesFor(pathway: PathwayName, age: number, mayLiveWithParents: boolean): Weights {
  if (pathway === 'remand') return { R5: 45, K1: 10, K2: 25, U6: 20 }
  if (pathway === 'short_breaks') return { U6: 60, K2: 40 }
  if (pathway === 'unaccompanied') return age < 16 ? { U6: 86, U3: 4, K2: 10 } : { U6: 30, K2: 3, K3: 67 }
  const withParents = mayLiveWithParents ? 7 : 0
  if (age < 2) return { U6: 66, U3: 27, R3: 4, P1: withParents }
  if (age < 5) return { U6: 68, U3: 28, P1: withParents }
  if (age < 10) return { U6: 64, U3: 26, K2: 4, P1: withParents }
  if (age < 16) return { U6: 57, U3: 18, K2: 19, S1: 1, P1: withParents }
  return { U6: 36, U3: 9, K2: 17, K3: 32, R1: 1, P1: withParents }
}

function providersOf(type: string): Weights {
  if (/^U[123]$/.test(type) || type === 'K1') return { PR1: 1 }
  if (/^U[456]$/.test(type)) return { PR1: 56, PR4: 34, PR5: 10 }
  if (type === 'K2') return { PR1: 18, PR4: 76, PR5: 6 }
  if (type === 'K3') return { PR1: 20, PR4: 60, PR5: 20 }
  return type === 'R5' ? { PR3: 1 } : { PR4: 1 }
}

// Ofsted's numbers have seven figures; these belong to nobody here.
const OWN_FOSTERING_SERVICE = '1900000'
const REGIONAL_ADOPTION_AGENCY = '1900001'

function urnOf(type: string, provider: string, random: Random): string {
  if (type.startsWith('U'))
    return provider === 'PR1' ? OWN_FOSTERING_SERVICE : String(1_910_000 + random.between(1, 14))
  if (type.startsWith('K')) return String(1_920_000 + random.between(1, 60))
  return ''
}

/** With adopters, found by the regional agency or a voluntary one. */
export const adopters = (random: Random): Placement => ({
  type: 'A6',
  provider: random.weighted({ PR1: 80, PR5: 20 }),
  postcode: postcodeOf(PLACEMENT_AREAS, random),
  urn: REGIONAL_ADOPTION_AGENCY,
})

/** A temporary stay away from the usual carer (T1, T3, T4); provider and number are not asked for. */
export const temporaryPlace = (type: string, random: Random): Placement => ({
  type,
  provider: '',
  postcode: postcodeOf(PLACEMENT_AREAS, random),
  urn: '',
})

export const isFoster = (placement: Placement): boolean => /^U[1-6]$/.test(placement.type)

/** The areas of family homes and of placements: nobody is placed next door by chance. */
export const HOME_AREAS = 'AB'
const PLACEMENT_AREAS = 'CD'

/** A postcode of an area that does not exist (`ZB4 5TB`), so that no made-up child lives at a real address. */
export function postcodeOf(areas: string, random: Random): string {
  const letter = (): string => random.letterOf('ABDEFGHJLNPQRSTUWXYZ')
  return `Z${random.letterOf(areas)}${random.between(1, 9)} ${random.between(1, 9)}${letter()}${letter()}`
}
