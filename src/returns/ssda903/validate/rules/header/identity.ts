import { monthsAfter, yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { ethnicities, sexes, sexesUntil2023 } from '../../codes.ts'
import { eachRow, notADate, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const UPN = /^[A-HJ-NP-RT-Z](\d{12}|\d{11}[A-Z])$|^UN[1-5]$/

/** Who the child is: sex, date of birth, ethnicity, unique pupil number. */
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
    code: '168',
    message: 'The unique pupil number (UPN) is neither a valid number nor one of UN1 to UN5.',
    hint: 'Check the number with the school: a letter, then 12 digits, or 11 digits and a letter. If there is none, enter UN1 to UN5 for the reason.',
    tables: ['Header'],
    fields: ['UPN'],
    check: eachRow('Header', (child) => child.has('UPN') && !UPN.test(child.UPN)),
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
    code: '209',
    message: 'The unique pupil number is UN1 (not of school age), but the child is of school age.',
    hint: 'Enter the child’s UPN, or the code among UN2 to UN5 that says why there is none.',
    tables: ['Header'],
    fields: ['UPN', 'DOB'],
    // Four years old by 31 August before the collection year began.
    check: eachRow('Header', (header, { firstDay }) => {
      const lastDayOfAugust = monthsAfter(firstDay, -7) - 1
      return header.UPN === 'UN1' && yearsAfter(header.DOB, 4) <= lastDayOfAugust
    }),
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
