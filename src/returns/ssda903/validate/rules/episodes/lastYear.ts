import type { Rule } from '../../engine/rule.ts'
import { firstEpisodeDiffers } from '../shared/lastYear.ts'

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
