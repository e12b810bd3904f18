import type { AllocationFact } from '../../officers/registers/allocations.ts'
import type { FamilyTieFact } from '../../children/registers/family.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, date, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { type Terms, giveChildren } from './allocation.ts'
import type { NewAllocation } from './allocationStep.ts'
import { endAllocation } from './endAllocation.ts'
import type { Standing } from './standing.ts'
import { allocationProblemText } from './allocationProblems.ts'
import { tieOf } from './family.ts'
import { versionOf, withVersion } from '../../registers/version.ts'
import { clashesOf } from './ties.ts'

const today = date('2026-11-20')

const officer = (officerId: string, more: Partial<OfficerFact> = {}): OfficerFact => ({
  officerId,
  name: `IRO ${officerId}`,
  role: 'IRO',
  fte: 1,
  startedOn: date('2020-01-01'),
  endedOn: null,
  employment: null,
  qualifiedOn: null,
  email: null,
  ...more,
})
const officers = [
  officer('A'),
  officer('B'),
  officer('LEAVER', { endedOn: date('2026-12-31') }),
  officer('NEW', { startedOn: date('2027-01-01') }),
  officer('FIRO', { role: 'FIRO' }),
]
/** `C1 A 2026-01-05..2026-02-01`; its version is `A 2026-01-05`. */
const allocation = (words: string): AllocationFact => {
  const [child = '', officerId = '', span = ''] = words.split(' ')
  const [from = '', to = ''] = span.split('..')
  return stored({ child, officerId, from: date(from), to: to === '' ? null : date(to) })
}
const stored = (one: AllocationFact): AllocationFact => withVersion(one, `${one.officerId} ${one.from.toString()}`)
const tie = (child: string, kind: FamilyTieFact['kind'], relative: string, apartReason: string | null = null) => ({
  child,
  relative,
  kind,
  apartReason,
})
const standing = (allocations: readonly string[], ties: readonly FamilyTieFact[] = []): Standing => ({
  officers,
  allocations: allocations.map(allocation),
  ties,
})
const terms: Terms = {
  day: today,
  reason: 'The officer leaves',
  note: '',
  apartReason: '',
  today,
  maySee: (child) => child !== 'SEALED',
}
const give = (words: string, replaces: string | null = null): NewAllocation => {
  const [child = '', officerId = ''] = words.split(' ')
  return { child, officerId, replaces }
}
const codes = (outcome: ReturnType<typeof giveChildren>): string[] =>
  'problems' in outcome ? outcome.problems.map(({ code }) => code) : []

const A_SINCE_JANUARY = 'A 2026-01-05'

