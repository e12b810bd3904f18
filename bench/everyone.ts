import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { servicesOn } from '../test/support/services.ts'
import { type PlainDate, addDays, addMonths, date } from '../src/kernel/dates.ts'
import { toCsv } from '../src/platform/csv.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { ask, serve } from './pages.ts'
import { type Bench, type Benchmark, type Row, median } from './support/bench.ts'
import { CODE, importedAuthority, largeAuthority } from './support/imported.ts'

const HOUSEHOLDS = 600
const LEAVERS = 500
const ARRANGEMENTS = 60
const YEARS = 1
const TIMES = 40
const TODAY = date('2026-03-31')
const paths = { 'due list': '/due', 'My work': '/work' }

export const everyone: Benchmark = {
  name: 'everyone',
  what: `the due list and My work of 2,000 children, and the same with ${HOUSEHOLDS} households, ${LEAVERS} care leavers and ${ARRANGEMENTS} private arrangements beside them`,
  run: async (bench) => {
    const rows: Row[] = []
    for (const server of await bench.servers()) {
      const { url, size, close } = await importedAuthority(bench, server, largeAuthority, YEARS)
      await close()
      await importFolder(url, folderOf(bench, 'officers', officersAlone()))
      const alone = await measured(url, bench)
      await importFolder(url, folderOf(bench, 'everyone', everyoneElse()))
      const together = await measured(url, bench)
      for (const [what, milliseconds] of together) {
        const before = alone.get(what) ?? []
        rows.push({ what: `${what}, children alone, ${server.name}`, size, milliseconds: before })
        rows.push({
          what: `${what}, everyone, ${server.name}`,
          size,
          milliseconds,
          ratio: median(milliseconds) / median(before),
        })
      }
    }
    return rows
  },
}

/** How long each page takes, asked for again and again once it has been asked for. */
async function measured(url: string, bench: Bench): Promise<Map<string, number[]>> {
  const { process: web, address } = await serve(url)
  const found = new Map<string, number[]>()
  try {
    for (const [what, path] of Object.entries(paths)) {
      bench.say(`asking for ${what}`)
      const page = `${address}/authorities/${CODE}${path}`
      await ask(page, 1, 3)
      found.set(what, await ask(page, 1, TIMES))
    }
  } finally {
    web.kill('SIGINT')
  }
  return found
}

async function importFolder(url: string, path: string): Promise<void> {
  const { database, close } = await openDatabase({ url, ownerUrl: null, dataFolder: '' })
  const { registersImport } = await servicesOn(database)
  const { checked, change } = await registersImport.store({
    authority: { code: CODE, name: 'Bench' },
    path,
    sourceName: 'bench',
    isKeepingValidRows: false,
    recordedBy: null,
  })
  await close()
  if (!change) throw new Error(`the import was refused: ${checked.errors[0]?.reason ?? ''}`)
}

type Table = (string | number)[][]

function folderOf(bench: Bench, name: string, tables: Readonly<Record<string, Table>>): string {
  const folder = join(bench.folder, name)
  mkdirSync(folder, { recursive: true })
  for (const [table, rows] of Object.entries(tables)) writeFileSync(join(folder, `${table}.csv`), toCsv(rows))
  return folder
}

const officersAlone = (): Record<string, Table> => ({
  officers: [
    ['officer_id', 'name', 'role', 'fte', 'start_date'],
    ['F1', 'A Fostering Officer', 'FIRO', 1, '2020-01-01'],
  ],
})

/** Households with their members and two years of reviews, leavers with theirs, and visits to private arrangements. */
function everyoneElse(): Record<string, Table> {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
  const day = (from: PlainDate, days: number) => addDays(from, days).toString()
  const approved = (number: number) => addDays(date('2018-01-08'), (number * 7) % 2_000)
  const begun = (number: number) => addDays(date('2023-05-01'), (number * 3) % 900)
  return {
    foster_carers: [
      ['carer_ref', 'approved_date', 'kind'],
      ...numbers(HOUSEHOLDS).map((number) => [`H${number}`, approved(number).toString(), 'MAINSTREAM']),
    ],
    foster_households: [
      ['carer_ref', 'party', 'person', 'from'],
      ...numbers(HOUSEHOLDS).flatMap(
        (number) =>
        ['CARER', 'SUPERVISING_WORKER'].map((party) => [`H${number}`, party, `Person ${number} ${party}`, approved(number).toString()]), // prettier-ignore
      ),
    ],
    foster_reviews: [
      ['carer_ref', 'kind', 'status', 'held_date', 'officer_id'],
      ...numbers(HOUSEHOLDS).flatMap(
        (number) =>
        [1, 2].map((year) => [`H${number}`, 'ANNUAL', 'HELD', addMonths(addDays(TODAY, -(number % 380)), -12 * (year - 1)).toString(), 'F1']), // prettier-ignore
      ),
    ],
    people: [
      ['child', 'kind', 'from', 'dob'],
      ...numbers(LEAVERS).map((number) => [`LV${number}`, 'CARE_LEAVER', begun(number).toString(), addMonths(begun(number), -216).toString()]), // prettier-ignore
      ...numbers(ARRANGEMENTS).map((number) => [`PF${number}`, 'PRIVATE_FOSTERING', begun(number).toString(), '']),
    ],
    reviews: [
      ['review_ref', 'child', 'kind', 'status', 'held_date'],
      ...numbers(LEAVERS).flatMap(
        (number) =>
        [1, 2, 3].map((review) => [`LV${number}-${review}`, `LV${number}`, 'PATHWAY_18_25', 'HELD', day(TODAY, -((number % 200) + 170 * (review - 1)))]), // prettier-ignore
      ),
    ],
    visits: [
      ['child', 'date', 'kind'],
      ...numbers(ARRANGEMENTS).map((number) => [`PF${number}`, day(TODAY, -(number % 90)), 'PRIVATE_FOSTERING']),
    ],
  }
}
