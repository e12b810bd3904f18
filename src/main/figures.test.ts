import { reviewKinds } from '../reviews/domain/deadlineKinds.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { aChild, aWorld, episode, healthOf } from '../../test/support/children.ts'
import type { ChildRecord } from '../children/domain/record.ts'
import type { World } from '../children/domain/world.ts'
import { valueOf } from '../figures/compute.ts'
import { addDays, date, isOnOrBefore } from '../kernel/dates.ts'
import type { Settings } from '../settings/settings.ts'
import { openDeadlinesOf } from '../world/deadlines.ts'
import { allFigures } from './rooms.ts'

const dayOf = (n: number) => addDays(date('2021-06-01'), n)
const anyEpisode = fc
  .tuple(
    fc.nat(700),
    fc.option(fc.nat(300)),
    fc.constantFrom('S', 'P', 'L', 'T', 'B'),
    fc.constantFrom('C2', 'V2', 'V4', 'E1', ''),
    fc.constantFrom('U6', 'U1', 'K2', 'T1', 'A6', 'H5', 'ZZ', ''),
    fc.constantFrom('X1', 'E4A', 'E11', 'E45', ''),
  )
  .map(([start, length, reason, status, place, ceased]) => {
    const to = length === null ? null : addDays(dayOf(start), length)
    const legal = { legalStatus: status, placementType: place, categoryOfNeed: status === '' ? '' : 'N8' }
    return episode(`${dayOf(start).toString()}.. ${reason}`, { ...legal, to, reasonCeased: to ? ceased : '' })
  })
const anyCode = fc.constantFrom('PN0', 'PN1', 'PN4', 'PN6', 'PN7', '')
const anyChild = fc
  .record({
    bornOn: fc.nat(6500).map((n) => addDays(date('2004-01-01'), n)),
    isBirthKnown: fc.boolean(),
    episodes: fc.array(anyEpisode, { maxLength: 5 }),
    reviews: fc.array(fc.tuple(fc.nat(700), anyCode), { maxLength: 8 }),
    missing: fc.array(fc.nat(700), { maxLength: 12 }),
    health: fc.option(fc.tuple(fc.boolean(), fc.option(fc.nat(40)))),
    isUnaccompanied: fc.boolean(),
    activity: fc.option(fc.constantFrom('F1', 'G4', '', '0')),
  })
  .map(({ bornOn, isBirthKnown, episodes, reviews, missing, health, isUnaccompanied, activity }): ChildRecord => {
    const source = { year: 2022, table: 'Reviews', row: 2 }
    return {
      ...aChild({ episodes }),
      bornOn: isBirthKnown ? bornOn : null,
      reviews: reviews.map(([n, participation]) => ({ heldOn: dayOf(n), participation, source })),
      missing: missing.map((n) => ({ from: dayOf(n), to: null, kind: n % 3 === 0 ? 'A' : 'M', source })),
      health: health ? [healthOf(2022, { hadTeethCheck: health[0], sdqScore: health[1] })] : [],
      unaccompanied: isUnaccompanied ? [{ ceasesOn: null, source }] : [],
      careLeaver: activity === null ? [] : [{ year: 2022, inTouch: 'YES', activity, accommodation: activity, source }],
    }
  })
const anySettings: fc.Arbitrary<Settings> = fc.record({
  participationCounts: fc.constantFrom('not_pn7', 'views_given'),
  ageBands: fc.constantFrom('national', 'five_to_ten'),
  minimumDaysForChildMeasures: fc.constantFrom(0, 28),
  population: fc.constantFrom({}, { '2022-23': { value: 12_345, source: 'estimate' } }),
})
const anyWorld = fc
  .tuple(fc.array(anyChild, { maxLength: 12 }), anySettings, fc.option(fc.nat(364)))
  .map(([children, settings, n]): World => {
    const numbered = children.map((child, index) => ({ ...child, child: String(index) }))
    const asAt = addDays(date('2022-04-01'), n ?? 364).toString()
    return aWorld(numbered, { settings, asAt })
  })

describe('a figure is its records', () => {
  for (const figure of allFigures.all) {
    it(figure.id, () => {
      fc.assert(
        fc.property(anyWorld, (world) => {
          const value = valueOf(figure, world)
          const records = figure.records(world)
          if (typeof records === 'string') {
            assert.deepEqual([value.value, value.reason], [null, records])
            return
          }
          const counting = records.filter((record) => record.counts).length
          if (figure.unit === 'count') assert.equal(value.value, counting)
          if (figure.unit === 'percent' && records.length > 0) {
            assert.deepEqual([value.numerator, value.denominator], [counting, records.length])
            assert.equal(value.value, (100 * counting) / records.length)
          }
          if (figure.breakdown) {
            const sum = value.breakdown.reduce((total, item) => total + item.value, 0)
            assert.equal(sum, value.value, 'the breakdown adds up to the figure')
            for (const item of value.breakdown) {
              assert.equal(records.filter((record) => record.key === item.key && record.counts).length, item.value)
            }
          }
        }),
        { numRuns: 40 },
      )
    })
  }
})

