import type { Rule } from '../studied.ts'
import { contradictions } from './contradictions.ts'
import { copies } from './copies.ts'
import { dates } from './dates.ts'
import { derived } from './derived.ts'
import { growth } from './growth.ts'
import { labels } from './labels.ts'
import { overlap } from './overlap.ts'
import { periods } from './periods.ts'
import { personalData } from './personalData.ts'
import { rates } from './rates.ts'
import { ratios } from './ratios.ts'
import { references } from './references.ts'
import { rowsInText } from './rowsInText.ts'
import { sentencePercentages } from './sentencePercentages.ts'
import { sentenceSums } from './sentenceSums.ts'
import { sharesOfWhole } from './sharesOfWhole.ts'
import { smallCells } from './smallCells.ts'
import { statutes } from './statutes.ts'
import { tableChanges } from './tableChanges.ts'
import { tablePercentages } from './tablePercentages.ts'
import { tableShareTotals } from './tableShareTotals.ts'
import { tableSums } from './tableSums.ts'
import { units } from './units.ts'

/** Every rule. */
export const rules: readonly Rule[] = [
  contradictions,
  copies,
  dates,
  derived,
  growth,
  labels,
  overlap,
  periods,
  personalData,
  rates,
  ratios,
  references,
  rowsInText,
  sentencePercentages,
  sentenceSums,
  sharesOfWhole,
  smallCells,
  statutes,
  tableChanges,
  tablePercentages,
  tableShareTotals,
  tableSums,
  units,
]
