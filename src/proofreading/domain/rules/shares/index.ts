import type { Rule } from '../../studied.ts'
import { caseloads } from './caseloads.ts'
import { followingShares } from './followingShares.ts'
import { madeUpShares } from './madeUpShares.ts'
import { namedShares } from './namedShares.ts'
import { ofAll } from './ofAll.ts'
import { pairsListed } from './pairsListed.ts'
import { partsInWords } from './partsInWords.ts'
import { rates } from './rates.ts'
import { ratios } from './ratios.ts'
import { sentencePercentages } from './sentencePercentages.ts'
import { shareOfSaid } from './shareOfSaid.ts'
import { sharesInWords } from './sharesInWords.ts'
import { sharesLeft } from './sharesLeft.ts'
import { sharesOfWhole } from './sharesOfWhole.ts'
import { sharesSaid } from './sharesSaid.ts'
import { sharesUnexplained } from './sharesUnexplained.ts'
import { units } from './units.ts'

/** Percentages, shares in words, ratios and rates told in sentences. */
export const sharesRules: readonly Rule[] = [
  caseloads,
  followingShares,
  madeUpShares,
  namedShares,
  ofAll,
  pairsListed,
  partsInWords,
  rates,
  ratios,
  sentencePercentages,
  shareOfSaid,
  sharesInWords,
  sharesLeft,
  sharesOfWhole,
  sharesSaid,
  sharesUnexplained,
  units,
]
