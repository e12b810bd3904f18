import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import { jobSchema } from '../jobs/queues.ts'
import { withAuthority, withoutAuthority } from './withAuthority.ts'

const OURS = 'E09000033'
const THEIRS = 'E06000016'

/** What is missing for a table's rows to be kept apart by authority; empty where nothing is. */
async function gaps(db: Kysely<object>): Promise<string[]> {
  const { rows } = await sql<{ table_name: string; problem: string }>`
    select c.oid::regclass::text as table_name, problem
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (values
      (case when not c.relrowsecurity then 'has no row-level security' end),
      (case when not c.relforcerowsecurity then 'does not force row-level security on its owner' end),
      (case when not exists (select from pg_policy p where p.polrelid = c.oid) then 'has no policy' end),
      (case when pg_has_role('footprint_app', c.relowner, 'member') then 'belongs to the role of the queries' end),
      (case when (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indrelid = c.oid and i.indisprimary) is distinct from 'authority'
       then 'has no primary key that starts with authority' end)) as problems (problem)
    where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'migration', 'jobs', 'pg_toast')
      and n.nspname not like 'pg_temp%' and problem is not null
    order by 1, 2`.execute(db)
  return rows.map((row) => `${row.table_name} ${row.problem}`)
}

async function tableNames(db: Kysely<object>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'migration', 'jobs')
    order by 1`.execute(db)
  return rows.map((row) => row.name)
}

/** A row of each table, without its authority. A new table needs one here. */
const samples = new Map<string, Record<string, string | number | boolean>>([
  ['authority', { name: 'a name' }],
  [
    'return_import',
    {
      recorded_at: 'now',
      year: 2022,
      source_name: 'a folder',
      row_counts: '{}',
      carries_earlier_reviews: false,
      added: 1,
      changed: 0,
      removed: 0,
      unchanged: 0,
    },
  ],
  ['return_child', { child: '1', year: 2022, known_from: 'now', content: '{}', rows: '{}' }],
  ['authority_settings', { known_from: 'now', settings: '{}' }],
  ['report_words', { year: 2022, section: 'a', known_from: 'now', words: 'words' }],
  [
    'import_run',
    { run_id: '7f2c1e1e-0000-4000-8000-000000000000', kind: 'ssda903', source_name: 'x', state: 'uploaded' },
  ],
  ['import_run_file', { run_id: '7f2c1e1e-0000-4000-8000-000000000000', file_name: 'x', content: '' }],
  [
    'person',
    {
      person_id: 'p1',
      known_from: 'now',
      name: 'A Person',
      email: 'a@example.org',
      roles: '{iro}',
      is_active: true,
      recorded_by: 'p1',
    },
  ],
  ['session', { token_hash: 'x', person_id: 'p1' }],
  ['sent_form', { form_key: 'x', person_id: 'p1' }],
  ['kept_form', { form_id: '7f2c1e1e-0000-4000-8000-000000000000', person_id: 'p1', address: '/x', fields: '{}' }],
  ['child_seal', { child: '1', known_from: 'now', person_ids: '{p1}', reason: 'why', recorded_by: 'p1' }],
  [
    'seal_opening',
    {
      opening_id: '7f2c1e1e-0000-4000-8000-000000000000',
      child: '1',
      person_id: 'p1',
      reason: 'why',
      told: '{p2}',
      open_until: '2026-01-02',
    },
  ],
  ['seal_naming', { naming_id: '7f2c1e1e-0000-4000-8000-000000000000', child: '1', person_id: 'p1', named_by: 'p2' }],
  ['audit_entry', { person_id: 'p1', action: 'read', what: 'a list', children: '{1}' }],
  ['register_change', { recorded_at: 'now', source_name: 'a folder', counts: '{}' }],
  [
    'message',
    {
      message_id: '7f2c1e1e-0000-4000-8000-000000000000',
      key: 'k',
      kind: 'invitation',
      child: '1',
      contact_ref: 'c1',
      role: 'MOTHER',
      name: 'x',
      channel: 'EMAIL',
      address: 'x@example.org',
      subject: 'x',
      body: 'x',
      state: 'draft',
      put_at: '2026-01-01',
      put_by: 'p1',
    },
  ],
  [
    'message_event',
    {
      message_id: '7f2c1e1e-0000-4000-8000-000000000000',
      number: 1,
      at: '2026-01-01',
      by: 'p1',
      step: 'put',
      state: 'draft',
      attempts: 0,
    },
  ],
  ['private_link', { token_hash: 'x', review_ref: 'R1', contact_ref: 'mother' }],
  ['calendar_feed', { token_hash: 'x', person_id: 'p1' }],
  ['document_draft', { kind: 'k', ref: 'r', person_id: 'p1', children: '{1}', written: '{}' }],
  [
    'document_issue',
    {
      issue_id: '7f2c1e1e-0000-4000-8000-000000000000',
      kind: 'k',
      ref: 'r',
      children: '{1}',
      issued_at: '2026-01-01',
      issued_by: 'p1',
      content: '{}',
      fingerprint: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    },
  ],
  ['report_step', { year: 2022, place: 1, step: 'submit', taken_by: 'p1', taken_by_name: 'A Person' }],
  [
    'report_publication',
    {
      year: 2022,
      number: 1,
      published_at: '2023-05-01',
      published_by: 'p1',
      published_by_name: 'A Person',
      as_at: '2023-03-31',
      known_at: '2023-05-01',
      content: '{}',
      fingerprint: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    },
  ],
  [
    'report_publication_file',
    {
      year: 2022,
      number: 1,
      edition: 'board',
      format: 'csv',
      name: 'a.csv',
      type: 'text/csv',
      content: '',
      fingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  ],
  ['register_row', { register: 'officers', row_key: '["1"]', known_from: 'now', content: '{}' }],
  ['audit_begin', { entry_number: 1, entry_hash: 'x' }],
])
/** Tables that the owner alone writes. */
const OWNERS = ['audit_begin']

const insertSample = (db: Kysely<object>, table: string, authority: string) => {
  const row = Object.entries({ authority, ...samples.get(table) })
  const columns = sql.join(row.map(([column]) => sql.ref(column)))
  return sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(row.map(([, value]) => value))})`.execute(
    db,
  )
}

