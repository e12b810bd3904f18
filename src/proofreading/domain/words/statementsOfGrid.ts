import { type Grid, type GridRow, isTotalLabel, isYearLike } from '../grid.ts'
import { yearNamed } from '../near.ts'
import { alike } from '../reportText.ts'
import { type Concepts, conceptsIn } from './concepts.ts'
import { startOf } from './facts.ts'
import { MOST_WORDS, SMALLEST, type Statement, TIMES, keyOf } from './statement.ts'

/** Words of captions and heads that say how a table divides what it counts. */
const DIVIDING =
  /\b(?:tables?\s+[A-Z]?\d*|figure\s+\d+|by|age|ages|gender|sex|ethnic\w*|group|band|legal status|status|types?|reasons?|themes?|stages?|months?|quarters?|numbers?|no\.?|total|totals|count|percentages?|per ?cent|proportion|share|year|years|and|of|where|what|how|why|who|they|were|breakdown|profile|category|compared|performance|indicators?|measures?|outcomes?|main|tasks?|items?|descriptions?|KPIs?|timeliness|activity)\b|[%:.,()-]/gi

/** What the cells of a table say; `reported` is the year of the report. */
export function statementsOfGrid(grid: Grid, reported: number): Statement[] {
  const caption = alike(`${grid.table.caption ?? ''} ${grid.corner}`)
  const captionYear = [...caption.matchAll(/(?:31(?:st)? )?March (?:19|20)\d{2}|(?:19|20)\d{2}\s?[-/]\s?\d{2,4}/gi)]
    .flatMap(([text]) => startOf(text) ?? [])
    .at(0)
  const about = conceptsIn(bare(caption))
  if (OTHERS.test(caption) || OF_OTHERS.test(`${caption} ${grid.table.place}`) || about.narrowed.length > 2) return []
  const old = columnOfYearBefore(grid, reported)
  return grid.rows.flatMap((row) => [
    ...(old === null ? [] : ofYearBefore(grid, row, old, caption, reported)),
    ...row.values.flatMap((value, column): Statement[] => {
      if (!value || (value.unit !== 'count' && value.unit !== 'percent') || value.value < SMALLEST) return []
      if (old !== null && value.cell === row.row.cells[old]) return []
      const head = alike(grid.heads[column] ?? '')
      const isYear = isYearLike(head) || yearNamed(head) !== null
      const ofYear = isYearLike(row.label) ? yearNamed(row.label) : null
      const inHead = isYear ? null : bareYearIn(head)
      const year = ofYear ?? (isYear ? (startOf(head) ?? yearNamed(head)) : (inHead ?? captionYear ?? reported))
      if (year === null || OTHERS.test(head) || OTHERS.test(row.label)) return []
      const unit = /%|per\s?cent|share|proportion/i.test(`${row.label} ${head}`) ? 'percent' : value.unit
      const named = BARE_SHARE.test(head) ? sharedColumn(grid, column) : head
      if (named === null) return []
      const concepts = conceptsOfCell(
        ofYear === null ? row : { ...row, block: '', label: '' },
        isYear ? '' : named.replaceAll(/\b(?:19|20)\d{2}\b/g, ' '),
        caption,
      )
      if (concepts.entity === null || concepts.narrowed.length > MOST_WORDS || (unit === 'percent' && row.isTotal))
        return []
      return [
        {
          key: keyOf(concepts, unit, year),
          concepts,
          unit,
          year,
          value: value.value,
          decimals: value.decimals,
          of: null,
          at: row.row,
          place: grid.table.place,
          sentence: null,
        },
      ]
    }),
  ])
}

const BESIDE = /\b(?:compar(?:ison|ed)|previous year|last year|prior year|year before)\b/i
/** `1175`, `87%`, `Up from 87%`. */
const OF_BEFORE =
  /^\W*(?:(?:up|down|increase[d]?|decrease[d]?|risen|fallen|an? [a-z]+) from )?(\d[\d,]*(?:\.\d+)?)\s?(%?)\W*$/i

