import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { servicesOn } from '../test/support/services.ts'
import type { Role } from '../src/house/roles.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { type Random, randomOf } from '../src/synthetic/domain/random.ts'
import { AtWork, type Measured, type Work, startWorkingServer } from './support/atWork.ts'
import type { Bench, Benchmark, Row } from './support/bench.ts'
import * as forms from './support/tasks.ts'
import { faultsOf, nothingKept } from './support/kept.ts'
import type { BenchServer } from './support/servers.ts'
import { importWorking, peopleAtWork, working } from './support/workingAuthority.ts'

/** Something that people do: how often beside the rest, and who. */
interface Task {
  weight: number
  roles: readonly Role[]
  run: (at: AtWork, random: Random) => Promise<unknown>
}

const bookers: readonly Role[] = ['iro', 'iro_manager', 'business_support']
const service: readonly Role[] = [...bookers, 'analyst']
const readers: readonly Role[] = [...service, 'social_worker', 'team_manager']
const leaders: readonly Role[] = [...service, 'team_manager', 'senior_leader']
const writers: readonly Role[] = [...bookers, 'social_worker']
const YEAR = '/2025-26'

/** The mix. A page or form that is added is a line here: `opens` for a page, `saves` for a form. */
const tasks: readonly Task[] = [
  { weight: 10, roles: readers, run: (at) => at.opens('my work', '/work') },
  { weight: 15, roles: readers, run: (at) => at.opens('due list', '/due') },
  { weight: 10, roles: readers, run: (at) => at.opens('children looked after', '/children') },
  { weight: 25, roles: readers, run: forms.opensChild },
  { weight: 5, roles: readers, run: (at) => at.opens('calendar', '/reviews/calendar') },
  { weight: 5, roles: readers, run: forms.opensReview },
  { weight: 4, roles: service, run: (at) => at.opens('caseload', '/caseload') },
  { weight: 3, roles: bookers, run: (at) => at.opens('messages', '/messages') },
  { weight: 6, roles: leaders, run: (at) => at.opens('figures of a year', `/figures${YEAR}`) },
  { weight: 3, roles: leaders, run: (at) => at.opens('records of a figure', `/figures${YEAR}/reviews.on_time`) },
  { weight: 12, roles: bookers, run: forms.booksReview },
  { weight: 8, roles: bookers, run: forms.movesReview },
  { weight: 15, roles: ['iro_manager'], run: forms.handsOver },
  { weight: 2, roles: writers, run: forms.writesChoices },
  { weight: 2, roles: writers, run: forms.addsContact },
  {
    weight: 1,
    roles: ['iro_manager', 'analyst'],
    run: (at) =>
      at.saves('words of the report', `/report${YEAR}/words/at_a_glance`, () => ({ words: 'Typed at work' })),
  },
  {
    weight: 2,
    roles: ['administrator'],
    run: (at, random) => {
      const email = `${random.next()}@example.org`
      const typed = { name: 'New', email, roles: 'analyst', isActive: 'yes' }
      return at.saves('someone new', '/settings/people/new', () => typed)
    },
  },
]

/** How people work: how many at once, how long each looks at an answer on average, and for how long in all. */
const ways = [
  { name: '60 people, each asking every 3 s', people: 60, thinkSeconds: 3, seconds: 45 },
  { name: '8 people without a pause', people: 8, thinkSeconds: 0, seconds: 15 },
] as const
type Way = (typeof ways)[number]

/** Not measured: the first to ask for a page after a start waits for what everyone else then shares. */
const WARM_UP_SECONDS = 10

export const workingDay: Benchmark = {
  name: 'working',
  what: 'sixty people of one authority reading and changing at once, and whether anything was lost or taken twice',
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
  const services = await servicesOn(database)
  const { rows } = await importWorking(services, bench.folder)
  const size = `${working.children} children, ${working.years} years, ${rows.toLocaleString('en-GB')} register rows`
  const people = await peopleAtWork(services)
  const web = await startWorkingServer(url)
  const work: Work = { server: web, random: randomOf(1), kept: nothingKept(), forms: new Map() }
  const everyone = people.map((person) => new AtWork(person, work))
  const results: Row[] = []
  try {
    await tryAll(everyone, work.random)
    for (const way of ways) {
      bench.say(`${way.name} (${server.name})`)
      // Not the first so many: these are all officers.
      const some = everyone.filter((_, place) => place % Math.ceil(everyone.length / way.people) === 0)
      await workFor(some, way, WARM_UP_SECONDS, work.random)
      for (const { measured } of everyone) measured.length = 0
      const other = startOtherProcess(url)
      const seconds = await workFor(some, way, way.seconds, work.random)
      const measured = [...everyone.flatMap(({ measured }) => measured), ...(await other.end(work))]
      results.push(...rowsOf(measured, way, size, seconds))
    }
    for (const [what, { accepted, refused }] of [...work.forms].sort()) {
      bench.say(`${what}: ${accepted} accepted, ${refused} refused`)
      if (accepted === 0) throw new Error(`${what} was never accepted`)
    }
    const faults = await faultsOf((await servicesOn(database)).registers, work.kept)
    if (faults.length > 0) throw new Error(faults.join('; '))
    bench.say('nothing that was accepted is lost, no officer’s time is taken twice, no child has two officers')
  } finally {
    for (const at of everyone) at.close()
    await web.close()
    await close()
  }
  return results
}

/** Does everything once, so that also what is rare is known to work. */
async function tryAll(everyone: readonly AtWork[], random: Random): Promise<void> {
  for (const { roles, run } of tasks) {
    const someone = everyone.find(({ person }) => roles.includes(person.role))
    if (someone) await run(someone, random)
  }
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

const otherBooking = z.object({ reviewRef: z.string().nullable(), milliseconds: z.number() })

/** Has another process book reviews beside the web application's. Ended, it gives how long each booking took. */
function startOtherProcess(url: string): { end: (work: Work) => Promise<Measured[]> } {
  const script = join(import.meta.dirname, 'support/otherProcess.ts')
  const other = spawn(process.execPath, [script, url], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = text(other.stdout)
  return {
    end: async ({ kept, forms }) => {
      other.stdin.end()
      const what = 'booking in another process'
      const counts = forms.get(what) ?? { accepted: 0, refused: 0 }
      forms.set(what, counts)
      return (await said)
        .trim()
        .split('\n')
        .map((line) => {
          const { reviewRef, milliseconds } = otherBooking.parse(JSON.parse(line))
          counts[reviewRef === null ? 'refused' : 'accepted']++
          if (reviewRef !== null) kept.booked.add(reviewRef)
          return { what, kind: 'save', milliseconds }
        })
    },
  }
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
