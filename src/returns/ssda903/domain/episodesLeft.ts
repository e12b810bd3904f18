import { date, longDate } from '../../../kernel/dates.ts'
import { maySayTheSame } from './codes.ts'
import { valueAt } from './content.ts'
import {
  LS,
  RNE,
  type Stretch,
  agree,
  isCeasing,
  isKnownSamePlace,
  isNear,
  isSamePlace,
  isSameStart,
  isStart,
  toldAddresses,
  toldColumns,
} from './episodeRows.ts'
import { type KnownReturns, lastDayOf, startYearOf } from './knownReturns.ts'
import { type Note, notInOwnReturn } from './parts.ts'

/** What one return's episodes are held against. */
export interface Later {
  /** The episodes that later returns leave standing. */
  stretches: readonly Stretch[]
  /** The first day of the next return known. */
  next: string
  returns: KnownReturns
  /** The days on which a review was held, by any return. */
  reviewDays: () => readonly string[]
}

/** Notes where a later return says something else of an episode than the return of its own time did. */
export function noteChange(one: Stretch, version: Stretch, note: Note): void {
  if (!note) return
  const { source } = one.row
  const told = toldColumns.flatMap(({ name, place }) => {
    const [before, after] = [valueAt(one.row, place), valueAt(version.row, place)]
    return maySayTheSame(before, after) ? [] : [`${name} is ${before || 'blank'} here and ${after || 'blank'} there`]
  })
  for (const { name, place } of toldAddresses) {
    if (postcode(valueAt(one.row, place)) !== postcode(valueAt(version.row, place))) told.push(`${name} is another`)
  }
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

/** A postcode however it is spaced. */
const postcode = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase()

/** What is left of an episode that no later return has; notes in `movedTo` from which day to which it was dated anew. */
export function withoutVersion(
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
  const isCarriedOn = !isStart(clash) && startYearOf(clash.from) <= startYearOf(next)
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

/**
 * Whether the later episode is this one, stated from a later day: in the same place, both start the period or change it
 * alike. Days of care are lost only where nothing else says that they were: some days at the most; more within the year
 * that the return is of, with the place told by its address, nothing known in between and, where it is no start,
 * something before it that lasts longer.
 */
function isRedated(one: Stretch, other: Stretch, own: readonly Stretch[], { stretches, reviewDays }: Later): boolean {
  if (!agree(one, other, RNE) || !isSamePlace(one, other)) return false
  if (!isStart(one) && !agree(one, other, LS)) return false
  const isPreceded = [...own, ...stretches].some(({ to, reasonCeased }) => to === one.from && !isCeasing(reasonCeased))
  const isReviewed = reviewDays().some((day) => day >= one.from && day < other.from)
  if (isNear(one, other)) return isPreceded || !isReviewed
  const isEmpty = !isReviewed && !own.some(({ from }) => from > one.from && from < other.from)
  const isWithinYear = other.from <= lastDayOf(one.row.source.year)
  return isEmpty && isWithinYear && isKnownSamePlace(one, other) && (isStart(one) || isPreceded)
}
