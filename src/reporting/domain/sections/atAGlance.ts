import type { Block, KeyFigure, Table } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { type Measure, tellsSomething, valued } from '../measure.ts'
import {
  allOnTimeCohort,
  heading,
  lateText,
  lookedAfterText,
  paragraph,
  sentencesOf,
  sinceDayBefore,
  sinceYearBefore,
} from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { changeText, measureValue, partsText, shareSentence } from '../sentences.ts'
import { cell } from '../tables.ts'
import { FOLLOWED } from '../followed.ts'
import { comparatorTable, targetsText, trendTable } from '../comparisons.ts'

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
  place: 100,
  title: 'At a glance',
  figures: [...KEY_FIGURES, ...FOLLOWED],
  prompt:
    'What the year meant for children: what the service is proud of, what worries it most, and what it asks of the board.',
  write: (year) => [
    { kind: 'key_figures', figures: KEY_FIGURES.flatMap((id) => keyFigure(year, id) ?? []) },
    ...highlights(year),
    ...headed('Over the years', trendTable(year)),
    ...headed('Beside targets and other authorities', comparatorTable(year), paragraph(...targetsText(year))),
  ],
}

const headed = (text: string, table: Table | null, says: readonly Block[] = []): Block[] =>
  table ? [heading(text), ...says, table] : []

function keyFigure(year: ReportYear, id: string): KeyFigure | null {
  const now = valued(year.now, id)
  if (!now || !tellsSomething(now)) return null
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
  const items = [lookedAfter(year), onTime(year), allOnTime(year), participation(year)].flatMap((item) => item || [])
  return items.length === 0 ? [] : [...paragraph('In short:'), { kind: 'list', items }]
}

const REVIEWS = ['review', 'reviews'] as const

function lookedAfter(year: ReportYear): string | null {
  const count = valued(year.now, 'cla.count')
  if (!count) return null
  return sentencesOf(lookedAfterText(count.value, year), sinceDayBefore(year, count))
}

function onTime(year: ReportYear): string | null {
  const measure = valued(year.now, 'reviews.on_time')
  if (!measure) return null
  return sentencesOf(
    shareSentence(measure, REVIEWS, (amount, agree) => `${amount} ${agree('was', 'were')} held on time.`),
    lateText(measure),
    sinceYearBefore(year, measure),
  )
}

function allOnTime(year: ReportYear): string | null {
  const measure = valued(year.now, 'children.reviews_on_time')
  if (!measure) return null
  const ofCohort = shareSentence(
    measure,
    ['child', 'children'],
    (amount) => `${amount} had every review in the year on time.`,
  )
  return ofCohort === '' ? null : sentencesOf(ofCohort, allOnTimeCohort(year), sinceYearBefore(year, measure))
}

function participation(year: ReportYear): string | null {
  const measure = valued(year.now, 'reviews.participated')
  if (!measure) return null
  return sentencesOf(
    shareSentence(measure, REVIEWS, (amount) => `Children aged 4 or over took part in ${amount}.`),
    sinceYearBefore(year, measure),
  )
}
