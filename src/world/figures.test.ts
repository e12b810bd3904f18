import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { holidays } from '../../test/support/holidays.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import type { Figure } from '../figures/figure.ts'
import { date } from '../kernel/dates.ts'
import { mandatory, text } from '../registers/columns.ts'
import { type Register, noRows, register } from '../registers/register.ts'
import { defaultSettings } from '../settings/settings.ts'
import { joinClocks } from './deadlines.ts'
import { joinFigures } from './figures.ts'
import { type Known, type WorldOf, recordsOf } from './world.ts'

type World = WorldOf<Known, null>

const titled = (name: string) =>
  register({ name, summary: 'Each one.', key: ['title'], columns: z.object({ title: mandatory(text('Which')) }) })
const books = titled('books')
const pens = titled('pens')

/** How many rows a register has. */
const rowsIn = (id: string, of: Register<{ title: string }>, onAsked: () => void = () => undefined): Figure<World> => ({
  id,
  area: 'Library',
  label: `Rows at the year end`,
  unit: 'count',
  definition: 'All rows at the year end.',
  source: 'The register',
  betterWhen: null,
  records: (world) => {
    onAsked()
    return recordsOf(world, of).map(({ title }) => ({
      child: '',
      kind: title,
      date: world.snapshotOn,
      due: null,
      counts: true,
      key: null,
      detail: () => ({}),
    }))
  },
})

const stored = (titles: readonly string[]) => new Map(titles.map((title) => [title, { title }]))
const world: World = {
  year: reportingYear(2022),
  asAt: date('2023-03-31'),
  snapshotOn: date('2023-03-31'),
  histories: [],
  coverage: [],
  registers: noRows,
  settings: defaultSettings,
  holidays,
  clocks: joinClocks([]),
}

describe('the figures of rooms together', () => {
  test('stand in the places that rooms give them; those of one place as rooms stand', () => {
    const { all, ofId } = joinFigures<Known, null>([
      { place: 20, figures: [rowsIn('c', books)] },
      { place: 10, figures: [rowsIn('a', books), rowsIn('b', books)] },
      { place: 20, figures: [rowsIn('d', books)] },
    ])
    assert.deepEqual(
      all.map(({ id }) => id),
      ['a', 'b', 'c', 'd'],
    )
    assert.equal(ofId('d'), all[3])
    assert.equal(ofId('e'), null)
  })

  test('do not share an id', () => {
    const one = { place: 1, figures: [rowsIn('a', books)] }
    assert.throws(() => joinFigures<Known, null>([one, one]), /two figures are called a/)
  })

  test('that say which registers they read are worked out anew only when one of these changes, and get no other', () => {
    let asked = 0
    const counted = rowsIn('a', books, () => asked++)
    const { valuesIn } = joinFigures<Known, null>([{ place: 1, figures: [counted, rowsIn('b', pens)], reads: [books] }])
    const values = (...titles: string[]) =>
      valuesIn({ ...world, registers: new Map([['books', kept], ['pens', stored(titles)]]) }).map(({ value }) => value) // prettier-ignore
    let kept = stored(['one'])
    assert.deepEqual(values('pen'), [1, 0])
    assert.deepEqual(values('pen', 'another'), [1, 0])
    assert.equal(asked, 1)
    kept = stored(['one', 'two'])
    assert.deepEqual(values('pen'), [2, 0])
    assert.equal(asked, 2)
  })

  test('speak of the day that is counted while the year is not over', () => {
    const { valuesIn } = joinFigures<Known, null>([{ place: 1, figures: [rowsIn('a', books)] }])
    const [value] = valuesIn({ ...world, snapshotOn: date('2022-11-29') })
    assert.equal(value?.label, 'Rows on 29 November 2022')
    assert.equal(value.definition, 'All rows on 29 November 2022.')
    assert.equal(valuesIn(world)[0]?.label, 'Rows at the year end')
  })
})
