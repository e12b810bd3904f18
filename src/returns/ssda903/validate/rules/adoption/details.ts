import type { Child, Row } from '../../engine/rows.ts'
import { eachChild } from '../../engine/checks.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import type { Check } from '../../engine/rule.ts'

/** Whether anything says that the decision to place the child for adoption no longer stands. */
export const isReversed = (placed: Row<'PlacedAdoption'>): boolean =>
  placed.has('DATE_PLACED_CEASED') || placed.has('REASON_PLACED_CEASED')

/**
 * Decisions to place a child for adoption that clash with one episode of the child: the episode that `choose` finds fails
 * with them.
 */
export function againstEpisode(
  choose: (child: Child) => Row<'Episodes'> | undefined,
  clash: (placed: Row<'PlacedAdoption'>, episode: Row<'Episodes'> | undefined, data: IndexedReturn) => boolean,
): Check {
  return eachChild((child, fail, data) => {
    const episode = choose(child)
    for (const placed of child.PlacedAdoption) {
      if (!clash(placed, episode, data)) continue
      if (episode) fail(episode)
      fail(placed)
    }
  })
}
