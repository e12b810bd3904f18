import { dayNumberOf } from '../../../../../kernel/dayNumbers.ts'
import { shortBreaks, socialWorkerChangeReasons } from '../../codes.ts'
import { eachChild, eachRow, notOneOf } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'
import { earliestDay } from '../shared/partlyKnownDates.ts'

/** Returns have told of social workers since this day; of why they changed, only of those who came since. */
const FIRST_DAY_REPORTED = dayNumberOf(2023, 4, 1)

const details = ['SW_ID', 'SW_DECOM', 'SW_REASON'] as const

/** What is told of each of a child's social workers. */
export const socialWorkerDetailRules: readonly Rule[] = [
  {
    code: 'SW01STG1',
    message: 'The child was looked after on 31 March, but who the social worker was, since when or why is not told.',
    hint: 'Enter at least one social worker for the child, with the day on which they took over and the reason.',
    tables: ['SWEpisodes', 'Episodes'],
    fields: ['SW_ID', 'SW_DECOM', 'SW_REASON', 'DEC'],
    from: '2023-24',
    until: '2023-24',
    check: eachChild((child, fail) => {
      const open = child.Episodes.filter((episode) => !episode.has('DEC') && !shortBreaks.has(episode.LS))
      const isTold = details.every((detail) => child.SWEpisodes.some((worker) => worker.has(detail)))
      if (open.length === 0 || isTold) return
      for (const row of child.SWEpisodes.length > 0 ? child.SWEpisodes : open) fail(row)
    }),
    cases: [
      `Episodes
       CHILD DEC        LS
       1     -          C1
       2     -          C1
       3     -          C1
       4     -          C1
       5     01/01/2000 C1
       6     -          V4
       8     01/01/2000 C1
       8     -          C1 ✗
       9     -          C1
       SWEpisodes
       CHILD SW_ID SW_DECOM   SW_REASON
       1     -     01/04/2023 MANAGE ✗
       2     SW1   -          MANAGE ✗
       3     SW1   01/04/2023 -      ✗
       4     SW1   01/04/2023 MANAGE
       5     SW1   01/04/2023 -
       6     SW1   01/04/2023 -
       7     SW1   01/04/2023 -
       9     SW1   01/04/2023 -
       9     SW2   01/06/2023 MANAGE`,
    ],
  },
  {
    code: 'SW01aSTG1',
    message: 'It is not told who the social worker was, or since when.',
    hint: 'Enter the social worker’s registration number and the day on which they took over.',
    tables: ['SWEpisodes'],
    fields: ['SW_DECOM', 'SW_ID'],
    from: '2024-25',
    check: eachRow(
      'SWEpisodes',
      (worker) => Number.isNaN(worker.SW_DECOM) || (worker.SW_DECOM < FIRST_DAY_REPORTED && !worker.has('SW_ID')),
    ),
    cases: [
      `SWEpisodes
       CHILD SW_ID SW_DECOM
       1     -     31/03/2023 ✗
       2     -     01/04/2023
       3     SW1   32/03/2023 ✗`,
    ],
  },
  {
    code: 'SW01bSTG1',
    message: 'It is not told who the social worker was, since when, or why they took over.',
    hint: 'Enter the social worker’s registration number, the day on which they took over and the reason.',
    tables: ['SWEpisodes'],
    fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
    from: '2024-25',
    check: eachRow(
      'SWEpisodes',
      (worker) =>
        Number.isNaN(worker.SW_DECOM) ||
        (worker.SW_DECOM >= FIRST_DAY_REPORTED && !(worker.has('SW_ID') && worker.has('SW_REASON'))),
    ),
    cases: [
      `SWEpisodes
       CHILD SW_ID SW_DECOM   SW_REASON
       1     -     01/01/2024 MANAGE ✗
       2     SW1   -          MANAGE ✗
       3     SW1   01/04/2023 -      ✗
       4     SW1   31/03/2023 -
       5     -     31/03/2023 -
       6     SW1   01/01/2024 MANAGE`,
    ],
  },
  {
    code: 'SW02STG1',
    message: 'The social worker’s registration number does not begin with SW or XX.',
    hint: 'Enter the number from Social Work England’s register: SW and figures.',
    tables: ['SWEpisodes'],
    fields: ['SW_ID'],
    from: '2023-24',
    check: eachRow('SWEpisodes', (worker) => !/^(SW|XX)/.test(worker.asWritten('SW_ID'))),
    cases: [
      `SWEpisodes
       SW_ID
       SW000
       XX000
       AA00  ✗
       xx000 ✗
       -     ✗`,
    ],
  },
  {
    code: 'SW03STG1',
    message: 'It is not told who the social worker was, since when, or why they took over.',
    hint: 'Enter the social worker’s registration number, the day on which they took over and the reason.',
    tables: ['SWEpisodes'],
    fields: ['SW_ID', 'SW_DECOM', 'SW_REASON'],
    from: '2023-24',
    until: '2023-24',
    check: eachRow('SWEpisodes', (worker) => !details.every((detail) => worker.has(detail))),
  },
  {
    code: 'SW04STG1',
    message: 'The day on which the social worker took over is not a date.',
    hint: 'Enter the day as DD/MM/YYYY; put ZZ for a day or month and ZZZZ for a year that is not known.',
    tables: ['SWEpisodes'],
    fields: ['SW_DECOM'],
    from: '2023-24',
    check: notEvenPartlyKnown('SW_DECOM'),
    cases: [
      `SWEpisodes
       SW_DECOM
       32/01/2001 ✗
       ZZ/13/2001 ✗
       ZZ/12/2001`,
    ],
  },
  {
    code: 'SW05STG1',
    message: 'The day on which the time with the social worker ended is not a date.',
    hint: 'Enter the day as DD/MM/YYYY; put ZZ for a day or month and ZZZZ for a year that is not known.',
    tables: ['SWEpisodes'],
    fields: ['SW_DEC'],
    from: '2023-24',
    check: notEvenPartlyKnown('SW_DEC'),
  },
  {
    code: 'SW13STG1',
    message: 'The reason why the social worker changed is blank or not a known code.',
    hint: 'Enter MANAGE, FCONTA, LEFTRL, ORGRST, TSPROC, ABSENC, CHCHAN, PCCHAN, SWDIED or OTHERS.',
    tables: ['SWEpisodes'],
    fields: ['SW_REASON'],
    from: '2023-24',
    check: notOneOf('SWEpisodes', 'SW_REASON', socialWorkerChangeReasons, 'blank fails'),
    since: {
      '2024-25': {
        hint: 'Enter MANAGE, FCONTA, LEFTRL, ORGRST, TSPROC, ABSENC, CHCHAN, PCCHAN, SWDIED or OTHERS. The reason may be left blank for social workers who took over before 1 April 2023.',
        check: eachRow('SWEpisodes', (worker) =>
          worker.has('SW_REASON')
            ? !socialWorkerChangeReasons.has(worker.asWritten('SW_REASON'))
            : worker.SW_DECOM >= FIRST_DAY_REPORTED,
        ),
      },
    },
    cases: [
      `SWEpisodes
       SW_REASON SW_DECOM
       LAZINESS  01/01/2000 ✗
       SWDIED    01/01/2000
       CHCHAN    01/04/2023
       -         01/04/2023 ✗`,
    ],
  },
]

/** A day that is neither a date nor, known in part, could be one. */
function notEvenPartlyKnown(column: 'SW_DECOM' | 'SW_DEC'): Check {
  const couldBeADate = (worker: Row<'SWEpisodes'>): boolean => !Number.isNaN(earliestDay(worker.unreadable(column)))
  return eachRow('SWEpisodes', (worker) => worker.unreadable(column) !== '' && !couldBeADate(worker))
}
