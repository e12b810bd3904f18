import { missingKinds } from '../../codes.ts'
import { eachChild, eachRow, notOneOf } from '../../engine/checks.ts'
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
    code: '1006',
    message: 'The kind of absence is not a known code.',
    hint: 'Enter M for missing or A for away from the placement without authorisation.',
    tables: ['Missing'],
    fields: ['MISSING'],
    check: notOneOf('Missing', 'MISSING', missingKinds),
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
]
