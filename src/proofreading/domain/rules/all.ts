import type { Rule } from '../studied.ts'
import { rulesOfWords } from './allOfWords.ts'
import { bandsInText } from './bandsInText.ts'
import { bandsTold } from './bandsTold.ts'
import { besideTarget } from './besideTarget.ts'
import { boysAndGirls } from './boysAndGirls.ts'
import { caseloads } from './caseloads.ts'
import { changeShares } from './changeShares.ts'
import { changesInText } from './changesInText.ts'
import { changeSizes } from './changeSizes.ts'
import { changesSaid } from './changesSaid.ts'
import { columnsInText } from './columnsInText.ts'
import { complements } from './complements.ts'
import { contradictions } from './contradictions.ts'
import { copies } from './copies.ts'
import { dates } from './dates.ts'
import { derived } from './derived.ts'
import { equations } from './equations.ts'
import { extremes } from './extremes.ts'
import { flowTables } from './flowTables.ts'
import { followingShares } from './followingShares.ts'
import { growth } from './growth.ts'
import { labelledYears } from './labelledYears.ts'
import { labels } from './labels.ts'
import { listParts } from './listParts.ts'
import { madeUpShares } from './madeUpShares.ts'
import { monthSequence } from './monthSequence.ts'
import { monthsInText } from './monthsInText.ts'
import { namedBeside } from './namedBeside.ts'
import { ofAll } from './ofAll.ts'
import { ofWhichRows } from './ofWhichRows.ts'
import { onlyChange } from './onlyChange.ts'
import { overlap } from './overlap.ts'
import { periods } from './periods.ts'
import { personalData } from './personalData.ts'
import { plansInPast } from './plansInPast.ts'
import { pointsApart } from './pointsApart.ts'
import { portionsTogether } from './portionsTogether.ts'
import { rates } from './rates.ts'
import { ratios } from './ratios.ts'
import { references } from './references.ts'
import { reviewTimes } from './reviewTimes.ts'
import { rowChanges } from './rowChanges.ts'
import { rowsInText } from './rowsInText.ts'
import { saidOfThisYear } from './saidOfThisYear.ts'
import { sameThing } from './sameThing.ts'
import { sectionPurposes } from './sectionPurposes.ts'
import { sectionTopics } from './sectionTopics.ts'
import { sentencePercentages } from './sentencePercentages.ts'
import { sentenceSums } from './sentenceSums.ts'
import { seriesInText } from './seriesInText.ts'
import { setAgainst } from './setAgainst.ts'
import { sharesInWords } from './sharesInWords.ts'
import { sharesOfWhole } from './sharesOfWhole.ts'
import { sharesSaid } from './sharesSaid.ts'
import { smallCells } from './smallCells.ts'
import { smallCounts } from './smallCounts.ts'
import { spreadParts } from './spreadParts.ts'
import { statutes } from './statutes.ts'
import { stockAndFlow } from './stockAndFlow.ts'
import { superlatives } from './superlatives.ts'
import { toldTwice } from './toldTwice.ts'
import { tableChanges } from './tableChanges.ts'
import { tablePercentages } from './tablePercentages.ts'
import { tableQuotients } from './tableQuotients.ts'
import { tableShareTotals } from './tableShareTotals.ts'
import { tableSums } from './tableSums.ts'
import { thingsTogether } from './thingsTogether.ts'
import { timesAsMany } from './timesAsMany.ts'
import { trends } from './trends.ts'
import { units } from './units.ts'
import { whatIsLeft } from './whatIsLeft.ts'
import { yearsOutOfPlace } from './yearsOutOfPlace.ts'

/** Every rule. */
export const rules: readonly Rule[] = [
  bandsInText,
  bandsTold,
  besideTarget,
  boysAndGirls,
  caseloads,
  changeShares,
  changesInText,
  changeSizes,
  changesSaid,
  columnsInText,
  complements,
  contradictions,
  copies,
  dates,
  derived,
  equations,
  extremes,
  flowTables,
  followingShares,
  growth,
  labelledYears,
  labels,
  listParts,
  madeUpShares,
  monthSequence,
  monthsInText,
  namedBeside,
  ofAll,
  ofWhichRows,
  onlyChange,
  overlap,
  periods,
  personalData,
  plansInPast,
  pointsApart,
  portionsTogether,
  rates,
  ratios,
  references,
  reviewTimes,
  rowChanges,
  rowsInText,
  saidOfThisYear,
  sameThing,
  sectionPurposes,
  sectionTopics,
  sentencePercentages,
  sentenceSums,
  seriesInText,
  setAgainst,
  sharesInWords,
  sharesOfWhole,
  sharesSaid,
  smallCells,
  smallCounts,
  spreadParts,
  statutes,
  stockAndFlow,
  superlatives,
  tableChanges,
  tablePercentages,
  tableQuotients,
  tableShareTotals,
  tableSums,
  thingsTogether,
  timesAsMany,
  toldTwice,
  trends,
  units,
  whatIsLeft,
  yearsOutOfPlace,
  ...rulesOfWords,
]
