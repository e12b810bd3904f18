import type { Rule } from '../studied.ts'
import { growthUnexplained } from './growthUnexplained.ts'
import { cellsUpFrom } from './cellsUpFrom.ts'
import { eventsBefore } from './eventsBefore.ts'
import { placesInYear } from './placesInYear.ts'
import { partsInWords } from './partsInWords.ts'
import { afterReport } from './afterReport.ts'
import { orderOfDates } from './orderOfDates.ts'
import { provisionsNamed } from './provisionsNamed.ts'
import { roundedTogether } from './roundedTogether.ts'
import { sharesUnexplained } from './sharesUnexplained.ts'

export const furtherRules: readonly Rule[] = [
  growthUnexplained,
  cellsUpFrom,
  eventsBefore,
  placesInYear,
  afterReport,
  orderOfDates,
  provisionsNamed,
  partsInWords,
  roundedTogether,
  sharesUnexplained,
]
