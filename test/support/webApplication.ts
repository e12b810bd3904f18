/** The whole web application for tests, on a database of its own with a made-up authority in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { date } from '../../src/kernel/dates.ts'
import { openDoor } from '../../src/main/door.ts'
import { servicesOn } from './services.ts'
import { webApplication } from '../../src/main/web.ts'
import { doWork } from '../../src/returns/work.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { makeUpAuthority } from '../../src/synthetic/domain/authority.ts'
import { oddityKinds } from '../../src/synthetic/domain/oddities.ts'
import { writeReturn } from '../../src/synthetic/write/returnWriter.ts'
import { aDatabase } from './database.ts'
import { holidays } from './holidays.ts'

export const webToday = date('2026-11-22')

/** What tests of the pages work with. */
export interface TestWebApplication {
  app: FastifyInstance
  services: Awaited<ReturnType<typeof servicesOn>>
  /** The address of an authority's page: `/authorities/X99000001/due`. */
  page: (...parts: readonly string[]) => string
  /** A folder with the CSV files of the last year's return, as imported. */
  returnFolder: string
  /** Ids of children in the records, those with most to show first. */
  children: readonly string[]
}

/** Imports three years of a made-up authority, the last still going on, and opens the application on it. */
export async function aWebApplication(childrenLookedAfter: number): Promise<TestWebApplication> {
  const { database } = await aDatabase()
  const services = await servicesOn(database)
  const folder = mkdtempSync(join(tmpdir(), 'footprint-web-'))
  after(() => {
    rmSync(folder, { recursive: true })
  })
  const madeUp = makeUpAuthority(
    {
      seed: 7,
      children: childrenLookedAfter,
      from: reportingYear(2024),
      to: reportingYear(2026),
      until: webToday,
      history: 'carried',
      oddities: { kinds: oddityKinds, share: 0.3 },
    },
    holidays,
  )
  for (const { scope, tables } of madeUp.returns) {
    const path = join(folder, scope.year.name)
    writeReturn(path, tables)
    const request = { authority: demoAuthority, year: scope.year, path, sourceName: scope.year.name, isPreview: false }
    const { outcome } = await services.importReturn(request, () => undefined)
    if (outcome !== 'stored') throw new Error(`the made-up return for ${scope.year.name} was not stored`)
  }
  const app = await webApplication(services.house, {
    log: pino({ level: 'silent' }),
    today: () => webToday,
    startWork: (work) =>
      void doWork(work, services.house, (fault) => {
        throw fault
      }),
    door: openDoor,
  })
  after(() => app.close())
  const world = await services.worlds.onDay(demoAuthority.code, webToday, null)
  const sizeOf = (history: (typeof world.histories)[number]) =>
    history.record.reviews.length + history.record.missing.length
  return {
    app,
    services,
    page: (...parts) => `/authorities/${[demoAuthority.code, ...parts].join('/')}`,
    returnFolder: join(folder, '2026-27'),
    children: [...world.histories].sort((a, b) => sizeOf(b) - sizeOf(a)).map(({ record }) => record.child),
  }
}
