import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { madeUpService } from '../../test/support/madeUpService.ts'
import { type CareHistory, careHistory } from '../children/domain/history.ts'
import type { ReturnCoverage } from '../children/domain/record.ts'
import type { World } from '../children/domain/world.ts'
import { type Content, type StoredRows, peopleNamed, rowKey } from '../registers/register.ts'
import type { Settings } from '../settings/settings.ts'
import { type Random, randomOf } from '../synthetic/domain/random.ts'
import { clockRunsOf, openDeadlines } from '../world/deadlines.ts'
import { makeSeenBy } from '../world/visibility.ts'
import { allFigures, allRegisters, clocksOf, rooms } from './rooms.ts'

const CHANGES = 14
const service = await madeUpService({ seed: 5, children: 15, firstYear: 2022, lastYear: 2023, history: 'carried' })
after(() => {
  service.remove()
})
/** Local rules of every kind, so that as many clocks run as can. */
const settings = rooms
  .flatMap(({ presets = [] }) => presets)
  .reduce<Settings>((chosen, preset) => ({ ...chosen, ...preset.settings }), {})
const world = service.worldOf(2023, { settings })

/** As they are kept: in order of key. */
const inOrder = (rows: Iterable<[string, Content]>) => new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
const stored = new Map([...world.registers].map(([name, rows]) => [name, inOrder(rows)]))

/**
 * The registers with one row other than before: another value of a column, a row more, or one that is gone. Now and then a
 * register is emptied, and later it has what it had at first: since when it is kept says something of everyone.
 */
function changed(now: StoredRows, random: Random): StoredRows {
  const register = random.oneOf(allRegisters.filter(({ name }) => (stored.get(name)?.size ?? 0) > 1))
  const rows = new Map(now.get(register.name))
  if (rows.size < 2 || random.isTrue(0.2)) {
    return new Map(now).set(register.name, rows.size < 2 ? (stored.get(register.name) ?? rows) : new Map())
  }
  const [key, content] = random.oneOf([...rows])
  const other = random.oneOf([...rows.values()])
  const [column, another] = [random.oneOf(register.columns), random.oneOf(register.columns)].map(({ name }) => name)
  const mixed: Content = Object.fromEntries(
    register.columns.flatMap(({ name }) => {
      const value = (name === column || name === another ? other : content)[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  if (random.isTrue(0.15)) rows.delete(key)
  else rows.set(rowKey(register, mixed), mixed)
  return new Map(now).set(register.name, inOrder(rows))
}

/** All that is due in a world, and every start of each clock, one a line. */
const told = (world: World): string[] =>
  [openDeadlines(world), ...world.histories.map(({ record }) => clockRunsOf(world, record.child))]
    .flat()
    .map((one) => JSON.stringify(one))

/** Its rows, in their order. */
const listed = ({ registers }: World) => [...registers].map(([name, rows]) => [name, [...rows]])

/** The same world, of which nothing was ever worked out. */
const asNew = (world: World): World => ({
  ...world,
  histories: world.histories.map(({ record, asAt }) => careHistory(record, asAt)),
  registers: new Map([...world.registers].map(([name, rows]) => [name, new Map(rows)])),
  clocks: clocksOf(rooms),
})

/** The first line in which what is kept of a world differs from what is worked out afresh; none where nothing does. */
function differing(seen: World, seenAnew: World): (string | undefined)[][] {
  const [kept, foundAnew] = [told(seen), told(seenAnew)]
  const lines = kept.length < foundAnew.length ? foundAnew : kept
  return lines.flatMap((_, at) => (kept[at] === foundAnew[at] ? [] : [[kept[at], foundAnew[at]]])).slice(0, 1)
}

const named = world.histories.map(({ record }) => record.child)
const sights = [
  { who: 'everyone', visible: { only: null, sealed: new Set<string>() } },
  { who: 'all but two whose records are sealed', visible: { only: null, sealed: new Set(named.slice(3, 5)) } },
  {
    who: 'some children',
    visible: { only: new Set(named.filter((_, at) => at % 3 === 0)), sealed: new Set<string>() },
  },
]

describe('what is kept from change to change is what is worked out from the start', () => {
  for (const [seed, { who, visible }] of sights.entries()) {
    test(`for someone who sees ${who}`, () => {
      const random = randomOf(seed)
      const seenBy = makeSeenBy<CareHistory, ReturnCoverage>(allRegisters)
      let registers: StoredRows = stored
      for (let change = 0; change < CHANGES; change++) {
        registers = changed(registers, random)
        const whole = { ...world, registers }
        const seen = seenBy(whole, visible, 'X', 'day')
        const seenAnew = makeSeenBy<CareHistory, ReturnCoverage>(allRegisters)(asNew(whole), visible, 'X', 'day')
        assert.deepEqual(listed(seen), listed(seenAnew))
        assert.deepEqual(differing(seen, seenAnew), [], `after change ${change}`)
        // Not each time: people look at the year less often than they save.
        if (change % 7 === 6) assert.deepEqual(allFigures.valuesIn(seen), allFigures.valuesIn(seenAnew))
      }
    })
  }

  // Since when a register is kept says something of those of whom it has no row.
  test('where a register gets its first rows, one child’s at a time, and loses them', () => {
    for (const register of allRegisters) {
      const rows = stored.get(register.name)
      if (!rows) continue
      const people = [...new Set([...rows.values()].flatMap((content) => peopleNamed(register, content)))]
      const onlyOf = (some: readonly string[]) =>
        new Map([...rows].filter(([, content]) => peopleNamed(register, content).some((one) => some.includes(one))))
      for (const kept of [[], people.slice(0, 1), people.slice(0, 2), people.slice(1, 2), []]) {
        const whole = { ...world, registers: new Map(stored).set(register.name, onlyOf(kept)) }
        assert.deepEqual(differing(whole, asNew(whole)), [], `${register.name} of ${kept.join(', ')}`)
      }
    }
  })
})
