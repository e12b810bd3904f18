import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSending } from '../../test/support/messages.ts'
import { type Behaviour, aNotify } from '../../test/support/notify.ts'
import { demoAuthority } from '../platform/authorities.ts'
import type { Provider, Providers } from './app/provider.ts'
import { makeNotify } from './providers/notify.ts'

const CODE = demoAuthority.code
/** Longer than an answer on this computer takes, shorter than anyone waits for a test. */
const TIMEOUT_MILLISECONDS = 400

describe('sending through GOV.UK Notify', async () => {
  const notify = await aNotify()
  const provider = makeNotify(notify.configuration, TIMEOUT_MILLISECONDS)
  const sending = await aSending({ EMAIL: provider, TEXT: provider, LETTER: provider })
  const { put, next, now, messages } = sending
  const takenOf = ({ messageId }: { messageId: string }) =>
    notify.taken.filter(({ reference }) => reference.startsWith(messageId))
  const stepsOf = async ({ messageId }: { messageId: string }) =>
    (await messages.history(CODE, messageId)).map(({ step }) => step)

  for (const { channel, address, type, to } of [
    { channel: 'EMAIL', address: 'mary@example.org', type: 'email', to: 'mary@example.org' },
    { channel: 'TEXT', address: '07700 900123', type: 'sms', to: '07700 900123' },
    { channel: 'LETTER', address: '1 High Street\nTown\nZB1 1AA', type: 'letter', to: '1 High Street\nTown\nZB1 1AA' },
  ] as const) {
    test(`${channel}: taken once, asked about, arrived`, async () => {
      const message = await put({ channel, address })
      const sent = await next(message)
      assert.equal(sent.state, 'sent')
      assert.equal(sent.sentAt?.toString(), sending.clock.now().toString())
      const [taken, ...others] = takenOf(message)
      assert.ok(taken && others.length === 0)
      assert.deepEqual([taken.type, taken.to, taken.reference], [type, to, `${message.messageId}-1`])
      assert.deepEqual(
        [taken.personalisation['subject'], taken.personalisation['body']],
        [message.subject, message.body],
      )

      assert.equal((await next(message)).state, 'sent', 'it is on its way')
      taken.status = 'delivered'
      const arrived = await next(message)
      assert.deepEqual([arrived.state, arrived.nextAt], ['delivered', null])
      assert.deepEqual(await stepsOf(message), ['put', 'claim', 'taken', 'arrive'])
    })
  }

  for (const { status, state, reason } of [
    { status: 'permanent-failure', state: 'needs_someone', reason: /no such address/ },
    { status: 'temporary-failure', state: 'needs_someone', reason: /inbox was full/ },
    { status: 'technical-failure', state: 'needs_someone', reason: /had a fault/ },
    { status: 'received', state: 'sent', reason: /Printed and put in the post/ },
  ]) {
    test(`${status} in the end: ${state}`, async () => {
      const message = await put()
      await next(message)
      const [taken] = takenOf(message)
      assert.ok(taken)
      taken.status = status
      const after = await next(message)
      assert.deepEqual([after.state, after.nextAt], [state, null])
      assert.match(after.reason ?? '', reason)
    })
  }

  test('asking whether it arrived ends after a week, and leaves it sent', async () => {
    const message = await put()
    let asked = 0
    for (let sent = await next(message); sent.nextAt !== null; sent = await next(message)) {
      assert.equal(sent.state, 'sent')
      assert.ok((asked += 1) < 20)
    }
    assert.ok(asked > 3)
    assert.deepEqual(await stepsOf(message), ['put', 'claim', 'taken'], 'asking fills no history')
  })

  // Certainly not taken: tried again, and then taken once.
  for (const { why, how } of [
    { why: 'too busy', how: { kind: 'fail', status: 429 } },
    { why: 'a fault, and it does not know the message', how: { kind: 'fail', status: 500 } },
    { why: 'a key that it does not know', how: { kind: 'fail', status: 403 } },
  ] satisfies { why: string; how: Behaviour }[]) {
    test(`${why}: later again`, async () => {
      const message = await put()
      notify.will(how)
      const waiting = await next(message)
      assert.equal(waiting.state, 'waiting')
      assert.ok(waiting.nextAt && waiting.nextAt.epochMilliseconds > sending.clock.now().epochMilliseconds)
      assert.equal((await next(message)).state, 'sent')
      assert.equal(takenOf(message).length, 1)
    })
  }

  test('too busy again and again: ever later, then it needs someone', async () => {
    const message = await put()
    const waits: number[] = []
    for (;;) {
      notify.will({ kind: 'fail', status: 429 })
      const { state, nextAt, reason } = await next(message)
      if (state === 'needs_someone') {
        assert.match(reason ?? '', /could not be sent.*too busy/)
        break
      }
      assert.ok(nextAt)
      waits.push(nextAt.epochMilliseconds - sending.clock.now().epochMilliseconds)
    }
    assert.deepEqual(
      waits,
      [...waits].sort((a, b) => a - b),
    )
    assert.equal(waits.length, 6)
    assert.equal(takenOf(message).length, 0)
  })

  test('a fault after it had taken the message: found at once', async () => {
    const message = await put()
    notify.will({ kind: 'fail', status: 503, isTaken: true })
    assert.equal((await next(message)).state, 'sent')
    assert.equal(takenOf(message).length, 1)
  })

  test('a fault, and the message comes to light only before the next try: not sent again', async () => {
    const message = await put()
    notify.will({ kind: 'fail', status: 500 })
    await next(message)
    notify.taken.push({ id: 'late', reference: `${message.messageId}-1`, type: 'email', to: '', personalisation: {}, status: 'created' }) // prettier-ignore
    assert.equal((await next(message)).state, 'sent')
    assert.equal(takenOf(message).length, 1)
  })

  for (const { why, how } of [
    { why: 'the connection is lost after it was taken', how: { kind: 'drop_after' } },
    { why: 'no answer after it was taken', how: { kind: 'hold_after' } },
    { why: 'an answer that says nothing', how: { kind: 'answer_nonsense' } },
    { why: 'a gateway that has lost sight of it', how: { kind: 'fail', status: 504, isTaken: true } },
  ] satisfies { why: string; how: Behaviour }[]) {
    test(`${why}: found by its reference, never sent again`, async () => {
      const message = await put()
      notify.will(how)
      assert.equal((await next(message)).state, 'sending')
      const found = await next(message)
      assert.deepEqual([found.state, found.providerId], ['sent', takenOf(message)[0]?.id])
      assert.equal(takenOf(message).length, 1)
    })
  }

  for (const { why, how } of [
    { why: 'the connection is lost before it was taken', how: { kind: 'drop_before' } },
    { why: 'no answer, and it was not taken', how: { kind: 'hold_before' } },
  ] satisfies { why: string; how: Behaviour }[]) {
    test(`${why}: asked for a while, then nobody can say`, async () => {
      const message = await put()
      notify.will(how)
      let looked = 0
      let current = await next(message)
      while (current.state === 'sending') {
        looked += 1
        current = await next(message)
      }
      assert.equal(current.state, 'needs_someone')
      assert.match(current.reason ?? '', /Nobody can say whether it has gone/)
      assert.ok(looked >= 5, 'it was asked for several times')
      assert.equal(current.attempts, 1)
      assert.equal(takenOf(message).length, 0)
    })
  }

  test('two answers to one request are one', async () => {
    const message = await put()
    notify.will({ kind: 'answer_twice' })
    assert.equal((await next(message)).state, 'sent')
    assert.equal(takenOf(message).length, 1)
  })

  test('a provider that can not be asked either: nobody can say', async () => {
    const message = await put()
    notify.will({ kind: 'drop_after' })
    notify.isAskable = false
    let current = await next(message)
    while (current.state === 'sending') current = await next(message)
    notify.isAskable = true
    assert.equal(current.state, 'needs_someone')
    assert.match(current.reason ?? '', /does not answer when asked for it\. Nobody can say/)
  })

  test('an address that it does not take needs someone at once, who learns why', async () => {
    const refused = await next(await put({ address: 'not an address' }))
    assert.equal(refused.state, 'needs_someone')
    assert.match(refused.reason ?? '', /something is wrong with the address.*Not a valid email address/)
  })

  test('two workers at once send it once', async () => {
    const message = await put()
    await Promise.all([1, 2, 3].map(() => sending.takeNextStep(CODE, message.messageId)))
    assert.equal((await now(message)).state, 'sent')
    assert.equal(takenOf(message).length, 1)
  })

  test('nothing listens at the address: certainly not taken', async () => {
    const away = makeNotify({ ...notify.configuration, url: 'http://127.0.0.1:9' }, TIMEOUT_MILLISECONDS)
    assert.deepEqual((await away.send(await put(), 'x')).code, 'not_taken')
  })
})

