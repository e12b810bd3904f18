import type { Rule } from '../../studied.ts'
import { averageInRange } from './averageInRange.ts'
import { besideTarget } from './besideTarget.ts'
import { boundsSaid } from './boundsSaid.ts'
import { bracketsCompared } from './bracketsCompared.ts'
import { comparisons } from './comparisons.ts'
import { extremes } from './extremes.ts'
import { largestPart } from './largestPart.ts'
import { moreOfOne } from './moreOfOne.ts'
import { moreThanEach } from './moreThanEach.ts'
import { outnumbered } from './outnumbered.ts'
import { ranksTold } from './ranksTold.ts'
import { remainsAbove } from './remainsAbove.ts'
import { saidTheSame } from './saidTheSame.ts'
import { setAgainst } from './setAgainst.ts'
import { superlatives } from './superlatives.ts'
import { targetMet } from './targetMet.ts'
import { timesAsMany } from './timesAsMany.ts'

/** What is said to be more, most or as much as another. */
export const comparisonsRules: readonly Rule[] = [
  averageInRange,
  besideTarget,
  boundsSaid,
  bracketsCompared,
  comparisons,
  extremes,
  largestPart,
  moreOfOne,
  moreThanEach,
  outnumbered,
  ranksTold,
  remainsAbove,
  saidTheSame,
  setAgainst,
  superlatives,
  targetMet,
  timesAsMany,
]
