/** Servers of PostgreSQL of a test's own, each of the version whose programs it is given, with passwords. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { programFolder, serverUser } from '../../src/platform/database/embedded/program.ts'

/** Where Debian and its kin put the programs of each version that is installed. */
const INSTALLED = '/usr/lib/postgresql'
const WITHIN_MILLISECONDS = 30_000

/** The versions of PostgreSQL that can be started here, with the folders of their programs. Null: the package's own. */
export const serversHere = (): { version: string; programs: string | null }[] => [
  { version: 'of the package', programs: null },
  ...(existsSync(INSTALLED) ? readdirSync(INSTALLED) : [])
    .map((version) => ({ version, programs: join(INSTALLED, version, 'bin') }))
    .filter(({ programs }) => existsSync(join(programs, 'initdb'))),
]

/** A server on a port of this computer, where everybody needs a password. It is stopped after the suite that asks. */
export async function aServer(programs: string | null) {
  const as = serverUser()
  const folder = mkdtempSync(join(tmpdir(), 'fp-'))
  chmodSync(folder, 0o755)
  const password = join(folder, 'password')
  writeFileSync(password, 'superuser')
  const data = mkdtempSync(join(folder, 'data-'))
  if (as.uid !== undefined && as.gid !== undefined) chownSync(data, as.uid, as.gid)
  const bin = programs ?? programFolder(folder, as)
  const options = { ...as, cwd: '/', encoding: 'utf8' } as const
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', password, '-E', 'UTF8', '--locale=C'],
    options,
  )
  if (made.status !== 0) throw new Error(made.stderr)
  const port = await aFreePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'fsync=off'].flatMap((setting) => ['-c', setting])
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', data, ...settings], {
    ...as,
    cwd: '/',
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  const urlOf = (user: string, userPassword: string, database: string) =>
    `postgresql://${user}:${userPassword}@127.0.0.1:${port}/${database}`
  const superuser = urlOf('postgres', 'superuser', 'postgres')
  after(async () => {
    server.kill('SIGQUIT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  await answering(superuser)
  return { host: `127.0.0.1:${port}`, superuser, urlOf }
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('a port was asked for')
  return address.port
}

async function answering(url: string): Promise<void> {
  const giveUpAt = performance.now() + WITHIN_MILLISECONDS
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await wait(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
