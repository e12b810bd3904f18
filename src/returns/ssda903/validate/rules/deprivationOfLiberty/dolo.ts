import { eachRow, notADate } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Deprivation of liberty orders. */
export const doloRules: readonly Rule[] = [
  {
    code: '700',
    message: 'The day on which the deprivation of liberty order started is blank or not a date.',
    hint: 'Enter the day as DD/MM/YYYY.',
    tables: ['DoLo'],
    fields: ['DOLO_START'],
    from: '2026-27',
    check: notADate('DoLo', 'DOLO_START', 'blank fails'),
  },
  {
    code: '703',
    message: 'The deprivation of liberty order starts after the end of the collection year.',
    hint: 'Check the day. An order made after 31 March belongs in next year’s return.',
    tables: ['DoLo'],
    fields: ['DOLO_START'],
    from: '2026-27',
    check: eachRow('DoLo', (order, { lastDay }) => order.DOLO_START > lastDay),
  },
]