/** A provider of whom a test says what it answers. */
const aProvider = (more: Partial<Provider> = {}): Provider => ({
  name: 'a provider',
  send: () => Promise.resolve({ code: 'taken', providerId: 'x' }),
  asks: null,
  ...more,
})

describe('when messages go', () => {
  const sent: string[] = []
  const providers: Providers = {
    TEXT: aProvider({
      send: ({ messageId }) => {
        sent.push(messageId)
        return Promise.resolve({ code: 'taken', providerId: '' })
      },
    }),
  }
  /** Each test has its own: they count what is looked for. */
  async function going() {
    const sending = await aSending(providers)
    const { database } = sending.test
    return {
      ...sending,
      database,
      step: async (message: { messageId: string }) => {
        await sending.takeNextStep(CODE, message.messageId)
        return sending.now(message)
      },
      jobs: async () =>
        (await sql<{ data: unknown }>`select data from jobs.job where state = 'created'`.execute(database)).rows,
    }
  }

  test('jobs remind of what is due, with nothing in them but whose it is and its id', async () => {
    const { put, lookForWork, step, jobs } = await going()
    const message = await put({ channel: 'TEXT', address: '07700900123' })
    assert.deepEqual(await jobs(), [{ data: { authority: CODE, id: message.messageId } }])
    assert.equal(await lookForWork(), 1)
    assert.equal((await jobs()).length, 1, 'one job for a message is enough')
    assert.equal((await step(message)).state, 'sent')
    assert.equal(await lookForWork(), 0)
  })

  test('looking around finds a message whose job was lost', async () => {
    const { put, lookForWork, step, jobs, database } = await going()
    const message = await put({ channel: 'TEXT' })
    await sql`delete from jobs.job`.execute(database)
    assert.equal(await lookForWork(), 1)
    assert.deepEqual(await jobs(), [{ data: { authority: CODE, id: message.messageId } }])
    await step(message)
  })

  test('not before it is to', async () => {
    const { put, next, clock, lookForWork, step } = await going()
    const message = await put({ channel: 'TEXT', sendFrom: clock.now().add({ hours: 3 }) })
    assert.equal((await step(message)).state, 'waiting')
    assert.equal(await lookForWork(), 0)
    assert.equal((await next(message)).state, 'sent')
  })

  test('to a child, not in quiet hours, also where they began while it waited', async () => {
    const { put, next, clock, step } = await going()
    clock.pass(7.9 * 3600) // shortly before eight in the evening
    const message = await put({ channel: 'TEXT', role: 'CHILD' })
    clock.pass(3600)
    const waiting = await step(message)
    assert.equal(waiting.state, 'waiting')
    assert.match(String(waiting.nextAt), /T08:00:00Z$/)
    assert.equal((await next(message)).state, 'sent')
  })

  test('a channel without a provider waits, and goes on when there is one', async () => {
    const { put, lookForWork, step } = await going()
    const message = await put({ channel: 'EMAIL' })
    assert.equal((await step(message)).state, 'waiting')
    assert.equal(await lookForWork(), 0, 'and is not looked at again and again')
  })

  test('what has waited for too long needs someone, and is not sent', async () => {
    const { put, clock, step } = await going()
    const message = await put({ channel: 'TEXT' })
    clock.pass(15 * 24 * 3600)
    const late = await step(message)
    assert.equal(late.state, 'needs_someone')
    assert.match(late.reason ?? '', /more than 14 days/)
    assert.equal(sent.includes(message.messageId), false)
  })
})

describe('a worker that comes back late', async () => {
  let answer = (): Promise<void> => Promise.resolve()
  const provider = aProvider({
    send: async () => {
      await answer()
      return { code: 'taken', providerId: 'x' }
    },
  })
  const { put, now, clock, takeNextStep } = await aSending({ EMAIL: provider })

  test('with the word that it was taken, when others had given up: then it is known after all', async () => {
    const message = await put()
    answer = async () => {
      clock.pass(600)
      await takeNextStep(CODE, message.messageId)
      const given = await now(message)
      assert.equal(given.state, 'needs_someone')
      assert.match(given.reason ?? '', /interrupted\. Nobody can say/)
    }
    await takeNextStep(CODE, message.messageId)
    assert.equal((await now(message)).state, 'sent')
  })
})
