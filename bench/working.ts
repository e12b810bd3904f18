import { setTimeout as wait } from 'node:timers/promises'
import { servicesOn } from '../src/main/services.ts'
import type { Role } from '../src/people/domain/roles.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import type { RegisterStore } from '../src/registers/app/ports.ts'
import { type Random, randomOf } from '../src/synthetic/domain/random.ts'
import { AtWork, type Measured, type Work, noteBooking, startWorkingServer } from './support/atWork.ts'
import type { Bench, Benchmark, Row } from './support/bench.ts'
import { type BookingAsked, book, faultsOf, someTime } from './support/booking.ts'
import type { BenchServer } from './support/servers.ts'
import { importWorking, peopleAtWork, working } from './support/workingAuthority.ts'

/** Something that people do: how often beside the rest, and who. */
interface Task {
  weight: number
  roles: readonly Role[]
  run: (at: AtWork, random: Random) => Promise<unknown>
}

const service: readonly Role[] = ['iro', 'iro_manager', 'business_support', 'analyst']
const readers: readonly Role[] = [...service, 'social_worker', 'team_manager']
const leaders: readonly Role[] = [...service, 'team_manager', 'senior_leader']
const bookers: readonly Role[] = ['iro', 'iro_manager', 'business_support']
const YEAR = '/2025-26'

/** The mix. A page or form that is added is a line here: `opens` for a page, `saves` for a form. */
const tasks: readonly Task[] = [
  { weight: 25, roles: readers, run: (at) => at.opens('due list', '/due') },
  { weight: 15, roles: readers, run: (at) => at.opens('children looked after', '/children') },
  { weight: 30, roles: readers, run: (at) => at.opensSomeChild() },
  { weight: 8, roles: leaders, run: (at) => at.opens('figures of a year', `/figures${YEAR}`) },
  { weight: 4, roles: leaders, run: (at) => at.opens('records of a figure', `/figures${YEAR}/reviews.on_time`) },
  { weight: 6, roles: bookers, run: (at) => at.books() },
  { weight: 3, roles: bookers, run: (at) => at.moves() },
  {
    weight: 1,
    roles: ['iro_manager', 'analyst'],
    run: (at) => at.saves('words of the report', `/report${YEAR}/words/at_a_glance`, { words: 'Typed at work' }),
  },
  {
    weight: 2,
    roles: ['administrator'],
    run: (at, random) => {
      const email = `${random.next()}@example.org`
      return at.saves('someone new', '/settings/people/new', { name: 'New', email, roles: 'analyst', isActive: 'yes' })
    },
  },
]

/** How people work: how many at once, how long each looks at an answer on average, and for how long in all. */
const ways = [
  { name: '60 people, each asking every 3 s', people: 60, thinkSeconds: 3, seconds: 60 },
  { name: '8 people without a pause', people: 8, thinkSeconds: 0, seconds: 20 },
] as const
type Way = (typeof ways)[number]

/** Not measured: the first to ask for a page after a start waits for what everyone else then shares. */
const WARM_UP_SECONDS = 15
/** Beside all of them another process changes the same registers this often. */
const SECONDS_BETWEEN_OTHERS = 2

export const workingDay: Benchmark = {
  name: 'working',
  what: 'sixty people of one authority reading, booking and moving at once, and whether anything was lost or taken twice',
  run: async (bench) => {
    const [server] = await bench.servers()
    if (!server) throw new Error('there is no server to measure on')
    return workOn(bench, server)
  },
}

async function workOn(bench: Bench, server: BenchServer): Promise<Row[]> {
  bench.say('making up the authority')
  const where = { url: await server.makeDatabase(), ownerUrl: null, dataFolder: '' }
  const { database, close, url } = await openDatabase(where)
  const services = servicesOn(database)
  const { rows } = await importWorking(services, bench.folder)
  const size = `${working.children} children, ${working.years} years, ${rows.toLocaleString('en-GB')} register rows`
  const people = await peopleAtWork(services)
  const web = await startWorkingServer(url)
  let last = 0
  const work: Work = {
    server: web,
    random: randomOf(1),
    booked: new Map(),
    done: { book: 0, move: 0 },
    next: () => ++last,
  }
  const everyone = people.map((person) => new AtWork(person, work))
  const results: Row[] = []
  try {
    for (const way of ways) {
      bench.say(`${way.name} (${server.name})`)
      // Not the first so many: these are all officers.
      const some = everyone.filter((_, place) => place % Math.ceil(everyone.length / way.people) === 0)
      await workFor(some, way, WARM_UP_SECONDS, work.random)
      for (const { measured } of everyone) measured.length = 0
      const end = new AbortController()
      const others = changeFromHere(services.registers, work, end.signal)
      const seconds = await workFor(some, way, way.seconds, work.random)
      end.abort()
      const measured = [...everyone.flatMap(({ measured }) => measured), ...(await others)]
      results.push(...rowsOf(measured, way, size, seconds))
    }
    const faults = await faultsOf(servicesOn(database).registers, work.done)
    if (faults.length > 0) throw new Error(faults.join('; '))
    bench.say(`${work.done.book} bookings and ${work.done.move} moves: none lost, no officer's time taken twice`)
  } finally {
    for (const at of everyone) at.close()
    await web.close()
    await close()
  }
  return results
}

/** Has them work for so long; gives for how long they did. The first answer that is none ends it all. */
async function workFor(
  people: readonly AtWork[],
  { thinkSeconds }: Way,
  seconds: number,
  random: Random,
): Promise<number> {
  const start = performance.now()
  const end = start + 1000 * seconds
  const think = () => wait(Math.min(2000 * thinkSeconds * random.next(), Math.max(0, end - performance.now())))
  await Promise.all(
    people.map(async (at) => {
      const theirs = tasks.filter(({ roles }) => roles.includes(at.person.role))
      await think()
      while (performance.now() < end) {
        await someOf(theirs, random).run(at, random)
        await think()
      }
    }),
  )
  return (performance.now() - start) / 1000
}

function someOf(choices: readonly Task[], random: Random): Task {
  let left = random.next() * choices.reduce((sum, { weight }) => sum + weight, 0)
  const chosen = choices.find(({ weight }) => (left -= weight) < 0)
  if (!chosen) throw new Error('there is nothing to do')
  return chosen
}

/** Books from this process, beside the web application's, until it is told to end. */
async function changeFromHere(store: RegisterStore, work: Work, end: AbortSignal): Promise<Measured[]> {
  const measured: Measured[] = []
  while (!end.aborted) {
    const asked: BookingAsked = {
      kind: 'book',
      reviewRef: `B${work.next()}`,
      child: '1',
      ...someTime(work.random.next),
    }
    const start = performance.now()
    noteBooking(work, asked, await book(store, asked, 'another process'))
    measured.push({ what: 'booking in another process', kind: 'save', milliseconds: performance.now() - start })
    await wait(1000 * SECONDS_BETWEEN_OTHERS, undefined, { signal: end }).catch(() => undefined)
  }
  return measured
}

function rowsOf(measured: readonly Measured[], way: Way, size: string, seconds: number): Row[] {
  const row = (what: string, some: readonly Measured[]): Row => ({
    what: `${what}; ${way.name}`,
    size,
    milliseconds: some.map(({ milliseconds }) => milliseconds),
    perSecond: some.length / seconds,
  })
  const kinds = Map.groupBy(measured, ({ kind }) => kind)
  return [
    row('all pages', kinds.get('page') ?? []),
    row('all saves', kinds.get('save') ?? []),
    ...[...Map.groupBy(measured, ({ what }) => what)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, some]) => row(what, some)),
  ]
}
