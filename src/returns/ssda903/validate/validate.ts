import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import type { RawTable, TableName } from '../tables.ts'
import { type IndexedReturn, indexReturn } from './engine/indexedReturn.ts'
import { Marks } from './engine/marks.ts'
import type { Reference } from './engine/reference.ts'
import { ColumnMissing } from './engine/rows.ts'
import { type Rule, asOf, isInForce } from './engine/rule.ts'
import { type Ruleset, rulesetFor } from './engine/rulesets.ts'
import { knownColumns } from './engine/knownColumns.ts'
import { rules } from './registry.ts'

/** By which rules to validate. */
export interface RuleChoice {
  /** The rules of this year; of the collection's own, or the nearest known, where left out. */
  ruleset?: Ruleset
  /** Only these rules, by code. */
  only?: readonly string[]
}

/** What to validate, and by which rules. Only `tables` and `collection` are needed. */
export interface ValidationRequest extends RuleChoice {
  tables: readonly RawTable[]
  collection: ReportingYear
  /** Last year's return; rules that compare the years are skipped without it. */
  previous?: readonly RawTable[]
  reference?: Reference
  /** The authority's code: some rules ask whether a placement is in its own area. */
  authority?: string
}

/** The rows of one table that fail one rule. */
export interface FailingRows {
  rule: string
  message: string
  hint: string
  table: TableName
  /** The columns of that table to look at; CHILD where the fault is that a row is there, or is not. */
  fields: readonly string[]
  /** The rows in order: data row in the table's file, from 0, and the child it belongs to. */
  rows: readonly { readonly row: number; readonly child: { readonly id: string } }[]
}

/** What came of a validation. The same return gives the same answer, whatever the order of rules. */
export interface Validation {
  collection: string
  ruleset: Ruleset
  /** Codes of the rules that ran. */
  rulesRun: readonly string[]
  /** The rules of the ruleset, and those asked for, that could not run, and why. */
  rulesSkipped: readonly { rule: string; reason: string }[]
  /** In order of rule, then table; never empty lists. */
  failures: readonly FailingRows[]
}

/** Runs the rules over a return. No cell can stop it; what can't be checked is named in `rulesSkipped`. */
export function validateReturn(request: ValidationRequest): Validation {
  const { tables, previous = [], collection, reference = {}, authority = null } = request
  return validateIndexed(indexReturn(tables, previous, { collection, reference, authority }), collection, request)
}

/** As `validateReturn`, of a return that was indexed while it was read. */
export function validateIndexed(data: IndexedReturn, collection: ReportingYear, choice: RuleChoice = {}): Validation {
  const only = choice.only && new Set(choice.only)
  const chosen = only ? rules.filter((rule) => only.has(rule.code)) : rules
  const validation = runRules(chosen, data, choice.ruleset ?? rulesetFor(collection.name))
  const { ruleset } = validation
  const notInForce = only ? chosen.filter((rule) => !isInForce(rule, ruleset)) : []
  const reason = `the rules of ${ruleset} do not have it`
  const rulesSkipped = [...validation.rulesSkipped, ...notInForce.map(({ code }) => ({ rule: code, reason }))]
  return { collection: collection.name, ...validation, rulesSkipped }
}

/** Runs those of the rules that the ruleset has. */
export function runRules(
  chosen: readonly Rule[],
  data: IndexedReturn,
  ruleset: Ruleset,
): Omit<Validation, 'collection'> {
  const rulesRun: string[] = []
  const rulesSkipped: { rule: string; reason: string }[] = []
  const failures: FailingRows[] = []
  const marks = new Marks(data)
  for (const rule of chosen.filter((each) => isInForce(each, ruleset)).map((each) => asOf(each, ruleset))) {
    const outcome = reasonToSkip(rule, data) ?? failingRows(rule, data, marks)
    if (typeof outcome === 'string') {
      rulesSkipped.push({ rule: rule.code, reason: outcome })
    } else {
      rulesRun.push(rule.code)
      failures.push(...outcome)
    }
  }
  return { ruleset, rulesRun, rulesSkipped, failures }
}

/** Why a rule can't run on this return, or null where it can. */
function reasonToSkip(rule: Rule, data: IndexedReturn): string | null {
  const missing = rule.tables.find((table) => !data.hasTable(table) && !rule.optional?.includes(table))
  if (missing?.endsWith('_last')) return `needs last year’s table ${missing.slice(0, -'_last'.length)}`
  if (missing) return `needs the table ${missing}`
  if (rule.reference && !data.reference[rule.reference]) return `needs ${referenceNames[rule.reference]}`
  if (rule.needsAuthority && data.authority === null) return 'needs the code of the authority'
  return null
}

const referenceNames: Record<keyof Reference, string> = {
  providers: 'Ofsted’s list of providers (providers.csv)',
  postcodes: 'a list of postcodes (postcodes.csv)',
}

/** The rows that fail a rule, by table; or why it can't run: a column that it asks for is not there. */
function failingRows(rule: Rule, data: IndexedReturn, marks: Marks): FailingRows[] | string {
  try {
    rule.check(data, (row) => {
      marks.mark(row)
    })
  } catch (error) {
    if (!(error instanceof ColumnMissing)) throw error
    marks.take()
    return error.message
  }
  const { code, message, hint } = rule
  return marks.take().map(({ table, rows }) => {
    return { rule: code, message, hint, table, fields: fieldsOf(rule, table), rows }
  })
}

/** The columns of a rule that a table has; CHILD where it has none of them. */
function fieldsOf(rule: Rule, table: TableName): readonly string[] {
  const fields = rule.fields.filter((field) => knownColumns(table).has(field))
  return fields.length > 0 ? fields : ['CHILD']
}
