import type { EpisodeFact } from '../../../children/domain/record.ts'
import { date, daysBetween, longDate } from '../../../kernel/dates.ts'
import { maySayTheSame } from './codes.ts'
import { storedColumns } from './content.ts'
import { type KnownReturns, lastDayOf, startYearOf } from './knownReturns.ts'
import { type Note, type Part, type SourcedRow, distinctRows, notInOwnReturn } from './parts.ts'

/** An episode in the making; days are ISO text, in order as text. */
interface Stretch {
  from: string
  /** `''` while open. */
  to: string
  reasonCeased: string
  row: SourcedRow
}

/** Where a column of Episodes stands in a stored row. */
const at = (column: string): number => storedColumns('Episodes').indexOf(column)
const [RNE, LS, PLACE, DEC, REC] = [at('RNE'), at('LS'), at('PLACE'), at('DEC'), at('REC')]
/** What makes two episodes ones in the same place. */
const addressColumns = [at('PL_POST'), at('URN')]
const placeColumns = [PLACE, at('PLACE_PROVIDER'), ...addressColumns]
/** What a later return may say otherwise of an episode, with a word of it. */
const toldColumns = ['RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER'].map((name) => ({ name, index: at(name) }))

/** What one return's episodes are held against. */
interface Later {
  /** The episodes that later returns leave standing. */
  stretches: readonly Stretch[]
  /** The first day of the next return known. */
  next: string
  returns: KnownReturns
  /** The days on which a review was held, by any return. */
  reviewDays: () => readonly string[]
}

/**
 * A child's episodes from all returns, by the day they start.
 *
 * An episode of two returns is one where it starts on the same day; of several that start on it, those in the same place
 * are one. The latest return's version counts, so that one open at the end of a year and closed in the next is one
 * episode. Where the returns contradict each other, the later one is right, but what it only leaves out stays:
 * - an earlier return's episode that starts while another goes on in a later return is not counted, nor one that the
 *   later return states again from another day (`isRedated`): what ended with its start then lasts until the new day;
 * - one that runs into an episode of a later return ends where that starts;
 * - one that is open at the end of its return and is not in the next return that is known ends on that return's first
 *   day, with no reason, or where that return carries care on with another;
 * - one dated after its own return's year, which that year's return does not have, is not counted.
 *
 * Whatever changes what an earlier return said is noted.
 */
export function mergeEpisodes(parts: readonly Part[], returns: KnownReturns, note: Note): EpisodeFact[] {
  let kept: Stretch[] = []
  let days: readonly string[] | null = null
  const reviewDays = () => (days ??= parts.flatMap((part) => distinctRows(part, 'Reviews').map(firstOf)))
  for (const part of parts) {
    const next = returns.nextFirstDay(part.year)
    const later = kept
    const same = new Set<Stretch>()
    const own = stretchesOf(part, (text) => {
      const known = later.find((one) => one.row.text === text)
      if (known) same.add(known)
      return known !== undefined
    })
    kept =
      next === null ? own : [...reconciled(own, same, { stretches: kept, next, returns, reviewDays }, note), ...kept]
  }
  return kept.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).map(factOf)
}

const firstOf = ({ values }: SourcedRow): string => values[0] ?? ''

function stretchesOf(part: Part, isLeftOut: (text: string) => boolean): Stretch[] {
  const found: Stretch[] = []
  for (const row of distinctRows(part, 'Episodes', isLeftOut)) {
    const { values } = row
    const [from = '', to = '', reasonCeased = ''] = [values[0], values[DEC], values[REC]]
    if (from === '') continue
    // The end is a slip. If the child ceased to be looked after, it was not later than we know; if not, the next episode ends it.
    const isBackwards = to !== '' && to < from
    found.push({ from, to: isBackwards ? (isCeasing(reasonCeased) ? from : '') : to, reasonCeased, row })
  }
  return found
}

/** Whether the reason says that the child ceased to be looked after, not only that the episode ended. */
export const isCeasing = (reasonCeased: string): boolean => reasonCeased !== '' && reasonCeased !== 'X1'

