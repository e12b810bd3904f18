import type { Rule } from '../../studied.ts'
import { changeShares } from './changeShares.ts'
import { changeSizes } from './changeSizes.ts'
import { changesInText } from './changesInText.ts'
import { changesSaid } from './changesSaid.ts'
import { fromTo } from './fromTo.ts'
import { growth } from './growth.ts'
import { growthUnexplained } from './growthUnexplained.ts'
import { onlyChange } from './onlyChange.ts'
import { pointsApart } from './pointsApart.ts'
import { pointsFrom } from './pointsFrom.ts'
import { seriesInText } from './seriesInText.ts'
import { shortChange } from './shortChange.ts'
import { sinceYear } from './sinceYear.ts'
import { stepsTold } from './stepsTold.ts'
import { thenAndNow } from './thenAndNow.ts'
import { trends } from './trends.ts'
import { twoDirections } from './twoDirections.ts'
import { upFrom } from './upFrom.ts'

/** What is said to have risen or fallen, and by how much. */
export const changesRules: readonly Rule[] = [
  changeShares,
  changeSizes,
  changesInText,
  changesSaid,
  fromTo,
  growth,
  growthUnexplained,
  onlyChange,
  pointsApart,
  pointsFrom,
  seriesInText,
  shortChange,
  sinceYear,
  stepsTold,
  thenAndNow,
  trends,
  twoDirections,
  upFrom,
]
