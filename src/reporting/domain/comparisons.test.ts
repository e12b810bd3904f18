import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import { date } from '../../kernel/dates.ts'
import { comparatorTable, isTargetMet, targetsText, trendTable } from './comparisons.ts'
import type { ReportFacts } from './reportYear.ts'

const facts = frozenFacts()
const ofYear = (held: number) =>
  facts.figures.filter(({ id }) => id === 'reviews.held').map((figure) => ({ ...figure, value: held, breakdown: [] }))
const yearOf = (more: Partial<ReportFacts>, isPublic = false) => shownYear({ ...facts, ...more }, isPublic)
const rowOf = (table: ReturnType<typeof trendTable>, heading: string) =>
  table?.rows.find((row) => row.heading === heading)?.cells.map(({ text }) => text)

describe('the years side by side', () => {
  const figuresEarlier = [ofYear(400), ofYear(3)]
  it('stand oldest first, each under its name', () => {
    const table = trendTable(yearOf({ figuresEarlier }))
    assert.deepEqual(table?.headings, ['Measure', '2019-20', '2020-21', '2021-22', '2022-23'])
    assert.deepEqual(rowOf(table, 'Reviews held in the year')?.slice(0, 2), ['3', '400'])
    assert.deepEqual(rowOf(table, 'Children looked after at the year end')?.slice(0, 2), ['–', '–'])
  })
  it('show no small number of an earlier year to everyone', () => {
    assert.deepEqual(rowOf(trendTable(yearOf({ figuresEarlier }, true)), 'Reviews held in the year')?.slice(0, 2), [
      'c',
      '400',
    ])
  })
  it('are not there for two years, nor for a year that is not over', () => {
    assert.equal(trendTable(yearOf({})), null)
    assert.equal(trendTable(yearOf({ figuresEarlier, asAt: date('2022-11-01') })), null)
  })
})

describe('targets and comparators', () => {
  const comparators = [
    { figure: 'reviews.on_time', group: 'TARGET', value: 98, source: 'Service plan' },
    { figure: 'cla.rate_per_10k', group: 'ENGLAND', value: 71, source: 'DfE' },
    { figure: 'population_0_17', group: 'AUTHORITY', value: 11_840, source: 'ONS' },
    { figure: 'no.such', group: 'TARGET', value: 1, source: 'Nobody' },
  ]
  it('stand beside their figure, with where they come from', () => {
    const table = comparatorTable(yearOf({ comparators }))
    assert.deepEqual(table?.headings, ['Measure', '2022-23', 'Target', 'England'])
    assert.deepEqual(rowOf(table, 'Reviews held within timescale')?.slice(1), ['98.0%', '–'])
    assert.deepEqual(rowOf(table, 'Children looked after for every 10,000 residents aged under 18')?.slice(1), [
      '–',
      '71.0',
    ])
    assert.equal(table.rows.length, 2)
    assert.ok(table.notes.includes('England: DfE.'))
  })
  it('say which targets were met and which were not, by what is better, and nothing of what is hidden', () => {
    const wanted = [
      { figure: 'reviews.on_time', group: 'TARGET', value: 98, source: 'Service plan' },
      { figure: 'cla.three_plus_placements', group: 'TARGET', value: 100, source: 'Service plan' },
      { figure: 'cla.count', group: 'TARGET', value: 60, source: 'Service plan' },
    ]
    assert.deepEqual(targetsText(yearOf({ comparators: wanted })), [
      'Targets met: “Children looked after who had three or more placements in the year”.',
      'Targets not met: “Reviews held within timescale”.',
    ])
    assert.deepEqual(targetsText(yearOf({ comparators: wanted, asAt: date('2022-11-01') })), [])
    const measure = yearOf({}).now.measures.get('reviews.on_time')
    assert.ok(measure)
    assert.equal(isTargetMet({ ...measure, value: 'c' }, 98), null)
  })
  it('are not there where none is known, nor for a year that is not over', () => {
    assert.equal(comparatorTable(yearOf({})), null)
    assert.equal(comparatorTable(yearOf({ comparators, asAt: date('2022-11-01') })), null)
  })
})
