import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { date } from '../kernel/dates.ts'
import { horizontalBars } from './bars.ts'
import type { Chart, ChartData } from './chart.ts'
import { columns } from './columns.ts'
import { controlLines } from './control.ts'
import { type TimelineData, timeline } from './timeline.ts'

/** Reads the picture as XML, and throws where it is none: the elements with their attributes, and all its text. */
function read(svg: string): { elements: { name: string; attributes: Record<string, string> }[]; text: string[] } {
  const parser = new SaxesParser()
  const elements: { name: string; attributes: Record<string, string> }[] = []
  const text: string[] = []
  parser.on('opentag', (tag) => elements.push({ name: tag.name, attributes: tag.attributes }))
  parser.on('text', (words) => text.push(words))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(svg).close()
  return { elements, text }
}

const reviews: ChartData = {
  id: 'reviews',
  title: 'Reviews held by month',
  description: 'Most were held in May.',
  categoryHeading: 'Month',
  categories: ['Apr', 'May', 'Jun'],
  series: [
    { label: 'On time', values: [3, 1200, 0] },
    { label: 'Late', values: [1, 0, null] },
  ],
}

const history: TimelineData = {
  id: 'history',
  title: 'Timeline of child 100',
  description: 'One period of care with one review.',
  from: date('2021-01-01'),
  to: date('2023-03-31'),
  lanes: [
    { label: 'Placements', bands: [{ from: date('2021-05-04'), to: null, label: 'Foster' }], marks: [] },
    { label: 'Reviews', bands: [], marks: [{ on: date('2021-05-28'), label: 'First, on time', shape: 'circle' }] },
  ],
  shapes: [{ shape: 'circle', label: 'on time' }],
}

const everyChart: readonly { kind: string; chart: Chart }[] = [
  { kind: 'bars', chart: horizontalBars(reviews) },
  { kind: 'stacked columns', chart: columns(reviews, 'stacked') },
  { kind: 'columns side by side', chart: columns(reviews, 'side_by_side') },
  { kind: 'timeline', chart: timeline(history) },
]

for (const { kind, chart } of everyChart) {
  describe(kind, () => {
    const { elements, text } = read(chart.svg)

    test('is named and described for who does not see it', () => {
      const root = elements[0]
      assert.equal(root?.attributes['role'], 'img')
      assert.equal(root.attributes['aria-labelledby'], `${chart.id}-title ${chart.id}-description`)
      assert.ok(text.includes(chart.title) && text.includes(chart.description))
    })

    test('has no style attribute and no script, which the content security policy forbids', () => {
      for (const { name, attributes } of elements) {
        assert.equal('style' in attributes, false)
        assert.notEqual(name, 'style')
        assert.notEqual(name, 'script')
      }
    })

    test('names every id after itself, so that charts share a page', () => {
      const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? [])
      assert.ok(ids.length >= 2)
      assert.equal(new Set(ids).size, ids.length)
      for (const id of ids) assert.ok(id.startsWith(`${chart.id}-`))
    })
  })
}

test('the table says exactly what is drawn, with what is not known said so', () => {
  assert.deepEqual(columns(reviews, 'stacked').table, {
    caption: 'Reviews held by month',
    columns: ['Month', 'On time', 'Late'],
    rows: [
      ['Apr', '3', '1'],
      ['May', '1,200', '0'],
      ['Jun', '0', 'not known'],
    ],
  })
})

test('a second series has a pattern, not only another colour', () => {
  const { elements } = read(horizontalBars(reviews).svg)
  assert.ok(elements.some(({ attributes }) => attributes['fill'] === 'url(#reviews-pattern-1)'))
  assert.ok(elements.some(({ name, attributes }) => name === 'pattern' && attributes['id'] === 'reviews-pattern-1'))
})

test('bars are as long as their values', () => {
  const chart = horizontalBars({ ...reviews, series: [{ label: 'All', values: [100, 50, 0] }] })
  const widths = read(chart.svg)
    .elements.filter(({ attributes }) => attributes['class'] === 'chart-area-0')
    .map(({ attributes }) => Number(attributes['width']))
  assert.deepEqual(widths, [510, 255, 0])
})

