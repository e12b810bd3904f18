import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it, test } from 'node:test'
import exceljs from 'exceljs'
import fc from 'fast-check'
import Papa from 'papaparse'
import * as z from 'zod'
import { textRow, workbookOf } from '../../test/support/workbook.ts'
import { zipOf } from '../../test/support/zip.ts'
import { date } from '../kernel/dates.ts'
import { readCell } from './cells.ts'
import { notBefore } from './checks.ts'
import {
  PERSON,
  code,
  day,
  decimal,
  identifier,
  localTime,
  mandatory,
  optional,
  reference,
  text,
  wholeNumber,
  yesNo,
} from './columns.ts'
import { documentation, explained } from './explain.ts'
import { judge } from './incoming/judge.ts'
import { readRegisters } from './read/readRegisters.ts'
import { register, rowKey, type Content, type Register, type RowOf, type StoredRows } from './register.ts'
import { registerCsv, writeEmptyWorkbook, writeRegistersWorkbook } from './write/writeRegisters.ts'

/** A shelf of a library, and the loans from it: registers of nobody's room. */
const books = register({
  name: 'books',
  summary: 'Each book.',
  key: ['book_ref'],
  columns: z.object({
    book_ref: mandatory(identifier('book', 'Its number on the shelf')),
    title: mandatory(text('What it is called')),
    kind: optional(code('What it is', { NOVEL: 'A novel', ATLAS: 'An atlas, with maps' })),
    bought_date: optional(day('When it was bought')),
    sold_date: optional(day('When it was sold')),
    pages: optional(wholeNumber('Its pages')),
    weight: optional(decimal('Its weight in kilograms', { above: 0, most: 10 })),
    is_lent: optional(yesNo('It may be lent')),
    read_at: optional(localTime('When it was last opened')),
  }),
  checks: [
    notBefore('sold_date', 'bought_date'),
    {
      columns: ['pages', 'kind'],
      why: ({ kind, pages }) => (kind === 'ATLAS' && !pages ? 'is needed of an atlas' : null),
    },
  ],
})

const loans = register({
  name: 'loans',
  summary: 'Each loan of a book, in turns.',
  key: ['book_ref', 'turn'],
  columns: z.object({
    book_ref: mandatory(reference('book', 'The book')),
    turn: mandatory(wholeNumber('1, 2 and so on')),
    from: mandatory(day('The first day')),
    reader: optional(reference('reader', 'Who reads it', true)),
  }),
  setChecks: [
    (rows) => {
      const faults = new Map<string, { column: string; reason: string }[]>()
      for (const [key, row] of rows) {
        const before = rows.get(JSON.stringify([row.book_ref, row.turn - 1]))
        if (before && row.from.until(before.from).days > 0)
          faults.set(key, [{ column: 'from', reason: 'is before the turn before it' }])
      }
      return faults
    },
  ],
})

const registers: readonly Register[] = [books, loans]

