import type { Rule } from '../studied.ts'
import { bandsInText } from './bandsInText.ts'
import { boysAndGirls } from './boysAndGirls.ts'
import { caseloads } from './caseloads.ts'
import { changesInText } from './changesInText.ts'
import { columnsInText } from './columnsInText.ts'
import { contradictions } from './contradictions.ts'
import { copies } from './copies.ts'
import { dates } from './dates.ts'
import { derived } from './derived.ts'
import { equations } from './equations.ts'
import { followingShares } from './followingShares.ts'
import { growth } from './growth.ts'
import { labels } from './labels.ts'
import { madeUpShares } from './madeUpShares.ts'
import { overlap } from './overlap.ts'
import { periods } from './periods.ts'
import { personalData } from './personalData.ts'
import { rates } from './rates.ts'
import { ratios } from './ratios.ts'
import { references } from './references.ts'
import { rowsInText } from './rowsInText.ts'
import { sectionPurposes } from './sectionPurposes.ts'
import { sentencePercentages } from './sentencePercentages.ts'
import { sentenceSums } from './sentenceSums.ts'
import { sharesInWords } from './sharesInWords.ts'
import { sharesOfWhole } from './sharesOfWhole.ts'
import { smallCells } from './smallCells.ts'
import { statutes } from './statutes.ts'
import { superlatives } from './superlatives.ts'
import { tableChanges } from './tableChanges.ts'
import { tablePercentages } from './tablePercentages.ts'
import { tableShareTotals } from './tableShareTotals.ts'
import { tableSums } from './tableSums.ts'
import { trends } from './trends.ts'
import { units } from './units.ts'

/** Every rule. */
export const rules: readonly Rule[] = [
  bandsInText,
  boysAndGirls,
  caseloads,
  changesInText,
  columnsInText,
  contradictions,
  copies,
  dates,
  derived,
  equations,
  followingShares,
  growth,
  labels,
  madeUpShares,
  overlap,
  periods,
  personalData,
  rates,
  ratios,
  references,
  rowsInText,
  sectionPurposes,
  sentencePercentages,
  sentenceSums,
  sharesInWords,
  sharesOfWhole,
  smallCells,
  statutes,
  superlatives,
  tableChanges,
  tablePercentages,
  tableShareTotals,
  tableSums,
  trends,
  units,
]
