import { reviewKinds } from './deadlineKinds.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ChildInWords, aChild, aWorld, episode } from '../../../test/support/children.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import { explain } from '../../clocks/explain.ts'
import { valueOf } from '../../figures/compute.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { defaultSettings, type Settings } from '../../settings/settings.ts'
import { reviewsPresets } from '../settings.ts'
import { reviewFigures } from './figures.ts'
import { cycleOf } from './world.ts'

const settingsOf = (preset: string): Settings =>
  reviewsPresets.find(({ name }) => name === preset)?.settings ?? defaultSettings

interface Asked {
  asAt: string
  settings?: Settings
  coverage?: readonly ReturnCoverage[]
}

function followed(child: ChildInWords, asked: Asked) {
  const world = aWorld([aChild(child)], asked)
  const [history] = world.histories
  assert.ok(history)
  const cycle = cycleOf(world, history)
  const deadlines = openDeadlinesOf(world, history.record.child)
  return {
    held: cycle.held.map((review) => ({
      on: review.heldOn.toString(),
      due: review.judgedBy?.due.toString() ?? null,
      isOnTime: review.isOnTime,
      position: review.position,
    })),
    findings: cycle.findings.map((finding) => finding.code),
    review: deadlines.find((deadline) => deadline.clock.kind === reviewKinds.review) ?? null,
    deadlines,
    holidays: world.holidays,
  }
}

/** The one review deadline, as clock, due date and practical date. */
function due(child: ChildInWords, asked: Asked) {
  const { review } = followed(child, asked)
  return review && [review.clock.id, review.due.toString(), review.latestPractical?.toString()]
}

describe('the first review, and when it counts as held (CLK-REV-1)', () => {
  const cases = [
    {
      why: 'two May holidays in the way, held in time',
      from: '2023-04-11',
      held: '2023-05-10',
      due: '2023-05-11',
      isOnTime: true,
    },
    { why: 'held two working days late', from: '2022-08-26', held: '2022-09-29', due: '2022-09-27', isOnTime: false },
    { why: 'looked after from a Saturday', from: '2024-12-14', held: '2025-01-13', due: '2025-01-15', isOnTime: true },
    { why: 'on the due date itself', from: '2022-05-09', held: '2022-06-08', due: '2022-06-08', isOnTime: true },
  ]
  for (const { why, from, held, due: dueOn, isOnTime } of cases) {
    it(why, () => {
      const { held: reviews } = followed({ episodes: [`${from}.. S C1`], reviews: [held] }, { asAt: '2025-03-31' })
      assert.deepEqual(reviews, [{ on: held, due: dueOn, isOnTime, position: 'first' }])
    })
  }
  it('a meeting before the child was looked after does not count, and is a finding', () => {
    const { held, findings } = followed(
      { episodes: ['2023-04-11.. S'], reviews: ['2023-04-10'] },
      { asAt: '2023-04-20' },
    )
    assert.deepEqual([held, findings], [[], ['review_outside_care']])
  })
  it('a review on the day on which care ended is one of that care', () => {
    const child = { episodes: ['2023-04-11..2023-05-10 S C2 U6 E4A'], reviews: ['2023-05-10', '2023-05-11'] }
    const { held, findings } = followed(child, { asAt: '2023-06-30' })
    assert.deepEqual(held, [{ on: '2023-05-10', due: '2023-05-11', isOnTime: true, position: 'first' }])
    assert.deepEqual(findings, ['review_outside_care'])
  })
  it('where the child came back that day, it is one of the care that then began', () => {
    const child = { episodes: ['2023-04-11..2023-05-10 S C2 U6 E4A', '2023-05-10.. S'], reviews: ['2023-05-10'] }
    assert.deepEqual(due(child, { asAt: '2023-05-12' })?.slice(0, 2), ['CLK-REV-2', '2023-08-10'])
  })
  it('how a child took part is what the age on the day leaves of the code', () => {
    const world = aWorld(
      [
        aChild({
          bornOn: '2019-05-10',
          episodes: ['2023-01-11.. S'],
          reviews: ['2023-02-01 PN1', '2023-05-09 PN0', '2023-05-10 PN0', '2023-06-01 PN2'],
        }),
      ],
      { asAt: '2023-06-30' },
    )
    const cycle = cycleOf(world, world.histories[0] ?? assert.fail())
    assert.deepEqual(
      cycle.held.map(({ participation }) => participation),
      ['PN0', 'PN0', 'not_recorded', 'PN2'],
    )
    assert.deepEqual(
      cycle.findings.map(({ code }) => code),
      ['participation_against_age', 'participation_against_age'],
    )
  })
  it('its explanation names the paragraph and says what is skipped, without a doubt of the law and nothing twice', () => {
    const { review, holidays } = followed({ episodes: ['2022-05-09.. S E1 A6'] }, { asAt: '2022-05-10' })
    assert.ok(review)
    const why = explain(review, holidays)
    assert.match(why, /regulation 36\(3\)\(a\)\./)
    const first = followed({ episodes: ['2022-05-09.. S C2 U6'] }, { asAt: '2022-05-10' })
    const dental = first.deadlines.find(({ clock }) => clock.id === 'CLK-CPI-3')
    assert.ok(first.review && dental)
    assert.match(explain(first.review, holidays), /weekends skipped/)
    assert.doesNotMatch(explain(dental, holidays), /last one|likely/)
  })
  it('lapses where the child ceases on or before the due date', () => {
    const { review, held } = followed({ episodes: ['2023-04-11..2023-05-11 S C2 U6 E4A'] }, { asAt: '2023-06-30' })
    assert.deepEqual([review, held], [null, []])
  })
  it('is overdue from the day after it was due', () => {
    const child = { episodes: ['2022-05-09.. S'] }
    assert.equal(followed(child, { asAt: '2022-06-08' }).review?.state, 'running')
    const late = followed(child, { asAt: '2022-06-11' }).review
    assert.deepEqual([late?.state, late?.daysLate], ['overdue', 3])
  })
})

