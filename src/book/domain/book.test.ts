import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boroughWorld } from '../../../test/support/borough.ts'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { valueOf } from '../../figures/compute.ts'
import { date } from '../../kernel/dates.ts'
import { allFigures } from '../../main/rooms.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { type Book, writeBook } from './book.ts'
import { bookDocument } from './bookDocument.ts'
import type { WindowId } from './windows.ts'

const lineOf = (book: Book, id: string) => {
  const line = book.lines.find((one) => one.id === id)
  assert.ok(line, id)
  return line
}

describe('a book of March', async () => {
  const world = await boroughWorld()
  const book = writeBook(world, date('2023-03-01'), allFigures.all, [])

  it('says in its year to date what the figures of the year say', () => {
    for (const figure of allFigures.all) {
      const { values } = lineOf(book, figure.id)
      const { value, numerator, breakdown } = valueOf(figure, world)
      const ofYear = values.snapshot ?? values.yearToDate
      assert.deepEqual([ofYear?.value, ofYear?.numerator, ofYear?.breakdown], [value, numerator, breakdown], figure.id)
    }
  })

  it('says of a figure that only divides others no more than how it divides them', () => {
    const document = bookDocument(book, {
      authority: demoAuthority,
      comparators: new Map(),
      madeOn: date('2023-04-03'),
    })
    const tables = document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))) // prettier-ignore
    assert.ok(tables.some(({ caption }) => caption === 'Children looked after by age'))
    const measures = tables
      .filter(({ headings }) => headings[0] === 'Measure')
      .flatMap(({ rows }) => rows.map(({ heading }) => heading))
    assert.ok(measures.includes('Reviews held'))
    assert.ok(!measures.includes('Children looked after by age'))
  })

  it('charts months that add up to the year', () => {
    const charted = book.lines.filter(({ chart }) => chart !== null)
    assert.ok(charted.length > 5)
    for (const { id, chart, values } of charted) {
      const year = chart?.points.slice(-12) ?? []
      const counting = year.reduce((sum, point) => sum + point.counting, 0)
      assert.equal(counting, values.yearToDate?.numerator ?? values.yearToDate?.value, id)
    }
  })
})

it('puts figures under areas in the authority’s own words', () => {
  const world = aWorld([], { asAt: '2023-01-31' })
  const settings = { words: { children: 'our children', child: 'our child' } }
  const areas = writeBook({ ...world, settings }, date('2023-01-01'), allFigures.all, []).lines.map(({ area }) => area)
  assert.ok(areas.includes('Our children'))
  assert.ok(!areas.some((area) => /looked after/.test(area)))
})

describe('over which days a figure of a month counts', () => {
  const child = aChild({
    episodes: ['2021-05-03..2022-06-15 S C2 U6 E4A', '2022-11-20 S C2 U6'],
    reviews: ['2022-05-10', '2022-12-05', '2023-01-09'],
  })
  const coverage = [2021, 2022].map((year) => ({ year, carriesEarlierReviews: true }))
  for (const { month, asAt, expected } of [
    { month: '2022-12-01', asAt: '2022-12-31', expected: { month: 1, yearToDate: 2, rolling: 2 } },
    { month: '2023-01-01', asAt: '2023-01-31', expected: { month: 1, yearToDate: 3, rolling: 3 } },
    { month: '2023-02-01', asAt: '2023-02-28', expected: { month: 0, yearToDate: 3, rolling: 3 } },
    { month: '2022-06-01', asAt: '2022-06-30', expected: { month: 0, yearToDate: 1, rolling: 1 } },
  ]) {
    it(`reviews held, ${month}`, () => {
      const world = aWorld([child], { asAt, coverage })
      const held = lineOf(writeBook(world, date(month), allFigures.all, []), 'reviews.held')
      const ids: WindowId[] = ['month', 'yearToDate', 'rolling']
      assert.deepEqual(Object.fromEntries(ids.map((id) => [id, held.values[id]?.value])), expected)
      assert.equal(held.values.snapshot, undefined)
    })
  }

  it('children are counted on the last day, whatever lies before it', () => {
    for (const [month, asAt, count] of [
      ['2022-05-01', '2022-05-31', 1],
      ['2022-08-01', '2022-08-31', 0],
      ['2022-12-01', '2022-12-31', 1],
    ] as const) {
      const world = aWorld([child], { asAt, coverage })
      const { values, label } = lineOf(writeBook(world, date(month), allFigures.all, []), 'cla.count')
      assert.deepEqual(Object.keys(values), ['snapshot'])
      assert.equal(values.snapshot?.value, count)
      assert.equal(label, 'Children looked after')
    }
  })

  it('twelve months that begin in a year without its return are not known, and the year to date is', () => {
    const world = aWorld([child], { asAt: '2022-12-31', coverage: coverage.slice(1) })
    const { values, chart } = lineOf(writeBook(world, date('2022-12-01'), allFigures.all, []), 'reviews.held')
    assert.deepEqual([values.month?.value, values.yearToDate?.value, values.rolling?.value], [1, 2, null])
    assert.match(values.rolling?.reason ?? '', /No return for 2021-22 is known/)
    assert.ok(chart?.points.every(({ month }) => month.endsWith('2022')))
  })
})
