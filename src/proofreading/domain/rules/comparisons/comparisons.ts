import type { Located } from '../../finding.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { isMoreBetter } from '../../words/directions.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `between 65 and 80, in line with 50 to 70`: two numbers that a sentence sets beside each other as they are not. */
export const comparisons: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading') return []
      const wrong =
        notWithin(sentence) ?? higherOrLower(sentence, context[index - 1])
      return wrong
        ? [located(studied, { at: sentence, place: sentence.passage.place, kind: 'text-text', severity: 'error', ...wrong })]
        : []
    }),
  ) // prettier-ignore

type Wrong = Pick<Said, 'message' | 'computation' | 'confidence'>

const said = (message: string, computation: string): Wrong => ({ message, computation, confidence: 0.84 })

const PAIR = /(?<![\d/])(\d{2,3})\s?(?:-|to|and)\s?(\d{2,3})(?![\d/%])/g
const WITHIN = /\b(?:in line with|within|inside|consistent with|as recommended by|meets?|complies with)\b/i

/** `between 65 and 80, in line with the handbook, which suggests 50 to 70`. */
function notWithin({ text }: Sentence): Wrong | null {
  const link = WITHIN.exec(text)
  if (!link || !/\b(?:handbook|recommend\w*|guidance|guideline|standard)\b/i.test(text) || /\b(?:not|above|over|below|outside)\b/i.test(text)) return null
  const pairs = [...text.matchAll(PAIR)].map((match) => ({ at: match.index, words: match[0], least: Number(match[1]), most: Number(match[2]) }))
  const [own, other] = [pairs.find(({ at }) => at < link.index), pairs.find(({ at }) => at > link.index)]
  if (!own || !other || own.least >= own.most || other.least >= other.most) return null
  if (own.least >= other.least && own.most <= other.most) return null
  return said(`${own.words} is not “${link[0]}” ${other.words}.`, `${own.words} against ${other.words}`)
} // prettier-ignore

const THAN =
  /\b(lower|higher|less|more|greater|smaller|larger|better|worse|above|below) (?:performance |outcomes? |results? |figures? |rates? |picture )?(?:than |compared (?:to|with) |against )?(?:both )?(?:the |our |that of |that for )*[^.;()]{0,60}\(\s?(\d[\d.]*)\s?%?\s?\)(?:(?:(?!\b(?:below|above|but|not|(?:low|high|few|great|small|larg)er|less|more)\b)[^.;()]){0,40}\(\s?(\d[\d.]*)\s?%?\s?\))?/i

/** A percentage is set beside what follows it at once. */
const NEAR = 25

/** `from 6.9% to 7.9%; this represents better performance than …`: the number just told. */
const isLinked = ({ text, start, quantities }: Sentence, { end }: Quantity, at: number): boolean =>
  /^[;,–-]?\s*(?:and )?(?:this|that|which|it)\b[^.;()\d]{0,40}$/i.test(text.slice(end - start, at)) &&
  !quantities.some((one) => one.start > end && one.start < start + at)

/** `79.4 per 10,000. This is lower than regional (96) and national rates (71)`. */
function higherOrLower(sentence: Sentence, previous: Sentence | undefined): Wrong | null {
  const match = THAN.exec(sentence.text)
  const [words = '', how = '', ...printed] = match ?? []
  const others = printed.flatMap((one: string | undefined) => (one === undefined ? [] : [Number(one)]))
  const better = /better|worse/i.test(how) ? isMoreBetter(sentence.text.replaceAll(/\bperformance\b|\bwithin (?=\d)/gi, ' ')) : true
  if (!match || better === null || !/\b(?:national\w*|region\w*|england|neighbours?|average|rates?)\b/i.test(words)) return null
  const before = sentence.quantities.filter(({ end }) => end - sentence.start <= match.index)
  const isLike = (one: Quantity) => one.kind === 'rate' || (one.kind === 'percent' && /%/.test(words))
  const goesOn = /^\W*(?:this|that|it|which|our rate|the rate) (?:is|was|remains)\b/i.test(sentence.text)
  const isNear = (one: Quantity) => one.kind === 'rate' || (sentence.start + match.index - one.end <= NEAR && !/\bbut\b/i.test(sentence.text.slice(one.end - sentence.start, match.index)))
  const own = before.findLast((one) => isLike(one) && (isNear(one) || isLinked(sentence, one, match.index))) ?? (goesOn ? previous?.quantities.findLast(isLike) : undefined)
  if (!own) return null
  const isMore = /^(?:higher|more|greater|larger|above|better)/i.test(how) === better
  const wrong = others.find((other) => (isMore ? own.value <= other : own.value >= other))
  return wrong === undefined ? null : said(`${own.text} is not ${how.toLowerCase()} than ${wrong}.`, `${own.text} against ${wrong}`)
} // prettier-ignore
