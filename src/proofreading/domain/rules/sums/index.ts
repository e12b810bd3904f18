import type { Rule } from '../../studied.ts'
import { boysAndGirls } from './boysAndGirls.ts'
import { complements } from './complements.ts'
import { countsOfLists } from './countsOfLists.ts'
import { equations } from './equations.ts'
import { furtherParts } from './furtherParts.ts'
import { listParts } from './listParts.ts'
import { listsAnnounced } from './listsAnnounced.ts'
import { moreThanAll } from './moreThanAll.ts'
import { partsInAll } from './partsInAll.ts'
import { partsMadeUp } from './partsMadeUp.ts'
import { peopleTold } from './peopleTold.ts'
import { portionsTogether } from './portionsTogether.ts'
import { roundedTogether } from './roundedTogether.ts'
import { sentenceSums } from './sentenceSums.ts'
import { spreadParts } from './spreadParts.ts'
import { stepsOfDays } from './stepsOfDays.ts'
import { stockAndFlow } from './stockAndFlow.ts'
import { whatIsLeft } from './whatIsLeft.ts'

/** Parts and wholes told in sentences and lists. */
export const sumsRules: readonly Rule[] = [
  boysAndGirls,
  complements,
  countsOfLists,
  equations,
  furtherParts,
  listParts,
  listsAnnounced,
  moreThanAll,
  partsInAll,
  partsMadeUp,
  peopleTold,
  portionsTogether,
  roundedTogether,
  sentenceSums,
  spreadParts,
  stepsOfDays,
  stockAndFlow,
  whatIsLeft,
]
