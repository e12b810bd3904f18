import type { Rule } from '../../engine/rule.ts'
import { spellLongerThan } from '../shared/spells.ts'

/** Legal statuses that the law limits in time. */
export const legalStatusLimitRules: readonly Rule[] = [
  {
    code: '361',
    message: 'Police protection lasted longer than the 72 hours that the law allows.',
    hint: 'Check the days. If another legal status took over, end the episode on that day and start a new one.',
    tables: ['Episodes'],
    fields: ['DECOM', 'LS', 'DEC'],
    check: spellLongerThan(3, (episode) => episode.LS === 'L1'),
  },
  {
    code: '362',
    message: 'An emergency protection order lasted longer than 21 days.',
    hint: 'Check the days. If another legal status took over, end the episode on that day and start a new one.',
    tables: ['Episodes'],
    fields: ['DECOM', 'LS', 'DEC'],
    check: spellLongerThan(21, (episode) => episode.LS === 'L2'),
  },
]
