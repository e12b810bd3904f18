import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { family } from '../../children/registers/family.ts'
import { date } from '../../kernel/dates.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { officers } from '../../officers/registers/officers.ts'
import { rowsIn } from '../../registers/app/changeByHand.ts'
import type { Content, Register } from '../../registers/register.ts'
import { rowKey } from '../../registers/register.ts'
import { withVersion } from '../../registers/version.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { undoHandover } from './undoHandover.ts'

type Given = readonly [register: Register, content: Content, version?: string]

const BEFORE = '1'
const THEN = '2'
const SINCE = '3'

const officer = (id: string, more: Content = {}): Given => [
  officers,
  { officer_id: id, name: `Officer ${id}`, role: 'IRO', fte: 1, start_date: '2020-01-01', ...more },
  BEFORE,
]
const allocation = (child: string, id: string, from: string, to: string | null, version = THEN): Given => [
  allocations,
  { child, officer_id: id, from, ...(to !== null && { to }) },
  version,
]
const handover = (child: string, to = 'B', more: Content = {}): Given => [
  handovers,
  { child, date: '2026-11-23', from_officer: 'A', to_officer: to, reason: 'A leaves', ...more },
  THEN,
]
const handedOver = (child: string): Given[] => [
  allocation(child, 'A', '2026-01-05', '2026-11-23'),
  allocation(child, 'B', '2026-11-23', null),
  handover(child),
]

function undone(given: readonly Given[], today = '2026-11-30') {
  const stored = new Map<string, Map<string, Content>>()
  for (const [register, content, version = BEFORE] of [officer('A'), officer('B'), officer('C'), ...given]) {
    const rows = stored.get(register.name) ?? new Map<string, Content>()
    rows.set(rowKey(register, content), withVersion({ ...content }, version))
    stored.set(register.name, rows)
  }
  const result = undoHandover(rowsIn(stored), {
    fromOfficer: 'A',
    on: date('2026-11-23'),
    children: new Set(['X1', 'X2']),
    today: date(today),
    registers: [officers, allocations, handovers, family, reviews],
  })
  return {
    back: result.back.map(({ child }) => child),
    stays: result.stays.map(({ handover: { child }, why }) => `${child} ${why}`),
    allocations: result.allocations.map(
      ({ child, officerId, from, to }) => `${child} ${officerId} ${from.toString()}..${to?.toString() ?? ''}`,
    ),
    apart: result.ties.map(({ apartReason }) => apartReason),
  }
}

const review = (more: Content, version = SINCE): Given => [
  reviews,
  { review_ref: 'R1', child: 'X1', kind: 'CLA', officer_id: 'B', ...more },
  version,
]

describe('undoing a handover', () => {
  test('children go back as if it had not been, with the end that their time had', () => {
    const {
      back,
      stays,
      allocations: rows,
    } = undone([
      ...handedOver('X1'),
      allocation('X2', 'A', '2026-01-05', '2026-11-23'),
      allocation('X2', 'B', '2026-11-23', '2027-01-31'),
      handover('X2'),
    ])
    assert.deepEqual([back, stays], [['X1', 'X2'], []])
    assert.deepEqual(rows, [
      'X1 A 2026-01-05..',
      'X1 B 2026-11-23..2026-11-23',
      'X2 A 2026-01-05..2027-01-31',
      'X2 B 2026-11-23..2026-11-23',
    ])
  })

  const cases: readonly { what: string; given: readonly Given[]; stays: readonly string[] }[] = [
    { what: 'a review that the new IRO has held since', given: [review({ status: 'HELD', held_date: '2026-11-25' })], stays: ['X1 recorded_since'] },
    { what: 'a review of before that is known since before', given: [review({ status: 'HELD', held_date: '2026-11-20' }, BEFORE)], stays: [] },
    { what: 'a review of another IRO', given: [review({ status: 'HELD', held_date: '2026-11-25', officer_id: 'C' })], stays: [] },
    { what: 'a review that is only booked', given: [review({ status: 'PLANNED', booked_date: '2026-12-05' })], stays: [] },
    { what: 'a time with the new IRO that was ended since', given: [allocation('X1', 'B', '2026-11-23', '2026-11-28', SINCE)], stays: ['X1 changed_since'] },
    { what: 'a child who was handed on', given: [allocation('X1', 'B', '2026-11-23', '2026-11-28', SINCE), allocation('X1', 'C', '2026-11-28', null, SINCE)], stays: ['X1 changed_since'] },
    { what: 'an officer who leaves later', given: [officer('A', { end_date: '2026-12-31' })], stays: [] },
    { what: 'a mother whom the officer before has got meanwhile', given: [allocation('MUM', 'A', '2026-11-25', null, SINCE), [family, { child: 'X1', relative: 'MUM', kind: 'PARENT' }]], stays: ['X1 family'] },
    { what: 'a child who may not be seen', given: handedOver('X3'), stays: [] },
  ] // prettier-ignore
  for (const { what, given, stays } of cases) {
    test(`${what}: ${stays.length === 0 ? 'the child goes back' : 'the child stays, with why'}`, () => {
      const result = undone([...handedOver('X1'), ...handedOver('X2'), ...given])
      assert.deepEqual([result.stays, result.back], [stays, stays.length === 0 ? ['X1', 'X2'] : ['X2']])
    })
  }

  test('nobody goes back to an officer who has left by now', () => {
    const { back, stays } = undone([...handedOver('X1'), officer('A', { end_date: '2026-11-27' })])
    assert.deepEqual([back, stays], [[], ['X1 officer_left']])
  })

  test('a handover that is undone is not undone again', () => {
    const once = [
      allocation('X1', 'A', '2026-01-05', null, SINCE),
      allocation('X1', 'B', '2026-11-23', '2026-11-23', SINCE),
      handover('X1', 'B', { undone_date: '2026-11-24' }),
    ]
    assert.deepEqual(undone(once), { back: [], stays: [], allocations: [], apart: [] })
  })

  test('brothers and sisters who were apart before are apart again, with a reason', () => {
    const tie: Given = [family, { child: 'X1', relative: 'SIB', kind: 'SIBLING' }]
    const { apart } = undone([...handedOver('X1'), allocation('SIB', 'B', '2026-01-05', null, BEFORE), tie])
    assert.deepEqual(apart, ['They had different IROs before a handover that was undone'])
  })
})
