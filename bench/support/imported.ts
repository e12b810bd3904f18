import { join } from 'node:path'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { valueOf } from '../../src/figures/compute.ts'
import { type Services, servicesOn } from '../../test/support/services.ts'
import { openDeadlines } from '../../src/world/deadlines.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import type { Bench } from './bench.ts'
import { LAST_YEAR, type WrittenReturn, writeReturns } from './madeUp.ts'
import type { BenchServer } from './servers.ts'

/** The code of the authority that benchmarks ask about. */
export const CODE = 'X99000001'

/** An authority as large as this. */
export interface AuthoritySize {
  name: string
  /** How many children it looks after at a time. In a year about 1.8 times as many are, and in its return. */
  children: number
}

/** Its return of a year holds about 2,000 children. */
export const oneAuthority: AuthoritySize = { name: 'one authority', children: 1_080 }
/** As large as the largest: it looks after 2,000 children at a time. */
export const largeAuthority: AuthoritySize = { name: 'large authority', children: 2_000 }

/** A database that holds the benchmarks' authority. */
export interface ImportedAuthority {
  url: string
  /** How large it is, in words. */
  size: string
  /** All figures of the last year, worked out from records that are read anew. */
  figures: () => Promise<void>
  /** The due list at the end of the last year, from records that are read anew. */
  due: () => Promise<void>
  /** Every service, which remembers nothing yet. */
  services: () => Promise<Services>
  /** The folders of its returns, the last one last. */
  returns: readonly WrittenReturn[]
  close: () => Promise<void>
}

const whole = (value: number) => value.toLocaleString('en-GB')
const lastYear = reportingYear(LAST_YEAR)
const written = new Map<string, WrittenReturn[]>()

/** A database of its own on this server, with the authority's returns of so many years up to the last. */
export async function importedAuthority(
  bench: Bench,
  server: BenchServer,
  { name, children }: AuthoritySize,
  years: number,
): Promise<ImportedAuthority> {
  bench.say(`importing ${years} years of ${name} (${server.name})`)
  const folder = `children-${children}-years-${years}`
  const returns =
    written.get(folder) ?? writeReturns(join(bench.folder, folder), { children, years, history: 'year_only' })
  written.set(folder, returns)
  const url = await server.makeDatabase()
  const { database, close } = await openDatabase({ url, ownerUrl: null, dataFolder: '' })
  const { importReturn } = await servicesOn(database)
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
  const inReturn = returns.at(-1)?.children ?? 0
  return {
    url,
    size: `${name}: ${whole(inReturn)} children in a return, ${whole(children)} at a time; ${years} years`,
    figures: async () => {
      const { worlds, figures } = await servicesOn(database)
      const world = await worlds.ofYear(CODE, lastYear, lastYear.lastDay, null)
      for (const figure of figures.all) valueOf(figure, world)
    },
    due: async () => {
      openDeadlines(await (await servicesOn(database)).worlds.onDay(CODE, lastYear.lastDay, null))
    },
    services: () => servicesOn(database),
    returns,
    close,
  }
}
