import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aWorld } from '../../../test/support/children.ts'
import { type Rows, registersWith } from '../../../test/support/rows.ts'
import { valueOf } from '../../figures/compute.ts'
import type { Settings } from '../../settings/settings.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'
import { fosterHouseholds } from '../registers/fosterHouseholds.ts'
import { fosterReviews } from '../registers/fosterReviews.ts'
import { fosterSurveys } from '../registers/fosterSurveys.ts'
import { carersCountedSetting } from '../settings.ts'
import { fosteringFigures } from './figures.ts'

function value(id: string, rows: Rows, more: { asAt?: string; settings?: Settings } = {}) {
  const figure = fosteringFigures.find((one) => one.id === id)
  assert.ok(figure)
  const {
    value: found,
    numerator,
    denominator,
    reason,
  } = valueOf(figure, {
    ...aWorld([], more),
    registers: registersWith(rows),
  })
  return denominator === null ? (found ?? reason) : [numerator, denominator]
}

const carers = (...rows: string[]) => [fosterCarers, 'carer_ref,approved_date,ceased_date', rows] as const
const reviews = (...rows: string[]) => [fosterReviews, 'carer_ref,kind,status,booked_date,held_date', rows] as const

describe('the figures of foster carers', () => {
  test('an approval that ends on the day of the count is over', () => {
    const rows = [carers('A,2020-01-01,', 'B,2020-01-01,2023-03-31', 'C,2020-01-01,2023-04-01', 'D,2023-04-01,')]
    assert.equal(value('foster.carers', rows), 2)
  })

  test('carers are counted as persons where that is chosen', () => {
    const members = [fosterHouseholds, 'carer_ref,party,person,from,to', ['A,CARER,One,2020-01-01,', 'A,CARER,Two,2020-01-01,', 'A,CARER,Gone,2020-01-01,2022-01-01', 'A,OWN_CHILD,Kid,2020-01-01,']] as const // prettier-ignore
    const rows = [carers('A,2020-01-01,'), members]
    assert.equal(value('foster.carers', rows, { settings: carersCountedSetting.as('persons') }), 2)
  })

  const onTime: [what: string, rows: Rows, expected: unknown, asAt?: string][] = [
    ['on the day itself', [carers('A,2021-05-25,'), reviews('A,FIRST,HELD,,2022-05-25')], [1, 1]],
    ['a day late', [carers('A,2021-05-25,'), reviews('A,FIRST,HELD,,2022-05-26')], [0, 1]],
    ['due and never held', [carers('A,2021-05-25,'), reviews('A,FIRST,PLANNED,2022-05-20,')], [0, 1]],
    ['ended on the day it was due', [carers('A,2021-05-25,2022-05-25'), reviews('B,FIRST,HELD,,2020-01-01')], null],
    ['ended a day later', [carers('A,2021-05-25,2022-05-26'), reviews('A,FIRST,CANCELLED,2022-05-20,')], [0, 1]],
    [
      'another review restarts the year',
      [carers('A,2020-03-01,'), reviews('A,FIRST,HELD,,2021-02-01', 'A,ALLEGATION,HELD,,2021-12-01')],
      [0, 1],
    ],
    ['held before the year, due in it', [carers('A,2021-05-25,'), reviews('A,FIRST,HELD,,2022-03-20')], [1, 2]],
    ['the approval ended before the day: none is due', [carers('A,2021-05-25,2022-05-24'), reviews('A,FIRST,HELD,,2022-05-20')], null], // prettier-ignore
    ['from 29 February', [carers('A,2020-02-29,'), reviews('A,FIRST,HELD,,2021-02-28', 'A,ANNUAL,HELD,,2022-02-28', 'A,ANNUAL,HELD,,2023-02-28')], [1, 1]], // prettier-ignore
    ['due on the last day of the year, held after it', [carers('A,2022-03-31,'), reviews('A,FIRST,HELD,,2023-04-01')], [0, 1], '2023-04-30'], // prettier-ignore
    ['not due yet', [carers('A,2021-05-25,'), reviews('A,FIRST,CANCELLED,2022-05-20,')], null, '2022-05-25'],
  ]
  for (const [what, rows, expected, asAt] of onTime) {
    test(`on time: ${what}`, () => {
      const found = value('foster.reviews_on_time', rows, asAt === undefined ? {} : { asAt })
      if (expected === null) assert.equal(typeof found, 'string')
      else assert.deepEqual(found, expected)
    })
  }

  test('surveys: of those that say how they would rather meet', () => {
    const rows = [carers('A,2020-01-01,'), [fosterSurveys, 'carer_ref,sent_date,returned_date,prefers', ['A,2022-05-01,2022-05-10,IN_PERSON', 'A,2022-06-01,2022-06-10,VIRTUAL', 'A,2022-07-01,,', 'A,2022-08-01,2022-08-02,']]] as const // prettier-ignore
    assert.deepEqual(value('foster.survey', rows), [1, 2])
  })
})
