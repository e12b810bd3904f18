import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import yauzl from 'yauzl'
import { readPdf } from '../../../test/support/pdf.ts'
import { MARKUP, aDocument } from '../../../test/support/writtenDocument.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Look, numberedSections } from '../document.ts'
import { pictureNamed } from '../pictures.ts'
import { wordsParts } from '../words.ts'
import { documentHtml } from './html/html.ts'
import { documentPdf } from './pdf/document.ts'
import { documentText } from './text.ts'
import { documentWord } from './word/document.ts'
import { TEXT_WIDTH, columnWidths } from './printedTable.ts'

const saying = (text: string) =>
  aDocument({
    isLong: false,
    sections: numberedSections([{ id: 'a', number: '', title: 'Words', blocks: [{ kind: 'paragraph', text }] }]),
  })

describe('a document as PDF', async () => {
  const file = await documentPdf(aDocument())
  const pdf = await readPdf(file)
  const text = pdf.pages.join('\n')

  test('says that it is tagged and for everyone, its title, its language and whose it is', () => {
    assert.equal(pdf.isTagged, true)
    assert.equal(pdf.title, 'Report of the library')
    assert.equal(pdf.language, 'en-GB')
    assert.equal(pdf.author, 'Hartsmere (made up)')
    assert.match(file.toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/)
  })
  test('has headings, lists, a contents list, tables with headed columns and a picture described in words', () => {
    const count = (role: string) => pdf.roles.get(role) ?? 0
    assert.equal(count('H1'), 3) // with that of the contents
    assert.ok(count('H2') >= 3)
    assert.ok(count('LI') >= 4)
    assert.ok(count('TOCI') >= 2)
    assert.ok(count('TH') >= 6)
    assert.deepEqual(pdf.alternatives, ['Bars, one for each of two groups. The larger is 5 to 9.'])
  })
  test('is read in its order', () => {
    const order = ['Every block', 'A heading', 'First item', 'What words mean', 'Books lent', 'Table 1: Books by month', 'Month 1 ', 'Month 70', 'All months', 'Months are whole.', 'Figure 1: Books by age', 'From the library', 'To be written by the library', 'The end', 'That is all.'] // prettier-ignore
    const body = pdf.pages.slice(2).join('\n')
    const places = order.map((words) => body.indexOf(words))
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    assert.ok(places.every((place) => place >= 0))
  })
  test('repeats the header row of a table on each page that it reaches, and numbers the pages', () => {
    const reached = pdf.pages.filter((page) => /Month \d+/.test(page))
    assert.ok(reached.length > 1)
    for (const page of reached) assert.match(page, /Month Lent Remark/)
    assert.match(pdf.pages[1] ?? '', /1\. Every block[ .]*3/)
    pdf.pages.forEach((page, index) => {
      if (index > 0) assert.ok(page.includes(`Page ${index + 1} of ${pdf.pages.length}`))
    })
  })
  test('shows text as it was typed, never as markup', () => {
    assert.ok(text.replaceAll(/\s+/g, ' ').includes(MARKUP))
  })
  test('is the same file for the same document, and another on another day', async () => {
    assert.ok(file.equals(await documentPdf(aDocument())))
    const { madeOn } = aDocument()
    assert.ok(!file.equals(await documentPdf(aDocument({ madeOn: madeOn.add({ days: 1 }) }))))
  })
  test('has no title page and no contents where it is short', async () => {
    const { pages, roles } = await readPdf(await documentPdf(saying('Dear Sam')))
    assert.equal(pages.length, 1)
    assert.equal(roles.get('TOCI'), undefined)
    assert.match(pages[0] ?? '', /Report of the library[^]*Words[^]*Dear Sam[^]*Page 1 of 1/)
  })
  test('shows letters of other alphabets and drops what nobody sees', async () => {
    const { pages } = await readPdf(await documentPdf(saying('Łódź, Rŷn, Київ\u0007')))
    assert.match(pages[0] ?? '', /Łódź, Rŷn, Київ/)
  })
  test('is refused where no typeface has a character of the text, and the next is made', async () => {
    await assert.rejects(
      documentPdf(saying('A \u{F0000} letter')),
      (error) => error instanceof Refusal && /^a PDF can’t show “/.test(error.message),
    )
    assert.ok((await documentPdf(saying('A letter'))).length > 0)
  })
})

