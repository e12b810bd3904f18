import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, connect, openDatabase } from '../src/platform/database/database.ts'
import { type Random, randomOf } from '../src/synthetic/domain/random.ts'
import { disagreements, everythingIn, makeUpService, peopleAtRandom } from '../test/support/telling.ts'
import type { Benchmark } from './support/bench.ts'

const MOMENTS = 200
/** At every so many of them a process is killed; at the others the database ends its connections, which needs no start. */
const KILLED_EVERY = 10
/** Longer than nearly everything that people do here takes. */
const LONGEST_MILLISECONDS = 150

/** Kills a process at work, again and again, and looks whether people were told of what has changed, and of nothing else. */
export const killed: Benchmark = {
  name: 'killed',
  what: `${MOMENTS} times a process or its connections are killed while people move, adjourn, cancel, call off, book and allocate`,
  run: async ({ servers, say }) => {
    const [server] = await servers()
    if (!server) throw new Error('there is no server to kill processes on')
    const { database, close, url } = await openDatabase({
      url: await server.makeDatabase(),
      ownerUrl: null,
      dataFolder: '',
    })
    const random = randomOf(1)
    const people = await peopleAtRandom(database)
    const milliseconds: number[] = []
    let inBetween = 0
    try {
      await makeUpService(database)
      for (let count = 0; count < 20; count++) await people.act(random)
      for (let moment = 1; moment <= MOMENTS; moment++) {
        const before = await everythingIn(database)
        const { after, ...stored } =
          moment % KILLED_EVERY === 0
            ? await processKilled(database, url, moment, random)
            : await connectionsEnded(database, url, random)
        const isInBetween = (stored.before ?? before.text) === (await everythingIn(database)).text
        milliseconds.push(after)
        if (isInBetween) inBetween++
        const faults = await disagreements(database)
        if (faults.length > 0) throw new Error(`after moment ${moment}: ${faults.join('; ')}`)
        if (random.isTrue(0.3)) await people.send(random)
        if (moment % 20 === 0) say(`${moment} moments, ${inBetween} of them with something begun and not stored`)
      }
    } finally {
      await close()
    }
    const size = `${MOMENTS} moments, ${inBetween} with something begun and not stored; nothing half done`
    return [{ what: 'killed so long after it began something', size, milliseconds }]
  },
}

/** What a moment was: how long after something had begun, and what was stored before it where that was later. */
interface Moment {
  after: number
  before?: string
}

async function processKilled(database: Database, url: string, seed: number, random: Random): Promise<Moment> {
  const script = join(import.meta.dirname, 'support/killedProcess.ts')
  const child = spawn(process.execPath, [script, url, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  await once(createInterface({ input: child.stdout }), 'line')
  const before = (await everythingIn(database)).text
  const start = performance.now()
  await wait(LONGEST_MILLISECONDS * random.next())
  child.kill('SIGKILL')
  await exited
  const after = performance.now() - start
  await untilGone(database)
  return { after, before }
}

async function connectionsEnded(database: Database, url: string, random: Random): Promise<Moment> {
  const own = connect(url)
  const start = performance.now()
  // What becomes of it is asked of the database.
  const people = await peopleAtRandom(own)
  const acting = people
    .act(random)
    .catch(() => null)
  await wait(LONGEST_MILLISECONDS * random.next())
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
    and application_name = 'footprint' and pid <> pg_backend_pid()`.execute(database)
  const after = performance.now() - start
  await acting
  await own.destroy()
  await untilGone(database)
  return { after }
}

/** Waits until the server has noticed that nobody is at the other end, and has put back what was not committed. */
async function untilGone(database: Database): Promise<void> {
  const WITHIN_MILLISECONDS = 60_000
  const end = performance.now() + WITHIN_MILLISECONDS
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database()
      and application_name = 'footprint' and state <> 'idle' and pid <> pg_backend_pid()`.execute(database)
    if (rows.length === 0) return
    if (performance.now() > end) throw new Error('the server has not noticed that the process is gone')
  }
}
