import { createHash } from 'node:crypto'
import { type Transaction, sql } from 'kysely'
import * as z from 'zod'
import { date, instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { nextMoment } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { PublicationHead, PublishedFile, PublishingStore, ToPublish } from '../app/ports.ts'
import { editions } from '../domain/edition.ts'
import { reportCourse, type StepTaken } from '../domain/published/course.ts'
import { namesOf } from '../../workflows/describe.ts'

const moment = z.string().transform((text) => instant(text))
const day = z.string().transform((text) => date(text))

const stepRows = z.array(
  z
    .object({
      step: z.enum(namesOf(reportCourse.steps)),
      at: moment,
      by: z.string(),
      note: z.string().nullable(),
      as_at: day.nullable(),
      known_at: moment.nullable(),
    })
    .transform(({ as_at: asAt, known_at: knownAt, ...rest }): StepTaken => ({
      ...rest,
      signed: asAt && knownAt ? { asAt, knownAt } : null,
    })),
)

const headColumns = sql`number, to_json(published_at) #>> '{}' as published_at, published_by_name as by,
  as_at::text as as_at, to_json(known_at) #>> '{}' as known_at, fingerprint`

const head = z.object({
  number: z.number(),
  published_at: moment,
  by: z.string(),
  as_at: day,
  known_at: moment,
  fingerprint: z.string(),
})

const headOf = ({ published_at, as_at, known_at, ...rest }: z.output<typeof head>): PublicationHead => ({
  ...rest,
  publishedAt: published_at,
  asAt: as_at,
  knownAt: known_at,
})

const headRows = z.array(head.transform(headOf))
const publicationRows = z.array(head.extend({ content: z.string() }))

const contentSchema = z.object({
  figures: z.string(),
  definitions: z.array(
    z.object({
      id: z.string(),
      definition: z.string(),
      source: z.string(),
      version: z.number(),
      records: z.number().nullable(),
      fingerprint: z.string().nullable(),
    }),
  ),
})

const fileColumns = sql`edition, format, name, type, fingerprint`
const fileRow = z.object({
  edition: z.enum(editions),
  format: z.string(),
  name: z.string(),
  type: z.string(),
  fingerprint: z.string(),
})
const fileRows = z.array(fileRow)
const wholeFileRows = z.array(fileRow.extend({ content: z.instanceof(Buffer) }))

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

/** What a report is made from, with the columns by which each tells its moments: a transaction that stores these holds their locks. */
const MADE_FROM = [
  ['return_import', 'recorded_at'],
  ['register_change', 'recorded_at'],
  ['authority_settings', 'known_from'],
  ['report_words', 'known_from'],
] as const

/** The way of reports to the public, and what was published, kept in PostgreSQL. */
export function makePublishingStore(database: Database): PublishingStore {
  return {
    steps: (authority, year) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`
          select step, to_json(taken_at) #>> '{}' as at, taken_by_name as by, note, as_at::text as as_at,
            to_json(known_at) #>> '{}' as known_at
          from report_step where authority = ${authority} and year = ${year} order by place`.execute(transaction)
        return stepRows.parse(rows)
      }),

    keepStep: (authority, year, after, { step, note, signed, person }, publishes) =>
      withAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`
          insert into report_step (authority, year, place, step, taken_by, taken_by_name, note, as_at, known_at)
          values (${authority}, ${year}, ${after + 1}, ${step}, ${person.id}, ${person.name}, ${note},
            ${signed?.asAt.toString() ?? null}, ${signed?.knownAt.toString() ?? null})
          on conflict do nothing returning place`.execute(transaction)
        if (rows.length === 0) return false
        if (publishes && signed) await keepPublication(transaction, authority, year, publishes, { signed, person })
        return true
      }),

    momentOfKnowledge: async (authority) => {
      const at = await withAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`select to_json(clock_timestamp()) #>> '{}' as at`.execute(transaction)
        return z.tuple([z.object({ at: moment })]).parse(rows)[0].at
      })
      // A transaction that stores something as known from before the moment holds a lock until it is stored.
      for (const [table, column] of MADE_FROM) {
        await withAuthority(database, authority, (transaction) => nextMoment(transaction, authority, table, column))
      }
      return at
    },

    publications: (authority, year) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`select ${headColumns} from report_publication
          where authority = ${authority} and year = ${year} order by number`.execute(transaction)
        return headRows.parse(rows)
      }),

    publication: (authority, year, number) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`select ${headColumns}, content from report_publication
          where authority = ${authority} and year = ${year} and number = ${number}`.execute(transaction)
        const [found] = publicationRows.parse(rows)
        if (!found) return null
        const { content, ...rest } = found
        const files = await sql`select ${fileColumns} from report_publication_file
          where authority = ${authority} and year = ${year} and number = ${number}`.execute(transaction)
        return {
          ...headOf(rest),
          content: contentSchema.parse(JSON.parse(content)),
          files: fileRows.parse(files.rows),
        }
      }),

    file: (authority, year, number, edition, format) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql`select ${fileColumns}, content from report_publication_file
          where authority = ${authority} and year = ${year} and number = ${number}
            and edition = ${edition} and format = ${format}`.execute(transaction)
        return wholeFileRows.parse(rows)[0] ?? null
      }),
  }
}

async function keepPublication(
  transaction: Transaction<object>,
  authority: string,
  year: number,
  { number, content, files }: ToPublish,
  { signed, person }: { signed: NonNullable<StepTaken['signed']>; person: { id: string; name: string } },
): Promise<void> {
  const text = JSON.stringify(content)
  await sql`
    insert into report_publication (authority, year, number, published_at, published_by, published_by_name, as_at,
      known_at, content, fingerprint)
    values (${authority}, ${year}, ${number}, clock_timestamp(), ${person.id}, ${person.name},
      ${signed.asAt.toString()}, ${signed.knownAt.toString()}, ${text}, ${sha256(text)})`.execute(transaction)
  for (const file of files) await keepFile(transaction, authority, year, number, file)
}

async function keepFile(
  transaction: Transaction<object>,
  authority: string,
  year: number,
  number: number,
  { edition, format, name, type, content }: Omit<PublishedFile, 'fingerprint'>,
): Promise<void> {
  await sql`
    insert into report_publication_file (authority, year, number, edition, format, name, type, content, fingerprint)
    values (${authority}, ${year}, ${number}, ${edition}, ${format}, ${name}, ${type}, ${content}, ${sha256(content)})`.execute(
    transaction,
  )
}
