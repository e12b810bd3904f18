import { isTemporaryPlacement } from '../../children/domain/codes.ts'
import type { Episode } from '../../children/domain/episode.ts'
import type { PeriodOfCare } from '../../children/domain/history.ts'
import { type PlainDate, isOnOrBefore } from '../../kernel/dates.ts'

/** A move from one placement to another within a period of care. */
export interface Move {
  on: PlainDate
  /** The placement that the child left. */
  left: { from: PlainDate; type: string }
  /** The placement that the child came to. */
  to: { type: string; legalStatus: string }
  /** Why the one before ended (REASON_PLACE_CHANGE); empty where it is not recorded. */
  reason: string
}

/** The moves of a period up to a day, in order. Stays elsewhere for a time are none, nor is coming back from them. */
export function movesOf(period: PeriodOfCare, day: PlainDate): Move[] {
  const places = period.placements.filter(({ from }) => isOnOrBefore(from, day))
  return places.slice(1).flatMap((place, index) => {
    const left = places[index]
    const at = period.episodes.findIndex((episode) => episode.from.equals(place.from))
    const first = period.episodes[at]
    if (!left || !first) return []
    const before = period.episodes.slice(0, at).findLast(({ placementType }) => !isTemporaryPlacement(placementType))
    return [
      {
        on: place.from,
        left: { from: left.from, type: before?.placementType ?? left.type },
        to: { type: first.placementType, legalStatus: first.legalStatus },
        reason: reasonBetween(period.episodes.slice(0, at)),
      },
    ]
  })
}

/** The reason of the episode that was left; of a stay elsewhere in between, that of the placement before it. */
function reasonBetween(episodes: readonly Episode[]): string {
  for (const { placementType, reasonPlacementChanged } of episodes.toReversed()) {
    if (reasonPlacementChanged !== '') return reasonPlacementChanged
    if (!isTemporaryPlacement(placementType)) return ''
  }
  return ''
}
