import assert from 'node:assert/strict'
import { readCell } from '../../src/registers/cells.ts'
import { type Content, type Register, type StoredRows, type StoredValue, rowKey } from '../../src/registers/register.ts'

/** Rows of registers as their files have them: the register, its header, and lines of cells. */
export type Rows = readonly (readonly [register: Register, header: string, lines: readonly string[]])[]

/** Registers that hold these rows, read as files are. */
export function registersWith(rows: Rows): StoredRows {
  const stored = new Map<string, Map<string, Content>>()
  for (const [register, header, lines] of rows) {
    const contents = stored.get(register.name) ?? new Map<string, Content>()
    stored.set(register.name, contents)
    for (const line of lines) {
      const content = contentOf(register, header.split(','), line.split(','))
      contents.set(rowKey(register, content), content)
    }
  }
  return stored
}

function contentOf(register: Register, header: readonly string[], cells: readonly string[]): Content {
  const content: Record<string, StoredValue> = {}
  for (const [index, name] of header.entries()) {
    const column = register.columns.find((one) => one.name === name)
    assert.ok(column, `${register.name} has no column ${name}`)
    const read = readCell(column, cells[index] ?? '')
    assert.ok('value' in read, `${name} ${cells[index] ?? ''}`)
    if (read.value !== null) content[name] = read.value
  }
  return content
}
