import { join } from 'node:path'
import { reportingYear } from '../src/calendar/reportingYear.ts'
import type { World } from '../src/children/domain/world.ts'
import { holidays } from '../src/main/house.ts'
import { allocatedChildren, officerIdOf } from '../src/officers/domain/allocations.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { signsIn } from '../src/signs/domain/signs.ts'
import { madeUpChildren } from '../src/synthetic/domain/authority.ts'
import { isInRegisters, madeUpRegisters } from '../src/synthetic/domain/registers/madeUpRegisters.ts'
import { writeRegisters } from '../src/synthetic/write/registersWriter.ts'
import { servicesOn } from '../test/support/services.ts'
import { openDeadlines } from '../src/world/deadlines.ts'
import { ask, serve } from './pages.ts'
import { type Bench, type Benchmark, type Row, median, quantile, timesOf } from './support/bench.ts'
import { CODE, importedAuthority, largeAuthority } from './support/imported.ts'
import { LAST_YEAR, optionsOf } from './support/madeUp.ts'

const YEARS = 10
const RUNS = 5
const READERS = 20
const PAGES_A_READER = 10
const lastDay = reportingYear(LAST_YEAR).lastDay

export const signs: Benchmark = {
  name: 'signs',
  what: 'every sign of a large authority with its registers, beside the due list, and an officer’s list of signs beside their children',
  run: async (bench) => {
    const [server] = await bench.servers()
    if (!server) throw new Error('there is no server to measure on')
    const rows: Row[] = []
    const add = (row: Row) => {
      rows.push(row)
      if (row.ratio !== undefined) bench.say(`${row.what}: ${row.ratio.toFixed(2)} times`)
    }
    const authority = await importedAuthority(bench, server, largeAuthority, YEARS)
    const { url, size } = authority
    await authority.close()
    const { database, close } = await openDatabase({ url, ownerUrl: null, dataFolder: '' })
    await importRegisters(bench, database)
    const anew = async (work: (world: World) => unknown) => {
      work(await (await servicesOn(database)).worlds.onDay(CODE, lastDay, null))
    }
    bench.say('working out deadlines and signs')
    const deadlines = await timesOf(RUNS, () => anew(openDeadlines))
    const found = await timesOf(RUNS, () => anew(signsIn))
    add({ what: 'due list', size, milliseconds: deadlines })
    add({ what: 'signs', size, milliseconds: found, ratio: median(found) / median(deadlines) })

    const [officer, caseload] = mostChildren(await (await servicesOn(database)).worlds.onDay(CODE, lastDay, null))
    await close()
    const { process: web, address } = await serve(url)
    try {
      const of = `${address}/authorities/${CODE}`
      const asked = `officer with ${caseload} children, ${READERS} readers`
      bench.say(`asking for ${asked}`)
      const listOf = async (path: string) => {
        await ask(`${of}${path}`, 1, 2)
        return ask(`${of}${path}`, READERS, PAGES_A_READER)
      }
      const list = await listOf(`/children?officer=${officer}`)
      const shown = await listOf(`/signs?officer=${officer}`)
      add({ what: 'children of an officer', size: asked, milliseconds: list })
      add({ what: 'signs of an officer', size: asked, milliseconds: shown, ratio: quantile(shown, 0.95) / quantile(list, 0.95) }) // prettier-ignore
    } finally {
      web.kill('SIGINT')
    }
    return rows
  },
}

/** Has the registers of the same children imported, as they are on the last day of the last return. */
async function importRegisters(bench: Bench, database: Parameters<typeof servicesOn>[0]): Promise<void> {
  bench.say('making up and importing the registers')
  const options = optionsOf({ children: largeAuthority.children, years: YEARS, history: 'year_only' })
  const lives = [...madeUpChildren(options, holidays)]
    .map(({ life }) => life)
    .filter((life) => isInRegisters(life, lastDay))
  const path = join(bench.folder, 'registers-of-large')
  const { seed, children } = options
  writeRegisters(path, madeUpRegisters(lives, { seed, children, today: lastDay, holidays }))
  const { registersImport } = await servicesOn(database)
  const request = { authority: { code: CODE, name: 'Bench' }, path, sourceName: 'bench', isKeepingValidRows: true, recordedBy: null } // prettier-ignore
  const { change } = await registersImport.store(request)
  if (!change) throw new Error('the registers were refused')
}

/** The officer with the most children on the day of a world, and how many. */
function mostChildren(world: World): [officer: string, children: number] {
  const officers = [...allocatedChildren(world, world.asAt)].map((child) => officerIdOf(world, child, world.asAt))
  const counts = [...Map.groupBy(officers, (officer) => officer ?? '')].map(([officer, of]) => [officer, of.length] as const) // prettier-ignore
  const [first] = counts.toSorted(([, a], [, b]) => b - a)
  if (!first) throw new Error('no child is allocated')
  return [...first]
}
