import { z } from 'zod'
import type { ReportingYear } from '../../src/calendar/reportingYear.ts'
import { parseReportingYear, reportingYear } from '../../src/calendar/reportingYear.ts'
import { dateOfDayNumber } from '../../src/kernel/dates.ts'
import { yearsAfter } from '../../src/kernel/dayNumbers.ts'
import { type RawTable, type TableName, tableNames } from '../../src/returns/ssda903/tables.ts'
import { dayOf } from '../../src/returns/ssda903/validate/engine/dayOf.ts'
import type { Provider, Reference } from '../../src/returns/ssda903/validate/engine/reference.ts'

/** A small return, and the rows of it that fail a rule. */
export interface RuleCase {
  rule: string
  /** Which of the rule's cases: `test_validate#1`. */
  name: string
  /** The rulesets (`2024-25`) whose version of the rule the case is about; null for all that have the rule. */
  rulesets: readonly string[] | null
  tables: RawTable[]
  previous: RawTable[]
  collection: Pick<ReportingYear, 'firstDay' | 'lastDay'>
  authority: string | null
  reference: Reference
  /** Failing rows in order, by table; only tables that have any. */
  expected: Partial<Record<TableName, number[]>>
  /** Whether the rule can't run on these tables. */
  isNotApplicable: boolean
}

const cell = z.union([z.string(), z.number(), z.null()])
const inputTable = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(cell)),
  index: z.array(z.union([z.string(), z.number()])).optional(),
})
const publishedCases = z.object({
  cases: z.array(
    z.object({
      rule: z.string(),
      case: z.string(),
      in_force: z.array(z.string()),
      input_tables: z.record(z.string(), inputTable),
      metadata: z.object({
        collection_start: z.string().optional(),
        collection_end: z.string().optional(),
        collectionYear: z.string().optional(),
        localAuthority: z.string().optional(),
        provider_info: inputTable.optional(),
      }),
      expected: z.record(z.string(), z.array(z.union([z.string(), z.number()]))),
      not_applicable: z.boolean(),
    }),
  ),
})
type InputTable = z.infer<typeof inputTable>
type Metadata = z.infer<typeof publishedCases>['cases'][number]['metadata']

/** The cases of a file like `test/data/ssda903-rules/rule-cases.json`. */
export function readPublishedCases(json: string): RuleCase[] {
  return publishedCases.parse(JSON.parse(json)).cases.map((published) => {
    const tables: RawTable[] = []
    const previous: RawTable[] = []
    for (const [name, table] of Object.entries(published.input_tables)) {
      const isLastYears = name.endsWith('_last')
      ;(isLastYears ? previous : tables).push(rawTable(isLastYears ? name.slice(0, -'_last'.length) : name, table))
    }
    const expected: RuleCase['expected'] = {}
    for (const [name, failing] of Object.entries(published.expected)) {
      const index = published.input_tables[name]?.index?.map(String)
      const rows = new Set(failing.map((row) => (index ? index.indexOf(String(row)) : Number(row))))
      if (rows.size > 0) expected[tableNamed(name)] = [...rows].sort((a, b) => a - b)
    }
    return {
      rule: published.rule,
      name: published.case,
      rulesets: published.in_force.map((ruleset) => ruleset.replace('lac', '').replace('_', '-')),
      tables,
      previous,
      collection: collectionOf(published.metadata),
      authority: published.metadata.localAuthority ?? null,
      reference: referenceOf(published.metadata.provider_info),
      expected,
      isNotApplicable: published.not_applicable,
    }
  })
}

// Columns that no return has, by the column that is meant.
const meantColumns: Record<string, string> = {
  PLACEMENT: 'PLACE',
  DATE_EPISODE_CEASED: 'DEC',
  UASC_STATUS: 'UASC',
  LA_CODE_INFERRED: 'LA_CODE',
}

function rawTable(name: string, { columns, rows }: InputTable): RawTable {
  return {
    name: tableNamed(name),
    columns: columns.map((column) => meantColumns[column] ?? column),
    rows: rows.map((row) => row.map(written)),
  }
}

