import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { FigureRecord } from '../../../figures/figure.ts'
import { addDays, date } from '../../../kernel/dates.ts'
import { differencesBetween, effectOf } from './differences.ts'

const record = (child: string, day: number, counts: boolean, key: string | null = null): FigureRecord => ({
  child,
  kind: 'review',
  date: addDays(date('2022-04-01'), day),
  due: null,
  counts,
  key,
  detail: () => ({}),
})

const someRecord = fc
  .tuple(fc.constantFrom('1', '2', '3'), fc.nat(5), fc.boolean(), fc.constantFrom('a', 'b'))
  .map(([child, day, counts, key]) => record(child, day, counts, key))
const someRecords = fc.array(someRecord, { maxLength: 12 })

const counting = (records: readonly FigureRecord[]) => records.filter(({ counts }) => counts).length

describe('the records that differ', () => {
  it('account for every difference of the numbers', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (then, now) => {
        const effect = effectOf(differencesBetween(then, now))
        assert.deepEqual(effect, { counting: counting(now) - counting(then), all: now.length - then.length })
      }),
    )
  })
  it('are none where the lists say the same, in whatever order', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        assert.deepEqual(differencesBetween(records, records.toReversed()), [])
      }),
    )
  })
  for (const { why, then, now, says } of [
    { why: 'another outcome on the same day', then: [record('1', 3, true)], now: [record('1', 3, false)], says: ['1: 2022-04-04 true → 2022-04-04 false'] },
    { why: 'another day', then: [record('1', 3, true)], now: [record('1', 4, true)], says: ['1: 2022-04-04 true → 2022-04-05 true'] },
    { why: 'one that came and one that is gone', then: [record('1', 3, true)], now: [record('2', 3, true)], says: ['1: 2022-04-04 true → nothing', '2: nothing → 2022-04-04 true'] },
    { why: 'one of two', then: [record('1', 3, true)], now: [record('1', 3, true), record('1', 3, true)], says: ['1: nothing → 2022-04-04 true'] },
  ]) {
    it(`are told in pairs: ${why}`, () => {
      const text = (one: FigureRecord | null) => (one ? `${one.date.toString()} ${String(one.counts)}` : 'nothing')
      const told = differencesBetween(then, now).map((one) => `${one.child}: ${text(one.then)} → ${text(one.now)}`)
      assert.deepEqual(told, says)
    })
  } // prettier-ignore
})
