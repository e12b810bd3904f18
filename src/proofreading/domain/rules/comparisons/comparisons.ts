import type { Located } from '../../finding.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { isMoreBetter } from '../../words/directions.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `8.3%, the same as the 12.4%`, `between 65 and 80, in line with 50 to 70`: two numbers that a sentence sets beside each other as they are not. */
export const comparisons: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading') return []
      const wrong =
        alike(sentence) ?? notWithin(sentence) ?? higherOrLower(sentence, context[index - 1])
      return wrong
        ? [located(studied, { at: sentence, place: sentence.passage.place, kind: 'text-text', severity: 'error', ...wrong })]
        : []
    }),
  ) // prettier-ignore

type Wrong = Pick<Said, 'message' | 'computation' | 'confidence'>

const said = (message: string, computation: string): Wrong => ({ message, computation, confidence: 0.84 })
const isOf = (kind: Quantity['kind']) => (one: Quantity) => one.kind === kind && !Number.isNaN(one.value)
const ahead = ({ text, start }: Sentence, one: Quantity): string => text.slice(0, one.start - start)

const SAME =
  /\b(?<!not |almost |nearly |about |roughly |much |broadly )(?:(?:just|exactly|precisely)\s+)?(?:the same (?:as|(?:number|share|level|figure|outcome|result|percentage|proportion|rate|position|picture) as)|identical to|equal to|unchanged (?:from|at|on)|no (?:different|higher|lower) (?:from|than|to))\s+(?:the\s+|that of\s+|last year'?s?\s+|in\s+)*$/i
const HEDGED =
  /\b(?:almost|nearly|about|roughly|much|broadly|not|practically|virtually|similar)\s+(?:just\s+|exactly\s+)?(?:the same|identical|equal|unchanged)/i

/** `8.3%, which is just the same as the 12.4%`. */
function alike(sentence: Sentence): Wrong | null {
  const { quantities, text } = sentence
  const other = quantities.find((one) => SAME.test(ahead(sentence, one)))
  const own = other ? quantities.filter(isOf(other.kind)).findLast(({ end }) => end <= other.start) : undefined
  if (!own || !other || HEDGED.test(text) || own.isApproximate || !['count', 'percent', 'rate'].includes(other.kind)) return null
  if (own.value === other.value || own.decimals !== other.decimals) return null
  return said(`${own.text} is not the same as ${other.text}.`, `${own.text} against ${other.text}`)
} // prettier-ignore

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
