import { makeSeenBy } from '../../world/visibility.ts'
import type { ReturnCoverage } from '../domain/record.ts'
import { namedOnOf } from '../../house/joined.ts'
import { rooms } from '../../main/rooms.ts'
import { allClocks, allFigures, allRegisters } from '../../main/rooms.ts'
import { recordsOf } from '../../world/world.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { boroughWorld } from '../../../test/support/borough.ts'
import { holidays } from '../../../test/support/holidays.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import type { RecordStore, Records } from './ports.ts'
import type { Versions } from '../../world/app/worlds.ts'
import type { World } from '../domain/world.ts'
import { people } from '../registers/people.ts'
import { valueOf } from '../../figures/compute.ts'
import type { FigureValue } from '../../figures/figure.ts'
import { addDays, date } from '../../kernel/dates.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { rowKey, type Content, type Register, type StoredRows } from '../../registers/register.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import type { Settings } from '../../settings/settings.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { context } from '../registers/context.ts'
import { makeRegistersReader } from '../../world/app/registersReader.ts'
import { makeWorlds } from './worlds.ts'
import { MemoryBudget } from '../../kernel/memoryBudget.ts'
import { bytesOfHistory } from '../domain/memory.ts'
import { type CareHistory, careHistory } from '../domain/history.ts'

const CODE = 'E09000033'
const year = reportingYear(2022)
const day = date('2023-03-31')

/** What an authority has, as it changes from step to step. */
interface Authority {
  records: Records
  settings: Settings
  registers: StoredRows
  versions: Versions
}

const nextVersion = (version: string): string => String(Number(version) + 1)

/** So many of the children have left care: a day's world has them only where the registers name them. */
const LEFT = 3

/** Worlds of what the authority has at the moment of asking. */
function worldsOf(now: () => Authority, onRead: () => void = () => undefined, budget = new MemoryBudget(Infinity)) {
  const store: RecordStore = {
    read: ({ onlyInCare = false, activeSince, children: only }) => {
      onRead()
      const { children, coverage } = now().records
      const isBefore = activeSince !== null && activeSince.toString() < day.toString()
      const isRead = ({ child }: { child: string }, at: number) =>
        (!onlyInCare || at >= LEFT || isBefore) && (only?.includes(child) ?? true)
      return Promise.resolve({ children: children.filter(isRead), coverage })
    },
    versions: () => Promise.resolve(now().versions),
  }
  const registersOf = makeRegistersReader(
    {
      rows: (_authority, names) =>
        Promise.resolve(new Map(names.map((name) => [name, now().registers.get(name) ?? noRows]))),
      version: () => Promise.resolve(now().versions.registers),
    },
    allRegisters,
    budget,
  )
  return makeWorlds(
    store,
    () => Promise.resolve(now().settings),
    holidays,
    allClocks,
    registersOf,
    namedOnOf(rooms),
    budget,
  )
}

const noRows: ReadonlyMap<string, Content> = new Map()

/** What a world of all of these is counted as. */
const bytesOfAll = (records: Records['children']): number =>
  records.reduce((sum, record) => sum + bytesOfHistory(careHistory(record, day)), 0)

/** The same, of which nothing can have been remembered: no object in it was ever seen before. */
const copyOf = ({ records, registers, ...rest }: Authority): Authority => ({
  ...rest,
  records: { children: records.children.map((child) => ({ ...child })), coverage: [...records.coverage] },
  registers: new Map(
    [...registers].map(([name, rows]) => [name, new Map([...rows].map(([key, content]) => [key, { ...content }]))]),
  ),
})

/** All that pages show of a world comes from these. */
const told = (world: World, figures: readonly FigureValue[]): string =>
  JSON.stringify({
    deadlines: openDeadlines(world),
    figures,
    cycles: world.histories.map((history) => cycleOf(world, history)),
    registers: world.registers,
    settings: world.settings,
  })

type Step = (before: Authority) => Authority

