import { plainDecimals } from '../../figures/print.ts'
import { JOINED, type Measure } from './measure.ts'
import type { ReportYear } from './reportYear.ts'
import { countText, numberText, shareSentence } from './sentences.ts'

/** What a group is called to a child, by its key. */
export type PlainLabels = Readonly<Record<string, string>>

export const AGES: PlainLabels = { [JOINED]: 'All other ages' }

export const HOMES: PlainLabels = {
  kinship: 'Foster care with family or friends',
  la_foster: 'Foster care from the council',
  independent_foster: 'Foster care from an agency',
  residential: 'A children’s home or the like',
  supported_lodgings: 'A place with help to live on your own',
  adoption: 'With a family who wants to adopt',
  other: 'Somewhere else',
  [JOINED]: 'The rest together',
}

/** The year alone, without the one before, and with a figure's groups in plain words. */
export function relabelled(year: ReportYear, id: string, words: PlainLabels): ReportYear {
  const measures = new Map(year.now.measures)
  const measure = measures.get(id)
  if (measure) {
    const breakdown = measure.breakdown.map((item) => ({ ...item, label: words[item.key] ?? item.label }))
    measures.set(id, { ...measure, breakdown })
  }
  return { ...year, now: { ...year.now, measures }, before: null }
}

/** A share in a sentence for a child: `447 of 462 reviews (97%)`, and where it is hidden `5 or fewer of 44 reviews`. */
export function plainShare(
  measure: Measure,
  [one, many]: readonly [one: string, many: string],
  sentence: Parameters<typeof shareSentence>[2],
): string {
  const { value, bound, denominator } = measure
  if (value !== 'c' || !bound || typeof denominator !== 'number') {
    const decimals = typeof value === 'number' ? plainDecimals(value) : 0
    return shareSentence({ ...measure, decimals }, [one, many], sentence)
  }
  const exact = (bound.percent * denominator) / 100
  const amount = bound.side === 'more' ? `${numberText(Math.ceil(exact))} or more` : `${numberText(Math.floor(exact))} or fewer` // prettier-ignore
  return sentence(`${amount} of ${countText(denominator, one, many)}`, (_, plural) => plural)
}
