import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

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
]
