import { Agent } from 'node:http'
import pg from 'pg'
import { type Authority, authorityNamed } from '../src/platform/authorities.ts'
import listed from '../src/platform/authorities.json' with { type: 'json' }
import { servicesOn } from '../test/support/services.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { startWorkingServer, type WorkingServer } from './support/atWork.ts'
import { type Benchmark, type Row, median } from './support/bench.ts'
import { aChild, page } from './support/pages.ts'
import { importWorking, working } from './support/workingAuthority.ts'

const AUTHORITIES = 24
const ROUNDS = 3
const atWork = { ...working, children: 400 }

/** The made-up authority, and others under real codes, since no page is found of an authority that does not exist. */
const authorities: readonly Authority[] = [
  authorityNamed(atWork.authority.code),
  ...listed.filter((one) => !('until' in one || 'successor' in one)).slice(0, AUTHORITIES - 1),
]
const codes = authorities.map(({ code }) => code)

/** Room for three of the authorities. */
const TOO_FEW_MEGABYTES = 100

/** The pages that are asked for of each authority. They have the same children. */
const pagesOf = (child: string): [what: string, path: string][] => [
  ['due list', '/due'],
  ['children looked after', '/children'],
  ['figures of a year', '/figures/2025-26'],
  ['my work', '/work'],
  ['one child', `/children/${child}`],
]

export const severalAuthorities: Benchmark = {
  name: 'authorities',
  what: `pages of ${AUTHORITIES} authorities of ${atWork.children} children asked in turn, beside those of one alone`,
  run: async (bench) => {
    const [server] = await bench.servers()
    if (!server) throw new Error('there is no server to measure on')
    bench.say('making up an authority, and others like it')
    const url = await server.makeDatabase()
    const { database, close } = await openDatabase({ url, ownerUrl: null, dataFolder: '' })
    const { rows: registerRows } = await importWorking(await servicesOn(database), bench.folder, atWork)
    await copyAuthority(url, atWork.authority.code, codes.slice(1))
    await close()
    const size = `${atWork.children} children each, ${atWork.years} years, ${registerRows.toLocaleString('en-GB')} register rows`
    const environment = { FOOTPRINT_MEMORY_BUDGET_MB: String(TOO_FEW_MEGABYTES) }
    const alone = await startWorkingServer(url, 'operator')
    const several = await startWorkingServer(url, 'operator')
    const withoutRoom = await startWorkingServer(url, 'operator', environment)
    const agent = new Agent({ keepAlive: true })
    const ask = async ({ address }: WorkingServer, code: string, path: string) => {
      const start = performance.now()
      const body = await page(`${address}/authorities/${code}${path}`, agent)
      return { milliseconds: performance.now() - start, body }
    }
    try {
      const child = await aChild(`${alone.address}/authorities/${atWork.authority.code}/children`)
      const pages = pagesOf(child)
      const [first = ''] = codes
      bench.say('asking for each page once')
      for (const [, path] of pages) await ask(alone, first, path)
      for (const code of codes) for (const [, path] of pages) await ask(several, code, path)
      const rows: Row[] = []
      for (const [what, path] of pages) {
        bench.say(`asking for ${what} in turn`)
        const taken = { alone: new Array<number>(), several: new Array<number>(), withoutRoom: new Array<number>() }
        for (let round = 0; round < ROUNDS; round++) {
          for (const code of codes) {
            const one = await ask(alone, first, path)
            taken.alone.push(one.milliseconds)
            const other = await ask(several, code, path)
            taken.several.push(other.milliseconds)
            demandSame(other.body, code, one.body, first)
            if (round > 0) continue
            const slow = await ask(withoutRoom, code, path)
            taken.withoutRoom.push(slow.milliseconds)
            demandSame(slow.body, code, one.body, first)
          }
        }
        const ratio = (milliseconds: readonly number[]) => median(milliseconds) / median(taken.alone)
        rows.push({ what: `${what}, one authority`, size, milliseconds: taken.alone })
        rows.push({
          what: `${what}, ${AUTHORITIES} in turn`,
          size,
          milliseconds: taken.several,
          ratio: ratio(taken.several),
        })
        rows.push({
          what: `${what}, ${AUTHORITIES} in turn, budget of ${TOO_FEW_MEGABYTES} MB`,
          size,
          milliseconds: taken.withoutRoom,
          ratio: ratio(taken.withoutRoom),
        })
      }
      const [least, most, bounded] = [await alone.memory(), await several.memory(), await withoutRoom.memory()]
      const perThousand = (1000 * (most - least)) / ((AUTHORITIES - 1) * atWork.children)
      bench.say(`memory: ${megabytes(perThousand)} MB a thousand children looked after at a time`)
      bench.say(
        `heap: one authority ${megabytes(least)} MB, ${AUTHORITIES} ${megabytes(most)} MB, ` +
          `with a budget of ${TOO_FEW_MEGABYTES} MB ${megabytes(bounded)} MB`,
      )
      bench.say('all answers are the same, however much may be remembered')
      return rows
    } finally {
      agent.destroy()
      for (const one of [alone, several, withoutRoom]) await one.close()
    }
  },
}

const megabytes = (bytes: number): string => Math.round(bytes / 1_000_000).toLocaleString('en-GB')

/** Throws where a page of one authority says something else than that of another, which is the same but for its code and name. */
function demandSame(body: string, code: string, other: string, otherCode: string): void {
  const told = (text: string, itsCode: string) =>
    text
      .replaceAll(authorityNamed(itsCode).name, 'NAME')
      .replaceAll(itsCode, 'CODE')
      .replaceAll(/(nonce|name="_csrf" value)="[^"]*"/g, '')
  if (told(body, code) !== told(other, otherCode)) throw new Error(`${code} shows something else than ${otherCode}`)
}

/** All that the returns and registers of an authority are kept in, in the order in which rows refer to others. */
const tables = ['authority', 'return_import', 'return_child', 'register_change', 'register_row']

/** Stores what is kept of one authority once more under each of these codes: other authorities of the same children. */
async function copyAuthority(url: string, code: string, others: readonly string[]): Promise<void> {
  // As the owner of the server, whom the rules that keep authorities apart do not hold.
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Rows are copied with the moments at which they were recorded, which triggers refuse.
    await client.query('set session_replication_role = replica')
    for (const table of tables) {
      const { rows } = await client.query<{ names: string }>(
        `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
         where table_schema = 'public' and table_name = $1 and column_name <> 'authority'
           and is_generated = 'NEVER' and is_identity = 'NO'`,
        [table],
      )
      const names = rows[0]?.names ?? ''
      const { rowCount } = await client.query(
        `insert into ${table} (authority, ${names}) select other, ${names}
         from ${table}, unnest($2::text[]) as other where authority = $1`,
        [code, others],
      )
      if (!rowCount) throw new Error(`nothing was copied of ${table}`)
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