describe('the second review (CLK-REV-2) and later ones (CLK-REV-3)', () => {
  const cases = [
    { why: 'three months from the day held', reviews: ['2023-05-10'], next: ['CLK-REV-2', '2023-08-10', '2023-08-10'] },
    { why: 'at the end of a short month', reviews: ['2023-11-30'], next: ['CLK-REV-2', '2024-02-29', '2024-02-29'] },
    {
      why: 'on a Saturday: practical on the Friday',
      reviews: ['2023-06-23'],
      next: ['CLK-REV-2', '2023-09-23', '2023-09-22'],
    },
    {
      why: 'six months, clipped',
      reviews: ['2023-05-31', '2023-08-31'],
      next: ['CLK-REV-3', '2024-02-29', '2024-02-29'],
    },
    {
      why: 'six months, on a Sunday',
      reviews: ['2022-07-01', '2022-09-26'],
      next: ['CLK-REV-3', '2023-03-26', '2023-03-24'],
    },
    {
      why: 'six months, on a bank holiday',
      reviews: ['2023-08-10', '2023-11-06'],
      next: ['CLK-REV-3', '2024-05-06', '2024-05-03'],
    },
  ]
  for (const { why, reviews, next } of cases) {
    it(why, () => {
      const last = reviews.at(-1) ?? ''
      assert.deepEqual(due({ episodes: ['2022-06-01.. S'], reviews }, { asAt: last }), next)
    })
  }
  it('the full chain of the rulebook: a late review sets the next date from when it was held', () => {
    const reviews = ['2022-06-06', '2022-09-01', '2023-03-08']
    const { held, review } = followed({ episodes: ['2022-05-09.. S'], reviews }, { asAt: '2023-03-31' })
    assert.deepEqual(held, [
      { on: '2022-06-06', due: '2022-06-08', isOnTime: true, position: 'first' },
      { on: '2022-09-01', due: '2022-09-06', isOnTime: true, position: 'second' },
      { on: '2023-03-08', due: '2023-03-01', isOnTime: false, position: 'later' },
    ])
    assert.equal(review?.due.toString(), '2023-09-08')
  })
  it('the same day twice is one review', () => {
    const { held } = followed(
      { episodes: ['2022-05-09.. S'], reviews: ['2022-06-06 PN7', '2022-06-06 PN1'] },
      { asAt: '2022-07-01' },
    )
    assert.equal(held.length, 1)
  })
})

