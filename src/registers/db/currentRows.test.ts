import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import * as z from 'zod'
import { aDatabase } from '../../../test/support/database.ts'
import { instant } from '../../kernel/dates.ts'
import { makeInOneTransaction } from '../../platform/database/inOneTransaction.ts'
import type { Database } from '../../platform/database/database.ts'
import { transactionOf } from '../../platform/database/unit.ts'
import { keeping } from '../app/changeByHand.ts'
import type { RegisterStore } from '../app/ports.ts'
import { mandatory, text, wholeNumber } from '../columns.ts'
import { register, type RowOf, type StoredRows } from '../register.ts'
import { versionOf } from '../version.ts'
import { makeRegisterStore } from './registerStore.ts'

const shelf = (name: string) =>
  register({
    name,
    summary: 'Each book.',
    key: ['book'],
    columns: z.object({ book: mandatory(text('Which')), copies: mandatory(wholeNumber('How many')) }),
  })
const registers = [shelf('novels'), shelf('atlases'), shelf('plays')] as const
const names = registers.map(({ name }) => name)

type Book = RowOf<(typeof registers)[number]>

let authorities = 0
const anAuthority = () => ({ code: `Z${String(++authorities).padStart(8, '0')}`, name: 'Test' })

/** Rows as text, in their order: two of these are the same where all that is read is. */
const told = (rows: StoredRows): string => JSON.stringify([...rows].map(([name, kept]) => [name, [...kept]]))

const FAR_AHEAD = instant('9999-01-01T00:00:00Z')

/** What the database says, asked in another way: as known at a moment that is yet to come, which is never remembered. */
const readAnew = async (database: Database, authority: string) =>
  told(await makeRegisterStore(database).rows(authority, names, FAR_AHEAD))

async function keep(
  store: RegisterStore,
  authority: { code: string; name: string },
  books: readonly { shelf: number; row: Book }[],
) {
  await store.change(authority, names, () => ({
    sourceName: 'test',
    counts: {},
    rows: books.flatMap(({ shelf, row }) => {
      const one = registers[shelf]
      return one ? [keeping(one, row)] : []
    }),
    recordedBy: null,
  }))
}

const aBook = fc.record({
  shelf: fc.nat(registers.length - 1),
  // Some sort otherwise in a language than by their code units.
  row: fc.record({ book: fc.constantFrom('a', 'B', 'b', 'é', 'z', 'a b', '10', '9'), copies: fc.nat(3) }),
})
/** One row for a key: the store is never given two. */
const aChange = fc.uniqueArray(aBook, {
  selector: ({ shelf, row }) => `${shelf} ${row.book}`,
  minLength: 1,
  maxLength: 5,
})

type Step =
  | { kind: 'change' | 'fail' | 'decline'; by: number; books: readonly { shelf: number; row: Book }[] }
  | { kind: 'read'; by: number }

const by = fc.nat(2)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), by, books: aChange }),
  fc.record({ kind: fc.constant('read' as const), by }),
  fc.record({ kind: fc.constantFrom('fail' as const, 'decline' as const), by, books: aChange }),
)

class Broken extends Error {}

