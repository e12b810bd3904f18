import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { madeUpService } from '../../test/support/madeUpService.ts'
import { factsOf } from '../../test/support/publicEditions.ts'
import { textsOf } from '../../test/support/reportText.ts'
import { shownYear } from '../../test/support/shownYear.ts'
import { untrueIn } from '../../test/support/toldSentences.ts'
import { date } from '../kernel/dates.ts'
import { rooms } from '../main/rooms.ts'
import { writeReport } from './domain/report.ts'

const YEAR = 2023
const parts = rooms.flatMap(({ report = [] }) => report)

/** Whatever reads wrong, of any number. */
const READS_BADLY =
  / {2}|\.\.|\( |^ | $|undefined|NaN|(?<![\d.,–-])\b0 (?!of\b|to\b)[a-zA-Z]|\b1 (?:children|reviews|episodes|starts|IROs|periods|records|care leavers)\b|\bc (?:of|child|review)/

describe('every sentence of the report is true and reads well', () => {
  it('a sentence that is not so is found, and so is one that nobody knows', async () => {
    const service = await madeUpService({ seed: 80, children: 24, firstYear: YEAR, lastYear: YEAR })
    try {
      const world = service.worldOf(YEAR)
      for (const text of [
        '99,999 reviews were held in the year.',
        '1 of 99,999 reviews (0%) were held on time.',
        '97% or more of 99,999 reviews were held on time.',
        'Of the months with 10 reviews or more, May 2023 had the lowest share on time: 1 of 99 reviews (1.0%).',
        '“Returned home” (99,998 of 99,999, 100.0%).',
      ]) {
        assert.match(untrueIn(text, world, null).join(), /^untrue/, text)
      }
      assert.match(untrueIn('There were 99,999 letters.', world, null).join(), /^nobody knows/)
    } finally {
      service.remove()
    }
  })
  for (const { children, firstYear, asAt } of [
    { children: 1, firstYear: YEAR, asAt: undefined },
    { children: 2, firstYear: YEAR - 1, asAt: undefined },
    { children: 3, firstYear: YEAR - 1, asAt: '2023-11-22' },
    { children: 24, firstYear: YEAR - 1, asAt: undefined },
    { children: 90, firstYear: YEAR - 1, asAt: '2023-11-22' },
    { children: 240, firstYear: YEAR - 1, asAt: undefined },
  ]) {
    const when = `${firstYear === YEAR ? 'without the year before' : 'with the year before'}${asAt ? `, as at ${asAt}` : ''}`
    it(`of about ${children} children, ${when}`, async () => {
      const service = await madeUpService({ seed: 80 + children, children, firstYear, lastYear: YEAR })
      try {
        const facts = factsOf(service, YEAR, firstYear, asAt === undefined ? undefined : date(asAt))
        for (const isPublic of [false, true]) {
          const report = writeReport(shownYear(facts, isPublic), new Map(), facts.asAt, parts)
          const now = service.worldOf(YEAR, { asAt: facts.asAt })
          const before =
            firstYear < YEAR ? service.worldOf(YEAR - 1, { asAt: sameDayBefore(facts.asAt.toString()) }) : null
          // Key figures are no sentences: what they show is a figure's value, as in tables.
          for (const text of textsOf(report).filter(
            (one) => !/^(?:\d{4}-\d{2}|1 April [^:]*): |^[\d,c]+ of [\d,c]+$/.test(one),
          )) {
            assert.deepEqual(untrueIn(text, now, before), [], text)
            assert.doesNotMatch(text, READS_BADLY, text)
          }
        }
      } finally {
        service.remove()
      }
    })
  }
})

const sameDayBefore = (day: string) => date(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`)
