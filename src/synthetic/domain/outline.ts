import { birthday } from '../../calendar/age.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
} from '../../kernel/dates.ts'
import type { AdoptionPlan } from './life.ts'
import { type Pathway, type PathwayName, endingsWithReturn, pathways, shareThatReturns } from './pathways.ts'
import { type Random, randomOf } from './random.ts'

/** One period of care, or one arrangement of short breaks, before its details are made up. */
export interface Stay {
  pathway: PathwayName
  from: PlainDate
  to: PlainDate
  /** Null where care ends with the 18th birthday: the reason then follows from where the young person lives. */
  reasonCeased: string | null
  adoption: AdoptionPlan | null
}

export interface ChildOutline {
  bornOn: PlainDate
  stays: readonly Stay[]
}

/** A family's number is its place in the order of arrival: the same authority has the same families in every year. */
export interface FamilyOutline {
  number: number
  children: readonly ChildOutline[]
}

const DAYS_A_YEAR = 365.2425
export const MOST_CHILDREN_A_FAMILY = 4
/** For how long after coming into care a return may still speak of someone: born then, a care leaver of 21. */
const YEARS_SPOKEN_OF = 22
/** How many years in care one family's children have between them, on average: measured, and held by a test. */
const YEARS_IN_CARE_A_FAMILY = 3.46
const shareOfPathways = Object.fromEntries(
  Object.entries(pathways).map(([name, pathway]) => [name, pathway.weight]),
) as Record<PathwayName, number>

/**
 * The families of whom a return between the two days may speak, in the order of their arrival, in an authority that
 * looks after about `children` children at a time.
 */
export function* familiesOf(
  seed: number,
  children: number,
  first: PlainDate,
  last: PlainDate,
): Generator<FamilyOutline> {
  const daysBetweenArrivals = (DAYS_A_YEAR * YEARS_IN_CARE_A_FAMILY) / children
  const earliest = dayNumber(first) - YEARS_SPOKEN_OF * DAYS_A_YEAR
  // Counted from 1970 whatever the years asked for, so that a family keeps its number.
  for (let number = Math.max(0, Math.floor(earliest / daysBetweenArrivals)); ; number++) {
    const random = randomOf(seed, children, number)
    const arrivedOn = dateOfDayNumber(Math.floor((number + random.next()) * daysBetweenArrivals))
    if (number * daysBetweenArrivals > dayNumber(last)) return
    if (isOnOrBefore(arrivedOn, last)) yield { number, children: childrenOf(arrivedOn, random) }
  }
}

function childrenOf(arrivedOn: PlainDate, random: Random): ChildOutline[] {
  const name = random.weighted(shareOfPathways)
  const pathway = pathways[name]
  const children: ChildOutline[] = []
  let bornOn = bornBefore(arrivedOn, Number(random.weighted(pathway.ages)), random)
  for (;;) {
    children.push({ bornOn, stays: staysOf(name, arrivedOn, bornOn, random) })
    if (children.length === MOST_CHILDREN_A_FAMILY || !random.isTrue(pathway.sibling)) return children
    // The next one is older by at least a pregnancy.
    bornOn = addDays(bornOn, -random.between(330, 1300))
    if (isOnOrAfter(arrivedOn, birthday(bornOn, 16))) return children
  }
}

/** A birth date that makes the child `years` old; many of the youngest come into care within weeks of birth. */
function bornBefore(day: PlainDate, years: number, random: Random): PlainDate {
  if (years === 0 && random.isTrue(0.5)) return addDays(day, -random.between(0, 21))
  return addDays(addMonths(day, -12 * years), -random.between(0, 364))
}

function staysOf(name: PathwayName, arrivedOn: PlainDate, bornOn: PlainDate, random: Random): Stay[] {
  const stays: Stay[] = []
  for (let from = arrivedOn, pathway = name; ; pathway = pathwayBack(from, bornOn, random)) {
    const stay = stayOf(pathway, from, bornOn, random)
    stays.push(stay)
    if (stay.reasonCeased === null || !endingsWithReturn.has(stay.reasonCeased)) return stays
    if (pathway === 'short_breaks' || !random.isTrue(shareThatReturns)) return stays
    from = addDays(stay.to, 21 + random.waiting(220))
    if (isOnOrAfter(from, birthday(bornOn, 17))) return stays
  }
}

function pathwayBack(on: PlainDate, bornOn: PlainDate, random: Random): PathwayName {
  return isBefore(on, birthday(bornOn, 13))
    ? random.weighted({ agreement: 40, long_term: 60 })
    : random.weighted({ agreement: 30, teenager: 70 })
}

function stayOf(name: PathwayName, from: PlainDate, bornOn: PlainDate, random: Random): Stay {
  const pathway = pathways[name]
  const adoption = name === 'adoption' ? adoptionPlan(from, random) : null
  const ends = endOf(pathway, adoption, from, random)
  const eighteenth = birthday(bornOn, 18)
  const reachesEighteen = ends === null || isOnOrAfter(ends, eighteenth)
  return {
    pathway: name,
    from,
    to: reachesEighteen ? eighteenth : ends,
    reasonCeased: reachesEighteen ? null : random.weighted(pathway.endings),
    adoption,
  }
}

/** The day care would end; null where it goes on until 18. */
function endOf(pathway: Pathway, adoption: AdoptionPlan | null, from: PlainDate, random: Random): PlainDate | null {
  if (adoption?.placedOn) return addDays(adoption.placedOn, random.between(120, 320))
  if (adoption || random.isTrue(pathway.staysTo18)) return null
  return addDays(from, pathway.least + random.waiting(pathway.mean))
}

function adoptionPlan(from: PlainDate, random: Random): AdoptionPlan {
  const orderedOn = addDays(from, random.between(150, 300))
  const isReversed = random.isTrue(0.1)
  return {
    decidedOn: addDays(orderedOn, -random.between(20, 60)),
    orderedOn,
    placedOn: isReversed ? null : addDays(orderedOn, random.between(40, 260)),
    reversed: isReversed
      ? { on: addDays(orderedOn, random.between(200, 500)), reason: random.weighted({ RD1: 40, RD3: 40, RD4: 20 }) }
      : null,
    isWithFosterCarer: random.isTrue(0.15),
  }
}