/** What later returns leave of one return's episodes. `same`: the later ones that it states word for word. */
function reconciled(own: readonly Stretch[], same: Set<Stretch>, later: Later, note: Note): Stretch[] {
  const versions = laterVersions(own, same, later.stretches)
  const left: Stretch[] = []
  const movedTo = new Map<string, string>()
  for (const one of own) {
    const version = versions.get(one)
    if (version) noteChange(one, version, note)
    else left.push(...withoutVersion(one, own, later, movedTo, note))
  }
  return left.map((one) => {
    const moved = one.to !== '' && !isCeasing(one.reasonCeased) ? movedTo.get(one.to) : undefined
    return moved === undefined ? one : { ...one, to: moved }
  })
}

/** Which episode of later returns each of these is, those most alike first; each is one at most. */
function laterVersions(
  own: readonly Stretch[],
  same: ReadonlySet<Stretch>,
  later: readonly Stretch[],
): Map<Stretch, Stretch> {
  const pairs = own.flatMap((one) =>
    later
      .filter((other) => !same.has(other) && isSameEpisode(one, other))
      .map((other) => ({ one, other, likeness: likeness(one, other) })),
  )
  const versions = new Map<Stretch, Stretch>()
  const taken = new Set<Stretch>()
  for (const { one, other } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (versions.has(one) || taken.has(other)) continue
    versions.set(one, other)
    taken.add(other)
  }
  return versions
}

const isOfADay = ({ from, to }: Stretch): boolean => from === to
const agree = (one: Stretch, other: Stretch, column: number): boolean =>
  (one.row.values[column] ?? '') === (other.row.values[column] ?? '')

/** Two episodes may start on one day only where one of them ends that day too: reason and place then tell them apart. */
const isSameEpisode = (one: Stretch, other: Stretch): boolean =>
  one.from === other.from && (isOfADay(one) === isOfADay(other) || (agree(one, other, RNE) && isSamePlace(one, other)))

const likeness = (one: Stretch, other: Stretch): number =>
  (isOfADay(one) === isOfADay(other) ? 4 : 0) +
  (isSamePlace(one, other) ? 2 : 0) +
  [RNE, LS].filter((column) => agree(one, other, column)).length

/** What is blank in one of the two tells no places apart. */
const isSamePlace = (one: Stretch, other: Stretch): boolean =>
  placeColumns.every((column) => {
    const [a = '', b = ''] = [one.row.values[column], other.row.values[column]]
    return a === '' || b === '' || maySayTheSame(a, b)
  })

/** Whether both tables say where the place is, and say the same. */
const isKnownSamePlace = (one: Stretch, other: Stretch): boolean =>
  isSamePlace(one, other) && addressColumns.some((column) => one.row.values[column] && agree(one, other, column))

/** Notes where a later return says something else of an episode than the return of its own time did. */
function noteChange(one: Stretch, version: Stretch, note: Note): void {
  if (!note) return
  const { source, values } = one.row
  const told = toldColumns.flatMap(({ name, index }) => {
    const [before = '', after = ''] = [values[index], version.row.values[index]]
    return maySayTheSame(before, after) ? [] : [`${name} is ${before || 'blank'} here and ${after || 'blank'} there`]
  })
  const ended = (to: string) => (to === '' || to > lastDayOf(source.year) ? '' : to)
  if (ended(one.to) !== ended(version.to)) {
    const words = (to: string) => (to === '' ? 'it is open' : `it ends on ${longDate(date(to))}`)
    told.push(`${words(ended(one.to))} here and ${words(version.to)} there`)
  } else if (ended(one.to) !== '' && !maySayTheSame(one.reasonCeased, version.reasonCeased)) {
    told.push(`REC is ${one.reasonCeased || 'blank'} here and ${version.reasonCeased || 'blank'} there`)
  }
  if (told.length === 0) return
  note({
    code: 'changed_by_later_return',
    source,
    what: `A later return has the episode from ${longDate(date(one.from))} otherwise: ${told.join('; ')}.`,
    counted: 'What the later return says is counted.',
  })
}

