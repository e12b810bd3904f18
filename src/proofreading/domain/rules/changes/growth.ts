import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { type Change, changesIn } from '../../words/changes.ts'
import type { Quantity } from '../../words/quantities.ts'
import { type Sentence, withJoined } from '../../words/sentences.ts'

/** Changes that don't match the numbers they are changes of: size, share and direction. */
export const growth: Rule = (studied) => {
  const said = (sentence: Sentence, wrong: Wrong, also: Sentence | null = null): Located =>
    located(studied, { at: sentence, also, place: sentence.passage.place, kind: 'growth', severity: 'error', ...wrong })
  const told = withJoined(studied.sentences).flatMap((sentence) =>
    changesIn(sentence).map((change) => ({
      sentence,
      change,
      wrong: isExplained(sentence, change) ? null : wrongIn(change),
    })),
  )
  const isTold = ({ start, end }: Sentence) =>
    told.some(({ sentence, change }) => change.from && change.to && sentence.start <= start && end <= sentence.end)
  return [
    ...told.flatMap(({ sentence, wrong }) => (wrong ? [said(sentence, wrong)] : [])),
    ...studied.contexts.flatMap((context) =>
      context.flatMap((sentence, index) => {
        const found = isTold(sentence)
          ? null
          : (sinceEarlier(sentence, context.slice(0, index)) ?? sinceThen(sentence, context[index - 1]))
        return found ? [said(sentence, found.wrong, found.also)] : []
      }),
    ),
  ]
}

/** `The rate is 45.5 … 1,100 residents. That is 18.2 lower than (63.6)`: the new number is another of the sentence. */
const isExplained = ({ quantities }: Sentence, { from, to, byCount, direction }: Change): boolean =>
  from !== null &&
  to !== null &&
  byCount !== null &&
  direction !== null &&
  quantities.some(
    (one) =>
      one !== to &&
      Math.abs(one.value - from.value - direction * byCount.value) <= 10 ** -from.decimals * 1.001 &&
      one.decimals === from.decimals,
  )

/** `That is 28 more than the 196 of last year`: the new number is one that the paragraph gave before. */
function sinceEarlier(sentence: Sentence, earlier: readonly Sentence[]): { wrong: Wrong; also: Sentence } | null {
  const changes = changesIn(sentence).filter(
    ({ from, to, byCount, byPercent, times }) => from && !to && (byCount ?? byPercent ?? times),
  )
  const [change] = changes
  if (!change?.from || changes.length > 1 || change.from.isApproximate) return null
  const { from } = change
  const readings = earlier.flatMap((each) =>
    (from.kind === 'percent' ? percentsOf(each, earlier.at(-1)) : countsIn(each))
      .filter(
        (one) => !one.isApproximate && one.value > from.value * LEAST_TIMES && one.value < from.value * MOST_TIMES,
      )
      .map((to) => ({ each, wrong: wrongIn({ ...change, to }) })),
  )
  const [first] = readings
  return first?.wrong && readings.every(({ wrong }) => wrong !== null)
    ? { wrong: { ...first.wrong, confidence: 0.82 }, also: first.each }
    : null
}

/** `In 2021-22 there were 900 reviews. This year's figure is 50 higher, a rise of 5.6%`: the old number is the one of the sentence before. */
function sinceThen(sentence: Sentence, previous: Sentence | undefined): { wrong: Wrong; also: Sentence } | null {
  const [from, other] = previous ? countsIn(previous) : []
  const [change, second] = changesIn(sentence)
  if (!previous || !from || other || !change || second || change.from || change.to || !change.byCount) return null
  if (!/^\W*this (?:year|period)/i.test(sentence.text) || countsIn(sentence).length > 1) return null
  const wrong = wrongIn({ ...change, from })
  return wrong && { wrong: { ...wrong, confidence: 0.82 }, also: previous }
}

/** A percentage may be set beside one of the sentence just before alone. */
const percentsOf = (sentence: Sentence, last: Sentence | undefined): Quantity[] =>
  sentence === last ? sentence.quantities.filter(({ kind }) => kind === 'percent') : []

/** What is further from the old number is another thing's. */
const LEAST_TIMES = 0.45
const MOST_TIMES = 2.3

type Wrong = Pick<Said, 'message' | 'computation' | 'expected' | 'confidence'>

/** No number of a report changes so many times over in a year, but for very small ones. */
const MOST_GROWTH = 30

/** How far a share may be off that is said to be `about`, in points. */
const ABOUT = 2

