import { type ColumnType, type Transaction, sql } from 'kysely'
import * as z from 'zod'
import { ensureAuthority } from '../database/authorities.ts'
import type { Database } from '../database/database.ts'
import { readAsAuthority, withAuthority } from '../database/withAuthority.ts'
import type { FileToKeep, RunStore, SentFile } from './runs.ts'
import { clearOldRuns, isStalled } from './oldRuns.ts'

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

/** Whom someone may see, as it is kept with what they asked for. */
export const visibilitySchema = z
  .object({ only: z.array(z.string()).nullable(), hidden: z.array(z.string()) })
  // One begun before this was kept is shown only to those who see everyone: it may tell of anyone.
  .catch(() => ({ only: null, hidden: [] }))

/** What is wrong with a file, as a result keeps it. */
export const readErrorSchema = z.object({
  file: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
})

/** Keeps a file piece by piece: a whole one stands three times in memory on its way to the database. */
async function keepFile(
  transaction: Transaction<Tables>,
  file: { authority: string; run_id: string; file_name: string },
  content: FileToKeep['content'],
): Promise<void> {
  let isThere = false
  for await (const piece of Buffer.isBuffer(content) ? [content] : content) {
    if (isThere) {
      await transaction
        .updateTable('import_run_file')
        .set({ content: sql<Buffer>`content || ${piece}` })
        .where('authority', '=', file.authority)
        .where('run_id', '=', file.run_id)
        .where('file_name', '=', file.file_name)
        .execute()
    } else {
      await transaction
        .insertInto('import_run_file')
        .values({ ...file, content: piece })
        .execute()
      isThere = true
    }
  }
}

/** The driver holds what it reads several times over: of a large file, only a part at once. */
const PIECE_BYTES = 16 * 1024 * 1024

/** The states of a run that is at work. */
const UNDERWAY = ['checking', 'storing']

const isId = (id: string): boolean => z.uuid().safeParse(id).success

const waiting = z.object({ waitsFor: count })

/** Imports of one kind through the pages, kept in PostgreSQL. What is not confirmed is thrown away a day later, the rest after a week. */
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
        await clearOldRuns(transaction)
        const asked = JSON.stringify(askedSchema.parse(run))
        const { run_id } = await transaction
          .insertInto('import_run')
          .values({ authority: authority.code, kind, asked, source_name: sourceName, state: 'checking' })
          .returning('run_id')
          .executeTakeFirstOrThrow()
        for (const { name, content } of files) {
          await keepFile(transaction, { authority: authority.code, run_id, file_name: name }, content)
        }
        return run_id
      }),

    find: async (authority, id) => {
      if (!isId(id)) return null
      const row = await readAsAuthority(db, authority, (transaction) =>
        transaction
          .selectFrom('import_run')
          .select(['run_id as id', 'asked', 'source_name as sourceName', 'state', 'progress', 'result'])
          .select(isStalled.as('isStalled'))
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
      readAsAuthority(db, authority, async (transaction) => {
        const ofRun = transaction
          .selectFrom('import_run_file')
          .where('authority', '=', authority)
          .where('run_id', '=', id)
        const files = await ofRun
          .select(['file_name as name', sql<number>`octet_length(content)`.as('size')])
          .orderBy('file_name')
          .execute()
        const read: SentFile[] = []
        for (const { name, size } of files) {
          const content = Buffer.alloc(size)
          for (let at = 0; at < size; at += PIECE_BYTES) {
            const { piece } = await ofRun
              .where('file_name', '=', name)
              .select(sql<Buffer>`substring(content from ${at + 1}::int for ${PIECE_BYTES}::int)`.as('piece'))
              .executeTakeFirstOrThrow()
            piece.copy(content, at)
          }
          read.push({ name, content })
        }
        return read
      }),

    advance: async (authority, id, from, to) => {
      if (!isId(id)) return false
      return withAuthority(db, authority, async (transaction) => {
        const { numUpdatedRows } = await updateOf(transaction, authority, id)
          .set({ state: to, progress: '{}' })
          .where('state', '=', from)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      })
    },

    note: (authority, id, progress) =>
      withAuthority(db, authority, async (transaction) => {
        await updateOf(transaction, authority, id)
          .set({ progress: JSON.stringify(progress) })
          // A note that comes late must not touch a run that has finished.
          .where('state', 'in', UNDERWAY)
          .execute()
      }),

    beat: (authority, id) =>
      withAuthority(db, authority, async (transaction) => {
        await updateOf(transaction, authority, id).where('state', 'in', UNDERWAY).execute()
      }),

    noteWaiting: (authority, id, before) =>
      withAuthority(db, authority, async (transaction) => {
        const progress = sql<string>`case when progress ? 'waitsFor' then '{}' else progress end`
        await updateOf(transaction, authority, id)
          .set({ progress: before === null ? progress : JSON.stringify({ waitsFor: before }) })
          .where('state', 'in', UNDERWAY)
          .execute()
      }),

    giveUp: (authority, id) =>
      withAuthority(db, authority, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('import_run')
          .set({ state: 'failed', progress: '{}' })
          .where('authority', '=', authority)
          .where('run_id', '=', id)
          .where(isStalled)
          .executeTakeFirst()
        if (numUpdatedRows > 0n) await forgetFiles(transaction, authority, id)
        return numUpdatedRows > 0n
      }),

    stop: (authority, id, state, result) =>
      withAuthority(db, authority, async (transaction) => {
        const { numUpdatedRows } = await updateOf(transaction, authority, id)
          .set({ state, progress: '{}', result: result === null ? null : JSON.stringify(result) })
          .where('state', 'in', UNDERWAY)
          .executeTakeFirst()
        if (numUpdatedRows > 0n) await forgetFiles(transaction, authority, id)
      }),

    finish: (authority, id, state, result) =>
      withAuthority(db, authority, async (transaction) => {
        await updateOf(transaction, authority, id)
          .set({ state, progress: '{}', result: result === null ? null : JSON.stringify(result) })
          .$if(state === 'failed', (runs) => runs.where('state', 'in', UNDERWAY))
          .execute()
        if (state !== 'ready') await forgetFiles(transaction, authority, id)
      }),

    discard: async (authority, id) => {
      if (!isId(id)) return
      await withAuthority(db, authority, (transaction) =>
        transaction.deleteFrom('import_run').where('authority', '=', authority).where('run_id', '=', id).execute(),
      )
    },
  }
}

/** An update of a run, which notes that something was heard of it just now. */
const updateOf = (transaction: Transaction<Tables>, authority: string, id: string) =>
  transaction
    .updateTable('import_run')
    .set('updated_at', sql`now()`)
    .where('authority', '=', authority)
    .where('run_id', '=', id)

async function forgetFiles(transaction: Transaction<Tables>, authority: string, id: string): Promise<void> {
  await transaction.deleteFrom('import_run_file').where('authority', '=', authority).where('run_id', '=', id).execute()
}
