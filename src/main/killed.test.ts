import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, describe, test } from 'node:test'
import pg from 'pg'
import { footprint } from '../../test/support/commandLine.ts'
import { aDatabase } from '../../test/support/database.ts'
import { useEmbeddedServer } from '../platform/database/embedded/server.ts'

const root = join(import.meta.dirname, '../..')
const data = join(root, 'test/data')
const ofYear = ['--authority', 'E09000033', '--year', '2022-23']
const before = join(data, 'made-up-borough-2022-23/data')
const replacement = join(data, 'ssda903-sample')

/** What keeps an import from getting further than a certain point, until we let it. */
const barriers = {
  'before it compares': `select pg_advisory_lock(hashtextextended('return_import of E09000033', 0))`,
  'before it commits': 'begin; lock table authority in share mode',
}

/** Moments to be killed at: at a line of progress, or where it is stopped by the barrier; nothing is committed at any. */
const moments: { when: string; barrier: keyof typeof barriers; line: RegExp | null }[] = [
  { when: 'reading', barrier: 'before it compares', line: /^Reading .*: [3-9]0%/ },
  { when: 'sending its documents', barrier: 'before it compares', line: /^Sending .*: [3-9]0%/ },
  { when: 'all is sent and nothing compared', barrier: 'before it compares', line: null },
  {
    when: 'old versions are ended, new ones begun, and only the commit is missing',
    barrier: 'before it commits',
    line: null,
  },
]

interface Place {
  url: string
  environment: Record<string, string>
}

describe('an import killed at any moment leaves the database as before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fp-'))
  chmodSync(folder, 0o755)
  const embedded = await useEmbeddedServer(folder)
  const holding = [embedded]
  after(async () => {
    for (const { close } of holding) await close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { url } = await aDatabase()
  const places: Record<string, Place> = {
    'the embedded database': { url: embedded.urlOf('postgres'), environment: { FOOTPRINT_DATA: folder } },
    'a server named by its address': { url, environment: { FOOTPRINT_DATABASE_URL: url } },
  }

  for (const [name, { url, environment }] of Object.entries(places)) {
    const run = (path: string) => footprint(['import', 'ssda903', path, ...ofYear], environment)
    assert.equal((await run(before)).status, 0)

    for (const { when, barrier, line } of moments) {
      test(`${name}: ${when}`, async () => {
        const was = await everythingIn(url)
        await withBarrier(url, barrier, async () => {
          const importing = startImport(environment)
          await (line ? sees(importing, line) : isHeldUp(url)).finally(() => kill(importing))
        })
        await isGone(url)
        assert.deepEqual(await everythingIn(url), was)
      })
    }

    test(`${name}: the next import works`, async () => {
      const { status, stdout, stderr } = await run(replacement)
      assert.equal(status, 0, stderr)
      assert.match(stdout, /2675 added, 1 changed, 121 removed/)
      assert.equal((await run(before)).status, 0)
    })
  }

  test('Ctrl-C ends an import at once, as a kill would', async () => {
    const was = await everythingIn(url)
    await withBarrier(url, 'before it commits', async () => {
      const importing = startImport({ FOOTPRINT_DATABASE_URL: url })
      await isHeldUp(url)
      const exited = once(importing, 'exit')
      importing.kill('SIGINT')
      assert.deepEqual(await exited, [130, null])
    })
    await isGone(url)
    assert.deepEqual(await everythingIn(url), was)
  })

  test('the embedded database: together with its server', async () => {
    const was = await everythingIn(embedded.urlOf('postgres'))
    await withBarrier(embedded.urlOf('postgres'), 'before it commits', async () => {
      const importing = startImport({ FOOTPRINT_DATA: folder })
      await isHeldUp(embedded.urlOf('postgres')).finally(() => kill(importing))
      process.kill(Number.parseInt(readFileSync(join(folder, 'server/data/postmaster.pid'), 'utf8'), 10), 'SIGKILL')
    })
    holding.push(await useEmbeddedServer(folder))
    assert.deepEqual(await everythingIn(embedded.urlOf('postgres')), was)
  })
})

/** Runs `work` while no import gets past the barrier. */
async function withBarrier(url: string, barrier: keyof typeof barriers, work: () => Promise<void>): Promise<void> {
  const holder = await connected(url)
  holder.on('error', () => undefined) // it may go down with its server
  try {
    await holder.query(barriers[barrier])
    await work()
  } finally {
    await holder.end()
  }
}

function startImport(environment: Readonly<Record<string, string>>) {
  return spawn(join(root, 'bin/footprint'), ['import', 'ssda903', replacement, ...ofYear], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

type Importing = ReturnType<typeof startImport>

async function sees({ stderr }: Importing, line: RegExp): Promise<void> {
  for await (const said of createInterface({ input: stderr })) if (line.test(said)) return
  assert.fail(`the import ended without saying ${String(line)}`)
}

async function kill(importing: Importing): Promise<void> {
  const exited = once(importing, 'exit')
  assert.ok(importing.kill('SIGKILL'), 'it was still at work')
  await exited
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** Waits until the import's connection waits for the barrier. */
const isHeldUp = (url: string) => until(url, `wait_event_type = 'Lock'`, 1)

/** Waits until the server has noticed that nobody is at the other end, and has put back what was not committed. */
const isGone = (url: string) => until(url, 'true', 0)

async function until(url: string, condition: string, count: number): Promise<void> {
  const WITHIN_MILLISECONDS = 60_000
  const client = await connected(url)
  const end = performance.now() + WITHIN_MILLISECONDS
  while (performance.now() < end) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where application_name = 'footprint' and datname = current_database() and ${condition}`,
    )
    if (rows[0]?.n === count) return client.end()
  }
  await client.end()
  assert.fail(`it never came to ${count} connections with ${condition}`)
}

async function everythingIn(url: string): Promise<unknown> {
  const client = await connected(url)
  const found = []
  for (const table of ['authority', 'return_import', 'return_child order by child, year, known_from']) {
    found.push((await client.query(`select * from ${table}`)).rows)
  }
  await client.end()
  return found
}
