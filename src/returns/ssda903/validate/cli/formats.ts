import { counted } from '../../../../kernel/words.ts'
import { textTable } from '../../../../platform/cli/textTable.ts'
import { type CellValue, toCsv } from '../../../../platform/csv.ts'
import type { FailingRows, Validation } from '../validate.ts'

// A large return has a million failures: they are handed over in pieces.
const PIECE_BYTES = 1_000_000
const ROWS_AT_ONCE = 5_000
const MOST_BYTES_A_CHARACTER = 3

/**
 * The validation as the contract words it, as UTF-8 in pieces. A piece is overwritten by the next: write it away first.
 * What a rule's failures share is encoded once and then copied.
 */
export function* asJson(validation: Validation): Generator<Uint8Array> {
  const { collection, ruleset, rulesRun, rulesSkipped, failures } = validation
  const rules = Object.fromEntries(failures.map(({ rule, message, hint }) => [rule, { message, hint }]))
  const head = { collection, ruleset, rulesRun: rulesRun.length, rulesSkipped, rules }
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"failures":[\n`)
  const piece = Buffer.allocUnsafe(PIECE_BYTES)
  let length = 0
  let endBefore = ''
  for (const { rule, message, table, fields, rows } of failures) {
    const start = `${JSON.stringify({ rule, message, table }).slice(0, -1)},"row":`
    const end = `,"fields":${JSON.stringify(fields)}}`
    const between = Buffer.from(`${end},\n${start}`)
    let lead = Buffer.from(endBefore === '' ? start : `${endBefore},\n${start}`)
    for (const { row, child } of rows) {
      const own = `${row},"child":${JSON.stringify(child.id)}`
      if (length + lead.length + own.length * MOST_BYTES_A_CHARACTER > PIECE_BYTES) {
        yield piece.subarray(0, length)
        length = 0
      }
      piece.set(lead, length)
      length += lead.length
      length += piece.write(own, length)
      lead = between
    }
    endBefore = end
  }
  yield piece.subarray(0, length)
  yield Buffer.from(`${endBefore}\n]}\n`)
}

/** One line a failure, in pieces. */
export function* asCsv({ failures }: Validation): Generator<string> {
  let rows: CellValue[][] = [[...failureHeads]]
  for (const failing of failures) {
    for (const row of failing.rows) {
      rows.push(failureCells(failing, row))
      if (rows.length < ROWS_AT_ONCE) continue
      yield toCsv(rows)
      rows = []
    }
  }
  if (rows.length > 0) yield toCsv(rows)
}

/** The columns of a failure in CSV and in the workbook: `row` counts data rows from 0, `file_row` as a person would. */
export const failureHeads = ['rule', 'table', 'row', 'file_row', 'child', 'fields', 'message', 'hint'] as const

const HEADER_ROWS = 1

export const failureCells = (failing: FailingRows, { row, child }: FailingRows['rows'][number]): CellValue[] => [
  failing.rule,
  failing.table,
  row,
  row + HEADER_ROWS + 1,
  child.id,
  failing.fields.join(' '),
  failing.message,
  failing.hint,
]

export const summaryHeads = ['rule', 'table', 'rows', 'message', 'hint'] as const

export const summaryCells = ({ rule, table, rows, message, hint }: FailingRows): CellValue[] => [
  rule,
  table,
  rows.length,
  message,
  hint,
]

/** What failed how often, in words. */
export function asText({ collection, ruleset, rulesRun, rulesSkipped, failures }: Validation): string {
  const failing = failures.reduce((sum, { rows }) => sum + rows.length, 0)
  const failedRules = new Set(failures.map(({ rule }) => rule)).size
  const lines = [
    `Collection ${collection}, rules of ${ruleset}: ${counted(rulesRun.length, 'rule')} checked, ${counted(failedRules, 'rule')} broken, ${counted(failing, 'failure')}.`,
    ...(failures.length > 0
      ? [
          '',
          textTable(
            ['Rule', 'Table', 'Rows', 'What is wrong'],
            failures.map((each) => [each.rule, each.table, each.rows.length, each.message]),
          ).trimEnd(),
        ]
      : []),
    ...(rulesSkipped.length > 0
      ? ['', 'Not checked:', ...rulesSkipped.map(({ rule, reason }) => `  ${rule}: ${reason}`)]
      : []),
    ...(failing > 0 ? ['', 'Which rows, and what to do: --format csv, xlsx or json.'] : []),
  ]
  return `${lines.join('\n')}\n`
}
