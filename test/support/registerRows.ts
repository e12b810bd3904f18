import { allRegisters } from '../../src/main/rooms.ts'
import { noRows, rowKey, type Content, type StoredRows } from '../../src/registers/register.ts'
import { readCell } from '../../src/registers/cells.ts'

/**
 * Rows as their files have them, by register: `{ oversight: ['child,date,kind', '1,2023-06-06,MIDPOINT'] }`. Throws where a
 * cell or a row is one that an import refuses.
 */
export function rowsOfFiles(
  files: Readonly<Record<string, readonly string[]>>,
  before: StoredRows = noRows,
): StoredRows {
  const tables = Object.entries(files).map(([name, [heading = '', ...lines]]): [string, Map<string, Content>] => {
    const register = allRegisters.find((one) => one.name === name)
    if (!register) throw new Error(`no register ${name}`)
    const columns = heading.split(',').map((column) => {
      const found = register.columns.find((one) => one.name === column)
      if (!found) throw new Error(`${name} has no column ${column}`)
      return found
    })
    const contents = lines.map((line): Content => {
      const cells = line.split(',')
      const values = columns.flatMap((column, at) => {
        const read = readCell(column, cells[at] ?? '')
        if ('reason' in read) throw new Error(`${name}: ${cells[at] ?? ''} ${read.reason}`)
        return read.value === null ? [] : [[column.name, read.value] as const]
      })
      const content = Object.fromEntries(values)
      const faults = register.faultsOf(content, new Set())
      if (faults.length > 0)
        throw new Error(`${name}: ${line}: ${faults.map(({ column, reason }) => `${column} ${reason}`).join('; ')}`)
      return content
    })
    return [name, new Map(contents.map((content) => [rowKey(register, content), content]))]
  })
  return new Map([...before, ...tables])
}
