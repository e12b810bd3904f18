import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { type RawTable, type TableName, tableNames, tables } from '../tables.ts'
import { isInForce } from './engine/rule.ts'
import { rulesets } from './engine/rulesets.ts'
import { rules } from './registry.ts'
import { type Validation, validateReturn } from './validate.ts'

const collection = reportingYear(2020)

/** Texts that a cell of this column might hold: plausible ones, so that rules have something to compare, and nonsense. */
const nonsense = ['', '', ' ', 'X', '?', '31/02/2020', '99/99/9999', '-1', '1e9', 'zz/zz/zzzz', '=1+1', 'É']
const days = [
  '01/04/2020',
  '15/06/2020',
  '16/06/2020',
  '01/01/2021',
  '31/03/2021',
  '01/04/2021',
  '29/02/2004',
  '01/05/2010',
]
const codes = [
  '0',
  '1',
  '2',
  'M',
  'F',
  'S',
  'P',
  'L',
  'X1',
  'E11',
  'E4A',
  'C2',
  'V2',
  'V3',
  'E1',
  'L1',
  'A3',
  'U1',
  'T1',
  'P1',
  'K2',
  'PR1',
  'PN0',
  'PN1',
  'DIED',
  'YES',
  'UN1',
  'WBRI',
  'N1',
  'Z1',
]
const cellOf = (kind: string) =>
  fc.constantFrom(...(kind === 'date' ? [...days, ...days, ...nonsense] : [...codes, ...nonsense]))

const tableOf = (name: TableName): fc.Arbitrary<RawTable> => {
  const columns = tables[name].map((column) => column.name)
  const cells = tables[name].map((column) =>
    column.name === 'CHILD' ? fc.constantFrom('a', 'b', 'c') : cellOf(column.kind),
  )
  return fc.array(fc.tuple(...cells), { maxLength: 6 }).map((rows) => ({ name, columns, rows }))
}
const returns = fc.tuple(...tableNames.map(tableOf))
const cases = fc.record({ now: returns, last: returns, ruleset: fc.constantFrom(...rulesets) })
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never

const validate = ({ now, last, ruleset }: Case): Validation =>
  validateReturn({ tables: now, previous: last, collection, ruleset, authority: 'E09000033' })

/** Failures as texts, each with its row's own cells, so that they can be compared whatever the rows' numbers. */
function failuresOf(validation: Validation, now: readonly RawTable[], nameOf = (child: string) => child): string[] {
  return validation.failures
    .flatMap(({ rule, table, rows }) =>
      rows.map(({ row, child }) => {
        const cells = now.find(({ name }) => name === table)?.rows[row] ?? []
        return [rule, table, nameOf(child.id), ...cells.slice(1)].join('|')
      }),
    )
    .sort()
}

const withRows = (all: readonly RawTable[], change: (rows: RawTable['rows']) => RawTable['rows']): RawTable[] =>
  all.map((table) => ({ ...table, rows: change(table.rows) }))

test('no cell can stop the rules, and every rule either runs or is named', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { rulesRun, rulesSkipped, failures } = validate(given)
      const named = [...rulesRun, ...rulesSkipped.map(({ rule }) => rule)].sort()
      const inForce = rules.filter((rule) => isInForce(rule, given.ruleset)).map((rule) => rule.code)
      assert.deepEqual(named, inForce.sort())
      for (const { rows, table } of failures) {
        const count = given.now.find(({ name }) => name === table)?.rows.length ?? 0
        assert.ok(rows.length > 0 && rows.every(({ row }, at) => row < count && row > (rows[at - 1]?.row ?? -1)))
      }
    }),
  )
})

test('the order of rows says nothing', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const turned = {
        ...given,
        now: withRows(given.now, (rows) => rows.toReversed()),
        last: withRows(given.last, (rows) => rows.toReversed()),
      }
      assert.deepEqual(failuresOf(validate(turned), turned.now), failuresOf(validate(given), given.now))
    }),
  )
})

test('another child changes nothing for those that are there', () => {
  fc.assert(
    fc.property(cases, cases, (given, other) => {
      const renamed = (all: readonly RawTable[]) =>
        withRows(all, (rows) => rows.map(([child = '', ...rest]) => [`${child}2`, ...rest]))
      const joined = (some: readonly RawTable[], more: readonly RawTable[]) =>
        some.map((table) => ({
          ...table,
          rows: [...(renamed(more).find(({ name }) => name === table.name)?.rows ?? []), ...table.rows],
        }))
      const both = { ...given, now: joined(given.now, other.now), last: joined(given.last, other.last) }
      const ofGiven = failuresOf(validate(both), both.now).filter((failure) => /^[^|]*\|[^|]*\|[abc]\|/.test(failure))
      // Rule 444 is about pupil numbers shared between children: there another child does matter.
      const alone = (failures: string[]) => failures.filter((failure) => !failure.startsWith('444|'))
      assert.deepEqual(alone(ofGiven), alone(failuresOf(validate(given), given.now)))
    }),
  )
})

/** The rules that say which codes there are: to them a code in small letters is none. */
const ofCodeLists =
  /^(101|103|105|114|120|131|132|133|143|144|145|146|149|167|175|176|177|178|196|631|633|1006|1009|SW02STG1|SW13STG1)\|/

test('a child of another name fails under that name, and small letters are large ones but to rules of codes', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const renamed = (all: readonly RawTable[]) =>
        withRows(all, (rows) => rows.map((cells) => [`child ${cells[0] ?? ''}`, ...cells.slice(1)]))
      const other = { ...given, now: renamed(given.now), last: renamed(given.last) }
      const nameOf = (child: string): string => child.replace('child ', '')
      assert.deepEqual(failuresOf(validate(other), other.now, nameOf), failuresOf(validate(given), given.now))
      const small = {
        ...given,
        now: withRows(given.now, (rows) => rows.map((row) => row.map((cell) => cell.toLowerCase()))),
      }
      const others = (failures: string[]) => failures.filter((failure) => !ofCodeLists.test(failure))
      assert.deepEqual(others(failuresOf(validate(small), given.now)), others(failuresOf(validate(given), given.now)))
    }),
  )
})

test('empty tables are fine', () => {
  const empty = tableNames.map((name) => ({ name, columns: tables[name].map((column) => column.name), rows: [] }))
  for (const ruleset of rulesets) {
    const { failures, rulesSkipped } = validateReturn({ tables: empty, previous: empty, collection, ruleset })
    assert.deepEqual(failures, [])
    assert.ok(rulesSkipped.every(({ reason }) => !reason.startsWith('needs the table')))
  }
})
