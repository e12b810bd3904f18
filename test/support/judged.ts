import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '../../src/children/domain/world.ts'
import { allRegisters } from '../../src/main/rooms.ts'
import { PERSON } from '../../src/registers/columns.ts'
import { judge } from '../../src/registers/incoming/judge.ts'
import { readRegisters } from '../../src/registers/read/readRegisters.ts'
import { type Content, type StoredRows, noRows } from '../../src/registers/register.ts'
import type { Settings } from '../../src/settings/settings.ts'
import { aChild, aWorld } from './children.ts'

/** Against what files are judged. */
interface Judging {
  /** What is kept; nothing unless said. */
  stored?: StoredRows
  settings?: Settings
  /** The children of the return. */
  children?: readonly string[]
}

/** What becomes of register files, by name without `.csv`, each a header and its lines: rows to keep, and faults in a few words. */
export async function judgedFiles(
  files: Readonly<Record<string, readonly string[]>>,
  { stored = noRows, settings = {}, children = ['A', 'B', 'C'] }: Judging = {},
): Promise<{ faults: string[]; stored: StoredRows }> {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-judged-'))
  try {
    for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), lines.join('\n'))
    const { sent, errors } = await readRegisters(folder, allRegisters)
    const outside = new Map([[PERSON, new Set(children)]])
    const judged = judge(sent, { registers: allRegisters, stored, outside, maySee: () => true, settings })
    const kept = new Map<string, ReadonlyMap<string, Content>>(stored)
    for (const { table, changes } of judged.tables) {
      const { name } = table.register
      kept.set(
        name,
        new Map([...(kept.get(name) ?? []), ...changes.map(({ key, content }) => [key, content] as const)]),
      )
    }
    return {
      faults: [...errors, ...judged.faults].map(
        ({ file, row, column, reason }) => `${file} ${row ?? 'kept'} ${column ?? ''}: ${reason}`,
      ),
      stored: kept,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A world of what these register files say, which must be right, on a day. `children`: those of the return, looked after
 * since long.
 */
export async function worldOfFiles(
  files: Readonly<Record<string, readonly string[]>>,
  { asAt, year, settings = {}, children = ['A', 'B', 'C'] }: { asAt?: string; year?: string } & Pick<Judging, 'settings' | 'children'>, // prettier-ignore
): Promise<World> {
  const { faults, stored } = await judgedFiles(files, { settings, children })
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const records = children.map((child) => aChild({ child, episodes: ['2013-01-07.. S C2 U6'] }))
  const world = aWorld(records, { ...(asAt !== undefined && { asAt }), ...(year !== undefined && { year }), settings })
  return { ...world, registers: stored }
}
