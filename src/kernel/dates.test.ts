import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { addDays, addMonths, compareDates, date, dateOfDayNumber, isPlainDate } from './dates.ts'

const [earliest, latest] = [date('0001-01-01'), date('9999-12-31')]
const days = fc.integer({ min: earliest.number, max: latest.number }).map(dateOfDayNumber)

test('a day has the fields and the text of a Temporal.PlainDate, and moves as one', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (day, count) => {
      const theirs = Temporal.PlainDate.from(day.toString())
      for (const part of ['year', 'month', 'day', 'dayOfWeek'] as const) assert.equal(day[part], theirs[part])
      assert.equal(JSON.stringify({ day }), JSON.stringify({ day: theirs }))
      assert.equal(addDays(day, count).toString(), theirs.add({ days: count }).toString())
      assert.equal(addMonths(day, count).toString(), theirs.add({ months: count }).toString())
    }),
  )
})

test('years that four digits can’t write are written as Temporal does', () => {
  for (const [day, written] of [
    [addDays(latest, 1), '+010000-01-01'],
    [addDays(date('0000-01-01'), -1), '-000001-12-31'],
  ] as const) {
    assert.equal(day.toString(), written)
    assert.equal(Temporal.PlainDate.from(written).toString(), written)
  }
})

test('a day is one value, equal to no other day, and not to be compared by its text', () => {
  const day = date('2026-04-01')
  assert.equal(date('2026-04-01'), day)
  assert.notDeepEqual(date('2026-04-02'), day)
  assert.ok(isPlainDate(day) && !isPlainDate('2026-04-01'))
  assert.ok(compareDates(day, date('2026-04-02')) < 0)
  assert.throws(() => Number(day), TypeError)
  assert.throws(() => dateOfDayNumber(NaN), RangeError)
})
