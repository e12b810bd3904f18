import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { aSending } from '../../test/support/messages.ts'
import { type Behaviour, aNotify } from '../../test/support/notify.ts'
import { makeProviders } from './providers/providers.ts'

const root = join(import.meta.dirname, '../..')

/** No insert into the history, and so no change of a message, gets further than its commit. */
const BARRIER = 'begin; lock table message_event in share mode'

interface Moment {
  when: string
  /** What the counterpart does with the message. */
  notify: (hold: () => Promise<unknown>) => Behaviour
  isHeldFromTheStart?: boolean
  /** Done when the process is where it is to be killed. */
  reached: 'held up at the barrier' | 'at the counterpart'
  /** What becomes of it afterwards. */
  state: 'sent' | 'needs_someone'
  taken: number
}

const moments: Moment[] = [
  {
    when: 'it has claimed the message, and not committed that',
    notify: () => ({ kind: 'take' }),
    isHeldFromTheStart: true,
    reached: 'held up at the barrier',
    state: 'sent',
    taken: 1,
  },
  {
    when: 'the message is on its way to the provider, who has not taken it',
    notify: () => ({ kind: 'hold_before' }),
    reached: 'at the counterpart',
    state: 'needs_someone',
    taken: 0,
  },
  {
    when: 'the provider has taken it, and has not answered',
    notify: () => ({ kind: 'hold_after' }),
    reached: 'at the counterpart',
    state: 'sent',
    taken: 1,
  },
  {
    when: 'the provider has answered, and that is not committed',
    notify: (hold) => ({ kind: 'take', beforeAnswering: hold }),
    reached: 'held up at the barrier',
    state: 'sent',
    taken: 1,
  },
]

describe('a process killed while it sends', async () => {
  const notify = await aNotify()
  const providers = makeProviders({ notify: notify.configuration, smtp: null })
  const sending = await aSending(providers)
  const { database, url } = sending.test
  const serving = () => startServing({ FOOTPRINT_DATABASE_URL: url, ...notify.environment })

  for (const { when, notify: how, isHeldFromTheStart, reached, state, taken } of moments) {
    test(`${when}: afterwards it is ${state}`, async () => {
      sending.clock.setToNow()
      const message = await sending.put()
      const holder = new pg.Client({ connectionString: url })
      await holder.connect()
      const hold = () => holder.query(BARRIER)
      notify.will(how(hold))
      if (isHeldFromTheStart) await hold()
      const child = serving()
      try {
        if (reached === 'at the counterpart') await notify.arrived()
        else await until(() => isHeldUp())
      } finally {
        await kill(child)
        await holder.end()
      }
      await until(() => isGone())

      let current = await sending.now(message)
      while (current.state === 'waiting' || current.state === 'sending') current = await sending.next(message)
      assert.equal(current.state, state)
      const references = notify.taken.filter(({ reference }) => reference.startsWith(message.messageId))
      assert.equal(references.length, taken)
    })
  }

  test('two processes share the work, each message is sent once, and both end when they are asked to', async () => {
    sending.clock.setToNow()
    const messages = await Promise.all(Array.from({ length: 30 }, () => sending.put()))
    const both = [serving(), serving()]
    const unsent = async () => {
      const all = await Promise.all(messages.map((message) => sending.now(message)))
      return all.filter(({ state }) => state !== 'sent').length
    }
    await until(async () => (await unsent()) === 0)
    for (const { messageId } of messages) {
      assert.equal(notify.taken.filter(({ reference }) => reference.startsWith(messageId)).length, 1)
    }
    for (const child of both) {
      const exited = once(child, 'exit')
      child.kill('SIGINT')
      assert.deepEqual(await exited, [130, null])
    }
  })

  async function isHeldUp(): Promise<boolean> {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database()
      and application_name = 'footprint' and wait_event_type = 'Lock'`.execute(database)
    return rows.length > 0
  }

  /** Whether the server has noticed that nobody is at the other end, and has put back what was not committed. */
  async function isGone(): Promise<boolean> {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid()
      and (application_name = 'footprint-jobs' or application_name = 'footprint' and state <> 'idle')`.execute(database)
    return rows.length === 0
  }
})

function startServing(environment: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(join(root, 'bin/footprint'), ['serve', '--port', '0'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  after(() => {
    child.kill('SIGKILL')
  })
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  assert.ok(child.kill('SIGKILL'), 'it was still at work')
  await exited
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const WITHIN_MILLISECONDS = 60_000
  const end = performance.now() + WITHIN_MILLISECONDS
  while (!(await condition())) assert.ok(performance.now() < end, 'it never came to that')
}
