import type { Located } from '../../finding.ts'
import { prints, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { type Fact, factsOf } from '../../words/facts.ts'

/** `81% (1,240) were asked`, where 1,240 are all reviews there were: a part as large as its whole. */
export const partsAreWhole: Rule = (studied) => {
  const wholes = factsOf(studied).filter(
    ({ measure, value }) => WHOLES.has(measure) && value >= LEAST && Number.isInteger(value),
  )
  if (wholes.length === 0) return []
  return studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const { text, start, quantities } = sentence
    return quantities.flatMap((share, at): Located[] => {
      const count = quantities[at + 1]
      if (share.kind !== 'percent' || count?.kind !== 'count' || share.value >= ALL || share.value <= 0) return []
      const isPair = /^\s*\(\s*$/.test(text.slice(share.end - start, count.start - start)) && /^\s*(?:[a-z]+\s*)?\)/i.test(text.slice(count.end - start))
      const whole = isPair ? wholes.find(({ value, at: own }) => value === count.value && own.start !== start) : undefined
      return whole && !hasBase(studied, count.value, share.value, share.decimals) ? [said(studied, { at: sentence, whole, share: share.text, count: count.value, place: sentence.passage.place })] : []
    })
  })
} // prettier-ignore

/** Whether the report prints a number of which the count is that share. */
const hasBase = ({ sentences, grids }: Studied, count: number, share: number, decimals: number): boolean =>
  [
    ...sentences.flatMap(countsIn).map(({ value }) => value),
    ...grids.flatMap(({ rows }) => rows.flatMap(({ values }) => values.flatMap((cell) => cell?.value ?? []))),
  ].some((base) => base > count && prints((count / base) * 100, share, decimals))

/** Other numbers are what a whole is by chance. */
const LEAST = 50
/** What is rounded may be all of them. */
const ALL = 99

const WHOLES: ReadonlyMap<string, string> = new Map([
  ['reviews held', 'reviews'],
  ['children looked after at the year end', 'children in care'],
  ['pathway plan reviews', 'pathway plan reviews'],
])

interface Wrong {
  at: { start: number; end: number }
  whole: Fact
  share: string
  count: number
  place: string
}

const said = (studied: Studied, { at, whole, share, count, place }: Wrong): Located =>
  located(studied, {
    at,
    also: whole.at,
    place,
    kind: 'percentage',
    message: `${shown(count)} is said to be ${share}, and is the number of all ${WHOLES.get(whole.measure) ?? whole.measure} (${whole.place}).`,
    computation: `${shown(count)} of ${shown(whole.value)} = 100%`,
    expected: null,
    severity: 'error',
    confidence: 0.82,
  })