describe('what restarts the cycle, and what does not (CLK-REV-4, CLK-REV-5)', () => {
  for (const change of ['L C2 U6', 'P C1 U4', 'T C1 U6', 'B C2 K2', 'U C2 U6']) {
    it(`an episode with reason ${change.slice(0, 1)} does not`, () => {
      const child = { episodes: ['2022-05-09..2022-06-20 S C1 U6', `2022-06-20.. ${change}`], reviews: ['2022-06-06'] }
      assert.deepEqual(due(child, { asAt: '2022-07-01' }), ['CLK-REV-2', '2022-09-06', '2022-09-06'])
    })
  }
  it('going missing and a stay in hospital do not', () => {
    const child = {
      episodes: ['2022-05-09..2022-06-10 S C1 U6', '2022-06-10..2022-06-20 T C1 T1', '2022-06-20.. T C1 U6'],
      reviews: ['2022-06-06'],
    }
    assert.deepEqual(due(child, { asAt: '2022-07-01' }), ['CLK-REV-2', '2022-09-06', '2022-09-06'])
  })
  it('coming back into care does: everything starts afresh', () => {
    const child = {
      episodes: ['2022-05-09..2023-06-30 S C2 U6 E4A', '2023-08-14.. S C2 U6'],
      reviews: ['2022-06-06', '2022-09-01', '2023-02-20'],
    }
    assert.deepEqual(due(child, { asAt: '2023-08-20' }), ['CLK-REV-1', '2023-09-12', '2023-09-12'])
  })
  it('a remand starts it like any other start (CLK-REV-18)', () => {
    assert.deepEqual(due({ episodes: ['2022-09-09.. S J1 U6'] }, { asAt: '2022-09-12' }), [
      'CLK-REV-1',
      '2022-10-10',
      '2022-10-10',
    ])
  })
  it('a remand within a period of care does not', () => {
    const child = {
      episodes: ['2022-05-09..2022-07-01 S C2 U6', '2022-07-01..2022-08-01 B J1 R5', '2022-08-01.. B C2 U6'],
      reviews: ['2022-06-06'],
    }
    assert.deepEqual(due(child, { asAt: '2022-08-10' }), ['CLK-REV-2', '2022-09-06', '2022-09-06'])
  })
})

