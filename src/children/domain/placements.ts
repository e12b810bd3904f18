import type { PlainDate } from '../../kernel/dates.ts'
import { isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { isAdoptivePlacement, isTemporaryPlacement } from './codes.ts'
import type { Episode } from './episode.ts'
import type { EpisodeFact } from './record.ts'

/** A stay with the same carers, over however many episodes. */
export interface Placement {
  from: PlainDate
  /** The first day on which the child was no longer there; null while there. */
  until: PlainDate | null
  /** As it last was: a placement that becomes adoptive with the same carer is one placement. */
  type: string
  provider: string
  /** The start of the adoptive placement, where it is or became one. */
  adoptiveFrom: PlainDate | null
}

/**
 * The placements of a period. A new one begins with an episode that starts the period or changes the carer (RNE S, P,
 * B); L, T and U stay in the same one. Temporary placements (T0 to T4) are none, and going back afterwards to the same
 * place carries the placement on. Adoption by the current carer (A3, A5) is no move.
 * Source: NI62 and NI63, `kpi-definitions.md` section 10; CLK-REV-4.
 */
export function placementsOf(episodes: readonly Episode[], periodEndedOn: PlainDate | null): Placement[] {
  const placements: (Placement & { place: EpisodeFact })[] = []
  let cameBackFromTemporary = false
  for (const episode of episodes) {
    if (isTemporaryPlacement(episode.placementType)) {
      cameBackFromTemporary = true
      continue
    }
    const current = placements.at(-1)
    const adoptiveFrom = isAdoptivePlacement(episode.placementType) ? episode.from : null
    if (current && carriesOn(current.place, episode, cameBackFromTemporary)) {
      current.place = episode
      current.type = episode.placementType
      current.provider = episode.provider
      current.adoptiveFrom = adoptiveFrom === null ? null : (current.adoptiveFrom ?? adoptiveFrom)
    } else {
      if (current) current.until = episode.from
      placements.push({
        from: episode.from,
        until: periodEndedOn,
        type: episode.placementType,
        provider: episode.provider,
        adoptiveFrom,
        place: episode,
      })
    }
    cameBackFromTemporary = false
  }
  return placements
}

function carriesOn(before: EpisodeFact, next: Episode, cameBackFromTemporary: boolean): boolean {
  if (!['S', 'P', 'B'].includes(next.reasonForNewEpisode)) return true
  if (next.placementType === 'A3' || next.placementType === 'A5') return true
  return cameBackFromTemporary && isSamePlace(before, next)
}

const isSamePlace = (a: EpisodeFact, b: EpisodeFact): boolean =>
  a.placementType === b.placementType &&
  a.provider === b.provider &&
  a.urn === b.urn &&
  a.placementPostcode === b.placementPostcode

/** Whether the child was in the placement on some day from `first` to `last`; one that ended on `first` was not. */
export const isDuring = (placement: Placement, first: PlainDate, last: PlainDate): boolean =>
  isOnOrBefore(placement.from, last) && (placement.until === null || isAfter(placement.until, first))

/** The placement the child is counted in on this day: during a temporary stay elsewhere, still the usual one. */
export const placementOn = (placements: readonly Placement[], day: PlainDate): Placement | null =>
  placements.find(
    (placement) => isOnOrBefore(placement.from, day) && (placement.until === null || isBefore(day, placement.until)),
  ) ?? null
