import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { frozenFacts } from '../../../../test/support/reportFacts.ts'
import { solver } from '../../../../test/support/shownYear.ts'
import type { FigureValue } from '../../../figures/figure.ts'
import { allFigures } from '../../../main/rooms.ts'
import type { Measure } from '../measure.ts'
import { narrowedCells } from './attack.ts'
import { cellsOfYear } from './cells.ts'
import { forPublication } from './publish.ts'
import { relations } from './relations.ts'
import { HEADS } from './rules.ts'
import { hidingOf, searchCells } from './search.ts'
import type { Solver } from './solver.ts'

const shell = frozenFacts().figures[0]
assert.ok(shell)
const count = (id: string, breakdown: Readonly<Record<string, number>>): FigureValue => ({
  ...shell,
  id,
  value: Object.values(breakdown).reduce((sum, value) => sum + value, 0),
  breakdown: Object.entries(breakdown).map(([key, value]) => ({ key, label: key, value })),
})
const total = (id: string, value: number): FigureValue => ({ ...shell, id, value, breakdown: [] })
const percent = (id: string, numerator: number, denominator: number): FigureValue => ({
  ...shell,
  id,
  unit: 'percent',
  numerator,
  denominator,
  value: (100 * numerator) / denominator,
  breakdown: [],
})
const publishedYears = (...years: FigureValue[][]): Measure[][] =>
  forPublication(
    years,
    years.map((values) => hidingOf(values, solver)),
  )
const published = (...values: FigureValue[]): Measure[] => publishedYears(values)[0] ?? []
const keysOf = (measure: Measure | undefined) => measure?.breakdown.map(({ key, value }) => `${key} ${value}`)

