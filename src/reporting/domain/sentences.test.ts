import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Measure } from './measure.ts'
import { comparedWith, mostCommonText, shareText, signed, smallNumberText } from './sentences.ts'

const plain: Measure = {
  id: 'reviews.on_time',
  area: 'Reviews',
  label: 'Reviews held within timescale',
  unit: 'percent',
  value: null,
  reason: null,
  numerator: null,
  denominator: null,
  leftOut: null,
  breakdown: [],
  definition: '',
  source: '',
  decimals: 1,
  betterWhen: null,
}
const percent = (numerator: number, denominator: number): Measure => ({
  ...plain,
  numerator,
  denominator,
  value: (100 * numerator) / denominator,
})
const count = (value: Measure['value'], breakdown: Measure['breakdown'] = []): Measure => ({
  ...plain,
  unit: 'count',
  decimals: 0,
  value,
  breakdown,
})

describe('a share', () => {
  for (const { why, part, whole, text } of [
    { why: 'stands with its counts', part: 184, whole: 188, text: '184 of 188 reviews (97.9%)' },
    { why: 'of one is singular', part: 1, whole: 1, text: '1 of 1 review (100.0%)' },
    { why: 'of nothing has no percentage', part: 0, whole: 0, text: '0 of 0 reviews (not applicable)' },
    { why: 'of a hidden number has no percentage', part: 'c', whole: 188, text: 'c of 188 reviews' },
  ] as const) {
    it(`${why}: ${text}`, () => {
      assert.equal(shareText(part, whole, 'review'), text)
    })
  }
})

describe('a comparison with last year', () => {
  for (const { why, now, before, text } of [
    { why: 'a count that rose', now: count(69), before: count(64), text: 'That is 5 more than then (64).' },
    { why: 'a count that stayed', now: count(64), before: count(64), text: 'That is the same as then (64).' },
    {
      why: 'a percentage, in percentage points and with its counts',
      now: percent(184, 188),
      before: percent(166, 175),
      text: 'The share is 3.0 percentage points higher than then (94.9%, 166 of 175).',
    },
    {
      why: 'percentages that only print alike',
      now: percent(1000, 2001),
      before: percent(1000, 2000),
      text: 'The share is about the same as then (50.0%, 1,000 of 2,000).',
    },
    { why: 'nothing where last year is not there', now: count(69), before: null, text: '' },
    { why: 'nothing where a number is hidden', now: count('c'), before: count(64), text: '' },
  ]) {
    it(`${why}: ${text}`, () => {
      assert.equal(comparedWith(now, before, 'then'), text)
    })
  }
})

it('a share of few says what one more would change, a share of many does not', () => {
  assert.equal(
    smallNumberText(percent(7, 16), 'child'),
    'This share rests on a small number: one child more or fewer would change it by 6.3 percentage points.',
  )
  assert.equal(smallNumberText(percent(30, 60), 'child'), '')
})

it('the largest groups are named, hidden and empty ones never', () => {
  const homes = count(10, [
    { key: 'a', label: 'With relatives', value: 3 },
    { key: 'b', label: 'Foster care', value: 7 },
    { key: 'c', label: 'Lodgings', value: 0 },
    { key: 'd', label: 'Residential', value: 'c' },
  ])
  assert.equal(
    mostCommonText(homes, 3, 'It is', 'They are'),
    'They are “Foster care” (7 of 10, 70.0%) and “With relatives” (3 of 10, 30.0%).',
  )
  assert.equal(mostCommonText(homes, 1, 'It is', 'They are'), 'It is “Foster care” (7 of 10, 70.0%).')
  assert.equal(mostCommonText(count(0), 3, 'It is', 'They are'), '')
})

it('a difference in a column has its sign, and 0 has none', () => {
  assert.deepEqual(
    [signed(5), signed(-3), signed(0), signed(-0.8, 1, ' points'), signed(0.01, 1, ' points')],
    ['+5', '−3', '0', '−0.8 points', '0'],
  )
})
