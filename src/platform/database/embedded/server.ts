import { spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../../refusal.ts'
import { type RunAs, intoPlace, programFolder, serverFolder, serverUser } from './program.ts'

/** Our hold on an embedded server. */
export interface EmbeddedServer {
  /** Where one of its databases is, for `pg` and for `FOOTPRINT_DATABASE_URL`. */
  urlOf: (database: string) => string
  /** Gives up our hold. The server stops with the last one. */
  close: () => Promise<void>
}

const SUPERUSER = 'postgres'
// Every process that uses the server holds this lock shared; who gets it whole knows that nobody else is left.
const LEASE_LOCK = 0x0f007
const START_WITHIN_MILLISECONDS = 60_000
const STOP_WITHIN_MILLISECONDS = 10_000
const MOST_START_FAILURES = 20
const LARGEST_LOG_BYTES = 1_000_000

const SERVER_SETTINGS = [
  'listen_addresses=', // a socket in a folder of its own user only; no port for anybody to find
  'unix_socket_permissions=0700',
  'wal_level=minimal',
  'max_wal_senders=0',
  'jit=off',
  // The log must not hold what is in the records: neither statements nor the values in an error's detail.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]

/**
 * The PostgreSQL server under this folder, for this process to use until it closes: made at first use, started where
 * it is not running, shared where it is (also where a killed process has left it running).
 * Throws where it can't be made or started, with the last lines of its log.
 */
export async function useEmbeddedServer(
  dataFolder: string,
  extraSettings: readonly string[] = [],
): Promise<EmbeddedServer> {
  const as = serverUser()
  const { folder, data, programs } = foldersIn(dataFolder, as)
  const start = () => startServer(folder, programs, as, extraSettings)
  const lease = await leaseOf(folder, start)
  return {
    urlOf: (database) => urlOf(data, database),
    close: () => giveUp(lease, data),
  }
}

function foldersIn(dataFolder: string, as: RunAs): { folder: string; data: string; programs: string } {
  try {
    const folder = serverFolder(dataFolder, as)
    const data = join(folder, 'data')
    const programs = programFolder(folder, as)
    if (!existsSync(data)) makeDataFolder(data, programs, as)
    return { folder, data, programs }
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    throw new Refusal(
      `The embedded database can not use the folder ${dataFolder} (${error.message}). Name another in FOOTPRINT_DATA, or a server in FOOTPRINT_DATABASE_URL.`,
    )
  }
}

const urlOf = (data: string, database: string): string =>
  `postgresql://${SUPERUSER}@/${database}?host=${encodeURIComponent(data)}`

function makeDataFolder(data: string, programs: string, as: RunAs): void {
  intoPlace(data, (temporary) => {
    mkdirSync(temporary, { mode: 0o700 })
    if (as.uid !== undefined && as.gid !== undefined) chownSync(temporary, as.uid, as.gid)
    const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const made = spawnSync(join(programs, 'initdb'), ['-D', temporary, '-U', SUPERUSER, '-A', 'trust', ...locale], {
      ...as,
      env: serverEnvironment(),
      cwd: '/',
      encoding: 'utf8',
    })
    if (made.status !== 0) throw new Refusal(`The embedded database can not be made: ${made.stderr.trim()}`)
  })
}

/** All that the server needs of our environment, which may hold passwords and keys that are not for it. */
const NEEDED = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'LD_LIBRARY_PATH']

const serverEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(NEEDED.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])))

interface Start {
  hasFailed: () => boolean
}

function startServer(folder: string, programs: string, as: RunAs, extraSettings: readonly string[]): Start {
  const log = join(folder, 'server.log')
  if (existsSync(log) && statSync(log).size > LARGEST_LOG_BYTES) truncateSync(log)
  const output = openSync(log, 'a')
  const data = join(folder, 'data')
  const settings = [...SERVER_SETTINGS, ...extraSettings].flatMap((setting) => ['-c', setting])
  // Detached, since Ctrl-C in our terminal must not stop it while other processes use it.
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', data, ...settings], {
    ...as,
    env: serverEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  })
  let hasFailed = false
  server.once('error', () => (hasFailed = true))
  server.once('exit', () => (hasFailed = true))
  server.unref()
  closeSync(output)
  return { hasFailed: () => hasFailed }
}

/** Waits for a running server, starting one where there is none, and takes our share of the lease on it. */
async function leaseOf(folder: string, start: () => Start): Promise<pg.Client> {
  const data = join(folder, 'data')
  const giveUpAt = performance.now() + START_WITHIN_MILLISECONDS
  let started: Start | null = null
  let failures = 0
  while (performance.now() < giveUpAt && failures < MOST_START_FAILURES) {
    const lease = await tryLease(data)
    if (lease) return lease
    if (started?.hasFailed()) {
      // Another process may have been first, or a server be on its way out: both end, and then ours can start.
      if (!isRunning(data)) failures++
      started = null
      await wait(100)
    } else {
      started ??= start()
      await wait(10)
    }
  }
  throw new Refusal(`The embedded database does not start. The end of ${logOf(folder)}`)
}

function logOf(folder: string): string {
  const log = join(folder, 'server.log')
  return `${log}:\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '(no log)'}`
}

async function tryLease(data: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: urlOf(data, 'postgres'), application_name: 'footprint-lease' })
  // The server may end under us; the person who uses it next will hear of that. Unheard, the event would end our process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [LEASE_LOCK])
    return client
  } catch {
    await client.end().catch(() => undefined)
    return null
  }
}

async function giveUp(lease: pg.Client, data: string): Promise<void> {
  try {
    await lease.query('select pg_advisory_unlock_shared($1)', [LEASE_LOCK])
    const answer = await lease.query<{ is_last: boolean }>('select pg_try_advisory_lock($1) as is_last', [LEASE_LOCK])
    if (answer.rows[0]?.is_last) await stopServer(data)
  } catch {
    // It ended before us: there is nothing left to give up.
  }
  await lease.end().catch(() => undefined)
}

async function stopServer(data: string): Promise<void> {
  const pid = serverPid(data)
  if (pid === null) return
  process.kill(pid, 'SIGINT') // PostgreSQL's fast shutdown
  const giveUpAt = performance.now() + STOP_WITHIN_MILLISECONDS
  while (serverPid(data) === pid && isRunning(data) && performance.now() < giveUpAt) await wait(5)
}

function serverPid(data: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10) || null
  } catch {
    return null
  }
}

function isRunning(data: string): boolean {
  const pid = serverPid(data)
  if (pid === null) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
