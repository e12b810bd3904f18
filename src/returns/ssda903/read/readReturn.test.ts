import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { type Files, fileOf, folderOf, freshPath, smallReturn } from '../../../../test/support/smallReturn.ts'
import { zipOf } from '../../../../test/support/zip.ts'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { toCsv } from '../../../platform/csv.ts'
import { writeReturnXml } from '../../../synthetic/write/returnWriter.ts'
import { parseContent, readRow } from '../domain/content.ts'
import type { ReturnDocument } from '../domain/document.ts'
import { mergeDocuments, mergeFindings } from '../domain/merge.ts'
import { type RawTable, tables } from '../tables.ts'
import { indexReturn } from '../validate/engine/indexedReturn.ts'
import { type ReadReturn, readReturn } from './readReturn.ts'
import { readRawTables } from './readTables.ts'

const data = join(import.meta.dirname, '../../../../test/data')
const sample = join(data, 'ssda903-sample')
const madeUp = join(data, 'made-up-borough-2022-23/data')

async function read(path: string, startYear: number): Promise<ReadReturn> {
  const result = await readReturn(path, { year: reportingYear(startYear) })
  assert.ok(result.ok, JSON.stringify(result))
  return result
}

async function rawTables(path: string): Promise<readonly RawTable[]> {
  const result = await readRawTables(path)
  assert.ok(result.ok, JSON.stringify(result))
  return result.tables
}

const withoutRows = (documents: readonly ReturnDocument[]) =>
  documents.map(({ child, firstDay, lastDay, content }) => ({ child, firstDay, lastDay, content }))

/** The files of a folder with the rows of each in the opposite order. */
function backwards(folder: string): Files {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return Object.fromEntries(
    names.map((name) => {
      const [header = '', ...rows] = readFileSync(join(folder, name), 'utf8').trimEnd().split(/\r?\n/)
      return [name, [header, ...rows.reverse()].join('\n')]
    }),
  )
}

describe('the public sample', () => {
  let fromCsv: ReadReturn
  before(async () => {
    fromCsv = await read(sample, 2017)
  })

  it('is read from CSV: every row, a document a child', () => {
    assert.deepEqual(fromCsv.rowCounts, {
      Header: 2675,
      Episodes: 5050,
      Reviews: 12582,
      UASC: 132,
      OC2: 2675,
      OC3: 53,
      AD1: 29,
      PlacedAdoption: 29,
      PrevPerm: 2675,
      Missing: 43,
      SWEpisodes: 1,
      DoLo: 1,
    })
    assert.equal(fromCsv.documents.length, 2676, 'the children of Header, and CHILD10 of the two last tables')
    assert.equal(fromCsv.carriesEarlierReviews, true)
    assert.deepEqual(
      fromCsv.warnings.map(({ file }) => file),
      ['README.md', 'fake_903.xml'],
    )
  })

  it('lets all else have its turn while it is read', async () => {
    let turns = 0
    let isReading = true
    const take = (): void => {
      turns++
      if (isReading) setImmediate(take)
    }
    setImmediate(take)
    const turnsAtProgress: number[] = []
    await readRawTables(sample, () => turnsAtProgress.push(turns))
    isReading = false
    assert.ok((turnsAtProgress.at(-1) ?? 0) > (turnsAtProgress[0] ?? 0), 'turns between the first and the last piece')
  })

  it('is read from XML, where it has other children', async () => {
    const { documents, rowCounts, warnings } = await read(join(sample, 'fake_903.xml'), 2017)
    assert.equal(documents.length, 253)
    assert.deepEqual(
      [rowCounts.Episodes, rowCounts.Reviews, rowCounts.UASC, rowCounts.OC3, rowCounts.AD1, rowCounts.Missing],
      [459, 1206, 12, 6, 3, 6],
    )
    assert.deepEqual(warnings, [])
  })

  it('says the same as XML and as CSV, in another order, and in a zip', async () => {
    const tablesInXml = (await rawTables(sample)).filter(({ name }) => name !== 'SWEpisodes' && name !== 'DoLo')
    const xml = freshPath('return.xml')
    writeReturnXml(xml, tablesInXml)
    const inHeader = fromCsv.documents.filter(({ child }) => child !== 'CHILD10')
    assert.deepEqual(withoutRows((await read(xml, 2017)).documents), withoutRows(inHeader))

    const files = backwards(sample)
    const sortedAnew = await read(folderOf(files), 2017)
    assert.deepEqual(withoutRows(sortedAnew.documents), withoutRows(fromCsv.documents))
    assert.notDeepEqual(sortedAnew.documents, fromCsv.documents, 'the rows stand elsewhere')

    const entries = Object.entries(files).map(([name, content]) => ({ name, data: content }))
    const zip = folderOf({ 'return.zip': zipOf(entries) })
    assert.deepEqual((await read(join(zip, 'return.zip'), 2017)).documents, sortedAnew.documents)
  })

  it('becomes records with findings and without a crash', () => {
    const coverage = [{ year: 2017, carriesEarlierReviews: true }]
    let [episodes, reviews] = [0, 0]
    const codes = new Set<string>()
    for (const { child, content, rows } of fromCsv.documents) {
      const documents = [{ year: 2017, content, rows }]
      const record = mergeDocuments(child, documents, coverage)
      episodes += record.episodes.length
      reviews += record.reviews.length
      for (const { code, source } of mergeFindings(child, documents, coverage)) {
        codes.add(code)
        assert.ok(source !== null && source.row > 1)
      }
    }
    assert.equal(episodes, 5050)
    assert.equal(reviews, 12568, '14 reviews stand there twice, some with two codes')
    assert.deepEqual([...codes].sort(), [
      'after_year',
      'not_in_header',
      'reason_without_end',
      'repeated_row',
      'review_codes_differ',
      'unknown_code',
    ])
  })
})

