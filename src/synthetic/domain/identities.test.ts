import { allClocks, allFigures } from '../../main/rooms.ts'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { isInYear, reportingYear } from '../../calendar/reportingYear.ts'
import type { ChildRecord, ReturnCoverage } from '../../children/domain/record.ts'
import { type World, worldOf } from '../../children/domain/world.ts'
import { valueOf } from '../../figures/compute.ts'
import type { FigureRecord } from '../../figures/figure.ts'
import { addMonths } from '../../kernel/dates.ts'
import type { YearDocument } from '../../returns/ssda903/domain/document.ts'
import { mergeDocuments } from '../../returns/ssda903/domain/merge.ts'
import { readReturn } from '../../returns/ssda903/read/readReturn.ts'
import { defaultSettings } from '../../settings/settings.ts'
import { writeReturn } from '../write/returnWriter.ts'
import { makeUpAuthority } from './authority.ts'
import { oddityKinds } from './oddities.ts'

const folder = mkdtempSync(join(tmpdir(), 'identities-'))
after(() => {
  rmSync(folder, { recursive: true })
})

const years = [2023, 2024, 2025].map(reportingYear)

/** The children of a made-up authority as its three returns have them. */
async function childrenOf(seed: number, history: 'year_only' | 'carried', oddShare: number) {
  const [from, , to] = years
  assert.ok(from && to)
  const oddities = { kinds: oddityKinds, share: oddShare }
  const coverage: ReturnCoverage[] = []
  const documents = new Map<string, YearDocument[]>()
  for (const { scope, tables } of makeUpAuthority({ seed, children: 80, from, to, until: null, history, oddities }, holidays).returns) {
    const path = join(mkdtempSync(join(folder, 'return-')), scope.year.name)
    writeReturn(path, tables)
    const read = await readReturn(path, scope)
    assert.ok(read.ok)
    const year = scope.year.startYear
    coverage.push({ year, carriesEarlierReviews: read.carriesEarlierReviews })
    for (const { child, content, rows } of read.documents) {
      documents.set(child, [...(documents.get(child) ?? []), { year, content, rows }])
    }
  }
  const children = [...documents].map(([child, own]): ChildRecord => mergeDocuments(child, own, coverage))
  return { children, coverage }
} // prettier-ignore

const figureNamed = (id: string) => {
  const figure = allFigures.ofId(id)
  assert.ok(figure, id)
  return figure
}
const valueIn = (world: World, id: string) => valueOf(figureNamed(id), world)
const recordsIn = (world: World, id: string): readonly FigureRecord[] => {
  const records = figureNamed(id).records(world)
  assert.ok(typeof records !== 'string', id)
  return records
}
const childrenIn = (world: World, id: string, holds: (record: FigureRecord) => boolean = () => true) =>
  new Set(recordsIn(world, id).filter(holds).map(({ child }) => child)) // prettier-ignore

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one))
const shared = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter((one) => others.has(one))

const identities: Readonly<Record<string, (world: World) => void>> = {
  'start, with the starts, less the ends, is the end': (world) => {
    const count = (id: string) => valueIn(world, id).value ?? NaN
    const moved = count('cla.started_periods') - count('cla.ceased_periods')
    assert.equal(count('cla.count_at_start') + moved, count('cla.count'))
  },
  'any in the year is who was there at the start with who started, and holds all others': (world) => {
    const [any, atStart, started] = ['cla.any_in_year', 'cla.count_at_start', 'cla.started'].map((id) =>
      childrenIn(world, id),
    )
    assert.ok(any && atStart && started)
    assert.deepEqual([...any].sort(), [...new Set([...atStart, ...started])].sort())
    for (const id of ['cla.ceased', 'cla.count', 'missing.children']) assert.ok(isWithin(childrenIn(world, id), any), id)
    assert.ok(isWithin(childrenIn(world, 'reviews.held'), any), 'reviews.held')
  },
  'shares of the children looked after are of no one else': (world) => {
    const lookedAfter = childrenIn(world, 'cla.count')
    for (const id of ['children.reviews_on_time', 'children.participated', 'cla.three_plus_placements', 'reviews.overdue']) {
      assert.ok(isWithin(childrenIn(world, id), lookedAfter), id)
    }
  },
  'a review is on time, late or not judged, and first, second or later': (world) => {
    const { numerator, denominator, leftOut } = valueIn(world, 'reviews.on_time')
    const late = valueIn(world, 'reviews.late').value
    assert.equal((denominator ?? 0) + (leftOut ?? 0), valueIn(world, 'reviews.held').value)
    assert.equal((numerator ?? 0) + (late ?? 0), denominator ?? 0)
    const places = ['first', 'second', 'later'].map((place) => valueIn(world, `reviews.${place}_on_time`))
    assert.equal(places.reduce((sum, one) => sum + (one.denominator ?? 0), 0), denominator ?? 0)
    assert.equal(places.reduce((sum, one) => sum + (one.leftOut ?? 0), 0), leftOut ?? 0)
  },
  'whose reviews were all on time has none late and none overdue': (world) => {
    const onTime = childrenIn(world, 'children.reviews_on_time', ({ counts }) => counts)
    assert.deepEqual(shared(onTime, childrenIn(world, 'reviews.overdue')), [])
    const late = childrenIn(world, 'reviews.late', ({ due }) => due !== null && isInYear(due, world.year))
    assert.deepEqual(shared(onTime, late), [])
  },
} // prettier-ignore

describe('figures of made-up authorities agree with each other', async () => {
  for (const { seed, history, oddShare } of [
    { seed: 11, history: 'year_only', oddShare: 0 },
    { seed: 12, history: 'year_only', oddShare: 0.5 },
    { seed: 13, history: 'carried', oddShare: 0.5 },
  ] as const) {
    const records = await childrenOf(seed, history, oddShare)
    for (const year of years) {
      for (const asAt of [year.lastDay, addMonths(year.firstDay, 7), addMonths(year.lastDay, 2)]) {
        const world = worldOf(records, year, asAt, defaultSettings, holidays, allClocks)
        for (const [says, holds] of Object.entries(identities)) {
          it(`${says}: ${history} returns, ${oddShare} odd, ${year.name} as at ${asAt.toString()}`, () => {
            holds(world)
          })
        }
      }
    }
  }
})
