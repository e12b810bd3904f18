import type { EpisodeFact } from '../../../children/domain/record.ts'
import { date, daysBetween } from '../../../kernel/dates.ts'
import { maySayTheSame } from './codes.ts'
import { placesIn, valueAt } from './content.ts'
import { type Part, type SourcedRow, distinctRows } from './parts.ts'

/** An episode in the making; days are ISO text, in order as text. */
export interface Stretch {
  from: string
  /** `''` while open. */
  to: string
  reasonCeased: string
  row: SourcedRow
}

const inEpisodes = placesIn('Episodes')
const [DECOM, DEC, REC] = [inEpisodes('DECOM'), inEpisodes('DEC'), inEpisodes('REC')]
/** Where the reason for the new episode and the legal status stand. */
export const [RNE, LS] = [inEpisodes('RNE'), inEpisodes('LS')]
const [CIN, PLACE, PLACE_PROVIDER] = [inEpisodes('CIN'), inEpisodes('PLACE'), inEpisodes('PLACE_PROVIDER')]
const [REASON_PLACE_CHANGE, HOME_POST] = [inEpisodes('REASON_PLACE_CHANGE'), inEpisodes('HOME_POST')]
const [PL_POST, URN] = [inEpisodes('PL_POST'), inEpisodes('URN')]
/** What makes two episodes ones in the same place. */
const addressColumns = [PL_POST, URN]
const placeColumns = [PLACE, PLACE_PROVIDER, ...addressColumns]
/** What a later return may say otherwise of an episode, with a word of it. */
export const toldColumns = (['RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER'] as const).map((name) => ({
  name,
  place: inEpisodes(name),
}))
/** Addresses that a later return may have otherwise: figures of distance go by them. Their words are not quoted. */
export const toldAddresses = [
  { name: 'HOME_POST', place: HOME_POST },
  { name: 'PL_POST', place: PL_POST },
]

/** The part's episodes with a start, without those that `isLeftOut` by their text. */
export function stretchesOf(part: Part, isLeftOut: (text: string) => boolean): Stretch[] {
  const found: Stretch[] = []
  for (const row of distinctRows(part, 'Episodes', isLeftOut)) {
    const [from, to, reasonCeased] = [valueAt(row, DECOM), valueAt(row, DEC), valueAt(row, REC)]
    if (from === '') continue
    // The end is a slip. If the child ceased to be looked after, it was not later than we know; if not, the next episode ends it.
    const isBackwards = to !== '' && to < from
    found.push({ from, to: isBackwards ? (isCeasing(reasonCeased) ? from : '') : to, reasonCeased, row })
  }
  return found
}

/** Whether the reason says that the child ceased to be looked after, not only that the episode ended. */
export const isCeasing = (reasonCeased: string): boolean => reasonCeased !== '' && reasonCeased !== 'X1'

/** Whether an episode starts a period of care. */
export const isStart = ({ row }: Stretch): boolean => valueAt(row, RNE) === 'S'

const isOfADay = ({ from, to }: Stretch): boolean => from === to
/** Whether two episodes say the same in the column at this place. */
export const agree = (one: Stretch, other: Stretch, place: number): boolean =>
  valueAt(one.row, place) === valueAt(other.row, place)

/** Two episodes may start on one day only where one of them ends that day too: reason and place then tell them apart. */
export const isSameEpisode = (one: Stretch, other: Stretch): boolean =>
  one.from === other.from && (isOfADay(one) === isOfADay(other) || (agree(one, other, RNE) && isSamePlace(one, other)))

/** How alike two versions of an episode are: the more, the higher. */
export const likeness = (one: Stretch, other: Stretch): number =>
  (isOfADay(one) === isOfADay(other) ? 4 : 0) +
  (isSamePlace(one, other) ? 2 : 0) +
  [RNE, LS].filter((column) => agree(one, other, column)).length

/** What is blank in one of the two tells no places apart. */
export const isSamePlace = (one: Stretch, other: Stretch): boolean =>
  placeColumns.every((column) => {
    const [a, b] = [valueAt(one.row, column), valueAt(other.row, column)]
    return a === '' || b === '' || maySayTheSame(a, b)
  })

/** Whether both tables say where the place is, and say the same. */
export const isKnownSamePlace = (one: Stretch, other: Stretch): boolean =>
  isSamePlace(one, other) && addressColumns.some((column) => one.row.values[column] && agree(one, other, column))

/** Days by which a date put right may differ whatever else is known; a child may well move twice in more. */
const NEAR_DAYS = 14

/** Whether the later of two starts is so near that it may be the other, put right. */
export const isNear = (one: Stretch, other: Stretch): boolean =>
  daysBetween(date(one.from), date(other.from)) <= NEAR_DAYS

/** Whether both start a period of care, in the same place. */
export const isSameStart = (one: Stretch, other: Stretch): boolean =>
  isStart(one) && agree(one, other, RNE) && isSamePlace(one, other)

/** The fact that an episode is. */
export function factOf({ from, to, reasonCeased, row }: Stretch): EpisodeFact {
  return {
    from: date(from),
    to: to === '' ? null : date(to),
    reasonForNewEpisode: valueAt(row, RNE),
    legalStatus: valueAt(row, LS),
    categoryOfNeed: valueAt(row, CIN),
    placementType: valueAt(row, PLACE),
    provider: valueAt(row, PLACE_PROVIDER),
    reasonCeased,
    reasonPlacementChanged: valueAt(row, REASON_PLACE_CHANGE),
    homePostcode: valueAt(row, HOME_POST),
    placementPostcode: valueAt(row, PL_POST),
    urn: valueAt(row, URN),
    source: row.source,
  }
}
