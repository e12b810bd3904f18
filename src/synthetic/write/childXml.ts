import { type TableName, tables } from '../../returns/ssda903/tables.ts'
import type { ChildRows } from '../domain/childRows.ts'

/** The element that each row of a table becomes. */
const elementOf: Readonly<Partial<Record<TableName, string>>> = {
  Missing: 'AMISSING',
  Reviews: 'AREVIEW',
  PrevPerm: 'PERMANENCE',
  OC2: 'OC2',
  PlacedAdoption: 'AD_PLACED',
  Episodes: 'EPISODE',
  SWEpisodes: 'SWEPISODE',
}

/** What the XML says once for the child, and the CSV files in every table. */
const saidOnce = new Set(['CHILD', 'DOB', 'SEX'])

/** What a return says of one child, as an element of its XML. */
export function childAsXml(rows: ChildRows): string {
  const said = cellsByColumn(rows)
  const header = [
    element('CHILDID', said.get('CHILD') ?? ''),
    ...['UPN', 'SEX', 'DOB', 'ETHNIC'].map((name) => element(name, said.get(name) ?? '')),
    element('UASC', (rows.UASC?.length ?? 0) > 0 ? '1' : ''),
    flat(rows, 'UASC'),
    flat(rows, 'OC3'),
    flat(rows, 'AD1'),
    grouped(rows, 'Missing'),
    grouped(rows, 'Reviews'),
    ...['MOTHER', 'MC_DOB'].map((name) => element(name, said.get(name) ?? '')),
    grouped(rows, 'PrevPerm'),
    grouped(rows, 'OC2'),
    grouped(rows, 'PlacedAdoption'),
    grouped(rows, 'SWEpisodes'),
  ]
  return `<CHILD><HEADER>${header.join('')}</HEADER>${grouped(rows, 'Episodes')}</CHILD>`
}

/** The first thing said under each column's name, the Header's before that of any other table. */
function cellsByColumn(rows: ChildRows): Map<string, string> {
  const said = new Map<string, string>()
  for (const name of ['Header', 'Episodes', 'Reviews', 'OC2'] as const) {
    for (const [at, column] of tables[name].entries()) {
      const cell = rows[name]?.[0]?.[at]
      if (cell !== undefined && !said.has(column.name)) said.set(column.name, cell)
    }
  }
  return said
}

/** The elements of a table that has at most one row for a child. */
const flat = (rows: ChildRows, table: TableName): string =>
  (rows[table] ?? []).map((row) => values(table, row)).join('')

/** An element for each row of the table. */
function grouped(rows: ChildRows, table: TableName): string {
  const name = elementOf[table] ?? table
  return (rows[table] ?? []).map((row) => `<${name}>${values(table, row)}</${name}>`).join('')
}

const values = (table: TableName, row: readonly string[]): string =>
  tables[table]
    .map((column, at) =>
      saidOnce.has(column.name) ? '' : element(column.name === 'PLACE' ? 'PL' : column.name, row[at] ?? ''),
    )
    .join('')

const element = (name: string, value: string): string =>
  value === '' ? `<${name} />` : `<${name}>${escaped(value)}</${name}>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
