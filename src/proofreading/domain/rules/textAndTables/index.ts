import type { Rule } from '../../studied.ts'
import { bandsInText } from './bandsInText.ts'
import { columnsInText } from './columnsInText.ts'
import { monthsInText } from './monthsInText.ts'
import { namedBeside } from './namedBeside.ts'
import { rowsInText } from './rowsInText.ts'
import { totalsInText } from './totalsInText.ts'

/** Numbers of sentences that a table has. */
export const textAndTablesRules: readonly Rule[] = [
  bandsInText,
  columnsInText,
  monthsInText,
  namedBeside,
  rowsInText,
  totalsInText,
]
