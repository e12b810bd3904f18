import { eachChild, eachRow, notADate } from '../../engine/checks.ts'
import type { Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Whether one order was the one before another: it ended first, or, where one of them has no end to compare, started
 * first.
 */
function comesBefore(one: Row<'DoLo'>, other: Row<'DoLo'>): boolean {
  const isOpen = Number.isNaN(one.DOLO_END) || Number.isNaN(other.DOLO_END)
  return isOpen ? one.DOLO_START < other.DOLO_START : one.DOLO_END < other.DOLO_END
}

/** The days of deprivation of liberty orders. */
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
    code: '701',
    message: 'The day on which the deprivation of liberty order ended is not a date.',
    hint: 'Enter the day as DD/MM/YYYY, or leave it blank while the order lasts.',
    tables: ['DoLo'],
    fields: ['DOLO_END'],
    from: '2026-27',
    check: notADate('DoLo', 'DOLO_END'),
    cases: [
      `DoLo
       CHILD DOLO_END
       1     01/01/2020
       2     -
       3     2000/12/10 ✗
       4     31/02/2020 ✗`,
    ],
  },
  {
    code: '702',
    message: 'The deprivation of liberty order does not end after it starts.',
    hint: 'Check the two days: they may be the wrong way round.',
    tables: ['DoLo'],
    fields: ['DOLO_START', 'DOLO_END'],
    from: '2026-27',
    check: eachRow('DoLo', (order) => order.DOLO_END <= order.DOLO_START),
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
  {
    code: '704',
    message: 'The deprivation of liberty order ends before the start or after the end of the collection year.',
    hint: 'Check the day. If the order was still in force on 31 March, leave it blank.',
    tables: ['DoLo'],
    fields: ['DOLO_END'],
    from: '2026-27',
    check: eachRow('DoLo', (order, { firstDay, lastDay }) => order.DOLO_END < firstDay || order.DOLO_END > lastDay),
  },
  {
    code: '705',
    message: 'The deprivation of liberty order starts while the order before it is still open.',
    hint: 'Enter the day on which the order before ended, and check the start of this one.',
    tables: ['DoLo'],
    fields: ['DOLO_START', 'DOLO_END'],
    from: '2026-27',
    check: eachRow('DoLo', (order) =>
      order.child.DoLo.some((other) => comesBefore(other, order) && !(other.DOLO_END <= order.DOLO_START)),
    ),
    cases: [
      `DoLo
       CHILD DOLO_START DOLO_END
       1     10/06/2020 -
       1     01/06/2020 05/06/2020
       2     10/06/2020 -          ✗
       2     01/06/2020 15/06/2020
       3     01/06/2020 10/06/2020
       3     09/06/2020 20/06/2020 ✗
       3     20/06/2020 30/06/2020
       4     -          05/06/2020
       4     05/06/2020 -`,
    ],
  },
  {
    code: '706',
    message: 'An order was open at the end of last year, but no order of the child starts on its day this year.',
    hint: 'Carry the open order over into this year’s return, with the same start.',
    tables: ['DoLo', 'DoLo_last', 'Header'],
    optional: ['Header'],
    fields: ['DOLO_START'],
    from: '2026-27',
    check: eachChild((child, fail) => {
      const starts = new Set(child.DoLo.map((order) => order.DOLO_START))
      const isMissing = child.last.DoLo.some(
        (last) => !last.has('DOLO_END') && !Number.isNaN(last.DOLO_START) && !starts.has(last.DOLO_START),
      )
      if (!isMissing) return
      const latest = child.DoLo.at(-1)
      if (latest) fail(latest)
      else child.Header.forEach(fail)
    }),
    cases: [
      `Header
       CHILD
       1
       2
       3     ✗
       4
       DoLo
       CHILD DOLO_START
       1     04/06/2020
       1     01/03/2020
       2     06/06/2020 ✗
       2     02/03/2020
       DoLo_last
       CHILD DOLO_START DOLO_END
       1     01/03/2020 -
       1     01/02/2020 10/02/2020
       2     01/03/2020 -
       3     01/03/2020 -
       4     01/03/2020 10/03/2020
       5     01/03/2020 -`,
    ],
  },
  {
    code: '708',
    message: 'The deprivation of liberty order does not start after the child was born.',
    hint: 'Check the date of birth and the day on which the order started.',
    tables: ['DoLo'],
    fields: ['DOLO_START'],
    from: '2026-27',
    check: eachRow('DoLo', (order) => order.DOLO_START <= order.DOB),
  },
]
