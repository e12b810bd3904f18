import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { type Rows, registersWith } from '../../../test/support/rows.ts'
import { people } from '../../children/registers/people.ts'
import { fosterCarers } from '../../fostering/registers/fosterCarers.ts'
import { fosterChecks } from '../../fostering/registers/fosterChecks.ts'
import { fosterReviews } from '../../fostering/registers/fosterReviews.ts'
import { fosteringSetting } from '../../fostering/settings.ts'
import { recommendations } from '../../recording/registers/recommendations.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { type Settings, defaultSettings } from '../../settings/settings.ts'
import { allSignsIn, newSigns } from './signs.ts'

const carers = (...rows: string[]) => [fosterCarers, 'carer_ref,approved_date,ceased_date', rows] as const
const held = (...rows: string[]) =>
  [fosterReviews, 'carer_ref,kind,status,booked_date,held_date,investigation_ended_date', rows] as const
const visits = (...rows: string[]) => [fosterChecks, 'carer_ref,kind,date', rows] as const

/** Left care on the 18th birthday. */
const leaver = aChild({ child: 'L1', bornOn: '2003-10-02', episodes: ['2019-05-01 S C2 U6 2021-10-02'] })

const worldOf = (rows: Rows, asAt: string, settings: Settings = defaultSettings) => ({
  ...aWorld([leaver], { asAt, settings }),
  registers: registersWith(rows),
})
const signsOf = (...of: Parameters<typeof worldOf>) =>
  allSignsIn(worldOf(...of)).map(({ kind, child, subject, since }) => [
    kind,
    child ?? `${subject.kind} ${subject.ref}`,
    since.toString(),
  ])

/** Reviews are kept: so one that is not there was not held. */
const other = held('B,ANNUAL,HELD,,2023-06-01,')

describe('signs of fostering households', () => {
  const cases: [what: string, rows: Rows, asAt: string, expected: unknown[], settings?: Settings][] = [
    ['a review overdue, from the day after it was due', [carers('A,2022-03-01,'), other], '2023-03-02', [['foster_review_overdue', 'household A', '2023-03-02']]], // prettier-ignore
    ['none on the day itself', [carers('A,2022-03-01,'), other], '2023-03-01', []],
    ['none once the approval has ended', [carers('A,2022-03-01,2023-03-20'), other], '2023-04-01', []],
    ['a year from the last review', [carers('A,2021-03-01,'), held('A,FIRST,HELD,,2022-02-01,')], '2023-02-10', [['foster_review_overdue', 'household A', '2023-02-02']]], // prettier-ignore
    [
      'no unannounced visit for a year, where visits are recorded',
      [carers('A,2022-01-10,', 'B,2022-05-02,'), held('A,FIRST,HELD,,2023-01-09,', 'B,FIRST,HELD,,2023-04-01,'), visits('A,UNANNOUNCED_VISIT,2022-04-04', 'B,HEALTH,2022-06-01')], // prettier-ignore
      '2023-05-03',
      [['unannounced_visit_overdue', 'household A', '2023-04-05'], ['unannounced_visit_overdue', 'household B', '2023-05-03']], // prettier-ignore
    ],
    ['an investigation that ended, where no limit is chosen', [carers('A,2022-12-01,'), held('A,ALLEGATION,PLANNED,2023-03-01,,2023-01-03')], '2023-03-01', []], // prettier-ignore
    [
      'an investigation that ended, where one is',
      [carers('A,2022-12-01,'), held('A,ALLEGATION,PLANNED,2023-03-01,,2023-01-03', 'B,ANNUAL,HELD,,2023-03-01,')],
      '2023-03-01',
      [['foster_allegation_unreviewed', 'household A', '2023-02-01']],
      fosteringSetting.as({ ...fosteringSetting.of(defaultSettings), afterInvestigationWorkingDays: 20 }),
    ],
  ]
  for (const [what, rows, asAt, expected, settings] of cases) {
    test(what, () => {
      assert.deepEqual(signsOf(rows, asAt, settings), expected)
    })
  }

  test('what an earlier knowledge did not show is new', () => {
    const now = allSignsIn(worldOf([carers('A,2022-03-01,'), other], '2023-03-02'))
    assert.equal(newSigns(now, []).length, 1)
    assert.deepEqual(newSigns(now, now), [])
  })
})

describe('signs of care leavers', () => {
  const rows = (status: string): Rows => [
    [people, 'child,kind,from,to,dob', [`L1,CARE_LEAVER,2021-10-02,${status},2003-10-02`]],
    [reviews, 'review_ref,child,kind,status,held_date', ['R1,L1,CLA,HELD,2021-08-31', 'R2,L1,PATHWAY_18_25,HELD,2022-02-01']], // prettier-ignore
    [recommendations, 'review_ref,number,text,responsible,due_date', ['R1,1,Old,Worker,2021-09-30', 'R2,1,Bursary,Adviser,2022-03-01']], // prettier-ignore
  ]
  test('a decision of a pathway plan review that is not done, and none of those made in care', () => {
    assert.deepEqual(signsOf(rows(''), '2022-06-01'), [['decision_overdue', 'L1', '2022-03-29']])
  })
  test('a decision about somebody of whom no return tells', () => {
    const of = (kind: string, review: string, to = ''): Rows => [
      [people, 'child,kind,from,to,dob', [`N1,${kind},2021-10-02,${to},`]],
      [reviews, 'review_ref,child,kind,status,held_date', [`R2,N1,${review},HELD,2022-02-01`]],
      [recommendations, 'review_ref,number,text,responsible,due_date', ['R2,1,Bursary,Adviser,2022-03-01']],
    ]
    assert.deepEqual(signsOf(of('CARE_LEAVER', 'PATHWAY_18_25'), '2022-06-01'), [['decision_overdue', 'N1', '2022-03-29']]) // prettier-ignore
    assert.deepEqual(signsOf(of('SUPERVISION_ORDER', 'SUPERVISION_ORDER'), '2022-06-01'), [['decision_overdue', 'N1', '2022-03-29']]) // prettier-ignore
    assert.deepEqual(signsOf(of('SUPERVISION_ORDER', 'SUPERVISION_ORDER', '2022-05-01'), '2022-06-01'), [])
  })
  test('none of someone whom the service does not watch over any more', () => {
    assert.deepEqual(signsOf(rows('2022-05-01'), '2022-06-01'), [])
  })
})