describe('the rows of registers, remembered', async () => {
  const { database, url } = await aDatabase()

  test('are what reading everything gives, whoever changes them in whatever order, also at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(aStep, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), async (rounds) => {
        const authority = anAuthority()
        const stores = [makeRegisterStore(database), makeRegisterStore(database), makeRegisterStore(database)]
        const storeOf = (index: number) => stores[index] ?? makeRegisterStore(database)
        const run = async (step: Step): Promise<void> => {
          const store = storeOf(step.by)
          if (step.kind === 'read') await store.rows(authority.code, names, null)
          else if (step.kind === 'change') await keep(store, authority, step.books)
          else if (step.kind === 'decline') await store.change(authority, names, () => null)
          else {
            const failing = store.change(authority, names, () => {
              throw new Broken()
            })
            await assert.rejects(failing, Broken)
          }
        }
        for (const round of rounds) {
          await Promise.all(round.map(run))
          const anew = await readAnew(database, authority.code)
          for (const store of stores) assert.equal(told(await store.rows(authority.code, names, null)), anew)
          // And as they stand where they can be changed.
          for (const store of stores) {
            await store.change(authority, names, (stored) => {
              assert.equal(told(stored), anew)
              return null
            })
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('a change that fails after it was decided leaves nothing behind', async () => {
    const authority = anAuthority()
    const store = makeRegisterStore(database)
    const [novels] = registers
    await keep(store, authority, [{ shelf: 0, row: { book: 'a', copies: 1 } }])
    const before = await readAnew(database, authority.code)
    const twice = keeping(novels, { book: 'b', copies: 1 })
    const failing = store.change(authority, names, () => ({
      sourceName: 'test',
      counts: {},
      rows: [keeping(novels, { book: 'a', copies: 2 }), twice, twice],
      recordedBy: null,
    }))
    await assert.rejects(failing, /duplicate key/)
    assert.equal(told(await store.rows(authority.code, names, null)), before)
    await keep(store, authority, [{ shelf: 0, row: { book: 'c', copies: 1 } }])
    assert.equal(told(await store.rows(authority.code, names, null)), await readAnew(database, authority.code))
  })

  test('what was read before a change stays as it was, and a register without a change is the same', async () => {
    const authority = anAuthority()
    const store = makeRegisterStore(database)
    await keep(store, authority, [
      { shelf: 0, row: { book: 'a', copies: 1 } },
      { shelf: 1, row: { book: 'a', copies: 1 } },
    ])
    const before = await store.rows(authority.code, names, null)
    const toldBefore = told(before)
    await keep(makeRegisterStore(database), authority, [{ shelf: 0, row: { book: 'a', copies: 2 } }])
    const after = await store.rows(authority.code, names, null)
    assert.equal(told(before), toldBefore)
    assert.notEqual(told(after), toldBefore)
    assert.equal(after.get('atlases'), before.get('atlases'))
    assert.equal(after.get('atlases')?.get('["a"]'), before.get('atlases')?.get('["a"]'))
  })

  test('what was known at a moment is not mixed with what is remembered', async () => {
    const authority = anAuthority()
    const store = makeRegisterStore(database)
    const tellings = []
    for (const copies of [1, 2, 3]) {
      await keep(store, authority, [
        { shelf: 0, row: { book: 'a', copies } },
        { shelf: 1, row: { book: String(copies), copies } },
      ])
      tellings.push(told(await store.rows(authority.code, names, null)))
    }
    const moments = (await store.changes(authority.code)).map(({ recordedAt }) => recordedAt).reverse()
    const knownThen = await Promise.all(moments.map((moment) => store.rows(authority.code, names, moment)))
    assert.deepEqual(knownThen.map(told), tellings)
  })

  test('an authority knows nothing of another’s rows', async () => {
    const [one, other] = [anAuthority(), anAuthority()]
    const store = makeRegisterStore(database)
    await keep(store, one, [{ shelf: 0, row: { book: 'a', copies: 1 } }])
    await store.rows(one.code, names, null)
    assert.equal((await store.rows(other.code, names, null)).get('novels')?.size, 0)
  })

  test('no change is lost where many add one at once, through two stores', async () => {
    const authority = anAuthority()
    const stores = [makeRegisterStore(database), makeRegisterStore(database)]
    const [novels] = registers
    const addOne = (store: RegisterStore) =>
      store.change(authority, names, (stored) => {
        const kept = stored.get('novels')?.get('["a"]')
        const copies = kept ? novels.read(kept).copies + 1 : 1
        return { sourceName: '', counts: {}, rows: [keeping(novels, { book: 'a', copies })], recordedBy: null }
      })
    await Promise.all(Array.from({ length: 20 }, () => stores.map(addOne)).flat())
    const [kept] = (await stores[0]?.rows(authority.code, names, null))?.get('novels')?.values() ?? []
    assert.equal(kept && novels.read(kept).copies, 40)
  })

  test('no unit of work is lost where many are stored together, and what fails leaves nothing behind', async () => {
    const authority = anAuthority()
    const [novels] = registers
    const processes = [0, 1].map(() => ({ store: makeRegisterStore(database), open: makeInOneTransaction(database) }))
    const shown = new Set<string>()
    const addOne = ({ store, open }: (typeof processes)[number], isToFail: boolean) =>
      open(authority, async (unit) => {
        const { stored, keep: keepRows } = await store.rowsForChange(unit, names)
        const kept = stored.get('novels')?.get('["a"]')
        const copies = kept ? novels.read(kept).copies + 1 : 1
        const rows = [keeping(novels, { book: 'a', copies })]
        await keepRows({ sourceName: '', counts: {}, rows, recordedBy: null })
        if (isToFail) throw new Broken()
        return { version: versionOf(kept) }
      })
    const asked = Array.from({ length: 20 }, (_, index) => processes.map((one) => addOne(one, index % 7 === 3)))
    const outcomes = await Promise.allSettled(asked.flat())
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') shown.add(outcome.value.version)
    // Each was shown another version than all others: a form is refused that shows what one before has changed.
    assert.equal(shown.size, 34)
    const anew = await readAnew(database, authority.code)
    for (const { store } of processes) {
      const rows = await store.rows(authority.code, names, null)
      assert.equal(told(rows), anew)
      const kept = rows.get('novels')?.get('["a"]')
      assert.equal(kept && novels.read(kept).copies, 34)
    }
  })

  test('a unit whose rows the database refuses fails alone, and is told why, also where it did not wait for them', async () => {
    const authority = anAuthority()
    const [novels] = registers
    const store = makeRegisterStore(database)
    const open = makeInOneTransaction(database)
    const keepIn = (books: readonly string[]) =>
      open(authority, async (unit) => {
        const held = await store.rowsForChange(unit, names)
        const rows = books.map((book) => keeping(novels, { book, copies: 1 }))
        await held.keep({ sourceName: '', counts: {}, rows, recordedBy: null })
        // A statement that comes after one that failed: what it is told is not why.
        await sql`select 1`.execute(transactionOf(unit))
        return {}
      })
    const outcomes = await Promise.allSettled([keepIn(['a']), keepIn(['b', 'b']), keepIn(['c'])])
    assert.deepEqual(
      outcomes.map((one) => (one.status === 'rejected' ? String(one.reason) : 'kept')),
      ['kept', 'error: duplicate key value violates unique constraint "register_row_pkey"', 'kept'],
    )
    const rows = await store.rows(authority.code, names, null)
    assert.deepEqual([...(rows.get('novels')?.keys() ?? [])], ['["a"]', '["c"]'])
    assert.equal(told(rows), await readAnew(database, authority.code))
  })

  test('where the database was put back to an earlier state, that is what is read', async () => {
    const authority = anAuthority()
    const store = makeRegisterStore(database)
    await keep(store, authority, [{ shelf: 0, row: { book: 'a', copies: 1 } }])
    const before = told(await store.rows(authority.code, names, null))
    await keep(store, authority, [{ shelf: 0, row: { book: 'a', copies: 2 } }])
    await store.rows(authority.code, names, null)
    const [latest] = await store.changes(authority.code)
    assert.ok(latest)
    const moment = latest.recordedAt.toString()
    // As the owner of the tables, who is bound by no grant; neither row-level security nor triggers bind superusers.
    await asSuperuserOf(url, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query('delete from register_row where authority = $1 and known_from = $2', [authority.code, moment])
      await client.query(`update register_row set known_to = 'infinity' where authority = $1`, [authority.code])
      await client.query('delete from register_change where authority = $1 and recorded_at = $2', [
        authority.code,
        moment,
      ])
    })
    assert.equal(told(await store.rows(authority.code, names, null)), before)
    await keep(store, authority, [{ shelf: 0, row: { book: 'b', copies: 1 } }])
    assert.equal(told(await store.rows(authority.code, names, null)), await readAnew(database, authority.code))
  })
})

async function asSuperuserOf(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
