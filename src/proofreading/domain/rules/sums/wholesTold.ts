import { sumOf } from '../../numbers.ts'
import { after, before, between, countsIn } from '../../words/around.ts'
import { wholeOf } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { COMPARED } from './opposites.ts'
import type { Told } from './told.ts'

/** Between two parts of a list. */
export const LIST = /^[^.:]{0,110}(?:,|;|\band\b|\bplus\b|&|\+)[^.:]{0,60}$/i

/** `The main reasons were sickness (21), … (14) and … (8)`, `In six cases …, in five …`: of the whole in the sentence before. */
export function reasons(sentence: Sentence, previous: Sentence | undefined): Told[] {
  const [lead, ...others] = countsIn(sentence)
  // `The 84 late reviews are explained by … (34), … (22) and … (28)`: the whole begins the sentence.
  const own =
    lead &&
    /^\W*(?:\d[\d.]*\s+)?(?:the|all|these|those)(?: of the)?\s+$/i.test(before(sentence, lead, false)) &&
    IN_BRACKETS.test(sentence.text)
      ? lead
      : null
  const counts = own ? others : countsIn(sentence)
  const bracketed = counts.filter(
    (count) => /\(\s*$/.test(before(sentence, count)) && /^\s*\)/.test(after(sentence, count)),
  )
  const cases = counts.filter((count) => /\bin\s*$/i.test(before(sentence, count)))
  const parts = bracketed.length >= cases.length ? bracketed : cases
  const whole = own ?? (previous ? countsIn(previous).at(-1) : undefined)
  if (
    !whole ||
    parts.length < 3 ||
    parts.length !== counts.length ||
    whole.isApproximate ||
    sentence.quantities.length !== countsIn(sentence).length
  )
    return []
  const sum = sumOf(parts.map(({ value }) => value))
  // Fewer may be some of the reasons, unless they are said to be the reasons; more can't be.
  const isAll = (own !== null || ALL_REASONS.test(sentence.text)) && sum > whole.value * 0.75
  if ((!isAll && sum <= whole.value) || sum > whole.value * 1.5) return []
  return [{ whole, parts, at: sentence, also: own ? null : (previous ?? null), confidence: 0.8 }]
}

/** Numbers in brackets of their own, the last after `and`, and no word that there are others. */
const IN_BRACKETS =
  /^(?!.*\b(?:includ\w+|such as|mainly|mostly|chiefly|among|largely|most)\b)[^()]*\(\d+\)[^()]*(?:\(\d+\)[^()]*)*\band\b[^()]*\(\d+\)[^()]{0,12}$/i

const SOME = /\b(?:includ\w+|such as|mainly|mostly|chiefly|among|largely|most)\b/i

