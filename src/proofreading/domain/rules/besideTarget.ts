import type { Located } from '../finding.ts'
import { type Rule, located } from '../studied.ts'
import type { Quantity } from '../words/quantities.ts'
import type { Sentence } from '../words/sentences.ts'

/** `94.1%, above our target of 95%`: said to be above or below what stands beside it, and is not. */
export const besideTarget: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const wrong = wrongIn(sentence)
    return wrong
      ? [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'text-text',
            message: `${wrong.own.text} is not ${wrong.words} ${wrong.other.text}.`,
            computation: `${wrong.own.text} against ${wrong.other.text}`,
            expected: null,
            severity: 'error',
            confidence: 0.87,
          }),
        ]
      : []
  })

const BESIDE =
  /\b(above|below|higher than|lower than|exceed(?:s|ed|ing)|short of|better than|worse than)\s+(?:the|our|its|their|a)\s+(?:[\w-]+\s+){0,4}?(?:targets?|averages?|figures?|rates?|norm)(?:\s+(?:of|at|for \w+,?)|\s*,)?\s*\(?$/i
/** Of these a lower share is the better. */
const FEWER_IS_BETTER = /\b(?:three or more placements|3 or more placements|placement moves|late|missing|overdue)\b/i
const MORE_IS_BETTER = /\b(?:in time|on time|timescales?|took part|participat|attend|up[- ]to[- ]date|assessments?)\b/i

function wrongIn(sentence: Sentence): { own: Quantity; other: Quantity; words: string } | null {
  const percents = sentence.quantities.filter(({ kind }) => kind === 'percent')
  const index = percents.findIndex((one) => BESIDE.test(sentence.text.slice(0, one.start - sentence.start)))
  const [own, other] = [percents[index - 1], percents[index]]
  if (!own || !other || own.value === other.value) return null
  const lead = sentence.text.slice(0, other.start - sentence.start)
  const words = BESIDE.exec(lead)?.[1] ?? ''
  // A target of another year, or the share that stands between, is another's.
  if (/;/.test(sentence.text.slice(own.end - sentence.start, other.start - sentence.start))) return null
  const isMore = own.value > other.value
  const said = saidMore(words, lead)
  return said === null || said === isMore ? null : { own, other, words }
}

function saidMore(words: string, lead: string): boolean | null {
  if (/^(?:above|higher|exceed)/i.test(words)) return true
  if (/^(?:below|lower|short)/i.test(words)) return false
  const [isFewer, isMore] = [FEWER_IS_BETTER.test(lead), MORE_IS_BETTER.test(lead)]
  return isFewer === isMore ? null : /better/i.test(words) === isMore
}
