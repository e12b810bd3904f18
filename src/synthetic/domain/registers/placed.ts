import type { fosterHouseholds } from '../../../fostering/registers/fosterHouseholds.ts'
import { type PlainDate, compareDates, isAfter, isBefore, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'

type MemberRow = RowOf<typeof fosterHouseholds>

const PLACED = 322
/** So many households are asked whether they have room: after that the child lives with carers of an agency. */
const TRIES = 40

/** A stretch of a child's life with foster carers, at one place; lives are known whole. */
export interface FosterStay {
  child: string
  from: PlainDate
  /** The day on which it ends, past or to come. */
  to: PlainDate
  /** Which of the child's periods of care, and of the stays in it. */
  period: number
  place: number
}

/** A household as far as children can be placed with it. */
export interface Placing {
  carerRef: string
  approvedOn: PlainDate
  /** The day the approval ends, known yet or not; null where it does not. */
  ends: PlainDate | null
  /** For so many children at a time it is approved. */
  places: number
}

/** The stays of a child with foster carers, one after the other. */
export const fosterStaysOf = (life: Life): FosterStay[] =>
  life.periods.flatMap(({ episodes, to: end }, period) =>
    placementsOf(episodes).map(({ from, to }, place) => ({ child: life.child, from, to: to ?? end, period, place })),
  )

/**
 * Where each child lives who is with foster carers: in a household that is approved for the whole stay and has room. Stays are
 * placed in the order in which they begin, so that a later day, which tells of more of them, places none of these otherwise.
 */
export function placedRows(
  seed: number,
  households: readonly Placing[],
  stays: readonly FosterStay[],
  { today, since }: Span,
): MemberRow[] {
  const taken = new Map<string, FosterStay[]>()
  const inOrder = stays.toSorted((a, b) => compareDates(a.from, b.from) || a.child.localeCompare(b.child, 'en-GB', { numeric: true })) // prettier-ignore
  return inOrder.flatMap((stay): MemberRow[] => {
    if (isAfter(stay.from, today) || households.length === 0) return []
    const household = householdFor(seed, households, stay, taken)
    if (!household) return []
    const { carerRef } = household
    taken.set(carerRef, [...(taken.get(carerRef) ?? []), stay])
    if (isBefore(stay.to, since)) return []
    const to = isOnOrBefore(stay.to, today) ? stay.to : null
    const unreached = { channel: null, email: null, phone: null, address: null }
    return [{ carerRef, party: 'FOSTERED_CHILD', person: stay.child, ...unreached, from: stay.from, to }]
  })
}

/** A household that is approved for the whole stay and has room for it; null where none of those asked has. */
function householdFor(
  seed: number,
  households: readonly Placing[],
  { child, from, to, period, place }: FosterStay,
  taken: ReadonlyMap<string, readonly FosterStay[]>,
): Placing | null {
  const random = randomOf(seed, PLACED, Number(child.replaceAll(/\D/g, '')), period, place)
  for (let tries = 0; tries < TRIES; tries++) {
    const household = random.oneOf(households)
    const { carerRef, approvedOn, ends, places } = household
    if (isAfter(approvedOn, from) || (ends && !isAfter(ends, to))) continue
    // Those who are there on some day of it, though not all at once: cautious, and enough.
    const others = (taken.get(carerRef) ?? []).filter((one) => isAfter(one.to, from) && isBefore(one.from, to))
    if (others.length < places) return household
  }
  return null
}

/** The runs of episodes with foster carers, one after the other at one place. */
function placementsOf(episodes: Life['periods'][number]['episodes']): { from: PlainDate; to: PlainDate | null }[] {
  const runs: { from: PlainDate; to: PlainDate | null }[] = []
  let isGoingOn = false
  for (const { from, to, placementType, reasonForNewEpisode } of episodes) {
    const isFostered = /^U[1-6]$/.test(placementType)
    const last = runs.at(-1)
    if (isFostered && isGoingOn && last && reasonForNewEpisode === 'L') last.to = to
    else if (isFostered) runs.push({ from, to })
    isGoingOn = isFostered
  }
  return runs
}
