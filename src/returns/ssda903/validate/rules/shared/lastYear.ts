import { eachChild } from '../../engine/checks.ts'
import type { Check } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'

/**
 * The child's first episode of this year, where `differs` says so of it and the last episode of last year, and that
 * one was left open: the same episode should stand in both returns.
 */
export function firstEpisodeDiffers(differs: (now: Row<'Episodes'>, last: Row<'Episodes'>) => boolean): Check {
  return eachChild((child, fail) => {
    const [now] = child.Episodes
    const last = child.last.Episodes.findLast((episode) => !Number.isNaN(episode.DECOM))
    if (now && last && Number.isNaN(last.DEC) && differs(now, last)) fail(now)
  })
}
