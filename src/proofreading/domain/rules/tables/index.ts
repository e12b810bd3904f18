import type { Rule } from '../../studied.ts'
import { cellsUpFrom } from './cellsUpFrom.ts'
import { flowTables } from './flowTables.ts'
import { labels } from './labels.ts'
import { ofWhichRows } from './ofWhichRows.ts'
import { oppositeRows } from './oppositeRows.ts'
import { rowChanges } from './rowChanges.ts'
import { tableChanges } from './tableChanges.ts'
import { tablePercentages } from './tablePercentages.ts'
import { tableQuotients } from './tableQuotients.ts'
import { tableShareTotals } from './tableShareTotals.ts'
import { tableSums } from './tableSums.ts'

/** Tables by themselves. */
export const tablesRules: readonly Rule[] = [
  cellsUpFrom,
  flowTables,
  labels,
  ofWhichRows,
  oppositeRows,
  rowChanges,
  tableChanges,
  tablePercentages,
  tableQuotients,
  tableShareTotals,
  tableSums,
]
