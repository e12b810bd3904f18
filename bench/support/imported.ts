import { join } from 'node:path'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { valueOf } from '../../src/figures/compute.ts'
import { servicesOn } from '../../src/main/services.ts'
import { openDeadlines } from '../../src/overview/deadlines.ts'
import { allFigures } from '../../src/overview/figures.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import type { Bench } from './bench.ts'
import { LAST_YEAR, type WrittenReturn, writeReturns } from './madeUp.ts'
import type { BenchServer } from './servers.ts'

/** The authority that benchmarks ask about, and how many children it looks after at a time. */
export const CODE = 'X99000001'
export const CHILDREN = 2_000

/** A database that holds the benchmarks' authority. */
export interface ImportedAuthority {
  url: string
  /** All figures of the last year, worked out from records that are read anew. */
  figures: () => Promise<void>
  /** The due list at the end of the last year, from records that are read anew. */
  due: () => Promise<void>
  close: () => Promise<void>
}

const lastYear = reportingYear(LAST_YEAR)
const written = new Map<number, WrittenReturn[]>()

/** A database of its own on this server, with the authority's returns of so many years up to the last. */
export async function importedAuthority(bench: Bench, server: BenchServer, years: number): Promise<ImportedAuthority> {
  bench.say(`importing ${years} years (${server.name})`)
  const returns =
    written.get(years) ??
    writeReturns(join(bench.folder, `years-${years}`), { children: CHILDREN, years, history: 'year_only' })
  written.set(years, returns)
  const url = await server.makeDatabase()
  const { database, close } = await openDatabase({ url, ownerUrl: null, dataFolder: '' })
  const { importReturn } = servicesOn(database)
  for (const { path, startYear } of returns) {
    const request = {
      authority: { code: CODE, name: 'Bench' },
      year: reportingYear(startYear),
      path,
      sourceName: path,
      isPreview: false,
    }
    const { outcome } = await importReturn(request, () => undefined)
    if (outcome !== 'stored') throw new Error('the import was refused')
  }
  return {
    url,
    figures: async () => {
      const world = await servicesOn(database).worlds.ofYear(CODE, lastYear, lastYear.lastDay, null)
      for (const figure of allFigures) valueOf(figure, world)
    },
    due: async () => {
      openDeadlines(await servicesOn(database).worlds.onDay(CODE, lastYear.lastDay, null))
    },
    close,
  }
}