describe('adoption (CLK-REV-15 to 17)', () => {
  it('authorised: the earlier of the two rules holds, and the other is said', () => {
    const child = {
      episodes: ['2022-05-09..2023-03-31 S C2 U6', '2023-03-31.. L E1 U6'],
      reviews: ['2022-06-06', '2022-09-06', '2022-12-14'],
    }
    const { review, holidays } = followed(child, { asAt: '2023-04-01' })
    assert.deepEqual([review?.clock.id, review?.due.toString()], ['CLK-REV-3', '2023-06-14'])
    assert.ok(review)
    assert.match(explain(review, holidays), /Another rule gives a later date, 30 June 2023/)
  })
  it('authorised, the ordinary review due later: three months from the order', () => {
    const child = {
      episodes: ['2022-05-09..2023-03-31 S C2 U6', '2023-03-31.. L E1 U6'],
      reviews: ['2022-06-06', '2022-09-06', '2023-03-01'],
    }
    assert.deepEqual(due(child, { asAt: '2023-04-01' }), ['CLK-REV-15', '2023-06-30', '2023-06-30'])
  })
  it('ordinary reviews may end at authority to place, by setting', () => {
    const child = {
      episodes: ['2022-05-09..2023-03-31 S C2 U6', '2023-03-31.. L E1 U6'],
      reviews: ['2022-06-06', '2022-09-06', '2022-12-14'],
    }
    assert.deepEqual(due(child, { asAt: '2023-04-01', settings: { ordinaryCycleEndsAt: 'authorised' } }), [
      'CLK-REV-15',
      '2023-06-30',
      '2023-06-30',
    ])
  })
  it('authority that ended asks for nothing any more: the ordinary cycle alone holds', () => {
    const child = {
      episodes: ['2022-01-10..2022-06-01 S C2 U6', '2022-06-01..2022-07-01 L E1 U6', '2022-07-01.. L C2 U6'],
      reviews: ['2022-02-01', '2022-04-28'],
    }
    for (const settings of [{}, { ordinaryCycleEndsAt: 'authorised' }] as const) {
      assert.deepEqual(due(child, { asAt: '2022-07-02', settings })?.slice(0, 2), ['CLK-REV-3', '2022-10-28'])
    }
    assert.deepEqual(due(child, { asAt: '2022-06-30' })?.slice(0, 2), ['CLK-REV-15', '2022-09-01'])
    const again = {
      ...child,
      episodes: [...child.episodes.slice(0, 2), '2022-07-01..2022-08-01 L C2 U6', '2022-08-01.. L E1 U6'],
    }
    assert.deepEqual(
      due(again, { asAt: '2022-08-02' })?.slice(0, 2),
      ['CLK-REV-3', '2022-10-28'],
      'counted from the authority that holds',
    )
  })
  it('placed: 28 days, then three months, then six', () => {
    const child = (reviews: string[]) => ({
      episodes: ['2022-05-09..2023-04-11 S E1 U6', '2023-04-11.. P E1 A6'],
      reviews: ['2022-06-06', '2022-09-06', '2023-03-01', ...reviews],
    })
    assert.deepEqual(due(child([]), { asAt: '2023-04-12' })?.slice(0, 2), ['CLK-REV-16', '2023-05-09'])
    assert.deepEqual(due(child(['2023-05-05']), { asAt: '2023-05-06' })?.slice(0, 2), ['CLK-REV-16', '2023-08-05'])
    assert.deepEqual(due(child(['2023-05-05', '2023-08-01']), { asAt: '2023-08-02' })?.slice(0, 2), [
      'CLK-REV-16',
      '2024-02-01',
    ])
  })
  it('a review already overdue when the child is placed stays overdue', () => {
    const child = {
      episodes: ['2022-05-09..2023-04-11 S E1 U6', '2023-04-11.. P E1 A6'],
      reviews: ['2022-06-06', '2022-09-06'],
    }
    assert.deepEqual(due(child, { asAt: '2023-04-12' })?.slice(0, 2), ['CLK-REV-3', '2023-03-06'])
  })
  it('so does one that only the placement order asked for by then, and the late review is judged by it', () => {
    const child = (reviews: string[]) => ({
      episodes: ['2022-05-09..2022-12-19 S C2 U6', '2022-12-19..2023-03-24 L E1 U6', '2023-03-24.. P E1 A6'],
      reviews: ['2022-06-06', '2022-09-06', '2022-12-14', ...reviews],
    })
    assert.deepEqual(due(child([]), { asAt: '2023-03-31' })?.slice(0, 2), ['CLK-REV-15', '2023-03-19'])
    const { held, review } = followed(child(['2023-04-03']), { asAt: '2023-04-04' })
    assert.deepEqual([held.at(-1)?.due, held.at(-1)?.isOnTime], ['2023-03-19', false])
    assert.deepEqual([review?.clock.id, review?.due.toString()], ['CLK-REV-16', '2023-07-03'])
  })
  it('placed by a move from the second adoptive status: the placement is one', () => {
    const child = {
      episodes: ['2022-05-09..2023-04-11 S E1 U5', '2023-04-11..2023-06-01 U E1 A5', '2023-06-01.. L E1 A5'],
      reviews: ['2022-06-06', '2022-09-06', '2023-03-01', '2023-05-05'],
    }
    assert.deepEqual(due(child, { asAt: '2023-06-02' })?.slice(0, 2), ['CLK-REV-16', '2023-08-05'])
  })
  it('returned: a window from 28 to 42 days', () => {
    const child = (reviews: string[]) => ({
      episodes: ['2022-05-09..2023-04-11 S E1 U6', '2023-04-11..2023-09-04 P E1 A6', '2023-09-04.. P E1 U6'],
      reviews: ['2022-06-06', '2022-09-06', '2023-03-01', '2023-05-05', '2023-08-01', ...reviews],
    })
    const { review } = followed(child([]), { asAt: '2023-09-05' })
    assert.deepEqual(
      [review?.clock.id, review?.notBefore?.toString(), review?.due.toString()],
      ['CLK-REV-17', '2023-10-02', '2023-10-16'],
    )
    assert.equal(
      due(child(['2023-09-20']), { asAt: '2023-09-21' })?.[0],
      'CLK-REV-17',
      'a review before day 28 does not satisfy it',
    )
    assert.deepEqual(due(child(['2023-10-10']), { asAt: '2023-10-11' })?.slice(0, 2), ['CLK-REV-3', '2024-04-10'])
  })
})