describe('the made-up borough', () => {
  it('is read whole, and nothing of it is odd', async () => {
    const { documents, rowCounts } = await read(madeUp, 2022)
    assert.equal(documents.length, 122)
    assert.deepEqual([rowCounts.Header, rowCounts.Episodes, rowCounts.Reviews, rowCounts.OC2], [122, 337, 575, 41])
    const coverage = [{ year: 2022, carriesEarlierReviews: true }]
    const findings = documents.flatMap(({ child, content, rows }) =>
      mergeFindings(child, [{ year: 2022, content, rows }], coverage),
    )
    assert.deepEqual(findings, [])
  })

  it('says the same as XML', async () => {
    const xml = freshPath('return.xml')
    writeReturnXml(xml, await rawTables(madeUp))
    assert.deepEqual(withoutRows((await read(xml, 2022)).documents), withoutRows((await read(madeUp, 2022)).documents))
  })
})

describe('a document', () => {
  it('holds what is said of one child, and where', async () => {
    const { documents } = await read(folderOf(smallReturn), 2022)
    assert.deepEqual(
      documents.map(({ child, firstDay, lastDay }) => ({ child, firstDay, lastDay })),
      [
        { child: '100', firstDay: '2022-05-09', lastDay: 'infinity' },
        { child: '200', firstDay: '2021-01-10', lastDay: '2023-03-01' },
      ],
    )
    assert.deepEqual(parseContent(documents[0]?.content ?? ''), {
      Header: ['2|2012-02-03|WBRI|A123456789012'],
      Episodes: [
        '2022-05-09|S|C1|N1|U6|PR1|2022-06-06|X1|CARPL|ZB1 1AA|ZB2 2BB|SC000001',
        '2022-06-06|P|C1|N1|U4|PR4||||ZB1 1AA|ZC3 3CC|SC000002',
      ],
      Reviews: ['2022-06-06|PN1', '2022-09-05|PN3'],
    })
    assert.equal(documents[0]?.rows, '{"Header":[2],"Episodes":[2,3],"Reviews":[2,3]}')
  })

  it('carries earlier reviews where those have them who could, not for the sake of a stray one', async () => {
    const children = Array.from({ length: 9 }, (_, index) => String(index + 1))
    const episodes = children.map((child) => `${child},10/01/2021,S,V2,N8,K2,PR4,,,,,,`)
    const reviews = children.map((child) => `${child},,08/08/2022,PN1`)
    const carries = async (earlier: number): Promise<boolean> => {
      const more = children.slice(0, earlier).map((child) => `${child},,08/02/2022,PN1`)
      const [header = '', columns = '', ofReviews = ''] = [
        smallReturn['header.csv'],
        smallReturn['episodes.csv'],
        smallReturn['reviews.csv'],
      ].map((file) => file.split('\n')[0])
      const folder = folderOf({
        'header.csv': [header, ...children.map((child) => `${child},1,03/02/2012,WBRI,UN1,,`)].join('\n'),
        'episodes.csv': [columns, ...episodes].join('\n'),
        'reviews.csv': [ofReviews, ...reviews, ...more].join('\n'),
      })
      return (await read(folder, 2022)).carriesEarlierReviews
    }
    assert.deepEqual(
      [await carries(0), await carries(1), await carries(4), await carries(5), await carries(9)],
      [false, false, false, true, true],
    )
  })

  it('of a child with nothing dated has no days', async () => {
    const header = `${smallReturn['header.csv']}\n300,1,01/01/2015,WBRI,,,`
    const { documents } = await read(folderOf({ ...smallReturn, 'header.csv': header }), 2022)
    assert.deepEqual([documents[2]?.firstDay, documents[2]?.lastDay], [null, null])
  })

  it('takes codes in small letters and with spaces for what they mean', async () => {
    const reviews = smallReturn['reviews.csv'].replace('PN3', ' pn3 ').replace('100,', ' 100 ,')
    const other = await read(folderOf({ ...smallReturn, 'reviews.csv': reviews }), 2022)
    assert.deepEqual(other.documents, (await read(folderOf(smallReturn), 2022)).documents)
  })
})