const folder = mkdtempSync(join(tmpdir(), 'footprint-registers-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})
let places = 0
const aPlace = (name = '') => join(folder, `${++places}${name}`)

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const path = aPlace()
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

const storedOf = (contents: Readonly<Record<string, readonly Content[]>>): StoredRows =>
  new Map(registers.map((one) => [one.name, new Map((contents[one.name] ?? []).map((row) => [rowKey(one, row), row]))]))

/** What becomes of these files on top of what is kept, in a few words. */
async function become(
  files: Readonly<Record<string, string | Buffer>>,
  kept: Readonly<Record<string, readonly Content[]>> = {},
) {
  const { sent, errors, warnings } = await readRegisters(folderOf(files), registers)
  const judged = judge(sent, {
    registers,
    stored: storedOf(kept),
    outside: new Map([['reader', new Set(['R1'])]]),
    maySee: () => true,
  })
  const place = ({ file, row, column }: { file: string; row: number | null; column: string | null }) =>
    [file, row, column].filter((part) => part !== null && part !== '').join(' ')
  return {
    errors: errors.map((error) => `${place(error)}: ${error.reason}`),
    warnings: warnings.map((warning) => `${place(warning)}: ${warning.reason}`),
    faults: judged.faults.map((fault) => `${place(fault)} “${fault.value ?? 'no column'}”: ${fault.reason}`),
    hindered: judged.hindrances.map(place),
    changes: judged.tables.flatMap(({ changes }) => changes.map(({ key, content }) => [key, content] as const)),
    unchanged: judged.tables.reduce((sum, table) => sum + table.unchanged, 0),
    leftOut: judged.tables.reduce((sum, table) => sum + table.leftOut, 0),
  }
}

const columnOf = (name: string) => {
  const column = books.columns.find((one) => one.name === name) ?? loans.columns.find((one) => one.name === name)
  assert.ok(column)
  return column
}

describe('a cell', () => {
  for (const { column, cell, value } of [
    { column: 'title', cell: '  War and Peace ', value: 'War and Peace' },
    { column: 'title', cell: '  ', value: null },
    { column: 'kind', cell: 'novel', value: 'NOVEL' },
    { column: 'bought_date', cell: '31/03/2022', value: '2022-03-31' },
    { column: 'bought_date', cell: '2022-03-31', value: '2022-03-31' },
    { column: 'pages', cell: '007', value: 7 },
    { column: 'weight', cell: '0.80', value: 0.8 },
    { column: 'weight', cell: '10', value: 10 },
    { column: 'is_lent', cell: 'y', value: true },
    { column: 'is_lent', cell: 'N', value: false },
    { column: 'read_at', cell: '2022-05-11T06:00', value: '2022-05-11T06:00' },
    { column: 'reader', cell: 'ab  c1', value: 'AB C1' },
    { column: 'book_ref', cell: 'ab  c1', value: 'ab c1' },
    { column: 'book_ref', cell: 'B1\u200b\u200d', value: 'B1' },
    { column: 'book_ref', cell: '\u200d', value: null },
    { column: 'title', cell: 'Em\u00adma\u202e', value: 'Emma' },
    { column: 'pages', cell: '14.0', value: 14 },
  ]) {
    it(`“${cell}” of ${column} is kept as ${JSON.stringify(value)}`, () => {
      assert.deepEqual(readCell(columnOf(column), cell), { value })
    })
  }
  for (const { column, cell, why } of [
    { column: 'kind', cell: 'POEM', why: 'a code that is none' },
    { column: 'kind', cell: 'toString', why: 'a word that every object knows' },
    { column: 'bought_date', cell: '30/02/2022', why: 'no such day' },
    { column: 'bought_date', cell: '5 May 2022', why: 'another form' },
    { column: 'bought_date', cell: '31/03/22', why: 'two digits' },
    { column: 'book_ref', cell: '1.23457E+11', why: 'a number that a spreadsheet has rounded' },
    { column: 'pages', cell: '-1', why: 'a negative count' },
    { column: 'pages', cell: '1.5', why: 'a fractional count' },
    { column: 'weight', cell: '0', why: 'not above its bound' },
    { column: 'weight', cell: '10.5', why: 'over its bound' },
    { column: 'weight', cell: '1e3', why: 'not written as people write' },
    { column: 'is_lent', cell: 'Yes', why: 'yes for Y' },
    { column: 'is_lent', cell: 'TRUE', why: 'true for Y' },
    { column: 'read_at', cell: '2022-05-11T24:75', why: 'no such time' },
    { column: 'read_at', cell: '2022-02-30T10:00', why: 'no such day' },
    { column: 'read_at', cell: '11/05/2022 06:00', why: 'another form' },
  ]) {
    it(`“${cell}” of ${column} is refused: ${why}`, () => {
      assert.ok('reason' in readCell(columnOf(column), cell))
    })
  }
})

describe('what is sent', () => {
  const novel = { book_ref: 'B1', title: 'Emma', kind: 'NOVEL', pages: 400 }

  test('a table needs its mandatory columns, in any order and case; others are told and not read', async () => {
    const { errors, warnings, changes } = await become({
      'BOOKS.csv': '\uFEFFTitle,Book Ref,colour\r\nEmma,B1,red\r\n',
      'loans.csv': 'turn,from\n1,2022-01-01\n',
      'poems.csv': 'a,b\n',
    })
    assert.deepEqual(errors.slice(0, 1), ['loans.csv 1 book_ref: the column is missing'])
    assert.deepEqual(warnings, [
      'BOOKS.csv 1 colour: is no column of this table: it is not read',
      'poems.csv: is no register that is kept here: it is not read',
    ])
    assert.deepEqual(changes, [['["B1"]', { book_ref: 'B1', title: 'Emma' }]])
  })

  test('a row is new, or changed, or as it is kept; rows that were not sent are left alone', async () => {
    const { changes, unchanged } = await become(
      { 'books.csv': 'book_ref,title,kind,pages\nB1,Emma,NOVEL,400\nB2,Faust,,\nB3,Dune,,\n' },
      { books: [novel, { book_ref: 'B2', title: 'Faust', pages: 100 }, { book_ref: 'B9', title: 'Ulysses' }] },
    )
    assert.deepEqual(changes, [
      ['["B2"]', { book_ref: 'B2', title: 'Faust' }],
      ['["B3"]', { book_ref: 'B3', title: 'Dune' }],
    ])
    assert.equal(unchanged, 1)
  })

  test('a column that was not sent says nothing, a blank cell says not recorded', async () => {
    const { changes } = await become({ 'books.csv': 'book_ref,title,pages\nB1,Emma,\n' }, { books: [novel] })
    assert.deepEqual(changes, [['["B1"]', { book_ref: 'B1', title: 'Emma', kind: 'NOVEL' }]])
  })

  for (const { why, books: sent, kept = [], faults, leftOut } of [
    {
      why: 'a mandatory cell blank, and all that is wrong at once',
      books: 'book_ref,title,pages,is_lent\nB1,,x,Yes\n',
      faults: [
        'books.csv 2 title “”: is blank: each row needs it',
        'books.csv 2 pages “x”: is not a whole number: 0, 1, 2 and so on',
        'books.csv 2 is_lent “Yes”: is not Y, N or blank',
      ],
      leftOut: 1,
    },
    {
      why: 'an end before its start, also where another cell is wrong',
      books: 'book_ref,title,kind,bought_date,sold_date\nB1,Emma,POEM,2022-02-02,2022-02-01\n',
      faults: [
        'books.csv 2 kind “POEM”: is none of NOVEL or ATLAS',
        'books.csv 2 sold_date “2022-02-01”: is before bought_date, 2022-02-02',
      ],
      leftOut: 1,
    },
    {
      why: 'an end on its start is none',
      books: 'book_ref,title,bought_date,sold_date\nB1,Emma,2022-02-02,02/02/2022\n',
      faults: [],
      leftOut: 0,
    },
    {
      why: 'a check of a column that can’t be read has nothing to say',
      books: 'book_ref,title,kind,pages\nB1,Emma,ATLAS,many\n',
      faults: ['books.csv 2 pages “many”: is not a whole number: 0, 1, 2 and so on'],
      leftOut: 1,
    },
    {
      why: 'a check sees what is kept of a column that was not sent',
      books: 'book_ref,title,kind\nB1,Emma,ATLAS\n',
      kept: [novel],
      faults: [],
      leftOut: 0,
    },
    {
      why: 'the same key twice with different values: neither row can be trusted',
      books: 'book_ref,title\nB1,Emma\nB2,Dune\nB1,Persuasion\n',
      faults: ['books.csv 4 book_ref “B1”: has the same book_ref as row 2, with another title'],
      leftOut: 2,
    },
    {
      why: 'a name that no index of the database takes',
      books: `book_ref,title\n${'x'.repeat(201)},Emma\n`,
      faults: [`books.csv 2 book_ref “${'x'.repeat(201)}”: is longer than 200 characters`],
      leftOut: 1,
    },
    {
      why: 'the same said twice is said once',
      books: 'book_ref,title\nB1,Emma\nB1, Emma \n',
      faults: [],
      leftOut: 0,
    },
  ]) {
    test(why, async () => {
      const found = await become({ 'books.csv': sent }, { books: kept })
      assert.deepEqual(found.faults, faults)
      assert.equal(found.leftOut, leftOut)
    })
  }

  test('what is referred to must be known: sent, kept, or from outside', async () => {
    const { faults, changes } = await become(
      {
        'books.csv': 'book_ref,title\nB1,Emma\n',
        'loans.csv':
          'book_ref,turn,from,reader\nB1,1,2022-01-01,r1\nB2,1,2022-01-01,\nB3,1,2022-01-01,\nB1,2,2022-01-02,R2\n',
      },
      { books: [{ book_ref: 'B2', title: 'Faust' }] },
    )
    assert.deepEqual(faults, [
      'loans.csv 4 book_ref “B3”: is no book that is known here',
      'loans.csv 5 reader “R2”: is no reader that is known here',
    ])
    assert.deepEqual(changes.map(([key]) => key), ['["B1"]', '["B1",1]', '["B2",1]']) // prettier-ignore
  })

  test('a row that refers to one with faults has none of its own, but can’t be kept without it', async () => {
    const { faults, hindered } = await become({
      'books.csv': 'book_ref,title,pages\nB1,Emma,x\n',
      'loans.csv': 'book_ref,turn,from\nB1,1,2022-01-01\n',
    })
    assert.equal(faults.length, 1)
    assert.deepEqual(hindered, ['loans.csv 2 book_ref'])
  })

  test('rows that refer to a table that can’t be read are not called wrong', async () => {
    const { faults, hindered } = await become({
      'books.csv': 'book_ref,pages\nB1,4\n',
      'loans.csv': 'book_ref,turn,from\nB1,1,2022-01-01\n',
    })
    assert.deepEqual(faults, [])
    assert.deepEqual(hindered, ['loans.csv 2 book_ref'])
  })

  test('rules between rows hold for what is sent and what is kept together', async () => {
    const kept = { books: [novel], loans: [{ book_ref: 'B1', turn: 1, from: '2022-02-01' }] }
    const second = await become({ 'loans.csv': 'book_ref,turn,from\nB1,2,2022-01-01\n' }, kept)
    assert.deepEqual(second.faults, ['loans.csv 2 from “2022-01-01”: is before the turn before it'])
    const zeroth = await become({ 'loans.csv': 'book_ref,turn,from\nB1,0,2022-03-01\n' }, kept)
    assert.deepEqual(zeroth.faults, [
      'loans.csv from “2022-02-01”: is before the turn before it, in a row that is kept and was not sent',
    ])
    assert.equal(zeroth.leftOut, 1)
  })

  test('a row that is no row of its table is told, and the others can be kept without it', async () => {
    const { errors, changes } = await become({ 'books.csv': 'book_ref,title\nB1,Emma\nB2\nB3,Dune\n' })
    assert.deepEqual(errors, ['books.csv 3: has 1 cells where the header has 2'])
    assert.deepEqual(changes.map(([key]) => key), ['["B1"]', '["B3"]']) // prettier-ignore
  })

  for (const { why, files, error } of [
    {
      why: 'no register at all',
      files: { 'poems.csv': 'a\n' },
      error: /^\d+: holds no register: expected any of books/,
    },
    { why: 'an empty file', files: { 'books.csv': '' }, error: /^books.csv: is empty/ },
    { why: 'an old workbook', files: { 'books.xls': 'x' }, error: /^books.xls: is a workbook of another kind/ },
    {
      why: 'a workbook that is none',
      files: { 'books.xlsx': 'PK nonsense' },
      error: /^books.xlsx: is not a whole zip/,
    },
    {
      why: 'the same register twice',
      files: { 'books.csv': 'book_ref,title\n', 'Books.csv': 'book_ref,title\n' },
      error: /holds the same register as/,
    },
    { why: 'semicolons', files: { 'books.csv': 'book_ref;title\nB1;Emma\n' }, error: /divided by semicolons/ },
  ]) {
    test(`refused: ${why}`, async () => {
      const { errors } = await become(files)
      assert.match(errors.join('\n'), error)
    })
  }
})

test('a name of a person that a program has written with decimals is that of the return', () => {
  const people = register({
    name: 'people',
    summary: 'Each person.',
    key: ['child'],
    columns: z.object({ child: mandatory(reference(PERSON, 'Who it is', true)) }),
  })
  const [column] = people.columns
  assert.ok(column)
  assert.deepEqual(readCell(column, '14.0'), { value: '14' })
})

test('of very many faults the first are listed, and the others counted', async () => {
  const rows = Array.from({ length: 12_000 }, (_, at) => `B${at},,x`).join('\n')
  const { sent } = await readRegisters(folderOf({ 'books.csv': `book_ref,title,pages\n${rows}` }), registers)
  const { faults, moreFaults } = judge(sent, { registers, stored: new Map(), outside: new Map(), maySee: () => true })
  assert.deepEqual([faults.length, moreFaults, faults.at(-1)?.row], [10_000, 14_000, 5001])
})

describe('files', () => {
  test('more rows than registers have are not kept in memory', async () => {
    const rows = Array.from({ length: 300_001 }, () => '1,Northanger').join('\n')
    const { sent, errors } = await readRegisters(folderOf({ 'books.csv': `book_ref,title\n${rows}` }), registers)
    assert.deepEqual(sent.tables, [])
    assert.match(errors[0]?.reason ?? '', /more than 300,000 rows or 3 million cells/)
  })
  test('a small file holds no more rows than its bytes allow, however it is packed', async () => {
    const rows = Array.from({ length: 90_000 }, (_, at) => `${at},2`).join('\n')
    const packed = aPlace('.zip')
    writeFileSync(packed, zipOf([{ name: 'books.csv', data: `book_ref,title\n${rows}` }]))
    const { sent, errors } = await readRegisters(packed, registers)
    assert.deepEqual(sent.tables, [])
    assert.match(errors[0]?.reason ?? '', /more than 7\d,\d{3} rows .*: send them in several files/)
  })

  const csv = 'book_ref,title\nB1,Emma\n'

  const long = 'Ä long täle. '.repeat(800_000)
  const cutOff = (value: string) => `${value.trimStart().slice(0, 59)}…`
  for (const { why, path, reason } of [
    {
      why: 'on one line',
      path: () => folderOf({ 'books.csv': `book_ref,title,pages\nB1,Emma,3\nB2,${long},4\nB3,Dune,5\n` }),
      reason: /^is longer than 20,000 characters/,
    },
    {
      why: 'of many lines, in quotation marks',
      path: () =>
        folderOf({
          'books.csv': `book_ref,title,pages\nB1,Emma,3\nB2,"${long.replaceAll('. ', '.\n')}",4\nB3,Dune,5\n`,
        }),
      reason: /^is longer than 20,000 characters, or has a quotation mark that is never closed: .*read no further$/,
    },
    {
      why: 'at the end of the file',
      path: () => folderOf({ 'books.csv': `book_ref,title\nB1,Emma\nB2,${long}` }),
      reason: /^is longer than 20,000 characters/,
    },
    {
      why: 'in a workbook',
      path: () => {
        const path = aPlace('.xlsx')
        const rows = [textRow('book_ref', 'title'), textRow('B1', 'Emma'), textRow('B2', long), textRow('B3', 'Dune')]
        writeFileSync(path, workbookOf({ rows: rows.join('') }))
        return path
      },
      reason: /^is longer than 20,000 characters$/,
    },
    {
      why: 'that cells of a workbook share',
      path: () => {
        const path = aPlace('.xlsx')
        const rows = [textRow('book_ref', 'title'), textRow('B1', 'Emma'), '<row><c t="str"><v>B2</v></c><c t="s"><v>0</v></c></row>'] // prettier-ignore
        writeFileSync(path, workbookOf({ rows: rows.join(''), sharedTexts: `<si><t>${long}</t></si>` }))
        return path
      },
      reason: /^is longer than 20,000 characters$/,
    },
  ]) {
    test(`refused with its place: a text of 10 MB ${why}`, async () => {
      const { errors } = await readRegisters(path(), registers)
      assert.deepEqual(
        errors.map(({ row, column, value }) => [row, column, value?.replaceAll('\n', ' ')]),
        [[3, 'title', cutOff(long)]],
      )
      assert.match(errors[0]?.reason ?? '', reason)
    })
  }

  test('one CSV file, and a zip of several, are read like a folder', async () => {
    const alone = join(folderOf({ 'books.csv': csv }), 'books.csv')
    const zip = aPlace('.zip')
    writeFileSync(zip, zipOf([{ name: 'in a folder/Books.csv', data: csv }, { name: 'loans.csv', data: 'book_ref,turn,from\n' }])) // prettier-ignore
    for (const [path, registersRead] of [
      [alone, 1],
      [zip, 2],
    ] as const) {
      // prettier-ignore
      const { sent, errors } = await readRegisters(path, registers)
      assert.deepEqual(errors, [])
      assert.equal(sent.tables.length, registersRead)
      assert.deepEqual(sent.tables[0]?.rows, [{ row: 2, cells: ['B1', 'Emma'] }])
    }
  })

  for (const { why, path, error } of [
    {
      why: 'more than any registers are',
      path: () => {
        const path = join(folderOf({ 'books.csv': csv }), 'books.csv')
        truncateSync(path, 60_000_000)
        return path
      },
      error: /holds 60 MB/,
    },
    { why: 'nothing there', path: () => aPlace(), error: /there is no such file/ },
    {
      why: 'a workbook that unpacks to more than it may',
      path: () => {
        const path = aPlace('.xlsx')
        writeFileSync(path, zipOf([{ name: '[Content_Types].xml', data: Buffer.alloc(60_000_000) }]))
        return path
      },
      error: /unpacks to more than 50 MB/,
    },
    {
      why: 'a workbook that says it is smaller than it is',
      path: () => {
        const path = aPlace('.xlsx')
        writeFileSync(path, zipOf([{ name: '_rels/.rels', data: Buffer.alloc(5_000_000), claimedSize: 10 }]))
        return path
      },
      error: /damaged or cut off/,
    },
    {
      why: 'a zip that is no workbook',
      path: () => {
        const path = aPlace('.xlsx')
        writeFileSync(path, zipOf([{ name: 'books.csv', data: csv }]))
        return path
      },
      error: /holds no register|can’t be read as an Excel workbook/,
    },
  ]) {
    test(`refused: ${why}`, async () => {
      const { errors } = await readRegisters(path(), registers)
      assert.match(errors.map(({ reason }) => reason).join('\n'), error)
    })
  }
})

describe('workbooks', () => {
  async function sheetWith(rows: readonly (readonly exceljs.CellValue[])[]): Promise<string> {
    const workbook = new exceljs.Workbook()
    workbook.addWorksheet('Books').addRows(rows.map((row) => [...row]))
    workbook.addWorksheet('Scribbles')
    const path = aPlace('.xlsx')
    await workbook.xlsx.writeFile(path)
    return path
  }

  test('cells of every kind are read as people see them', async () => {
    const path = await sheetWith([
      ['book_ref', 'title', 'pages', 'bought_date', 'read_at', 'weight'],
      [1234, { richText: [{ text: 'Em' }, { text: 'ma' }] }, 400, new Date('2022-04-01'), new Date('2022-05-11T06:00Z'), 0.1 + 0.2],
      [],
      ['B2', { text: 'Dune', hyperlink: 'http://example.invalid' }, { formula: '2+2', result: 4 }, '01/04/2022', '', 1],
      ['B3', { error: '#N/A' }, null, null, null, null],
    ]) // prettier-ignore
    const { sent, errors, warnings } = await readRegisters(path, registers)
    const [table] = sent.tables
    assert.deepEqual(table?.rows, [
      { row: 2, cells: ['1234', 'Emma', '400', '2022-04-01', '2022-05-11T06:00', '0.3'] },
      { row: 4, cells: ['B2', 'Dune', '4', '01/04/2022', '', '1'] },
    ])
    assert.deepEqual(
      errors.map(({ row, column, reason }) => [row, column, reason]),
      [[5, 'title', 'holds an error of the workbook’s own, #N/A']],
    )
    assert.deepEqual(
      warnings.map(({ file }) => file.replace(/^\d+/, '')),
      ['.xlsx (Scribbles)'],
    )
  })

  test('a cell beyond the last named column is told', async () => {
    const { errors } = await readRegisters(await sheetWith([['book_ref', 'title'], ['B1', 'Emma', 'lost']]), registers) // prettier-ignore
    assert.deepEqual(
      errors.map(({ row, reason }) => [row, reason]),
      [[2, 'has cells beyond the last column that has a name']],
    )
  })

  test('the empty workbook has every column, its lists, and notes, and imports as nothing', async () => {
    const path = aPlace('.xlsx')
    await writeEmptyWorkbook(path, registers)
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(path)
    assert.deepEqual(
      workbook.worksheets.map(({ name }) => name),
      ['Notes', 'books', 'loans'],
    )
    const sheet = workbook.getWorksheet('books')
    assert.deepEqual(sheet?.getCell('C2').dataValidation.formulae, ['"NOVEL,ATLAS"'])
    assert.deepEqual(sheet.getCell('H9').dataValidation.formulae, ['"Y,N"'])
    const { sent, errors, warnings } = await readRegisters(path, registers)
    assert.deepEqual([errors, warnings], [[], []])
    assert.ok(sent.tables.every(({ rows }) => rows.length === 0))
  })
})

describe('what is exported', () => {
  const isoDay = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map((moment) => moment.toISOString().slice(0, 10)) // prettier-ignore
  const awkward = fc.constantFrom('=1+1', "'=1", '-5', '@x', 'a,b', '"', 'two\nlines', '001', '1e5', 'TRUE', '2022-01-01', "''") // prettier-ignore
  const words = fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }))
  const typed = fc.record(
    {
      book_ref: words,
      title: words,
      kind: fc.constantFrom('NOVEL', 'ATLAS'),
      bought_date: isoDay,
      pages: fc.nat({ max: 5000 }).map((pages) => String(pages + 1)),
      weight: fc.integer({ min: 1, max: 1000 }).map((grams) => String(grams / 100)),
      is_lent: fc.constantFrom('Y', 'N'),
      read_at: isoDay.map((iso) => `${iso}T23:59`),
    },
    { requiredKeys: ['book_ref', 'title', 'pages'] },
  )

  /** Rows as they are kept once they were typed. */
  async function kept(rows: readonly Partial<Record<string, string>>[]): Promise<StoredRows> {
    const heads = books.columns.map(({ name }) => name)
    const typedIn = Papa.unparse([heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))])
    const { sent } = await readRegisters(folderOf({ 'books.csv': typedIn }), registers)
    const judged = judge(sent, { registers, stored: new Map(), outside: new Map(), maySee: () => true })
    return new Map([['books', new Map(judged.tables.flatMap(({ changes }) => changes.map((one) => [one.key, one.content])))]]) // prettier-ignore
  }

  async function changesOf(path: string, stored: StoredRows) {
    const { sent, errors } = await readRegisters(path, registers)
    const judged = judge(sent, { registers, stored, outside: new Map(), maySee: () => true })
    assert.deepEqual([errors, judged.faults], [[], []])
    return judged.tables.flatMap(({ changes }) => changes)
  }

  for (const [format, write] of [
    ['CSV', (stored: StoredRows) => Promise.resolve(folderOf({ 'books.csv': registerCsv(books, stored) }))],
    [
      'a workbook',
      async (stored: StoredRows) => {
        const path = aPlace('.xlsx')
        await writeRegistersWorkbook(path, [books], stored)
        return path
      },
    ],
  ] as const) {
    it(`and imported again as ${format} changes nothing, whatever the texts`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 8 }), async (rows) => {
          const stored = await kept(rows)
          assert.deepEqual(await changesOf(await write(stored), stored), [])
        }),
        { numRuns: 25 },
      )
    })
  }

  it('runs no formula where it is opened', () => {
    const row = { book_ref: '=1+1', title: '@SUM(A1)' }
    const csv = registerCsv(books, storedOf({ books: [row] }))
    assert.match(csv, /^"'=1\+1","'@SUM\(A1\)"/m)
  })
})

describe('a register explains itself', () => {
  it('to its rows’ readers', () => {
    const row: RowOf<typeof books> = books.read({ book_ref: 'B1', title: 'Emma', bought_date: '2022-04-01' })
    assert.deepEqual([row.title, row.bought_date, row.pages, row.kind], ['Emma', date('2022-04-01'), null, null])
    assert.throws(() => books.read({ book_ref: 'B1', title: 'Emma', kind: 'POEM' }))
  })

  it('with every column’s meaning and choices', () => {
    const [ref, , kind] = explained(books)
    assert.deepEqual([ref?.isMandatory, kind?.isMandatory], [true, false])
    assert.equal(kind?.takes, 'NOVEL (A novel); ATLAS (An atlas, with maps)')
    assert.match(documentation(registers), /^\| `weight` \| {2}\| A number, more than 0 and at most 10 \|/m)
  })

  it('not, where a column is neither mandatory nor optional', () => {
    assert.throws(() =>
      register({ name: 'poems', summary: '', key: ['title'], columns: z.object({ title: z.string() }) }),
    )
  })
})
