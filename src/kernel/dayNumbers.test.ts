import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMonths, date, dateOfDayNumber, dayNumber } from './dates.ts'
import { dayNumberOf, monthsAfter, yearsAfter } from './dayNumbers.ts'

const days = fc.integer({ min: dayNumber(date('1700-01-01')), max: dayNumber(date('2261-12-31')) })

test('numbers days as dates.ts does', () => {
  fc.assert(
    fc.property(days, (number) => {
      const { year, month, day } = dateOfDayNumber(number)
      assert.equal(dayNumberOf(year, month, day), number)
    }),
  )
})

test('adds months as dates.ts does', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (number, months) => {
      assert.equal(monthsAfter(number, months), dayNumber(addMonths(dateOfDayNumber(number), months)))
    }),
  )
})

for (const { why, parts } of [
  { why: 'the 31st of a month of 30 days', parts: [2022, 6, 31] },
  { why: '29 February of a common year', parts: [2023, 2, 29] },
  { why: '29 February of a century that is no leap year', parts: [1900, 2, 29] },
  { why: 'month 13', parts: [2022, 13, 1] },
  { why: 'month 0', parts: [2022, 0, 1] },
  { why: 'day 0', parts: [2022, 1, 0] },
  { why: 'a part that is no number', parts: [2022, NaN, 1] },
]) {
  test(`there is no such day: ${why}`, () => {
    const [year = NaN, month = NaN, day = NaN] = parts
    assert.ok(Number.isNaN(dayNumberOf(year, month, day)))
  })
}

test('no date stays no date, and a birthday on 29 February comes on 28 February in a common year', () => {
  assert.ok(Number.isNaN(yearsAfter(NaN, 4)))
  assert.equal(yearsAfter(dayNumberOf(2004, 2, 29), 18), dayNumberOf(2022, 2, 28))
  assert.equal(yearsAfter(dayNumberOf(2004, 2, 29), 16), dayNumberOf(2020, 2, 29))
})