describe('moves, by local rule (CLK-REV-6)', () => {
  const moved = episode('2022-09-08.. P C2 U6')
  const child = {
    episodes: [episode('2022-01-04..2022-09-08 S C2 U6', { reasonPlacementChanged: 'CREQB' }), moved],
    reviews: ['2022-02-01', '2022-04-12', '2022-07-12'],
  }
  it('no rule: the statutory date', () => {
    assert.deepEqual(due(child, { asAt: '2022-09-10' })?.slice(0, 2), ['CLK-REV-3', '2023-01-12'])
  })
  it('Leicester: 20 working days from an emergency move, with both dates in the explanation', () => {
    const { review, holidays } = followed(child, { asAt: '2022-09-10', settings: settingsOf('leicester') })
    assert.deepEqual([review?.clock.id, review?.due.toString()], ['CLK-REV-6', '2022-10-07'])
    assert.ok(review)
    const why = explain(review, holidays)
    assert.match(why, /7 October 2022/)
    assert.match(why, /12 January 2023/)
    assert.match(why, /Leicester/)
  })
  it('Leicester: a move that the care plan asked for is no emergency', () => {
    const planned = [episode('2022-01-04..2022-09-08 S C2 U6', { reasonPlacementChanged: 'CARPL' }), moved]
    assert.equal(
      due({ ...child, episodes: planned }, { asAt: '2022-09-10', settings: settingsOf('leicester') })?.[0],
      'CLK-REV-3',
    )
  })
  it('Blackpool: every new placement, and the cycle starts again', () => {
    const settings = settingsOf('blackpool')
    const blackpool = (reviews: string[]) => ({
      episodes: ['2013-05-09..2013-12-16 S C2 U6', '2013-12-16.. P C2 U4'],
      reviews: ['2013-06-06', '2013-09-05', ...reviews],
    })
    assert.deepEqual(due(blackpool([]), { asAt: '2013-12-17', settings })?.slice(0, 2), ['CLK-REV-6', '2014-01-16'])
    assert.deepEqual(due(blackpool(['2014-01-10']), { asAt: '2014-01-11', settings })?.slice(0, 2), [
      'CLK-REV-6',
      '2014-04-10',
    ])
    assert.deepEqual(due(blackpool(['2014-01-10', '2014-04-01']), { asAt: '2014-04-02', settings })?.slice(0, 2), [
      'CLK-REV-3',
      '2014-10-01',
    ])
  })
  it('published timeliness judges by the statutory date unless the authority says otherwise', () => {
    const late = { ...child, reviews: [...child.reviews, '2022-11-01'] }
    const settings = settingsOf('leicester')
    assert.equal(followed(late, { asAt: '2022-12-01', settings }).held.at(-1)?.isOnTime, true)
    const strict = {
      reviewAfterMove: {
        moves: 'emergency',
        workingDays: 20,
        restartsCycle: false,
        source: 'Here',
        countsForTimeliness: true,
      },
    } as const
    assert.equal(followed(late, { asAt: '2022-12-01', settings: strict }).held.at(-1)?.isOnTime, false)
  })
})

