import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import type { Child, Row } from '../../engine/rows.ts'
import { eachChild } from '../../engine/checks.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import { isUnaccompanied, wasUnaccompanied } from '../shared/unaccompanied.ts'

const ADULT = 18

const tables = ['UASC', 'UASC_last', 'Header', 'Header_last'] as const
// Without Header the table UASC itself must tell.
const optional = ['Header', 'Header_last'] as const

/** Unaccompanied asylum-seeking children, this year and last. */
export const uascLastYearRules: readonly Rule[] = [
  {
    code: '205A',
    message:
      'The child was an unaccompanied asylum seeker in last year’s return and is not in this year’s, but the days on which the status ended do not say so.',
    hint: 'If the status ended last year, that year’s return should give the day, and this year’s none. If not, the child is still unaccompanied.',
    tables,
    optional,
    fields: ['UASC', 'DUC'],
    check: eachChildOfBothYears((child, wasOne, isOne, { firstDay }) => {
      const hasEndedLastYear = child.last.UASC.some(({ DUC }) => yearsAfter(firstDay, -1) <= DUC && DUC < firstDay)
      return wasOne && !isOne && (child.UASC.some((uasc) => uasc.has('DUC')) || !hasEndedLastYear)
    }),
    cases: [
      `UASC
       CHILD DOB        DUC
       1     28/10/2004 -
       2     04/06/2004 -
       3     03/03/2002 10/07/2020 ✗
       4     16/04/2001 16/04/2019
       5     19/02/2003 -
       7     19/02/2003 -          ✗
       UASC_last
       CHILD DOB        DUC
       1     28/10/2004 -
       2     04/06/2004 20/01/2020
       3     03/03/2002 20/01/2020
       4     16/04/2001 16/04/2019
       5     19/02/2003 19/02/2021
       6     19/02/2003 19/02/2021
       7     19/02/2003 31/03/2019
       Header
       CHILD DOB        UASC
       1     28/10/2004 0
       2     04/06/2004 0
       3     03/03/2002 0          ✗
       4     16/04/2001 1
       5     19/02/2003 0
       6     19/02/2003 0          ✗
       7     19/02/2003 0          ✗
       Header_last
       CHILD DOB        UASC
       1     28/10/2004 0
       2     04/06/2004 1
       3     03/03/2002 1
       4     16/04/2001 1
       5     19/02/2003 0
       6     19/02/2003 1
       7     19/02/2003 1`,
      `UASC
       CHILD DUC
       1     -
       2     -          ✗
       UASC_last
       CHILD DUC
       1     -
       2     19/02/2021
       Header
       CHILD UASC
       1     0
       2     0          ✗`,
    ],
  },
  {
    code: '205B',
    message:
      'The child is an unaccompanied asylum seeker in both years’ returns, but the days on which the status ended do not fit.',
    hint: 'Last year’s return should give the 18th birthday, and this year’s the day in this year on which the status ended, or the 18th birthday.',
    tables,
    optional,
    fields: ['DUC', 'UASC'],
    check: eachChild((child, fail, data) => {
      if (!isUnaccompanied(child, data) || !wasUnaccompanied(child, data)) return
      for (const uasc of child.UASC) {
        if (child.last.UASC.every((last) => fits(uasc, last, data))) continue
        fail(uasc)
        child.Header.forEach(fail)
      }
    }),
  },
  {
    code: '205C',
    message:
      'A day is given on which the child stopped being an unaccompanied asylum seeker, but the child is none in this year’s return nor in last year’s.',
    hint: 'If the child was unaccompanied, enter 1 in UASC; if not, take the child out of the table UASC.',
    tables,
    optional,
    fields: ['DUC', 'UASC'],
    check: eachChildOfBothYears(
      (child, wasOne, isOne) =>
        !wasOne && !isOne && [...child.UASC, ...child.last.UASC].some((uasc) => !Number.isNaN(uasc.DUC)),
    ),
    cases: [
      `UASC
       CHILD DUC
       1     -
       2     10/07/2020
       3     -          ✗
       4     10/07/2020 ✗
       5     10/07/2020
       UASC_last
       CHILD DUC
       1     -
       2     -
       3     19/02/2021
       4     -
       5     -
       Header
       CHILD UASC
       1     0
       2     0
       3     0          ✗
       4     0          ✗
       5     1
       Header_last
       CHILD UASC
       1     0
       2     1
       3     0
       5     0`,
      `UASC
       CHILD DUC
       1     -
       2     14/06/2020
       UASC_last
       CHILD DUC
       1     19/02/2021
       2     -`,
    ],
  },
  {
    code: '205D',
    message: 'The child is an unaccompanied asylum seeker in this year’s return, but was not in last year’s.',
    hint: 'Check which is right. If last year’s return was wrong, leave this year’s and explain the change.',
    tables,
    optional,
    fields: ['UASC', 'CHILD'],
    check: eachChild((child, fail, data) => {
      const isInLastYear = data.hasTable('Header_last') ? child.last.Header.length > 0 : child.last.UASC.length > 0
      if (!isInLastYear || wasUnaccompanied(child, data)) return
      if (data.hasTable('Header')) child.Header.filter((header) => header.UASC === '1').forEach(fail)
      else child.UASC.filter((uasc) => uasc.has('DUC')).forEach(fail)
    }),
  },
]

/** A child fails with its rows of UASC and Header where `fails` says so, told whether it was, and is, unaccompanied. */
function eachChildOfBothYears(
  fails: (child: Child, wasOne: boolean, isOne: boolean, data: IndexedReturn) => boolean,
): Check {
  return eachChild((child, fail, data) => {
    const wasOne = wasUnaccompanied(child, data)
    const isOne = isUnaccompanied(child, data)
    if (fails(child, wasOne, isOne, data)) [...child.UASC, ...child.Header].forEach(fail)
  })
}

/** Whether last year's return gave the 18th birthday, and this year's the same or a day in this year. */
function fits(uasc: Row<'UASC'>, last: Row<'UASC'>, { firstDay, lastDay }: IndexedReturn): boolean {
  const endsInYear = firstDay <= uasc.DUC && uasc.DUC <= lastDay
  return last.DUC === yearsAfter(uasc.DOB, ADULT) && (endsInYear || uasc.DUC === last.DUC)
}
