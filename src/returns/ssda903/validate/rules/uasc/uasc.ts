import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { noOrYes } from '../../codes.ts'
import { eachChild, eachRow, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const ADULT = 18
const UNUSUALLY_YOUNG = 11

/** Unaccompanied asylum-seeking children. */
export const uascRules: readonly Rule[] = [
  {
    code: '104',
    message: 'The day on which the child stopped being unaccompanied is not a date, or is before the collection year.',
    hint: 'Enter the day as DD/MM/YYYY. A child whose status ended before the year began does not belong in this table.',
    tables: ['UASC'],
    fields: ['DUC'],
    check: eachRow('UASC', (uasc, { firstDay }) => uasc.unreadable('DUC') !== '' || uasc.DUC < firstDay),
  },
  {
    code: '105',
    message: 'Whether the child is an unaccompanied asylum seeker is blank or not a known code.',
    hint: 'Enter 1 if the child was an unaccompanied asylum seeker in the year, or 0 if not.',
    tables: ['Header'],
    fields: ['UASC'],
    check: notOneOf('Header', 'UASC', noOrYes, 'blank fails'),
    cases: [
      `Header
       CHILD UASC
       1     0
       2     1
       3     - ✗
       4     _ ✗
       5     2 ✗`,
      `Header
       CHILD
       1
       2
       UASC
       CHILD
       2`,
    ],
  },
  {
    code: '231',
    message: 'The child is recorded as an unaccompanied asylum seeker, but was under 11 at the end of the year.',
    hint: 'Check the date of birth: most of these children are older. If it is right, explain it to DfE.',
    tables: ['Header'],
    fields: ['DOB', 'UASC'],
    from: '2024-25',
    check: eachRow(
      'Header',
      (header, { lastDay }) => header.UASC === '1' && yearsAfter(header.DOB, UNUSUALLY_YOUNG) > lastDay,
    ),
    cases: [
      `collection 2024-25
       Header
       CHILD DOB        UASC
       1     01/04/2014 1    ✗
       2     31/03/2014 1
       3     01/04/2014 0
       4     -          1`,
      `collection 2024-25
       Header
       CHILD DOB
       1     01/04/2014 ✗
       2     01/04/2014
       UASC
       CHILD
       1`,
    ],
  },
  {
    code: '303',
    message:
      'A day is given on which the child stopped being unaccompanied, but the child’s status is not unaccompanied.',
    hint: 'If the child was unaccompanied in the year, enter 1 in UASC; if not, remove the day.',
    tables: ['UASC', 'Header'],
    fields: ['DUC', 'UASC'],
    check: eachChild((child, fail) => {
      for (const header of child.Header) {
        for (const uasc of child.UASC) {
          if (!uasc.has('DUC') || header.UASC === '1') continue
          fail(uasc)
          fail(header)
        }
      }
    }),
  },
  {
    code: '304',
    message: 'The day on which the child stopped being unaccompanied is after the 18th birthday.',
    hint: 'Check both dates: the status ends on the 18th birthday at the latest.',
    tables: ['UASC'],
    fields: ['DOB', 'DUC'],
    check: eachRow('UASC', (uasc) => uasc.DUC > yearsAfter(uasc.DOB, ADULT)),
    cases: [
      `UASC
       CHILD DOB        DUC
       1     01/06/2002 02/06/2020 ✗
       2     01/06/2002 01/06/2020
       3     03/06/2000 -
       4     -          05/06/2020`,
    ],
  },
]