/** `In 878 of these views were given: by speaking (487), … or in writing (97)`. */
export function afterColon(sentence: Sentence): Told[] {
  const colon = sentence.start + sentence.text.indexOf(':')
  const counts = countsIn(sentence)
  const whole = counts.filter(({ end }) => end <= colon).at(-1)
  const parts = counts.filter(({ start }) => start > colon)
  const words = sentence.text.slice(colon - sentence.start)
  if (colon < sentence.start || !whole || whole.isApproximate || parts.length < 3 || SOME.test(words)) return []
  const last = parts.at(-1)
  if (
    !last ||
    !/\b(?:and|or)\b[^()]*\(\s*$/i.test(before(sentence, last)) ||
    !/^\s*\)\W*$/.test(after(sentence, last, false))
  )
    return []
  if (!parts.every((one) => /\(\s*$/.test(before(sentence, one)) && !one.isApproximate)) return []
  const sum = sumOf(parts.map(({ value }) => value))
  return Math.abs(sum - whole.value) > whole.value * MOST_OFF
    ? []
    : [{ whole, parts, at: sentence, also: null, confidence: sum > whole.value ? 0.84 : 0.8 }]
}

const ALL_REASONS =
  /^\W*(?:the )?(?:reasons?|causes?)(?: for (?:this|these|the delays?|lateness))?(?: (?:were|are))?\s*:?(?![^.]*\b(?:main|most|include|such as)\b)/i

/** `Of the 19, 15 were resolved at stage one, 3 at stage two and 1 at stage three`. */
export function ofWhole(sentence: Sentence): Told[] {
  const whole = wholeOf(sentence) ?? wholeAfterColon(sentence)
  const rest = whole ? null : partAndOthers(sentence)
  if (rest) return [rest]
  const counts = countsIn(sentence).filter(
    (count) =>
      count !== whole &&
      (!whole || count.start > whole.start) &&
      !IS_BOUND.test(before(sentence, count)) &&
      !/\bha(?:d|s|ve)\s+one$/i.test(before(sentence, count) + count.text),
  )
  if (!whole || whole.isApproximate || counts.some(({ isApproximate }) => isApproximate)) return []
  const [part, other, more] = counts
  // `Of the 1,398, 602 attended and the other 796 wrote`.
  if (part && other && !more)
    return THE_OTHERS.test(before(sentence, other)) && /^\W*[^.;\d]*$/.test(between(sentence, part, other))
      ? [{ whole, parts: counts, at: sentence, also: null, confidence: 0.87 }]
      : []
  if (counts.length < 3) return []
  const isList = counts.every((count, at) => {
    const next = counts[at + 1]
    const gap = next ? withoutBands(between(sentence, count, next)) : ''
    return !next || (LIST.test(gap) && !COMPARED.test(gap) && gap.length < LONGEST_GAP)
  })
  const sum = sumOf(counts.map(({ value }) => value))
  if (!isList || Math.abs(sum - whole.value) > Math.max(3, whole.value * MOST_OFF)) return []
  return [{ whole, parts: counts, at: sentence, also: null, confidence: sum > whole.value ? 0.82 : 0.75 }]
}

const LONGEST_GAP = 70
/** More than this is of something else. */
const MOST_OFF = 0.3
const THE_OTHERS = /\b(?:and|while)(?: (?:for|in|at|with))? the (?:other|remaining|rest,?)\s*$/i

const TIME = '(?:days?|weeks?|months?|years?)'
const BOUNDS = new RegExp(
  `\\b(?:(?:but )?(?:less|more|fewer|longer|older|younger) than|at least|under|over|within|up to)\\s+(?:[a-z]+|\\d+)(?:\\s+${TIME})?|\\b(?:from|between) (?:[a-z]+|\\d+) (?:to|and) (?:[a-z]+|\\d+)(?:\\s+${TIME})?`,
  'gi',
)
const IS_BOUND = /\b(?:(?:less|more|fewer|longer|older|younger) than|at least)\s+$/i
/** Without what says how old or how long: `less than three months`, `from five to nine`. */
const withoutBands = (words: string): string => words.replaceAll(BOUNDS, ' ')

/** `We grade plans: of the 80, 31 were good …`. */
function wholeAfterColon(sentence: Sentence): Quantity | null {
  const [first] = countsIn(sentence)
  return first && /^[^:;\d]*[:;]\s+of (?:the|these|those|all)\s+$/i.test(before(sentence, first, false)) ? first : null
}

/** `For 35 of the 46 … they agreed, and asked for advice on the other 11`. */
function partAndOthers(sentence: Sentence): Told | null {
  const [part, whole, rest, more] = countsIn(sentence)
  if (!part || !whole || !rest || more || [part, whole, rest].some(({ isApproximate }) => isApproximate)) return null
  const isPart = /^\s*(?:out )?of (?:the|these|those|our|all)\s+$/i.test(between(sentence, part, whole))
  const isRest = /\b(?:the other|the remaining|the rest,?)\s*$/i.test(before(sentence, rest))
  return isPart && isRest && part.value < whole.value
    ? { whole, parts: [part, rest], at: sentence, also: null, confidence: 0.87 }
    : null
}
