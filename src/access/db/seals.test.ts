import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import type { Instant } from '../../kernel/dates.ts'
import { ensureAuthority } from '../../platform/database/authorities.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import { makeAccessLog } from './accessLog.ts'
import { makeChangeAccess } from './changeAccess.ts'
import { makeSealStore } from './sealStore.ts'

describe('seals', async () => {
  const { database } = await aDatabase()
  const seals = makeSealStore(database)
  const changeAccess = makeChangeAccess(database)
  let authorities = 0
  /** An authority of a test's own, where nothing is sealed. */
  async function anAuthority() {
    const here = { code: `X${String(++authorities).padStart(8, '0')}`, name: `Authority ${authorities}` }
    await withAuthority(database, here.code, (transaction) => ensureAuthority(transaction, here))
    return here
  }
  const seal = (people: string[], replaces = null) => ({
    value: { child: '1', people, reason: 'Named in the press' },
    replaces,
    by: 'ada',
  })

  test('stand until taken off, by someone who has seen them as they are', async () => {
    const here = await anAuthority()
    assert.equal(await seals.seal(here.code, seal(['ada'])), true)
    assert.equal(await seals.seal(here.code, seal(['bob'])), false, 'it is sealed already')
    const [current] = (await seals.current(here.code)).seals
    assert.deepEqual(current?.people, ['ada'])
    const change = { value: seal(['ada', 'bob']).value, replaces: current.knownFrom, by: 'ada' }
    assert.equal(await seals.seal(here.code, change), true)
    const unseal = (replaces: Instant) =>
      changeAccess(here.code, (access) => access.unseal({ value: '1', replaces, by: 'ada' }))
    assert.equal(await unseal(current.knownFrom), false)
    const [changed] = (await seals.current(here.code)).seals
    assert.ok(changed)
    assert.equal(await unseal(changed.knownFrom), true)
    assert.deepEqual((await seals.current(here.code)).seals, [])
  })

  test('are open to who had to break in until the time is up, and one of those told says once that they looked into it', async () => {
    const here = await anAuthority()
    const opening = { child: '1', personId: 'bob', reason: 'On duty, child missing', told: ['ada', 'carl'] }
    await changeAccess(here.code, (access) => access.open(opening, 4))
    const [open] = (await seals.current(here.code)).openNow
    assert.equal(open?.personId, 'bob')
    assert.deepEqual(open.told, ['ada', 'carl'])
    assert.equal(open.openUntil.since(open.openedAt).total('hours'), 4)
    const mark = (by: string) => changeAccess(here.code, (access) => access.markSeen('opening', open.openingId, by))
    await assert.rejects(
      mark('bob'),
      /not_seen_by_whoever_opened/,
      'the database does not take it from the person who opened',
    )
    assert.deepEqual([await mark('ada'), await mark('carl')], [true, false])
    assert.equal((await seals.events(here.code, 'all')).openings[0]?.seenBy, 'ada')
    assert.deepEqual((await seals.events(here.code, 'unseen')).openings, [])
    await sql`update seal_opening set open_until = now()`.execute(database)
    assert.deepEqual((await seals.current(here.code)).openNow, [])
  })

  test('what is noted of a change is in the log with it, or neither is', async () => {
    const here = await anAuthority()
    const log = makeAccessLog(database)
    const latest = async () => (await log.latest(here.code, { before: null, most: 1 }))[0]?.what
    const changing = (fails: boolean) =>
      changeAccess(here.code, async (access) => {
        await access.note({ personId: 'ada', action: 'change', what: fails ? 'failed' : 'sealed', children: [] })
        await access.seal(seal(['ada']))
        if (fails) throw new RangeError('it fails afterwards')
      })
    await assert.rejects(changing(true), RangeError)
    assert.deepEqual((await seals.current(here.code)).seals, [])
    assert.equal(await latest(), undefined)
    await changing(false)
    assert.equal(await latest(), 'sealed')
  })
})
