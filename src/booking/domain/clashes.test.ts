import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { aMeeting, aReview } from '../../../test/support/inviting.ts'
import { registersOf } from '../../../test/support/registers.ts'
import type { World } from '../../children/domain/world.ts'
import { date } from '../../kernel/dates.ts'
import type { AllocationFact } from '../../officers/registers/allocations.ts'
import { type BookingClash, clashOf, clashesOfOfficer, clashingReviews } from './clashes.ts'

const officer = (officerId: string, endedOn: string | null = null) => ({
  officerId, name: officerId, role: 'IRO' as const, fte: 1, startedOn: date('2020-01-01'),
  endedOn: endedOn === null ? null : date(endedOn), employment: null, qualifiedOn: null, email: null,
}) // prettier-ignore
const allocated = (officerId: string, from: string, to: string | null = null): AllocationFact => ({
  child: '100001',
  officerId,
  from: date(from),
  to: to === null ? null : date(to),
})
const meeting = aMeeting({ child: '100001', on: date('2023-02-15'), officerId: 'O1' })

/** The child reviewed last on 5 September 2022, with a review booked for 15 February 2023 with O1. */
const world = (more: Parameters<typeof registersOf>[0] = {}): World => ({
  ...aWorld([aChild({ episodes: ['2022-05-09..'], reviews: ['2022-06-06', '2022-09-05'] })], { asAt: '2022-11-22' }),
  registers: registersOf({
    officers: [officer('O1'), officer('O2')],
    allocations: [allocated('O1', '2022-05-09')],
    reviews: [aReview({ child: '100001' })],
    meetings: [meeting],
    ...more,
  }),
})

describe('a booked review and its IRO', () => {
  const cases: readonly { why: string; more: Parameters<typeof registersOf>[0]; clash: BookingClash['code'] | null }[] =
    [
      { why: 'who is there and has the child', more: {}, clash: null },
      {
        why: 'who is away on that day',
        more: { absences: [{ officerId: 'O1', from: date('2023-02-13'), to: date('2023-02-15'), kind: 'LEAVE' }] },
        clash: 'away',
      },
      {
        why: 'who is back by then',
        more: { absences: [{ officerId: 'O1', from: date('2023-02-01'), to: date('2023-02-14'), kind: 'LEAVE' }] },
        clash: null,
      },
      {
        why: 'who has left by then',
        more: { officers: [officer('O1', '2022-12-31'), officer('O2')] },
        clash: 'not_in_post',
      },
      {
        why: 'who hands the child over before',
        more: { allocations: [allocated('O1', '2022-05-09', '2023-01-01'), allocated('O2', '2023-01-01')] },
        clash: 'handed_over',
      },
      {
        why: 'who hands the child over afterwards',
        more: { allocations: [allocated('O1', '2022-05-09', '2023-02-16'), allocated('O2', '2023-02-16')] },
        clash: null,
      },
      {
        why: 'who stands in and never had the child',
        more: { allocations: [allocated('O2', '2022-05-09')] },
        clash: null,
      },
    ]
  for (const { why, more, clash } of cases) {
    test(why, () => {
      const then = world(more)
      assert.equal(clashOf(then, meeting)?.code ?? null, clash)
      assert.equal(clashesOfOfficer(then, 'O1').length, clash === null ? 0 : 1)
      assert.equal(clashingReviews(then).length, clash === null ? 0 : 1)
    })
  }

  test('a meeting whose day has passed waits for its outcome: no other IRO can chair it', () => {
    const then = world({
      meetings: [{ ...meeting, on: date('2022-11-21') }],
      absences: [{ officerId: 'O1', from: date('2022-11-21'), to: date('2022-11-21'), kind: 'OTHER' }],
    })
    assert.deepEqual(clashingReviews(then), [])
  })
})
