import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { type WorkbookXml, textRow, workbookOf } from '../../../test/support/workbook.ts'
import { columnsOf } from './header.ts'
import { FileReport, Problems } from './problems.ts'
import type { TableLayout } from './rows.ts'
import { openWorkbook, readSheet } from './workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'footprint-workbooks-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const layout: TableLayout = {
  columns: ['book', 'title', 'note'].map((name) => ({ name, isRequired: name === 'book' })),
  columnNamed: (heading) => heading.trim().toLowerCase(),
  longestCell: 20_000,
}
const head = textRow('book', 'title', 'note')

let made = 0

/** The rows of a workbook's sheets, and what is wrong with them. */
async function read(xml: WorkbookXml) {
  const path = join(folder, `${++made}.xlsx`)
  writeFileSync(path, workbookOf(xml))
  const problems = new Problems()
  const report = new FileReport('books.xlsx', problems)
  const rows: [number, ...string[]][] = []
  const { sheets, close } = await openWorkbook(path, report)
  for (const sheet of sheets) {
    const receive = () => (cells: readonly string[], row: number) => void rows.push([row, ...cells])
    await readSheet(sheet, layout, receive, report)
  }
  close()
  const errors = problems.errors.map(({ row, column, reason }) => [row, column, reason] as const)
  return { rows, errors, moreErrors: problems.refused().moreErrors }
}