describe('giving a child an officer', () => {
  const cases: readonly {
    why: string
    stands: readonly string[]
    ties?: readonly FamilyTieFact[]
    newAllocations: readonly NewAllocation[]
    terms?: Partial<Terms>
    problems: readonly string[]
  }[] = [
    { why: 'a new child', stands: [], newAllocations: [give('C1 A')], problems: [] },
    { why: 'nobody chosen', stands: [], newAllocations: [], problems: ['nobody_chosen'] },
    { why: 'no officer chosen', stands: [], newAllocations: [give('C1')], problems: ['officer_missing'] },
    { why: 'an officer who is none', stands: [], newAllocations: [give('C1 X')], problems: ['officer_unknown'] },
    { why: 'a fostering IRO', stands: [], newAllocations: [give('C1 FIRO')], problems: ['not_reviewing'] },
    { why: 'an officer not yet in post', stands: [], newAllocations: [give('C1 NEW')], problems: ['not_in_post'] },
    {
      why: 'that officer on the first day in post',
      stands: [],
      newAllocations: [give('C1 NEW')],
      terms: { day: date('2027-01-01') },
      problems: [],
    },
    {
      why: 'an IRO after the last day in post',
      stands: [],
      newAllocations: [give('C1 LEAVER')],
      terms: { day: date('2027-01-01') },
      problems: ['not_in_post'],
    },
    {
      why: 'a day that is no date',
      stands: [],
      newAllocations: [give('C1 A')],
      terms: { day: null },
      problems: ['day_missing'],
    },
    {
      why: 'a day more than a year ahead',
      stands: [],
      newAllocations: [give('C1 A')],
      terms: { day: date('2027-11-21') },
      problems: ['day_too_far'],
    },
    {
      why: 'someone else was first',
      stands: ['C1 B 2026-11-20'],
      newAllocations: [give('C1 A')],
      problems: ['changed_meanwhile'],
    },
    {
      why: 'another is planned already',
      stands: ['C1 B 2026-12-01'],
      newAllocations: [give('C1 A')],
      problems: ['planned_already'],
    },
    {
      why: 'a handover',
      stands: ['C1 A 2026-01-05'],
      newAllocations: [give('C1 B', A_SINCE_JANUARY)],
      problems: [],
    },
    {
      why: 'a handover of what was handed over meanwhile',
      stands: ['C1 A 2026-01-05..2026-03-01', 'C1 B 2026-03-01'],
      newAllocations: [give('C1 B', A_SINCE_JANUARY)],
      problems: ['changed_meanwhile'],
    },
    {
      why: 'a handover to the same officer',
      stands: ['C1 A 2026-01-05'],
      newAllocations: [give('C1 A', A_SINCE_JANUARY)],
      problems: ['same_officer'],
    },
    {
      why: 'a handover without a reason',
      stands: ['C1 A 2026-01-05'],
      newAllocations: [give('C1 B', A_SINCE_JANUARY)],
      terms: { reason: '' },
      problems: ['reason_missing'],
    },
    {
      why: 'a handover on the first day of the officer before, in the past',
      stands: ['C1 A 2026-01-05'],
      newAllocations: [give('C1 B', A_SINCE_JANUARY)],
      terms: { day: date('2026-01-05') },
      problems: ['day_before_start'],
    },
    {
      why: 'the officer of the child’s parent',
      stands: ['P1 A 2026-01-05'],
      ties: [tie('P1', 'PARENT', 'C1')],
      newAllocations: [give('C1 A')],
      problems: ['parent_and_child'],
    },
    {
      why: 'the officer of the parent’s child: the other way round',
      stands: ['C1 A 2026-01-05'],
      ties: [tie('P1', 'PARENT', 'C1')],
      newAllocations: [give('P1 A')],
      problems: ['parent_and_child'],
    },
    {
      why: 'parent and child at once to the same officer',
      stands: [],
      ties: [tie('P1', 'PARENT', 'C1')],
      newAllocations: [give('P1 A'), give('C1 A')],
      problems: ['parent_and_child', 'parent_and_child'],
    },
    {
      why: 'parent and child at once to different officers',
      stands: [],
      ties: [tie('P1', 'PARENT', 'C1')],
      newAllocations: [give('P1 A'), give('C1 B')],
      problems: [],
    },
    {
      why: 'an officer who becomes the parent’s later',
      stands: ['P1 A 2026-12-24'],
      ties: [tie('P1', 'PARENT', 'C1')],
      newAllocations: [give('C1 A')],
      problems: ['parent_and_child'],
    },
    {
      why: 'an officer who was the parent’s until that day',
      stands: ['P1 A 2026-01-05..2026-11-20'],
      ties: [tie('P1', 'PARENT', 'C1')],
      newAllocations: [give('C1 A')],
      problems: [],
    },
    {
      why: 'the officer of a parent who may not be seen: only that the officer is not free',
      stands: ['SEALED A 2026-01-05'],
      ties: [tie('SEALED', 'PARENT', 'C1')],
      newAllocations: [give('C1 A')],
      problems: ['officer_not_free'],
    },
    {
      why: 'another officer than the sibling’s, without a reason',
      stands: ['S1 A 2026-01-05'],
      ties: [tie('C1', 'SIBLING', 'S1')],
      newAllocations: [give('C1 B')],
      problems: ['apart_reason_missing'],
    },
    {
      why: 'another officer than the sibling’s, with a reason',
      stands: ['S1 A 2026-01-05'],
      ties: [tie('C1', 'SIBLING', 'S1')],
      newAllocations: [give('C1 B')],
      terms: { apartReason: 'The child asked' },
      problems: [],
    },
    {
      why: 'another officer than the sibling’s, where the reason is known already',
      stands: ['S1 A 2026-01-05'],
      ties: [tie('S1', 'SIBLING', 'C1', 'The child asked')],
      newAllocations: [give('C1 B')],
      problems: [],
    },
    {
      why: 'another officer than that of a sibling who may not be seen',
      stands: ['SEALED A 2026-01-05'],
      ties: [tie('C1', 'SIBLING', 'SEALED')],
      newAllocations: [give('C1 B')],
      problems: [],
    },
  ]
  for (const { why, stands, ties, newAllocations, terms: more, problems } of cases) {
    test(`${why}: ${problems.join(', ') || 'done'}`, () => {
      const outcome = giveChildren(standing(stands, ties), newAllocations, { ...terms, ...more })
      assert.deepEqual(codes(outcome), problems)
      if (!('problems' in outcome)) return
      for (const problem of outcome.problems) {
        const text = allocationProblemText(problem)
        assert.match(text, /^[A-Z]/)
        assert.doesNotMatch(text, /SEALED/)
      }
    })
  }

  test('a handover ends the old and begins the new on the same day, and says why', () => {
    const given = giveChildren(standing(['C1 A 2026-01-05']), [give('C1 B', A_SINCE_JANUARY)], {
      ...terms,
      note: 'Loves football',
    })
    assert.deepEqual(given, {
      allocations: [allocation('C1 A 2026-01-05..2026-11-20'), allocation('C1 B 2026-11-20')],
      ties: [],
      handovers: [
        {
          child: 'C1',
          on: today,
          fromOfficer: 'A',
          toOfficer: 'B',
          reason: 'The officer leaves',
          note: 'Loves football',
          undoneOn: null,
        },
      ],
    })
  })

  test('a slip of the same day is put right: the first officer never was', () => {
    const given = giveChildren(standing(['C1 A 2026-11-20']), [give('C1 B', 'A 2026-11-20')], terms)
    assert.deepEqual(given, { allocations: [allocation('C1 B 2026-11-20')], ties: [], handovers: [] })
  })

  test('the tie keeps the reason why siblings are apart, and drops it when they are together', () => {
    const ties = [tie('C1', 'SIBLING', 'S1')]
    const apart = giveChildren(standing(['S1 A 2026-01-05'], ties), [give('C1 B')], {
      ...terms,
      apartReason: 'The child asked',
    })
    assert.deepEqual('ties' in apart && apart.ties, [tie('C1', 'SIBLING', 'S1', 'The child asked')])
    const was = [tie('C1', 'SIBLING', 'S1', 'The child asked')]
    const together = giveChildren(
      standing(['S1 A 2026-01-05', 'C1 B 2026-01-05'], was),
      [give('C1 A', 'B 2026-01-05')],
      terms,
    )
    assert.deepEqual('ties' in together && together.ties, ties)
  })

  const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays(today, n))
  const newAllocations = fc.array(
    fc.tuple(fc.constantFrom('C1', 'C2', 'P1'), fc.constantFrom('A', 'B', 'LEAVER'), days),
    {
      maxLength: 8,
    },
  )
  test('however children are given on: never two officers at once, no day without, no parent’s officer', () => {
    fc.assert(
      fc.property(newAllocations, (steps) => {
        const ties = [tie('P1', 'PARENT', 'C1'), tie('C1', 'SIBLING', 'C2')]
        let allocations: readonly AllocationFact[] = []
        for (const [child, officerId, day] of steps) {
          const current = allocations.find(
            (one) => one.child === child && isOnOrBefore(one.from, day) && (one.to === null || isAfter(one.to, day)),
          )
          const given = giveChildren(
            { officers, allocations, ties },
            [{ child, officerId, replaces: versionOf(current) }],
            { ...terms, day, apartReason: 'They asked' },
          )
          if ('problems' in given) continue
          const keys = new Set(given.allocations.map((one) => `${one.child} ${one.from.toString()}`))
          allocations = [
            ...allocations.filter((one) => !keys.has(`${one.child} ${one.from.toString()}`)),
            ...given.allocations.map(stored),
          ]
          assert.deepEqual(clashesOf(['P1', 'C1'], allocations, ties, today), [])
        }
        for (const own of Map.groupBy(allocations, ({ child }) => child).values()) {
          const sorted = [...own].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))
          for (const [index, one] of sorted.entries()) {
            assert.equal(one.to?.toString() ?? null, sorted[index + 1]?.from.toString() ?? null)
          }
        }
      }),
    )
  })
})

