import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aWorld } from '../../../test/support/children.ts'
import { type Rows, registersWith } from '../../../test/support/rows.ts'
import type { World } from '../../children/domain/world.ts'
import { people } from '../../children/registers/people.ts'
import { explain } from '../../clocks/explain.ts'
import { oversight } from '../../oversight/registers/oversight.ts'
import { visits } from '../../oversight/registers/visits.ts'
import { supervisionOrdersSetting } from '../../oversight/settings.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import type { Settings } from '../../settings/settings.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'
import { fosterReviews } from '../registers/fosterReviews.ts'
import { fosteringSetting, privateFosteringSetting } from '../settings.ts'

const worldOf = (rows: Rows, asAt: string, settings: Settings = {}): World => ({
  ...aWorld([], { asAt, settings, coverage: [] }),
  registers: registersWith(rows),
})

/** `CLK-FOS-1 2014-09-12 running`, of the clocks of this room. */
const due = (world: World, only: RegExp = /CLK-(?:FOS|PF|OVR-7)/): string[] =>
  openDeadlines(world)
    .filter(({ clock }) => only.test(clock.id))
    .map(({ clock, due: day, state }) => `${clock.id} ${day.toString()} ${state}`)

const blackpool = fosteringSetting.as({ initialReviewMonths: 6, afterInvestigationWorkingDays: 0 })
const afterInvestigation = fosteringSetting.as({ initialReviewMonths: 0, afterInvestigationWorkingDays: 20 })
const carer = (words: string) => `F1,${words}`
const carersOf = (...rows: string[]) => [fosterCarers, 'carer_ref,approved_date,first_placement_date,ceased_date,kind', rows] as const // prettier-ignore
const reviewsOf = (...rows: string[]) =>
  [fosterReviews, 'carer_ref,kind,status,booked_date,held_date,recommendation,investigation_ended_date,decision_date,notice_date', rows] as const // prettier-ignore
/** Another household, so that the register says since when reviews are kept. */
const keptSince = (day: string) => `OTHER,ANNUAL,HELD,,${day},,,,`
const other = 'OTHER,2000-01-01,,2000-02-01,'

interface Case {
  what: string
  rows: Rows
  asAt: string
  settings?: Settings
  expected: readonly string[]
}