const valueIn = (world: World, id: string): number => {
  const figure = allFigures.ofId(id)
  assert.ok(figure, id)
  return valueOf(figure, world).value ?? Number.NaN
}

describe('figures that must agree with each other', () => {
  const sums: { whole: string; parts: string[] }[] = [
    { whole: 'cla.count', parts: ['cla.by_gender'] },
    { whole: 'cla.count', parts: ['cla.by_age'] },
    { whole: 'cla.count', parts: ['cla.by_ethnicity'] },
    { whole: 'cla.count', parts: ['cla.by_placement'] },
    { whole: 'cla.count', parts: ['cla.by_placement_group'] },
    { whole: 'cla.count', parts: ['cla.by_legal_status'] },
    { whole: 'cla.started_periods', parts: ['cla.started_by_age'] },
    { whole: 'cla.started_periods', parts: ['cla.started_by_placement'] },
    { whole: 'cla.ceased_periods', parts: ['cla.ceased_by_reason'] },
    { whole: 'reviews.held', parts: ['reviews.by_month'] },
    { whole: 'reviews.held', parts: ['reviews.by_participation'] },
  ]
  for (const { whole, parts } of sums) {
    it(`${parts.join(' and ')} add up to ${whole}`, () => {
      fc.assert(
        fc.property(anyWorld, (world) => {
          assert.equal(
            parts.reduce((sum, id) => sum + valueIn(world, id), 0),
            valueIn(world, whole),
          )
        }),
        { numRuns: 40 },
      )
    })
  }
  it('start, with starts, less ends, is the end', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const flow = valueIn(world, 'cla.started_periods') - valueIn(world, 'cla.ceased_periods')
        assert.equal(valueIn(world, 'cla.count_at_start') + flow, valueIn(world, 'cla.count'))
      }),
    )
  })
  it('reviews overdue are those that the due list shows, due on its day or before, children past 18 included', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const overdue = world.histories
          .flatMap((history) => openDeadlinesOf(world, history.record.child))
          .filter(({ clock, due }) => clock.kind === reviewKinds.review && isOnOrBefore(due, world.asAt))
          // A child in short breaks whose stay passed a limit is told of, and is not counted as looked after.
          .filter(({ startedBy }) => !startedBy.what.includes('limit of short breaks'))
        assert.equal(overdue.length, valueIn(world, 'reviews.overdue'))
      }),
    )
  })
  it('what is late is what is not on time', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const figure = allFigures.ofId('reviews.on_time')
        assert.ok(figure)
        const { numerator, denominator } = valueOf(figure, world)
        assert.equal((denominator ?? 0) - (numerator ?? 0), valueIn(world, 'reviews.late'))
      }),
    )
  })
})

describe('what only a register tells', () => {
  const ofARegister = [
    'reviews.by_rag',
    'reviews.rearranged',
    'pathway_reviews.held',
    'pathway_reviews.on_time',
    'pathway_reviews.attended',
    'missing.flagged_latest',
    'oversight.supervision_orders',
    'iros.headcount',
    'reviews.late_notifications',
  ]
  for (const id of ofARegister) {
    it(`${id} is not known, rather than 0, where no such register is kept`, () => {
      const figure = allFigures.ofId(id)
      assert.ok(figure)
      const { value, reason } = valueOf(figure, aWorld([aChild({ episodes: [] })]))
      assert.deepEqual([value, reason?.startsWith('No register of')], [null, true])
    })
  }
})

it('nothing is 0 where no return is known', () => {
  for (const figure of allFigures.all)
    assert.equal(valueOf(figure, aWorld([], { coverage: [] })).value, null, figure.id)
})

it('a reason why there is no value is a sentence', () => {
  for (const figure of allFigures.all) {
    const { value, reason } = valueOf(figure, aWorld([]))
    if (value === null) assert.match(reason ?? '', /^[A-Z].*\.$/, figure.id)
  }
})

it('every figure has an id of its own, a definition and a source', () => {
  assert.equal(new Set(allFigures.all.map((figure) => figure.id)).size, allFigures.all.length)
  for (const figure of allFigures.all) assert.ok(figure.definition.endsWith('.') && figure.source.length > 5, figure.id)
})
