import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date } from '../kernel/dates.ts'
import { easterSunday, isOfSchoolAge, schoolTermOf } from './schoolTerms.ts'

describe('school terms', () => {
  test('Easter Sunday', () => {
    const days = ['2008-03-23', '2014-04-20', '2023-04-09', '2024-03-31', '2025-04-20', '2038-04-25']
    assert.deepEqual(days.map((day) => easterSunday(date(day).year).toString()), days) // prettier-ignore
  })
  for (const { day, is } of [
    { day: '2022-09-01', is: 'autumn 2022-09-01..2022-12-31' },
    { day: '2023-01-01', is: 'spring 2023-01-01..2023-04-16' },
    { day: '2023-04-16', is: 'spring 2023-01-01..2023-04-16' },
    { day: '2023-04-17', is: 'summer 2023-04-17..2023-07-31' },
    { day: '2023-08-31', is: 'summer 2023-04-17..2023-07-31' },
  ])
    test(`${day} is in the ${is}`, () => {
      const { name, firstDay, lastDay } = schoolTermOf(date(day))
      assert.equal(`${name} ${firstDay.toString()}..${lastDay.toString()}`, is)
    })
  for (const { born, on, is } of [
    { born: '2018-08-31', on: '2023-03-31', is: true },
    { born: '2018-09-01', on: '2023-03-31', is: false },
    { born: '2018-09-01', on: '2023-09-01', is: true },
    { born: '2006-09-01', on: '2023-08-31', is: true },
    { born: '2006-08-31', on: '2023-03-31', is: false },
  ])
    test(`born ${born}, on ${on}: ${is ? 'of' : 'not of'} school age`, () => {
      assert.equal(isOfSchoolAge(date(born), date(on)), is)
    })
})
