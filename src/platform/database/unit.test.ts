import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DummyDriver, sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import { withoutDatabase } from '../../../test/support/unit.ts'
import { demoAuthority } from '../authorities.ts'
import { makeInOneTransaction } from './inOneTransaction.ts'
import { OutOfOrder, type Unit, lockingIn, readingRegistersIn, transactionOf } from './unit.ts'
import { WrittenLater } from './writtenLater.ts'
import { withAuthority } from './withAuthority.ts'

describe('a unit of work', async () => {
  const { database } = await aDatabase()
  const inOneTransaction = makeInOneTransaction(database, Infinity)
  let authorities = 0
  const anAuthority = () => ({ code: `Z${String(++authorities).padStart(8, '0')}`, name: 'Test' })
  const add = (unit: Unit, source: string) =>
    sql`insert into register_change (authority, recorded_at, source_name, counts)
      values (${unit.authority.code}, clock_timestamp(), ${source}, '{}')`.execute(transactionOf(unit))
  const begin = (unit: Unit) =>
    sql`insert into authority (authority, name) values (${unit.authority.code}, ${unit.authority.name})`.execute(
      transactionOf(unit),
    )
  const last = new WrittenLater<string>('log', async (transaction, authority, sources) => {
    await sql`insert into register_change (authority, recorded_at, source_name, counts)
      values (${authority}, clock_timestamp(), ${sources.join(' and ')}, '{}')`.execute(transaction)
  })
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
      last.add(unit, 'last')
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
        last.add(unit, 'there is no end')
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

  /** Units of one authority, all asked for at once, after one that makes the authority known. */
  async function allAtOnce(works: readonly ((unit: Unit) => Promise<object>)[]) {
    const authority = anAuthority()
    await inOneTransaction(authority, async (unit) => {
      await begin(unit)
      return {}
    })
    const outcomes = await Promise.allSettled(works.map((work) => inOneTransaction(authority, work)))
    return { authority, outcomes: outcomes.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')) }
  }
  const writing =
    (source: string, result: object = {}) =>
    async (unit: Unit) => {
      await add(unit, source)
      last.add(unit, `after ${source}`)
      return result
    }
  const transactionsOf = async (code: string) => {
    const { rows } = await withAuthority(database, code, (transaction) =>
      sql<{ names: string }>`select string_agg(source_name, ', ' order by recorded_at) as names from register_change
        group by xmin::text order by min(recorded_at)`.execute(transaction),
    )
    return rows.map(({ names }) => names)
  }

  test('those that wait for each other are stored together, and what they write last in one go', async () => {
    const { authority } = await allAtOnce(['a', 'b', 'c'].map((source) => writing(source)))
    assert.deepEqual(await transactionsOf(authority.code), ['a, b, c, after a and after b and after c'])
  })

  test('one that is refused before it has written anything takes no other with it', async () => {
    const refused = (unit: Unit) => {
      readingRegistersIn(unit)
      last.add(unit, 'nothing')
      return Promise.resolve({ problems: ['refused'] })
    }
    const { authority, outcomes } = await allAtOnce([writing('a'), refused, writing('b')])
    assert.deepEqual(outcomes, [{}, { problems: ['refused'] }, {}])
    assert.deepEqual(await transactionsOf(authority.code), ['a, b, after a and after b'])
  })

  for (const { why, work, outcome } of [
    { why: 'throws', work: () => Promise.reject(new Error('in between')), outcome: 'failed' },
    { why: 'asks what the database refuses', work: (unit: Unit) => begin(unit), outcome: 'failed' },
    { why: 'is refused when it has written', work: writing('lost', { problems: [1] }), outcome: { problems: [1] } },
  ]) {
    test(`one that ${why} fails alone: the others are done again, each once`, async () => {
      const { authority, outcomes } = await allAtOnce([writing('a'), work, writing('b')])
      assert.deepEqual(outcomes, [{}, outcome, {}])
      assert.deepEqual(await stored(authority.code), ['a', 'after a', 'b', 'after b'])
    })
  }

  test('none is done again where it is not known whether they were stored', async () => {
    class Gone extends DummyDriver {
      override commitTransaction(): Promise<void> {
        return Promise.reject(new Error('the database has gone'))
      }
    }
    const open = makeInOneTransaction(withoutDatabase(new Gone()), Infinity)
    let times = 0
    const work = () => Promise.resolve({ times: ++times })
    const outcomes = await Promise.allSettled([open(anAuthority(), work), open(demoAuthority, work), open(demoAuthority, work)]) // prettier-ignore
    assert.deepEqual([times, ...outcomes.map(({ status }) => status)], [3, 'rejected', 'rejected', 'rejected'])
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
