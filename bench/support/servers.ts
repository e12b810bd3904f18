import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { programFolder, serverFolder, serverUser } from '../../src/platform/database/embedded/program.ts'
import { useEmbeddedServer } from '../../src/platform/database/embedded/server.ts'

/** A PostgreSQL server to measure on. */
export interface BenchServer {
  name: 'server' | 'embedded'
  /** Makes an empty database and gives its address. */
  makeDatabase: () => Promise<string>
  close: () => Promise<void>
}

/**
 * The servers to measure on: one reached over TCP (the one that `url` names, or else the packaged PostgreSQL with its
 * own defaults), and the embedded one as `footprint` starts it. Both write to disk as safely as in use.
 */
export async function startServers(folder: string, url: string | undefined): Promise<BenchServer[]> {
  const embedded = await useEmbeddedServer(join(folder, 'embedded'))
  return [
    url === undefined ? await startServer(join(folder, 'tcp')) : databasesOn('server', url, () => Promise.resolve()),
    databasesOn('embedded', embedded.urlOf('postgres'), embedded.close),
  ]
}

let databases = 0

function databasesOn(name: BenchServer['name'], url: string, close: () => Promise<void>): BenchServer {
  const made: string[] = []
  return {
    name,
    makeDatabase: async () => {
      const database = `footprint_bench_${process.pid}_${++databases}`
      await query(url, `create database ${database}`)
      made.push(database)
      return url.replace(/\/[^/?]*(\?|$)/, `/${database}$1`)
    },
    close: async () => {
      for (const database of made) await query(url, `drop database ${database} with (force)`)
      await close()
    },
  }
}

async function startServer(base: string): Promise<BenchServer> {
  const as = serverUser()
  const folder = serverFolder(base, as)
  const data = join(folder, 'data')
  const programs = programFolder(folder, as)
  mkdirSync(data, { mode: 0o700 })
  if (as.uid !== undefined && as.gid !== undefined) chownSync(data, as.uid, as.gid)
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    {
      ...as,
      cwd: '/',
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(made.stderr)
  const port = await freePort()
  const flags = ['-D', data, '-k', data, '-c', 'listen_addresses=127.0.0.1', '-p', String(port)]
  const server = spawn(join(programs, 'postgres'), flags, { ...as, cwd: '/', stdio: 'ignore' })
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error('the server to measure on does not start')
    await wait(50)
  }
  return databasesOn('server', url, async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
  })
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

const answers = (url: string): Promise<boolean> =>
  query(url, 'select').then(
    () => true,
    () => false,
  )

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
