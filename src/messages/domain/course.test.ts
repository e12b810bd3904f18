import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../kernel/dates.ts'
import { type Answer, type SendingRules, turnAfter, turnAfterAsking, turnAfterLooking } from './answer.ts'
import { addressProblem } from './channels.ts'
import { namesOf } from '../../workflows/describe.ts'
import { messageCourse, stateAfter } from './course.ts'

const states = namesOf(messageCourse.states)
const steps = namesOf(messageCourse.steps)

describe('what may follow what', () => {
  for (const { state, may } of [
    { state: 'draft', may: ['put', 'approve', 'edit', 'withdraw', 'settle'] },
    { state: 'waiting', may: ['put', 'postpone', 'claim', 'give_up', 'withdraw', 'settle', 'post', 'replace'] },
    { state: 'sending', may: ['taken', 'not_taken', 'look', 'give_up'] },
    { state: 'sent', may: ['give_up', 'ask', 'arrive', 'replace'] },
    { state: 'delivered', may: ['replace'] },
    { state: 'needs_someone', may: ['taken', 'settle', 'post', 'replace'] },
    { state: 'withdrawn', may: [] },
    { state: 'settled', may: [] },
  ] as const) {
    test(`${state}: ${may.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(steps.filter((step) => stateAfter(state, step) !== null).sort(), [...may].sort())
    })
  }

  test('only what waits is claimed, and what may have gone comes back only where it certainly has not', () => {
    assert.deepEqual(
      states.filter((state) => stateAfter(state, 'claim') !== null),
      ['waiting'],
    )
    const backToWaiting = states.flatMap((from) =>
      steps
        .filter((step) => from !== 'waiting' && stateAfter(from, step) === 'waiting')
        .map((step) => `${from} ${step}`),
    )
    assert.deepEqual(backToWaiting, ['draft approve', 'sending not_taken'])
  })

  test('nothing that was sent is ever withdrawn', () => {
    for (const state of ['sending', 'sent', 'delivered'] as const) assert.equal(stateAfter(state, 'withdraw'), null)
  })
})

const rules: SendingRules = {
  retrySeconds: [60, 300],
  leaseSeconds: 180,
  lookSeconds: [30, 120],
  askSeconds: [10, 20],
  staleDays: 14,
}
const now = instant('2026-11-24T12:00:00Z')
const secondsUntil = (moment: { epochMilliseconds: number } | null) =>
  moment && (moment.epochMilliseconds - now.epochMilliseconds) / 1000

describe('what follows from an answer', () => {
  for (const { why, answer, attempts, isAskable, step, seconds } of [
    {
      why: 'taken, and can be asked',
      answer: { code: 'taken', providerId: 'x' },
      attempts: 1,
      isAskable: true,
      step: 'taken',
      seconds: 10,
    },
    {
      why: 'taken, and can’t be asked',
      answer: { code: 'taken', providerId: 'x' },
      attempts: 1,
      isAskable: false,
      step: 'taken',
      seconds: null,
    },
    {
      why: 'refused for good',
      answer: { code: 'refused', why: 'no' },
      attempts: 1,
      isAskable: true,
      step: 'give_up',
      seconds: null,
    },
    {
      why: 'not taken, first',
      answer: { code: 'not_taken', why: 'busy' },
      attempts: 1,
      isAskable: true,
      step: 'not_taken',
      seconds: 60,
    },
    {
      why: 'not taken, second',
      answer: { code: 'not_taken', why: 'busy' },
      attempts: 2,
      isAskable: true,
      step: 'not_taken',
      seconds: 300,
    },
    {
      why: 'not taken, once too often',
      answer: { code: 'not_taken', why: 'busy' },
      attempts: 3,
      isAskable: true,
      step: 'give_up',
      seconds: null,
    },
    {
      why: 'unknown, and can be asked',
      answer: { code: 'unknown', why: 'lost' },
      attempts: 1,
      isAskable: true,
      step: 'look',
      seconds: 30,
    },
    {
      why: 'unknown, and can’t be asked',
      answer: { code: 'unknown', why: 'lost' },
      attempts: 1,
      isAskable: false,
      step: 'give_up',
      seconds: null,
    },
  ] as const) {
    // prettier-ignore
    test(why, () => {
      const turn = turnAfter(answer, { attempts, isAskable, now, rules })
      assert.deepEqual([turn.step, secondsUntil(turn.nextAt)], [step, seconds])
    })
  }

  test('what nobody knows is never put in line again, whatever the try', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.boolean(), (attempts, isAskable) => {
        const unknown: Answer = { code: 'unknown', why: 'lost' }
        assert.notEqual(turnAfter(unknown, { attempts, isAskable, now, rules }).step, 'not_taken')
        for (const code of ['absent', 'silent'] as const) {
          assert.notEqual(turnAfterLooking({ code }, attempts, now, rules).step, 'not_taken')
        }
      }),
    )
  })

  test('looking for it ends: found, or with someone who must find out', () => {
    assert.equal(turnAfterLooking({ code: 'found', providerId: 'x' }, 1, now, rules).step, 'taken')
    assert.equal(secondsUntil(turnAfterLooking({ code: 'absent' }, 1, now, rules).nextAt), 120)
    const last = turnAfterLooking({ code: 'absent' }, 2, now, rules)
    assert.equal(last.step, 'give_up')
    assert.match(last.why ?? '', /Nobody can say whether it has gone/)
  })

  test('asking whether it arrived ends, and says nothing where nothing is known', () => {
    assert.equal(turnAfterAsking({ code: 'arrived' }, 0, now, rules).step, 'arrive')
    assert.equal(turnAfterAsking({ code: 'failed', why: 'no' }, 0, now, rules).step, 'give_up')
    assert.equal(secondsUntil(turnAfterAsking({ code: 'on_its_way' }, 0, now, rules).nextAt), 20)
    assert.deepEqual(turnAfterAsking({ code: 'silent' }, 1, now, rules), { step: 'ask', why: null, nextAt: null })
  })
})

describe('addresses', () => {
  for (const { channel, address, problem } of [
    { channel: 'EMAIL', address: 'a@example.org', problem: null },
    { channel: 'EMAIL', address: 'a@example.org, b@example.org', problem: 'not_an_email' },
    { channel: 'EMAIL', address: 'a@example', problem: 'not_an_email' },
    { channel: 'TEXT', address: '07700 900123', problem: null },
    { channel: 'TEXT', address: '+44 (0)7700-900123', problem: null },
    { channel: 'TEXT', address: '0770', problem: 'not_a_number' },
    { channel: 'TEXT', address: 'a@example.org', problem: 'not_a_number' },
    { channel: 'LETTER', address: '1 High Street\nTown\n\nZB1 1AA', problem: null },
    { channel: 'LETTER', address: '1 High Street\nZB1 1AA', problem: 'too_few_lines' },
    { channel: 'LETTER', address: '1\n2\n3\n4\n5\n6\n7\n8', problem: 'too_many_lines' },
    { channel: 'LETTER', address: '  ', problem: 'missing' },
  ] as const) {
    test(`${channel} ${JSON.stringify(address)}: ${problem ?? 'fine'}`, () => {
      assert.equal(addressProblem(channel, address), problem)
    })
  }
})
