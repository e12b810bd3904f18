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
import { plainShare } from './plainWords.ts'

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
    assert.match(texts, /447 of 462 reviews \(97%\) were held in time/)
  })
  it('gives what is hidden as a number of reviews, and whole percentages unless nearly all would read as all', () => {
    const [one, many] = ['review', 'reviews']
    const measure = shownYear(frozenFacts(), false).now.measures.get('reviews.on_time')
    assert.ok(measure)
    const hidden = { ...measure, value: 'c', numerator: 'c', denominator: 44 } as const
    const said = (amount: string) => amount
    assert.equal(plainShare({ ...hidden, bound: { side: 'less', percent: 12 } }, [one, many], said), '5 or fewer of 44 reviews') // prettier-ignore
    assert.equal(plainShare({ ...hidden, bound: { side: 'more', percent: 88 } }, [one, many], said), '39 or more of 44 reviews') // prettier-ignore
    const nearlyAll = { ...measure, value: 99.6, numerator: 498, denominator: 500 }
    assert.equal(plainShare(nearlyAll, [one, many], said), '498 of 500 reviews (99.6%)')
  })
  it('shows this year alone, in plain words for homes and groups', () => {
    const pictures = [true, false].flatMap((isHidden) =>
      writeChildrensReport(shownYear(frozenFacts(), isHidden), MADE_ON).sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'chart' ? [block] : [])),
      ),
    )
    assert.ok(pictures.some(({ title }) => title.startsWith('The kinds of home')))
    for (const { title, series, categories } of pictures) {
      assert.equal(series.length, 1, title)
      assert.doesNotMatch(categories.join('\n'), /local authority|independent|^Other|Others together|accommodation/im)
    }
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
