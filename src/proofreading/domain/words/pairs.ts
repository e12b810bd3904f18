import { prints } from '../numbers.ts'
import { after, before, between } from './around.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** A count with the percentage that is said to be it, and the count that it is a part of where that is said. */
export interface Pair {
  sentence: Sentence
  count: Quantity
  percent: Quantity
  base: Quantity | null
  /** Whether the sentence itself says what it is a part of. */
  isExplicit: boolean
}

/** How far a percentage may be off that is said to be `about`, in points. */
const ABOUT = 1.5

/** Whether a percentage is what its count is of this base, as it is printed. */
export const fits = ({ count, percent }: Pair, base: number): boolean => {
  const exact = (count.value / base) * 100
  return (
    prints(exact, percent.value, percent.decimals) ||
    (percent.isApproximate && Math.abs(exact - percent.value) <= ABOUT)
  )
}

const APOSITION =
  '(?:or|i\\.e\\.|that is|equating to|equates to|equivalent to|representing|represents|amounting to|equal to|an? (?:(?:return|response|completion|success|take-up|attendance) )?rate of|an? (?:return|response|completion|success|take-up) of)'
const IN_BRACKET = new RegExp(`^[^().;:]{0,80}\\(\\s*(?:${APOSITION}\\s+)?$`, 'i')
const SAID_AS = new RegExp(
  `^[^.;()]{0,80}?(?:,?\\s*\\b${APOSITION}|,?\\s*accounting for|,?\\s*making up|,?\\s*so (?:\\w+\\s+){1,3}(?:was|is|were)|,?\\s*which (?:is|was|were|gives)|\\s=|\\s-)\\s*$`,
  'i',
)
const OF = /^\s*(?:[a-z'-]+\s+){0,5}?(?:out of|of)\s+(?:(?:the|a|all|our|these|those|its|their|total|of)\s+)*$/i
const FOR = /^\s*(?:[a-z'-]+\s+){0,4}?for\s+(?:the|all)\s+(?:our\s+)?$/i
const SLASH = /^\s*\/\s*$/
/** Words before a count that others are parts of. */
const WHOLE =
  /(?:^|[^a-z])(?:of|out of|among|amongst)\s+(?:(?:the|these|those|our|all|a|its|total|of|remaining|other|first)\s+)*$/i
const OF_WHOM = /\bof (?:whom|which|these|those|them)\b/i

/** The counts of a context that stand with their percentages. */
export function pairsIn(context: readonly Sentence[]): Pair[] {
  let standing: Quantity | null = null
  const pairs: Pair[] = []
  for (const [index, sentence] of context.entries()) {
    const whole = wholeOf(sentence)
    const found = pairsOf(sentence)
    const previous = context
      .slice(0, index)
      .findLast(({ quantities }) => quantities.some(({ kind }) => kind === 'count'))
    if (whole) standing = whole
    else if (/\bof (?:them|these|those)\b/i.test(sentence.text) && standing === null) standing = largestOf(previous)
    else if (/^\W*of (?:these|those|them|this number)\b/i.test(sentence.text)) standing = largestOf(previous)
    for (const { count, percent, base } of found) {
      const own = baseBehind(sentence, count, percent) ?? base ?? baseAround(sentence, count, percent)
      const other = own ?? (standing && standing.value >= count.value && standing !== count ? standing : null)
      pairs.push({
        sentence,
        count,
        percent,
        base: other,
        isExplicit: own !== null || (other !== null && other === whole),
      })
    }
  }
  return pairs
}

/** A count that the sentence begins with as that of which it tells: `Of the 64 audits, …`. */
export function wholeOf(sentence: Sentence): Quantity | null {
  const [first] = sentence.quantities.filter(({ kind }) => kind === 'count')
  return first &&
    !isPartOfThese(sentence, first) &&
    /^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:of|out of|from|among|amongst)\s+(?:(?:the|these|those|our|all|a|its|total|of|remaining|other|first)\s+)*$/i.test(
      before(sentence, first, false),
    )
    ? first
    : null
}

/** `Of these 104 were informal`: a part, and not the whole. */
const isPartOfThese = (sentence: Sentence, one: Quantity): boolean =>
  /\b(?:these|those|them)\s+$/i.test(before(sentence, one, false)) &&
  /^\s*(?:\([^()]*\)\s*)?(?:were|was|are|is|had|have|has|came|took|went|left|attended|lived?|said|did)\b/i.test(
    sentence.text.slice(one.end - sentence.start),
  )

function largestOf(sentence: Sentence | undefined): Quantity | null {
  const counts = sentence?.quantities.filter(({ kind, isApproximate }) => kind === 'count' && !isApproximate) ?? []
  return counts.reduce<Quantity | null>((largest, one) => (largest && largest.value >= one.value ? largest : one), null)
}

function pairsOf(sentence: Sentence): { count: Quantity; percent: Quantity; base: Quantity | null }[] {
  // `13 at stage 2 (8%)`, `78 within 20 working days, or 83%`: no counts.
  // `32,354 children (0-19) …, 22.8%`: their ages stand between.
  const isBracketed = ({ start, end }: Quantity) =>
    /\(\s*$/.test(sentence.text.slice(0, start - sentence.start)) &&
    /^[^()]*\)/.test(sentence.text.slice(end - sentence.start))
  const quantities = sentence.quantities.filter(
    (one) => one.kind !== 'reference' && one.kind !== 'duration' && !(one.kind === 'range' && isBracketed(one)),
  )
  const pairs: { count: Quantity; percent: Quantity; base: Quantity | null }[] = []
  quantities.forEach((one, at) => {
    const next = quantities[at + 1]
    // How old they were stands between: `1,741 of the 2,806 reviews of children aged four or over, or 62%`.
    const third = quantities.slice(at + 2).find(({ kind }) => kind !== 'age')
    // `One in three (33%)` is a ratio, not a count.
    if (!next || /\ball but\s*$/i.test(before(sentence, one))) return
    if (/^\s*in(?: every)?\s*$/.test(at === 0 ? '' : between(sentence, quantities[at - 1] ?? one, one))) return
    const gap = between(sentence, one, next).replace(/\(\s*\d{1,2}\s?(?:-|to)\s?\d{1,2}[^()]{0,12}\)/g, ' ')
    const isListed = /^\s*[,;]\s*$/.test(gap) && /\(\s*$/.test(before(sentence, one))
    const isOfTotal =
      /^[^.;,()]{0,90},\s*$/.test(gap) &&
      /^\s*of (?:the |all |our |these |those )*(?:(?:total|whole)\b|$)|^\s*of all\s*[.,;)]/i.test(after(sentence, next))
    // `Of the 199 reviews there was a report in 191, 96%.`
    const isAtEnd = /^\W*$/.test(after(sentence, next, false))
    const previous = quantities[at - 1]
    // `131 were due; 124 were in time, 95%`.
    const isOfPrevious =
      previous?.kind === 'count' &&
      previous.value >= one.value &&
      /;\s*(?:and\s+)?$/.test(between(sentence, previous, one)) &&
      /^[^.;,()]{0,40},\s*$/.test(gap)
    const isLast = isAtEnd && (isOfPrevious || (/^\s*,\s*$/.test(gap) && wholeOf(sentence) !== null))
    if (
      one.kind === 'count' &&
      next.kind === 'percent' &&
      (IN_BRACKET.test(gap) || SAID_AS.test(gap) || isListed || isOfTotal || isLast)
    ) {
      const base = quantities[at - 1]
      const link = base ? between(sentence, base, one) : ''
      if (base?.kind === 'count' && (OF.test(link) || SLASH.test(link)))
        pairs.push({ count: base, percent: next, base: one })
      else pairs.push({ count: one, percent: next, base: null })
    } else if (
      one.kind === 'count' &&
      next.kind === 'count' &&
      third?.kind === 'percent' &&
      (OF.test(gap) || SLASH.test(gap) || FOR.test(gap))
    ) {
      const link = between(sentence, next, third)
      if (
        /^[^.;()]{0,60}\b(?:is|was|were|are|equals|gives|giving|an? \w+ rate of)\s*$|^[^.;()]{0,90},\s*(?:or|at|i\.e\.|that is|just)?\s*$|^[^.;()]{0,90}\(\s*$/i.test(
          link,
        )
      )
        pairs.push({ count: one, percent: third, base: next })
    } else if (
      one.kind === 'percent' &&
      next.kind === 'count' &&
      /^[^().;:]{0,80}\(\s*(?:n\s?=\s?|or\s+)?$/i.test(gap)
    ) {
      const link = third?.kind === 'count' ? between(sentence, next, third) : ''
      if (third && (OF.test(link) || SLASH.test(link))) pairs.push({ count: next, percent: one, base: third })
      else if (/^[^\d()]{0,40}\)/.test(after(sentence, next))) pairs.push({ count: next, percent: one, base: null })
    } else if (
      one.kind === 'percent' &&
      next.kind === 'count' &&
      third?.kind === 'count' &&
      third.value > next.value &&
      /^\s*:\s*$/.test(gap) &&
      /^\s*(?:[a-z]+\s+){0,2}(?:to|from|out of|of)\s+(?:(?:the|our|all)\s+)?$/i.test(between(sentence, next, third))
    ) {
      // `a response of 60%: 275 replies to 550 questionnaires`.
      pairs.push({ count: next, percent: one, base: third })
    } else if (
      one.kind === 'percent' &&
      next.kind === 'count' &&
      /^\s*-\s*$/.test(gap) &&
      /\(\s*$/.test(before(sentence, one))
    ) {
      pairs.push({ count: next, percent: one, base: null })
    } else if (
      one.kind === 'percent' &&
      next.kind === 'count' &&
      third?.kind === 'count' &&
      (/^\s*,?\s*(?:or|i\.e\.)\s*$/.test(gap) || (/^\s*[,;]\s*$/.test(gap) && /\(\s*$/.test(before(sentence, one)))) &&
      OF.test(between(sentence, next, third))
    ) {
      pairs.push({ count: next, percent: one, base: third })
    }
  })
  return pairs
}

/** `30% of the team's 76 cases`: the count that a percentage is said to be of, right after it. */
function baseBehind(sentence: Sentence, count: Quantity, percent: Quantity): Quantity | null {
  const next = sentence.quantities.find(({ start }) => start >= percent.end)
  return next?.kind === 'count' &&
    count.start < percent.start &&
    next.value >= count.value &&
    /^\s*of (?:the|our|its|their|all|these|those)(?: [\w'-]+s?')?(?: [\w-]+'s)?(?: total(?: of)?)?\s*$/i.test(
      between(sentence, percent, next),
    )
    ? next
    : null
}

/** `We asked 310 children and 124 answered, which is 40%`. */
const ASKED = /\b(?:asked|sent|invited|surveyed|issued|questionnaires?|survey (?:of|to))\b/i
const ANSWERED =
  /\b(?:answer\w*|repl(?:y|ied|ies)|respon\w*|return\w*|sent (?:it|them) back|came back|complet\w*|filled)\b/i

/** What the sentence says the pair is a part of. */
function baseAround(sentence: Sentence, count: Quantity, percent: Quantity): Quantity | null {
  const counts = sentence.quantities.filter((one) => one.kind === 'count' && one !== count && one.value >= count.value)
  const [first, last] = count.start < percent.start ? [count, percent] : [percent, count]
  const ahead = counts.filter(({ end }) => end <= first.start)
  // `Among these 204 children 132 were asked, and 115 of them (87%) answered`: of the number just before it.
  const nearest = ahead.at(-1)
  if (nearest && OF_WHOM.test(between(sentence, first, last))) return nearest
  const named = ahead.filter((one) => WHOLE.test(before(sentence, one, false)) && !isPartOfThese(sentence, one)).at(-1)
  if (named) return named
  // `In 641 of them (64%) the child came, in 297 (30%) …`: the second is no part of the first.
  const gap = nearest ? between(sentence, nearest, first).replace(/^\s*of (?:them|these|those|whom|which)\b/i, '') : ''
  if (nearest && OF_WHOM.test(gap)) return nearest
  if (nearest && ahead.length === 1 && /;\s*(?:and\s+)?$/.test(between(sentence, nearest, first))) return nearest
  if (nearest && ahead.length === 1 && ASKED.test(before(sentence, nearest, false)) && ANSWERED.test(sentence.text))
    return nearest
  const next = counts.find(({ start }) => start >= last.end)
  return next &&
    /^\s*[()]?\s*(?:were\s+)?(?:out of|of|from)\s+(?:(?:the|a|all|our|these|those|its|their|total|of)\s+)*$/i.test(
      between(sentence, last, next),
    )
    ? next
    : null
}
