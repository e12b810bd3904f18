import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { type Rows, registersWith } from '../../../test/support/rows.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { earlyPlacements } from '../registers/earlyPlacements.ts'
import { placementConsultations } from '../registers/placementConsultations.ts'

const early = (...rows: string[]) =>
  [earlyPlacements, 'child,kind,from,extended_date,review_sought_date,decided_date,to', rows] as const
const moves = (...rows: string[]) =>
  [placementConsultations, 'child,kind,move_date,emergency,approved_date,consulted_date', rows] as const

function due(rows: Rows, asAt: string, only = /CLK-REV-2[12]/): string[] {
  const child = aChild({ child: 'C1', episodes: ['2023-01-09 S C2 U3'] })
  const world = { ...aWorld([child], { asAt }), registers: registersWith(rows) }
  return openDeadlines(world)
    .filter(({ clock }) => only.test(clock.id))
    .map(({ clock, due: day, state }) => `${clock.id} ${day.toString()} ${state}`)
}

const cases: { what: string; rows: Rows; asAt: string; only?: RegExp; expected: string[] }[] = [
  {
    what: '16 weeks of a temporary approval',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,,,,')],
    asAt: '2023-06-01',
    expected: ['CLK-REV-21 2023-08-21 running'],
  },
  {
    what: 'overdue the day after they end',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,,,,')],
    asAt: '2023-08-22',
    expected: ['CLK-REV-21 2023-08-21 overdue'],
  },
  {
    what: 'extended once by 8 weeks',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,2023-08-21,,,')],
    asAt: '2023-08-22',
    expected: ['CLK-REV-21 2023-10-16 running'],
  },
  {
    what: 'an extension that is not known yet',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,2023-08-21,,,')],
    asAt: '2023-08-20',
    expected: ['CLK-REV-21 2023-08-21 running'],
  },
  {
    what: 'extended after the approval had run out: not extended',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,2023-08-22,,,')],
    asAt: '2023-09-01',
    expected: ['CLK-REV-21 2023-08-21 overdue'],
  },
  {
    what: 'an independent review is sought: no day ends it',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,2023-08-21,2023-10-01,,')],
    asAt: '2023-11-01',
    expected: [],
  },
  {
    what: 'decided, or ended',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,,,2023-07-01,', 'C1,PARENT,2023-05-02,,,,2023-05-09')],
    asAt: '2023-09-01',
    expected: [],
  },
  {
    what: '10 working days with a parent, two holidays in May',
    rows: [early('C1,PARENT,2023-04-24,,,,')],
    asAt: '2023-04-25',
    expected: ['CLK-REV-21 2023-05-10 running'],
  },
  {
    what: 'the IRO is consulted before a move',
    rows: [moves('C1,OUT_OF_AREA,2023-06-05,,,')],
    asAt: '2023-06-01',
    expected: ['CLK-REV-22 2023-06-05 running'],
  },
  {
    what: 'in an emergency within 5 working days of the approval',
    rows: [moves('C1,KEY_STAGE_4,2023-05-25,Y,2023-05-25,')],
    asAt: '2023-05-26',
    expected: ['CLK-REV-22 2023-06-02 running'],
  },
  {
    what: 'the IRO was consulted',
    rows: [moves('C1,OUT_OF_AREA,2023-06-05,,,2023-06-02')],
    asAt: '2023-06-06',
    expected: [],
  },
  {
    what: 'weekly visits until the first review',
    rows: [early('C1,CONNECTED_PERSON,2023-05-01,,,,')],
    asAt: '2023-05-02',
    only: /CLK-VIS-4/,
    expected: ['CLK-VIS-4 2023-05-08 running'],
  },
]

describe('placements before an assessment, and moves (CLK-REV-21, -22)', () => {
  for (const { what, rows, asAt, only, expected } of cases) {
    test(what, () => {
      assert.deepEqual(due(rows, asAt, only), expected)
    })
  }
})
