import type { Rule } from '../studied.ts'
import { afterReport } from './afterReport.ts'
import { belowThreshold } from './belowThreshold.ts'
import { boundsSaid } from './boundsSaid.ts'
import { bracketsCompared } from './bracketsCompared.ts'
import { cellsUpFrom } from './cellsUpFrom.ts'
import { comparisons } from './comparisons.ts'
import { countsOfLists } from './countsOfLists.ts'
import { eventsBefore } from './eventsBefore.ts'
import { fromTo } from './fromTo.ts'
import { growthUnexplained } from './growthUnexplained.ts'
import { headingsNamed } from './headingsNamed.ts'
import { inQuarter } from './inQuarter.ts'
import { largestPart } from './largestPart.ts'
import { moreOfOne } from './moreOfOne.ts'
import { namedShares } from './namedShares.ts'
import { oppositeRows } from './oppositeRows.ts'
import { orderOfDates } from './orderOfDates.ts'
import { partsInAll } from './partsInAll.ts'
import { partsInWords } from './partsInWords.ts'
import { partsMadeUp } from './partsMadeUp.ts'
import { placesInYear } from './placesInYear.ts'
import { pointsFrom } from './pointsFrom.ts'
import { provisionsNamed } from './provisionsNamed.ts'
import { ranksTold } from './ranksTold.ts'
import { roundedTogether } from './roundedTogether.ts'
import { shareOfSaid } from './shareOfSaid.ts'
import { sharesLeft } from './sharesLeft.ts'
import { sharesUnexplained } from './sharesUnexplained.ts'
import { shortChange } from './shortChange.ts'
import { sinceYear } from './sinceYear.ts'
import { stepsTold } from './stepsTold.ts'
import { targetMet } from './targetMet.ts'
import { thenAndNow } from './thenAndNow.ts'
import { twoDirections } from './twoDirections.ts'
import { yearsTold } from './yearsTold.ts'

/** Rules about what words say of dates, laws and headings, and of numbers that stand elsewhere. */
export const rulesOfWords: readonly Rule[] = [
  afterReport,
  belowThreshold,
  boundsSaid,
  bracketsCompared,
  cellsUpFrom,
  comparisons,
  countsOfLists,
  eventsBefore,
  fromTo,
  growthUnexplained,
  headingsNamed,
  inQuarter,
  largestPart,
  moreOfOne,
  namedShares,
  oppositeRows,
  orderOfDates,
  partsInAll,
  partsInWords,
  partsMadeUp,
  placesInYear,
  pointsFrom,
  provisionsNamed,
  ranksTold,
  roundedTogether,
  shareOfSaid,
  sharesLeft,
  sharesUnexplained,
  shortChange,
  sinceYear,
  stepsTold,
  targetMet,
  thenAndNow,
  twoDirections,
  yearsTold,
]
