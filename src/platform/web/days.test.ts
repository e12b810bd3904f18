import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import * as z from 'zod'
import { dateOf } from '../../kernel/dates.ts'
import { typedDay, withDays } from './days.ts'
import { readDay, textFilter } from './filters.ts'

const form = withDays(['from'], z.object({ from: textFilter, reason: textFilter }))

describe('a day in three fields', () => {
  for (const [what, body, from] of [
    ['three fields', { 'from-day': '31', 'from-month': ' 3 ', 'from-year': '2026' }, '31/3/2026'],
    ['a month in words', { 'from-day': '31', 'from-month': 'March', 'from-year': '2026' }, '31/March/2026'],
    ['nothing typed', { 'from-day': '', 'from-month': ' ', 'from-year': '' }, ''],
    ['a part left out', { 'from-day': '31', 'from-month': '', 'from-year': '2026' }, '31//2026'],
    ['a field sent twice', { 'from-day': ['31', '1'], 'from-month': '3', 'from-year': '2026' }, '/3/2026'],
    ['one field', { from: '31 3 2026' }, '31 3 2026'],
    ['no field', {}, ''],
    ['no form at all', undefined, ''],
  ] as const) {
    test(`is read as one text: ${what}`, () => {
      assert.equal(form.parse(body).from, from)
    })
  }

  test('a day with a part left out is no day', () => {
    assert.equal(readDay('31//2026'), null)
  })

  test('any day that is shown is read back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, day) => {
        assert.equal(readDay(typedDay(dateOf(year, month, day)))?.toString(), dateOf(year, month, day).toString())
      }),
    ) // prettier-ignore
  })
})
