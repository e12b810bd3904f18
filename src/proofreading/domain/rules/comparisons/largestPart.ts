import type { Located } from '../../finding.ts'
import { COMMON, areForms } from '../../near.ts'
import { shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { type Division, type Portion, divisionsNear } from '../../words/divisions.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `The commonest reason was illness`, where the text's own list gives another part more. */
export const largestPart: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
    const claim = claimIn(sentence.text)
    return claim ? checked(studied, sentence, claim) : []
  })

const ELSEWHERE =
  /\b(?:one of|among|amongst|some of) the\b|\b(?:national\w*|england|region\w*|last year|previous\w*|ever|since|so far|second|third|next|increase|rise|fall|growth|change|single|each|every|both|apart from|(?<!looked[- ])after|other than|except|remain\w*)\b/i
const HIGH = 'largest|biggest|greatest|highest|commonest|most common|most frequent|main'
const LOW = 'smallest|lowest|fewest|least common|rarest'
const NOUN =
  '(?:group|groups|number|share|reason|cause|theme|subject|category|part|proportion|slice|band|age group|kind|type|source|concern|topic|issue)'
const FORMS: readonly RegExp[] = [
  // `The commonest reason was illness.`
  new RegExp(
    `\\b[Tt]he (?:(${HIGH})|(${LOW})) (?:\\w+ )?${NOUN}(?: for [^.;,\\d]{3,40}?| of [^.;,\\d]{3,30}?)? (?:is|was|were|are|concerned|concerns)\\b:?\\s+(?!\\d)([^.;:(]{3,80})`,
  ),
  // `Illness was the commonest reason.`
  new RegExp(
    `(?:^|[,;] (?:and )?)([A-Z]?[^.;:,()\\d]{3,60}?) (?:is|was|were|are|remains?|remained) (?:still |again |now )?the (?:(${HIGH})|(${LOW})) (?:\\w+ )?${NOUN}\\b`,
  ),
]

/** `Most of our children left care as they turned 18`, `most children over ten were placed in residential care`. */
const MOST =
  /(?:^|[.;,] (?:and )?|\b[Ii]n \S+ )(?:[Mm]ost|[Tt]he majority)(?: of)?(?: our| the| these)? (?:children|young people|those)\b[^.;:()]{0,60}?\b(?:as|because|when|placed in|placed with|live in|lived in|live with|lived with|were in|are in|due to|owing to)\s+(?:they\s+|their\s+)?([^.;:,()\d]{3,60}(?:\d\d)?)/

interface Claim {
  words: string
  isHigh: boolean
  subject: string
}

function claimIn(text: string): Claim | null {
  const most = MOST.exec(text)?.[1]
  if (most !== undefined) return { words: 'most', isHigh: true, subject: most }
  const [first, second] = FORMS.map((form) => form.exec(text))
  if (first) return { words: first[1] ?? first[2] ?? '', isHigh: first[1] !== undefined, subject: first[3] ?? '' }
  return second ? { words: second[2] ?? second[3] ?? '', isHigh: second[2] !== undefined, subject: second[1] ?? '' } : null
} // prettier-ignore

const wordsOf = (text: string): string[] =>
  tokensIn(text).flatMap(({ word }) => (COMMON.has(word) && word !== 'other' ? [] : [word]))

interface Reading {
  own: Portion
  division: Division
}

const FEWEST = 3

function checked(studied: Studied, sentence: Sentence, { words, isHigh, subject }: Claim): Located[] {
  const said = wordsOf(subject)
  const readings = divisionsNear(studied, sentence).flatMap((division): Reading[] => {
    const portions = division.portions.filter(({ label }) => !/^\W*(?:others?|unknown|not (?:known|recorded))\b/i.test(label))
    const labels = portions.map(({ label }) => wordsOf(label))
    const known = said.filter((word) => labels.some((label) => label.some((one) => areForms(one, word))))
    const fitting = portions.filter((_, at) => known.every((word) => labels[at]?.some((one) => areForms(one, word))))
    const [first, other] = fitting
    // `As they return to their parents`: what two rows tell of together.
    const own = first && other && words === 'most' ? { ...first, count: fitting.reduce((sum, { count }) => sum + count, 0) } : other ? undefined : first
    return own && known.length > 0 && known.length >= said.length / 2 && portions.length >= FEWEST ? [{ own, division: { ...division, portions: portions.filter((one) => one === own || !fitting.includes(one)) } }] : []
  })
  const isRight = ({ own, division: { portions } }: Reading) =>
    portions.every(({ count }) => (isHigh ? count <= own.count : count >= own.count))
  const [reading] = readings
  if (!reading || readings.some(isRight)) return []
  const { own, division } = reading
  const above = division.portions.find(({ count }) => (isHigh ? count > own.count : count < own.count))
  if (!above) return []
  const name = ({ label }: Portion) => label.replaceAll(/\s+/g, ' ').trim().slice(0, 60)
  return [
    located(studied, {
      at: sentence,
      also: above.at.start === sentence.start ? null : above.at,
      place: sentence.passage.place,
      kind: 'text-table',
      message: `${words === 'most' ? `“Most” does not describe “${name(own)}”` : `“${name(own)}” is not the ${words}`}: ${shown(own.count)}, and “${name(above)}” is ${shown(above.count)} (${division.place}).`,
      computation: `${shown(own.count)} against ${shown(above.count)}`,
      severity: 'error',
      confidence: 0.82,
    }),
  ]
} // prettier-ignore
