import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type RawBuilder, type Transaction, sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import { nextMoment } from './versions.ts'
import { withAuthority } from './withAuthority.ts'

const OURS = 'E09000033'
const YEAR_AGO = `now() - interval '1 year'`
const IN_A_YEAR = `now() + interval '1 year'`

/** By a rule of ours, or as a row of a change that is not recorded. */
const REFUSALS: readonly unknown[] = ['42501', '23503']
const isRefused = (error: unknown) => error instanceof Error && 'code' in error && REFUSALS.includes(error.code)

/** A row of each table in versions, begun at a moment that is a term of SQL, with the record of its change where it has one. */
const versions = [
  {
    table: 'return_child',
    change: 'return_import',
    begin: (at: string) =>
      sql`insert into return_child (authority, child, year, known_from, content) values (${OURS}, 'A', 2024, ${sql.raw(at)}, '{}')`,
  },
  {
    table: 'register_row',
    change: 'register_change',
    begin: (at: string) =>
      sql`insert into register_row (authority, register, row_key, known_from, content) values (${OURS}, 'officers', '["1"]', ${sql.raw(at)}, '{}')`,
  },
  {
    table: 'authority_settings',
    change: null,
    begin: (at: string) =>
      sql`insert into authority_settings (authority, known_from, settings) values (${OURS}, ${sql.raw(at)}, '{}')`,
  },
  {
    table: 'report_words',
    change: null,
    begin: (at: string) =>
      sql`insert into report_words (authority, year, section, known_from, words) values (${OURS}, 2024, 'a', ${sql.raw(at)}, 'x')`,
  },
  {
    table: 'person',
    change: null,
    begin: (at: string) =>
      sql`insert into person (authority, person_id, known_from, name, email, roles, is_active, recorded_by) values (${OURS}, 'p', ${sql.raw(at)}, 'P', 'p@example.org', '{administrator}', true, 'p')`,
  },
  {
    table: 'child_seal',
    change: null,
    begin: (at: string) =>
      sql`insert into child_seal (authority, child, known_from, person_ids, reason, recorded_by) values (${OURS}, 'A', ${sql.raw(at)}, '{p}', 'why', 'p')`,
  },
]

const changes = {
  return_import: (at: string) =>
    sql`insert into return_import (authority, recorded_at, year, source_name, row_counts, carries_earlier_reviews, added, changed, removed, unchanged) values (${OURS}, ${sql.raw(at)}, 2024, 'x', '{}', false, 0, 0, 0, 0)`,
  register_change: (at: string) =>
    sql`insert into register_change (authority, recorded_at, source_name, counts) values (${OURS}, ${sql.raw(at)}, 'x', '{}')`,
}

describe('the role of the application can add to what is known, and not rewrite what was', async () => {
  const { database } = await aDatabase()
  await withAuthority(database, OURS, (trx) =>
    sql`insert into authority (authority, name) values (${OURS}, 'Westminster')`.execute(trx),
  )
  const inOneTransaction = (...statements: RawBuilder<unknown>[]) =>
    withAuthority(database, OURS, async (trx) => {
      for (const statement of statements) await statement.execute(trx)
    })

  for (const { table, change, begin } of versions) {
    const recorded = (at: string) =>
      change === null ? [] : [changes[change === 'return_import' ? 'return_import' : 'register_change'](at)]
    const end = (at: string) => sql`update ${sql.table(table)} set known_to = ${sql.raw(at)}`

    test(`${table}: a version begins and ends now, and once`, async () => {
      for (const at of [YEAR_AGO, IN_A_YEAR]) {
        await assert.rejects(inOneTransaction(...recorded('now()'), begin(at)), isRefused, `begun ${at}`)
        await assert.rejects(inOneTransaction(...recorded(at), begin(at)), isRefused, `begun and recorded ${at}`)
      }
      if (change !== null) {
        await assert.rejects(inOneTransaction(begin('now()')), isRefused, 'of no change that is recorded')
        await inOneTransaction(...recorded('now()'))
        const earlier = `(select max(recorded_at) from ${change})`
        await assert.rejects(inOneTransaction(begin(earlier)), isRefused, 'of a change that is over')
      }
      await inOneTransaction(...recorded('now()'), begin('now()'))
      for (const at of [YEAR_AGO, IN_A_YEAR]) {
        await assert.rejects(inOneTransaction(...recorded('now()'), end(at)), `ended ${at}`)
      }
      await inOneTransaction(...recorded('now()'), end('now()'))
      for (const at of [`'infinity'`, 'now()']) {
        await assert.rejects(inOneTransaction(...recorded('now()'), end(at)), isRefused, `ended again ${at}`)
      }
    })
  }

  for (const [table, record] of Object.entries(changes)) {
    test(`${table}: is recorded when it is made`, async () => {
      for (const at of [YEAR_AGO, IN_A_YEAR]) await assert.rejects(inOneTransaction(record(at)), isRefused)
      await inOneTransaction(record('now()'))
    })
  }

  test('a temporary table of the same name changes nothing of that', async () => {
    await assert.rejects(
      inOneTransaction(
        sql`create temporary table return_import (authority text, recorded_at timestamptz)`,
        sql`insert into return_import values (${OURS}, ${sql.raw(YEAR_AGO)})`,
        sql`insert into public.return_child (authority, child, year, known_from, content) values (${OURS}, 'B', 2024, ${sql.raw(YEAR_AGO)}, '{}')`,
      ),
      isRefused,
    )
  })

  test('where the clock stood still or was set back, the next moment is a microsecond on', async () => {
    const moments = await withAuthority(database, OURS, async (trx: Transaction<object>) => {
      const { moment: first } = await nextMoment(trx, OURS, 'register_change', 'recorded_at')
      await changes.register_change(`'${first}'`).execute(trx)
      await changes.register_change(`timestamptz '${first}' + interval '1 microsecond'`).execute(trx)
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from register_change where recorded_at >= ${first}`.execute(trx)
      return rows[0]?.n
    })
    assert.equal(moments, 2)
  })

  test('who has looked into an opening stays noted, and an opening is of now', async () => {
    const open = (at: string) =>
      sql`insert into seal_opening (authority, child, person_id, reason, told, opened_at, open_until) values (${OURS}, 'A', 'p', 'why', '{q}', ${sql.raw(at)}, now() + interval '4 hours')`
    for (const at of [YEAR_AGO, IN_A_YEAR]) await assert.rejects(inOneTransaction(open(at)), isRefused)
    await inOneTransaction(open('now()'))
    await inOneTransaction(sql`update seal_opening set seen_by = 'q', seen_at = now()`)
    for (const set of [sql`seen_by = null, seen_at = null`, sql`seen_by = 'r', seen_at = now()`]) {
      await assert.rejects(inOneTransaction(sql`update seal_opening set ${set}`), isRefused)
    }
  })
})