/** A column of words and numbers, `Comparison to 22/23`, that says what the rows were in the year before: where it stands. */
function columnOfYearBefore({ table, rows }: Grid, reported: number): number | null {
  const first = rows[0]?.row
  const heads = table.rows.filter((row) => first !== undefined && row.start < first.start)
  const at = heads.at(-1)?.cells.findIndex(({ text }) => {
    const year = /(?:19|20)?\d{2}\s?[-/]\s?\d{2,4}/.exec(alike(text))?.[0]
    return BESIDE.test(text) && (year === undefined || startOf(year) === reported - 1)
  })
  return at === undefined || at < 1 ? null : at
}

function ofYearBefore(grid: Grid, row: GridRow, at: number, caption: string, reported: number): Statement[] {
  const cell = row.row.cells[at]
  const [, digits, sign] = OF_BEFORE.exec(alike(cell?.text ?? '')) ?? []
  if (digits === undefined) return []
  const unit = sign === '%' || /%|per\s?cent/i.test(row.label) ? 'percent' : 'count'
  const concepts = conceptsOfCell(row, '', caption)
  const value = Number(digits.replaceAll(',', ''))
  if (concepts.entity === null || concepts.narrowed.length > MOST_WORDS || value < SMALLEST) return []
  const year = reported - 1
  const decimals = digits.split('.')[1]?.length ?? 0
  return [{ key: keyOf(concepts, unit, year), concepts, unit, year, value, decimals, of: null, at: row.row, place: grid.table.place, sentence: null }] // prettier-ignore
}

const BARE_SHARE = /^\W*(?:%|per ?cent|percentage|share|proportion)\W*$/i

/** `Held`, `In time`, `%`: of several columns of counts, a bare share is of what stands just before it; null where that is no count. */
function sharedColumn({ heads, rows }: Grid, column: number): string | null {
  const isCounts = (at: number) =>
    rows.some(({ values }) => values[at]?.unit === 'count') && !BARE_SHARE.test(heads[at] ?? '')
  const counts = heads.flatMap((_, at) => (isCounts(at) ? [at] : []))
  if (counts.length < 2) return heads[column] ?? ''
  return counts.includes(column - 1) ? alike(heads[column - 1] ?? '') : null
}

/** The year of `Share, 2025`: a bare year is that in which it ends. */
const bareYearIn = (head: string): number | null => {
  const year = /\b((?:19|20)\d{2})\b(?!\s?[-/])/.exec(head)?.[1]
  return year === undefined ? null : Number(year) - 1
}

/** Columns and tables of others, of changes and of parts of a year. */
const OTHERS =
  /\b(?:change|difference|target|england|national\w*|region\w*|neighbours?|average|mean|rate|q[1-4]|per 10|rank|previous|last year|direction|caseload|cumulative|running)\b|\+\/-|£/i

/** Tables of children who are not looked after, or not for that. */
const OF_OTHERS =
  /\b(?:child protection|protection plans?|conferences?|care leavers|private(?:ly)? foster\w*|children in need)\b/i

const BY = /\b(?:by|according to|broken down|split)\b.*$/i

/** A caption without what it divides by: `Disputes by stage at which they were settled`. */
const bare = (text: string): string => {
  const words = withoutTimes(text)
  const counted = words.replace(BY, ' ').replaceAll(DIVIDING, ' ')
  return conceptsIn(counted).entity === null ? words.replaceAll(DIVIDING, ' ') : counted
}
const withoutTimes = (text: string): string => text.replaceAll(TIMES, ' ')

/** Label, head and caption as one: the label's own word for what is counted comes first. */
function conceptsOfCell(row: GridRow, head: string, caption: string): Concepts {
  const label = row.isTotal || isTotalLabel(row.label) ? '' : withoutTimes(alike(`${row.block} ${row.label}`))
  const own = conceptsIn(`${label.replaceAll(/[%()]/g, ' ')} ${bare(head)}`)
  const about = conceptsIn(bare(caption))
  // `Escalations by service`: a row `Children looked after` is of escalations, and of no children.
  const isDivided = BY.test(caption) && about.entity !== null && own.entity !== null && own.entity !== about.entity
  return {
    entity: isDivided ? about.entity : (own.entity ?? about.entity),
    narrowed: [
      ...new Set([...own.narrowed, ...about.narrowed, ...(isDivided ? [`~${label.toLowerCase().trim()}`] : [])]),
    ].toSorted(),
  }
}
