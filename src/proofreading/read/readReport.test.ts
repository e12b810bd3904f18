import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { zipOf } from '../../../test/support/zip.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkReport } from '../domain/check.ts'
import type { ReportText } from '../domain/reportText.ts'
import { readReport } from './readReport.ts'

const read = (name: string, text: string) => readReport(name, Buffer.from(text))

const zipped = (files: Readonly<Record<string, string>>): Buffer =>
  zipOf(Object.entries(files).map(([name, data]) => ({ name, data })))

/** The parts in short: their kind and text, rows with bars between cells. */
const outline = ({ parts }: ReportText): string[] =>
  parts.map((part) =>
    part.kind === 'table'
      ? `table: ${part.rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join(' / ')}`
      : `${part.kind}: ${part.text}`,
  )

const word = (body: string): Buffer =>
  zipped({
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`

const EXPECTED = ['heading: Reviews', 'paragraph: We held 12 reviews.', 'table: Team|Held / North|5 / South|7']

/** A table of Word with many cells, each over as many columns as it says. */
const wideTable = (cells: number): string =>
  `<w:document xmlns:w="w"><w:body><w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc>'.repeat(cells)}</w:tr></w:tbl></w:body></w:document>`

describe('a report is read as its reader sees it', () => {
  it('plain text with tabs', async () => {
    const text = 'Reviews\n\nWe held 12 reviews.\n\nTeam\tHeld\nNorth\t5\nSouth\t7\n'
    assert.deepEqual(outline(await read('a.txt', text)), EXPECTED)
  })
  it('plain text whose columns are held apart by blanks, and whose lines are broken', async () => {
    const text =
      'Reviews\n\nIn the year from April to March the service held 12 reviews of\nchildren in two teams, and none of them was late at all in it.\n\nTeam          Held\nNorth            5\nSouth            7\n'
    const [heading, words, table] = outline(await read('a.txt', text))
    assert.deepEqual([heading, table], [EXPECTED[0], EXPECTED[2]])
    assert.match(words ?? '', /reviews of children in two teams/)
  })
  it('Markdown without its signs', async () => {
    const text = '## Reviews\n\nWe held **12** reviews.\n\n| Team | Held |\n|---|---:|\n| North | 5 |\n| South | 7 |\n'
    assert.deepEqual(outline(await read('a.md', text)), EXPECTED)
  })
  it('HTML, with entities and without what is not seen', async () => {
    const text =
      '<!doctype html><title>x</title><style>p{}</style><h2>Reviews</h2><p>We held&nbsp;<b>12</b>\n reviews.<span hidden>!</span><script>1<2</script></p><table><tr><th>Team<th>Held<tr><td>North<td>5<tr><td>South<td>7</table>'
    assert.deepEqual(outline(await read('a', text)), EXPECTED)
  })
  it('Word, by its content whatever its name', async () => {
    const rows = [
      ['Team', 'Held'],
      ['North', '5'],
      ['South', '7'],
    ].map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
    const body = `${paragraph('Reviews', 'Heading1')}${paragraph('We held 12 reviews.')}<w:tbl>${rows.join('')}</w:tbl>`
    assert.deepEqual(outline(await readReport('a.bin', word(body))), EXPECTED)
  })
  it('Word and HTML whose headings are bold paragraphs, and tables and lists typed in', async () => {
    const typed = [
      'Reviews',
      'We held 12 reviews.',
      'Team\tHeld',
      'North\t5',
      'South\t7',
      '- None was late',
      '9 children came',
      '4 children left',
    ]
    const expected = [...EXPECTED, 'item: - None was late', 'item: 9 children came', 'item: 4 children left']
    const [html, body] = [typed.map((text) => `<p><b>${text}</b></p>`), typed.map((text) => paragraph(text))]
    const inWord = body.join('').replaceAll('\t', '</w:t><w:tab/><w:t>')
    assert.deepEqual(outline(await readReport('a.docx', word(inWord))), expected)
    const withoutTable = html.filter((text) => !text.includes('\t')).join('')
    assert.deepEqual(outline(await read('a.html', withoutTable)), [...expected.slice(0, 2), ...expected.slice(3)])
  })
  it('paragraphs and items that are line breaks apart, and words that go on behind one', async () => {
    const lines = ['We held 12 reviews in', 'the year.', '', 'The aims are:', '- to be in time', '- to hear each child']
    const expected = [
      'paragraph: We held 12 reviews in the year.',
      'paragraph: The aims are:',
      'item: - to be in time',
      'item: - to hear each child',
    ]
    assert.deepEqual(outline(await read('a.html', `<p>${lines.join('<br>')}</p>`)), expected)
    const inWord = paragraph(lines.join('</w:t><w:br/><w:t>'))
    assert.deepEqual(outline(await readReport('a.docx', word(inWord))), expected)
  })
  it('numbered paragraphs with a tab behind the number are no table', async () => {
    const lines = [
      '2.1\tThe service held 612 reviews, all but nine in time.',
      '2.2\tOf the nine, six were held within a week.',
    ]
    const expected = lines.map((text) => `paragraph: ${text.replace('\t', ' ')}`)
    assert.deepEqual(outline(await read('a.txt', lines.join('\n\n'))), expected)
    assert.deepEqual(
      outline(
        await readReport(
          'a.docx',
          word(
            lines
              .map((text) => paragraph(text))
              .join('')
              .replaceAll('\t', '</w:t><w:tab/><w:t>'),
          ),
        ),
      ),
      expected,
    )
  })
  it('pages are told where they are known', async () => {
    const { parts } = await read('a.txt', 'One\f\n\nTwo\n\nIt is a sentence.\n')
    assert.deepEqual(
      parts.map(({ place }) => place),
      ['One', 'page 2, Two', 'page 2, Two'],
    )
  })
  it('places in the text are those of the words', async () => {
    for (const [name, text] of [
      ['a.txt', 'We held\u00a012 reviews.'],
      ['a.html', '<p>We held <i>12</i> reviews.</p>'],
    ] as const) {
      const report = await read(name, text)
      for (const { start, end } of report.parts) assert.match(report.text.slice(start, end), /^We held\s12 reviews\.$/)
    }
  })

  it('a long list of numbers is read in no time', async () => {
    const list = Array.from({ length: 20_000 }, (_, index) => index).join(', ')
    const began = performance.now()
    for (const text of [list, list.slice(0, 130), list.slice(0, 399)]) await read('a.txt', `The total was ${text}.`)
    // Some hundredths of a second; with numbers that can be parted in several ways it would not end.
    assert.ok(performance.now() - began < 5000)
  })

  it('what is written to keep a server busy is read in no time', async () => {
    const began = performance.now()
    for (const [name, unit] of [
      ['a.html', '<script>'],
      ['a.md', '['],
      ['a.md', '**a '],
      ['a.md', '# ###############a'],
      ['a.md', ' '],
      ['a.txt', 'words  and words\n'],
      ['a.txt', 'a 1\n'],
      ['a.txt', '|-|\n'],
    ] as const) {
      await read(name, unit.repeat(Math.round(400_000 / unit.length)) + 'x')
    }
    // Two seconds; where each line or sign is looked at beside all that follow, each of them takes longer by itself.
    assert.ok(performance.now() - began < 20_000)
  })

  it('lines with nothing in them are checked in no time', async () => {
    // Were each of them looked at beside all that follow, this would take minutes.
    for (const empty of ['\n', '\u2028']) {
      assert.deepEqual(checkReport(await read('a.txt', `a${empty.repeat(280_000 / empty.length)}x`)), [])
    }
  })

  for (const { why, name, bytes, says } of [
    { why: 'nothing', name: 'a.txt', bytes: Buffer.alloc(0), says: /is empty/ },
    { why: 'a PDF', name: 'a.txt', bytes: Buffer.from('%PDF-1.4'), says: /is a PDF/ },
    { why: 'an old Word document', name: 'a.doc', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'), says: /old Word/ },
    { why: 'what is no text', name: 'a.txt', bytes: Buffer.from('a\0b'), says: /is no text/ },
    { why: 'a zip of something else', name: 'a.docx', bytes: zipped({ 'a.csv': 'x' }), says: /is no Word document/ },
    { why: 'Word with entities of its own', name: 'a.docx', bytes: zipped({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), says: /can’t be read as a Word document/ }, // prettier-ignore
    { why: 'Word with cells that reach over many columns', name: 'a.docx', bytes: zipped({ 'word/document.xml': wideTable(600) }), says: /more cells/ }, // prettier-ignore
    { why: 'HTML with cells that reach over many rows and columns', name: 'a.html', bytes: Buffer.from(`<table><tr>${'<td colspan="99999" rowspan="99999">1</td>'.repeat(5)}</tr></table>`), says: /more cells/ }, // prettier-ignore
  ]) {
    it(`refuses ${why}`, async () => {
      await assert.rejects(readReport(name, bytes), (error) => error instanceof Refusal && says.test(error.message))
    })
  }
  it('reads lines of names and numbers as tables, and lines that count something as items', async () => {
    const text = [
      'Legal status',
      'Full care order: 386',
      'Interim care order: 98 (16%)',
      'Section 20: 87',
      '',
      'Age; 2022; 2023',
      '0 to 4; 1,082; 1,079',
      '5 to 9; 108; 113',
      '',
      'Type, held, late',
      'First, 171, 11',
      'Second, 158, 8',
      '',
      '612 children in care',
      '1,742 reviews held',
    ].join('\n')
    assert.deepEqual(outline(await read('report.txt', text)), [
      'heading: Legal status',
      'table: Full care order|386 / Interim care order|98 (16%) / Section 20|87',
      'table: Age|2022|2023 / 0 to 4|1,082|1,079 / 5 to 9|108|113',
      'table: Type|held|late / First|171|11 / Second|158|8',
      'item: 612 children in care',
      'item: 1,742 reviews held',
    ])
  })
})
