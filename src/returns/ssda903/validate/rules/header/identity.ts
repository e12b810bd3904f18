import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { ethnicities, female, male, sexes, sexesUntil2023 } from '../../codes.ts'
import { eachRow, notADate, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Who the child is: sex, date of birth, ethnicity. */
export const identityRules: readonly Rule[] = [
  {
    code: '101',
    message: 'The sex is blank or not a known code.',
    hint: 'Enter 1 for male or 2 for female.',
    tables: ['Header'],
    fields: ['SEX'],
    check: notOneOf('Header', 'SEX', sexesUntil2023, 'blank fails'),
    since: {
      '2024-25': {
        hint: 'Enter M for male, F for female or U for unknown.',
        check: notOneOf('Header', 'SEX', sexes, 'blank fails'),
      },
    },
  },
  {
    code: '102',
    message: 'The date of birth is blank or not a date.',
    hint: 'Enter the date of birth as DD/MM/YYYY. For an unborn child enter the expected date.',
    tables: ['Header'],
    fields: ['DOB'],
    check: notADate('Header', 'DOB', 'blank fails'),
    cases: [
      `Header
       CHILD DOB
       1     01/01/2021
       2     38/04/2019 ✗
       3     01/01/19   ✗
       4     -          ✗`,
    ],
  },
  {
    code: '103',
    message: 'The ethnicity is blank or not a known code.',
    hint: 'Enter an ethnicity code. Where it is not known, enter NOBT (not yet obtained) or REFU (refused).',
    tables: ['Header'],
    fields: ['ETHNIC'],
    check: notOneOf('Header', 'ETHNIC', ethnicities, 'blank fails'),
  },
  {
    code: '202',
    message: 'The sex differs from the one in last year’s return.',
    hint: 'Check which is right. If last year’s was wrong, leave this year’s and explain the change.',
    tables: ['Header', 'Header_last'],
    fields: ['SEX'],
    check: eachRow('Header', (header) =>
      header.child.last.Header.some((last) => sexOf(last.SEX) !== sexOf(header.SEX)),
    ),
    cases: [
      `Header
       CHILD SEX
       1     1
       2     2   ✗
       3     M
       4     F   ✗
       5     -
       6     -   ✗
       7     2   ✗
       8     3   ✗
       9     1
       Header_last
       CHILD SEX
       1     1
       2     1
       3     1
       4     1
       5     -
       6     2
       7     -
       8     2`,
    ],
  },
  {
    code: '203',
    message: 'The date of birth differs from the one in last year’s return.',
    hint: 'Check which is right. If last year’s was wrong, leave this year’s and explain the change.',
    tables: ['Header', 'Header_last'],
    fields: ['DOB'],
    check: eachRow('Header', (header) => header.child.last.Header.some((last) => !Object.is(last.DOB, header.DOB))),
    cases: [
      `Header
       CHILD DOB
       1     16/03/2020
       2     23/09/2016 ✗
       3     31/12/19   ✗
       4     31/02/2018
       5     -
       6     10/08/2014
       7     -          ✗
       8     20/01/2017 ✗
       Header_last
       CHILD DOB
       1     16/03/2020
       2     22/09/2016
       3     31/12/2019
       4     31/02/2018
       5     -
       7     04/06/2017
       8     -`,
    ],
  },
  {
    code: '204',
    message: 'The ethnicity differs from the one in last year’s return.',
    hint: 'Check which is right. If last year’s was wrong, leave this year’s and explain the change.',
    tables: ['Header', 'Header_last'],
    fields: ['ETHNIC'],
    check: eachRow('Header', (header) => header.child.last.Header.some((last) => last.ETHNIC !== header.ETHNIC)),
  },
  {
    code: '232',
    message: 'The sex is recorded as unknown.',
    hint: 'Check whether the sex is known by now. If it is not, explain it to DfE.',
    tables: ['Header'],
    fields: ['SEX'],
    from: '2024-25',
    check: eachRow('Header', (header) => header.SEX === 'U'),
    cases: [
      `Header
       CHILD SEX
       1     U   ✗
       2     M
       3     0
       4     -`,
    ],
  },
  {
    code: '301',
    message: 'The date of birth is after the end of the collection year.',
    hint: 'Check the date of birth. A child born after 31 March belongs in next year’s return.',
    tables: ['Header'],
    fields: ['DOB'],
    check: eachRow('Header', (header, { lastDay }) => header.DOB > lastDay),
  },
  {
    code: '351',
    message: 'The young person was over 25 at the start of the collection year.',
    hint: 'Check the date of birth, and whether the young person belongs in this return.',
    tables: ['Header'],
    fields: ['DOB'],
    check: eachRow('Header', (header, { firstDay }) => yearsAfter(header.DOB, 25) < firstDay),
  },
]

// The codes changed in 2024-25, and last year's return may still have the old ones.
const sexOf = (code: string): string => (male.has(code) ? 'M' : female.has(code) ? 'F' : code)
