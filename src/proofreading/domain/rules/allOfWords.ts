import type { Rule } from '../studied.ts'
import { afterReport } from './afterReport.ts'
import { belowThreshold } from './belowThreshold.ts'
import { boundsSaid } from './boundsSaid.ts'
import { cellsUpFrom } from './cellsUpFrom.ts'
import { comparisons } from './comparisons.ts'
import { eventsBefore } from './eventsBefore.ts'
import { growthUnexplained } from './growthUnexplained.ts'
import { headingsNamed } from './headingsNamed.ts'
import { moreOfOne } from './moreOfOne.ts'
import { orderOfDates } from './orderOfDates.ts'
import { partsInWords } from './partsInWords.ts'
import { partsMadeUp } from './partsMadeUp.ts'
import { placesInYear } from './placesInYear.ts'
import { provisionsNamed } from './provisionsNamed.ts'
import { roundedTogether } from './roundedTogether.ts'
import { sharesUnexplained } from './sharesUnexplained.ts'
import { sinceYear } from './sinceYear.ts'
import { stepsTold } from './stepsTold.ts'

/** Rules about what words say of dates, laws and headings, and of numbers that stand elsewhere. */
export const rulesOfWords: readonly Rule[] = [
  afterReport,
  belowThreshold,
  boundsSaid,
  cellsUpFrom,
  comparisons,
  eventsBefore,
  growthUnexplained,
  headingsNamed,
  moreOfOne,
  orderOfDates,
  partsInWords,
  partsMadeUp,
  placesInYear,
  provisionsNamed,
  roundedTogether,
  sharesUnexplained,
  sinceYear,
  stepsTold,
]
