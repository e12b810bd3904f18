import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { KyselyPlugin } from 'kysely'
import { aDatabase } from '../../test/support/database.ts'
import { halfIssued, issuerOf, makeUpReviews } from '../../test/support/issuing.ts'
import { servicesOn } from '../../test/support/services.ts'

class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** More answers of the database than an issue waits for. */
const MOST_ANSWERS = 60

describe('decisions that are issued', async () => {
  const { database } = await aDatabase()
  await makeUpReviews(database, MOST_ANSWERS)
  let answers = 0
  let stopsAt = Infinity
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      if (++answers === stopsAt) throw new Stopped()
      return Promise.resolve(result)
    },
  }
  const { issue, left } = issuerOf(await servicesOn(database.withPlugin(plugin)))

  test('are issued with their date, messages and link, or not at all, wherever it stops', async (t) => {
    const waiting = await left()
    let stopped = 0
    let isThrough = false
    for (const [index, reviewRef] of waiting.entries()) {
      answers = 0
      stopsAt = index + 1
      try {
        assert.deepEqual(await issue(reviewRef), [])
        // Where it was stopped all the same, something that the issue before had begun was: nothing is known of this one.
        isThrough = answers < stopsAt
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
        stopped++
      }
      stopsAt = Infinity
      assert.deepEqual(await halfIssued(database), [], `stopped at answer ${index + 1}`)
      if (isThrough) break
    }
    assert.ok(isThrough, 'an issue that nothing stops is stored')
    t.diagnostic(`stopped at ${stopped} answers of the database`)
    assert.ok(stopped > 5)
    // What was stopped can be done again, and people are told once.
    const [first = ''] = await left()
    assert.deepEqual(await issue(first), [])
    assert.deepEqual(await issue(first), [{ code: 'issued_before' }])
    assert.deepEqual(await halfIssued(database), [])
  })
})
