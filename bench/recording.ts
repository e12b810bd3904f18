import { setTimeout as wait } from 'node:timers/promises'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { sql } from 'kysely'
import { enter, signedInAs, demoDoor, tokenIn, aLog } from '../test/support/people.ts'
import { halfIssued, issuerOf, issuingToday, makeUpReviews } from '../test/support/issuing.ts'
import { servicesOn } from '../test/support/services.ts'
import { documentFile } from '../src/documents/write/file.ts'
import { compiledPdf } from '../src/documents/write/pdf/compile.ts'
import { pdfData } from '../src/documents/write/pdf/data.ts'
import { documentText } from '../src/documents/write/text.ts'
import { webApplication } from '../src/main/web.ts'
import { demoAuthority } from '../src/platform/authorities.ts'
import { type Database, connect, openDatabase } from '../src/platform/database/database.ts'
import { withAuthority } from '../src/platform/database/withAuthority.ts'
import { recordingServices } from '../src/recording/services.ts'
import { writtenFor } from '../src/recording/domain/written/written.ts'
import { headingsOf } from '../src/recording/settings.ts'
import { randomOf } from '../src/synthetic/domain/random.ts'
import { type Benchmark, type Row, median, quantile, timesOf } from './support/bench.ts'

const CODE = demoAuthority.code
const PEOPLE = 60
const SAVES_EACH = 10
const ISSUES_EACH = 3
const FILES = 9
const MOMENTS = 100
const PARAGRAPH = 'The placement goes well. There is a routine that suits the child, and the carers speak of the child with warmth. ' // prettier-ignore

/** What a review’s record costs: drafts while sixty people type, decisions issued, files, and what is left of an issue that is killed. */
export const recording: Benchmark = {
  name: 'recording',
  what: `drafts of ${PEOPLE} people at once and decisions issued, against a bare transaction; files, against the bare libraries; ${MOMENTS} issues killed`,
  run: async ({ servers, say }) => {
    const [server] = await servers()
    if (!server) throw new Error('there is no server to measure on')
    const where = { url: await server.makeDatabase(), ownerUrl: null, dataFolder: '' }
    const { database, close, url } = await openDatabase(where)
    try {
      say('making up reviews')
      await makeUpReviews(database, PEOPLE * (ISSUES_EACH + 1) + MOMENTS)
      const rows = [...(await drafts(database, say)), ...(await issues(database, say)), ...(await files(database, say))]
      return [...rows, await killedIssues(database, url, say)]
    } finally {
      await close()
    }
  },
}

/** Everyone at once, so many times one after the other. */
async function together(
  count: number,
  rounds: number,
  each: (person: number, round: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  await Promise.all(
    Array.from({ length: count }, async (_, person) => {
      for (let round = 0; round < rounds; round++) {
        const start = performance.now()
        await each(person, round)
        times.push(performance.now() - start)
      }
    }),
  )
  return times
}

/** One transaction that updates as many bytes as a draft has, and adds a row to a log. */
async function bareOf(database: Database, bytes: string) {
  await sql`create table if not exists bench_draft (person int primary key, written text not null);
    create table if not exists bench_log (at timestamptz not null default now(), what text not null);
    grant all on bench_draft, bench_log to footprint_app`.execute(database)
  for (let person = 0; person < PEOPLE; person++) await sql`insert into bench_draft values (${person}, '') on conflict do nothing`.execute(database) // prettier-ignore
  return (person: number, round: number) =>
    withAuthority(database, CODE, async (transaction) => {
      await sql`update bench_draft set written = ${`${bytes}${round}`} where person = ${person}`.execute(transaction)
      await sql`insert into bench_log (what) values ('saved the draft of a record')`.execute(transaction)
    })
}

async function drafts(database: Database, say: (text: string) => void): Promise<Row[]> {
  say(`${PEOPLE} people type`)
  const services = await servicesOn(database)
  const app = await webApplication(services.house, { log: aLog(), today: () => issuingToday, startWork: () => undefined, door: demoDoor }) // prettier-ignore
  const fields = Object.fromEntries(headingsOf({}).map(({ key }) => [`${key}_text`, PARAGRAPH.repeat(3)]))
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => {
      await enter(services, `iro${person}`, { roles: ['iro'] })
      const { cookie } = await signedInAs(services, `iro${person}`)
      const path = `/authorities/${CODE}/reviews/R-CHILD${person}/after/record`
      const page = await app.inject({ url: path, headers: { cookie } })
      const set = [page.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '')
      return { path, cookie: [cookie, ...set].join('; '), token: tokenIn(page.body), version: '' }
    }),
  )
  const save = async (person: number, round: number) => {
    const one = people[person]
    if (!one) return
    const sent = new URLSearchParams({ ...fields, _csrf: one.token, version: one.version, window: String(person), saves: String(round + 1) }) // prettier-ignore
    const answer = await app.inject({
      method: 'POST',
      url: `${one.path}/draft`,
      headers: { cookie: one.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: sent.toString(),
    })
    if (answer.statusCode !== 200) throw new Error(`a draft was answered ${answer.statusCode}`)
    one.version = String(answer.json<{ version: number }>().version)
  }
  const bare = await bareOf(database, JSON.stringify(fields))
  // Once each, so that neither pays for what is made once.
  await together(PEOPLE, SAVES_EACH, (person) => save(person, 0).then(() => bare(person, 0)))
  const saved = await together(PEOPLE, SAVES_EACH, save)
  const plain = await together(PEOPLE, SAVES_EACH, bare)
  await app.close()
  const size = `${PEOPLE} at once, ${JSON.stringify(fields).length.toLocaleString('en-GB')} characters`
  return [
    { what: 'the bare transaction', size, milliseconds: plain },
    { what: 'a draft saved as one types; ratio of p95', size, milliseconds: saved, ratio: quantile(saved, 0.95) / quantile(plain, 0.95) }, // prettier-ignore
  ]
}

