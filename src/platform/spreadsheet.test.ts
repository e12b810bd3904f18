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
  it('is a workbook of Excel where that is asked for', async () => {
    const files = unzipSync((await spreadsheetFile('Title', sheets, 'xlsx')).content)
    assert.ok(files['xl/worksheets/sheet2.xml'])
  })
})

describe('names of sheets', () => {
  it('are short, clean and each once', () => {
    const taken = new Set(['table 1 a very long name indeed'])
    assert.equal(sheetName('Table 1: a very long name indeed', taken), 'Table 1 a very long name inde 2')
    assert.equal(sheetName('[?]', taken), 'Sheet')
  })
})