const keep =
  (register: Register, content: Content): Step =>
  ({ registers, versions, ...rest }) => ({
    ...rest,
    registers: new Map(registers).set(
      register.name,
      new Map(registers.get(register.name)).set(rowKey(register, content), content),
    ),
    versions: { ...versions, registers: nextVersion(versions.registers) },
  })

const aDay = fc.integer({ min: -500, max: 60 }).map((days) => addDays(day, days).toString())
const PEOPLE = 12

/** Changes as they come in a day, with those that come once a year among them. */
function steps(children: readonly string[]): fc.Arbitrary<Step> {
  const child = fc.constantFrom(...children.slice(0, PEOPLE))
  const officer_id = fc.constantFrom('O1', 'O2')
  const ref = fc.nat(15).map((number) => `R${number}`)
  return fc.oneof(
    fc
      .record({
        review_ref: ref,
        child,
        officer_id,
        held_date: aDay,
        participation_code: fc.constantFrom('PN1', 'PN7'),
      })
      .map((row) => keep(reviews, { ...row, kind: 'CLA', status: 'HELD' })),
    fc
      .record({ review_ref: ref, child, officer_id, booked_date: aDay, child_consulted: fc.boolean() })
      .map((row) => keep(reviews, { ...row, kind: 'CLA', status: 'PLANNED' })),
    fc
      .record({ review_ref: ref, child, officer_id, date: aDay })
      .map((row) => keep(meetings, { ...row, number: 1, purpose: 'REVIEW', status: 'BOOKED' })),
    fc.record({ child, officer_id, from: aDay }).map((row) => keep(allocations, row)),
    fc
      .record({ officer_id, fte: fc.constantFrom(0.5, 1) })
      .map((row) => keep(officers, { ...row, name: 'An officer', role: 'IRO', start_date: '2020-01-01' })),
    fc.nat(9).map((thousands) =>
      keep(context, {
        year: year.name,
        measure: 'population_0_17',
        group: 'AUTHORITY',
        value: 1000 + thousands,
        source: 'estimate', // prettier-ignore
      }),
    ),
    fc
      .constantFrom<Settings>({}, { iroAppointmentWorkingDays: 2 }, { ageBands: 'five_to_ten' })
      .map((settings): Step => ({ versions, ...rest }) => ({
        ...rest,
        settings,
        versions: { ...versions, settings: nextVersion(versions.settings) },
      })),
    fc.nat(PEOPLE - 1).map((place): Step => ({ records, versions, ...rest }) => ({
      ...rest,
      records: {
        ...records,
        children: records.children.map((one, at) => (at === place ? { ...one, reviews: [] } : one)),
      },
      versions: { ...versions, returns: nextVersion(versions.returns) },
    })),
  )
}