async function issues(database: Database, say: (text: string) => void): Promise<Row[]> {
  say(`${PEOPLE} people issue decisions`)
  const { issue, left } = issuerOf(await servicesOn(database))
  const waiting = await left()
  const bare = await bareOf(database, PARAGRAPH)
  let next = 0
  const nextIssue = () => issue(waiting[next++] ?? '')
  await nextIssue()
  const issued = await together(PEOPLE, ISSUES_EACH, nextIssue)
  const plain = await together(PEOPLE, ISSUES_EACH, bare)
  const size = `${PEOPLE} at once: three decisions, two messages, a link`
  return [
    { what: 'the bare transaction', size, milliseconds: plain },
    { what: 'decisions issued; ratio of p95', size, milliseconds: issued, ratio: quantile(issued, 0.95) / quantile(plain, 0.95) }, // prettier-ignore
  ]
}

async function files(database: Database, say: (text: string) => void): Promise<Row[]> {
  say('writing files')
  const services = await servicesOn(database)
  const made = await recordingServices(services.house).writtenOf(demoAuthority, 'R-CHILD0')
  const written = writtenFor(made, 'record', 'service')
  const text = documentText(written)
  const source = JSON.stringify(pdfData(written))
  const bareWord = () => Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })) }] })) // prettier-ignore
  await documentFile(written, 'pdf')
  await documentFile(written, 'docx')
  compiledPdf(source, 0)
  const pdf = await timesOf(FILES, () => documentFile(written, 'pdf'))
  const barePdf = await timesOf(FILES, () => compiledPdf(source, 0))
  const word = await timesOf(FILES, () => documentFile(written, 'docx'))
  const plainWord = await timesOf(FILES, bareWord)
  const size = `a record of ${text.length.toLocaleString('en-GB')} characters`
  return [
    { what: 'the bare compilation of the PDF', size, milliseconds: barePdf },
    { what: 'the PDF', size, milliseconds: pdf, ratio: median(pdf) / median(barePdf) },
    { what: 'the bare library for Word', size, milliseconds: plainWord },
    { what: 'the Word file', size, milliseconds: word, ratio: median(word) / median(plainWord) },
  ]
}

/** Ends the connections of who issues, at random moments: each review is issued with all that belongs to it, or not at all. */
async function killedIssues(database: Database, url: string, say: (text: string) => void): Promise<Row> {
  const random = randomOf(3)
  const milliseconds: number[] = []
  const waiting = await issuerOf(await servicesOn(database)).left()
  // Twice as long as one takes that nobody kills: half of them have ended by then.
  const longest = 2 * (await undisturbed(url, waiting.at(-1) ?? ''))
  let stored = 0
  for (let moment = 0; moment < MOMENTS; moment++) {
    const own = connect(url)
    const { issue, left } = issuerOf(await servicesOn(own))
    await left()
    const start = performance.now()
    const issuing = issue(waiting[moment] ?? '').catch(() => null)
    await wait(longest * random.next())
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
      and application_name = 'footprint' and pid <> pg_backend_pid()`.execute(database)
    milliseconds.push(performance.now() - start)
    if ((await issuing) !== null) stored++
    await own.destroy()
    const half = await halfIssued(database)
    if (half.length > 0) throw new Error(`after moment ${moment + 1}: half issued are ${half.join(', ')}`)
    if ((moment + 1) % 20 === 0) say(`${moment + 1} moments, ${stored} of them issued`)
  }
  return { what: 'killed so long after it began to issue', size: `${MOMENTS} moments, ${stored} issued; none half done`, milliseconds } // prettier-ignore
}

/** How many milliseconds an issue takes on a connection of its own. */
async function undisturbed(url: string, reviewRef: string): Promise<number> {
  const own = connect(url)
  const { issue, left } = issuerOf(await servicesOn(own))
  await left()
  const start = performance.now()
  await issue(reviewRef)
  const milliseconds = performance.now() - start
  await own.destroy()
  return milliseconds
}
