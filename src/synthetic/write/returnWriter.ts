import { closeSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toCsv } from '../../platform/csv.ts'
import { makeFolders } from '../../platform/folders.ts'
import { type RawTable, type TableName, tables } from '../../returns/ssda903/tables.ts'
import { madeUpTableNames } from '../domain/authority.ts'
import type { ChildRows } from '../domain/childRows.ts'
import { childAsXml } from './childXml.ts'

/** Takes a return child by child and writes it out, in little memory. */
export interface ReturnWriter {
  add: (rows: ChildRows) => void
  close: () => void
}

/** File names of tables as DfE's are, where they are not just the table's. */
const otherFileNames: Readonly<Partial<Record<TableName, string>>> = {
  PlacedAdoption: 'placed_for_adoption',
  PrevPerm: 'previous_permanence',
  SWEpisodes: 'sw_episodes',
}

const ROWS_A_WRITE = 2_000
const CHARACTERS_A_WRITE = 1_000_000

/** Writes the return as a folder of CSV files: UTF-8, CRLF, one file a table, also for a table without rows. */
export function csvWriter(folder: string): ReturnWriter {
  makeFolders(folder)
  const targets = madeUpTableNames.map((table) => ({
    table,
    file: openSync(join(folder, `${otherFileNames[table] ?? table.toLowerCase()}.csv`), 'w'),
    waiting: [tables[table].map((column) => column.name)] as string[][],
  }))
  const write = (target: (typeof targets)[number]): void => {
    if (target.waiting.length > 0) writeSync(target.file, toCsv(target.waiting))
    target.waiting = []
  }
  return {
    add: (rows) => {
      for (const target of targets) {
        for (const row of rows[target.table] ?? []) target.waiting.push(row)
        if (target.waiting.length >= ROWS_A_WRITE) write(target)
      }
    },
    close: () => {
      for (const target of targets) {
        write(target)
        closeSync(target.file)
      }
    },
  }
}

/** Writes the return as one XML file, the way DfE's collection takes it. Every child must come once. */
export function xmlWriter(path: string): ReturnWriter {
  makeFolders(dirname(path))
  const file = openSync(path, 'w')
  let waiting = "<?xml version='1.0' encoding='us-ascii'?>\n<EXPSSDA903>"
  const write = (): void => {
    writeSync(file, waiting)
    waiting = ''
  }
  return {
    add: (rows) => {
      waiting += childAsXml(rows)
      if (waiting.length >= CHARACTERS_A_WRITE) write()
    },
    close: () => {
      waiting += '</EXPSSDA903>\n'
      write()
      closeSync(file)
    },
  }
}

/** Writes the tables of a return to a folder of CSV files. */
export function writeReturn(folder: string, returnTables: readonly RawTable[]): void {
  const writer = csvWriter(folder)
  writer.add(Object.fromEntries(returnTables.map(({ name, rows }) => [name, rows.map((row) => [...row])])))
  writer.close()
}

/** Writes the tables of a return to an XML file. */
export function writeReturnXml(path: string, returnTables: readonly RawTable[]): void {
  const byChild = new Map<string, ChildRows>()
  for (const { name, rows } of returnTables) {
    for (const row of rows) {
      const child = byChild.get(row[0] ?? '') ?? {}
      byChild.set(row[0] ?? '', { ...child, [name]: [...(child[name] ?? []), [...row]] })
    }
  }
  const writer = xmlWriter(path)
  for (const rows of byChild.values()) writer.add(rows)
  writer.close()
}