const fostering: Case[] = [
  {
    what: 'CLK-FOS-1: a year after the approval',
    rows: [carersOf(carer('2013-09-12,,,'))],
    asAt: '2014-01-10',
    expected: ['CLK-FOS-1 2014-09-12 running'],
  },
  {
    what: 'CLK-FOS-1: overdue where reviews are kept',
    rows: [carersOf(carer('2013-09-12,,,'), other), reviewsOf(keptSince('2014-01-01'))],
    asAt: '2014-09-13',
    expected: ['CLK-FOS-1 2014-09-12 overdue'],
  },
  {
    what: 'CLK-FOS-1: not known where nobody keeps reviews',
    rows: [carersOf(carer('2013-09-12,,,'))],
    asAt: '2014-09-13',
    expected: [],
  },
  {
    what: 'CLK-FOS-2: the same day of the next year, or the last of the month',
    rows: [carersOf(carer('2020-03-03,,,')), reviewsOf('F1,ANNUAL,HELD,,2023-02-28,CONTINUE,,,')],
    asAt: '2023-06-01',
    expected: ['CLK-FOS-2 2024-02-28 running'],
  },
  {
    what: 'CLK-FOS-2: from 29 February',
    rows: [carersOf(carer('2020-03-03,,,')), reviewsOf('F1,ANNUAL,HELD,,2024-02-29,CONTINUE,,,')],
    asAt: '2024-06-01',
    expected: ['CLK-FOS-2 2025-02-28 running'],
  },
  {
    what: 'CLK-FOS-2: a review of any kind restarts the year; one held later is not yet seen',
    rows: [
      carersOf(carer('2020-03-03,,,')),
      reviewsOf(
        'F1,ANNUAL,HELD,,2023-02-28,,,,',
        'F1,ALLEGATION,HELD,,2023-05-10,,,,',
        'F1,CHANGE,HELD,,2023-08-01,,,,',
      ),
    ],
    asAt: '2023-06-01',
    expected: ['CLK-FOS-2 2024-05-10 running'],
  },
  {
    what: 'CLK-FOS-1: approved again, and reviews of the approval before do not count',
    rows: [
      carersOf(carer('2023-09-01,,,')),
      reviewsOf('F1,FIRST,HELD,,2021-02-28,,,,', 'F1,ANNUAL,HELD,,2022-02-28,,,,'),
    ],
    asAt: '2023-10-01',
    expected: ['CLK-FOS-1 2024-09-01 running'],
  },
  {
    what: 'nothing is asked of a household whose approval has ended',
    rows: [carersOf(carer('2020-03-03,,2023-05-01,')), reviewsOf('F1,ANNUAL,HELD,,2022-02-28,,,,')],
    asAt: '2023-06-01',
    expected: [],
  },
  {
    what: 'nothing of a household that is approved later',
    rows: [carersOf(carer('2023-07-03,,,'))],
    asAt: '2023-06-01',
    expected: [],
  },
  {
    what: 'CLK-FOS-3: off unless chosen',
    rows: [carersOf(carer('2013-08-01,2013-08-31,,'))],
    asAt: '2013-10-01',
    expected: ['CLK-FOS-1 2014-08-01 running'],
  },
  {
    what: 'CLK-FOS-3: six months after the first placement, beside the year',
    rows: [carersOf(carer('2013-08-01,2013-08-31,,'))],
    asAt: '2013-10-01',
    settings: blackpool,
    expected: ['CLK-FOS-3 2014-02-28 running', 'CLK-FOS-1 2014-08-01 running'],
  },
  {
    what: 'CLK-FOS-3: a review before its four weeks does not count as it',
    rows: [carersOf(carer('2013-08-01,2013-08-31,,')), reviewsOf('F1,CHANGE,HELD,,2014-01-30,,,,')],
    asAt: '2014-02-01',
    settings: blackpool,
    expected: ['CLK-FOS-3 2014-02-28 running', 'CLK-FOS-2 2015-01-30 running'],
  },
  {
    what: 'CLK-FOS-3: met in its four weeks',
    rows: [carersOf(carer('2013-08-01,2013-08-31,,')), reviewsOf('F1,FIRST,HELD,,2014-01-31,,,,')],
    asAt: '2014-02-01',
    settings: blackpool,
    expected: ['CLK-FOS-2 2015-01-31 running'],
  },
  {
    what: 'CLK-FOS-4: 20 working days from the end of the investigation, where chosen',
    rows: [carersOf(carer('2023-03-01,,,')), reviewsOf('F1,ALLEGATION,PLANNED,2024-01-08,,,2023-12-08,,')],
    asAt: '2023-12-11',
    settings: afterInvestigation,
    expected: ['CLK-FOS-4 2024-01-10 running', 'CLK-FOS-1 2024-03-01 running'],
  },
  {
    what: 'CLK-FOS-4: waits while the investigation goes on',
    rows: [carersOf(carer('2023-03-01,,,')), reviewsOf('F1,ALLEGATION,PLANNED,2024-01-08,,,2023-12-08,,')],
    asAt: '2023-12-07',
    settings: afterInvestigation,
    expected: ['CLK-FOS-1 2024-03-01 running'],
  },
  {
    what: 'CLK-FOS-4: met by the review, though under the day it was held and not the day it was booked for',
    rows: [
      carersOf(carer('2023-03-01,,,')),
      reviewsOf(
        'F1,ALLEGATION,PLANNED,2024-01-08,,,2023-12-08,,',
        'F1,ALLEGATION,HELD,2024-01-08,2024-01-10,,2023-12-08,,',
      ),
    ],
    asAt: '2024-01-11',
    settings: afterInvestigation,
    expected: ['CLK-FOS-2 2025-01-10 running'],
  },
  {
    what: 'CLK-FOS-5: 28 days from the written notice of a proposal',
    rows: [carersOf(carer('2020-03-03,,,')), reviewsOf('F1,ANNUAL,HELD,,2023-05-02,TERMINATE,,,2023-05-10')],
    asAt: '2023-05-11',
    expected: ['CLK-FOS-5 2023-06-07 running', 'CLK-FOS-2 2024-05-02 running'],
  },
  {
    what: 'CLK-FOS-5: no notice of a proposal, where the approval continues',
    rows: [carersOf(carer('2020-03-03,,,')), reviewsOf('F1,ANNUAL,HELD,,2023-05-02,CONTINUE,,2023-05-05,2023-05-10')],
    asAt: '2023-05-11',
    expected: ['CLK-FOS-2 2024-05-02 running'],
  },
  {
    what: 'CLK-FOS-5: over with the decision',
    rows: [
      carersOf(carer('2020-03-03,,,')),
      reviewsOf('F1,ANNUAL,HELD,,2023-05-02,CHANGE_TERMS,,2023-06-01,2023-05-10'),
    ],
    asAt: '2023-06-02',
    expected: ['CLK-FOS-2 2024-05-02 running'],
  },
]

