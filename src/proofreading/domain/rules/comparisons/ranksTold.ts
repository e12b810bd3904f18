import type { Located } from '../../finding.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `the commonest was illness (9), followed by absence (14)`, `from 85% to 92%, with 82.8% for the year`: numbers of a sentence that are not in the order it says. */
export const ranksTold: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
      const wrong = followed(sentence) ?? secondOf(sentence) ?? outOfRange(sentence, context[index - 1])
      return wrong
        ? [located(studied, { at: sentence, place: sentence.passage.place, kind: 'text-text', severity: 'error', ...wrong })]
        : []
    }),
  ) // prettier-ignore

type Wrong = Pick<Said, 'message' | 'computation' | 'confidence'>

const ELSEWHERE = /\b(?:handbook|recommend\w*|guidance|national\w*|england|target|last year|previous)\b/i
const HIGH = 'largest|biggest|greatest|highest|commonest|most (?:common|frequent|often)|main|most'
const LOW = 'smallest|lowest|fewest|rarest|least (?:common|frequent|often)'
const isRanked = ({ kind, isApproximate }: Quantity): boolean =>
  (kind === 'count' || kind === 'percent') && !isApproximate
const numbersOf = ({ quantities }: Sentence): Quantity[] => quantities.filter(isRanked)
const FOLLOWED = new RegExp(
  `\\b(?:(${HIGH})|(${LOW}))\\b[^.;]*?\\b(?:followed by|then|next|ahead of|after that|behind (?:it|which|that))\\b`,
  'i',
)

const said = (first: Quantity, other: Quantity, words: string): Wrong => ({
  message: `${first.text} is said to come before ${other.text}, as the ${words}.`,
  computation: `${first.text} against ${other.text}`,
  confidence: 0.84,
})

/** One number for each thing told of, in the order in which they are told. */
function followed(sentence: Sentence): Wrong | null {
  const { text, start } = sentence
  const match = FOLLOWED.exec(text)
  const link = match ? match.index + match[0].length : 0
  const kinds = new Set(numbersOf(sentence).map(({ kind }) => kind))
  const [kind] = kinds
  if (!match || kinds.size !== 1 || kind === undefined) return null
  const numbers = numbersOf(sentence).filter((one) => one.start >= start + match.index)
  const first = numbers.filter((one) => one.end <= start + link)
  const [own, more] = first
  const rest = numbers.filter((one) => one.start >= start + link)
  if (!own || more || rest.length === 0 || numbers.length !== numbersOf(sentence).length) return null
  if (!rest.every((one) => /[(,]\s*(?:with |at |in )?$|\b(?:with|at|in|by)\s+$/i.test(text.slice(0, one.start - start)))) return null
  const isHigh = match[1] !== undefined
  const wrong = rest.find(({ value }) => (isHigh ? value > own.value : value < own.value))
  return wrong ? said(own, wrong, match[1] ?? match[2] ?? '') : null
} // prettier-ignore

const SECOND = new RegExp(`\\b(?:(${HIGH})|(${LOW}))\\b[^.;]{0,60}\\b(?:second|next)\\b`, 'i')

/** `Neglect was the most common category, with 131, and emotional abuse the second, with 187`. */
function secondOf(sentence: Sentence): Wrong | null {
  const match = SECOND.exec(sentence.text)
  const [own, other, third] = numbersOf(sentence)
  if (!match || !own || !other || third || own.kind !== other.kind || own.value === other.value) return null
  const between = sentence.text.slice(own.end - sentence.start, other.start - sentence.start)
  if (own.start < sentence.start + match.index || !/\b(?:second|next)\b/i.test(between)) return null
  const isHigh = match[1] !== undefined
  return isHigh === own.value < other.value ? said(own, other, match[1] ?? match[2] ?? '') : null
} // prettier-ignore

const N = String.raw`(\d[\d,]*(?:\.\d+)?)`
const RANGE = new RegExp(
  String.raw`\b(?:rang\w*|var(?:y|ied|ies|ying)|(?:was|were|is|are|been|lay|stayed|remained) (?:mostly )?between)\b[^.;\d]{0,50}?\b${N}\s?(%)?\s?(?:-|to|and) ${N}\s?(%)?`,
  'i',
)
const OF_ALL = new RegExp(
  String.raw`\b(?:average|averaging|mean|median|(?:annual|overall|yearly) (?:figure|rate|performance|average)|(?:whole|full) year|year as a whole|for the year|overall)\b[^.;\d]{0,40}?${N}\s?(%)?`,
  'i',
)
const ENDS = new RegExp(
  String.raw`^\W*(?:the (?:highest|lowest|largest|smallest|average|mean)|on average)\b[^.;\d]{0,60}?${N}\s?(%)?`,
  'i',
)
const numberOf = (text = ''): number => Number(text.replaceAll(',', ''))

/** What is an average of all, or one of them, lies between the least and the most. */
function outOfRange(sentence: Sentence, previous: Sentence | undefined): Wrong | null {
  const own = RANGE.exec(sentence.text)
  const before = own || !ENDS.test(sentence.text) || !previous || ELSEWHERE.test(previous.text) ? null : RANGE.exec(previous.text)
  const range = own ?? before
  const rest = own ? `${sentence.text.slice(0, own.index)}; ${sentence.text.slice(own.index + own[0].length)}` : sentence.text
  const one = own ? OF_ALL.exec(rest) : ENDS.exec(rest)
  if (!range || !one || (one[2] ?? '') !== (range[4] ?? range[2] ?? '')) return null
  const [least, most, value] = [numberOf(range[1]), numberOf(range[3]), numberOf(one[1])]
  const words = own ? sentence.text : `${previous?.text ?? ''} ${sentence.text}`
  if (/\b(?:while|whereas|but|ages?|aged|years?(?! as a whole)|months?|days|weeks|teams?)\b/i.test(words.replaceAll(/\b(?:for|in|of|over|across) the (?:whole |full )?year\b|\b(?:whole|full) year\b/gi, ' '))) return null
  if (least >= most || (value >= least && value <= most) || value < least / 2 || value > most * 2) return null
  return { message: `${one[1] ?? ''}${one[2] ?? ''} lies outside the range from ${range[1] ?? ''} to ${range[3] ?? ''}.`, computation: `${one[1] ?? ''} against ${range[1] ?? ''} to ${range[3] ?? ''}`, confidence: 0.83 }
} // prettier-ignore
