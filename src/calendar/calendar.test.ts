import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as z from 'zod'
import { holidays } from '../../test/support/holidays.ts'
import { type PlainDate, addDays, addMonths, date, daysBetween, isOnOrBefore } from '../kernel/dates.ts'
import { ageOn, birthday } from './age.ts'
import { CalendarTooShort, bankHolidaysFromFile, bankHolidaysOf } from './bankHolidays.ts'
import { parseReportingYear, reportingYear, reportingYearOf } from './reportingYear.ts'
import {
  addWorkingDays,
  holidaysSkipped,
  isWorkingDay,
  latestPracticalDate,
  workingDaysBefore,
  workingDaysBetween,
} from './workingDays.ts'

const vectorFile = z.object({
  vectors: z.array(
    z.object({
      start: z.string(),
      workingDays5: z.string(),
      workingDays10: z.string(),
      workingDays20: z.string(),
      calendarDays28: z.string(),
      months3: z.string(),
      months6: z.string(),
    }),
  ),
  workingDaysInYear: z.record(z.string(), z.number()),
})
const rulebook = vectorFile.parse(
  JSON.parse(readFileSync(new URL('../../test/data/statutory/vectors.json', import.meta.url), 'utf8')),
)

const isWeekend = (day: PlainDate) => day.dayOfWeek > 5

describe('the rulebook’s test vectors (section L)', () => {
  for (const vector of rulebook.vectors) {
    it(`looked after from ${vector.start}`, () => {
      const start = date(vector.start)
      const first = addWorkingDays(start, 20, holidays)
      const second = addMonths(first, 3)
      assert.equal(addWorkingDays(start, 5, holidays).toString(), vector.workingDays5)
      assert.equal(addWorkingDays(start, 10, holidays).toString(), vector.workingDays10)
      assert.equal(first.toString(), vector.workingDays20)
      assert.equal(addDays(start, 28).toString(), vector.calendarDays28)
      assert.equal(second.toString(), vector.months3)
      assert.equal(addMonths(second, 6).toString(), vector.months6)
    })
  }
  for (const [name, days] of Object.entries(rulebook.workingDaysInYear)) {
    it(`${name} has ${days} working days`, () => {
      const year = parseReportingYear(name)
      assert.ok(year)
      assert.equal(workingDaysBetween(addDays(year.firstDay, -1), year.lastDay, holidays), days)
    })
  }
})

describe('within N working days of an event (CAL-2)', () => {
  const cases = [
    { why: 'no holiday in the way', from: '2023-06-05', n: 5, due: '2023-06-12' },
    { why: 'the one-off holiday of 19 September 2022', from: '2022-09-05', n: 20, due: '2022-10-04' },
    { why: 'the spring holiday moved and one added', from: '2022-05-16', n: 20, due: '2022-06-15' },
    { why: 'two holidays in May, one of them one-off', from: '2023-04-17', n: 20, due: '2023-05-17' },
    { why: 'the early May holiday moved to a Friday', from: '2020-04-20', n: 20, due: '2020-05-19' },
    { why: 'an event on a Saturday, Easter after it', from: '2024-03-23', n: 20, due: '2024-04-23' },
    { why: 'substitute days at Christmas and New Year', from: '2021-12-13', n: 20, due: '2022-01-13' },
    { why: 'Christmas and New Year', from: '2022-12-12', n: 15, due: '2023-01-05' },
    { why: 'Good Friday and Easter Monday skipped', from: '2024-03-28', n: 20, due: '2024-04-29' },
  ]
  for (const { why, from, n, due } of cases) {
    it(why, () => {
      assert.equal(addWorkingDays(date(from), n, holidays).toString(), due)
    })
  }
  it('names the holidays it skipped', () => {
    assert.deepEqual(
      holidaysSkipped(date('2024-03-28'), date('2024-04-29'), holidays).map(
        ({ on, name }) => `${on.toString()} ${name}`,
      ),
      ['2024-03-29 Good Friday', '2024-04-01 Easter Monday'],
    )
  })
})

describe('months (CAL-3)', () => {
  const cases = [
    { from: '2023-05-15', months: 3, due: '2023-08-15' },
    { from: '2023-11-30', months: 3, due: '2024-02-29' },
    { from: '2023-08-31', months: 6, due: '2024-02-29' },
    { from: '2022-08-31', months: 6, due: '2023-02-28' },
    { from: '2023-02-28', months: 6, due: '2023-08-28' },
    { from: '2024-02-29', months: 12, due: '2025-02-28' },
    { from: '2022-11-28', months: 6, due: '2023-05-28' },
    { from: '2022-06-27', months: 6, due: '2022-12-27' },
  ]
  for (const { from, months, due } of cases) {
    it(`${months} months after ${from} end on ${due}`, () => {
      assert.equal(addMonths(date(from), months).toString(), due)
    })
  }
})

describe('due dates on days that are not worked (CAL-5)', () => {
  it('a Sunday: the Friday before', () => {
    assert.equal(latestPracticalDate(date('2023-05-28'), holidays).toString(), '2023-05-26')
  })
  it('a bank holiday after Christmas: the Friday before', () => {
    assert.equal(latestPracticalDate(date('2022-12-27'), holidays).toString(), '2022-12-23')
  })
})