describe('whatever is written', () => {
  // A text that a spreadsheet would run is changed on the way out; a line break is refused on the way in.
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'Z', '0', ' ', ',', '"', "'", 'é', '€', '|', '/', '-') })
    .filter((text) => !/^[=+\-@]/.test(text))
  const rows = fc.array(
    fc.tuple(
      cell.map((text) => `c${text}`),
      cell,
      cell,
      cell,
    ),
    { maxLength: 12 },
  )

  it('is read as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const columns = tables.Reviews.map(({ name }) => name)
        const path = folderOf({ 'reviews.csv': toCsv([columns, ...written]) })
        assert.deepEqual(await rawTables(path), [{ name: 'Reviews', columns, rows: written }])
      }),
      { numRuns: 60 },
    )
  })

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `${String(n).padStart(2, '0')}/07/2022`)
  const reviewRow = fc.tuple(
    fc.constantFrom('1', '2', '3'),
    fc.constantFrom('03/02/2012', '04/02/2012'),
    day,
    fc.constantFrom('PN1', 'PN2', ''),
  )

  it('gives the same documents in any order of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(reviewRow, { minLength: 1, maxLength: 10 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        async ([all, other]) => {
          const columns = tables.Reviews.map(({ name }) => name)
          const documentsOf = async (some: readonly (readonly string[])[]) =>
            (await read(folderOf({ ...smallReturn, 'reviews.csv': toCsv([columns, ...some]) }), 2022)).documents
          const [one, two] = [await documentsOf(all), await documentsOf(other)]
          assert.deepEqual(withoutRows(one), withoutRows(two))
          const stored = one.flatMap(({ content }) => (parseContent(content).Reviews ?? []).map(readRow))
          assert.deepEqual(
            stored.map(([on = '', code = '']) => `${on.split('-').reverse().join('/')} ${code}`).sort(),
            all.map(([, , on, code]) => `${on} ${code}`).sort(),
          )
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a child is one child', () => {
  it('whatever nobody sees in the identifier, to the import and to the rules alike', async () => {
    const invisible = join(data, 'invisible-characters/return')
    const { documents } = await read(invisible, 2022)
    assert.deepEqual(
      documents.map(({ child }) => child),
      ['B1'],
    )
    const { children } = indexReturn(await rawTables(invisible), [], { collection: reportingYear(2022) })
    assert.deepEqual(
      children.map(({ id, Reviews }) => [id, Reviews.length]),
      [['B1', 1]],
    )
  })

  it('also where the XML writes such a character as its number', async () => {
    const path = freshPath('return.xml')
    writeReturnXml(path, await rawTables(folderOf(smallReturn)))
    const plain = await read(path, 2022)
    const xml = readFileSync(path, 'utf8').replace('>100<', '>1&#x200B;00<')
    const other = await read(fileOf('return.xml', xml), 2022)
    assert.deepEqual(withoutRows(other.documents), withoutRows(plain.documents))
  })

  it('and where a program has written identifiers and scores with decimals', async () => {
    const changed = (text: string) => text.replaceAll(/^100,/gm, '100.0,').replace(',12,,0,', ',12.0,,0,')
    const other: Files = Object.fromEntries(
      Object.entries(smallReturn).map(([name, text]) => [name, changed(text)] as const),
    )
    assert.notDeepEqual(other, smallReturn)
    const { documents } = await read(folderOf(other), 2022)
    assert.deepEqual(documents, (await read(folderOf(smallReturn), 2022)).documents)
    const oc2 = (await rawTables(folderOf(other))).find(({ name }) => name === 'OC2')
    assert.equal(oc2?.rows[0]?.[2], '12')
  })
})