/** A cell as a file would hold it. The empty string of a case is "something, but no code": a space stands for it. */
function written(value: z.infer<typeof cell>): string {
  if (value === null) return ''
  return value === '' ? ' ' : String(value)
}

function tableNamed(text: string): TableName {
  const name = tableNames.find((each) => each === text)
  if (name === undefined) throw new Error(`no table ${text}`)
  return name
}

function collectionOf({ collection_start, collection_end, collectionYear }: Metadata): RuleCase['collection'] {
  const { firstDay, lastDay } = reportingYear(Number(collectionYear ?? 2020))
  const start = dayOf(collection_start ?? '')
  const end = dayOf(collection_end ?? '')
  if (Number.isNaN(start) && Number.isNaN(end)) return { firstDay, lastDay }
  return {
    firstDay: dateOfDayNumber(Number.isNaN(start) ? yearsAfter(end + 1, -1) : start),
    lastDay: dateOfDayNumber(Number.isNaN(end) ? yearsAfter(start, 1) - 1 : end),
  }
}

function referenceOf(providers: InputTable | undefined): Reference {
  if (!providers) return {}
  const columns = providers.columns.map((column) => meantColumns[column] ?? column)
  const byUrn = new Map<string, Provider[]>()
  for (const row of providers.rows) {
    const value = (column: string): string => written(row[columns.indexOf(column)] ?? null)
    const provider: Provider = {
      placeTypes: value('PLACE_CODES').split(','),
      providerCodes: value('PROVIDER_CODES').split(','),
      closedOn: dayOf(value('REG_END')),
      postcode: value('POSTCODE'),
      authority: value('LA_CODE'),
    }
    byUrn.set(value('URN'), [...(byUrn.get(value('URN')) ?? []), provider])
  }
  return { providers: byUrn }
}

/**
 * A case written as text: a table's name (`Episodes`, `Episodes_last`), its columns, then its rows, and so on for
 * further tables; `Providers` for the list of providers. Cells are parted by spaces (`_` for a space within), `-` is
 * blank, a row that must fail ends in `✗`. Lines before: `collection 2024-25` sets the year (2020-21 otherwise),
 * `authority E10000017` whose return it is.
 */
export function parseCase(rule: string, name: string, text: string): RuleCase {
  const tables: RawTable[] = []
  const previous: RawTable[] = []
  const providers = { columns: new Array<string>(), rows: new Array<string[]>() }
  const expected: RuleCase['expected'] = {}
  let collection: RuleCase['collection'] = reportingYear(2020)
  let authority: string | null = null
  let current: { table: TableName | undefined; columns: string[]; rows: string[][] } | undefined
  for (const words of text.split('\n').map((line) => line.trim().split(/\s+/))) {
    const [first = '', second = ''] = words
    if (first === '') continue
    const isLastYears = first.endsWith('_last')
    const table = tableNames.find((each) => each === (isLastYears ? first.slice(0, -'_last'.length) : first))
    if (first === 'collection') {
      collection = parseReportingYear(second) ?? collection
    } else if (first === 'authority') {
      authority = second
    } else if (words.length === 1 && (table || first === 'Providers')) {
      const { columns, rows } = table ? { columns: [], rows: [] } : providers
      current = { table, columns, rows }
      if (table) (isLastYears ? previous : tables).push({ name: table, columns, rows })
    } else if (current?.columns.length === 0) {
      current.columns.push(...words)
    } else if (current) {
      const { columns, rows } = current
      if (words.at(-1) === '✗' && current.table)
        expected[current.table] = [...(expected[current.table] ?? []), rows.length]
      const cells = words.filter((word) => word !== '✗')
      if (cells.length !== columns.length)
        throw new Error(`${rule}, ${name}: a row does not fit its columns: ${words.join(' ')}`)
      rows.push(cells.map((word) => (word === '-' ? '' : word.replaceAll('_', ' '))))
    }
  }
  return {
    rule,
    name,
    rulesets: null,
    tables,
    previous,
    collection,
    authority,
    reference: providers.rows.length > 0 ? referenceOf(providers) : {},
    expected,
    isNotApplicable: false,
  }
}
