import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { grouped } from '../../kernel/words.ts'
import { withoutGuard } from '../../platform/csv.ts'
import { readCsv } from '../../platform/reading/csv.ts'
import { FileReport, Problems } from '../../platform/reading/problems.ts'
import type { ColumnsReceiver, TableLayout } from '../../platform/reading/rows.ts'
import { type SourceFile, fileAt, filesIn, firstBytes, unreadable } from '../../platform/reading/sourceFile.ts'
import { openWorkbook, readSheet } from '../../platform/reading/workbook.ts'
import { zippedFiles } from '../../platform/reading/zip.ts'
import type { RegistersReader } from '../app/ports.ts'
import type { SentRow, SentTable } from '../incoming/sent.ts'
import type { Register } from '../register.ts'
import { NOTES_SHEET } from '../write/notes.ts'

/** Everything of one import: twenty years of a large service's registers come to a fifth of it. */
const MOST_BYTES = 50_000_000

/** Of all registers together; more than `MOST_BYTES` holds of rows that say something. */
const MOST_ROWS = 300_000
const MOST_CELLS = 3_000_000
/** How many rows anything that is sent may hold, however it is packed, and how many more with each byte of it. */
const ROWS_OF_SMALL_FILES = 60_000
const ROWS_A_BYTE = 1 / 10

/**
 * The most rows of what was sent in so many bytes. A row that is kept costs about 2 kB of memory, whatever it took to send it:
 * packed, 300,000 of them fit into less than 1 MB where they are nearly alike, which rows about people are not.
 */
const mostRowsIn = (bytes: number): number => Math.min(MOST_ROWS, ROWS_OF_SMALL_FILES + Math.floor(bytes * ROWS_A_BYTE))

const whyTooMany = (mostRows: number): string =>
  `brings the registers to more than ${grouped(mostRows)} rows or ${MOST_CELLS / 1e6} million cells: send them in several files`

/** The tables of the registers at `path`: a folder or a zip of CSV files, one of them, or a workbook. */
export const readRegisters: RegistersReader = async (path, registers) => {
  const reading = new Reading(registers)
  await reading.readAt(path)
  return reading.result()
}

class Reading {
  readonly #registers: readonly Register[]
  readonly #problems = new Problems()
  readonly #tables: SentTable[] = []
  readonly #unread: Register[] = []
  /** The file in which each register was found. */
  readonly #foundIn = new Map<Register, string>()
  #mostRows = ROWS_OF_SMALL_FILES
  #rowCount = 0
  #cellCount = 0

  constructor(registers: readonly Register[]) {
    this.#registers = registers
  }

