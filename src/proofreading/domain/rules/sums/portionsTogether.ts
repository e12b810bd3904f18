import type { Located } from '../../finding.ts'
import { COMMON, areForms } from '../../near.ts'
import { isSame, prints, rounded, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after } from '../../words/around.ts'
import { type Division, type Portion, divisionsNear } from '../../words/divisions.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `Adoption and special guardianship together were 32`, `… account for 33%`: parts of a table or a list taken together. */
export const portionsTogether: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
    return claimsIn(sentence).flatMap((claim) => {
      const readings = divisionsNear(studied, sentence).flatMap((division) => readingOf(division, claim))
      const [first] = readings
      if (!first || readings.some((reading) => isRight(reading, claim))) return []
      const near = readings.find((reading) => isNear(reading, claim))
      return near ? [said(studied, sentence, claim, near)] : []
    })
  })

const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target|will|should|last year|previous year|year before)\b/i
const MADE_UP =
  /\b(?:(?:account(?:s|ed|ing)? for|explain(?:s|ed)?)|ma(?:ke|kes|de|king) up|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|amount(?:s|ed|ing)? to|add(?:s|ed)? up to|compris(?:e|es|ed|ing)|provid(?:e|es|ed) for|number(?:ed)?|com(?:e|es|ing) to|came to|total(?:s|led)?|(?<!report |year )cover(?:s|ed)?|hous(?:e|es|ed)|car(?:e|es|ed) for|(?:together|between them|combined|jointly)\b[^.;\d]{0,30}\b(?:are|is|was|were|came to|come to|total(?:s|led)?|gave|have))\s+(?:just |only |exactly )?$/i
const IN_ALL = /^\s*(?:[a-z]+\s+){0,2}?(?:in all|altogether|together|combined|in total|between them)\b/i

interface Claim {
  said: Quantity
  /** The words that name the parts. */
  subject: string
  isTogether: boolean
}

function claimsIn(sentence: Sentence): Claim[] {
  return sentence.quantities.flatMap((said): Claim[] => {
    if ((said.kind !== 'percent' && said.kind !== 'count') || said.isApproximate || said.decimals > 2) return []
    const lead = sentence.text.slice(0, said.start - sentence.start)
    const verb = MADE_UP.exec(lead)
    const isInAll = IN_ALL.test(after(sentence, said))
    if (!verb && !isInAll) return []
    const subject = (verb ? lead.slice(0, verb.index) : lead).split(/[;:]|\.\s/).at(-1) ?? ''
    return [{ said, subject, isTogether: isInAll || /\b(?:together|between them|combined|both|jointly)\b/i.test(lead) }]
  })
}

interface Reading {
  division: Division
  portions: readonly Portion[]
  sum: number
}

/** Words that say no more of a part than that it is one. */
const PLAIN = new Set(
  'two three both largest main most common theme reason category group them these those taken together combined between jointly next'.split(
    ' ',
  ),
)

/** A row of others is one of the parts. */
const isOwn = (word: string): boolean => word === 'other' || !COMMON.has(word)

/** The parts that the subject names, each by words that no other part has all of. */
function readingOf(division: Division, { subject, isTogether, said }: Claim): Reading[] {
  const labels = division.portions.map(({ label }) =>
    tokensIn(label)
      .map(({ word }) => word)
      .filter(isOwn),
  )
  const known = (word: string) => labels.some((label) => label.some((each) => areForms(each, word)))
  const pieces = subject.split(/,|\band\b|\bplus\b|\bwith\b|\bor\b|&/).map((piece) =>
    tokensIn(piece)
      .map(({ word }) => word)
      .filter((word) => isOwn(word) && !/^\d/.test(word) && !PLAIN.has(word)),
  )
  const isPlain = pieces.every((words) => words.every(known))
  const named = pieces.flatMap((words) => {
    const own = words.filter(known)
    if (own.length === 0) return []
    const fitting = division.portions.filter((_, at) =>
      own.every((word) => labels[at]?.some((each) => areForms(each, word))),
    )
    return fitting.length === 1 ? fitting : [null]
  })
  const portions = [...new Set(named)]
  const all = portions.filter((portion) => portion !== null)
  if (all.length < portions.length || all.length === 0 || all.length > 4) return []
  // One part alone: where the words name nothing else, as a share of the whole.
  const isFirst = all.some((portion) => looksFirst(portion.label, subject))
  if (all.length === 1 && (isTogether || (!isPlain && !isFirst) || said.kind !== 'percent')) return []
  return [{ division, portions: all, sum: sumOf(all.map(({ count }) => count)) }]
}

/** `Males are in the majority in every band, and make up 54.7%`: the subject of the sentence. */
const looksFirst = (label: string, subject: string): boolean =>
  new RegExp(`^${label.trim().replaceAll(/[^A-Za-z ]/g, '.')}s?\\b`, 'i').test(subject.trim()) &&
  label.trim().length > 2

const shareOf = ({ division, sum }: Reading): number => (sum / division.whole) * 100

function isRight(reading: Reading, { said }: Claim): boolean {
  if (said.kind === 'percent') return prints(shareOf(reading), said.value, said.decimals)
  return isSame(reading.sum, said.value) || reading.division.portions.some(({ count }) => isSame(count, said.value))
}

/** A share further off, in points, is of something else. */
const MOST_POINTS = 8
const MOST_OFF = 0.4

const isNear = (reading: Reading, { said }: Claim): boolean =>
  said.kind === 'percent'
    ? Math.abs(shareOf(reading) - said.value) <= MOST_POINTS
    : Math.abs(reading.sum - said.value) <= Math.max(5, reading.sum * MOST_OFF)

/** Whether the number said is the sum of the parts' own percentages, each rounded before. */
const isOfRounded = ({ division, portions }: Reading, { value, decimals }: Quantity): boolean =>
  isSame(
    sumOf(
      portions.map(({ count, share }) => share?.value ?? Number(rounded((count / division.whole) * 100, decimals))),
    ),
    value,
  )

function said(studied: Studied, sentence: Sentence, { said: one }: Claim, reading: Reading): Located {
  const { portions, division, sum } = reading
  const names = portions.map(({ label }) => `“${label.replaceAll(/\s+/g, ' ').trim()}”`).join(' and ')
  const isShare = one.kind === 'percent'
  const exact = isShare ? `${rounded(shareOf(reading), one.decimals)}%` : shown(sum)
  const isRounded = isShare && portions.length > 1 && isOfRounded(reading, one)
  const parts = portions.map(({ count }) => shown(count)).join(' + ')
  return located(studied, {
    at: sentence,
    also: portions[0] && portions[0].at !== sentence ? portions[0].at : null,
    place: sentence.passage.place,
    kind: isRounded ? 'rounded-sum' : isShare ? 'percentage' : 'text-table',
    message: `${names} ${portions.length > 1 ? 'are' : 'is'} ${exact}${portions.length > 1 ? ' together' : ''} in ${division.place}, not ${one.text}.${isRounded ? ' Shares were added that had been rounded.' : ''}`,
    computation: isShare
      ? `(${parts}) / ${shown(division.whole)} = ${rounded(shareOf(reading), one.decimals + 2)}%`
      : `${parts} = ${exact}`,
    expected: exact,
    severity: 'error',
    confidence: 0.85,
  })
}
