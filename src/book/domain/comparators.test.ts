import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { rowsOfFiles } from '../../../test/support/registerRows.ts'
import { date } from '../../kernel/dates.ts'
import { allFigures } from '../../main/rooms.ts'
import { bookJson } from '../write/data.ts'
import { bookSheets } from '../write/sheets.ts'
import { writeBook } from './book.ts'
import { bookDocument } from './bookDocument.ts'
import { comparatorOf, comparatorsIn } from './comparators.ts'

const world = {
  ...aWorld([aChild({ episodes: ['2021-05-03 S C2 U6'], reviews: ['2022-05-10', '2022-11-05'] })]),
  registers: rowsOfFiles({
    context: [
      'year,measure,group,value,source',
      '2022-23,reviews.on_time,TARGET,98,The plan of 2022',
      '2021-22,reviews.on_time,TARGET,97,The plan of 2021',
      '2021-22,reviews.participated,TARGET,95,The plan of 2021',
      '2020-21,reviews.on_time,ENGLAND,91,An older publication',
      '2021-22,reviews.on_time,ENGLAND,92.25,A publication',
      '2023-24,reviews.on_time,ENGLAND,93,One that is still to come',
      '2022-23,reviews.on_time,STATISTICAL_NEIGHBOURS,90,The same year',
      '2022-23,population_0_17,AUTHORITY,1000,Not a comparator',
    ],
  }),
}

describe('what stands beside a figure of a month', () => {
  const comparators = comparatorsIn(world)
  for (const { why, figure, group, is } of [
    { why: 'the target of the year', figure: 'reviews.on_time', group: 'TARGET', is: '98, 2022-23' },
    { why: 'no target of another year', figure: 'reviews.participated', group: 'TARGET', is: null },
    { why: 'the latest that is known of others', figure: 'reviews.on_time', group: 'ENGLAND', is: '92.25, 2021-22' },
    { why: 'nothing where nothing is known', figure: 'reviews.on_time', group: 'REGION', is: null },
  ] as const) {
    it(why, () => {
      const found = comparatorOf(comparators, figure, group)
      assert.equal(found && `${found.value}, ${found.year}`, is)
    })
  }

  const book = writeBook(world, date('2023-03-01'), allFigures.all, [])
  const written = { authority: { code: 'X', name: 'Somewhere' }, book, comparators, knownAt: null }

  it('is in the pages with its year and its source', () => {
    const { sections } = bookDocument(book, { ...written, madeOn: date('2023-04-03') })
    const blocks = sections.flatMap((section) => section.blocks)
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
    const table = tables.find(({ caption }) => caption === 'Reviews')
    assert.deepEqual(table?.headings.slice(-3), ['Target', 'Statistical neighbours', 'England'])
    const row = table.rows.find(({ heading }) => heading === 'Reviews held within timescale')
    assert.deepEqual(row?.cells.slice(-3).map(({ text }) => text), ['98.0%', '90.0%', '92.3% (2021-22)']) // prettier-ignore
    assert.match(JSON.stringify(blocks), /England, 2021-22: A publication\./)
  })

  it('is in the spreadsheet and in the data', () => {
    const service = bookSheets(written).find(({ name }) => name === 'Service')
    const rows = [...(service?.rows ?? [])]
    assert.deepEqual(service?.heads.slice(-3), ['England', 'England: year', 'England: source'])
    assert.deepEqual(rows.find((cells) => cells[1] === 'reviews.on_time')?.slice(-3), [
      92.25,
      '2021-22',
      'A publication',
    ])
    assert.match(bookJson(written), /"target": \{\s+"value": 98,/)
    assert.match(bookJson(written), /"group": "ENGLAND",\s+"value": 92\.25/)
  })
})