describe('a cell of a workbook', () => {
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="[Red]0.0&quot;days&quot;\\d"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs>`
  const sharedTexts =
    '<si><t>Emma</t></si><si><r><t>Em</t></r><r><t>ma</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si><si><t>a_x000D__x000A_b</t></si>'
  for (const { why, cell, is, properties = '' } of [
    { why: 'a number', cell: '<c><v>0.30000000000000004</v></c>', is: '0.3' },
    { why: 'a text that several cells share', cell: '<c t="s"><v>0</v></c>', is: 'Emma' },
    { why: 'a text of several formats, as it is written and not as it is said', cell: '<c t="s"><v>1</v></c>', is: 'Emma' }, // prettier-ignore
    { why: 'a line end written as its number', cell: '<c t="s"><v>2</v></c>', is: 'a\nb' },
    { why: 'yes or no', cell: '<c t="b"><v>1</v></c>', is: 'TRUE' },
    { why: 'a day by a format that every workbook has', cell: '<c s="1"><v>44652</v></c>', is: '2022-04-01' },
    { why: 'a day by a format of its own', cell: '<c s="2"><v>44652</v></c>', is: '2022-04-01' },
    { why: 'a number whose format has words', cell: '<c s="3"><v>44652</v></c>', is: '44652' },
    { why: 'a moment', cell: '<c s="4"><v>44692.25</v></c>', is: '2022-05-11T06:00' },
    { why: 'a day written out', cell: '<c t="d"><v>2022-04-01T00:00:00</v></c>', is: '2022-04-01' },
    { why: 'a day where they are counted from 1904', cell: '<c s="1"><v>43190</v></c>', is: '2022-04-01', properties: '<workbookPr date1904="1"/>' }, // prettier-ignore
    { why: 'the first day that a workbook counts', cell: '<c s="1"><v>1</v></c>', is: '1900-01-01' },
    { why: 'what a formula comes to', cell: '<c><f>2+2</f><v>4</v></c>', is: '4' },
    { why: 'a formula that comes to an empty text', cell: '<c t="str"><f>""</f><v></v></c>', is: '' },
    { why: 'what nobody sees', cell: textRow('may\u200b.bell\u00a0\u202ex').slice(5, -6), is: 'may.bell x' },
    { why: 'a cell of another program’s prefix', cell: '<x:c><x:v>7</x:v></x:c>', is: '7' },
  ]) {
    test(`is read: ${why}`, async () => {
      const rows = `${head}<row><c t="str"><v>B1</v></c>${cell}</row>`
      const { rows: found, errors } = await read({ rows, styles, sharedTexts, properties })
      assert.deepEqual(errors, [])
      assert.deepEqual(found, [[2, 'B1', is, '']])
    })
  }

  const neverWorkedOut = /never worked out \(cell B2\): open the workbook, and save it/
  for (const { why, cell, reason, properties = '' } of [
    { why: 'a formula without a result', cell: '<c r="B2"><f>1+1</f></c>', reason: neverWorkedOut },
    { why: 'a formula with an empty result', cell: '<c r="B2"><f>1+1</f><v/></c>', reason: neverWorkedOut },
    { why: 'one of many that share a formula', cell: '<c r="B2"><f t="shared" si="0"/></c>', reason: neverWorkedOut },
    { why: 'a formula with a nought put in its place', cell: '<c r="B2"><f>1+1</f><v>0</v></c>', reason: neverWorkedOut, properties: '<calcPr fullCalcOnLoad="1"/>' }, // prettier-ignore
    { why: 'an error', cell: '<c t="e"><v>#N/A</v></c>', reason: /an error of the workbook’s own, #N\/A/ },
    { why: 'a number that lost digits', cell: '<c><v>1.23456789012346E+17</v></c>', reason: /more than 15 digits/ },
    { why: '29 February 1900', cell: '<c s="1"><v>60</v></c>', reason: /a date that does not exist/ },
    { why: 'a day before days', cell: '<c s="1"><v>-1</v></c>', reason: /a date that does not exist/ },
    { why: 'no number', cell: '<c><v>four</v></c>', reason: /a number that can’t be read/ },
    {
      why: 'a text that is not there',
      cell: '<c t="s"><v>99</v></c>',
      reason: /a text that the workbook does not have/,
    },
  ]) {
    test(`is refused: ${why}`, async () => {
      const { rows, errors } = await read({ rows: `${head}<row><c t="str"><v>B1</v></c>${cell}</row>`, styles, properties }) // prettier-ignore
      assert.deepEqual(rows, [])
      assert.deepEqual([errors.length, errors[0]?.[0], errors[0]?.[1]], [1, 2, 'title'])
      assert.match(errors[0]?.[2] ?? '', reason)
    })
  }
})

describe('what a workbook costs goes by its bytes', () => {
  const book = '<row><c t="str"><v>B1</v></c></row>'
  const many = (count: number, text: string): string => text.repeat(count)

  test('columns that are only formatted cost nothing', async () => {
    const { rows } = await read({ beforeRows: '<cols><col min="1" max="2000000000"/></cols>', rows: head + book })
    assert.deepEqual(rows, [[2, 'B1', '', '']])
  })

  test('a row has no more cells than the table has columns, wherever one of them stands', async () => {
    const { errors } = await read({ rows: `${head}<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>1</v></c></row>` })
    assert.deepEqual(errors, [[2, null, 'has cells beyond the last column that has a name']])
  })

  const shared = `<si><t>${'x'.repeat(19_000)}</t></si>`
  for (const { why, xml, reason } of [
    { why: 'a cell in row 4,000,000,000', xml: { rows: `${head}<row r="4000000000"/>` }, reason: /in row 4,000,000,000: no workbook has as many rows/ }, // prettier-ignore
    { why: 'a cell beyond column XFD', xml: { rows: `${head}<row r="2"><c r="XFE2"/></row>` }, reason: /a cell XFE2: no workbook has as many columns/ }, // prettier-ignore
    { why: 'a column name in column XFD', xml: { rows: '<row r="1"><c r="A1" t="str"><v>book</v></c><c r="XFD1"><v>1</v></c></row>' }, reason: /a column name in column XFD/ }, // prettier-ignore
    { why: 'rows out of order', xml: { rows: '<row r="9"/><row r="3"/>' }, reason: /out of order \(row 3\)/ },
    { why: 'more styles than there are', xml: { rows: head, styles: `<cellXfs>${many(65_537, '<xf/>')}</cellXfs>` }, reason: /more than 65,536 styles/ }, // prettier-ignore
    { why: 'one long text in many cells', xml: { sharedTexts: shared, rows: head + many(1000, `<row>${many(3, '<c t="s"><v>0</v></c>')}</row>`) }, reason: /more than 50 million characters/ }, // prettier-ignore
    { why: 'more cells than any register has', xml: { rows: head + many(130, `<row>${many(16_000, '<c/>')}</row>`) }, reason: /more than 2 million cells/ }, // prettier-ignore
    { why: 'elements within elements', xml: { rows: many(100_000, '<a>') }, reason: /deeper than any workbook/ },
    { why: 'a comment without an end', xml: { rows: `<!--${many(50_000, '-a>')}` }, reason: /a comment of more than 100,000 characters/ }, // prettier-ignore
    { why: 'entities of its own', xml: { more: [{ name: 'xl/worksheets/one.xml', data: '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>' }] }, reason: /DOCTYPE/ }, // prettier-ignore
    { why: 'an entity that it does not say', xml: { rows: textRow('&xxe;') }, reason: /can’t be read as an Excel workbook/ }, // prettier-ignore
    { why: 'a part larger than it says', xml: { more: [{ name: 'xl/worksheets/one.xml', data: many(100_000, ' '), claimedSize: 10 }] }, reason: /damaged or cut off/ }, // prettier-ignore
    { why: 'more than it may unpack to', xml: { more: [{ name: 'xl/media/picture', data: 'x', claimedSize: 60_000_000 }] }, reason: /unpacks to more than 50 MB/ }, // prettier-ignore
    { why: 'a sheet that is not there', xml: { more: [{ name: 'xl/_rels/workbook.xml.rels', data: '<r><Relationship Id="r1" Type="x/worksheet" Target="none.xml"/></r>' }] }, reason: /can’t be read as an Excel workbook/ }, // prettier-ignore
  ]) {
    test(`refused: ${why}`, async () => {
      const { errors } = await read(xml)
      assert.match(errors.at(-1)?.[2] ?? '', reason)
    })
  }

  test('each of very many names of columns is looked at once, and not beside every other', () => {
    const names = ['book', 'title', ...Array.from({ length: 200_000 }, (_, index) => `name ${index}`)]
    const began = performance.now()
    assert.ok(columnsOf(layout, names, 1, new FileReport('books.csv', new Problems())))
    // A fifth of a second; beside every other it would be half a minute.
    assert.ok(performance.now() - began < 5000)
  })

  test('of very many errors the first are listed, and that there are more is said', async () => {
    const { errors } = await read({ rows: head + many(11_000, '<row><c t="e"><v>#N/A</v></c></row>') })
    assert.equal(errors.length, 10_000)
    assert.match(errors.at(-1)?.[2] ?? '', /#N\/A|10,000 errors up to here/)
  })
})