const personOf = (...rows: string[]) => [people, 'child,kind,from,to,dob,planned_from', rows] as const
const visitsOf = (...rows: string[]) => [visits, 'child,date,kind', rows] as const
const reports = privateFosteringSetting.as({ reportMonths: 3, visitsCountFrom: 'first_visit' })
const fromAware = privateFosteringSetting.as({ reportMonths: 0, visitsCountFrom: 'aware' })

const privately: Case[] = [
  {
    what: 'CLK-PF-1: six weeks before the arrangement is to begin',
    rows: [personOf('P1,PRIVATE_FOSTERING,2024-04-01,,,2024-06-03')],
    asAt: '2024-04-02',
    expected: ['CLK-PF-2 2024-04-10 running', 'CLK-PF-1 2024-04-22 running'],
  },
  {
    what: 'CLK-PF-2: seven working days from the notice, holidays skipped',
    rows: [personOf('P1,PRIVATE_FOSTERING,2023-04-28,,,')],
    asAt: '2023-04-29',
    expected: ['CLK-PF-2 2023-05-11 running'],
  },
  {
    what: 'CLK-PF-2: overdue where visits are kept',
    rows: [
      personOf('P1,PRIVATE_FOSTERING,2023-04-28,,,'),
      visitsOf('P2,2023-01-09,PRIVATE_FOSTERING'),
      personOf('P2,PRIVATE_FOSTERING,2023-01-02,2023-02-01,,'),
    ],
    asAt: '2023-05-12',
    expected: ['CLK-PF-2 2023-05-11 overdue'],
  },
  {
    what: 'CLK-PF-3: six weeks from the first visit',
    rows: [
      personOf('P1,PRIVATE_FOSTERING,2023-05-15,,,'),
      visitsOf('P1,2023-05-22,PRIVATE_FOSTERING', 'P1,2023-05-25,SOCIAL_WORK'),
    ],
    asAt: '2023-06-01',
    expected: ['CLK-PF-3 2023-07-03 running'],
  },
  {
    what: 'CLK-PF-3: from the day the authority became aware, where chosen',
    rows: [personOf('P1,PRIVATE_FOSTERING,2023-05-15,,,')],
    asAt: '2023-05-16',
    settings: fromAware,
    expected: ['CLK-PF-2 2023-05-24 running', 'CLK-PF-3 2023-06-26 running'],
  },
  {
    what: 'CLK-PF-3: twelve weeks after the first year',
    rows: [
      personOf('P1,PRIVATE_FOSTERING,2023-05-15,,,'),
      visitsOf('P1,2023-05-22,PRIVATE_FOSTERING', 'P1,2024-05-20,PRIVATE_FOSTERING'),
    ],
    asAt: '2024-05-21',
    expected: ['CLK-PF-3 2024-08-12 running'],
  },
  {
    what: 'CLK-PF-3: an interval over the anniversary has the limit of the day on which it began',
    rows: [personOf('P1,PRIVATE_FOSTERING,2023-05-15,,,'), visitsOf('P1,2024-05-14,PRIVATE_FOSTERING')],
    asAt: '2024-05-21',
    expected: ['CLK-PF-3 2024-06-25 running'],
  },
  {
    what: 'nothing is asked once the arrangement has ended',
    rows: [personOf('P1,PRIVATE_FOSTERING,2023-05-15,2023-06-01,,')],
    asAt: '2023-06-01',
    expected: [],
  },
  {
    what: 'CLK-OVR-7: every three months, where chosen',
    rows: [
      personOf('P1,PRIVATE_FOSTERING,2023-05-15,,,'),
      visitsOf('P1,2023-05-22,PRIVATE_FOSTERING'),
      [reviews, 'review_ref,child,kind,status,held_date', ['R1,P1,PRIVATE_FOSTERING,HELD,2023-06-30']],
    ],
    asAt: '2023-07-01',
    settings: reports,
    expected: ['CLK-PF-3 2023-07-03 running', 'CLK-OVR-7 2023-09-30 running'],
  },
]

