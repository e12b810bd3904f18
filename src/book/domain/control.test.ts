import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type MonthPoint, controlChart } from './control.ts'

const months = (points: readonly (number | [number, number])[]): MonthPoint[] =>
  points.map((point, index) => ({
    month: `month ${index + 1}`,
    counting: typeof point === 'number' ? point : point[0],
    of: typeof point === 'number' ? null : point[1],
  }))
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

/** Two months, one above and one below the middle. */
const ALMOST_ALL: [number, number][] = [
  [18, 20],
  [20, 20],
]

describe('what a control chart says', () => {
  for (const { why, points, says } of [
    { why: 'too few months tell nothing', points: times(7, 3), says: 'too_few_months' },
    {
      why: 'months without records do not count',
      points: times(24, [0, 0] as [number, number]),
      says: 'too_few_months',
    },
    { why: 'the same each month', points: times(24, 10), says: 'no_real_change' },
    { why: 'all, each month', points: times(24, [9, 9] as [number, number]), says: 'no_real_change' },
    { why: 'none, each month', points: times(24, 0), says: 'no_real_change' },
    { why: 'up and down by chance', points: [8, 12, 9, 11, 7, 13, 10, 12, 8, 11, 9, 10], says: 'no_real_change' },
    { why: 'one month apart from the rest', points: [...times(12, 10), 30], says: 'unusual_months' },
    {
      why: 'few records are not apart, however far the share is',
      points: [...times(6, ALMOST_ALL).flat(), [1, 2] as [number, number]],
      says: 'no_real_change',
    },
    {
      why: 'many records with the same share are',
      points: [...times(6, ALMOST_ALL).flat(), [20, 40] as [number, number]],
      says: 'unusual_months',
    },
    { why: 'eight months running on one side', points: [...times(8, 9), ...times(8, 12)], says: 'shift' },
    { why: 'what hardly ever happens', points: [...times(14, 0), 1, 0, 1, 1, 0, 0, 0, 1], says: 'no_real_change' },
    { why: 'seven months running', points: [...times(5, [14, 8]).flat(), ...times(7, 12)], says: 'no_real_change' },
  ]) {
    it(why, () => {
      assert.equal(controlChart(months(points)).verdict.kind, says)
    })
  }

  it('a shift names its first and last month and its side', () => {
    assert.deepEqual(controlChart(months([...times(8, 9), ...times(8, 12)])).verdict, {
      kind: 'shift',
      from: 'month 9',
      to: 'month 16',
      side: 'above',
    })
  })
})

it('limits are around the centre, and each value is the share of its own month', () => {
  const point = fc.nat(60).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)))
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 24 }), (given) => {
      const { points, centre } = controlChart(months(given))
      for (const [index, { value, lower, upper }] of points.entries()) {
        const [counting = 0, of = 0] = given[index] ?? []
        assert.equal(value, of === 0 ? null : (counting * 100) / of === value ? value : counting * (100 / of))
        if (lower === null || upper === null || of === 0) continue
        const step = 100 / of
        assert.ok(lower <= centre + step && upper >= centre - step, `${lower} ${centre} ${upper}`)
      }
    }),
  )
})
