import { eachChild } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
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

/** Last year's open episodes and this year's first ones. */
export const episodeLastYearRules: readonly Rule[] = [
  {
    code: '503B',
    message:
      'The legal status of the child’s first episode differs from that of the open episode at the end of last year.',
    hint: 'Correct the legal status, or end the old episode and start a new one on the day it changed.',
    tables: ['Episodes', 'Episodes_last'],
    fields: ['LS'],
    check: firstEpisodeDiffers((now, last) => now.LS !== last.LS),
  },
]
