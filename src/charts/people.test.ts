import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { peopleFilled, peopleRows } from './people.ts'

describe('ten people', () => {
  for (const [percent, filled] of [
    [0, 0],
    [0.4, 1],
    [44, 4],
    [45, 5],
    [97.9, 9],
    [100, 10],
  ] as const) {
    it(`of whom ${filled} are filled in for ${percent}%`, () => {
      assert.equal(peopleFilled(percent), filled)
    })
  }
  it('stand in a row for each share, with the share beside them', () => {
    const { svg, table } = peopleRows({
      id: 'a',
      title: 'Having a say',
      description: 'Ten people.',
      categoryHeading: 'What',
      categories: ['You had a say'],
      series: [{ label: 'This year', values: [80] }],
      format: (value) => `${value}%`,
    })
    assert.equal(svg.match(/<circle/g)?.length, 10)
    assert.match(svg, />80%</)
    assert.deepEqual(table.rows, [['You had a say', '80%']])
  })
})
