import { eachChild, eachRow } from '../../engine/checks.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import type { Day, Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'
import { spellLongerThan } from '../shared/spells.ts'

const MOST_DAYS_OF_A_SHORT_BREAK = 17
const MOST_DAYS_OF_SHORT_BREAKS_IN_A_YEAR = 75

/** When an episode ended; an open one, on the collection's last day. */
const endOf = (episode: Row<'Episodes'>, { lastDay }: IndexedReturn): Day =>
  episode.has('DEC') ? episode.DEC : lastDay

/** How many days of the collection year an episode lasted; none where a date can't be read. */
function daysInYear(episode: Row<'Episodes'>, data: IndexedReturn): number {
  const days = Math.min(endOf(episode, data), data.lastDay) - Math.max(episode.DECOM, data.firstDay)
  return days > 0 ? days : 0
}

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
  {
    code: '363',
    message: 'A child assessment order lasted longer than the 7 days that the Children Act 1989 allows.',
    hint: 'Check the days. If another legal status took over, end the episode on that day and start a new one.',
    tables: ['Episodes'],
    fields: ['LS', 'DECOM', 'DEC'],
    check: spellLongerThan(7, (episode) => episode.LS === 'L3'),
  },
  {
    code: '364',
    message: 'The child was detained in local authority accommodation under PACE 1984 (J2) for more than 21 days.',
    hint: 'Check the days and the legal status: the Act allows a child to be detained for a short time only.',
    tables: ['Episodes'],
    fields: ['LS', 'DECOM', 'DEC'],
    check: spellLongerThan(21, (episode) => episode.LS === 'J2'),
  },
  {
    code: '365',
    message: 'A short break (V3) lasted longer than 17 days.',
    hint: 'Check the days. If the child stayed longer, the legal status is another one, like V2.',
    tables: ['Episodes'],
    fields: ['LS', 'DECOM', 'DEC'],
    check: eachRow(
      'Episodes',
      (episode, data) => episode.LS === 'V3' && endOf(episode, data) > episode.DECOM + MOST_DAYS_OF_A_SHORT_BREAK,
    ),
    cases: [
      `Episodes
       CHILD DECOM      DEC        LS
       1     01/06/2020 18/06/2020 V3
       1     01/07/2020 19/07/2020 V3 ✗
       1     01/08/2020 19/08/2020 V4
       1     01/09/2020 01/08/2020 V3
       1     01/10/2020 -          V3 ✗
       1     14/03/2021 -          V3
       1     01/10/2020 31/13/2020 V3
       1     -          19/10/2020 V3`,
    ],
  },
  {
    code: '367',
    message: 'The child had more than 75 days of short breaks (V3) in the year.',
    hint: 'Check the days. If the child was away from home for longer, the legal status is another one, like V2.',
    tables: ['Episodes'],
    fields: ['LS', 'DECOM', 'DEC'],
    check: eachChild((child, fail, data) => {
      const breaks = child.Episodes.filter((episode) => episode.LS === 'V3' && daysInYear(episode, data) > 0)
      const days = breaks.reduce((sum, episode) => sum + daysInYear(episode, data), 0)
      if (days > MOST_DAYS_OF_SHORT_BREAKS_IN_A_YEAR) breaks.forEach(fail)
    }),
  },
]