function wrongIn({
  from,
  to,
  byCount,
  byPercent,
  direction,
  times,
}: ReturnType<typeof changesIn>[number]): Wrong | null {
  // A number so much larger or smaller is of something else: residents beside a rate.
  if (from && to && (to.value > from.value * MOST_GROWTH || from.value > to.value * MOST_GROWTH)) return null
  if (from && to) {
    const change = to.value - from.value
    const range = `from ${from.text} to ${to.text}`
    if (direction !== null && change * direction < 0) {
      const message = `It is said to have ${direction > 0 ? 'risen' : 'fallen'}, and the numbers ${direction > 0 ? 'fall' : 'rise'} ${range}.`
      return {
        message,
        computation: `${shown(to.value)} - ${shown(from.value)} = ${shown(change)}`,
        expected: null,
        confidence: 0.88,
      }
    }
    if (byCount && !byCount.isApproximate && !isSame(byCount.value, Number(Math.abs(change).toFixed(6)))) {
      const computation = `${shown(to.value)} - ${shown(from.value)} = ${shown(change)}`
      return {
        message: `The change ${range} is ${shown(Math.abs(change))}, not ${byCount.text}.`,
        computation,
        expected: shown(Math.abs(change)),
        confidence: 0.9,
      }
    }
    if (byPercent && from.value > 0 && !isShareOf(change, from.value, byPercent, from.kind === 'percent')) {
      const exact = (Math.abs(change) / from.value) * 100
      const expected =
        from.kind === 'percent'
          ? `${shown(Math.abs(change))} percentage points`
          : `${rounded(exact, byPercent.decimals)}%`
      return {
        message: `The change ${range} is ${expected}, not ${byPercent.text}.`,
        computation:
          from.kind === 'percent'
            ? `${shown(to.value)} - ${shown(from.value)} = ${shown(change)}`
            : `${shown(Math.abs(change))} / ${shown(from.value)} = ${rounded(exact, byPercent.decimals + 2)}%`,
        expected,
        confidence: 0.92,
      }
    }
    return times && from.value > 0 ? wrongTimes(times, to.value / from.value, range) : null
  }
  if (from && byCount && byPercent?.kind === 'percent' && from.value > 0) {
    if (byCount.isApproximate || from.isApproximate || isShareOf(byCount.value, from.value, byPercent, false))
      return null
    const exact = (byCount.value / from.value) * 100
    const expected = `${rounded(exact, byPercent.decimals)}%`
    const computation = `${shown(byCount.value)} / ${shown(from.value)} = ${rounded(exact, byPercent.decimals + 2)}%`
    return {
      message: `A change of ${shown(byCount.value)} from ${from.text} is ${expected}, not ${byPercent.text}.`,
      computation,
      expected,
      confidence: 0.88,
    }
  }
  if (to && byCount && byPercent && direction !== null && byPercent.kind === 'percent') {
    const base = to.value - direction * byCount.value
    if (base <= 0 || byCount.isApproximate || to.isApproximate || isShareOf(byCount.value, base, byPercent, false))
      return null
    const exact = (byCount.value / base) * 100
    return {
      message: `${shown(byCount.value)} ${direction > 0 ? 'more' : 'fewer'}, to ${to.text}, is a change of ${rounded(exact, byPercent.decimals)}%, not ${byPercent.text}.`,
      computation: `${shown(byCount.value)} / ${shown(base)} = ${rounded(exact, byPercent.decimals + 2)}%`,
      expected: `${rounded(exact, byPercent.decimals)}%`,
      confidence: 0.88,
    }
  }
  return null
}

/** Whether a share fits a change; between percentages it may be meant in points. */
function isShareOf(change: number, from: number, share: Quantity, isOfPercents: boolean): boolean {
  const room = share.isApproximate ? ABOUT : 0
  const exact = (Math.abs(change) / from) * 100
  const fits = (value: number) => prints(value, share.value, share.decimals) || Math.abs(value - share.value) <= room
  // The difference of two rounded percentages may be one off in its last digit.
  const isNear = Math.abs(Math.abs(change) - share.value) <= 10 ** -share.decimals + 1e-9
  return (fits(exact) && share.kind !== 'points') || (isOfPercents && isNear)
}

function wrongTimes(times: { words: string; least: number; most: number }, exact: number, range: string): Wrong | null {
  if (exact >= times.least && exact <= times.most) return null
  const computation = `${rounded(exact, 2)} times`
  return {
    message: `“${times.words}” does not describe the change ${range}: it is ${computation}.`,
    computation,
    expected: null,
    confidence: 0.85,
  }
}
