import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { servicesOn } from '../test/support/services.ts'
import { makeRegistersReader } from '../src/world/app/registersReader.ts'
import { allRegisters } from '../src/main/rooms.ts'
import { toCsv } from '../src/platform/csv.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { writeRegistersWorkbook } from '../src/registers/write/writeRegisters.ts'
import { reviews } from '../src/reviews/registers/reviews.ts'
import { type Bench, type Benchmark, type Row, rateOf, timesOf } from './support/bench.ts'

const AUTHORITY = { code: 'X99000001', name: 'Bench' }
const PEOPLE = 500
const REVIEWS = 1_250
const ALLOCATIONS = 2_000
const RUNS = 5
const READS = 21

export const registers: Benchmark = {
  name: 'registers',
  what: 'importing a large authority’s reviews and allocations of a year, and reading them for a world',
  run: async (bench) => {
    const rows: Row[] = []
    const path = madeUpRegisters(bench)
    const size = `${REVIEWS.toLocaleString('en-GB')} reviews, ${ALLOCATIONS.toLocaleString('en-GB')} allocations`
    for (const server of await bench.servers()) {
      const add = (what: string, milliseconds: readonly number[], perSecond?: number) =>
        rows.push({ what: `${what}, ${server.name}`, size, milliseconds, ...(perSecond && { perSecond }) })
      const first: number[] = []
      const again: number[] = []
      const workbook: number[] = []
      for (let run = 0; run < RUNS; run++) {
        const { database, close } = await openDatabase({
          url: await server.makeDatabase(),
          ownerUrl: null,
          dataFolder: '',
        })
        const { registersImport, registers: store } = await servicesOn(database)
        const importAt = async (path: string) => {
          const request = {
            authority: AUTHORITY,
            path,
            sourceName: 'bench',
            isKeepingValidRows: false,
            recordedBy: null,
          }
          const { change } = await registersImport.store(request)
          if (!change) throw new Error('the import was refused')
        }
        first.push(...(await timesOf(1, () => importAt(path))))
        again.push(...(await timesOf(1, () => importAt(path))))
        const stored = await store.rows(AUTHORITY.code, allRegisters.map(({ name }) => name), null) // prettier-ignore
        const book = join(bench.folder, 'registers.xlsx')
        await writeRegistersWorkbook(book, allRegisters, stored)
        workbook.push(...(await timesOf(1, () => importAt(book))))
        // A reader that has read before remembers.
        const read = () => makeRegistersReader(store, allRegisters)(AUTHORITY.code, null)
        if (run === RUNS - 1) add('read for a world', await timesOf(READS, read))
        await close()
      }
      const count = REVIEWS + ALLOCATIONS + PEOPLE
      add('import of CSV files', first, rateOf(count, first))
      add('the same again', again, rateOf(count, again))
      add('the same as a workbook', workbook, rateOf(count, workbook))
    }
    return rows
  },
}

/** A folder of registers whose children are all in `people`: no return is needed. */
function madeUpRegisters(bench: Bench): string {
  const folder = join(bench.folder, 'registers')
  mkdirSync(folder)
  const write = (name: string, rows: Parameters<typeof toCsv>[0]) => {
    writeFileSync(join(folder, `${name}.csv`), toCsv(rows))
  }
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
  const day = (number: number) => new Date(Date.UTC(2022, 3, 1 + (number % 365))).toISOString().slice(0, 10)
  const child = (number: number) => `C${number % PEOPLE}`
  write('officers', [['officer_id', 'name', 'role', 'fte', 'start_date'], ['S1', 'An Officer', 'IRO', 1, '2020-01-01']]) // prettier-ignore
  write('people', [
    ['child', 'kind', 'from'],
    ...numbers(PEOPLE).map((number) => [child(number), 'SUPERVISION_ORDER', day(number)]),
  ])
  write('allocations', [
    ['child', 'officer_id', 'from'],
    ...numbers(ALLOCATIONS).map((number) => [child(number), 'S1', day(number + 7 * Math.floor(number / PEOPLE))]),
  ])
  write('reviews', [
    reviews.columns.map(({ name }) => name),
    ...numbers(REVIEWS).map((number) =>
      reviews.columns.map((column) => {
        if (column.name === 'review_ref') return `R${number}`
        if (column.name === 'child') return child(number)
        if (column.name === 'officer_id') return 'S1'
        if (column.name === 'status') return 'HELD'
        if (column.kind === 'date') return day(number)
        if (column.kind === 'yes_no') return number % 3 === 0 ? 'N' : 'Y'
        if (column.kind === 'code') return Object.keys(column.codes)[0] ?? ''
        return column.kind === 'whole_number' ? number % 3 : 'as agreed with all'
      }),
    ),
  ])
  return folder
}
