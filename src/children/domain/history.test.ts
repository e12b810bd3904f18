import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { aChild, aWorld, episode, historyOf } from '../../../test/support/children.ts'
import { addDays, date, isOnOrBefore } from '../../kernel/dates.ts'
import { type CareHistory, careHistory, episodeOn, periodOn } from './history.ts'
import { placementOn } from './placements.ts'
import { ceasedInYear, lookedAfter, lookedAfterOn, startedInYear } from './world.ts'

const spans = (history: CareHistory) =>
  history.periods.map((period) =>
    `${period.startedOn.toString()}..${period.endedOn?.toString() ?? ''} ${period.reasonCeased ?? ''}`.trim(),
  )
const kinds = (history: CareHistory) => history.findings.map((finding) => finding.code)

describe('periods of care', () => {
  const cases = [
    {
      why: 'episodes that follow on are one period',
      episodes: ['2022-05-09..2022-06-01 S L2', '2022-06-01..2022-09-01 L C1', '2022-09-01.. P C2 U4'],
      periods: ['2022-05-09..'],
      findings: [],
    },
    {
      why: 'a reason other than X1 ends it',
      episodes: ['2022-05-09..2022-06-01 S C2 U6', '2022-06-01..2022-09-01 L C2 U6 E4A'],
      periods: ['2022-05-09..2022-09-01 E4A'],
      findings: [],
    },
    {
      why: 'leaving and coming back are two',
      episodes: ['2022-05-09..2022-06-01 S C2 U6 E4A', '2022-08-01.. S'],
      periods: ['2022-05-09..2022-06-01 E4A', '2022-08-01..'],
      findings: [],
    },
    {
      why: 'leaving and coming back the same day are two',
      episodes: ['2022-05-09..2022-06-01 S C2 U6 E4A', '2022-06-01.. S'],
      periods: ['2022-05-09..2022-06-01 E4A', '2022-06-01..'],
      findings: [],
    },
    {
      why: 'short breaks are no period, and what follows them starts on its own day',
      episodes: ['2022-05-09..2022-05-12 S V3 U6 E4A', '2022-06-01.. S C2'],
      periods: ['2022-06-01..'],
      findings: [],
    },
    {
      why: 'a first episode that is no start is counted from its first day',
      episodes: ['2022-05-09.. P C2 U6'],
      periods: ['2022-05-09..'],
      findings: ['first_episode_is_no_start'],
    },
    {
      why: 'X1 with nothing after it is an end without a reason',
      episodes: ['2022-05-09..2022-06-01 S C2 U6 X1'],
      periods: ['2022-05-09..2022-06-01 not_recorded'],
      findings: ['ends_without_reason'],
    },
    {
      why: 'X1 says that care went on: days until a code that is no start do not end it',
      episodes: ['2022-05-09..2022-06-01 S C2 U6 X1', '2022-06-05.. P C2 U6'],
      periods: ['2022-05-09..'],
      findings: ['gap_within_period'],
    },
    {
      why: 'so too on the very next day',
      episodes: ['2022-05-09..2022-06-01 S C2 U6 X1', '2022-06-02.. P C2 U6'],
      periods: ['2022-05-09..'],
      findings: ['gap_within_period'],
    },
    {
      why: 'a start after days without care is a start, whatever X1 says',
      episodes: ['2022-05-09..2022-06-01 S C2 U6 X1', '2022-06-05.. S C2 U6'],
      periods: ['2022-05-09..2022-06-01 not_recorded', '2022-06-05..'],
      findings: ['ends_without_reason'],
    },
    {
      why: 'an end without a reason says that care went on on the next day, and no longer',
      episodes: [
        episode('2022-05-09..2022-06-01 S', { reasonCeased: '' }),
        episode('2022-06-02..2022-08-01 P', { reasonCeased: '' }),
        '2022-09-01.. P',
      ],
      periods: ['2022-05-09..2022-08-01 not_recorded', '2022-09-01..'],
      findings: ['ends_without_reason', 'first_episode_is_no_start', 'gap_within_period'],
    },
    {
      why: 'a start on the day on which another ended without any reason is a start',
      episodes: [episode('2022-05-09..2022-06-01 S', { reasonCeased: '' }), '2022-06-01.. S'],
      periods: ['2022-05-09..2022-06-01 not_recorded', '2022-06-01..'],
      findings: ['ends_without_reason'],
    },
    {
      why: 'short breaks within a run end it: what follows them starts on its own day',
      episodes: ['2022-05-09..2022-06-01 S C2', '2022-06-01..2022-08-01 L V4', '2022-08-01.. L C2'],
      periods: ['2022-05-09..2022-06-01 not_recorded', '2022-08-01..'],
      findings: [],
    },
    {
      why: 'S on the day another ended with X1 carries on',
      episodes: ['2022-05-09..2022-06-01 S C2 U6 X1', '2022-06-01.. S C2 U4'],
      periods: ['2022-05-09..'],
      findings: ['start_within_period'],
    },
    {
      why: 'overlapping episodes: the one that starts later holds',
      episodes: ['2022-05-09..2022-07-01 S C2 U6', '2022-06-01.. P C2 U4'],
      periods: ['2022-05-09..'],
      findings: ['overlapping_episodes'],
    },
    {
      why: 'a start while another episode is open ends the period before',
      episodes: ['2022-05-09.. S C2 U6', '2022-06-01.. S C2 U4'],
      periods: ['2022-05-09..2022-06-01 not_recorded', '2022-06-01..'],
      findings: ['overlapping_episodes'],
    },
    {
      why: 'an episode that ends on the day it starts counts as a start and an end',
      episodes: ['2022-05-09..2022-05-09 S C2 U6 E4A'],
      periods: ['2022-05-09..2022-05-09 E4A'],
      findings: [],
    },
  ]
  for (const { why, episodes, periods, findings } of cases) {
    it(why, () => {
      const history = historyOf({ episodes }, '2023-03-31')
      assert.deepEqual(spans(history), periods)
      assert.deepEqual([...new Set(kinds(history))].sort(), findings)
    })
  }
  const starts = [
    { why: 'S', before: [], isRecorded: true },
    { why: 'no S, and nothing before', before: [], first: 'L', isRecorded: false },
    { why: 'short breaks up to that day', before: ['2022-04-04..2022-09-05 S V4 U6 X1'], first: 'L', isRecorded: true },
    { why: 'up to the day before', before: ['2022-04-04..2022-09-04 S V4 U6 X1'], first: 'L', isRecorded: true },
    { why: 'and X1 days before', before: ['2022-04-04..2022-08-30 S V4 U6 X1'], first: 'L', isRecorded: true },
    { why: 'each recorded', before: ['2022-09-02..2022-09-04 S V3 U6 E4A'], first: 'B', isRecorded: true },
    { why: 'and still open', before: ['2022-04-04.. S V4'], first: 'L', isRecorded: true },
    { why: 'short breaks that ended weeks before', before: ['2022-04-04..2022-08-30 S V3 U6 E4A'], first: 'L', isRecorded: false },
    { why: 'having left before', before: ['2022-04-04..2022-06-05 S C2 U6 E4A'], first: 'P', isRecorded: true },
    { why: 'having left that day', before: ['2022-04-04..2022-09-05 S C2 U6 E4A'], first: 'P', isRecorded: true },
  ] // prettier-ignore
  for (const { why, before, first = 'S', isRecorded } of starts) {
    it(`the start of a period is ${isRecorded ? '' : 'not '}known by ${why}`, () => {
      const { periods } = historyOf({ episodes: [...before, `2022-09-05.. ${first} C2`] }, '2023-03-31')
      assert.deepEqual(
        [periods.at(-1)?.startedOn.toString(), periods.at(-1)?.isStartRecorded],
        ['2022-09-05', isRecorded],
      )
    })
  }
  it('a finding names child and row, and says how it is counted', () => {
    const source = { year: 2022, table: 'Episodes', row: 7 }
    const [finding] = historyOf({ episodes: [episode('2022-05-09.. P', { source })] }, '2023-03-31').findings
    assert.deepEqual([finding?.child, finding?.source], ['100001', source])
    assert.match(finding?.counted ?? '', /counted as starting on 9 May 2022/)
  })
})

