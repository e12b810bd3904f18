import type { Located } from '../../finding.ts'
import { isOfTwo, shown } from '../../numbers.ts'
import { slipsOf } from '../../slips.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { isListed } from '../../words/around.ts'
import { areOfOtherCounts, isGivenByCounts, isPartBySaid } from '../../words/explained.ts'
import { type Telling, isToldAlike, tellingsOf } from '../../words/tellings.ts'

/** A number that stands nowhere else, and is a slip of one that is told of elsewhere in the same words. */
export const toldTwice: Rule = (studied) => {
  const { all, weightOf } = tellingsOf(studied)
  const byValue = Map.groupBy(all, ({ unit, value }) => `${unit} ${value}`)
  return all.flatMap((one): Located[] => {
    if (!one.sentence || one.isCopy || byValue.get(`${one.unit} ${one.value}`)?.some((other) => other !== one))
      return []
    const right = slipsOf(one.value, one.decimals)
      .flatMap((value) => byValue.get(`${one.unit} ${value}`) ?? [])
      .filter((other) => isToldAlike(one, other, weightOf))
      .toSorted((a, b) => Number(a.sentence !== null) - Number(b.sentence !== null))[0]
    if (!right || isDerived(one) || isExplained(one, right)) return []
    if ([one, right].some(({ sentence }) => sentence && OF_BEFORE.test(sentence.text))) return []
    // What the same words tell of so many numbers is a form of words.
    const others = new Set(all.flatMap((other) => (isToldAlike(one, other, weightOf) ? [other.value] : [])))
    return others.size <= MOST_VALUES ? [said(studied, one, right)] : []
  })
}

const MOST_VALUES = 2
/** `Last year, with a population then put at 63,900`: of another time. */
const OF_BEFORE = /\b(?:last year|the year before|a year ago|then (?:put|counted|estimated) at)\b/i

/** Whether a number is the sum or the difference of two others of its sentence. */
function isDerived({ value, sentence, quantity }: Telling): boolean {
  const others = (sentence?.quantities ?? []).filter((one) => one !== quantity && !Number.isNaN(one.value))
  return isOfTwo(
    value,
    others.map((one) => one.value),
  )
}

/** Whether the number is one of a list or is given by counts beside it, or is a part of the other, or the whole of which that is a part. */
function isExplained(one: Telling, right: Telling): boolean {
  const { sentence, quantity, value } = one
  if (!sentence || !quantity) return false
  if (isListed(sentence, quantity)) return true
  if (one.unit === 'percent')
    return (
      isGivenByCounts(sentence, quantity) ||
      (right.sentence !== null &&
        right.quantity !== null &&
        areOfOtherCounts([sentence, quantity], [right.sentence, right.quantity]))
    )
  return [sentence, right.sentence].some(
    (each) => each && (isPartBySaid(each, value, right.value) || isPartBySaid(each, right.value, value)),
  )
}

function said(studied: Studied, one: Telling, right: Telling): Located {
  const sign = one.unit === 'percent' ? '%' : ''
  return located(studied, {
    at: one.at,
    also: right.at,
    place: one.place,
    kind: right.sentence ? 'text-text' : 'text-table',
    message: `The same words tell of ${shown(one.value)}${sign} here and of ${shown(right.value)}${sign} elsewhere (${right.place}).`,
    computation: `${shown(one.value)}${sign} against ${shown(right.value)}${sign}`,
    expected: `${shown(right.value)}${sign}`,
    severity: 'error',
    confidence: 0.8,
  })
}
