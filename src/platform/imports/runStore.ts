import { type ColumnType, type Transaction, sql } from 'kysely'
import * as z from 'zod'
import { ensureAuthority } from '../database/authorities.ts'
import type { Database } from '../database/database.ts'
import { readAsAuthority, withAuthority } from '../database/withAuthority.ts'
import type { RunStore } from './runs.ts'

type Tables = {
  import_run: {
    authority: string
    run_id: ColumnType<string, string | undefined>
    kind: string
    asked: ColumnType<unknown, string>
    source_name: string
    state: string
    progress: ColumnType<unknown, string | undefined>
    result: ColumnType<unknown, string | undefined>
    created_at: ColumnType<string, undefined>
    updated_at: ColumnType<string, undefined>
  }
  import_run_file: { authority: string; run_id: string; file_name: string; content: Buffer }
}

/** One kind of import: the forms of what is asked, of what comes of it, and the stages of its work. */
export interface RunKind<Asked, Result, Stage extends string> {
  kind: string
  asked: z.ZodType<Asked>
  result: z.ZodType<Result>
  stage: z.ZodType<Stage>
}

const count = z.int().nonnegative()

/** What is wrong with a file, as a result keeps it. */
export const readErrorSchema = z.object({
  file: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
})

const isId = (id: string): boolean => z.uuid().safeParse(id).success

/** Thrown where a run is to be stored that was ended meanwhile; what was stored with it is taken back. */
export class RunEnded extends Error {}

/**
 * Marks a run as stored, in the transaction that stores what it brings: the two are true together or not at all. Throws
 * `RunEnded` where it is no longer being stored.
 */
export async function markStored<Schema>(
  transaction: Transaction<Schema>,
  authority: string,
  runId: string,
): Promise<void> {
  const { numAffectedRows } = await sql`update import_run set state = 'stored', progress = '{}', updated_at = now()
    where authority = ${authority} and run_id = ${runId} and state = 'storing'`.execute(transaction)
  if (numAffectedRows !== 1n) throw new RunEnded('the import was ended before it was stored')
}

const waiting = z.object({ waitsFor: count })

/** Imports of one kind through the pages, kept in PostgreSQL. */
export function makeRunStore<Asked, Result, Stage extends string>(
  database: Database,
  { kind, asked: askedSchema, result: resultSchema, stage }: RunKind<Asked, Result, Stage>,
): RunStore<Asked, Result, Stage> {
  const db = database.$extendTables<Tables>()
  const schema = z.object({
    id: z.string(),
    sourceName: z.string(),
    state: z.enum(['checking', 'ready', 'refused', 'storing', 'stored', 'failed']),
    progress: z.object({ stage, done: count, total: count }).nullable().catch(null),
    result: resultSchema.nullable(),
    isStalled: z.boolean(),
  })
  return {
    begin: (run) =>
      withAuthority(db, run.authority.code, async (transaction) => {
        const { authority, sourceName, files } = run
        await ensureAuthority(transaction, authority)
        await clearOld(transaction)
        const asked = JSON.stringify(askedSchema.parse(run))
        const { run_id } = await transaction
          .insertInto('import_run')
          .values({ authority: authority.code, kind, asked, source_name: sourceName, state: 'checking' })
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
          .select(['run_id as id', 'asked', 'source_name as sourceName', 'state', 'progress', 'result'])
          .select(
            sql<boolean>`state in ('checking', 'storing') and updated_at < now() - interval '1 minute'`.as('isStalled'),
          )
          .where('authority', '=', authority)
          .where('kind', '=', kind)
          .where('run_id', '=', id)
          .executeTakeFirst(),
      )
      if (!row) return null
      const { data } = waiting.safeParse(row.progress)
      return { ...askedSchema.parse(row.asked), ...schema.parse(row), waitsFor: data?.waitsFor ?? null }
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

    noteWaiting: (authority, id, before) =>
      withAuthority(db, authority, async (transaction) => {
        const progress = sql<string>`case when progress ? 'waitsFor' then '{}' else progress end`
        await transaction
          .updateTable('import_run')
          .set({ progress: before === null ? progress : JSON.stringify({ waitsFor: before }) })
          .set('updated_at', sql`now()`)
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .where('state', 'in', ['checking', 'storing'])
          .execute()
      }),

    stop: (authority, id, state, result) =>
      withAuthority(db, authority, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('import_run')
          .set({ state, progress: '{}' })
          .set('updated_at', sql`now()`)
          .set('result', result === null ? null : JSON.stringify(result))
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .where('state', 'in', ['checking', 'storing'])
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return
        await transaction
          .deleteFrom('import_run_file')
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .execute()
      }),

    clear: (authority) => withAuthority(db, authority, clearOld),

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

/** Of the authority whose transaction this is. A run that is `ready` can't be confirmed without its files. */
async function clearOld(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .deleteFrom('import_run')
    .where(sql<boolean>`updated_at < now() - interval '7 days'`)
    .execute()
  await transaction
    .deleteFrom('import_run')
    .where('state', 'in', ['checking', 'ready', 'storing'])
    .where(sql<boolean>`updated_at < now() - interval '1 day'`)
    .execute()
  // Stored, and the import ended before it could do so itself.
  await sql`delete from import_run_file as file using import_run as run
    where run.authority = file.authority and run.run_id = file.run_id
      and run.state in ('stored', 'refused', 'failed')`.execute(transaction)
}
