import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import type { KyselyPlugin } from 'kysely'
import { disagreements, everythingIn, makeUpService, peopleAtRandom } from '../../test/support/telling.ts'
import type { Database } from '../platform/database/database.ts'
import { randomOf } from '../synthetic/domain/random.ts'
import { aDatabase, asSuperuser } from '../../test/support/database.ts'

class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Counts the answers of the database to the person who works through the plugin, and does something after one of them. */
class Interruption {
  answers = 0
  #at: { answer: number; interrupt: () => Promise<void> } | null = null
  readonly plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (++this.answers === this.#at?.answer) await this.#at.interrupt()
      return result
    },
  }

  /** From now on, interrupts at so many answers; never where null. */
  set(answer: number | null, interrupt: () => Promise<void> = () => Promise.resolve()): void {
    this.answers = 0
    this.#at = answer === null ? null : { answer, interrupt }
  }
}

/** Does what someone does at random, up to where it is interrupted; gives whether that came first. */
async function actUntil(act: () => Promise<unknown>, isInterruption: (error: unknown) => boolean): Promise<boolean> {
  try {
    await act()
    return false
  } catch (error) {
    if (isInterruption(error)) return true
    throw error
  }
}

/** Each change that was accepted is logged as such once, beside the registers' own note of it. */
async function demandLogged(database: Database, before: { changes: number; logged: number }): Promise<void> {
  const after = await everythingIn(database)
  const noted = after.logged - before.logged - (after.changes - before.changes)
  assert.ok(noted >= after.changes - before.changes, 'what was changed is in the log')
}

describe('registers, messages and the log', async () => {
  const { database, url, urlOf } = await aDatabase()
  const [, name] = /\/(test_\w+)/.exec(url) ?? []
  await makeUpService(database)
  const interruption = new Interruption()
  const people = await peopleAtRandom(database.withPlugin(interruption.plugin))
  const random = randomOf(7)
  /** How many answers of the database an act takes, as far as was seen. */
  let most = 20

  async function actUndisturbed(): Promise<void> {
    interruption.set(null)
    await people.act(random)
    most = Math.max(most, interruption.answers)
  }

  test('agree after whatever people do', async () => {
    for (let count = 0; count < 25; count++) {
      await actUndisturbed()
      if (random.isTrue(0.3)) await people.send(random)
    }
    assert.deepEqual(await disagreements(database), [])
  })

  test('at twenty moments at which the database is taken away: all is changed and told, or nothing', async () => {
    const takeAway = async () => {
      await asSuperuser(urlOf, (client) =>
        client.query(
          `select pg_terminate_backend(pid, 10000) from pg_stat_activity
           where datname = $1 and application_name = 'footprint' and state <> 'idle'`,
          [name],
        ),
      )
      // They have ended: what they said last is read before anyone is given one of them.
      await setImmediate()
    }
    let moments = 0
    while (moments < 20) {
      const before = await everythingIn(database)
      interruption.set(random.between(1, most), takeAway)
      const isTaken = await actUntil(() => people.act(random), isLost)
      interruption.set(null)
      if (!isTaken) continue
      moments++
      assert.equal((await everythingIn(database)).text, before.text)
      if (random.isTrue(0.3)) await people.send(random)
    }
    assert.deepEqual(await disagreements(database), [])
  })

  test('agree after any sequence of what people do, with a fault at any step', async () => {
    const step = fc.record({ answer: fc.option(fc.integer({ min: 1, max: 60 })), seed: fc.nat(), isSent: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { answer, seed, isSent } of steps) {
          const before = await everythingIn(database)
          interruption.set(answer, () => Promise.reject(new Stopped()))
          const isStopped = await actUntil(
            () => people.act(randomOf(seed)),
            (error) => error instanceof Stopped,
          )
          interruption.set(null)
          if (isStopped) assert.equal((await everythingIn(database)).text, before.text)
          else await demandLogged(database, before)
          if (isSent) await people.send(randomOf(seed))
        }
        assert.deepEqual(await disagreements(database), [])
      }),
      // Each begins where the one before has ended: a shorter one would begin elsewhere.
      { numRuns: 6, endOnFailure: true },
    )
  })
})

/** Whether the connection was taken away; what is told of that differs by the moment. */
const isLost = (error: unknown): boolean =>
  error instanceof Error && /terminat|connection|not queryable|ECONNRESET|EPIPE/i.test(error.message)
