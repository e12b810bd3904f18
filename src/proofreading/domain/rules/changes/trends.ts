import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { gridsNear, namedBy, namesOf, partsOf, yearNamed } from '../../near.ts'
import { shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { startOf } from '../../words/facts.ts'
import { seriesOf } from '../../words/series.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** What is said to have risen or fallen, each year or since the year before, and did not by the table or the series. */
export const trends: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index) => [
      ...checked(studied, sentence, context.slice(0, index)),
      ...ofSeries(studied, sentence, context[index - 1]),
    ]),
  )

/** `2022/23 91%, 2023/24 93%, 2024/25 95%. Performance has improved by four points`: by no two of the series. */
function ofSeries(studied: Studied, sentence: Sentence, previous: Sentence | undefined): Located[] {
  const series = previous ? seriesOf(previous) : []
  const [change, other] = sentence.quantities.filter(({ kind }) => kind === 'points')
  if (!previous || series.length < 3 || !change || other || sentence.quantities.some(({ kind }) => kind === 'percent'))
    return []
  const steps = series.flatMap((one, at) => series.slice(at + 1).map((next) => Math.abs(next.value - one.value)))
  if (steps.some((step) => Math.abs(step - change.value) < 10 ** -change.decimals - 1e-9)) return []
  const [first, last] = [series[0], series.at(-1)]
  if (!first || !last) return []
  const exact = Math.abs(last.value - first.value)
  return [
    located(studied, {
      at: sentence,
      also: previous,
      place: sentence.passage.place,
      kind: 'growth',
      message: `From ${shown(first.value)}% to ${shown(last.value)}% are ${shown(exact)} points, not ${change.text}.`,
      computation: `${shown(last.value)} - ${shown(first.value)} = ${shown(last.value - first.value)}`,
      expected: shown(exact),
      severity: 'error',
      confidence: 0.84,
    }),
  ]
}

const RISING = 'risen|rose|rises?|rising|increas\\w+|grown|grew|growth|gone up|went up|improv\\w+|upward'
const FALLING =
  'fallen|fell|falls?|falling|decreas\\w+|reduc\\w+|declin\\w+|dropp?\\w*|gone down|went down|dipped|downward'
const EACH =
  '(?:each|every) (?:successive )?(?:year|quarter)|in each of the|(?:each|every) of the|in both (?:years|quarters)|year on year|year[- ]on[- ]year|quarter on quarter|in every (?:year|quarter)|(?:two|three|four|five) years running|for the (?:second|third|fourth|fifth) (?:year|time) (?:running|in a row)|throughout the (?:year|period)'
const STEADY = new RegExp(`\\b(?:(${RISING})|(${FALLING}))\\b[^.;]{0,60}?\\b(?:${EACH})`, 'i')
const IN_YEAR = new RegExp(
  `\\b(?:(rose|increased|grew|went up|improved)|(fell|decreased|reduced|declined|dropped|went down|dipped))\\s+(?:again\\s+|slightly\\s+|sharply\\s+)?in\\s+((?:19|20)\\d{2}\\s?[-/]\\s?\\d{2,4})\\b`,
  'i',
)
const THAN_BEFORE =
  /^\W*(?:(more)|(fewer))\s+(?!than\b)[^.;\d]{3,60}?\b(?:than|compared (?:with|to))\s+(?:(?:in|at) )?(?:a year (?:ago|earlier|before)|last year|the (?:previous|prior|last) year|the year before|twelve months (?:ago|before|earlier)|(?:19|20)\d{2}[-/]\d{2,4})/i
const NUMBER_OF = new RegExp(
  `\\b(?:number|proportion|share|percentage|total) of [^.;,\\d]{3,70}?\\b(?:has |have |had )?(?:(rose|risen|increased|grew|grown|gone up|went up)|(fell|fallen|decreased|reduced|declined|dropped|gone down|went down))\\b(?!\\s+(?:from|to|by)\\b)`,
  'i',
)

interface Claim {
  words: string
  isUp: boolean
  /** `each` step of the series, the `last`, or that to the year named. */
  steps: 'each' | 'last' | number
}

function claimIn({ text, passage }: Sentence): Claim | null {
  if (
    passage.kind === 'heading' ||
    /\b(?:national\w*|england|region\w*|neighbours?|will|should|aim|target|expect\w*)\b/i.test(text)
  )
    return null
  const steady = STEADY.exec(text)
  if (steady) return { words: steady[0], isUp: steady[1] !== undefined, steps: 'each' }
  const year = IN_YEAR.exec(text)
  if (year) {
    const start = startOf(year[3] ?? '')
    return start === null ? null : { words: year[0], isUp: year[1] !== undefined, steps: start }
  }
  const than = THAN_BEFORE.exec(text) ?? (/\d/.test(text) ? null : NUMBER_OF.exec(text))
  return than ? { words: than[0], isUp: than[1] !== undefined, steps: 'last' } : null
}

interface Series {
  name: string
  points: readonly { label: string; start: number | null; value: number }[]
  also: { start: number; end: number } | null
  place: string
}

