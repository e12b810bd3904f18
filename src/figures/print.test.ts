import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { changePrinted, rounded, sharePrinted } from './print.ts'

describe('rounded', () => {
  for (const { why, value, decimals, printed } of [
    { why: 'a half goes up', value: 6.25, decimals: 1, printed: '6.3' },
    { why: 'a half that binary writes a little too small goes up too', value: 1.005, decimals: 2, printed: '1.01' },
    { why: 'below a half goes down', value: 97.84, decimals: 1, printed: '97.8' },
    { why: 'no decimals', value: 0.5, decimals: 0, printed: '1' },
    { why: 'a trailing zero says how exact it is', value: 95, decimals: 1, printed: '95.0' },
    { why: 'thousands have a comma', value: 12345, decimals: 0, printed: '12,345' },
    { why: 'a negative half goes away from zero', value: -2.5, decimals: 0, printed: '-3' },
    { why: 'there is no minus zero', value: -0.04, decimals: 1, printed: '0.0' },
  ]) {
    it(`${why}: ${value} prints ${printed}`, () => {
      assert.equal(rounded(value, decimals), printed)
    })
  }

  it('rounds every share of whole numbers as exact arithmetic does', () => {
    const share = fc.integer({ min: 1, max: 5000 }).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)))
    fc.assert(
      fc.property(share, ([part, whole]) => {
        // 1000 x part / whole, half up, in whole numbers only.
        const tenths = Math.floor((2 * 1000 * part + whole) / (2 * whole))
        assert.equal(sharePrinted(part, whole), `${Math.floor(tenths / 10)}.${tenths % 10}%`)
      }),
    )
  })
})

describe('changePrinted', () => {
  for (const { why, now, before, unit, decimals, printed } of [
    { why: 'a count that rose', now: 69, before: 64, unit: 'count', decimals: 0, printed: '5 more' },
    { why: 'a count that fell', now: 64, before: 69, unit: 'count', decimals: 0, printed: '5 fewer' },
    {
      why: 'percentages differ in percentage points, worked out before rounding',
      now: 97.872,
      before: 95.24,
      unit: 'percent',
      decimals: 1,
      printed: '2.6 percentage points higher',
    },
    { why: 'one point', now: 50, before: 51, unit: 'percent', decimals: 0, printed: '1 percentage point lower' },
    { why: 'a rate', now: 69.4, before: 71, unit: 'number', decimals: 1, printed: '1.6 lower' },
    { why: 'too small to print', now: 50.01, before: 50, unit: 'percent', decimals: 1, printed: 'no change' },
  ] as const) {
    it(`${why}: ${printed}`, () => {
      assert.equal(changePrinted(now, before, unit, decimals), printed)
    })
  }
})

it('a share of nothing is not a number', () => {
  assert.equal(sharePrinted(0, 0), null)
})
