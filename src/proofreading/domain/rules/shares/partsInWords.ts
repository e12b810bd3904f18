import type { Located } from '../../finding.ts'
import { COMMON, areForms } from '../../near.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { divisionsNear } from '../../words/divisions.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type ShareInWords, describes, sharesIn } from '../../words/shares.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `nearly two thirds are sixteen or seventeen`, where the sentence before gives how many of the whole are. */
export const partsInWords: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
    return sharesIn(sentence.text).flatMap((share) => checked(studied, sentence, share))
  })

const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target|increas\w*|decreas\w*|rise|rose|fell|fall|reduc\w*|last year|previous\w*|of (?:these|those|whom|which)|by (?:a|one|almost|nearly|about|over))\b/i

interface Reading {
  label: string
  count: number
  whole: number
  place: string
  at: { start: number; end: number }
}

function checked(studied: Studied, sentence: Sentence, share: ShareInWords): Located[] {
  const behind = (sentence.text.slice(share.at.end).split(CLAUSE)[0] ?? '').replace(/^\s*of (?:them|these|those|the \w+|our \w+|all \w+)\b/i, '')
  // `Sickness accounts for a third of late reviews`: the part stands before, and the whole behind.
  const isWhole = ACCOUNTS.test(sentence.text.slice(0, share.at.start)) && /^\s*(?:of\b.*)?$/i.test(behind)
  const clause = isWhole ? (sentence.text.slice(0, share.at.start).split(CLAUSE).at(-1) ?? '').replace(ACCOUNTS, '') : behind
  const words = tokensIn(clause).map(({ word }) => word).filter((word) => !COMMON.has(word))
  if (words.length === 0 || OPEN_BAND.test(clause) || (!isWhole && /^\s*of\b/i.test(behind)) || /\b(?:other than|not|no|except|without|never|neither)\b/i.test(clause)) return []
  const readings = divisionsNear(studied, sentence).flatMap(({ whole, portions, place }): Reading[] => {
    const labels = portions.map(({ label }) => tokensIn(label).map(({ word }) => word).filter((word) => !COMMON.has(word)))
    const known = words.filter((word) => labels.some((label) => label.some((one) => areForms(one, word))))
    const named = portions.filter((_, at) => known.length >= words.length / 2 && known.every((word) => labels[at]?.some((one) => areForms(one, word))))
    const [only, other] = named
    return only && !other && portions.length >= FEWEST ? [{ label: only.label, count: only.count, whole, place, at: only.at }] : []
  })
  const [reading] = readings
  if (!reading || readings.some(({ count, whole }) => describes(share, (count / whole) * 100))) return []
  const exact = `${rounded((reading.count / reading.whole) * 100, 1)}%`
  return [
    located(studied, {
      at: sentence,
      also: reading.at.start === sentence.start ? null : reading.at,
      place: sentence.passage.place,
      kind: 'ratio',
      message: `“${share.words}” does not describe ${shown(reading.count)} of ${shown(reading.whole)}, which is ${exact} (${reading.place}).`,
      computation: `${shown(reading.count)} / ${shown(reading.whole)} = ${exact}`,
      severity: 'warning',
      confidence: 0.82,
    }),
  ]
} // prettier-ignore

const FEWEST = 3
/** `ten or over`: of several bands of a table. */
const OPEN_BAND =
  /\b(?:or|and) (?:over|under|older|above|below|younger|more|fewer|less)\b|\b(?:over|under|above|below|at least)\b/i
const CLAUSE = /[,;:.(]|\band\s+(?:\w+\s+){0,3}(?:half|third|quarter|fifth|in)\b|\b(?:but|while|whereas)\b/
const ACCOUNTS =
  /\b(?:therefore |thus |alone )?(?:account(?:s|ed)? for|ma(?:kes?|de) up|was|is|were|are|represent(?:s|ed)?|explain(?:s|ed)?)\s+(?:about |around |just |only )?$/i