describe('as at a day', () => {
  const child = { episodes: ['2022-05-09..2022-06-01 S C2 U6', '2022-06-01..2022-09-01 P C2 U4 E4A'] }
  it('what happened later is not seen', () => {
    assert.deepEqual(spans(historyOf(child, '2022-05-08')), [])
    assert.deepEqual(spans(historyOf(child, '2022-05-31')), ['2022-05-09..'])
    assert.deepEqual(spans(historyOf(child, '2022-08-31')), ['2022-05-09..'])
  })
  it('what happened on the day is seen: a child who left that day is not looked after', () => {
    const history = historyOf(child, '2022-09-01')
    assert.deepEqual(spans(history), ['2022-05-09..2022-09-01 E4A'])
    assert.equal(periodOn(history, date('2022-09-01')), null)
  })
  it('a day between X1 and the next episode is a day of care, from either side of it', () => {
    const gap = { episodes: ['2022-05-09..2022-06-01 S C2 U6', '2022-06-04.. P C2 U4'] }
    for (const day of ['2022-06-01', '2022-06-03', '2022-06-04', '2022-07-01']) {
      assert.deepEqual(spans(historyOf(gap, day)), ['2022-05-09..'], day)
      assert.ok(periodOn(historyOf(gap, '2022-07-01'), date(day)))
    }
  })
  it('where an episode ends and the next starts, the later one holds', () => {
    const history = historyOf(child, '2022-09-01')
    const period = periodOn(history, date('2022-06-01'))
    assert.ok(period)
    assert.equal(episodeOn(period, date('2022-06-01'))?.placementType, 'U4')
  })
})

