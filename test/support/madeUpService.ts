import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import type { ChildRecord } from '../../src/children/domain/record.ts'
import { type World, worldOf } from '../../src/children/domain/world.ts'
import type { PlainDate } from '../../src/kernel/dates.ts'
import { allClocks } from '../../src/main/rooms.ts'
import { mergeDocuments } from '../../src/returns/ssda903/domain/merge.ts'
import { readReturn } from '../../src/returns/ssda903/read/readReturn.ts'
import { type Settings, defaultSettings } from '../../src/settings/settings.ts'
import { type AuthorityOptions, madeUpChildren, scopesOf } from '../../src/synthetic/domain/authority.ts'
import type { Life } from '../../src/synthetic/domain/life.ts'
import { isInRegisters, madeUpRegisters } from '../../src/synthetic/domain/registers/madeUpRegisters.ts'
import { asStored, writeRegisters } from '../../src/synthetic/write/registersWriter.ts'
import { csvWriter } from '../../src/synthetic/write/returnWriter.ts'
import { holidays } from './holidays.ts'

/** A made-up service: its returns and all its registers, as files and as worlds, without a database. */
export interface MadeUpService {
  /** A folder a return (`2022-23`), and `registers`. */
  folder: string
  worldOf: (startYear: number, asked?: { asAt?: PlainDate; settings?: Settings }) => World
  remove: () => void
}

/** Makes up a service of about so many children, with the returns from one year to another, the same for the same seed. */
export async function madeUpService(
  asked: Pick<AuthorityOptions, 'seed' | 'children'> &
    Partial<AuthorityOptions> & { firstYear: number; lastYear: number },
): Promise<MadeUpService> {
  const { firstYear, lastYear, ...more } = asked
  const options: AuthorityOptions = {
    from: reportingYear(firstYear),
    to: reportingYear(lastYear),
    until: null,
    history: 'year_only',
    oddities: null,
    ...more,
  }
  const folder = mkdtempSync(join(tmpdir(), 'footprint-service-'))
  const scopes = scopesOf(options)
  const today = scopes.at(-1)?.knownOn ?? options.to.lastDay
  const writers = new Map(scopes.map(({ year }) => [year.name, csvWriter(join(folder, year.name))]))
  const lives: Life[] = []
  for (const child of madeUpChildren(options, holidays)) {
    for (const { scope, rows } of child.returns) writers.get(scope.year.name)?.add(rows)
    if (isInRegisters(child.life, today)) lives.push(child.life)
  }
  for (const writer of writers.values()) writer.close()
  const rows = madeUpRegisters(lives, { seed: options.seed, children: options.children, today, holidays })
  writeRegisters(join(folder, 'registers'), rows)
  const registers = asStored(rows)
  const { children, coverage } = await recordsIn(
    folder,
    scopes.map(({ year }) => year.startYear),
  )
  const made = new Map<string, World>()
  return {
    folder,
    worldOf: (startYear, { asAt, settings = defaultSettings } = {}) => {
      const year = reportingYear(startYear)
      const day = asAt ?? year.lastDay
      const key = `${startYear} ${day.toString()} ${JSON.stringify(settings)}`
      const world =
        made.get(key) ?? worldOf({ children, coverage, registers }, year, day, settings, holidays, allClocks)
      made.set(key, world)
      return world
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Everyone in these returns, merged over the years. */
async function recordsIn(
  folder: string,
  startYears: readonly number[],
): Promise<{ children: ChildRecord[]; coverage: World['coverage'] }> {
  const coverage: { year: number; carriesEarlierReviews: boolean }[] = []
  const parts = new Map<string, Parameters<typeof mergeDocuments>[1][number][]>()
  for (const startYear of startYears) {
    const year = reportingYear(startYear)
    const read = await readReturn(join(folder, year.name), { year })
    if (!read.ok) throw new Error(`the made-up return of ${year.name} can’t be read`)
    coverage.push({ year: startYear, carriesEarlierReviews: read.carriesEarlierReviews })
    for (const { child, content, rows } of read.documents) {
      parts.set(child, [...(parts.get(child) ?? []), { year: startYear, content, rows }])
    }
  }
  return { children: [...parts].map(([child, documents]) => mergeDocuments(child, documents, coverage)), coverage }
}
