import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import { up } from '../../../migrations/0014_messages_tell.ts'

test('messages of before tell what their key said, no matter who owns the tables and what names are in it', async () => {
  const { database } = await aDatabase()
  await sql`insert into authority (authority, name) values ('Z00000001', 'Test')`.execute(database)
  await sql`alter table message drop column tells`.execute(database)
  const kept = [
    ['invitation R-1 mother 2023-02-22 14:30', 'invitation', '2023-02-22 14:30'],
    ['new_date R 2 2022-01-01 09:00 the school 2023-02-22 -', 'new_date', '2023-02-22 null'],
    ['cancellation R-1 mother 2023-02-22 14:30 3', 'cancellation', '2023-02-22 14:30'],
    ['new_date R-1 mother 2023-02-22 14:30 2, again after version 4, again after version 3', 'new_date', '2023-02-22 14:30'], // prettier-ignore
    ['hello_letter C1 2023-02-22 14:30', 'hello_letter', null],
    ['put in by hand', 'invitation', null],
  ] as const
  for (const [key, kind] of kept) {
    await sql`insert into message (authority, key, kind, child, contact_ref, role, name, channel, address, subject, body, state, put_at, put_by)
      values ('Z00000001', ${key}, ${kind}, 'C1', 'mother', 'MOTHER', 'Name', 'EMAIL', 'a@b.example', '', '', 'sent', now(), 'p')`.execute(
      database,
    )
  }
  // An owner whom the policies bind, as on a server of an authority's own.
  await database.transaction().execute(async (transaction) => {
    await sql`create role an_owner`.execute(transaction)
    await sql`grant usage, create on schema public to an_owner`.execute(transaction)
    await sql`alter table message owner to an_owner`.execute(transaction)
    await sql`set local role an_owner`.execute(transaction)
    await up(transaction)
    await sql`reset role`.execute(transaction)
    await sql`reassign owned by an_owner to current_user`.execute(transaction)
    await sql`drop owned by an_owner`.execute(transaction)
    await sql`drop role an_owner`.execute(transaction)
  })
  const { rows } = await sql<{ key: string; tells: { on: string; startsAt: string | null } | null }>`
    select key, tells from message`.execute(database)
  for (const [key, , tells] of kept) {
    const found = rows.find((row) => row.key === key)?.tells
    assert.equal(found ? `${found.on} ${String(found.startsAt)}` : null, tells, key)
  }
  const { rows: forced } = await sql<{ relforcerowsecurity: boolean }>`
    select relforcerowsecurity from pg_class where relname = 'message'`.execute(database)
  assert.equal(forced[0]?.relforcerowsecurity, true)
})
