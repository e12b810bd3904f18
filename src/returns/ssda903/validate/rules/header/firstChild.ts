import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { eachChild, eachRow, notADate } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const YOUNGEST_MOTHER = 11

/** A young mother's first child, and what last year's return says of her. */
export const firstChildRules: readonly Rule[] = [
  {
    code: '171',
    message: 'The date of birth of the mother’s child is not a date.',
    hint: 'Enter the date of birth of her first child as DD/MM/YYYY.',
    tables: ['Header'],
    fields: ['MC_DOB'],
    check: notADate('Header', 'MC_DOB'),
    cases: [
      `Header
       CHILD MC_DOB
       1     01/01/2021
       2     38/04/2019 ✗
       3     01/01/19   ✗
       4     -`,
    ],
  },
  {
    code: '207',
    message: 'Last year’s return says that the young woman is a mother, and this year’s does not.',
    hint: 'Check MOTHER. If last year’s return was wrong, leave this year’s and explain the change.',
    tables: ['Episodes', 'Header', 'Header_last'],
    fields: ['MOTHER'],
    check: eachRow(
      'Header',
      (header) =>
        header.MOTHER !== '1' &&
        header.child.Episodes.length > 0 &&
        header.child.last.Header.some((last) => last.MOTHER === '1'),
    ),
    cases: [
      `Header
       CHILD MOTHER
       1     1
       2     0 ✗
       3     1
       4     - ✗
       5     -
       6     -
       7     2 ✗
       8     -
       Header_last
       CHILD MOTHER
       1     1
       2     1
       3     0
       4     1
       5     -
       6     0
       7     1
       8     1
       Episodes
       CHILD
       1
       2
       3
       4
       5
       6
       7`,
    ],
  },
  {
    code: '620',
    message: 'The young person is recorded as a mother, but was under 11 at the start of the year.',
    hint: 'Check the date of birth, and whether she is a mother.',
    tables: ['Header'],
    fields: ['DOB', 'MOTHER'],
    check: eachRow(
      'Header',
      (header, { firstDay }) => header.MOTHER === '1' && yearsAfter(header.DOB, YOUNGEST_MOTHER) > firstDay,
    ),
    cases: [
      `Header
       CHILD MOTHER DOB
       1     1      02/04/2009 ✗
       2     1      01/04/2009
       3     1      -
       4     0      01/02/2020
       5     -      01/02/2020`,
    ],
  },
  {
    code: '621',
    message: 'The mother was born after her child, or on the same day.',
    hint: 'Check both dates of birth.',
    tables: ['Header'],
    fields: ['DOB', 'MC_DOB'],
    check: eachRow('Header', (header) => header.MC_DOB <= header.DOB),
    cases: [
      `Header
       CHILD DOB        MC_DOB
       1     01/12/2021 01/01/2021 ✗
       2     19/02/2016 19/12/2016
       3     31/01/2019 31/01/2019 ✗
       4     31/01/2019 -
       5     -          01/02/2019`,
    ],
  },
  {
    code: '624',
    message: 'The date of birth of her first child differs from the one in last year’s return.',
    hint: 'Check which is right. If last year’s was wrong, leave this year’s and explain the change.',
    tables: ['Header', 'Header_last'],
    fields: ['MC_DOB'],
    check: eachRow('Header', (header) =>
      header.child.last.Header.some((last) => !Number.isNaN(last.MC_DOB) && last.MC_DOB !== header.MC_DOB),
    ),
    cases: [
      `Header
       CHILD MC_DOB
       1     01/06/2020
       2     -          ✗
       3     08/09/2020 ✗
       4     -
       5     01/02/2020
       6     01/02/2020
       Header_last
       CHILD MC_DOB
       1     01/06/2020
       2     01/06/2019
       3     10/09/2020
       4     -
       5     -`,
    ],
  },
  {
    code: '625',
    message: 'Her first child was born after the end of the year, or after she stopped being looked after.',
    hint: 'Check the date of birth of the child. A child born later belongs in no return, or in next year’s.',
    tables: ['Episodes', 'Header'],
    fields: ['MC_DOB', 'DEC'],
    check: eachChild((child, fail, { lastDay }) => {
      const latest = child.Episodes.at(-1)
      for (const header of child.Header) {
        if (!(header.MC_DOB > lastDay) && !(latest && header.MC_DOB > latest.DEC)) continue
        fail(header)
        if (latest) fail(latest)
      }
    }),
    cases: [
      `Header
       CHILD MC_DOB
       1     01/11/2021 ✗
       2     19/12/2020 ✗
       3     -
       4     01/08/2020
       5     01/04/2021 ✗
       6     31/03/2021
       7     01/04/2021 ✗
       Episodes
       CHILD DECOM      DEC
       1     01/06/2020 11/11/2020
       1     11/11/2020 02/12/2021 ✗
       2     01/06/2020 11/11/2020 ✗
       2     01/05/2020 31/10/2020
       3     01/06/2020 01/07/2020
       4     01/05/2020 01/06/2020
       4     01/06/2020 -
       6     01/06/2020 31/03/2021
       7     01/06/2020 -          ✗`,
    ],
  },
  {
    code: '626',
    message:
      'Last year’s return says that the young woman is not a mother, but her first child was born before this year.',
    hint: 'Check the date of birth of the child. If last year’s return was wrong, explain the change.',
    tables: ['Header', 'Header_last'],
    fields: ['MOTHER', 'MC_DOB'],
    check: eachRow(
      'Header',
      (header, { firstDay }) =>
        isNumber(header.MOTHER, 1) &&
        header.MC_DOB < firstDay &&
        header.child.last.Header.some((last) => isNumber(last.MOTHER, 0)),
    ),
    cases: [
      `Header
       CHILD MOTHER MC_DOB
       1     1      -
       2     1      31/03/2020 ✗
       3     0      04/01/2020
       4     1      01/04/2020
       5     1      04/01/2020
       6     1      04/01/2020
       7     1.0    04/01/2020 ✗
       Header_last
       CHILD MOTHER
       1     0
       2     0
       3     0
       4     0
       5     1
       6     -
       7     0.0`,
    ],
  },
]

/** Whether a code is this number, be it written `1.0`, as programs that take codes for numbers do. */
const isNumber = (code: string, number: number): boolean => code !== '' && Number(code) === number