function checked(studied: Studied, sentence: Sentence, earlier: readonly Sentence[]): Located[] {
  const claim = claimIn(sentence)
  if (!claim) return []
  const told = [...earlier.slice(-1), sentence].flatMap((each) => {
    const points = seriesOf(each).map(({ label, value }) => ({ label, start: startOf(label), value }))
    return points.length > 0 ? [{ name: 'the series', points, also: each === sentence ? null : each, place: '' }] : []
  })
  const listed = listedIn(sentence)
  const given: readonly Series[] = listed ? [...told, listed] : told
  const all = claim.steps === 'each' && given.length > 0 ? given : ofTables(studied, sentence, claim)
  const readings = all.flatMap((series) => {
    const steps = stepsOf(series, claim, studied.period?.startYear ?? null)
    return steps.length > 0 ? [{ series, steps }] : []
  })
  const [reading] = readings
  if (!reading || readings.some(({ steps }) => steps.every((step) => fits(step, claim)))) return []
  const wrong = reading.steps.find((step) => !fits(step, claim))
  if (!wrong) return []
  const { series } = reading
  return [
    located(studied, {
      at: sentence,
      also: series.also,
      place: sentence.passage.place,
      kind: series.place === '' ? 'text-text' : 'text-table',
      message: `“${claim.words}”: ${series.name} went from ${shown(wrong.from)} to ${shown(wrong.to)}${series.place === '' ? '' : ` in ${series.place}`}.`,
      computation: series.points.map(({ label, value }) => `${label}: ${shown(value)}`).join('; '),
      expected: null,
      severity: 'error',
      confidence: 0.84,
    }),
  ]
}

/** `… has grown in both years: 66, 70, 72.` */
function listedIn({ text }: Sentence): Series | null {
  const list = /:\s*((?:\d[\d,.]*%?(?:,| and|, and)\s+){2,}\d[\d.]*%?)\W*$/.exec(text)?.[1]
  const values = list?.split(/,\s|\band\b/).map((number) => Number(number.replaceAll(/[,%\s]/g, '')))
  return values && values.every((value) => Number.isFinite(value))
    ? {
        name: 'the series',
        points: values.map((value, at) => ({ label: String(at + 1), start: null, value })),
        also: null,
        place: '',
      }
    : null
}

interface Step {
  from: number
  to: number
}

const fits = ({ from, to }: Step, { isUp }: Claim): boolean => (isUp ? to > from : to < from)

function stepsOf({ points }: Series, { steps }: Claim, reported: number | null): Step[] {
  const all = points
    .slice(1)
    .map((point, at) => ({ from: points[at]?.value ?? NaN, to: point.value, start: point.start }))
  if (steps === 'each') return all.length >= 2 ? all : []
  const to = steps === 'last' ? reported : steps
  return all.filter(({ start }) => start === to)
}

/** The series of the tables near: of the row or column that the words name, else of the total, or of the only one there is. */
function ofTables(studied: Studied, sentence: Sentence, { steps, words }: Claim): Series[] {
  const grids = gridsNear(studied, sentence)
  const namedIn = (text: string) =>
    grids.flatMap((grid) => {
      const found = namedBy(tokensIn(text), partsOf(grid), (row) => namesOf(grid, row))
      return found.length === 1 ? found.flatMap(({ one }) => acrossRow(grid, grid.rows.indexOf(one))) : []
    })
  const ahead = sentence.text.slice(0, sentence.text.indexOf(words) + words.length)
  const clause = ahead.split(/[;,]\s|\band\b/).at(-1) ?? ''
  const own = namedIn(clause)
  const named = own.length > 0 ? own : namedIn(sentence.text)
  // `The use of agencies fell in 2024-25`: of no row of the table.
  const isOfAll =
    /^\W*(?:it|this|that|numbers|the (?:number|total|figure|rate)s?)\b|\b(?:in all|overall|altogether)\b/i.test(clause)
  if (named.length > 0 || steps === 'last' || (steps !== 'each' && !isOfAll)) return named
  return grids.flatMap((grid) => {
    const whole = grid.rows.length === 1 ? 0 : grid.rows.findIndex(({ isTotal }) => isTotal)
    return [...acrossRow(grid, whole), ...downColumns(grid)]
  })
}

function acrossRow(grid: Grid, index: number): Series[] {
  const row = grid.rows[index]
  if (!row) return []
  const units = new Set(row.values.flatMap((value) => (value ? [value.unit] : [])))
  const points = grid.heads.flatMap((label, at) => {
    const start = yearNamed(label)
    const value = row.values[at]
    return value && start !== null ? [{ label, start, value: value.value }] : []
  })
  return points.length >= 2 && units.size === 1
    ? [inOrder({ name: row.label || 'the row', points, also: row.row, place: grid.table.place })]
    : []
}

function downColumns(grid: Grid): Series[] {
  const rows = grid.rows.flatMap((row) => {
    const start = yearNamed(row.label)
    return start === null ? [] : [{ row, start }]
  })
  if (rows.length < 3 || rows.length < grid.rows.length) return []
  return grid.heads.flatMap((head, at) => {
    const points = rows.flatMap(({ row, start }) =>
      row.values[at] ? [{ label: row.label, start, value: row.values[at].value }] : [],
    )
    return points.length === rows.length && !/change|difference/i.test(head)
      ? [inOrder({ name: head, points, also: rows[0]?.row.row ?? null, place: grid.table.place })]
      : []
  })
}

const inOrder = (series: Series): Series => ({
  ...series,
  points: series.points.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)),
})
