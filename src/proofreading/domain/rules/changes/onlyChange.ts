import type { Located } from '../../finding.ts'
import type { Grid, GridRow } from '../../grid.ts'
import { gridsNear, lastTwoYears, looselyNamed, partsOf, yearNamed } from '../../near.ts'
import { shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `Only kinship fostering and placements with parents fell`, `The only fall was in 2021`, where the table says otherwise. */
export const onlyChange: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const grids = gridsNear(studied, sentence)
    const readings = [
      ...grids.flatMap((grid) => ofRows(grid, sentence)),
      ...grids.flatMap((grid) => ofYears(grid, sentence)),
    ]
    const [reading] = readings
    if (!reading || readings.some(({ isRight }) => isRight)) return []
    return [located(studied, { ...reading.said, at: sentence, place: sentence.passage.place })]
  })

interface Reading {
  isRight: boolean
  said: Omit<Said, 'at' | 'place'>
}

const FELL = /f[ae]ll|decreas|declin|reduc|drop/i
const ONLY_ROWS =
  /\b[Oo]nly ((?:[\w'-]+[ ,]+){1,9}?)(?:has |have )?(fell|rose|fallen|risen|decreased|increased|declined|dropped|reduced|grew|grown)\b/
const ONLY_YEAR =
  /\b[Tt]he only (fall|rise|increase|decrease|reduction|drop|decline) was in ((?:19|20)\d{2}(?:[-/]\d{2,4})?)/

function ofRows(grid: Grid, { text }: Sentence): Reading[] {
  const [, names = '', verb = ''] = ONLY_ROWS.exec(text) ?? []
  const columns = lastTwoYears(grid)
  const rows = partsOf(grid)
  if (names === '' || !columns || rows.length < 2) return []
  const named = new Set(
    looselyNamed(names, rows, ({ label }) => label.replace(/\bcarers?\b/i, '')).map(({ one }) => one),
  )
  if (named.size !== names.split(/\band\b|,/).filter((one) => one.trim() !== '').length) return []
  const sign = FELL.test(verb) ? -1 : 1
  const changed = rows.filter((row) => changeOf(row, columns) * sign > 0)
  const wrong = [...named].filter((row) => !changed.includes(row))
  const missed = changed.filter((row) => !named.has(row))
  const list = [...wrong, ...missed].map(
    (row) => `${row.label}: ${columns.map((at) => shown(row.values[at]?.value ?? NaN)).join(' to ')}`,
  )
  return [
    {
      isRight: wrong.length === 0 && missed.length === 0,
      said: {
        also: [...wrong, ...missed][0]?.row ?? null,
        kind: 'text-table',
        message: `These are not the only ones that ${verb} in ${grid.table.place}.`,
        computation: list.slice(0, 4).join('; '),
        expected: null,
        severity: 'error',
        confidence: 0.84,
      },
    },
  ]
}

const changeOf = ({ values }: GridRow, [from, to]: readonly [number, number]): number =>
  (values[to]?.value ?? NaN) - (values[from]?.value ?? NaN)

function ofYears(grid: Grid, { text }: Sentence): Reading[] {
  const [, what = '', year = ''] = ONLY_YEAR.exec(text) ?? []
  const own = yearNamed(year)
  const years = grid.heads.map(yearNamed)
  const row = grid.rows.find(({ values, isTotal }) => isTotal || values.every((value) => value?.unit === 'count'))
  if (own === null || !row || years.length < 3 || years.includes(null) || !years.includes(own)) return []
  const sign = FELL.test(what) ? -1 : 1
  const changed = years.filter((_, at) => at > 0 && changeOf(row, [at - 1, at]) * sign > 0)
  return [
    {
      isRight: changed.length === 1 && changed[0] === own,
      said: {
        also: row.row,
        kind: 'text-table',
        message: `The ${what} of “${row.label}” in ${grid.table.place} was not in ${year} alone.`,
        computation: row.values.map((value) => shown(value?.value ?? NaN)).join(', '),
        expected: null,
        severity: 'error',
        confidence: 0.86,
      },
    },
  ]
}