describe('ending an allocation', () => {
  const stands = standing(['C1 A 2026-01-05'])
  for (const { why, isOurs, replaces, day, expected } of [
    { why: 'care goes on', isOurs: true, replaces: A_SINCE_JANUARY, day: today, expected: 'care_goes_on' },
    { why: 'care has ended', isOurs: false, replaces: A_SINCE_JANUARY, day: today, expected: '' },
    {
      why: 'someone else changed it',
      isOurs: false,
      replaces: 'B 2026-01-05',
      day: today,
      expected: 'changed_meanwhile',
    },
    { why: 'no day', isOurs: false, replaces: A_SINCE_JANUARY, day: null, expected: 'day_missing' },
    {
      why: 'a day before',
      isOurs: false,
      replaces: A_SINCE_JANUARY,
      day: date('2026-01-04'),
      expected: 'day_before_start',
    },
  ]) {
    test(`${why}: ${expected || 'it ends'}`, () => {
      const ended = endAllocation(stands, { child: 'C1', day, replaces, isOurs })
      if ('problems' in ended)
        assert.deepEqual(
          ended.problems.map(({ code }) => code),
          [expected],
        )
      else assert.deepEqual([expected, ended.allocations], ['', [allocation('C1 A 2026-01-05..2026-11-20')]])
    })
  }
})

