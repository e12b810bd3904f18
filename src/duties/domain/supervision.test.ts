import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aWorld } from '../../../test/support/children.ts'
import { registersWith } from '../../../test/support/rows.ts'
import { subjectOf } from '../../clocks/clock.ts'
import { officers } from '../../officers/registers/officers.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { duties } from '../registers/duties.ts'
import { supervisionSetting } from '../settings.ts'

const OFFICERS = [
  'O1,Rowan Hale,IRO,1,2020-01-01,',
  'O2,Sam Ode,IRO_AND_CP_CHAIR,1,2023-01-16,',
  'M1,Lee Tarn,MANAGER,1,2020-01-01,',
  'GONE,Ash Low,IRO,1,2020-01-01,2022-12-31',
]
const monthly = supervisionSetting.as({ months: 1, source: 'Leicester 2020-21' })

/** `O1 2023-02-28 running`, of each officer who is to be supervised. */
function due(asAt: string, held: readonly string[], settings = monthly): string[] {
  const world = {
    ...aWorld([], { asAt, settings, coverage: [] }),
    registers: registersWith([
      [officers, 'officer_id,name,role,fte,start_date,end_date', OFFICERS],
      [duties, 'duty_ref,date,officer_id,kind', held],
    ]),
  }
  return openDeadlines(world).map((deadline) => `${subjectOf(deadline).ref} ${deadline.due.toString()} ${deadline.state}`) // prettier-ignore
}

describe('CLK-IRO-8: an IRO is supervised every month, where the authority says so', () => {
  for (const { why, asAt, held, is } of [
    {
      why: 'a month after the last, or after the first day in post; managers and who has left have none',
      asAt: '2023-02-01',
      held: ['D1,2022-12-05,O1,SUPERVISION', 'D2,2023-01-31,O1,SUPERVISION', 'D3,2023-02-01,O1,TRAINING'],
      is: ['O2 2023-02-16 running', 'O1 2023-02-28 running'],
    },
    {
      why: 'late once work after it is recorded, and from the late day on for the next',
      asAt: '2023-03-20',
      held: ['D1,2023-01-31,O1,SUPERVISION', 'D2,2023-03-06,O1,SUPERVISION', 'D3,2023-03-20,O2,PANEL'],
      is: ['O2 2023-02-16 overdue', 'O1 2023-04-06 running'],
    },
    {
      why: 'late where nothing is recorded since',
      asAt: '2023-03-20',
      held: ['D1,2023-02-01,O1,SUPERVISION', 'D2,2023-02-01,O2,SUPERVISION'],
      is: ['O1 2023-03-01 overdue', 'O2 2023-03-01 overdue'],
    },
    { why: 'what lies ahead of the day is not known on it', asAt: '2023-02-01', held: ['D1,2023-02-10,O1,SUPERVISION'], is: ['O2 2023-02-16 running'] }, // prettier-ignore
  ]) {
    test(why, () => {
      assert.deepEqual(due(asAt, held), is)
    })
  }

  test('by default nothing is due', () => {
    assert.deepEqual(due('2023-02-01', ['D1,2022-12-05,O1,SUPERVISION'], {}), [])
  })
})
