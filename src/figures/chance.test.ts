import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { changeInterval, isMoreThanChance } from './chance.ts'

describe('whether a change is more than chance', () => {
  for (const { now, before, isMore } of [
    { now: [97, 100], before: [95, 100], isMore: false },
    { now: [970, 1000], before: [940, 1000], isMore: true },
    { now: [1, 2], before: [2, 2], isMore: false },
    { now: [0, 0], before: [2, 2], isMore: null },
    { now: [5, 5], before: [5, 5], isMore: false },
  ] as const) {
    it(`${now.join(' of ')} after ${before.join(' of ')}`, () => {
      const share = ([numerator, denominator]: readonly [number, number]) => ({ numerator, denominator })
      assert.equal(isMoreThanChance(share(now), share(before)), isMore)
    })
  }
  it('is the interval printed by Newcombe (1998) for 56 of 70 and 48 of 80', () => {
    const interval = changeInterval({ numerator: 56, denominator: 70 }, { numerator: 48, denominator: 80 })
    assert.deepEqual([interval?.low.toFixed(2), interval?.high.toFixed(2)], ['5.24', '33.39'])
  })
  it('the difference itself lies in its interval', () => {
    const share = fc.integer({ min: 1, max: 400 }).chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) })) // prettier-ignore
    fc.assert(
      fc.property(share, share, (now, before) => {
        const interval = changeInterval(now, before)
        const difference = 100 * (now.numerator / now.denominator - before.numerator / before.denominator)
        assert.ok(interval && interval.low <= difference + 1e-9 && interval.high >= difference - 1e-9)
      }),
    )
  })
})
