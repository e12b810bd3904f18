import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frozenFacts } from '../../../../test/support/reportFacts.ts'
import { date } from '../../../kernel/dates.ts'
import type { AimFact } from '../../registers/aims.ts'
import { reportYearOf } from '../reportYear.ts'
import { saidAndDone } from './saidAndDone.ts'

const anAim = (more: Partial<AimFact>): AimFact => ({
  aimRef: 'A1',
  year: '2021-22',
  aim: 'More reviews are held on time',
  difference: null,
  figure: null,
  lead: null,
  dueOn: null,
  outcome: null,
  cameOf: null,
  ...more,
})

/** The texts of the tables that the section prints of these aims. */
function tablesOf(aimsBefore: readonly AimFact[]) {
  const year = reportYearOf({ ...frozenFacts(), told: { aimsBefore, aims: [], stories: [] } }, null)
  return saidAndDone
    .write(year)
    .flatMap((block) => (block.kind === 'table' ? [block] : []))
    .map(({ caption, headings, rows, notes }) => ({
      caption,
      headings,
      rows: rows.map(({ heading, cells }) => [heading, ...cells.map(({ text }) => text)]),
      notes,
    }))
}

describe('what became of last year’s aims', () => {
  it('says who led each, by when, what came of it, and its figure then and now', () => {
    const named = { figure: 'reviews.on_time', lead: 'IRO manager', dueOn: date('2023-03-31') }
    const [aims, figures] = tablesOf([
      anAim({ ...named, outcome: 'PARTLY', cameOf: 'Most were.' }),
      anAim({ aimRef: 'A2', aim: 'Letters in plain words' }),
      anAim({ aimRef: 'A3', aim: 'Something that nobody counts', figure: 'no.such_figure' }),
    ])
    assert.deepEqual(aims?.rows, [
      ['More reviews are held on time', 'IRO manager', '31 March 2023', 'Partly met', 'Most were.', 'Reviews held within timescale'], // prettier-ignore
      ['Letters in plain words', '–', '–', 'Not recorded yet', '–', '–'],
      ['Something that nobody counts', '–', '–', 'Not recorded yet', '–', '–'],
    ])
    assert.deepEqual(aims.notes, ['An aim without an outcome is not done: nobody has recorded what became of it.'])
    assert.deepEqual(figures?.rows, [
      ['Reviews held within timescale', '447 of 462', '96.8%', '432 of 439', '98.4%', '−1.7 points'],
    ])
  })

  it('has no column for figures where no aim names one', () => {
    const [aims, figures] = tablesOf([anAim({ outcome: 'MET' })])
    assert.deepEqual(aims?.headings, ['Aim', 'Who led it', 'By when', 'What became of it', 'What was done, and what came of it']) // prettier-ignore
    assert.deepEqual(aims.notes, [])
    assert.equal(figures, undefined)
  })
})
