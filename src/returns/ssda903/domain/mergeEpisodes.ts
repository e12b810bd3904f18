import type { EpisodeFact } from '../../../children/domain/record.ts'
import { date, longDate } from '../../../kernel/dates.ts'
import { type KnownReturns, lastDayOf } from './knownReturns.ts'
import { type Note, type Part, type SourcedRow, distinctRows, notInOwnReturn } from './parts.ts'

/** An episode in the making; days are ISO text, in order as text. */
interface Stretch {
  from: string
  /** `''` while open. */
  to: string
  reasonCeased: string
  row: SourcedRow
}

/**
 * A child's episodes from all returns, by the day they start.
 *
 * An episode is the same in two returns where it starts on the same day (and for the same reason, where one that began
 * and ended that day stands beside it): the latest return's version counts, so that one open at the end of a year and
 * closed in the next is one episode. Where the returns contradict each other, the later one is right:
 * - an earlier return's episode that starts while another goes on in a later return is not counted, nor one that the
 *   later return states again from another day;
 * - one that runs into an episode of a later return ends where that starts;
 * - one that is open at the end of its return and is not in the next return that is known ends on that return's first
 *   day, with no reason;
 * - one dated after its own return's year, which that year's return does not have, is not counted.
 */
export function mergeEpisodes(parts: readonly Part[], returns: KnownReturns, note: Note): EpisodeFact[] {
  let kept: Stretch[] = []
  for (const part of parts) {
    const next = returns.nextFirstDay(part.year)
    const later = kept
    const own = stretchesOf(part, (text) => later.some((one) => one.row.text === text))
    kept = next === null ? own : [...own.flatMap((one) => reconciled(one, kept, next, returns, note)), ...kept]
  }
  return kept.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).map(factOf)
}

function stretchesOf(part: Part, isLeftOut: (text: string) => boolean): Stretch[] {
  const found: Stretch[] = []
  for (const row of distinctRows(part, 'Episodes', isLeftOut)) {
    const { values } = row
    const [from = '', to = '', reasonCeased = ''] = [values[0], values[6], values[7]]
    if (from === '') continue
    // The end is a slip. If the child ceased to be looked after, it was not later than we know; if not, the next episode ends it.
    const isBackwards = to !== '' && to < from
    found.push({ from, to: isBackwards ? (isCeasing(reasonCeased) ? from : '') : to, reasonCeased, row })
  }
  return found
}

/** Whether the reason says that the child ceased to be looked after, not only that the episode ended. */
export const isCeasing = (reasonCeased: string): boolean => reasonCeased !== '' && reasonCeased !== 'X1'

function reconciled(
  one: Stretch,
  later: readonly Stretch[],
  next: string,
  returns: KnownReturns,
  note: Note,
): Stretch[] {
  const { source } = one.row
  if (later.some((other) => isSameEpisode(one, other))) return []
  if (one.from > lastDayOf(source.year) && returns.hasReturnOf(one.from)) {
    note?.(notInOwnReturn(source, 'Episodes', one.from))
    return []
  }
  const clash = firstClash(one, later)
  if (clash && (clash.from <= one.from || isRedated(one, clash))) {
    note?.({
      code: 'contradicted_by_later_return',
      source,
      what: `The episode from ${longDate(date(one.from))} is not in a later return, which has one from ${longDate(date(clash.from))} for the same time.`,
      counted: 'It is not counted: the later return is taken to be right.',
    })
    return []
  }
  const isLeftOpen = one.to === ''
  const end = clash && (!isLeftOpen || clash.from < next) ? clash.from : isLeftOpen ? next : null
  if (end === null) return [one]
  note?.({
    code: isLeftOpen ? 'not_carried_on' : 'contradicted_by_later_return',
    source,
    what: isLeftOpen
      ? `The episode from ${longDate(date(one.from))} is open at the end of its return, and the next return does not have it.`
      : `The episode from ${longDate(date(one.from))} runs into one that a later return has from ${longDate(date(end))}.`,
    counted: `It is counted as ending on ${longDate(date(end))}, reason not recorded.`,
  })
  return [{ ...one, to: end, reasonCeased: '' }]
}

/** Two episodes may start on one day only where one of them ends that day too; the reason for each then tells them apart. */
const isSameEpisode = (one: Stretch, other: Stretch): boolean =>
  one.from === other.from && (one.row.values[1] === other.row.values[1] || one.to !== one.from)

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

/** Whether the later episode is this one, stated from another day: both start the period, or change it alike. */
function isRedated(one: Stretch, other: Stretch): boolean {
  const [, reason, legalStatus, , placement] = one.row.values
  const [, otherReason, otherLegalStatus, , otherPlacement] = other.row.values
  if (reason !== otherReason) return false
  return reason === 'S' || (legalStatus === otherLegalStatus && placement === otherPlacement)
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
