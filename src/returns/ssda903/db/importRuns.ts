import { type ColumnType, sql } from 'kysely'
import { z } from 'zod'
import { ensureAuthority } from '../../../platform/database/authorities.ts'
import type { Database } from '../../../platform/database/database.ts'
import { readAsAuthority, withAuthority } from '../../../platform/database/withAuthority.ts'
import type { ImportRunStore } from '../app/importRuns.ts'

type Tables = {
  import_run: {
    authority: string
    run_id: ColumnType<string, string | undefined>
    year: number
    source_name: string
    state: string
    progress: ColumnType<unknown, string | undefined>
    result: ColumnType<unknown, string | undefined>
    created_at: ColumnType<string, undefined>
    updated_at: ColumnType<string, undefined>
  }
  import_run_file: { authority: string; run_id: string; file_name: string; content: Buffer }
}

const count = z.int().nonnegative()
const errorSchema = z.object({
  file: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
})
const runSchema = z.object({
  id: z.string(),
  year: z.int(),
  sourceName: z.string(),
  state: z.enum(['checking', 'ready', 'refused', 'storing', 'stored', 'failed']),
  progress: z
    .object({ stage: z.enum(['reading', 'sending', 'comparing', 'storing', 'checking']), done: count, total: count })
    .nullable()
    .catch(null),
  result: z
    .discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('refused'), errors: z.array(errorSchema), moreErrors: count }),
      z.object({
        outcome: z.enum(['previewed', 'stored']),
        changes: z.object({ added: count, changed: count, removed: count, unchanged: count }),
        rowCounts: z.record(z.string(), count),
        warnings: z.array(errorSchema),
        found: z.array(z.object({ code: z.string(), count, what: z.string(), counted: z.string() })),
      }),
    ])
    .nullable(),
  isStalled: z.boolean(),
})

const isId = (id: string): boolean => z.uuid().safeParse(id).success

/** Imports through the pages, kept in PostgreSQL. What was given up is thrown away a week later. */
export function makeImportRunStore(database: Database): ImportRunStore {
  const db = database.$extendTables<Tables>()
  return {
    begin: ({ authority, year, sourceName, files }) =>
      withAuthority(db, authority.code, async (transaction) => {
        await ensureAuthority(transaction, authority)
        await transaction
          .deleteFrom('import_run')
          .where(sql<boolean>`updated_at < now() - interval '7 days'`)
          .execute()
        const { run_id } = await transaction
          .insertInto('import_run')
          .values({ authority: authority.code, year, source_name: sourceName, state: 'checking' })
          .returning('run_id')
          .executeTakeFirstOrThrow()
        for (const { name, content } of files) {
          await transaction
            .insertInto('import_run_file')
            .values({ authority: authority.code, run_id, file_name: name, content })
            .execute()
        }
        return run_id
      }),

    find: async (authority, id) => {
      if (!isId(id)) return null
      const row = await readAsAuthority(db, authority, (transaction) =>
        transaction
          .selectFrom('import_run')
          .select(['run_id as id', 'year', 'source_name as sourceName', 'state', 'progress', 'result'])
          .select(
            sql<boolean>`state in ('checking', 'storing') and updated_at < now() - interval '1 minute'`.as('isStalled'),
          )
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .executeTakeFirst(),
      )
      return row ? runSchema.parse(row) : null
    },

    files: (authority, id) =>
      readAsAuthority(db, authority, (transaction) =>
        transaction
          .selectFrom('import_run_file')
          .select(['file_name as name', 'content'])
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .orderBy('file_name')
          .execute(),
      ),

    advance: async (authority, id, from, to) => {
      if (!isId(id)) return false
      return withAuthority(db, authority, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('import_run')
          .set({ state: to, progress: '{}' })
          .set('updated_at', sql`now()`)
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .where('state', '=', from)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      })
    },

    note: (authority, id, progress) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .updateTable('import_run')
          .set({ progress: JSON.stringify(progress) })
          .set('updated_at', sql`now()`)
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          // A note that comes late must not touch a run that has finished.
          .where('state', 'in', ['checking', 'storing'])
          .execute()
      }),

    finish: (authority, id, state, result) =>
      withAuthority(db, authority, async (transaction) => {
        await transaction
          .updateTable('import_run')
          .set({ state, progress: '{}' })
          .set('result', result === null ? null : JSON.stringify(result))
          .set('updated_at', sql`now()`)
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .execute()
        if (state === 'ready') return
        await transaction
          .deleteFrom('import_run_file')
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .execute()
      }),

    discard: async (authority, id) => {
      if (!isId(id)) return
      await withAuthority(db, authority, (transaction) =>
        transaction.deleteFrom('import_run').where('authority', '=', authority).where('run_id', '=', id).execute(),
      )
    },
  }
}