describe('placements (NI62, NI63)', () => {
  const count = (episodes: string[]) => historyOf({ episodes }, '2023-03-31').periods[0]?.placements.length
  const cases = [
    {
      why: 'a change of carer is a new one',
      episodes: ['2022-05-09..2022-06-01 S', '2022-06-01.. P C2 U4'],
      placements: 2,
    },
    {
      why: 'legal status and carer together too',
      episodes: ['2022-05-09..2022-06-01 S', '2022-06-01.. B C1 U4'],
      placements: 2,
    },
    {
      why: 'a change of legal status is not',
      episodes: ['2022-05-09..2022-06-01 S', '2022-06-01.. L C1'],
      placements: 1,
    },
    {
      why: 'nor of the placement’s type with the same carer',
      episodes: ['2022-05-09..2022-06-01 S', '2022-06-01.. T C2 U4'],
      placements: 1,
    },
    {
      why: 'hospital and back again is one',
      episodes: ['2022-05-09..2022-06-01 S', '2022-06-01..2022-06-09 P C2 T1', '2022-06-09.. P C2 U6'],
      placements: 1,
    },
    {
      why: 'hospital and then elsewhere is two',
      episodes: ['2022-05-09..2022-06-01 S', '2022-06-01..2022-06-09 P C2 T1', '2022-06-09.. P C2 U4'],
      placements: 2,
    },
    {
      why: 'adoption by the current carer is no move',
      episodes: ['2022-05-09..2022-06-01 S C2 U5', '2022-06-01.. B E1 A5'],
      placements: 1,
    },
    {
      why: 'adoption by others is',
      episodes: ['2022-05-09..2022-06-01 S C2 U6', '2022-06-01.. B E1 A6'],
      placements: 2,
    },
  ]
  for (const { why, episodes, placements } of cases) {
    it(why, () => {
      assert.equal(count(episodes), placements)
    })
  }
  it('during a stay in hospital the child is still in the usual placement', () => {
    const episodes = ['2022-05-09..2022-06-01 S C2 U6', '2022-06-01..2022-06-09 T C2 T1', '2022-06-09.. T C2 U6']
    const placements = historyOf({ episodes }, '2023-03-31').periods[0]?.placements ?? []
    assert.equal(placementOn(placements, date('2022-06-05'))?.type, 'U6')
  })
})

const anyEpisode = fc
  .record({
    start: fc.integer({ min: 0, max: 900 }),
    length: fc.option(fc.integer({ min: 0, max: 400 })),
    reason: fc.constantFrom('S', 'P', 'L', 'T', 'B', 'U'),
    status: fc.constantFrom('C2', 'V2', 'V3', 'E1'),
    place: fc.constantFrom('U6', 'U4', 'K2', 'T1', 'A3', 'A6'),
    ceased: fc.constantFrom('X1', 'E4A', 'E8', ''),
  })
  .map(({ start, length, reason, status, place, ceased }) => {
    const from = addDays(date('2021-01-01'), start)
    const to = length === null ? null : addDays(from, length)
    return episode(`${from.toString()}.. ${reason} ${status} ${place}`, { to, reasonCeased: to ? ceased : '' })
  })
const anyHistory = fc.array(anyEpisode, { maxLength: 9 }).map((episodes) => aChild({ episodes }))

describe('however untidy the episodes are', () => {
  it('periods are in order and never overlap, and episodes fill each from start to end', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 0, max: 1200 }), (record, n) => {
        const history = careHistory(record, addDays(date('2021-01-01'), n))
        for (const [index, period] of history.periods.entries()) {
          const next = history.periods[index + 1]
          if (next) assert.ok(period.endedOn && isOnOrBefore(period.endedOn, next.startedOn))
          for (const [at, one] of period.episodes.entries()) {
            assert.equal(one.until, period.episodes[at + 1]?.from ?? period.endedOn)
          }
        }
      }),
    )
  })
  it('looked after at the start, with starts, less ends, is looked after at the end', () => {
    fc.assert(
      fc.property(
        fc.array(anyHistory, { maxLength: 6 }),
        fc.constantFrom('2020-21', '2021-22', '2022-23'),
        (records, year) => {
          const world = aWorld(records, { year })
          const before = lookedAfterOn(world, addDays(world.year.firstDay, -1)).length
          const [started, ceased] = [startedInYear(world).length, ceasedInYear(world).length]
          assert.equal(before + started - ceased, lookedAfter(world).length)
        },
      ),
    )
  })
})