describe('the fewest numbers are hidden', () => {
  it('small rows are joined, and their sum is told', () => {
    const [ages] = published(count('x', { young: 3, middle: 20, old: 4 }))
    assert.deepEqual(keysOf(ages), ['middle 20', 'joined 7'])
    assert.deepEqual(
      ages?.breakdown.at(-1)?.of?.map(({ key }) => key),
      ['young', 'old'],
    )
    assert.equal(ages.value, 27)
  })
  it('a small row takes the smallest with it that protects, since the whole gives it away', () => {
    const [ages] = published(count('x', { young: 3, middle: 20, old: 12, older: 30 }))
    assert.deepEqual(keysOf(ages), ['middle 20', 'older 30', 'joined 15'])
  })
  it('two small rows take a third where they are a small count together', () => {
    const [ages] = published(count('x', { young: 1, middle: 20, old: 2, oldest: 9 }))
    assert.deepEqual(keysOf(ages), ['middle 20', 'joined 12'])
  })
  it('0 may be shown, and protects nothing by itself', () => {
    assert.deepEqual(keysOf(published(count('x', { young: 0, middle: 20, old: 40 }))[0]), [
      'young 0',
      'middle 20',
      'old 40',
    ])
    assert.deepEqual(keysOf(published(count('x', { young: 0, middle: 3, old: 40, older: 50 }))[0]), [
      'young 0',
      'older 50',
      'joined 43',
    ])
  })
  it('a percentage that leaves out few gives them away, so a bound stands in its place', () => {
    const [onTime, few] = published(percent('reviews.on_time', 184, 188), percent('y', 3, 41))
    assert.deepEqual([onTime?.value, onTime?.numerator, onTime?.denominator], ['c', 'c', 188])
    assert.deepEqual(onTime?.bound, { side: 'more', percent: 97 })
    assert.deepEqual([few?.value, few?.bound], ['c', { side: 'less', percent: 13 }])
    assert.equal(published(percent('y', 18, 19))[0]?.bound, undefined)
  })
  it('a percentage of fewer than 10 is hidden even where no count is small; one of enough stays', () => {
    const [few, enough] = published(percent('x', 9, 9), percent('y', 60, 100))
    assert.deepEqual([few?.value, few?.numerator], ['c', 'c'])
    assert.equal(enough?.value, 60)
  })
  it('a number counted again by another figure is hidden there as well', () => {
    const [late, onTime] = published(total('reviews.late', 4), percent('reviews.on_time', 184, 188))
    assert.equal(late?.value, 'c')
    assert.equal(onTime?.value, 'c')
  })
  it('one row hidden among the kinds of a group takes one of the other table too, not the tables', () => {
    const [placements, groups] = published(
      count('cla.by_placement', { R1: 3, K2: 9, U4: 20, U1: 8 }),
      count('cla.by_placement_group', { kinship: 8, la_foster: 20, residential: 12 }),
    )
    assert.deepEqual(keysOf(placements), ['U4 20', 'U1 8', 'joined 12'])
    assert.deepEqual(keysOf(groups), ['kinship 8', 'la_foster 20', 'residential 12'])
  })
  it('a bound that would tell with others how many few are is left out', () => {
    const bounds = published(
      percent('reviews.on_time', 184, 188),
      percent('reviews.first_on_time', 40, 41),
      percent('reviews.second_on_time', 34, 35),
      percent('reviews.later_on_time', 110, 112),
    ).map(({ id, bound }) => [id, bound !== undefined])
    assert.equal(bounds.find(([id]) => id === 'reviews.on_time')?.[1], true)
  })
  it('what ties years together is hidden for its own value alone', () => {
    const [start, started, ceased, end, reasons] = published(
      total('cla.count_at_start', 64),
      total('cla.started_periods', 4),
      total('cla.ceased_periods', 38),
      total('cla.count', 30),
      count('cla.ceased_by_reason', { E4A: 18, E5: 12, E8: 8 }),
    )
    assert.deepEqual([start?.value, end?.value], [64, 30])
    assert.deepEqual([started?.value, ceased?.value], ['c', 'c'])
    // All but one of the reasons may still be read.
    assert.equal(keysOf(reasons)?.filter((key) => key.endsWith(' c')).length, 1)
  })
  it('those who sent their views are not told by the two shares of reviews', () => {
    const [attended, participated, codes] = published(
      percent('reviews.attended', 149, 167),
      percent('reviews.participated', 150, 167),
      count('reviews.by_participation', { PN0: 21, PN1: 140, PN2: 9, PN5: 1, PN7: 17 }),
    )
    assert.deepEqual([attended?.numerator, participated?.numerator], ['c', 150])
    assert.equal(
      codes?.breakdown.some(({ key }) => key === 'PN5'),
      false,
    )
  })
  it('shows how many officers there are, and nothing of their years', () => {
    const [headcount, ...others] = published(total('iros.headcount', 4), count('iros.by_years_as_iro', { '0-4': 4 }))
    assert.equal(headcount?.value, 4)
    assert.deepEqual(others, [])
  })
  it('does not divide a small group, nor say that all of a group are alike', () => {
    assert.deepEqual(keysOf(published(count('x', { a: 3, b: 6 }))[0]), [])
    assert.deepEqual(keysOf(published(count('health.sdq_bands', { concern: 40 }))[0]), [])
  })
})

describe('years beside each other', () => {
  it('join the rows hidden in both, and keep a row of the year that may show it', () => {
    const [now = [], before] = publishedYears(
      [count('x', { a: 3, b: 4, c: 20, d: 30 })],
      [count('x', { a: 2, b: 5, c: 25, d: 4 })],
    )
    assert.deepEqual(keysOf(now[0]), ['c 20', 'd 30', 'joined 7'])
    // What is hidden of last year is more than the joined rows, so that their sum is not told.
    assert.deepEqual(keysOf(before?.[0]), ['c 25', 'd c', 'joined c'])
  })
  it('hide the same of a year whichever edition shows it', () => {
    const years = [30, 28, 31].map((shift) => [count('x', { a: 3, b: shift, c: 20, d: 4 + (shift % 3) })])
    const [now, before] = publishedYears(...years)
    const [alone] = publishedYears(...years.slice(1))
    const shownIn = (measures: Measure[] | undefined) =>
      measures?.[0]?.breakdown.filter(({ value, key }) => value !== 'c' && key !== 'joined')
    assert.deepEqual(shownIn(before), shownIn(alone))
    assert.ok(now)
  })
})

