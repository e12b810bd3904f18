import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date } from '../../kernel/dates.ts'
import { retentionSetting } from '../settings.ts'
import { judgeTimes } from './passed.ts'

const times = retentionSetting.of({})

interface Given {
  born?: string
  died?: string
  toldUpTo?: string
}

const judged = ({ born, died, toldUpTo }: Given, day: string) => {
  const { past, unknown, doubtful } = judgeTimes(
    [{ child: 'A', bornOn: born ? date(born) : null, diedOn: died ? date(died) : null, toldUpTo: toldUpTo ? date(toldUpTo) : null }],
    times,
    date(day),
  ) // prettier-ignore
  if (unknown.length > 0) return 'not known'
  if (doubtful.length > 0) return 'doubtful'
  return past[0] ? `since ${past[0].since.toString()} by ${past[0].why}` : 'kept'
}

describe('whose time is over (SI 2010/959, regulation 50)', () => {
  const cases: readonly (readonly [why: string, given: Given, day: string, right: string])[] = [
    ['the day before the 75th anniversary of birth', { born: '1951-05-09' }, '2026-05-08', 'kept'],
    ['the anniversary itself', { born: '1951-05-09' }, '2026-05-09', 'since 2026-05-09 by birth'],
    ['born on 29 February', { born: '1952-02-29' }, '2027-02-28', 'kept'],
    ['born on 29 February, the day after', { born: '1952-02-29' }, '2027-03-01', 'since 2027-03-01 by birth'],
    ['died as a child', { born: '2005-05-09', died: '2011-11-30' }, '2026-11-29', 'kept'],
    ['died as a child, 15 years ago', { born: '2005-05-09', died: '2011-11-30' }, '2026-11-30', 'since 2026-11-30 by death'],
    ['died on the 18th birthday: by birth', { born: '1990-05-09', died: '2008-05-09' }, '2026-11-30', 'kept'],
    ['no date of birth', {}, '2026-11-30', 'not known'],
    ['a date of birth that a spreadsheet made', { born: '1900-01-01', toldUpTo: '2026-04-01' }, '2026-11-30', 'doubtful'],
    ['told of to the age of 21', { born: '1940-05-09', toldUpTo: '1961-05-09' }, '2026-11-30', 'since 2015-05-09 by birth'],
  ] // prettier-ignore
  for (const [why, given, day, right] of cases) {
    test(why, () => {
      assert.equal(judged(given, day), right)
    })
  }

  test('an authority may keep longer, and not less', () => {
    const set = (value: object) => retentionSetting.schema.safeParse(value).success
    assert.deepEqual([set({ yearsFromBirth: 100 }), set({ yearsFromBirth: 74 }), set({ yearsFromDeath: 14 })], [true, false, false]) // prettier-ignore
  })
})