  async readAt(path: string): Promise<void> {
    const report = new FileReport(basename(path), this.#problems)
    try {
      const found = await stat(path)
      this.#mostRows = mostRowsIn(found.size)
      if (found.isDirectory()) await this.#readFolder(path)
      else if ((await firstBytes(path)).startsWith('PK')) await this.#readPacked(path, report)
      else if (this.#areNotTooLarge([fileAt(path, found.size)], report)) await this.#readFile(fileAt(path, found.size))
    } catch (error) {
      report.giveUp(unreadable(error))
    }
    if (this.#foundIn.size > 0 || this.#problems.areAny) return
    const names = this.#registers.map(({ name }) => `${name}.csv`).join(', ')
    report.giveUp(`holds no register: expected any of ${names}, or a workbook with sheets of these names`)
  }

  result() {
    const { errors, warnings } = this.#problems
    const { moreErrors } = this.#problems.refused()
    const faulty = new Map<string, Set<number | null>>()
    for (const { file, row } of errors) faulty.set(file, (faulty.get(file) ?? new Set()).add(row))
    const isFaulty = ({ file }: SentTable, row: number) => faulty.get(file)?.has(row) === true
    // A row that is no row of its table is told in the errors; the others may be kept without it.
    const tables =
      errors.length === 0
        ? this.#tables
        : this.#tables.map((table) => ({ ...table, rows: table.rows.filter(({ row }) => !isFaulty(table, row)) }))
    return { sent: { tables, unread: this.#unread }, errors, moreErrors, warnings }
  }

  async #readFolder(path: string): Promise<void> {
    const files = await filesIn(path)
    if (!this.#areNotTooLarge(files, new FileReport(basename(path), this.#problems))) return
    this.#mostRows = mostRowsIn(sizeOf(files))
    for (const file of files) {
      if (/\.xls[xm]$/i.test(file.name)) {
        await this.#readWorkbook(join(path, file.name), new FileReport(file.name, this.#problems))
      } else await this.#readFile(file)
    }
  }

  async #readPacked(path: string, report: FileReport): Promise<void> {
    if (!/\.zip$/i.test(path)) return this.#readWorkbook(path, report)
    const { files, close } = await zippedFiles(path, report)
    try {
      if (this.#areNotTooLarge(files, report)) for (const file of files) await this.#readFile(file)
    } finally {
      close()
    }
  }

  #areNotTooLarge(files: readonly SourceFile[], report: FileReport): boolean {
    const bytes = sizeOf(files)
    if (bytes <= MOST_BYTES) return true
    report.giveUp(`holds ${Math.round(bytes / 1e6)} MB: no registers are larger than ${MOST_BYTES / 1e6} MB`)
    return false
  }

  async #readFile(file: SourceFile): Promise<void> {
    const report = new FileReport(file.name, this.#problems)
    const register = /\.csv$/i.test(file.name) ? this.#registerNamed(file.name.slice(0, -'.csv'.length)) : null
    if (register) {
      await this.#take(register, report, (layout, receive) => readCsv(file, layout, receive, report, () => undefined))
    } else if (/\.(?:xls|xlsb|ods|numbers)$/i.test(file.name)) {
      report.error('is a workbook of another kind: save it as an Excel workbook (.xlsx)')
    } else report.warn('is no register that is kept here: it is not read')
  }

  async #readWorkbook(path: string, report: FileReport): Promise<void> {
    const { sheets, close } = await openWorkbook(path, report)
    try {
      for (const sheet of sheets) {
        const register = this.#registerNamed(sheet.name)
        const part = report.part(sheet.name)
        if (register) await this.#take(register, part, (layout, receive) => readSheet(sheet, layout, receive, part))
        else if (sheet.name !== NOTES_SHEET) part.warn('is no register that is kept here: it is not read')
      }
    } finally {
      close()
    }
  }

  async #take(
    register: Register,
    report: FileReport,
    read: (layout: TableLayout, receive: ColumnsReceiver) => Promise<void>,
  ): Promise<void> {
    const before = this.#foundIn.get(register)
    if (before !== undefined) {
      report.giveUp(`holds the same register as ${before}: which one counts?`)
      return
    }
    this.#foundIn.set(register, report.file)
    const tables: SentTable[] = []
    await read(layoutOf(register), (columns) => {
      const rows: SentRow[] = []
      tables.push({ register, file: report.file, columns, rows })
      return (cells, row) => {
        this.#rowCount++
        this.#cellCount += columns.length
        if (this.#rowCount > this.#mostRows || this.#cellCount > MOST_CELLS) {
          report.giveUp(whyTooMany(this.#mostRows), { row })
          return
        }
        const own = cells.map(withoutGuard)
        if (own.some((cell) => cell !== '')) rows.push({ row, cells: own })
        else report.warn('is blank: it is not read', { row })
      }
    })
    if (tables.length === 0 || report.isGivenUp) this.#unread.push(register)
    else this.#tables.push(...tables)
  }

  #registerNamed(name: string): Register | null {
    const wanted = nameIn(name)
    return this.#registers.find((register) => register.name === wanted) ?? null
  }
}

const sizeOf = (files: readonly SourceFile[]): number => files.reduce((sum, { size }) => sum + size, 0)

/** Case says nothing, and neither do spaces in the place of underscores. */
const nameIn = (heading: string): string => heading.trim().toLowerCase().replaceAll(' ', '_')

const layoutOf = ({ columns, longestCell }: Register): TableLayout => ({
  columns: columns.map(({ name, isMandatory }) => ({ name, isRequired: isMandatory })),
  columnNamed: nameIn,
  longestCell,
})
