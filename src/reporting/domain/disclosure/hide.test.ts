import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { frozenFacts } from '../../../../test/support/reportFacts.ts'
import type { FigureValue } from '../../../figures/figure.ts'
import { allFigures } from '../../../main/rooms.ts'
import type { Measure } from '../measure.ts'
import { withSmallNumbersHidden } from './hide.ts'
import { forPublication } from './publish.ts'
import { relations } from './relations.ts'

const shell = frozenFacts().figures[0]
assert.ok(shell)
const count = (id: string, breakdown: Readonly<Record<string, number>>): FigureValue => ({
  ...shell,
  id,
  value: Object.values(breakdown).reduce((sum, value) => sum + value, 0),
  breakdown: Object.entries(breakdown).map(([key, value]) => ({ key, label: key, value })),
})
const percent = (id: string, numerator: number, denominator: number): FigureValue => ({
  ...shell,
  id,
  unit: 'percent',
  numerator,
  denominator,
  value: (100 * numerator) / denominator,
  breakdown: [],
})
const hidden = (...values: FigureValue[]): Measure[] => withSmallNumbersHidden([values])[0] ?? []
const keysOf = (measure: Measure | undefined) => measure?.breakdown.map(({ key, value }) => `${key} ${value}`)

describe('what is hidden', () => {
  it('a single small key takes the next smallest with it, since the total gives it away', () => {
    const [ages] = hidden(count('x', { young: 3, middle: 20, old: 12 }))
    assert.deepEqual(keysOf(ages), ['young c', 'middle 20', 'old c'])
    assert.equal(ages?.value, 35)
  })
  it('two small keys protect each other', () => {
    const [ages] = hidden(count('x', { young: 3, middle: 20, old: 4 }))
    assert.deepEqual(keysOf(ages), ['young c', 'middle 20', 'old c'])
  })
  it('0 may be shown', () => {
    const [ages] = hidden(count('x', { young: 0, middle: 20, old: 40 }))
    assert.deepEqual(keysOf(ages), ['young 0', 'middle 20', 'old 40'])
  })
  it('a percentage that leaves out few gives them away, so it is hidden too', () => {
    const [onTime] = hidden(percent('x', 184, 188))
    assert.deepEqual([onTime?.value, onTime?.numerator, onTime?.denominator], ['c', 'c', 188])
  })
  it('a percentage of fewer than 10 is hidden even where no count is small', () => {
    const [share] = hidden(percent('x', 9, 9))
    assert.deepEqual([share?.value, share?.numerator], ['c', 'c'])
  })
  it('a percentage of enough with enough on both sides stays', () => {
    const [share] = hidden(percent('x', 60, 100))
    assert.equal(share?.value, 60)
  })
  it('a number counted again by another figure is hidden there as well', () => {
    const [late, onTime] = hidden(count('reviews.late', { all: 4 }), percent('reviews.on_time', 184, 188))
    assert.equal(late?.value, 'c')
    assert.equal(onTime?.value, 'c')
  })
  it('only a key that is listed covers another', () => {
    // A3 to A5 are adoptive placements too, and not listed: a reader takes them for 0.
    const placements = count('cla.by_placement', { A6: 0, U6: 25 })
    const shown = hidden(placements, count('cla.by_placement_group', { adoption: 1, other: 24 }))
    assert.deepEqual(
      shown.map((measure) => keysOf(measure)?.[0]),
      ['A6 c', 'adoption c'],
    )
  })
  it('the number at the start of the year does not give away the one of last year', () => {
    const [now, before] = withSmallNumbersHidden([
      [count('cla.count_at_start', { all: 4 })],
      [count('cla.count', { all: 4 })],
    ])
    assert.deepEqual([now?.[0]?.value, before?.[0]?.value], ['c', 'c'])
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
    return count(figure.id, Object.fromEntries(figure.breakdown.map(({ key }) => [key, number()])))
  })
})

