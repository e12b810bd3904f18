import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { matchesGolden } from '../../../test/support/golden.ts'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { textsOf } from '../../../test/support/reportText.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import type { World } from '../../children/domain/world.ts'
import { documentText } from '../../documents/write/text.ts'
import { valueOf } from '../../figures/compute.ts'
import { date } from '../../kernel/dates.ts'
import { allFigures } from '../../main/rooms.ts'
import { type Report, writeReport } from './report.ts'
import type { ReportFacts } from './reportYear.ts'
import { reportedFigures } from './sections/all.ts'

/** One who stays, one who leaves, and one who leaves and comes back to a placement that no list has. */
const children = [
  aChild({ child: '1', episodes: ['2022-05-09 S'], reviews: ['2022-06-06', '2022-09-01'] }),
  aChild({
    child: '2',
    bornOn: '2020-02-02',
    episodes: ['2021-01-10..2022-12-01 S V2 R1 E4A'],
    reviews: ['2022-04-20 PN0'],
  }),
  aChild({
    child: '3',
    episodes: ['2022-05-09..2022-06-09 S V2 U6 E4A', '2022-08-09 S V2 Q9'],
    reviews: ['2022-06-30', '2022-10-01'],
  }),
]

const figuresOf = (world: World) =>
  allFigures.all.filter(({ id }) => reportedFigures.has(id)).map((figure) => valueOf(figure, world))

function factsOf(world: World, before: World | null = null): ReportFacts {
  const reviews = allFigures.ofId('reviews.on_time')?.records(world)
  assert.ok(Array.isArray(reviews))
  return {
    ...frozenFacts(),
    year: world.year,
    asAt: world.snapshotOn,
    figures: figuresOf(world),
    figuresBefore: before && figuresOf(before),
    reviews,
    findings: [],
    returns: [],
    settings: world.settings,
  }
}

const written = (facts: ReportFacts, isPublic = false): Report =>
  writeReport(shownYear(facts, isPublic), new Map(), date('2023-07-03'))

describe('the report of few children', () => {
  for (const count of [0, 1, 2, 3]) {
    const facts = factsOf(aWorld(children.slice(0, count)))
    it(`of ${count} reads as last looked at`, () => {
      const [text] = documentText(written(facts)).split('A. IRO annual reports')
      matchesGolden(`annual-report-of-${count}.txt`, text ?? '')
    })
    it(`of ${count} has nothing in its public edition by which one could be known`, () => {
      const texts = textsOf(written(facts, true)).join('\n')
      assert.doesNotMatch(texts, /\b[1-9]\d* (?:of|child|children|reviews?|starts?)\b(?! years| aged|(?: or over))/)
      assert.doesNotMatch(texts, /“(?:Male|Female|White|10 to 15)”/)
    })
  }
  it('never speaks of some where there is one, of none that were, nor of a share with more digits than children', () => {
    for (const count of [0, 1, 2, 3]) {
      for (const isPublic of [false, true]) {
        const report = written(factsOf(aWorld(children.slice(0, count))), isPublic)
        for (const text of textsOf(report)) {
          assert.doesNotMatch(
            text,
            /^Some |\b0 (?:child|children|reviews?) |[−+]0\b|\d\.\d%|\bc (?:of|child|review)/,
            text,
          )
          assert.doesNotMatch(text, /The only group|The first counts(?!.*The second)/, text)
        }
      }
    }
  })
  it('says in its public edition of no review that its code is missing where every review has one', () => {
    const missing = /does not say how the child took part/
    const facts = factsOf(
      aWorld([aChild({ child: '1', episodes: ['2022-05-09 S'], reviews: ['2022-06-06 PN1', '2022-09-01 PN3'] })]),
    )
    for (const isPublic of [false, true]) assert.doesNotMatch(textsOf(written(facts, isPublic)).join('\n'), missing)
  })
  it('has no table in which nothing is shown', () => {
    const report = written(factsOf(aWorld(children), aWorld(children, { year: '2021-22' })), true)
    const blocks = report.sections.flatMap((section) => section.blocks)
    for (const block of blocks) {
      if (block.kind !== 'table') continue
      const texts = block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))
      assert.ok(!texts.includes('c') || texts.some((text) => text !== 'c' && text !== '–'), block.caption)
    }
    assert.ok(textsOf(report).some((text) => text.includes('no number is shown, since each is small')))
  })
  it('compares no shares of few', () => {
    const texts = textsOf(written(factsOf(aWorld(children), aWorld(children, { year: '2021-22' })))).join('\n')
    assert.doesNotMatch(texts, /percentage points? (?:higher|lower)/)
  })
  it('of a year that is not over speaks of its day, never of the year’s end', () => {
    const report = written(factsOf(aWorld(children, { asAt: '2022-11-01' })))
    const text = documentText(report)
    assert.match(text, /There were 3 children looked after on 1 November 2022\./)
    assert.doesNotMatch(text.split('A. IRO annual reports')[0] ?? '', /31 March 2023|year end/)
  })
})
