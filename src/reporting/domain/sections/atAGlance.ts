import type { Block, KeyFigure } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { type Measure, rest, valued } from '../measure.ts'
import { childrenLookedAfter, paragraph, sinceDayBefore, sinceYearBefore, snapshotDay } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, changeText, measureValue, numberText, partsText, percentageText } from '../sentences.ts'
import { cell } from '../tables.ts'

const KEY_FIGURES = [
  'cla.count',
  'cla.started',
  'cla.ceased',
  'reviews.on_time',
  'children.reviews_on_time',
  'reviews.participated',
  'reviews.attended',
  'cla.three_plus_placements',
  'cla.same_placement_2y',
]

export const atAGlance: Section = {
  id: 'at_a_glance',
  title: 'At a glance',
  figures: [],
  prompt:
    'What the year meant for children: what the service is proud of, what worries it most, and what it asks of the board.',
  write: (year) => [
    { kind: 'key_figures', figures: KEY_FIGURES.flatMap((id) => keyFigure(year, id) ?? []) },
    ...highlights(year),
  ],
}

function keyFigure(year: ReportYear, id: string): KeyFigure | null {
  const now = valued(year.now, id)
  if (!now) return null
  return {
    label: now.label,
    value: cell(year.now, now, 'value', measureValue(now)),
    parts: now.unit === 'percent' ? partsText(now) : '',
    comparison: comparison(year, now),
  }
}

function comparison(year: ReportYear, now: Measure): string {
  const before = valued(year.before, now.id)
  if (!before || !year.before) return ''
  const change = changeText(now, before)
  const then = `${year.before.span}: ${measureValue(before)}`
  return change === null ? then : `${then} (${change})`
}

function highlights(year: ReportYear): Block[] {
  const items = [lookedAfter(year), onTime(year), allOnTime(year), participation(year)].flatMap((item) => item ?? [])
  return items.length === 0 ? [] : [...paragraph('In short:'), { kind: 'list', items }]
}

function lookedAfter(year: ReportYear): string | null {
  const count = valued(year.now, 'cla.count')
  if (!count) return null
  return `${agreeing(count.value, 'There was', 'There were')} ${childrenLookedAfter(count.value, year)} on ${snapshotDay(year.now)}. ${sinceDayBefore(year, count)}`
}

function onTime(year: ReportYear): string | null {
  const measure = valued(year.now, 'reviews.on_time')
  if (!measure) return null
  return `${percentageText(measure, 'review')} ${agreeing(measure.numerator ?? 0, 'was', 'were')} held on time, ${numberText(rest(measure))} ${agreeing(rest(measure), 'was', 'were')} late. ${sinceYearBefore(year, measure)}`
}

function allOnTime(year: ReportYear): string | null {
  const measure = valued(year.now, 'children.reviews_on_time')
  if (!measure) return null
  return `${percentageText(measure, 'child', 'children')} had every review in the year on time. ${sinceYearBefore(year, measure)}`
}

function participation(year: ReportYear): string | null {
  const measure = valued(year.now, 'reviews.participated')
  if (!measure) return null
  return `Children aged 4 or over took part in ${percentageText(measure, 'review')}. ${sinceYearBefore(year, measure)}`
}
