import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'

const CODE = 'E09000033'

test('a temporary table of the log’s name diverts no entry, and numbers none anew', async () => {
  const { database } = await aDatabase()
  const write = (inFront: boolean) =>
    withAuthority(database, CODE, async (transaction) => {
      await sql`insert into authority (authority, name) values (${CODE}, 'X') on conflict do nothing`.execute(
        transaction,
      )
      if (inFront) {
        await sql`create temporary table audit_entry
          (like public.audit_entry including defaults) on commit drop`.execute(transaction)
      }
      await sql`insert into public.audit_entry (authority, person_id, action, what, children)
        values (${CODE}, 'ada', 'read', 'looked', '{100001}')`.execute(transaction)
      await sql`insert into return_import (authority, recorded_at, year, source_name, row_counts,
          carries_earlier_reviews, added, changed, removed, unchanged)
        values (${CODE}, clock_timestamp(), 2022, 'a return', '{}', false, 0, 0, 0, 0)`.execute(transaction)
      await sql`set constraints all immediate`.execute(transaction)
    })
  await write(false)
  await write(true)
  const { rows } = await withAuthority(database, CODE, (transaction) =>
    sql<{ number: number; what: string }>`select entry_number::int as number, what from audit_entry
      order by entry_number`.execute(transaction),
  )
  const both = ['looked', 'imported the return for 2022-23']
  assert.deepEqual(
    rows,
    [...both, ...both].map((what, index) => ({ number: index + 1, what })),
  )
})