describe('worlds that are remembered', async () => {
  const borough = await boroughWorld()
  const few = borough.histories.slice(0, 30)
  const start: Authority = {
    records: { children: few.map(({ record }) => record), coverage: borough.coverage },
    settings: {},
    registers: new Map(),
    versions: { returns: '0', settings: '0', registers: '0' },
  }
  const children = start.records.children.map(({ child }) => child)
  const everyone = { only: null, sealed: new Set<string>() }
  const sights = [
    everyone,
    { only: null, sealed: new Set(children.slice(0, 1)) },
    { only: new Set(children.slice(0, 5)), sealed: new Set(children.slice(4, 6)) },
  ]

  const budgets = fc.constantFrom(0, 10_000, 1_000_000, Infinity)

  test('say what they would say if nothing had ever been worked out before, after any changes, within any budget', async () => {
    await fc.assert(
      fc.asyncProperty(budgets, fc.array(steps(children), { minLength: 1, maxLength: 8 }), async (most, changes) => {
        let now = start
        const budget = new MemoryBudget(most)
        const seenBy = makeSeenBy<CareHistory, ReturnCoverage>(allRegisters, bytesOfHistory, budget)
        const remembering = worldsOf(() => now, undefined, budget)
        for (const change of [(same: Authority) => same, ...changes]) {
          now = change(now)
          const copy = copyOf(now)
          const fresh = worldsOf(() => copy)
          for (const visible of sights) {
            const [ours, theirs] = await Promise.all(
              [remembering, fresh].map((worlds) =>
                Promise.all([worlds.onDay(CODE, day, null), worlds.ofYear(CODE, year, day, null)]),
              ),
            )
            const tell = (worlds: readonly World[] | undefined) =>
              worlds
                ?.map((world) => seenBy(world, visible, CODE, `${world.year.name} ${world.histories.length}`))
                .map((seen) => told(seen, allFigures.valuesIn(seen)))
            assert.deepEqual(tell(ours), tell(theirs))
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  test('are read once for two who ask at once, and for those who ask later, also where the budget is too small for others', async () => {
    let reads = 0
    const worlds = worldsOf(
      () => start,
      () => reads++,
      new MemoryBudget(0),
    )
    const [one, other] = await Promise.all([worlds.onDay(CODE, day, null), worlds.onDay(CODE, day, null)])
    assert.equal(one, other)
    assert.equal(await worlds.onDay(CODE, day, null), one)
    assert.equal(reads, 1)
    await worlds.onDay('E09000030', day, null)
    await worlds.onDay(CODE, day, null)
    assert.equal(reads, 3, 'the other authority was read instead')
  })

  test('of several authorities are each read once where the budget has room for all', async () => {
    let reads = 0
    const authorities = ['E09000030', 'E09000031', 'E09000032', 'E09000033']
    const size = bytesOfAll(start.records.children)
    const read = async (budget: MemoryBudget) => {
      reads = 0
      const worlds = worldsOf(
        () => start,
        () => reads++,
        budget,
      )
      for (let time = 0; time < 3; time++) for (const code of authorities) await worlds.ofAll(code, day, null)
      return reads
    }
    assert.equal(await read(new MemoryBudget(1.2 * authorities.length * size)), authorities.length)
    assert.equal(await read(new MemoryBudget(2.5 * size)), 3 * authorities.length)
  })

  test('keep what someone sees where a change of registers was about another', async () => {
    let now = start
    const budget = new MemoryBudget(Infinity)
    const seenBy = makeSeenBy<CareHistory, ReturnCoverage>(allRegisters, bytesOfHistory, budget)
    const worlds = worldsOf(() => now, undefined, budget)
    const visible = { only: new Set(children.slice(5, 9)), sealed: new Set<string>() }
    const seen = async () => seenBy(await worlds.onDay(CODE, day, null), visible, CODE, 'day')
    const before = await seen()
    assert.equal(await seen(), before)
    now = keep(officers, { officer_id: 'O1', name: 'An officer', role: 'IRO', start_date: '2020-01-01' })(now)
    const after = await seen()
    assert.notEqual(after, before)
    assert.equal(after.histories, before.histories)
    assert.equal(recordsOf(after, allocations), recordsOf(before, allocations))
  })

  test('keep a child’s history, cycle and deadlines where a change of registers was about another', async () => {
    let now = start
    const worlds = worldsOf(() => now)
    const before = await worlds.onDay(CODE, day, null)
    const [first, second] = before.histories
    assert.ok(first && second)
    const cycles = [first, second].map((history) => cycleOf(before, history))
    const held = { review_ref: 'R1', child: first.record.child, kind: 'CLA', status: 'HELD', held_date: '2023-03-01' }
    now = keep(reviews, held)(now)
    const after = await worlds.onDay(CODE, day, null)
    assert.notEqual(after, before)
    assert.equal(after.histories, before.histories)
    assert.notEqual(cycleOf(after, first), cycles[0])
    // The first review of the register gives it a span, which all cycles see; the next leaves the others alone.
    const between = cycleOf(after, second)
    now = keep(reviews, { ...held, review_ref: 'R2', held_date: '2023-03-01', participation_code: 'PN1' })(now)
    const last = await worlds.onDay(CODE, day, null)
    assert.equal(cycleOf(last, second), between)
    assert.equal(recordsOf(last, allocations), recordsOf(before, allocations))
  })

  test('do not read the returns again where a review is booked for a child in care, or for one who is named anyway', async () => {
    let now = start
    let reads = 0
    const worlds = worldsOf(
      () => now,
      () => reads++,
    )
    const inCare = children[LEFT] ?? ''
    const [left = ''] = children
    const booked = (review_ref: string, child: string) =>
      keep(reviews, { review_ref, child, kind: 'CLA', status: 'PLANNED', booked_date: '2023-03-30' })
    now = keep(people, { child: left, kind: 'CARE_LEAVER', from: '2023-03-01' })(now)
    const before = await worlds.onDay(CODE, day, null)
    assert.equal(reads, 2, 'those in care, and the care leaver')
    for (const change of [booked('R1', inCare), booked('R2', left)]) {
      now = change(now)
      const after = await worlds.onDay(CODE, day, null)
      assert.equal(after.histories, before.histories)
    }
    assert.equal(reads, 2)
  })

  test('have those beside who left since an earlier day, who are read once, whatever changes in the registers', async () => {
    let now = start
    let reads = 0
    const worlds = worldsOf(() => now, () => reads++) // prettier-ignore
    const since = () => worlds.onDaySince(CODE, addDays(day, -365), day, null)
    const [before, ofTheDay] = [await since(), await worlds.onDay(CODE, day, null)]
    assert.deepEqual(before.histories.map(({ record }) => record.child), children) // prettier-ignore
    assert.equal(ofTheDay.histories.length, children.length - LEFT)
    assert.ok(
      ofTheDay.histories.every((history) => before.histories.includes(history)),
      'the very same histories',
    )
    assert.equal(await since(), before)
    now = keep(officers, { officer_id: 'O1', name: 'An officer', role: 'IRO', start_date: '2020-01-01' })(now)
    const after = await since()
    assert.notEqual(after, before)
    assert.equal(after.histories, before.histories)
    assert.equal(reads, 2)
  })

  test('have whom the registers name on the day, for as long as they do', async () => {
    let now = start
    const worlds = worldsOf(() => now)
    const [left = '', other = ''] = children
    const isThere = async (child: string) =>
      (await worlds.onDay(CODE, day, null)).histories.some(({ record }) => record.child === child)
    assert.equal(await isThere(left), false)
    const leaver = { child: left, kind: 'CARE_LEAVER', from: '2023-03-01' }
    now = keep(people, leaver)(now)
    assert.deepEqual([await isThere(left), await isThere(other)], [true, false])
    now = keep(people, { ...leaver, to: '2023-03-31' })(now)
    assert.equal(await isThere(left), false)
    now = keep(reviews, { review_ref: 'R1', child: other, kind: 'PATHWAY_18_25', status: 'PLANNED' })(now)
    assert.deepEqual([await isThere(left), await isThere(other)], [false, true])
  })

  test('the figures that outlive changes of registers are those worked out one by one', async () => {
    const world = await worldsOf(() => start).ofYear(CODE, year, day, null)
    assert.deepEqual(
      allFigures.valuesIn(world),
      allFigures.all.map((figure) => valueOf(figure, world)),
    )
  })

  test('a world that can’t be read is read again', async () => {
    let isBroken = true
    const records: RecordStore = {
      read: () => (isBroken ? Promise.reject(new Error('no connection')) : Promise.resolve(start.records)),
      versions: () => Promise.resolve(start.versions),
    }
    const worlds = makeWorlds(records, () => Promise.resolve({}), holidays, allClocks)
    await assert.rejects(worlds.onDay(CODE, day, null), /no connection/)
    isBroken = false
    assert.equal((await worlds.onDay(CODE, day, null)).histories.length, children.length)
  })
})