/** The figures of the report, those of the registers that count again what others count included. */
const reported: readonly FigureValue[] = [
  ...frozenFacts().figures,
  count('reviews.late_by_reason', { absence: 1, transport: 1, not_recorded: 1 }),
  percent('reviews.rearranged', 1, 2),
]

/** Every figure of the report with values as they come, to meet every relation there is. */
const anyFigures = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 400, maxLength: 400 }).map((numbers) => {
  let next = 0
  const number = () => numbers[next++ % numbers.length] ?? 0
  return reported.map((figure): FigureValue => {
    if (figure.unit === 'percent') {
      const numerator = number()
      return percent(figure.id, numerator, numerator + number() + 1)
    }
    if (figure.unit === 'number') return { ...figure, numerator: number() }
    if (figure.breakdown.length === 0) return total(figure.id, number())
    return count(figure.id, Object.fromEntries(figure.breakdown.map(({ key }) => [key, number()])))
  })
})

it('whatever the figures, no hidden count is narrowed, and no small one is shown', () => {
  fc.assert(
    fc.property(anyFigures, (values) => {
      const year = cellsOfYear(values)
      const { hidden } = searchCells(year, solver)
      assert.deepEqual(narrowedCells(year, hidden, solver), [])
      year.cells.forEach((cell, index) => {
        assert.ok(!cell.mustHide || hidden.has(index), cell.names.join())
      })
      for (const measure of published(...values)) {
        const counts = [measure.unit === 'count' ? measure.value : measure.numerator, measure.denominator]
        for (const value of [...counts, ...measure.breakdown.map((item) => item.value)]) {
          assert.ok(typeof value !== 'number' || measure.unit === 'number' || value === 0 || value > 5, measure.id)
        }
      }
    }),
    { numRuns: 12 },
  )
})

it('the same figures get the same choice', () => {
  const values = frozenFacts().figures
  assert.deepEqual(hidingOf(values, solver), hidingOf(values, solver))
})

it('where the search is cut short, what still fails is hidden all the same', () => {
  const year = cellsOfYear(frozenFacts().figures)
  const { hidden, isCheapest } = searchCells(year, solver, { mostRounds: 1, keepsHeads: true })
  assert.equal(isCheapest, false)
  assert.deepEqual(narrowedCells(year, hidden, solver), [])
})

/** A solver that answers only so often, of so many questions, and chooses or never does. */
function failing({ answers, of, chooses }: { answers: number; of: number; chooses: boolean }): Solver {
  let asked = 0
  return {
    within: (region, use) =>
      solver.within(region, (open) =>
        use({ smallest: (costs) => (asked++ % of < answers ? open.smallest(costs) : null) }),
      ),
    cheapestChoice: (costs, region) => (chooses ? solver.cheapestChoice(costs, region) : null),
  }
}

for (const how of [
  { answers: 0, of: 1, chooses: true },
  { answers: 0, of: 1, chooses: false },
  { answers: 1, of: 3, chooses: true },
  { answers: 1, of: 1, chooses: false },
]) {
  it(`more is hidden, and never less, by a solver that answers ${how.answers} of ${how.of} and chooses ${how.chooses ? '' : 'nothing'}`, () => {
    const year = cellsOfYear(frozenFacts().figures)
    const { hidden } = searchCells(year, failing(how), { mostRounds: 3, keepsHeads: true })
    assert.deepEqual(narrowedCells(year, hidden, solver), [])
    assert.ok(hidden.size >= searchCells(year, solver).hidden.size)
  })
}

it('every relation and head names figures that there are', () => {
  const named = relations.flatMap(({ whole, parts }) => [whole, ...parts]).filter((name) => name.includes('.'))
  assert.ok(named.length > 50)
  for (const name of [...named, ...HEADS]) {
    const figure = allFigures.ofId(name.replace(/[/#].*$/, ''))
    assert.ok(figure, name)
    if (name.includes('#')) assert.notEqual(figure.unit, 'count', name)
  }
})
