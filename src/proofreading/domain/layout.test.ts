import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainText } from '../read/plainText.ts'
import { gridsLabelled, gridsUnderHeading, gridsWithin, placeOf, sentencesBefore } from './layout.ts'
import { studied } from './studied.ts'

const table = (name: string) => `${name}\nCare order\t12\nSection 20\t7`
const report = studied(
  plainText(`First\n\nWe held 40 reviews.\n\n${table('Table 1: Orders')}\n\nSecond\n\n${table('Table 2: Orders')}`),
)
const [sentence] = report.sentences.filter(({ text }) => text.startsWith('We held'))
assert.ok(sentence)
const captions = (grids: readonly { table: { caption: string | null } }[]) =>
  grids.map(({ table: { caption } }) => caption)

describe('where the parts of a report stand', () => {
  it('tables are found near a sentence, under its heading and by their number', () => {
    assert.deepEqual(captions(gridsWithin(report, sentence.passage, 2)), ['Table 1: Orders'])
    assert.deepEqual(captions(gridsWithin(report, sentence.passage, 8)), ['Table 1: Orders', 'Table 2: Orders'])
    assert.deepEqual(captions(gridsUnderHeading(report, sentence.passage)), ['Table 1: Orders'])
    assert.deepEqual(captions(gridsLabelled(report, '2')), ['Table 2: Orders'])
  })

  it('what is no part of the report stands nowhere', () => {
    const row = { ...sentence.passage }
    assert.equal(placeOf(report, row), null)
    assert.deepEqual(gridsWithin(report, row, 8), [])
    assert.deepEqual(gridsUnderHeading(report, row), [])
  })

  it('sentences are found that stand before one under its heading, and so many at most', () => {
    const three = studied(plainText('Second\n\nOne came. Two came. Three came. Four came.'))
    const four = three.sentences.at(-1)
    assert.ok(four)
    const before = (most: number) => sentencesBefore(three, four, most).map(({ text }) => text)
    assert.deepEqual(before(2), ['Two came.', 'Three came.'])
    assert.deepEqual(before(9).slice(-3), ['One came.', 'Two came.', 'Three came.'])
  })
})