/** What is left of an episode that no later return has; notes in `movedTo` from which day to which it was dated anew. */
function withoutVersion(
  one: Stretch,
  own: readonly Stretch[],
  later: Later,
  movedTo: Map<string, string>,
  note: Note,
): Stretch[] {
  const { source } = one.row
  const { next, returns } = later
  if (one.from > lastDayOf(source.year) && returns.hasReturnOf(one.from)) {
    note?.(notInOwnReturn(source, 'Episodes', one.from))
    return []
  }
  const clash = firstClash(one, later.stretches)
  const isMoved = clash !== null && clash.from > one.from && isRedated(one, clash, own, later)
  if (clash && (clash.from <= one.from || isMoved)) {
    if (isMoved) movedTo.set(one.from, clash.from)
    note?.({
      code: 'contradicted_by_later_return',
      source,
      what: `The episode from ${longDate(date(one.from))} is not in a later return, which has one from ${longDate(date(clash.from))} for the same time.`,
      counted: 'It is not counted: the later return is taken to be right.',
    })
    return []
  }
  const isLeftOpen = one.to === ''
  const end = endOf(one, clash, next)
  if (end === null) return [one]
  note?.({
    code: isLeftOpen ? 'not_carried_on' : 'contradicted_by_later_return',
    source,
    what: isLeftOpen
      ? `The episode from ${longDate(date(one.from))} is open at the end of its return, and the next return does not have it.`
      : `The episode from ${longDate(date(one.from))} runs into one that a later return has from ${longDate(date(end))}.`,
    counted: `It is counted as ending on ${longDate(date(end))}, reason not recorded.`,
  })
  // The same start stated again some days on, with a review in between: care had begun, and goes on.
  const isOneStart = clash !== null && isNear(one, clash) && isSameStart(one, clash)
  return [{ ...one, to: end, reasonCeased: isOneStart ? 'X1' : '' }]
}

/**
 * Where an episode ends that a later return does not have: where it runs into one of a later return; open, on the first
 * day of the return that lacks it, unless that return carries care on with a code that is no start. Null: as it says.
 */
function endOf(one: Stretch, clash: Stretch | null, next: string): string | null {
  if (one.to !== '') return clash?.from ?? null
  if (clash === null) return next
  const isCarriedOn = clash.row.values[RNE] !== 'S' && startYearOf(clash.from) <= startYearOf(next)
  return clash.from < next || isCarriedOn ? clash.from : next
}

/** The first of the later returns' episodes that shares days with this one. */
function firstClash(one: Stretch, later: readonly Stretch[]): Stretch | null {
  let first: Stretch | null = null
  for (const other of later) {
    const endsAfter = other.to === '' || other.to > one.from
    const startsBefore = other.from < one.from || one.to === '' || other.from < one.to
    if (endsAfter && startsBefore && (first === null || other.from < first.from)) first = other
  }
  return first
}

/** Days by which a date put right may differ whatever else is known; a child may well move twice in more. */
const NEAR_DAYS = 14

const isNear = (one: Stretch, other: Stretch): boolean => daysBetween(date(one.from), date(other.from)) <= NEAR_DAYS

const isSameStart = (one: Stretch, other: Stretch): boolean =>
  one.row.values[RNE] === 'S' && agree(one, other, RNE) && isSamePlace(one, other)

/**
 * Whether the later episode is this one, stated from a later day: in the same place, both start the period or change it
 * alike. Days of care are lost only where nothing else says that they were: some days at the most; more within the year
 * that the return is of, with the place told by its address, nothing known in between and, where it is no start,
 * something before it that lasts longer.
 */
function isRedated(one: Stretch, other: Stretch, own: readonly Stretch[], { stretches, reviewDays }: Later): boolean {
  if (!agree(one, other, RNE) || !isSamePlace(one, other)) return false
  const isStart = one.row.values[RNE] === 'S'
  if (!isStart && !agree(one, other, LS)) return false
  const isPreceded = [...own, ...stretches].some(({ to, reasonCeased }) => to === one.from && !isCeasing(reasonCeased))
  const isReviewed = reviewDays().some((day) => day >= one.from && day < other.from)
  if (isNear(one, other)) return isPreceded || !isReviewed
  const isEmpty = !isReviewed && !own.some(({ from }) => from > one.from && from < other.from)
  const isWithinYear = other.from <= lastDayOf(one.row.source.year)
  return isEmpty && isWithinYear && isKnownSamePlace(one, other) && (isStart || isPreceded)
}

function factOf({ from, to, reasonCeased, row: { values, source } }: Stretch): EpisodeFact {
  return {
    from: date(from),
    to: to === '' ? null : date(to),
    reasonForNewEpisode: values[1] ?? '',
    legalStatus: values[2] ?? '',
    categoryOfNeed: values[3] ?? '',
    placementType: values[4] ?? '',
    provider: values[5] ?? '',
    reasonCeased,
    reasonPlacementChanged: values[8] ?? '',
    homePostcode: values[9] ?? '',
    placementPostcode: values[10] ?? '',
    urn: values[11] ?? '',
    source,
  }
}