describe('a tie between two children', () => {
  const entry = { child: 'C1', relative: 'C2', is: 'sibling', apartReason: '', isRelativeKnown: true } as const
  const same = ['C1 A 2026-01-05', 'C2 A 2026-01-05']
  const apart = ['C1 A 2026-01-05', 'C2 B 2026-01-05']
  for (const { why, stands, ties = [], more = {}, expected } of [
    { why: 'siblings with one officer', stands: same, expected: 'C1 SIBLING C2' },
    { why: 'siblings apart, without a reason', stands: apart, expected: 'apart_reason_missing' },
    {
      why: 'siblings apart, with a reason',
      stands: apart,
      more: { apartReason: 'Too many' },
      expected: 'C1 SIBLING C2',
    },
    { why: 'a parent with the same officer', stands: same, more: { is: 'parent' as const }, expected: 'same_officer' },
    {
      why: 'an own child with the same officer',
      stands: same,
      more: { is: 'own_child' as const },
      expected: 'same_officer',
    },
    { why: 'a parent with another officer', stands: apart, more: { is: 'parent' as const }, expected: 'C2 PARENT C1' },
    {
      why: 'an own child with another officer',
      stands: apart,
      more: { is: 'own_child' as const },
      expected: 'C1 PARENT C2',
    },
    { why: 'the child itself', stands: [], more: { relative: 'C1' }, expected: 'relative_is_the_child' },
    { why: 'nobody', stands: [], more: { relative: '' }, expected: 'relative_missing' },
    { why: 'someone who is not there', stands: [], more: { isRelativeKnown: false }, expected: 'relative_unknown' },
    { why: 'no kinship', stands: [], more: { is: null }, expected: 'kinship_missing' },
    { why: 'those tied already', stands: [], ties: [tie('C2', 'SIBLING', 'C1')], expected: 'tied_already' },
  ]) {
    test(`${why}: ${expected}`, () => {
      const outcome = tieOf(standing(stands, ties), { ...entry, ...more }, today)
      if ('problems' in outcome)
        assert.deepEqual(
          outcome.problems.map(({ code }) => code),
          [expected],
        )
      else assert.equal(`${outcome.child} ${outcome.kind} ${outcome.relative}`, expected)
    })
  }
})