describe('at least N working days before an event (CAL-6)', () => {
  const cases = [
    { event: '2023-05-10', n: 3, latest: '2023-05-04' },
    { event: '2022-09-21', n: 3, latest: '2022-09-15' },
    { event: '2024-04-03', n: 2, latest: '2024-03-28' },
    { event: '2023-04-12', n: 3, latest: '2023-04-05' },
    { event: '2021-01-05', n: 2, latest: '2020-12-31' },
  ]
  for (const { event, n, latest } of cases) {
    it(`${n} working days before ${event}`, () => {
      assert.equal(workingDaysBefore(date(event), n, holidays).toString(), latest)
    })
  }
})

describe('age (CAL-8)', () => {
  const cases = [
    { born: '2018-05-10', on: '2022-05-09', age: 3, why: 'the day before the fourth birthday' },
    { born: '2018-05-10', on: '2022-05-10', age: 4, why: 'the birthday itself' },
    { born: '2008-02-29', on: '2023-02-28', age: 14, why: '29 February in a common year: not yet' },
    { born: '2008-02-29', on: '2023-03-01', age: 15, why: '29 February in a common year: 1 March' },
    { born: '2008-02-29', on: '2024-02-29', age: 16, why: '29 February in a leap year' },
    { born: '2023-03-31', on: '2023-03-31', age: 0, why: 'the day of birth' },
    { born: '2023-04-01', on: '2023-03-31', age: -1, why: 'before birth' },
  ]
  for (const { born, on, age, why } of cases) {
    it(why, () => {
      assert.equal(ageOn(date(born), date(on)), age)
    })
  }
})

describe('reporting years (CAL-9)', () => {
  it('31 March belongs to the ending year, 1 April to the next', () => {
    assert.equal(reportingYearOf(date('2023-03-31')).name, '2022-23')
    assert.equal(reportingYearOf(date('2023-04-01')).name, '2023-24')
  })
  it('reads its own name, and no other text', () => {
    assert.equal(parseReportingYear('1999-00')?.startYear, 1999)
    for (const text of ['2022-24', '2022', '22-23', '2022-2023', '', '2022-23 '])
      assert.equal(parseReportingYear(text), null)
  })
  it('runs from 1 April to 31 March', () => {
    const year = reportingYear(2022)
    assert.deepEqual([year.firstDay.toString(), year.lastDay.toString()], ['2022-04-01', '2023-03-31'])
  })
})

describe('a list of holidays that ends', () => {
  it('refuses to answer past its end, and before its beginning', () => {
    assert.throws(() => addWorkingDays(date('2030-12-20'), 20, holidays), CalendarTooShort)
    assert.throws(() => addWorkingDays(date('2009-12-20'), 1, holidays), CalendarTooShort)
    assert.throws(() => isWorkingDay(date('2031-01-02'), holidays), CalendarTooShort)
  })
  it('answers up to its last day', () => {
    assert.equal(addWorkingDays(date('2030-12-30'), 1, holidays).toString(), '2030-12-31')
  })
  it('refuses an empty list', () => {
    assert.throws(() => bankHolidaysFromFile({ days: [] }), RangeError)
  })
})

const [firstDay, lastDay] = [date('2020-01-01'), date('2026-12-31')]
const anyDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(firstDay, n))
const anyCalendar = fc
  .uniqueArray(fc.integer({ min: 0, max: daysBetween(firstDay, lastDay) }), { maxLength: 60 })
  .map((numbers) =>
    bankHolidaysOf(
      numbers.map((n) => ({ on: addDays(firstDay, n), name: 'Holiday' })),
      firstDay,
      lastDay,
    ),
  )

describe('whatever the dates', () => {
  it('adding working days lands on one, with exactly n of them after the start', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyCalendar, (from, n, calendar) => {
        const due = addWorkingDays(from, n, calendar)
        const after = Array.from({ length: daysBetween(from, due) }, (_, i) => addDays(from, i + 1))
        const worked = after.filter((day) => !isWeekend(day) && calendar.nameOn(day) === null)
        assert.ok(isWorkingDay(due, calendar))
        assert.equal(worked.length, n)
        assert.equal(workingDaysBetween(from, due, calendar), n)
      }),
    )
  })
  it('counting back is the mirror of counting on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), anyCalendar, (start, n, calendar) => {
        const event = addDays(start, 100)
        const latest = workingDaysBefore(event, n, calendar)
        assert.ok(isWorkingDay(latest, calendar))
        assert.equal(workingDaysBetween(addDays(latest, -1), addDays(event, -1), calendar), n)
      }),
    )
  })
  it('months end on the same day-number, or on the last day of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 36 }), (from, months) => {
        const due = addMonths(from, months)
        const monthsApart = (due.year - from.year) * 12 + due.month - from.month
        assert.equal(monthsApart, months)
        assert.ok(due.day === from.day || (due.day < from.day && due.day === due.daysInMonth))
      }),
    )
  })
  it('a person is of an age from that birthday until the next', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3000 }), (born, after) => {
        const day = addDays(born, after)
        const age = ageOn(born, day)
        assert.ok(isOnOrBefore(birthday(born, age), day))
        assert.ok(!isOnOrBefore(birthday(born, age + 1), day))
      }),
    )
  })
})
