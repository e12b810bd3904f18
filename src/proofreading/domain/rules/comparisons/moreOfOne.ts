import type { Located } from '../../finding.ts'
import { COMMON, areForms } from '../../near.ts'
import { shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { type Portion, divisionsNear } from '../../words/divisions.ts'
import { pairsInBrackets } from '../../words/bracketed.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `more were with our own carers than with agency carers`, `boys outnumber girls`: of two parts that the text or a table gives, the other one is larger. */
export const moreOfOne: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
    return claimsIn(sentence.text).flatMap((claim) => checked(studied, sentence, claim))
  })

const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target|last year|previous\w*|year before|a year (?:ago|earlier)|in (?:19|20)\d\d|ever|usual|times|twice|expected|quarter|month)\b/i

interface Claim {
  words: string
  /** What is said to be more, and what less. */
  more: string
  less: string
}

const STOP = String.raw`(?=[,.;:]|$| and | but | while | because | although )`
const FORMS: readonly (readonly [RegExp, boolean])[] = [
  [new RegExp(String.raw`\b(?<!no |not )more (?!than)([^.;\d]{3,90}?) than ([^.;\d]{3,60}?)${STOP}`, 'i'), true],
  [new RegExp(String.raw`\b(?<!no |not )fewer (?!than)([^.;\d]{3,90}?) than ([^.;\d]{3,60}?)${STOP}`, 'i'), false],
  [new RegExp(String.raw`(?:^|[,;]\s|\b(?:and|so|that)\s)([^.;,\d]{3,50}?) outnumber(?:ed|s)? ([^.;\d]{3,50}?)${STOP}`, 'i'), true],
  [new RegExp(String.raw`(?:^|[,;]\s|\b(?:and|so|that)\s)([^.;,\d]{3,50}?) (?:are|is|were|was) (?:now )?(?:well |just |still )?(?:ahead of|larger than|more (?:common|frequent|numerous) than) ([^.;\d]{3,50}?)${STOP}`, 'i'), true],
] // prettier-ignore

const claimsIn = (text: string): Claim[] =>
  FORMS.flatMap(([form, isMore]) => {
    const [words, first = '', other = ''] = form.exec(text) ?? []
    // `more of those in foster care were with …`: of whom, and no part.
    const one = first.replace(/^\s*of (?:those|these|them|the)\b.*?\b(?:were|are|was|is|had|have|lived?)\b/i, ' ')
    return words === undefined ? [] : [isMore ? { words, more: one, less: other } : { words, more: other, less: one }]
  })

function checked(studied: Studied, sentence: Sentence, { words, more, less }: Claim): Located[] {
  const divisions = [
    ...divisionsNear(studied, sentence).map(({ portions, place }) => ({ portions, place })),
    { portions: pairsInBrackets(sentence), place: sentence.passage.place },
  ]
  const readings = divisions.flatMap(({ portions, place }) => {
    const [one, other] = [named(portions, more, less), named(portions, less, more)]
    return one && other && one !== other ? [{ one, other, place }] : []
  })
  const [reading] = readings
  if (!reading || readings.some(({ one, other }) => one.count > other.count)) return []
  const { one, other, place } = reading
  const label = (portion: Portion) => portion.label.replaceAll(/\s+/g, ' ').trim().slice(0, 50)
  return [
    located(studied, {
      at: sentence,
      also: one.at.start === sentence.start ? null : one.at,
      place: sentence.passage.place,
      kind: 'text-table',
      message: `“${words.trim()}”: “${label(one)}” is ${shown(one.count)} and “${label(other)}” ${shown(other.count)} (${place}).`,
      computation: `${shown(one.count)} against ${shown(other.count)}`,
      severity: 'error',
      confidence: 0.83,
    }),
  ]
}

const wordsOf = (text: string): string[] =>
  tokensIn(text).flatMap(({ word }) => (COMMON.has(word) && word !== 'other' ? [] : [word]))

/** The one part that the words name by a word that the words on the other side have not. */
function named(portions: readonly Portion[], words: string, others: string): Portion | null {
  const [own, beside] = [wordsOf(words), wordsOf(others)]
  const telling = own.filter((word) => !beside.some((one) => areForms(one, word)))
  const fitting = portions.filter(({ label }) => {
    const of = wordsOf(label)
    return telling.some((word) => of.some((one) => areForms(one, word)))
  })
  const [only, second] = fitting
  return only && !second ? only : null
}
