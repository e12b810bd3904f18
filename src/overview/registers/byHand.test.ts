import { whyNotKept } from '../../registers/incoming/byHand.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { rowsIn } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { shownValue } from '../../registers/cells.ts'
import { PERSON } from '../../registers/columns.ts'
import { judge } from '../../registers/incoming/judge.ts'
import {
  rowKey,
  type Column,
  type Content,
  type Register,
  type StoredRows,
  type StoredValue,
} from '../../registers/register.ts'
import { allRegisters } from '../../main/rooms.ts'

/** A row with every column filled in, right in itself. */
const sound = (register: Register): Content =>
  Object.fromEntries(register.columns.map((column) => [column.name, valueOf(column)]))

function valueOf(column: Column): StoredValue {
  switch (column.kind) {
    case 'text':
      return 'Words'
    case 'email_address':
      return 'ada@example.org'
    case 'telephone':
      return '07700 900982'
    case 'identifier':
    case 'reference':
      return column.thing === PERSON ? 'CHILD1' : column.isInCapitals ? 'A1' : 'a1'
    case 'yes_no':
      return true
    case 'code':
      return Object.keys(column.codes)[0] ?? ''
    case 'date':
      return '2022-05-11'
    case 'datetime':
      return '2022-05-11T06:00'
    case 'whole_number':
    case 'decimal':
      return 1
  }
}

/** What no file may say in a column; undefined leaves it blank. */
function wrongValues(column: Column): (StoredValue | undefined)[] {
  const blank = column.isMandatory ? [undefined] : []
  switch (column.kind) {
    case 'text':
    case 'identifier':
      return blank
    case 'reference':
      return column.thing === PERSON ? blank : [...blank, 'nobody']
    case 'email_address':
      return [...blank, 'nowhere', 'ada@example.org, ben@example.org']
    case 'telephone':
      return [...blank, '123', 'by day only']
    case 'yes_no':
      return [...blank, 'Perhaps']
    case 'code':
      return [...blank, 'NONE OF THEM', 'toString']
    case 'date':
      return [...blank, '2022-02-30', '0001-01-01', 'soon']
    case 'datetime':
      return [...blank, '2022-05-11T25:00']
    case 'whole_number':
    case 'decimal':
      return [
        ...blank,
        'many',
        ...(column.kind === 'whole_number' ? [-1] : []),
        ...(column.range.most === undefined ? [] : [column.range.most + 1]),
      ]
  }
}

const kept: StoredRows = new Map(
  allRegisters.map((register) => [register.name, new Map([[rowKey(register, sound(register)), sound(register)]])]),
)
const people = new Map([[PERSON, new Set(['CHILD1'])]])

/** What a file with this row is refused for. */
const refusals = (register: Register, content: Content, stored: StoredRows) =>
  judge(
    {
      tables: [
        {
          register,
          file: `${register.name}.csv`,
          columns: register.columns.map(({ name }) => name),
          rows: [{ row: 2, cells: register.columns.map(({ name }) => shownValue(content[name])) }],
        },
      ],
      unread: [],
    },
    { registers: allRegisters, stored, outside: people, maySee: () => true },
  ).faults.map(({ column, reason }) => `${column} ${reason}`)

/** What the row is refused for in the pages. */
function refusalsByHand(register: Register, content: Content, stored: StoredRows): string[] {
  const rows: RowToKeep[] = [{ register, key: rowKey(register, content), content }]
  return whyNotKept(rows, stored, allRegisters).map(({ why }) => why)
}

describe('what a file is refused for, a page is refused for', () => {
  for (const register of allRegisters) {
    test(`${register.name}: every column, and a row that is right`, () => {
      const right = { ...sound(register) }
      for (const column of register.columns) {
        for (const wrong of wrongValues(column)) {
          const rest = Object.entries(right).filter(([name]) => name !== column.name)
          const content: Content = Object.fromEntries(wrong === undefined ? rest : [...rest, [column.name, wrong]])
          const inFile = refusals(register, content, kept)
          const byHand = refusalsByHand(register, content, kept)
          const what = `${column.name} ${String(wrong)}`
          assert.ok(inFile.length > 0, `a file may say ${what}`)
          assert.equal(byHand.length, inFile.length, `${what}: ${byHand.join('; ')}`)
          for (const reason of inFile) {
            const [name = '', ...words] = reason.split(' ')
            const isTold = byHand.some((why) => why.includes(`, ${name} “`) && why.endsWith(words.join(' ')))
            assert.ok(isTold, `${what}: ${reason} beside ${byHand.join('; ')}`)
          }
        }
      }
    })
  }

  test('rows that say what they said before are left alone, whatever they say', () => {
    const [officers] = allRegisters
    assert.ok(officers)
    const old = { ...sound(officers), email: 'nowhere' }
    const stored = new Map([[officers.name, new Map([[rowKey(officers, old), old]])]])
    assert.deepEqual(refusalsByHand(officers, { ...old, name: 'Other' }, stored), [])
    assert.equal(rowsIn(stored)(officers).length, 1)
  })
})
