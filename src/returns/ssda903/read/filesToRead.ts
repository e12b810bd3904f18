import { FileReport, type Problems } from '../../../platform/reading/problems.ts'
import type { SourceFile } from '../../../platform/reading/sourceFile.ts'
import { type TableName, tableOfFile, tableWithColumn } from '../tables.ts'
import type { Source } from './source.ts'

/** The table whose columns these are, where they are not at all those of `table`. */
export function otherTableMeant(table: TableName, columns: readonly string[]): TableName | null {
  const owners = columns.flatMap((column) => tableWithColumn(column) ?? [])
  return owners.includes(table) ? null : (owners[0] ?? null)
}

interface FileToRead {
  file: SourceFile
  /** The table it holds; null for the XML, which holds all. */
  table: TableName | null
}

/** The files to read. What else lies there is told in a warning, or refused where it seems to be meant. */
export function filesToRead({ kind, files }: Source, sourceName: string, problems: Problems): readonly FileToRead[] {
  if (kind === 'xml') return files.map((file) => ({ file, table: null }))
  const byTable = new Map<TableName, SourceFile>()
  const others: SourceFile[] = []
  for (const file of files) {
    const table = tableOfFile(file.name)
    const before = table === null ? undefined : byTable.get(table)
    if (before) new FileReport(file.name, problems).error(`holds the same table as ${before.name}: which one counts?`)
    else if (table !== null) byTable.set(table, file)
    else others.push(file)
  }
  const xml = others.filter((file) => /\.xml$/i.test(file.name))
  if (byTable.size === 0 && xml.length === 1) return xml.map((file) => ({ file, table: null }))
  for (const file of others) {
    const report = new FileReport(file.name, problems)
    if (tableOfFile(file.name.replace(/\.[^.]*$/, '')) === null)
      report.warn('is none of the return’s tables: it is not read')
    else report.error('is not a CSV file: save the table as CSV (UTF-8)')
  }
  if (byTable.size === 0) {
    const names = files.map((file) => file.name).join(', ')
    const what = xml.length > 1 ? 'there is more than one XML file' : 'none of these files is a table of the return'
    const hint = 'expected header.csv, episodes.csv, reviews.csv and so on, or one XML file'
    new FileReport(names || sourceName, problems).error(names ? `${what}: ${hint}` : `holds no files: ${hint}`)
  }
  return [...byTable].map(([table, file]) => ({ file, table }))
}
