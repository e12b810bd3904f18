import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { textsOf } from '../../../test/support/reportText.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import { valueOf } from '../../figures/compute.ts'
import { date } from '../../kernel/dates.ts'
import { allFigures } from '../../main/rooms.ts'
import { writeChildrensReport } from './childrensEdition.ts'

const MADE_ON = date('2023-07-03')

describe('the children’s edition', () => {
  const report = writeChildrensReport(shownYear(frozenFacts(), true), MADE_ON)
  const texts = textsOf(report).join('\n')

  it('is short, and says how old its reader needs to be', () => {
    assert.ok(report.sections.length <= 7)
    const age = report.front.find(({ label }) => label === 'Reading age')?.text ?? ''
    assert.match(age, /^about (?:7|8|9|10|11) years/)
  })
  it('uses no word of the trade', () => {
    assert.doesNotMatch(texts, /\bplacements?\b|\bsiblings?\b|\bLAC\b|\bcontact\b|looked after/i)
  })
  it('gives the figures of the public edition', () => {
    assert.match(texts, /447 of 462 reviews \(96\.8%\) were held in time/)
  })
  it('says why the groups of a picture add up to less than all', () => {
    for (const isHidden of [true, false]) {
      const year = shownYear(frozenFacts(), isHidden)
      const blocks = writeChildrensReport(year, MADE_ON).sections.flatMap(({ blocks }) => blocks)
      for (const [index, block] of blocks.entries()) {
        if (block.kind !== 'chart' || block.shape !== 'bars') continue
        const sum = block.series[0]?.values.reduce((total: number, value) => total + (value ?? 0), 0)
        const next = blocks[index + 1]
        const isExplained =
          next?.kind === 'paragraph' && next.text.startsWith('Some groups are left out of the picture')
        assert.equal(isExplained, sum !== year.now.measures.get('cla.count')?.value, block.title)
      }
    }
  })
  it('reads well of few children', () => {
    for (const count of [0, 1, 2]) {
      const children = [aChild({ child: '1', episodes: ['2022-05-09 S'], reviews: ['2022-06-06'] }), aChild({ child: '2', episodes: ['2022-05-09 S'] })] // prettier-ignore
      const world = aWorld(children.slice(0, count))
      const figures = allFigures.all.map((figure) => valueOf(figure, world))
      for (const isHidden of [true, false]) {
        const facts = { ...frozenFacts(), figures, figuresBefore: null, reviews: [] }
        const few = textsOf(writeChildrensReport(shownYear(facts, isHidden), MADE_ON)).join('\n')
        assert.doesNotMatch(few, /\bc (?:of|child|review)|\b0 (?:child|review)|1 (?:children|reviews)\b|undefined|NaN/)
      }
    }
  })
})
