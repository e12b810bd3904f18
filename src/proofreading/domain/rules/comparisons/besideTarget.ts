import { type Rule, ofSentences } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `94.1%, above our target of 95%`: said to be above or below what stands beside it, and is not. */
export const besideTarget: Rule = (studied) =>
  ofSentences(studied, (sentence, previous) => {
    const wrong = wrongIn(sentence, previous)
    if (!wrong) return []
    const { own, words, other } = wrong
    return [
      {
        kind: 'text-text',
        message: `${own.text} is not ${words} ${other.text}.`,
        computation: `${own.text} against ${other.text}`,
        severity: 'error',
        confidence: 0.87,
      },
    ]
  })

const MORE = 'above|higher than|greater than|ahead of|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)'
const LESS =
  'below|lower than|short of|behind|clos(?:e|er|ing) (?:to|on|in on)|approaching|nearing|getting (?:closer|nearer) to|working towards'
const NOUN = '(?:targets?|averages?|figures?|rates?|norm|ambitions?|goals?|aims?|benchmarks?|comparators?|standards?)'
const BESIDE = new RegExp(
  `\\b(${MORE}|${LESS}|better than|worse than)\\s+(?:the|our|its|their|an?)\\s+(?:[\\w'-]+\\s+){0,6}?${NOUN}(?:\\s+(?:of|at|for [\\w ]{2,30}?,?|to (?:achieve|reach|have)|which (?:is|was|stood at)|set at))*\\s*,?\\s*\\(?$`,
  'i',
)
/** Of these a lower share is the better. */
const FEWER_IS_BETTER = /\b(?:three or more placements|3 or more placements|placement moves|late|missing|overdue)\b/i
const MORE_IS_BETTER = /\b(?:in time|on time|timescales?|took part|participat|attend|up[- ]to[- ]date|assessments?)\b/i
const GOES_ON =
  /^\W*(?:this|that|it|which|these|performance|the (?:rate|figure|result|proportion)) (?:is|was|are|were|remains?|puts|places|compares)\b/i

function wrongIn(
  sentence: Sentence,
  previous: Sentence | undefined,
): { own: Quantity; other: Quantity; words: string } | null {
  const { quantities, text, start } = sentence
  const other = quantities.find(
    (one) =>
      (one.kind === 'percent' || one.kind === 'rate' || one.kind === 'count') &&
      BESIDE.test(text.slice(0, one.start - start)),
  )
  const lead = other ? text.slice(0, other.start - start) : ''
  const match = BESIDE.exec(lead)
  if (!other || !match) return null
  const isLike = ({ kind, value }: Quantity) =>
    kind === (other.kind === 'count' ? 'rate' : other.kind) && !Number.isNaN(value)
  // A target of another year, or the share that stands between, is another's.
  const own = quantities.filter((one) => one.start < start + match.index && isLike(one)).at(-1)
  if (own && /;/.test(text.slice(own.end - start, other.start - start))) return null
  const earlier = own ? [own] : GOES_ON.test(text) ? (previous?.quantities.filter(isLike) ?? []) : []
  const said = saidMore(match[1] ?? '', lead)
  const [first] = earlier
  if (!first || said === null || earlier.some(({ value }) => value === other.value || said === value > other.value))
    return null
  return { own: first, other, words: match[1] ?? '' }
}

function saidMore(words: string, lead: string): boolean | null {
  if (new RegExp(`^(?:${MORE})`, 'i').test(words)) return true
  if (new RegExp(`^(?:${LESS})`, 'i').test(words)) return false
  const [isFewer, isMore] = [FEWER_IS_BETTER.test(lead), MORE_IS_BETTER.test(lead)]
  return isFewer === isMore ? null : /better/i.test(words) === isMore
}
