import type { Rule } from '../../studied.ts'
import { belowThreshold } from './belowThreshold.ts'
import { namesAmongInitials } from './namesAmongInitials.ts'
import { personalData } from './personalData.ts'
import { smallCells } from './smallCells.ts'
import { smallCounts } from './smallCounts.ts'

/** What can tell who a child is. */
export const childrenRules: readonly Rule[] = [
  belowThreshold,
  namesAmongInitials,
  personalData,
  smallCells,
  smallCounts,
]
