import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after, before, countsIn } from '../../words/around.ts'
import { factsOf, startOf } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { ratesInTables } from '../../ratesInTables.ts'

/** Rates per 10,000 that don't follow from the children and the population that are given. */
export const rates: Rule = (studied) => [...inSentences(studied), ...ratesInTables(studied)]

function inSentences(studied: Studied): Located[] {
  return studied.contexts.flatMap((context) => {
    const populations = context.flatMap((sentence) => populationsIn(sentence))
    const children = childrenIn(studied, context)
    return context.flatMap((sentence): Located[] => {
      const rate = isOfOtherYear(studied, sentence) ? null : rateIn(sentence)
      const [population] = [...populationsIn(sentence), ...populations]
      if (!rate || population === undefined || children.length === 0) return []
      if (populations.some((one) => children.some((count) => fits(rate, count, one)))) return []
      const [count = 0] = children
      const exact = (count / population) * 10_000
      if (exact > rate.value * 5 || exact < rate.value / 5) return []
      return [
        located(studied, {
          at: sentence,
          place: sentence.passage.place,
          kind: 'rate-count',
          message: `${shown(count)} children in a population of ${shown(population)} are ${rounded(exact, rate.decimals)} per 10,000, not ${shown(rate.value)}.`,
          computation: `${shown(count)} / ${shown(population)} x 10,000 = ${rounded(exact, rate.decimals + 2)}`,
          expected: rounded(exact, rate.decimals),
          severity: 'error',
          confidence: 0.85,
        }),
      ]
    })
  })
}

/** Whether all the years that a sentence names are others than the report's. */
function isOfOtherYear({ period }: Studied, { quantities }: Sentence): boolean {
  const years = quantities.flatMap(({ kind, text }) =>
    kind === 'date' || kind === 'period' || kind === 'year' ? (startOf(text) ?? []) : [],
  )
  return years.length > 0 && years.every((year) => year !== period?.startYear)
}

const fits = (rate: Quantity, count: number, population: number): boolean =>
  prints((count / population) * 10_000, rate.value, rate.decimals)

function populationsIn(sentence: Sentence): number[] {
  const found = countsIn(sentence).filter(
    (count) =>
      count.value >= 1000 &&
      !/\bper\s*$/i.test(before(sentence, count, false)) &&
      !count.isApproximate &&
      (isInBracketAfterRate(sentence, count) ||
        /\bpopulation\b[^.;]{0,60}$/i.test(before(sentence, count, false)) ||
        isBesideRate(sentence, count) ||
        /^\s*(?:children|young people|residents|under[- ]18s?|people)?[^.;]{0,30}\bpopulation\b|^\s*(?:children (?:and young people )?(?:aged|under|living|resident)|residents (?:aged )?under|under[- ]18s)/i.test(
          after(sentence, count, false),
        )),
  )
  return found.map(({ value }) => value)
}

/** `69 per 10,000 (87 of 12,600 children)`, `57.6, based on 81,700 children`. */
const isBesideRate = (sentence: Sentence, count: Quantity): boolean =>
  count.value !== 10_000 &&
  count.value >= 2_000 &&
  /\bper (?:10,000|10k)\b/i.test(sentence.text) &&
  /\b(?:based on|of|in|among|from)\s+(?:a |our |the |about )*$/i.test(before(sentence, count, false)) &&
  /^\s*(?:children|under[- ]18s|young people|residents)\b/i.test(after(sentence, count, false))

/** `The rate per 10,000 is 82 (there are 41,200 children in the town)`. */
const isInBracketAfterRate = (sentence: Sentence, count: Quantity): boolean =>
  count.value !== 10_000 &&
  count.value >= 2_000 &&
  /\brate\b[^.;]*\bper (?:10,000|10k)\b/i.test(sentence.text) &&
  /\((?:[a-z]+\s+){0,3}$/i.test(before(sentence, count)) &&
  /^\s*(?:children|under[- ]18s|young people|residents)\b/i.test(after(sentence, count, false))

/** A rate per 10,000 of children looked after, not of a neighbour or of another year. */
function rateIn(sentence: Sentence): Quantity | null {
  const isElsewhere = (one: Quantity) =>
    /\b(?:compared|national\w*|region\w*|england|neighbours?|from|than|last year|previous|started|ceased)\b[^,;]*$/i.test(
      before(sentence, one),
    )
  return (
    sentence.quantities.find((one) => one.kind === 'rate' && !isElsewhere(one)) ??
    (/\brate\b[^.;]*\bper (?:10,000|10k)\b/i.test(sentence.text)
      ? (sentence.quantities.find(
          (one) =>
            one.kind === 'count' &&
            one.value !== 10_000 &&
            /(?:\b(?:was|is|of|at|rose to|fell to|increased to|decreased to)|:)\s*$/i.test(before(sentence, one)) &&
            one.value < 500 &&
            !isElsewhere(one),
        ) ?? null)
      : null)
  )
}

/** How many children it may be a rate of: those of the paragraph, else those looked after at the year end. */
function childrenIn(studied: Studied, context: readonly Sentence[]): number[] {
  const own = context.flatMap((sentence) =>
    countsIn(sentence).flatMap((count) =>
      /^\s*(?:children|looked after|CLA|LAC|cared for|young)/i.test(after(sentence, count)) &&
      count.value < 10_000 &&
      !/\bpopulation\b|\b(?:became|started|starting|ceased|came|left|entered)\b/i.test(after(sentence, count))
        ? [count.value]
        : [],
    ),
  )
  const known = factsOf(studied).flatMap(({ measure, value }) =>
    measure === 'children looked after at the year end' ? [value] : [],
  )
  return [...known, ...own]
}
