import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sheetName, spreadsheetFile } from './spreadsheet.ts'

const sheets = [
  {
    name: 'First',
    heads: ['Who', 'How many'],
    rows: [
      ['=A & <B> "C"', 3],
      ['two\nlines', 0.5],
      [null, null],
    ],
  },
  { name: 'Second', heads: ['Only a head'], rows: [] },
]

describe('an OpenDocument spreadsheet', () => {
  it('begins with its type, uncompressed, and is the same each time', async () => {
    const { content } = await spreadsheetFile('Title', sheets, 'ods')
    assert.equal(content.subarray(30, 38).toString(), 'mimetype')
    assert.match(content.subarray(38, 100).toString('latin1'), /application\/vnd\.oasis\.opendocument\.spreadsheet/)
    assert.deepEqual((await spreadsheetFile('Title', sheets, 'ods')).content, content)
  })
  it('keeps numbers as numbers and texts as texts', async () => {
    const files = unzipSync((await spreadsheetFile('Title', sheets, 'ods')).content)
    const xml = strFromU8(files['content.xml'] ?? new Uint8Array())
    assert.match(xml, /office:value-type="float" office:value="3"/)
    assert.match(xml, /office:value-type="string"><text:p>=A &amp; &lt;B&gt; &quot;C&quot;<\/text:p>/)
    assert.match(xml, /<text:p>two<\/text:p><text:p>lines<\/text:p>/)
    assert.equal(xml.match(/<table:table /g)?.length, 2)
  })
  it('has each row on one page of paper', async () => {
    const files = unzipSync((await spreadsheetFile('Title', sheets, 'ods')).content)
    assert.match(strFromU8(files['styles.xml'] ?? new Uint8Array()), /print-orientation="landscape".*scale-to-X="1"/)
    assert.match(strFromU8(files['content.xml'] ?? new Uint8Array()), /<table:table table:name="First" table:style-name="sheet">/) // prettier-ignore
  })
  it('is a workbook of Excel where that is asked for, its columns as wide as what they hold, each row on one page', async () => {
    const long = 'Reviews of children aged 4 or over to which the child contributed'
    const files = unzipSync(
      (await spreadsheetFile('Title', [...sheets, { name: 'Third', heads: ['Name'], rows: [[long]] }], 'xlsx')).content,
    )
    assert.ok(files['xl/worksheets/sheet2.xml'])
    const third = strFromU8(files['xl/worksheets/sheet3.xml'] ?? new Uint8Array())
    assert.match(third, new RegExp(`<col [^>]*width="${long.length}`))
    assert.match(third, /<pageSetup [^>]*fitToHeight="0"/)
  })
})

describe('names of sheets', () => {
  it('are short, clean and each once', () => {
    const taken = new Set(['table 1 a very long name indeed'])
    assert.equal(sheetName('Table 1: a very long name indeed', taken), 'Table 1 a very long name inde 2')
    assert.equal(sheetName('[?]', taken), 'Sheet')
  })
})
