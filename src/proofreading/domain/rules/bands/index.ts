import type { Rule } from '../../studied.ts'
import { bandsListed } from './bandsListed.ts'
import { bandsTold } from './bandsTold.ts'
import { overlap } from './overlap.ts'

/** Bands of ages and times, in tables and in sentences, that overlap or leave a gap. */
export const bandsRules: readonly Rule[] = [bandsListed, bandsTold, overlap]
