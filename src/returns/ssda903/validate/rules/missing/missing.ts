import { missingKinds } from '../../codes.ts'
import { eachChild, eachRow, notADate, notOneOf } from '../../engine/checks.ts'
import type { Day, Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'

/** Children missing, or away from their placement without authorisation. */
export const missingRules: readonly Rule[] = [
  {
    code: '1004',
    message: 'The day on which the child went missing is blank or not a date.',
    hint: 'Enter the day as DD/MM/YYYY.',
    tables: ['Missing'],
    fields: ['MIS_START'],
    check: eachRow(
      'Missing',
      (missing) => missing.unreadable('MIS_START') !== '' || (missing.has('MIS_END') && !missing.has('MIS_START')),
    ),
  },
  {
    code: '1005',
    message: 'The day on which the absence ended is not a date.',
    hint: 'Enter the day as DD/MM/YYYY, or leave it blank while the child is still absent.',
    tables: ['Missing'],
    fields: ['MIS_END'],
    check: notADate('Missing', 'MIS_END'),
  },
  {
    code: '1006',
    message: 'The kind of absence is not a known code.',
    hint: 'Enter M for missing or A for away from the placement without authorisation.',
    tables: ['Missing'],
    fields: ['MISSING'],
    check: notOneOf('Missing', 'MISSING', missingKinds),
  },
  {
    code: '564',
    message: 'The child was missing or away without authorisation, but the first day is blank.',
    hint: 'Enter the day on which the absence started.',
    tables: ['Missing'],
    fields: ['MISSING', 'MIS_START'],
    check: eachRow('Missing', (missing) => missingKinds.has(missing.MISSING) && !missing.has('MIS_START')),
  },
  {
    code: '565',
    message: 'An absence has a first day, but whether the child was missing or away without authorisation is blank.',
    hint: 'Enter M for missing or A for away from the placement without authorisation.',
    tables: ['Missing'],
    fields: ['MISSING', 'MIS_START'],
    check: eachRow('Missing', (missing) => missing.has('MIS_START') && !missing.has('MISSING')),
    cases: [
      `Missing
       CHILD MISSING MIS_START
       1     M       -
       2     -       07/02/2020 ✗
       3     A       03/02/2020
       4     -       -
       5     -       32/02/2020 ✗`,
    ],
  },
  {
    code: '566',
    message: 'An absence has a last day, but whether the child was missing or away without authorisation is blank.',
    hint: 'Enter M for missing or A for away from the placement without authorisation.',
    tables: ['Missing'],
    fields: ['MISSING', 'MIS_END'],
    check: eachRow('Missing', (missing) => missing.has('MIS_END') && !missing.has('MISSING')),
  },
  {
    code: '567',
    message: 'The absence ends before it starts.',
    hint: 'Check the two days: they may be the wrong way round.',
    tables: ['Missing'],
    fields: ['MIS_START', 'MIS_END'],
    check: eachRow('Missing', (missing) => missing.MIS_END < missing.MIS_START),
  },
  {
    code: '570',
    message: 'The absence starts after the end of the collection year.',
    hint: 'Check the day. An absence that starts after 31 March belongs in next year’s return.',
    tables: ['Missing'],
    fields: ['MIS_START'],
    check: eachRow('Missing', (missing, { lastDay }) => missing.MIS_START > lastDay),
  },
  {
    code: '571',
    message: 'The absence ends before the start or after the end of the collection year.',
    hint: 'Check the day. If the child was still absent on 31 March, leave it blank.',
    tables: ['Missing'],
    fields: ['MIS_END'],
    check: eachRow('Missing', ({ MIS_END }, { firstDay, lastDay }) => MIS_END < firstDay || MIS_END > lastDay),
  },
  {
    code: '574',
    message: 'The absence overlaps another absence of the child, or follows one that has no last day.',
    hint: 'Check the days of both: the first must have ended before the next one starts.',
    tables: ['Missing'],
    fields: ['MIS_START', 'MIS_END'],
    // In order of end, neighbours show every overlap; in order of start, a long absence would hide the ones within it.
    check: eachChild((child, fail) => {
      const inOrderOfEnd = child.Missing.filter((missing) => !Number.isNaN(endOrStart(missing))).sort(
        (a, b) => endOrStart(a) - endOrStart(b),
      )
      let earlier: Row<'Missing'> | undefined
      for (const missing of inOrderOfEnd) {
        if (earlier && (Number.isNaN(earlier.MIS_END) || missing.MIS_START < earlier.MIS_END)) fail(missing)
        earlier = missing
      }
    }),
    cases: [
      // Child 5 was away for a long time, it says, and missing within it.
      `Missing
       CHILD MIS_START  MIS_END
       1     01/06/2020 05/06/2020 ✗
       1     04/06/2020 -
       2     07/06/2020 09/06/2020 ✗
       2     03/06/2020 04/06/2020
       2     04/06/2020 -
       3     02/06/2020 04/06/2020
       3     03/06/2020 09/06/2020 ✗
       4     06/06/2020 08/06/2020
       4     08/06/2020 10/06/2020
       5     01/06/2020 30/06/2020 ✗
       5     02/06/2020 03/06/2020
       5     10/06/2020 12/06/2020
       6     -          05/06/2020
       6     -          05/06/2020`,
      `Missing
       CHILD MIS_START  MIS_END
       1     06/06/2020 08/06/2020
       1     10/06/2020 10/06/2020
       1     08/06/2020 10/08/2020 ✗`,
    ],
  },
  {
    code: '576',
    message: 'An absence was open at the end of last year, but this year’s first one starts on another day.',
    hint: 'Carry the open absence over into this year’s return, with the same first day.',
    tables: ['Missing', 'Missing_last'],
    fields: ['CHILD'],
    check: eachChild((child, fail) => {
      const [first] = child.Missing
      const wasOpen = child.last.Missing.filter((last) => !last.has('MIS_END') && !Number.isNaN(last.MIS_START))
      if (first && wasOpen.some((last) => last.MIS_START !== first.MIS_START)) fail(first)
    }),
  },
  {
    code: '586',
    message: 'The absence starts before the child was born.',
    hint: 'Check the first day of the absence and the date of birth.',
    tables: ['Missing'],
    fields: ['DOB', 'MIS_START'],
    check: eachRow('Missing', (missing) => missing.MIS_START < missing.DOB),
    cases: [
      `Missing
       CHILD DOB        MIS_START
       1     01/02/2020 -
       2     02/02/2020 07/02/2020
       3     04/02/2020 03/02/2020 ✗
       4     04/02/2020 04/02/2020
       5     -          03/02/2020`,
    ],
  },
]

/** The day that puts absences in order: the last one, or the first while the absence lasts. */
function endOrStart({ MIS_START, MIS_END }: Row<'Missing'>): Day {
  return Number.isNaN(MIS_END) ? MIS_START : MIS_END
}
