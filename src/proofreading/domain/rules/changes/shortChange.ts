import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { justBefore } from '../shares/percentageBases.ts'

/** `36 in 2023-24. In 2024-25 it was 63.` and below it `Up by 85%`: a change told by itself, which no two numbers just above it give. */
export const shortChange: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const { text } = sentence
      const match = text.length < LONGEST && sentence.passage.kind !== 'heading' ? CHANGE.exec(text) : null
      const [by, other] = sentence.quantities.filter(({ kind }) => kind !== 'period' && kind !== 'year')
      if (!match || !by || other || by.kind !== 'percent' || by.isApproximate) return []
      const ahead = [...justBefore(studied, context, BEFORE), ...context.slice(0, index)].slice(-BEFORE)
      const values = [...new Set(ahead.flatMap(countsIn).filter(({ isApproximate, value }) => !isApproximate && value >= LEAST).map(({ value }) => value))]
      if (values.length < 2 || values.length > MOST || ahead.some(({ text: words }) => OTHERWISE.test(words))) return []
      const isUp = match[1] !== undefined
      const pairs = values.flatMap((from) => values.flatMap((to) => (to !== from && to > from === isUp ? [{ from, to }] : [])))
      const shareOf = ({ from, to }: { from: number; to: number }) => (Math.abs(to - from) / from) * 100
      const changes = values.flatMap((change) => values.map((from) => (change / from) * 100))
      const isRight = [...pairs.map(shareOf), ...changes].some((share) => prints(share, by.value, by.decimals))
      const [pair] = pairs.toSorted((a, b) => Math.abs(shareOf(a) - by.value) - Math.abs(shareOf(b) - by.value))
      if (isRight || !pair || Math.abs(shareOf(pair) - by.value) > FAR) return []
      const exact = `${rounded(shareOf(pair), by.decimals)}%`
      return [
        located(studied, {
          at: sentence,
          also: ahead.at(-1) ?? null,
          place: sentence.passage.place,
          kind: 'growth',
          message: `From ${shown(pair.from)} to ${shown(pair.to)} is ${exact}, not ${by.text}.`,
          computation: `${shown(Math.abs(pair.to - pair.from))} / ${shown(pair.from)} = ${rounded(shareOf(pair), by.decimals + 2)}%`,
          expected: exact,
          severity: 'error',
          confidence: 0.82,
        }),
      ]
    }),
  ) // prettier-ignore

const LONGEST = 60
const BEFORE = 3
const LEAST = 10
const MOST = 3
const FAR = 25
const CHANGE =
  /^\W*(?:[A-Za-z -]{3,25}[:,]\s+)?(?:that is |this is |so )?(?:(up|an? (?:rise|increase|growth) of)|(down|an? (?:fall|decrease|drop) of))\s+(?:by )?\d[\d.]*\s?(?:%|per cent)/i
const OTHERWISE = /\b(?:target|national\w*|england|average|per 10,000|£)\b/i
