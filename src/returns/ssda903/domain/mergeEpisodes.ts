import type { EpisodeFact } from '../../../children/domain/record.ts'
import { placesIn, valueAt } from './content.ts'
import { type Stretch, factOf, isCeasing, isSameEpisode, likeness, stretchesOf } from './episodeRows.ts'
import { type Later, noteChange, withoutVersion } from './episodesLeft.ts'
import type { KnownReturns } from './knownReturns.ts'
import { type Note, type Part, distinctRows } from './parts.ts'

const REVIEW = placesIn('Reviews')('REVIEW')

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
  const reviewDays = () =>
    (days ??= parts.flatMap((part) => distinctRows(part, 'Reviews').map((row) => valueAt(row, REVIEW))))
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