describe('deadlines of fostering', () => {
  for (const { what, rows, asAt, settings, expected } of [...fostering, ...privately]) {
    test(what, () => {
      assert.deepEqual(due(worldOf(rows, asAt, settings)), expected)
    })
  }

  test('are about the household, and explain themselves', () => {
    const world = worldOf([carersOf(carer('2013-09-12,,,'))], '2014-01-10')
    const [deadline] = openDeadlines(world)
    assert.ok(deadline)
    assert.deepEqual([deadline.child, deadline.subject], [null, { kind: 'household', ref: 'F1' }])
    assert.match(explain(deadline, world.holidays), /due by Friday 12 September 2014.*the approval.*regulation 28/)
  })
})

const reviewRows = (...rows: string[]) => [reviews, 'review_ref,child,kind,status,held_date', rows] as const
const orders = supervisionOrdersSetting.as({ isOn: true, months: 3, source: '' })

const others: Case[] = [
  {
    what: 'CLK-PF-1 to -3: over on the 18th birthday, where it is known',
    rows: [personOf('P1,PRIVATE_FOSTERING,2023-05-15,,2005-06-01,'), visitsOf('P1,2023-05-22,PRIVATE_FOSTERING')],
    asAt: '2023-06-01',
    expected: [],
  },
  {
    what: 'CLK-PF-2: of another arrangement, visits to the one before are none',
    rows: [
      personOf('P1,PRIVATE_FOSTERING,2022-05-15,2022-09-01,,', 'P1,PRIVATE_FOSTERING,2023-04-28,,,'),
      visitsOf('P1,2022-05-22,PRIVATE_FOSTERING'),
    ],
    asAt: '2023-04-29',
    expected: ['CLK-PF-2 2023-05-11 running'],
  },
  {
    what: 'CLK-OVR-6: three months from the order, clipped in a leap year',
    rows: [personOf('S1,SUPERVISION_ORDER,2023-11-30,,2015-01-01,')],
    asAt: '2024-01-10',
    settings: orders,
    expected: ['CLK-OVR-6 2024-02-29 running'],
  },
  {
    what: 'CLK-OVR-6: then three months from each actual date, an entry or a review of the order',
    rows: [
      personOf('S1,SUPERVISION_ORDER,2023-11-30,,2015-01-01,'),
      [oversight, 'child,date,kind,officer_id', ['S1,2024-02-20,FOOTPRINT,']],
      reviewRows('R1,S1,SUPERVISION_ORDER,HELD,2024-05-31'),
    ],
    asAt: '2024-06-01',
    settings: orders,
    expected: ['CLK-OVR-6 2024-08-31 running'],
  },
  {
    what: 'CLK-OVR-6: over on the 18th birthday',
    rows: [personOf('S1,SUPERVISION_ORDER,2023-11-30,,2006-01-10,')],
    asAt: '2024-01-10',
    settings: orders,
    expected: [],
  },
  {
    what: 'CLK-REV-20: the last review in care is carried over',
    rows: [personOf('L1,CARE_LEAVER,2023-10-02,,2005-10-02,'), reviewRows('R1,L1,CLA,HELD,2023-08-31')],
    asAt: '2024-02-29',
    expected: ['CLK-REV-20 2024-02-29 running'],
  },
  {
    what: 'CLK-REV-20: overdue the day after, though no pathway plan review was ever held',
    rows: [personOf('L1,CARE_LEAVER,2023-10-02,,2005-10-02,'), reviewRows('R1,L1,CLA,HELD,2023-08-31')],
    asAt: '2024-03-01',
    expected: ['CLK-REV-20 2024-02-29 overdue'],
  },
  {
    what: 'CLK-REV-20: a review of the child’s case on the 18th birthday is none',
    rows: [
      personOf('L1,CARE_LEAVER,2023-10-02,,2005-10-02,'),
      reviewRows('R1,L1,CLA,HELD,2023-08-31', 'R2,L1,CLA,HELD,2023-10-02'),
    ],
    asAt: '2024-01-01',
    expected: ['CLK-REV-20 2024-02-29 running'],
  },
  {
    what: 'CLK-REV-20: six months from the last pathway plan review, in a leap year',
    rows: [
      personOf('L1,CARE_LEAVER,2022-08-30,,,'),
      reviewRows('R1,L1,PATHWAY_18_25,HELD,2023-02-27', 'R2,L1,PATHWAY_18_25,HELD,2023-08-30'),
    ],
    asAt: '2023-09-01',
    expected: ['CLK-REV-20 2024-02-29 running'],
  },
  {
    what: 'CLK-REV-20: a planned or cancelled review is none',
    rows: [
      personOf('L1,CARE_LEAVER,2022-08-30,,,'),
      reviewRows('R1,L1,PATHWAY_18_25,HELD,2023-02-27', 'R2,L1,PATHWAY_18_25,CANCELLED,2023-08-30'),
    ],
    asAt: '2023-08-31',
    expected: ['CLK-REV-20 2023-08-27 overdue'],
  },
  {
    what: 'CLK-REV-20: of someone who came back for support, from that day',
    rows: [
      personOf('L1,CARE_LEAVER,2020-05-04,2022-05-04,,', 'L1,CARE_LEAVER,2023-06-05,,,'),
      reviewRows('R1,L1,PATHWAY_18_25,HELD,2022-03-01'),
    ],
    asAt: '2023-07-01',
    expected: ['CLK-REV-20 2023-12-05 running'],
  },
  {
    what: 'CLK-REV-20: over on the 25th birthday',
    rows: [personOf('L1,CARE_LEAVER,2016-06-01,,1998-06-01,'), reviewRows('R1,L1,PATHWAY_18_25,HELD,2023-03-01')],
    asAt: '2023-06-01',
    expected: [],
  },
]

describe('deadlines of others whom the service watches over', () => {
  for (const { what, rows, asAt, settings, expected } of others) {
    test(what, () => {
      assert.deepEqual(due(worldOf(rows, asAt, settings), /CLK-(?:PF|OVR-6|REV-20)/), expected)
    })
  }
})

test('a leaver’s first pathway plan review after 18 follows the last review in care (CLK-REV-20)', () => {
  const world = worldOf(
    [
      personOf('L1,CARE_LEAVER,2023-10-02,,2005-10-02,'),
      [reviews, 'review_ref,child,kind,status,held_date', ['R1,L1,CLA,HELD,2023-08-31']],
    ],
    '2023-11-01',
  )
  assert.deepEqual(due(world, /CLK-REV-20/), ['CLK-REV-20 2024-02-29 running'])
})
