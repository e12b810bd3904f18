import type { AbsenceFact } from '../../officers/registers/absences.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import type { OfficerRequestFact } from '../../officers/registers/officerRequests.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { date } from '../../kernel/dates.ts'
import { type OfficerEntry, officerOf, officerProblemText } from './officers.ts'
import { absenceOf, absenceProblemText, absenceUntil } from './absenceEntry.ts'
import { withVersion } from '../../registers/version.ts'
import { decided, requestOf, requestProblemText } from './requests.ts'

const today = date('2026-11-20')
const known: OfficerFact = withVersion<OfficerFact>(
  {
    officerId: 'O1',
    name: 'Ifeanyi Price',
    role: 'IRO',
    fte: 1,
    startedOn: date('2020-01-01'),
    endedOn: null,
    employment: 'PERMANENT',
    qualifiedOn: null,
    email: null,
  },
  'v1',
)
const entry: OfficerEntry = { ...known, officerId: 'O2', name: 'Sunita Marsh', email: null }

describe('an officer as entered', () => {
  for (const { why, more, replaces = null, expected } of [
    { why: 'new', more: {}, expected: [] },
    { why: 'an id in other letters', more: { officerId: 'o1' }, expected: ['id_taken'] },
    { why: 'no id and no name', more: { officerId: '', name: '' }, expected: ['id_missing', 'name_missing'] },
    { why: 'an id of a whole page', more: { officerId: 'x'.repeat(51) }, expected: ['id_too_long'] },
    { why: 'no role', more: { role: null }, expected: ['role_missing'] },
    { why: 'no time', more: { fte: 0 }, expected: ['fte_out_of_range'] },
    { why: 'more than full time', more: { fte: 1.1 }, expected: ['fte_out_of_range'] },
    { why: 'no first day', more: { startedOn: null }, expected: ['start_missing'] },
    { why: 'an end before the start', more: { endedOn: date('2019-12-31') }, expected: ['ends_before_start'] },
    { why: 'changed as it stood', more: { officerId: 'O1' }, replaces: 'v1', expected: [] },
    {
      why: 'changed after someone else',
      more: { officerId: 'O1' },
      replaces: 'v0',
      expected: ['changed_meanwhile'],
    },
  ]) {
    test(`${why}: ${expected.join(', ') || 'kept'}`, () => {
      const outcome = officerOf({ ...entry, ...more }, [known], replaces)
      const problems = 'problems' in outcome ? outcome.problems : []
      assert.deepEqual(
        problems.map(({ code }) => code),
        expected,
      )
      for (const problem of problems) assert.match(officerProblemText(problem), /^[A-Z]/)
    })
  }
})

describe('an absence', () => {
  const away = withVersion<AbsenceFact>(
    { officerId: 'O1', from: date('2026-12-01'), to: date('2026-12-10'), kind: 'LEAVE' },
    'v1',
  )
  for (const { why, from, to, expected } of [
    { why: 'another time', from: '2026-12-11', to: '2026-12-20', expected: [] },
    { why: 'over a day that is entered', from: '2026-12-10', to: '2026-12-20', expected: ['overlaps'] },
    { why: 'the wrong way round', from: '2026-12-20', to: '2026-12-19', expected: ['to_before_from'] },
  ]) {
    test(`${why}: ${expected.join() || 'kept'}`, () => {
      const outcome = absenceOf({ officerId: 'O1', from: date(from), to: date(to), kind: 'OTHER' }, [known], [away])
      const problems = 'problems' in outcome ? outcome.problems : []
      assert.deepEqual(
        problems.map(({ code }) => code),
        expected,
      )
      for (const problem of problems) assert.match(absenceProblemText(problem), /^[A-Z]/)
    })
  }
  test('ends earlier, unless someone else has changed it', () => {
    const asked = { officerId: 'O1', from: away.from, to: date('2026-12-05') }
    assert.deepEqual(absenceUntil([away], { ...asked, replaces: 'v1' }), { ...away, to: date('2026-12-05') })
    const late = absenceUntil([away], { ...asked, replaces: 'v0' })
    assert.ok('problems' in late && late.problems[0]?.code === 'changed_meanwhile')
  })
})

describe('a wish for another officer', () => {
  const asked: OfficerRequestFact = {
    child: 'C1',
    on: date('2026-11-18'),
    askedBy: 'CHILD',
    reason: null,
    decision: null,
    decidedOn: null,
    decisionReason: null,
  }
  for (const { why, more, expected } of [
    { why: 'today', more: {}, expected: [] },
    { why: 'tomorrow', more: { on: date('2026-11-21') }, expected: ['day_in_future'] },
    { why: 'twice on a day', more: { on: asked.on }, expected: ['asked_already'] },
    { why: 'by nobody', more: { askedBy: null, on: null }, expected: ['asker_missing', 'day_missing'] },
  ]) {
    test(`written down: ${why}: ${expected.join() || 'kept'}`, () => {
      const outcome = requestOf({ child: 'C1', on: today, askedBy: 'CHILD', reason: '', ...more }, [asked], today)
      const problems = 'problems' in outcome ? outcome.problems : []
      assert.deepEqual(
        problems.map(({ code }) => code),
        expected,
      )
      for (const problem of problems) assert.match(requestProblemText(problem), /^[A-Z]/)
    })
  }
  test('a no needs a reason; what is decided stays decided', () => {
    const no = { child: 'C1', on: asked.on, decision: 'NOT_AGREED' as const, reason: '' }
    const without = decided(no, [asked], today)
    assert.ok('problems' in without && without.problems[0]?.code === 'decision_reason_missing')
    const done = decided({ ...no, reason: 'You only met once' }, [asked], today)
    assert.ok(!('problems' in done))
    assert.deepEqual([done.decision, done.decidedOn?.toString()], ['NOT_AGREED', '2026-11-20'])
    const again = decided({ ...no, decision: 'AGREED' }, [done], today)
    assert.ok('problems' in again && again.problems[0]?.code === 'changed_meanwhile')
  })
})
