import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allRegisters } from '../../src/main/rooms.ts'
import { PERSON } from '../../src/registers/columns.ts'
import { judge } from '../../src/registers/incoming/judge.ts'
import { readRegisters } from '../../src/registers/read/readRegisters.ts'
import { type Content, type StoredRows, noRows } from '../../src/registers/register.ts'
import type { Settings } from '../../src/settings/settings.ts'

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
