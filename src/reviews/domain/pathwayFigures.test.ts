import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aWorld } from '../../../test/support/children.ts'
import { type Rows, registersWith } from '../../../test/support/rows.ts'
import { people } from '../../children/registers/people.ts'
import { valueOf } from '../../figures/compute.ts'
import { reviews } from '../registers/reviews.ts'
import { pathwayFigures } from './pathwayFigures.ts'

const leavers = (...rows: string[]) => [people, 'child,kind,from,to,dob', rows] as const
const held = (...rows: string[]) =>
  [reviews, 'review_ref,child,kind,status,held_date,participation_code', rows] as const

/** The value, or numerator and denominator, of the year 2022-23. */
function value(id: string, rows: Rows) {
  const figure = pathwayFigures.find((one) => one.id === id)
  assert.ok(figure)
  const world = { ...aWorld([], { asAt: '2023-03-31' }), registers: registersWith(rows) }
  const { value: found, numerator, denominator } = valueOf(figure, world)
  return denominator === null ? found : [numerator, denominator]
}

const cases: { what: string; id: string; rows: Rows; expected: unknown }[] = [
  {
    what: 'someone whom no return names, without a date of birth: 18 on the first day',
    id: 'pathway_reviews.held',
    rows: [leavers('L1,CARE_LEAVER,2022-01-10,,'), held('R1,L1,PATHWAY_18_25,HELD,2022-07-01,PN1')],
    expected: 1,
  },
  {
    what: 'under 21 on the day: on the 21st birthday no more',
    id: 'pathway_reviews.held',
    rows: [
      leavers('L1,CARE_LEAVER,2019-07-01,,', 'L2,CARE_LEAVER,2019-07-01,,2001-07-02'),
      held('R1,L1,PATHWAY_18_25,HELD,2022-07-01,', 'R2,L2,PATHWAY_18_25,HELD,2022-07-01,'),
    ],
    expected: 1,
  },
  {
    what: 'born on 29 February: 21 on 1 March of a common year',
    id: 'pathway_reviews.held',
    rows: [
      leavers('L1,CARE_LEAVER,2020-03-01,,2002-02-28', 'L2,CARE_LEAVER,2022-03-01,,2004-02-29'),
      held('R1,L1,PATHWAY_18_25,HELD,2023-02-28,', 'R2,L2,PATHWAY_18_25,HELD,2023-02-28,'),
    ],
    expected: 1,
  },
  {
    what: 'before the 18th birthday it is none, on it it is one',
    id: 'pathway_reviews.held',
    rows: [
      leavers('L1,CARE_LEAVER,2022-06-02,,2004-06-02'),
      held('R1,L1,PATHWAY_18_25,HELD,2022-06-01,', 'R2,L1,PATHWAY_18_25,HELD,2022-06-02,'),
    ],
    expected: 1,
  },
  {
    what: 'the last review in care carries over: in time on the day six months later',
    id: 'pathway_reviews.on_time',
    rows: [
      leavers('L1,CARE_LEAVER,2022-10-02,,2004-10-02', 'L2,CARE_LEAVER,2022-10-02,,2004-10-02'),
      held(
        'R1,L1,CLA,HELD,2022-08-31,', 'R2,L1,PATHWAY_18_25,HELD,2023-02-28,',
        'R3,L2,CLA,HELD,2022-08-31,', 'R4,L2,PATHWAY_18_25,HELD,2023-03-01,',
      ), // prettier-ignore
    ],
    expected: [1, 2],
  },
  {
    what: 'none known before: in no part of it',
    id: 'pathway_reviews.on_time',
    rows: [leavers('L1,CARE_LEAVER,2022-05-02,,'), held('R1,L1,PATHWAY_18_25,HELD,2022-07-01,', 'R2,L1,PATHWAY_18_25,HELD,2022-12-31,')], // prettier-ignore
    expected: [1, 1],
  },
  {
    what: 'who came back for support is reviewed six months from that day, as the clock says',
    id: 'pathway_reviews.on_time',
    rows: [
      leavers('L1,CARE_LEAVER,2021-02-01,2022-02-01,', 'L1,CARE_LEAVER,2022-09-01,,', 'L2,CARE_LEAVER,2021-02-01,,'),
      held(
        'R1,L1,PATHWAY_18_25,HELD,2021-12-01,', 'R2,L1,PATHWAY_18_25,HELD,2023-03-01,',
        'R3,L2,PATHWAY_18_25,HELD,2021-12-01,', 'R4,L2,PATHWAY_18_25,HELD,2023-03-01,',
      ), // prettier-ignore
    ],
    expected: [1, 2],
  },
  {
    what: 'attended: of those with a code, PN1 to PN4',
    id: 'pathway_reviews.attended',
    rows: [
      leavers('L1,CARE_LEAVER,2022-05-02,,'),
      held('R1,L1,PATHWAY_18_25,HELD,2022-07-01,PN4', 'R2,L1,PATHWAY_18_25,HELD,2022-10-01,PN5', 'R3,L1,PATHWAY_18_25,HELD,2023-01-01,'), // prettier-ignore
    ],
    expected: [1, 2],
  },
]

describe('figures of pathway plan reviews', () => {
  for (const { what, id, rows, expected } of cases) {
    test(`${id}: ${what}`, () => {
      assert.deepEqual(value(id, rows), expected)
    })
  }
})