const count = async (db: Kysely<object>, table: string, where = sql`true`): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(
    db,
  )
  return rows[0]?.n ?? NaN
}

/** Refused by a policy or because nobody may do this to the table at all. */
const isDenied = (error: unknown) => error instanceof Error && 'code' in error && error.code === '42501'

describe('authorities are kept apart, table by table', async () => {
  const { database } = await aDatabase()
  const names = await tableNames(database)
  // Tables before those that refer to them.
  const order = [...samples.keys()]
  for (const authority of [OURS, THEIRS]) {
    // In one transaction: versions begin in that which records their change.
    await withAuthority(database, authority, async (trx) => {
      for (const table of order) if (!OWNERS.includes(table)) await insertSample(trx, table, authority)
    })
    for (const table of OWNERS) await insertSample(database, table, authority)
  }

  test('every table forces row-level security by a policy, with keys that start with the authority', async () => {
    assert.deepEqual(await gaps(database), [])
  })

  test('a table without a policy is noticed', async () => {
    class UndoIt extends Error {}
    const trying = database.transaction().execute(async (trx) => {
      await sql`create table forgotten (authority text, child text)`.execute(trx)
      assert.deepEqual(await gaps(trx), [
        'forgotten does not force row-level security on its owner',
        'forgotten has no policy',
        'forgotten has no primary key that starts with authority',
        'forgotten has no row-level security',
      ])
      throw new UndoIt()
    })
    await assert.rejects(trying, UndoIt)
  })

  test('every table has a sample row here', () => {
    assert.deepEqual([...order].sort(), names)
  })

  for (const table of names) {
    test(`${table}: sees its own rows only`, async () => {
      const inAll = await count(database, table)
      assert.ok(inAll >= 2, 'the superuser sees both: the rows are there')
      for (const authority of [OURS, THEIRS]) {
        const seen = await withAuthority(database, authority, async (trx) => ({
          all: await count(trx, table),
          own: await count(trx, table, sql`authority = ${authority}`),
        }))
        assert.deepEqual(seen, { all: inAll / 2, own: inAll / 2 })
      }
    })

    test(`${table}: writes its own rows only`, async () => {
      const theirRow = sql`where authority = ${THEIRS}`
      const updating = async () => {
        // A version's end is all that may be written of it; other tables refuse or have another column.
        const column = samples.get(table)?.['known_from'] === undefined ? 'authority' : 'known_to'
        const set = sql`${sql.ref(column)} = ${sql.ref(column)}`
        const done = await withAuthority(database, OURS, (trx) =>
          sql`update ${sql.table(table)} set ${set} ${theirRow}`.execute(trx),
        )
        return done.numAffectedRows
      }
      const deleting = async () => {
        const done = await withAuthority(database, OURS, (trx) =>
          sql`delete from ${sql.table(table)} ${theirRow}`.execute(trx),
        )
        return done.numAffectedRows
      }
      for (const attempt of [updating, deleting]) {
        const affected = await attempt().catch((error: unknown) => {
          assert.ok(isDenied(error), String(error))
          return 0n
        })
        assert.equal(affected, 0n)
      }
      await assert.rejects(
        withAuthority(database, OURS, (trx) => insertSample(trx, table, THEIRS)),
        isDenied,
      )
    })
  }

  test('without an authority nothing is seen but the list of authorities', async () => {
    for (const table of names) {
      const seen = await withoutAuthority(database, (trx) => count(trx, table))
      assert.equal(seen, table === 'authority' ? 2 : 0, table)
    }
  })

  test('the authority and the role end with the transaction', async () => {
    await withAuthority(database, OURS, (trx) => count(trx, 'authority'))
    const { rows } = await sql<{ authority: string; role: string }>`
      select coalesce(current_setting('app.authority', true), '') as authority, current_setting('role') as role`.execute(
      database,
    )
    assert.deepEqual(rows, [{ authority: '', role: 'none' }])
  })

  for (const table of [
    'return_child',
    'authority_settings',
    'report_words',
    'return_import',
    'person',
    'child_seal',
    'audit_entry',
    'audit_begin',
    'register_change',
    'register_row',
    'message_event',
    'document_issue',
    'report_step',
    'report_publication',
    'report_publication_file',
  ]) {
    test(`${table}: what was known is neither changed nor deleted, even by its own authority`, async () => {
      for (const statement of [
        sql`delete from ${sql.table(table)}`,
        sql`update ${sql.table(table)} set authority = authority`,
      ]) {
        await assert.rejects(
          withAuthority(database, OURS, (trx) => statement.execute(trx)),
          isDenied,
        )
      }
    })
  }
})

describe('jobs, which lie outside row-level security', () => {
  const id = '7f2c1e1e-0000-4000-8000-000000000000'

  test('hold whose they are and the id of what they are about, and nothing else', () => {
    assert.deepEqual(Object.keys(jobSchema.shape), ['authority', 'id'])
    assert.deepEqual(jobSchema.parse({ authority: OURS, id }), { authority: OURS, id })
    for (const wrong of [
      { authority: OURS, id, child: '1' },
      { authority: OURS, id: 'CHILD1' },
      { authority: 'Ann Other', id },
      { id },
    ]) {
      assert.equal(jobSchema.safeParse(wrong).success, false, JSON.stringify(wrong))
    }
  })
})
