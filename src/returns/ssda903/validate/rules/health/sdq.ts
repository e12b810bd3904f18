import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const HIGHEST_SCORE = 40

/** Strengths and difficulties questionnaire (OC2). */
export const sdqRules: readonly Rule[] = [
  {
    code: '180',
    message: 'The SDQ score is not a whole number from 0 to 40.',
    hint: 'Enter the total difficulties score. If there is none, leave it blank and give the reason in SDQ_REASON.',
    tables: ['OC2'],
    fields: ['SDQ_SCORE'],
    check: eachRow('OC2', (oc2) => oc2.has('SDQ_SCORE') && !isScore(Number(oc2.SDQ_SCORE))),
  },
]

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0 && score <= HIGHEST_SCORE