test('stacked columns stand on each other', () => {
  const chart = columns({ ...reviews, categories: ['Apr'], series: [{ label: 'a', values: [4] }, { label: 'b', values: [6] }] }, 'stacked') // prettier-ignore
  const [lower, upper] = read(chart.svg).elements.filter(({ attributes }) => /^chart-area/.test(attributes['class'] ?? '') && 'height' in attributes).slice(2) // prettier-ignore
  assert.ok(lower && upper)
  assert.equal(Number(upper.attributes['y']) + Number(upper.attributes['height']), Number(lower.attributes['y']))
})

test('the timeline lists bands and marks in order of date, and shows what still goes on', () => {
  assert.deepEqual(timeline(history).table.rows, [
    ['4 May 2021', 'still going on', 'Placements', 'Foster'],
    ['28 May 2021', '', 'Reviews', 'First, on time'],
  ])
})

test('years are named where there is room, and never on top of each other', () => {
  for (const { why, from, names } of [
    { why: 'a first year of which little is left goes unnamed', from: '2021-12-20', names: ['2022', '2023'] },
    { why: 'a whole first year is named', from: '2021-01-01', names: ['2021', '2022', '2023'] },
  ]) {
    const { elements, text } = read(timeline({ ...history, from: date(from), to: date('2023-12-31') }).svg)
    assert.ok(elements.length > 0)
    assert.deepEqual(text.filter((words) => /^20\d\d$/.test(words)).sort(), names, why)
  }
  const longLife = read(timeline({ ...history, from: date('1990-01-01') }).svg)
  const at = longLife.elements.filter(({ attributes }) => attributes['y'] === '18').map(({ attributes }) => Number(attributes['x'])).sort((a, b) => a - b) // prettier-ignore
  const gaps = at.slice(1).map((x, index) => x - (at[index] ?? 0))
  assert.ok(gaps.length > 5 && gaps.every((gap) => gap >= 52))
})

test('a band outside the timeline is in the table but not in the picture', () => {
  const past = { from: date('2010-01-01'), to: date('2011-01-01'), label: 'Long ago' }
  const chart = timeline({ ...history, lanes: [{ label: 'Periods', bands: [past], marks: [] }] })
  assert.equal(read(chart.svg).text.some((words) => words.includes('Long ago')), false) // prettier-ignore
  assert.equal(chart.table.rows.length, 1)
})

test('whatever the words and values, every chart is well-formed and finite', () => {
  const words = fc.string({ unit: fc.constantFrom('a', '<', '&', '"', "'", '>', 'é', ' ') })
  const value = fc.option(fc.integer({ min: 0, max: 100_000 }))
  fc.assert(
    fc.property(words, fc.array(fc.tuple(words, value, value), { maxLength: 15 }), (title, rows) => {
      const data: ChartData = {
        id: 'any',
        title,
        description: title,
        categoryHeading: title,
        categories: rows.map(([label], index) => `${label}${index}`),
        series: [
          { label: title, values: rows.map(([, first]) => first) },
          { label: title, values: rows.map(([, , second]) => second) },
        ],
      }
      for (const chart of [horizontalBars(data), columns(data, 'stacked'), columns(data, 'side_by_side')]) {
        read(chart.svg)
        assert.doesNotMatch(chart.svg, /NaN|Infinity|undefined/)
      }
    }),
    { numRuns: 50 },
  )
})

test('a control chart says which of its lines is which, each dashed in its own way, and of what its axis is', () => {
  const labels = ['Value', 'Lower limit', 'Middle', 'Upper limit']
  const data: ChartData = {
    ...reviews,
    series: labels.map((label, index) => ({ label, values: [40 + 20 * index, 35 + 20 * index, 38 + 20 * index] })),
    format: (value) => `${value.toFixed(1)}%`,
  }
  const { elements, text } = read(controlLines(data).svg)
  for (const label of labels) assert.ok(text.includes(label), label)
  assert.ok(text.includes('100%'))
  const dashes = elements.flatMap(({ attributes }) => attributes['stroke-dasharray'] ?? [])
  assert.deepEqual([dashes.length, new Set(dashes).size], [6, 3])
})

test('bars of shares end at 100, so that a small share looks small', () => {
  const share: ChartData = { ...reviews, categories: ['Moved'], series: [{ label: '2022-23', values: [10] }] }
  const widthOf = (chart: Chart) =>
    Number(read(chart.svg).elements.filter(({ attributes }) => attributes['class'] === 'chart-area-0').at(-1)?.attributes['width']) // prettier-ignore
  assert.ok(widthOf(horizontalBars({ ...share, scaleEnd: 100 })) < widthOf(horizontalBars(share)) / 9)
})
