import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import { OutOfOrder, type Unit, atEndOf, lockingIn, makeInOneTransaction, transactionOf } from './unit.ts'
import { withAuthority } from './withAuthority.ts'

describe('a unit of work', async () => {
  const { database } = await aDatabase()
  const inOneTransaction = makeInOneTransaction(database)
  let authorities = 0
  const anAuthority = () => ({ code: `Z${String(++authorities).padStart(8, '0')}`, name: 'Test' })
  const add = (unit: Unit, source: string) =>
    sql`insert into register_change (authority, recorded_at, source_name, counts)
      values (${unit.authority.code}, clock_timestamp(), ${source}, '{}')`.execute(transactionOf(unit))
  const begin = (unit: Unit) =>
    sql`insert into authority (authority, name) values (${unit.authority.code}, ${unit.authority.name})`.execute(
      transactionOf(unit),
    )
  const stored = async (code: string) => {
    const { rows } = await withAuthority(database, code, (transaction) =>
      sql<{ name: string }>`select source_name as name from register_change order by recorded_at`.execute(transaction),
    )
    return rows.map(({ name }) => name)
  }

  test('is stored whole, what comes last last, and gives what the work gave', async () => {
    const authority = anAuthority()
    const result = await inOneTransaction(authority, async (unit) => {
      await begin(unit)
      atEndOf(unit, async () => {
        await add(unit, 'last')
      })
      await add(unit, 'first')
      return { problems: [], done: 2 }
    })
    assert.equal(result.done, 2)
    assert.deepEqual(await stored(authority.code), ['first', 'last'])
  })

  for (const { why, ends } of [
    { why: 'the work throws', ends: () => Promise.reject(new Error('in between')) },
    { why: 'something is wrong', ends: () => Promise.resolve({ problems: ['wrong'] }) },
  ]) {
    test(`stores nothing where ${why}, and gives that`, async () => {
      const authority = anAuthority()
      const outcome = inOneTransaction(authority, async (unit) => {
        await begin(unit)
        await add(unit, 'lost')
        atEndOf(unit, () => Promise.reject(new Error('there is no end')))
        return ends()
      })
      if (why === 'the work throws') await assert.rejects(outcome, /in between/)
      else assert.deepEqual(await outcome, { problems: ['wrong'] })
      assert.deepEqual(await stored(authority.code), [])
    })
  }

  test('does not lock the registers once it has locked messages: others would wait in a circle', async () => {
    await assert.rejects(
      inOneTransaction(anAuthority(), (unit) => {
        lockingIn(unit, 'registers')
        lockingIn(unit, 'outbox')
        lockingIn(unit, 'outbox')
        lockingIn(unit, 'registers')
        return Promise.resolve({})
      }),
      OutOfOrder,
    )
  })

  test('more of them than there are connections wait for each other, and leave those who read theirs', async () => {
    const authority = anAuthority()
    let isReadMeanwhile = false
    const units = Array.from({ length: 40 }, (_, index) =>
      inOneTransaction(authority, async (unit) => {
        if (index === 0) {
          await begin(unit)
          // Needs a connection of its own, while all others wait.
          isReadMeanwhile = (await stored(authority.code)).length === 0
        }
        await add(unit, String(index))
        return {}
      }),
    )
    await Promise.all(units)
    assert.ok(isReadMeanwhile)
    assert.equal((await stored(authority.code)).length, 40)
  })

  test('a unit that fails does not hold up the next, nor another authority', async () => {
    const authority = anAuthority()
    const [failed, next, other] = await Promise.allSettled([
      inOneTransaction(authority, () => Promise.reject(new Error('failed'))),
      inOneTransaction(authority, () => Promise.resolve({ done: 'next' })),
      inOneTransaction(anAuthority(), () => Promise.resolve({ done: 'other' })),
    ])
    assert.deepEqual([failed.status, next.status, other.status], ['rejected', 'fulfilled', 'fulfilled'])
  })
})
