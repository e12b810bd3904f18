import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { startOf } from '../../words/facts.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `On 31 March 2022 there were 182 children. A breakdown is in Table A`, whose caption says `as of 31 March 2023`. */
export const datesOfTables: Rule = (studied) => {
  const captions = captionsOf(studied)
  return studied.contexts.flatMap((context) =>
    context.flatMap((sentence, at): Located[] => {
      const label = BREAKDOWN.exec(sentence.text)?.slice(1).find(Boolean)
      const previous = context[at - 1]
      const told = label === undefined ? null : (dayIn(sentence) ?? (previous && !timesIn(sentence) ? dayIn(previous) : null))
      const caption = label === undefined ? undefined : captions.get(label.toUpperCase())
      if (!told || !caption || caption.year === told.year) return []
      return [
        located(studied, {
          at: told.sentence,
          also: caption.at,
          place: sentence.passage.place,
          kind: 'date',
          message: `The number is of March ${told.year + 1} here, and table ${label ?? ''} breaks it down as of March ${caption.year + 1}.`,
          severity: 'warning',
          confidence: 0.82,
        }),
      ]
    }),
  )
} // prettier-ignore

const BREAKDOWN =
  /\b(?:breakdown|broken down|divided|split)\b[^.;]{0,70}\btable ([A-Z]\d?|\d{1,2})\b|\btable ([A-Z]\d?|\d{1,2})\b[^.;]{0,40}\b(?:breakdown|breaks? (?:this|these|them|it) down|divides)\b/i
const DAY = /\b31(?:st)?(?: of)? March ((?:19|20)\d{2})\b/gi

const timesIn = ({ quantities }: Sentence): boolean =>
  quantities.some(({ kind }) => kind === 'date' || kind === 'period' || kind === 'year')

/** The one day that a sentence tells a number of. */
function dayIn(sentence: Sentence): { sentence: Sentence; year: number } | null {
  const times = sentence.quantities.filter(({ kind }) => kind === 'date' || kind === 'period' || kind === 'year')
  const [time] = times
  const year = time && times.length === 1 && time.text.search(DAY) !== -1 ? startOf(time.text.replace(/(?<=31)st(?: of)?/i, '')) : null
  const isOfCount = sentence.quantities.some(({ kind }) => kind === 'count')
  return year === null || !isOfCount ? null : { sentence, year }
} // prettier-ignore

/** The year of the one day that a caption names, by the label of its table. */
function captionsOf(studied: Studied): Map<string, { year: number; at: { start: number; end: number } }> {
  const found = new Map<string, { year: number; at: { start: number; end: number } }>()
  const add = (text: string, at: { start: number; end: number }) => {
    const label = /^\W*table ([A-Z]\d?|\d{1,2})\b/i.exec(text)?.[1]
    const days = [...text.matchAll(DAY)]
    const isPlain = days.length === 1 && !/(?:19|20)\d{2}\s?[-/]|\b(?:to|and|from) 31/i.test(text)
    if (label !== undefined && isPlain && text.length < LONGEST && !found.has(label.toUpperCase()))
      found.set(label.toUpperCase(), { year: Number(days[0]?.[1]) - 1, at })
  }
  for (const { text, start, end } of studied.passages) add(text, { start, end })
  for (const table of studied.tables) add(table.caption ?? '', table.rows[0] ?? table)
  return found
} // prettier-ignore
const LONGEST = 160
