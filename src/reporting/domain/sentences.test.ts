import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { JOINED, type Measure } from './measure.ts'
import { comparedWith, measureValue, mostCommonText, shareSentence, shareText, signed } from './sentences.ts'

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
  version: 1,
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
    { why: 'of one is singular', part: 1, whole: 1, text: '1 of 1 review (100%)' },
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
      text: 'The share is 3.0 percentage points higher than then (94.9%, 166 of 175). Chance alone could give a difference of this size.',
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

it('a share of few is printed without decimals and not set beside another', () => {
  assert.equal(shareText(2, 3, 'child', 'children'), '2 of 3 children (67%)')
  assert.equal(measureValue(percent(2, 3)), '67%')
  assert.equal(comparedWith(percent(2, 3), percent(20, 40), 'then'), '')
})

describe('a sentence about a share', () => {
  const said = (measure: Measure) =>
    shareSentence(measure, ['review', 'reviews'], (amount, agree) => `${amount} ${agree('was', 'were')} on time.`)
  const hidden: Measure = { ...percent(184, 188), value: 'c', numerator: 'c' }
  for (const { why, measure, text } of [
    { why: 'has its counts', measure: percent(184, 188), text: '184 of 188 reviews (97.9%) were on time.' },
    { why: 'agrees with one', measure: percent(1, 2), text: '1 of 2 reviews (50%) was on time.' },
    { why: 'agrees with one of which none is part', measure: percent(0, 1), text: '0 of 1 review (0%) was on time.' },
    { why: 'is not there where all of it is hidden', measure: { ...hidden, denominator: 'c' as const }, text: '' },
    { why: 'is not there where its part is', measure: hidden, text: '' },
    {
      why: 'has its bound where that may be told',
      measure: { ...hidden, bound: { side: 'more' as const, percent: 97 } },
      text: '97% or more of 188 reviews were on time.',
    },
  ]) {
    it(why, () => {
      assert.equal(said(measure), text)
    })
  }
})

describe('the largest groups', () => {
  const wording = { all: 'All are', one: 'It is', several: 'They are' }
  const groups = (...values: Measure['value'][]) =>
    values.map((value, index) => ({ key: String(index), label: `G${index}`, value: value ?? 0 }))
  for (const { why, whole, values, most, text } of [
    {
      why: 'are named, empty ones never',
      whole: 12,
      values: [3, 7, 0, 2],
      most: 2,
      text: 'They are “G1” (7 of 12, 58.3%) and “G0” (3 of 12, 25.0%).',
    },
    { why: 'one of several', whole: 12, values: [3, 7, 2], most: 1, text: 'It is “G1” (7 of 12, 58.3%).' },
    { why: 'the smallest is not among them', whole: 10, values: [3, 7], most: 3, text: 'It is “G1” (7 of 10, 70.0%).' },
    { why: 'equal ones are not', whole: 10, values: [5, 5], most: 3, text: '' },
    {
      why: 'one of two equal ones is not',
      whole: 20,
      values: [9, 4, 4, 3],
      most: 2,
      text: 'It is “G0” (9 of 20, 45.0%).',
    },
    { why: 'all in one', whole: 3, values: [3, 0], most: 2, text: 'All are “G0”.' },
    { why: 'a single record has none', whole: 1, values: [1], most: 2, text: '' },
    { why: 'nothing has none', whole: 0, values: [], most: 2, text: '' },
    {
      why: 'one shown beside hidden ones is not the only one',
      whole: 116,
      values: [61, 'c', 'c'],
      most: 2,
      text: 'It is “G0” (61 of 116, 52.6%).',
    },
    { why: 'what a hidden one may exceed is not named', whole: 100, values: [40, 12, 'c', 'c'], most: 3, text: '' },
    { why: 'nor what is hidden as a whole', whole: 'c' as const, values: [8], most: 2, text: '' },
  ] as const) {
    // prettier-ignore
    it(`${why}: ${text}`, () => {
      assert.equal(mostCommonText(count(whole, groups(...values)), most, wording), text)
    })
  }
  it('never names the row in which hidden ones are added up', () => {
    const measure = count(30, [
      ...groups(10),
      {
        key: JOINED,
        label: 'Others together',
        value: 20,
        of: [
          { key: 'a', label: 'A' },
          { key: 'b', label: 'B' },
        ],
      },
    ])
    assert.equal(mostCommonText(measure, 2, wording), '')
  })
})

it('a difference in a column has its sign, and 0 has none', () => {
  assert.deepEqual(
    [signed(5), signed(-3), signed(0), signed(-0.8, 1, ' points'), signed(0.01, 1, ' points')],
    ['+5', '−3', '0', '−0.8 points', '0'],
  )
})
