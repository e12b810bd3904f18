import type { Rule } from '../studied.ts'
import { acrossReportRules } from './acrossReport/index.ts'
import { bandsRules } from './bands/index.ts'
import { changesRules } from './changes/index.ts'
import { childrenRules } from './children/index.ts'
import { comparisonsRules } from './comparisons/index.ts'
import { datesRules } from './dates/index.ts'
import { lawsRules } from './laws/index.ts'
import { referencesRules } from './references/index.ts'
import { sharesRules } from './shares/index.ts'
import { sumsRules } from './sums/index.ts'
import { tablesRules } from './tables/index.ts'
import { textAndTablesRules } from './textAndTables/index.ts'

/** Every rule. */
export const rules: readonly Rule[] = [
  ...sumsRules,
  ...sharesRules,
  ...changesRules,
  ...comparisonsRules,
  ...tablesRules,
  ...bandsRules,
  ...textAndTablesRules,
  ...acrossReportRules,
  ...datesRules,
  ...lawsRules,
  ...referencesRules,
  ...childrenRules,
]