describe('short breaks (CLK-REV-13), 18th birthdays (CLK-REV-12), secure accommodation (CLK-REV-19)', () => {
  it('the first short break starts a clock of its own, shown until it is due', () => {
    const child = { episodes: ['2023-07-28..2023-07-31 S V3 U6 E4A', '2023-08-11..2023-08-14 S V3 U6 E4A'] }
    const { deadlines, review } = followed(child, { asAt: '2023-08-20' })
    assert.equal(review, null)
    assert.deepEqual(
      deadlines.map((one) => [one.clock.id, one.clock.kind.id, one.due.toString()]),
      [
        ['CLK-REV-13', 'short_break', '2023-10-28'],
        ['CLK-VIS-7', 'visit', '2023-10-28'],
      ],
    )
    assert.deepEqual(followed(child, { asAt: '2023-10-29' }).deadlines, [])
  })
  it('the explanation says that the child turns 18 before the review is due', () => {
    const child = {
      bornOn: '2005-12-01',
      episodes: ['2022-11-01.. S'],
      reviews: ['2022-11-20', '2023-02-01', '2023-06-12'],
    }
    const { review, holidays } = followed(child, { asAt: '2023-11-30' })
    assert.equal(review?.due.toString(), '2023-12-12')
    assert.match(explain(review, holidays), /turns 18 before that, on 1 December 2023/)
    assert.deepEqual(followed(child, { asAt: '2023-12-01' }).deadlines, [])
  })
  it('a child whose care is still open past 18 has no review overdue and is not looked after', () => {
    const child = { bornOn: '2005-03-21', episodes: ['2022-11-22.. S V2'], reviews: ['2022-12-20'] }
    const world = aWorld([aChild(child)], { asAt: '2023-03-31' })
    const valueIn = (id: string) => {
      const figure = reviewFigures.find((one) => one.id === id)
      return figure && valueOf(figure, world).value
    }
    assert.deepEqual(followed(child, { asAt: '2023-03-31' }).review, null)
    assert.deepEqual([valueIn('reviews.overdue'), valueIn('children.reviews_on_time')], [0, null])
  })
  it('secure accommodation: one month, by a panel of its own', () => {
    const { deadlines } = followed({ episodes: ['2024-01-31.. S C2 K1'] }, { asAt: '2024-02-01' })
    assert.equal(deadlines.find((one) => one.clock.id === 'CLK-REV-19')?.due.toString(), '2024-02-29')
  })
})

describe('what the returns do not reach back to', () => {
  const oneYear = [{ year: 2022, carriesEarlierReviews: false }]
  const child = { episodes: ['2019-05-01.. S C2 U6'], reviews: ['2022-06-01', '2022-11-20'] }
  it('a first review known is not judged, and later ones run from it', () => {
    const { held } = followed(child, { asAt: '2023-03-31', coverage: oneYear })
    assert.deepEqual(held, [
      { on: '2022-06-01', due: null, isOnTime: null, position: 'later' },
      { on: '2022-11-20', due: '2022-12-01', isOnTime: true, position: 'later' },
    ])
  })
  it('the same reviews in a return that carries history: very late', () => {
    const { held } = followed(child, { asAt: '2023-03-31' })
    assert.deepEqual(
      held.map((one) => [one.position, one.isOnTime]),
      [
        ['first', false],
        ['second', false],
      ],
    )
  })
  it('a start just before the year: its first review falls due within the return', () => {
    const { held } = followed(
      { episodes: ['2022-03-21.. S'], reviews: ['2022-04-20'] },
      { asAt: '2023-03-31', coverage: oneYear },
    )
    assert.deepEqual(held, [{ on: '2022-04-20', due: '2022-04-20', isOnTime: true, position: 'first' }])
  })
  it('no review known: the latest date possible, and why', () => {
    const { review, holidays } = followed({ episodes: ['2019-05-01.. S'] }, { asAt: '2022-08-01', coverage: oneYear })
    assert.equal(review?.due.toString(), '2022-09-30')
    assert.match(explain(review, holidays), /Reviews before 1 April 2022 are not in the records/)
  })
  it('a year missing between two returns: the first review after it is not judged', () => {
    const coverage = [
      { year: 2020, carriesEarlierReviews: true },
      { year: 2022, carriesEarlierReviews: false },
    ]
    const { held } = followed(
      { episodes: ['2020-05-01.. S'], reviews: ['2020-05-20', '2020-08-10', '2022-05-01'] },
      { asAt: '2023-03-31', coverage },
    )
    assert.deepEqual(
      held.map((one) => one.isOnTime),
      [true, true, null],
    )
  })
  it('a period whose start is not recorded: the first review known is not judged', () => {
    const { held } = followed(
      { episodes: ['2022-05-09.. P'], reviews: ['2022-07-01', '2022-12-15'] },
      { asAt: '2023-03-31' },
    )
    assert.deepEqual(
      held.map((one) => [one.due, one.isOnTime]),
      [
        [null, null],
        ['2023-01-01', true],
      ],
    )
  })
})

it('marks a later review due in the easement of 2020 (CLK-REV-24)', () => {
  const child = { episodes: ['2019-09-02.. S'], reviews: ['2019-09-20', '2019-12-10', '2020-06-20'] }
  const world = aWorld([aChild(child)], { year: '2020-21' })
  const [history] = world.histories
  assert.ok(history)
  assert.deepEqual(
    cycleOf(world, history).held.map((review) => review.isUnderEasement),
    [false, false, true],
  )
})
