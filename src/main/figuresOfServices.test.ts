import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { madeUpService } from '../../test/support/madeUpService.ts'
import type { World } from '../children/domain/world.ts'
import { valueOf } from '../figures/compute.ts'
import type { Figure, FigureValue } from '../figures/figure.ts'
import { date } from '../kernel/dates.ts'
import { figurePage, narrowedRecords, recordFilters } from '../overview/web/figure.view.ts'
import { valueInWords } from '../overview/web/figures.words.ts'
import type { Settings } from '../settings/settings.ts'
import { oddityKinds } from '../synthetic/domain/oddities.ts'
import { allFigures } from './rooms.ts'

const CODE = 'X99000001'
const YEAR = 2023

/** What authorities do differently in how they count. */
const rules: readonly Settings[] = [
  {},
  {
    participationCounts: 'views_given',
    ageBands: 'five_to_ten',
    minimumDaysForChildMeasures: 0,
    parentsMeasuresExcludeAdoption: false,
    oversightThatCounts: 'midpoint',
    sdqHealthyMaximum: 16,
    population: { '2023-24': { value: 23_456, source: 'estimate' } },
  },
  {
    lateNotificationWorkingDays: 1,
    iroAppointmentWorkingDays: 10,
    ordinaryCycleEndsAt: 'authorised',
    fosterCarersCounted: 'persons',
    quarterlyFootprint: { isOn: true, doesReviewCount: false, minimumDays: 60, source: 'made up' },
  },
]

/** What does not hold of a figure and the page that opens it to its records. */
function faultsOf(figure: Figure<World>, world: World): string[] {
  const value = valueOf(figure, world)
  const records = figure.records(world)
  if (typeof records === 'string')
    return value.value === null && value.reason === records ? [] : ['has a value without records']
  const opened = (counts: string, key = '') => narrowedRecords(figure, world, recordFilters.parse({ counts, key }))
  const page = figurePage(figure, { now: world, before: null }, recordFilters.parse({}), CODE)
  const counting = records.filter((record) => record.counts).length
  const faults: [boolean, string][] = [
    [opened('').length === records.length, 'the page lists other records'],
    [opened('yes').length === counting, 'the page lists others that count'],
    [page.value === valueInWords(value), 'the page says another value'],
    [partsAgree(value, counting, records.length), 'its parts are not its records'],
    [breakdownAgrees(figure, value), 'its breakdown does not add up'],
    [
      value.breakdown.every(({ key, numerator, value: size }) => opened('yes', key).length === (numerator ?? size)),
      'the page narrows a key to others',
    ],
  ]
  return faults.flatMap(([holds, fault]) => (holds ? [] : [fault]))
}

function partsAgree({ unit, value, numerator, denominator }: FigureValue, counting: number, all: number): boolean {
  if (unit === 'count') return value === counting
  if (unit === 'number') return numerator === null || numerator === counting
  if (all === 0) return value === null
  return numerator === counting && denominator === all && value === (100 * counting) / all
}

function breakdownAgrees(
  figure: Figure<World>,
  { unit, value, breakdown, numerator, denominator }: FigureValue,
): boolean {
  if (!figure.breakdown || value === null) return breakdown.length === 0
  const sum = (of: (item: FigureValue['breakdown'][number]) => number) =>
    breakdown.reduce((total, item) => total + of(item), 0)
  return unit === 'percent'
    ? sum((item) => item.numerator ?? 0) === numerator && sum((item) => item.denominator ?? 0) === denominator
    : sum((item) => item.value) === value
}

describe('a figure is its records, of services with all registers and under all rules', () => {
  for (const { seed, children, asAt, odd } of [
    { seed: 11, children: 25, asAt: null, odd: 0 },
    { seed: 12, children: 90, asAt: null, odd: 0.3 },
    { seed: 13, children: 60, asAt: '2023-11-22', odd: 0 },
  ]) {
    describe(`of about ${children} children${asAt === null ? '' : ` as at ${asAt}`}`, async () => {
      const oddities = odd > 0 ? { kinds: oddityKinds, share: odd } : null
      const service = await madeUpService({ seed, children, firstYear: YEAR - 1, lastYear: YEAR, oddities })
      after(service.remove)
      for (const [index, settings] of rules.entries()) {
        it(`rules ${index + 1}`, () => {
          const world = service.worldOf(YEAR, { settings, ...(asAt === null ? {} : { asAt: date(asAt) }) })
          const faults = allFigures.all.flatMap((figure) =>
            faultsOf(figure, world).map((fault) => `${figure.id}: ${fault}`),
          )
          assert.deepEqual(faults, [])
        })
      }
    })
  }
})