/** What the report shows of a cell; 0 for a key that is not listed. */
function shownOf(name: string, measures: ReadonlyMap<string, Measure>): Measure['value'] {
  const [, id = '', mark, rest] = /^([^/#]*)([/#])?(.*)$/.exec(name) ?? []
  const measure = measures.get(id)
  if (mark === '/') return measure?.breakdown.find(({ key }) => key === rest)?.value ?? 0
  if (mark === undefined) return measure?.value ?? null
  if (rest === 'rest') return measure?.numerator === 'c' || measure?.denominator === 'c' ? 'c' : 0
  return (rest === 'numerator' ? measure?.numerator : measure?.denominator) ?? null
}

it('whatever the figures, no small count is shown and no sum gives a hidden number away', () => {
  fc.assert(
    fc.property(anyFigures, (figures) => {
      const measures = hidden(...figures)
      for (const measure of measures) {
        const left = Number(measure.denominator) - Number(measure.numerator)
        const counts = [measure.unit === 'count' ? measure.value : left, ...measure.breakdown.map(({ value }) => value)]
        for (const value of counts) assert.ok(typeof value !== 'number' || !(value >= 1 && value <= 5), measure.id)
      }
      const byId = new Map(measures.map((measure) => [measure.id, measure]))
      const own = measures.map(({ id, breakdown }) => ({
        whole: id,
        parts: breakdown.map(({ key }) => `${id}/${key}`),
      }))
      for (const { whole, parts } of [...own, ...relations]) {
        if (!whole.includes('.')) continue
        const unseen = [whole, ...parts].filter((name) => shownOf(name, byId) === 'c')
        assert.ok(parts.length === 0 || unseen.length !== 1, unseen.join())
      }
    }),
    { numRuns: 100 },
  )
})

it('whatever the figures, the public edition shows no small group, divides none and names no one group that all are in', () => {
  fc.assert(
    fc.property(anyFigures, anyFigures, (figures, before) => {
      const years = forPublication([figures, before])
      for (const measure of years.flat()) {
        const { id, value, breakdown, unit, bound } = measure
        if (unit === 'count') assert.ok(value === 'c' || Number(value) === 0 || Number(value) > 5, id)
        for (const item of breakdown) assert.ok(item.value === 0 || (item.value !== 'c' && item.value > 5), id)
        if (breakdown.length > 0) {
          assert.ok(Number(value) >= 10, id)
          assert.ok(breakdown.filter((item) => item.value !== 0).length > 1, id)
          assert.equal(
            breakdown.reduce((sum, item) => sum + Number(item.value), 0),
            value,
          )
        }
        if (bound) {
          const [was] = [figures, before]
            .map((all) => all.find((one) => one.id === id))
            .filter((one) => one !== undefined)
          assert.ok(was && value === 'c' && typeof measure.denominator === 'number' && measure.denominator >= 20, id)
        }
      }
      // The same rows are joined in both years, or a row of one would stand beside another of the other.
      for (const measure of years[0] ?? []) {
        const then = years[1]?.find(({ id }) => id === measure.id)
        const joined = new Set([measure, then].flatMap((one) => one?.breakdown.flatMap(({ of = [] }) => of) ?? []))
        for (const { label } of [...measure.breakdown, ...(then?.breakdown ?? [])]) assert.ok(!joined.has(label), label)
      }
    }),
    { numRuns: 25 },
  )
})

describe('what everyone may read', () => {
  const published = (...values: FigureValue[]) => forPublication([values])[0] ?? []
  it('adds small rows up in one', () => {
    const [ages] = published(count('x', { young: 3, middle: 20, old: 4 }))
    assert.deepEqual(keysOf(ages), ['middle 20', 'joined 7'])
    assert.deepEqual(ages?.breakdown.at(-1)?.of, ['young', 'old'])
  })
  it('takes another row into a sum that would be small itself', () => {
    const [ages] = published(count('x', { young: 1, middle: 20, old: 2, oldest: 9 }))
    assert.deepEqual(keysOf(ages), ['middle 20', 'joined 12'])
  })
  it('does not divide a small group, nor say that all of a group are alike', () => {
    assert.deepEqual(keysOf(published(count('x', { a: 3, b: 6 }))[0]), [])
    assert.deepEqual(keysOf(published(count('health.sdq_bands', { concern: 40 }))[0]), [])
  })
  it('says a bound where few stand on one side', () => {
    const [late, few] = published(percent('reviews.on_time', 184, 188), percent('y', 3, 41))
    assert.deepEqual([late?.value, late?.bound], ['c', { side: 'more', percent: 97 }])
    assert.deepEqual([few?.value, few?.bound], ['c', { side: 'less', percent: 13 }])
    assert.equal(published(percent('y', 18, 19))[0]?.bound, undefined)
  })
  it('covers a small row by another row before a figure that the report stands on', () => {
    const [attended, participated, codes] = published(
      percent('reviews.attended', 128, 167),
      percent('reviews.participated', 150, 167),
      count('reviews.by_participation', { PN0: 21, PN1: 118, PN2: 5, PN3: 4, PN4: 1, PN5: 3, PN6: 19, PN7: 17 }),
    )
    assert.equal(attended?.numerator, 128)
    assert.equal(participated?.numerator, 150)
    assert.deepEqual(keysOf(codes), ['PN0 21', 'PN1 118', 'PN7 17', 'joined 32'])
  })
  it('shows how many officers there are, and nothing of their years', () => {
    const [headcount, ...others] = published(
      count('iros.headcount', { all: 4 }),
      count('iros.by_years_as_iro', { '0-4': 4 }),
    )
    assert.equal(headcount?.value, 4)
    assert.deepEqual(others, [])
  })
})

it('every relation names figures that there are', () => {
  const named = relations.flatMap(({ whole, parts }) => [whole, ...parts]).filter((name) => name.includes('.'))
  assert.ok(named.length > 50)
  for (const name of named) {
    const figure = allFigures.ofId(name.replace(/[/#].*$/, ''))
    assert.ok(figure, name)
    if (name.includes('#')) assert.notEqual(figure.unit, 'count', name)
  }
})