describe('a document in other formats', () => {
  test('is one HTML file with text as it was typed', () => {
    const html = documentHtml(aDocument())
    assert.match(html, /<title>Report of the library, Hartsmere \(made up\)<\/title>/)
    assert.match(html, /&lt;b&gt;not bold&lt;\/b&gt; &amp; &quot;said&quot;/)
    assert.match(html, /<nav class="report-contents"/)
    assert.doesNotMatch(documentHtml(saying('Dear Sam')), /<nav/)
  })
  test('is a Word file with text as it was typed', async () => {
    const text = await wordText(await documentWord(aDocument()))
    assert.match(text, /&lt;b&gt;not bold&lt;\/b&gt;/)
    assert.match(text, /To be written by the library\./)
    assert.match(text, /TOC \\h/)
    assert.doesNotMatch(await wordText(await documentWord(saying('Dear Sam'))), /TOC \\h|<w:titlePg\/>/)
  })
  test('is plain text, each number with its heading', () => {
    const text = documentText(aDocument())
    assert.ok(text.startsWith('Report of the library\n\nBooks and children\n\nPeriod: 1 April 2022'))
    for (const part of [
      '1. Every block\n==============',
      `\n\n${MARKUP}\n\n`,
      '- First item\n- Second item\n',
      'Loan: A book that a child has.',
      '- Books lent: Value 41; Out of 41 of 50',
      'Table 1: Books by month\n- Month 1: Lent 0; Remark as expected\n',
      'Figure 1: Books by age. Bars, one for each of two groups. The larger is 5 to 9.\n- Under 5: 2022-23 3\n',
      'We say:\n\n- this\n- that\n',
      '[To be written by the library. Say what is to come.]',
    ])
      assert.ok(text.includes(part), part)
  })
})

describe('easy read and large print', async () => {
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'blue' } })
    .png()
    .toBuffer()
  const own = { home: { alt: 'Our "house"', type: 'image/png', base64: png.toString('base64') } } as const
  const lines = [
    { text: 'You will go home.', picture: pictureNamed('home', own) },
    { text: 'You had a review.', picture: pictureNamed('meeting') },
    { text: 'That is all.', picture: null },
  ]
  const looking = (look: Look) =>
    aDocument({
      isLong: false,
      look,
      sections: numberedSections([{ id: 'a', number: '', title: 'Words', blocks: [{ kind: 'pictured', lines }] }]),
    })

  test('pictures stand beside their lines with their words, in every format', async () => {
    const html = documentHtml(looking('easy_read'))
    assert.match(html, /<body class="look-easy_read">/)
    assert.match(
      html,
      /aria-label="Our &quot;house&quot;"[^]*<image href="data:image\/png;base64,[^]*You will go home\./,
    )
    assert.match(html, /aria-label="People around a table"/)
    const pdf = await readPdf(await documentPdf(looking('easy_read')))
    assert.deepEqual(pdf.alternatives, ['Our "house"', 'People around a table'])
    assert.match(pdf.pages.join(' '), /You will go home\.[^]*That is all\./)
    const word = await wordText(await documentWord(looking('easy_read')))
    assert.match(word, /descr="People around a table"/)
    assert.match(word, /<pic:pic/)
    assert.match(documentText(looking('easy_read')), /You will go home\.\n\nYou had a review\.\n\nThat is all\./)
  })
  test('no column of a table is narrower than its longest word, also in large print, as long as there is room', () => {
    const row = (heading: string, texts: string[]) => ({
      heading,
      isTotal: false,
      cells: texts.map((text) => ({ text, isNumber: false, from: null })),
    })
    const headings = ['Number', 'What', 'Who', 'By when']
    const rows = [
      row('1', ['A long decision about what is to be done for the child by then', 'Social worker', '7 October 2024']),
    ]
    const usual = columnWidths(headings, rows, undefined)
    const large = columnWidths(headings, rows, 'large_print')
    for (const widths of [usual, large])
      assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - TEXT_WIDTH) < 4)
    // “Number” in bold letters of 9.5 and of 18 points: 34 and 68 points, and the space around it.
    assert.ok((usual[0] ?? 0) > (34 + 7) * 20)
    assert.ok((large[0] ?? 0) > (68 + 7) * 20)
    const crowded = columnWidths(
      Array.from({ length: 12 }, () => 'Independently'),
      [row('1', [])],
      'large_print',
    )
    assert.ok(Math.abs(crowded.reduce((sum, width) => sum + width, 0) - TEXT_WIDTH) < 12)
  })

  test('large print is larger', async () => {
    assert.match(documentHtml(looking('large_print')), /<body class="look-large_print">/)
    const large = await readPdf(await documentPdf(aDocument({ look: 'large_print' })))
    assert.ok(large.pages.length > (await readPdf(await documentPdf(aDocument()))).pages.length)
  })
})

describe('words as people type them', () => {
  for (const { why, text, parts } of [
    { why: 'an empty line parts paragraphs', text: 'One.\n\nTwo.', parts: ['One.', 'Two.'] },
    { why: 'a single line break does not', text: 'One\r\nline.', parts: ['One line.'] },
    { why: 'dashes and stars make a list', text: 'We:\n- a\n* b\n\nLast.', parts: ['We:', ['a', 'b'], 'Last.'] },
    { why: 'nothing is nothing', text: ' \n\n', parts: [] },
  ]) {
    test(why, () => {
      assert.deepEqual(
        wordsParts(text).map((part) => (part.kind === 'list' ? part.items : part.text)),
        parts,
      )
    })
  }
})

async function wordText(file: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === 'word/document.xml') return String(await buffer(await zip.openReadStreamPromise(entry)))
  }
  return ''
}
