import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { eachChild, eachPair, eachRow } from '../../engine/checks.ts'
import type { Day } from '../../engine/rows.ts'
import type { Check, Rule } from '../../engine/rule.ts'

const DAYS_OF_TOLERANCE = 7
/** A change shortly before the end of the year is checked by itself (SW11b); others must come as close as this (SW11a). */
const DAYS_TO_FIND_ANOTHER = 5

/** Which social worker a child had when. */
export const socialWorkerRules: readonly Rule[] = [
  {
    code: 'SW06STG2',
    message: 'The social worker took over after the end of the collection year.',
    hint: 'Check the day. A social worker who came after 31 March belongs in next year’s return.',
    tables: ['SWEpisodes'],
    fields: ['SW_DECOM'],
    from: '2023-24',
    check: eachRow('SWEpisodes', (worker, { lastDay }) => worker.SW_DECOM > lastDay),
  },
  {
    code: 'SW07STG2',
    message: 'The time with the social worker ended before the period that the return tells of, or after the year.',
    hint: 'Check the day. The return tells of social workers in the collection year.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC'],
    from: '2023-24',
    check: eachRow(
      'SWEpisodes',
      (worker, { firstDay, lastDay }) => worker.SW_DEC < firstDay || worker.SW_DEC > lastDay,
    ),
    since: {
      '2024-25': {
        hint: 'Check the day. The return tells of social workers in the collection year and the year before.',
        check: eachRow(
          'SWEpisodes',
          (worker, { firstDay, lastDay }) => worker.SW_DEC < yearsAfter(firstDay, -1) || worker.SW_DEC > lastDay,
        ),
      },
    },
    cases: [
      `collection 2024-25
       SWEpisodes
       SW_DEC
       01/04/2025 ✗
       31/03/2023 ✗
       01/04/2024
       31/03/2025
       -`,
    ],
  },
  {
    code: 'SW08STG2',
    message: 'The child has a later social worker, but the time with this one has not ended.',
    hint: 'Enter the day on which the change came.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC'],
    from: '2023-24',
    check: eachPair(
      'SWEpisodes',
      'earlier',
      (earlier, later) => Number.isNaN(earlier.SW_DEC) && !Number.isNaN(later.SW_DECOM),
    ),
  },
  {
    code: 'SW09STG2',
    message: 'The time with the social worker ended on the day it began.',
    hint: 'Check both days.',
    tables: ['SWEpisodes'],
    fields: ['SW_DECOM', 'SW_DEC'],
    from: '2023-24',
    check: eachRow('SWEpisodes', (worker) => worker.SW_DECOM === worker.SW_DEC),
  },
  {
    code: 'SW10STG2',
    message: 'The time with this social worker starts more than 7 days before or after the end of the one before.',
    hint: 'Check the days: one social worker should take over from the other.',
    tables: ['SWEpisodes'],
    fields: ['SW_DECOM'],
    from: '2023-24',
    check: eachPair(
      'SWEpisodes',
      'later',
      (earlier, later) => !(Math.abs(later.SW_DECOM - earlier.SW_DEC) <= DAYS_OF_TOLERANCE),
    ),
    since: {
      '2024-25': {
        check: eachPair(
          'SWEpisodes',
          'later',
          (earlier, later) =>
            later.SW_REASON !== 'FCONTA' && !(Math.abs(later.SW_DECOM - earlier.SW_DEC) <= DAYS_OF_TOLERANCE),
        ),
      },
    },
  },
  {
    code: 'SW11aSTG2',
    message: 'The time with a social worker ended before 26 March, and none took over within 5 days.',
    hint: 'Enter the social worker who took over, and check the days.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC'],
    from: '2023-24',
    until: '2023-24',
    check: endedWithoutAnother(
      (end, lastDay) => end <= lastDay - DAYS_TO_FIND_ANOTHER,
      (end, start) => Math.abs(start - end) <= DAYS_TO_FIND_ANOTHER,
    ),
    cases: [
      `collection 2023-24
       SWEpisodes
       CHILD SW_DECOM   SW_DEC
       1     01/05/2023 26/03/2024 ✗
       2     01/05/2023 27/03/2024
       3     01/05/2023 25/03/2024
       3     30/03/2024 -`,
    ],
  },
  {
    code: 'SW11bSTG2',
    message: 'The time with a social worker ended shortly before 31 March, and none took over.',
    hint: 'Enter the social worker who took over and the day on which they did.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC'],
    from: '2023-24',
    check: endedWithoutAnother(
      (end, lastDay) => end >= lastDay - DAYS_TO_FIND_ANOTHER && end < lastDay,
      (end, start) => start >= end,
    ),
    cases: [
      `collection 2023-24
       SWEpisodes
       CHILD SW_DECOM   SW_DEC
       1     01/05/2023 26/03/2024 ✗
       2     01/05/2023 25/03/2024
       3     01/05/2023 31/03/2024
       4     01/04/2023 01/05/2023
       4     01/05/2023 28/03/2024
       4     28/03/2024 -`,
    ],
  },
  {
    code: 'SW14STG2',
    message: 'The day on which the time with the social worker ended is blank, but the child had another after them.',
    hint: 'Enter the day on which the change came.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC'],
    from: '2023-24',
    until: '2023-24',
    check: eachPair('SWEpisodes', 'earlier', (earlier) => Number.isNaN(earlier.SW_DEC)),
  },
  {
    code: 'SW17STG2',
    message: 'The time with the child’s last social worker has ended: there is none on 31 March.',
    hint: 'Enter the social worker who took over, or remove the end of the time with the last one.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC', 'SW_DECOM'],
    from: '2025-26',
    check: eachChild((child, fail) => {
      const last = child.SWEpisodes.findLast((worker) => !Number.isNaN(worker.SW_DECOM))
      if (last?.has('SW_DEC')) fail(last)
    }),
    cases: [
      `SWEpisodes
       CHILD SW_DECOM   SW_DEC
       1     01/01/2001 -
       2     01/01/2000 01/01/2001
       2     02/01/2000 01/01/2001 ✗
       1     01/01/2000 01/01/2001`,
    ],
  },
]

/**
 * A time with a social worker that ended at such a time (`isInQuestion`) and after which none of the child's others
 * took over (`takesOver`, told the end and the start), or the next one in order has no day. What fails is that next
 * one; where none is next, the one that ended.
 */
function endedWithoutAnother(
  isInQuestion: (end: Day, lastDay: Day) => boolean,
  takesOver: (end: Day, start: Day) => boolean,
): Check {
  return eachChild((child, fail, { lastDay }) => {
    const workers = child.SWEpisodes
    workers.forEach((worker, at) => {
      if (!isInQuestion(worker.SW_DEC, lastDay)) return
      const next = workers[at + 1]
      const lacksDay = next !== undefined && Number.isNaN(next.SW_DECOM)
      const isReplaced = workers.some((other) => other !== worker && takesOver(worker.SW_DEC, other.SW_DECOM))
      if (lacksDay || !isReplaced) fail(next ?? worker)
    })
  })
}
