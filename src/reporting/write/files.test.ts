import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'
import { matchesGolden } from '../../../test/support/golden.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { tablesOf } from '../../../test/support/reportText.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import { date } from '../../kernel/dates.ts'
import { writeReport } from '../domain/report.ts'
import { figuresCsv, reportJson } from './data.ts'
import { documentHtml } from '../../documents/write/html/html.ts'
import { headingOf } from '../../documents/document.ts'
import { documentPdf } from '../../documents/write/pdf/document.ts'
import { documentWord } from '../../documents/write/word/document.ts'

const OWN_WORDS = `Most late reviews were of brothers whose hearing moved. <b>Nobody</b> & "everybody" was told.

We now:
- book reviews a week before they are due
- look at the list every Monday`

const year = shownYear(frozenFacts(), false)
const words = new Map([['timeliness', OWN_WORDS]])
const report = writeReport(year, words, date('2023-07-03'))

describe('the HTML file', () => {
  const html = documentHtml(report)
  const tags = (name: string) => [...html.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, 'g'))].map(([tag]) => tag)

  it('is as last looked at', () => {
    // Charts and styles have tests of their own; a change of theirs is none of the report's.
    const own = html.replaceAll(/<svg[^]*?<\/svg>/g, '<svg/>').replace(/<style>[^]*?<\/style>/, '<style/>')
    matchesGolden('annual-report.html', own)
  })
  it('is the same each time', () => {
    assert.equal(documentHtml(writeReport(shownYear(frozenFacts(), false), words, date('2023-07-03'))), html)
  })
  it('needs no other file and runs no script', () => {
    assert.deepEqual(tags('script'), [])
    assert.deepEqual(tags('link'), [])
    for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g)) assert.match(address, /^#/)
    assert.doesNotMatch(html, /url\((?!#)/)
  })
  it('has one main heading, and no heading skips a level', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    assert.equal(levels.filter((level) => level === 1).length, 1)
    levels.forEach((level, index) => {
      assert.ok(index === 0 || level <= (levels[index - 1] ?? 0) + 1, `heading ${index}`)
    })
  })
  it('has ids of their own, and contents that lead to each section', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length)
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    assert.ok(targets.length > report.sections.length)
    for (const target of targets) assert.ok(ids.includes(target), target)
  })
  it('gives every table a caption and its headings their scope', () => {
    const count = tablesOf(report).length
    assert.equal(tags('table').length, count)
    assert.equal(tags('caption').length, count)
    for (const heading of tags('th')) assert.match(heading, /scope="(?:col|row)"/)
  })
  it('prints the service’s words as typed, never as markup', () => {
    assert.match(html, /&lt;b&gt;Nobody&lt;\/b&gt; &amp; &quot;everybody&quot; was told\./)
    assert.match(html, /<li>book reviews a week before they are due<\/li>/)
  })
  it('says its language', () => {
    assert.match(html, /<html lang="en-GB">/)
  })
})

describe('the Word document', async () => {
  const parts = await partsOfZip(await documentWord(report))
  const document = parts.get('word/document.xml') ?? ''

  it('is as last looked at', () => {
    matchesGolden('annual-report-word.txt', textOfWord(document))
  })
  it('is well-formed throughout', () => {
    for (const [name, xml] of parts)
      if (/\.(?:xml|rels)$/.test(name))
        assert.doesNotThrow(() => {
          readXml(xml)
        }, name)
  })
  it('has real headings, one a section, and a table of contents', () => {
    const headings = [...document.matchAll(/<w:pStyle w:val="Heading1"\/>/g)]
    assert.equal(headings.length, report.sections.length)
    assert.match(document, /TOC \\h/)
  })
  it('repeats the header row of every table', () => {
    const count = [...document.matchAll(/<w:tbl>/g)].length
    assert.equal(count, tablesOf(report).length + 1) // and the key figures
    assert.equal([...document.matchAll(/<w:tblHeader\/>/g)].length, count)
  })
  it('describes every chart', () => {
    const charts = [...parts.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
    const described = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]{20,})"/g)]
    assert.ok(charts.length > 8)
    assert.equal(described.length, charts.length)
  })
  it('says its language, and has page numbers', () => {
    assert.match(parts.get('word/styles.xml') ?? '', /<w:lang w:val="en-GB"/)
    assert.ok([...parts].some(([name, xml]) => name.startsWith('word/footer') && /PAGE/.test(xml)))
  })
})

describe('the figures as data', () => {
  it('have a row for each figure and key of both years', () => {
    const rows = figuresCsv(year).trimEnd().split('\r\n')
    const { figures, figuresBefore } = frozenFacts()
    const all = [...figures, ...(figuresBefore ?? [])]
    assert.equal(rows.length, 1 + all.reduce((sum, figure) => sum + 1 + figure.breakdown.length, 0))
    assert.ok(rows.some((row) => row.startsWith('2022-23,reviews.on_time,Reviews held within timescale,percent,,')))
  })
  it('hide what the report hides', () => {
    const hidden = shownYear(frozenFacts(), true)
    assert.match(figuresCsv(hidden), /2022-23,health\.substance_misuse,[^,]*,percent,,c,c,123/)
    assert.match(reportJson({ report, edition: 'public', shownYear: hidden }), /"value": "c"/)
  })
})

describe('the PDF', async () => {
  const pdf = await readPdf(await documentPdf(report))

  it('is tagged, with its title and its language', () => {
    assert.deepEqual([pdf.isTagged, pdf.title, pdf.language], [true, report.title, 'en-GB'])
  })
  it('has every section, table and chart in its order', () => {
    const body = pdf.pages.slice(2).join(' ').replaceAll(/\s+/g, ' ')
    const captions = report.sections.flatMap((section) => [
      headingOf(section),
      ...section.blocks.flatMap((block) => {
        if (block.kind === 'table') return [`Table ${block.number}: ${block.caption}`]
        return block.kind === 'chart' ? [`Figure ${block.number}: ${block.title}`] : []
      }),
    ])
    let from = 0
    for (const caption of captions) {
      const at = body.indexOf(caption, from)
      assert.ok(at >= from, caption)
      from = at + caption.length
    }
  })
  it('describes every chart', () => {
    const charts = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'))
    assert.equal(pdf.alternatives.length, charts.length)
  })
})

/** The files of a zip by name; those that are no text are of no interest here. */
async function partsOfZip(zip: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  const file = await yauzl.fromBufferPromise(zip, { lazyEntries: true })
  for await (const entry of file.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    parts.set(entry.fileName, String(await buffer(await file.openReadStreamPromise(entry))))
  }
  return parts
}

function readXml(xml: string, onTag?: (name: string) => void, onText?: (text: string) => void): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  if (onText) parser.on('text', onText)
  if (onTag)
    parser.on('closetag', (tag) => {
      onTag(tag.name)
    })
  parser.write(xml).close()
}

/** What a reader sees of the document: a line a paragraph, cells parted by bars. */
function textOfWord(xml: string): string {
  let text = ''
  readXml(
    xml,
    (name) => {
      if (name === 'w:tc') text += ' | '
      else if (name === 'w:p' && !text.endsWith('\n')) text += '\n'
    },
    (piece) => (text += piece),
  )
  return text.replaceAll('\n | ', ' | ')
}
