import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { aDatabase, asSuperuser } from '../../../test/support/database.ts'
import { Refusal } from '../refusal.ts'
import { ensureAuthority } from './authorities.ts'
import { openDatabase } from './database.ts'
import { useEmbeddedServer } from './embedded/server.ts'
import { migrateToLatest } from './migrate.ts'
import { withAuthority, withoutAuthority } from './withAuthority.ts'

/** A folder that another user can reach, removed after the test or suite that calls it. */
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fp-'))
  chmodSync(folder, 0o755)
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

const serverPid = (folder: string): number =>
  Number.parseInt(readFileSync(join(folder, 'server/data/postmaster.pid'), 'utf8'), 10)

const isStopped = (folder: string): boolean => !existsSync(join(folder, 'server/data/postmaster.pid'))

async function one(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ value: unknown }>(query)
  await client.end()
  return rows[0]?.value
}

/** Another process that uses the folder's server until its input ends or it is killed. */
async function anotherUser(folder: string): Promise<ChildProcess> {
  const server = JSON.stringify(join(import.meta.dirname, 'embedded/server.ts'))
  const script = `
    const { useEmbeddedServer } = await import(${server})
    const server = await useEmbeddedServer(${JSON.stringify(folder)}, ['fsync=off'])
    console.log('ready')
    process.stdin.on('end', () => server.close()).resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

describe('the embedded server', () => {
  const shared = aFolder()

  test('is shared, keeps its data, and stops with the last process that uses it', async () => {
    const folder = aFolder()
    // Both start at once on an empty folder: one makes it, the other finds it.
    const [ours, other] = await Promise.all([useEmbeddedServer(folder, ['fsync=off']), anotherUser(folder)])
    await one(ours.urlOf('postgres'), 'create table kept as select 42 as value')
    await ours.close()
    assert.equal(await one(ours.urlOf('postgres'), 'select value from kept'), 42, 'the other process still uses it')
    other.stdin?.end()
    await ended(other)
    assert.ok(isStopped(folder))

    const again = await useEmbeddedServer(folder, ['fsync=off'])
    assert.equal(await one(again.urlOf('postgres'), 'select value from kept'), 42)
    await again.close()
    assert.ok(isStopped(folder))
  })

  test('is used again where a killed process has left it running', async () => {
    const killed = await anotherUser(shared)
    const pid = serverPid(shared)
    killed.kill('SIGKILL')
    await ended(killed)
    const ours = await useEmbeddedServer(shared, ['fsync=off'])
    assert.equal(serverPid(shared), pid)
    await ours.close()
    assert.ok(isStopped(shared))
  })

  test('knows none of our secrets', async (t) => {
    if (!existsSync('/proc/self/environ')) {
      t.skip('there is no /proc')
      return
    }
    const ours = { FOOTPRINT_OIDC_CLIENT_SECRET: 'SECRET' }
    const before = { ...process.env }
    t.after(() => {
      for (const name of Object.keys(ours)) {
        if (before[name] === undefined) Reflect.deleteProperty(process.env, name)
        else process.env[name] = before[name]
      }
    })
    Object.assign(process.env, ours)
    const server = await useEmbeddedServer(shared, ['fsync=off'])
    const environment = readFileSync(`/proc/${serverPid(shared)}/environ`, 'utf8')
    await server.close()
    assert.match(environment, /PATH=/)
    assert.doesNotMatch(environment, /FOOTPRINT_|SECRET/)
  })

  test('starts again after it was killed itself', async () => {
    const before = await useEmbeddedServer(shared, ['fsync=off'])
    await one(before.urlOf('postgres'), 'create table left_behind as select 42 as value')
    process.kill(serverPid(shared), 'SIGKILL')
    const after = await useEmbeddedServer(shared, ['fsync=off'])
    assert.equal(await one(after.urlOf('postgres'), 'select value from left_behind'), 42)
    await Promise.all([before.close(), after.close()])
    assert.ok(isStopped(shared))
  })

  for (const { why, make } of [
    { why: 'too long for a socket', make: (folder: string) => join(folder, 'long'.repeat(25)) },
    {
      why: 'closed to the user it runs as',
      make: (folder: string) => {
        mkdirSync(join(folder, 'closed'), { mode: 0o700 })
        return join(folder, 'closed', 'data')
      },
    },
  ]) {
    test(`works from a folder that is ${why}`, async (t) => {
      const folder = make(aFolder())
      const server = await useEmbeddedServer(folder, ['fsync=off'])
      const place = realpathSync(join(folder, 'server'))
      t.after(() => {
        rmSync(place, { recursive: true, force: true })
      })
      assert.equal(await one(server.urlOf('postgres'), 'select 1 as value'), 1)
      await server.close()
      assert.ok(isStopped(folder))
      const isRoot = process.getuid?.() === 0
      assert.equal(lstatSync(join(folder, 'server')).isSymbolicLink(), isRoot || why.startsWith('too long'))
    })
  }

  test('refuses a folder that is none, and says which', async () => {
    const dataFolder = join(import.meta.filename, 'data')
    await assert.rejects(openDatabase({ url: null, ownerUrl: null, dataFolder }), (error) => {
      assert.ok(error instanceof Refusal)
      assert.ok(error.message.includes(dataFolder))
      return true
    })
  })

  test('is not opened in place of a server of which only the owner is named', async () => {
    const configuration = { url: null, ownerUrl: 'postgresql://owner@db.example/footprint', dataFolder: aFolder() }
    await assert.rejects(openDatabase(configuration), /FOOTPRINT_DATABASE_URL is not: set it too/)
    assert.deepEqual(readdirSync(configuration.dataFolder), [])
  })

  test('is opened with its tables, and its log holds no data when a query fails', async () => {
    const open = await openDatabase({ url: null, ownerUrl: null, dataFolder: shared })
    const failing = withAuthority(open.database, 'E09000033', async (trx) => {
      await sql`insert into authority (authority, name) values ('E09000033', 'SECRET')`.execute(trx)
      await sql`insert into authority (authority, name) values ('E09000033', 'SECRET')`.execute(trx)
    })
    await assert.rejects(failing, /duplicate key/)
    await open.close()
    const log = readFileSync(join(shared, 'server/server.log'), 'utf8')
    assert.match(log, /duplicate key/)
    assert.doesNotMatch(log, /SECRET|E09000033/)
  })
})

describe('a database on a server', async () => {
  const server = await aDatabase()
  const dataFolder = '/nonexistent'

  test('refuses with a reason that names what to put right', async () => {
    const cases = [
      { url: 'postgresql://nobody@127.0.0.1:9/records', reason: /server can not be reached/ },
      { url: server.urlOf('no_such_database'), reason: /no such database/ },
    ]
    for (const { url, reason } of cases) {
      await assert.rejects(openDatabase({ url, ownerUrl: null, dataFolder }), (error) => {
        assert.ok(error instanceof Refusal)
        assert.match(error.message, reason)
        return true
      })
    }
  })

  test('is migrated by its owner and used by a role that owns nothing', async (t) => {
    const name = `owned_${process.pid}`
    await asSuperuser(server.urlOf, async (client) => {
      await client.query(`create role ${name}_owner login createrole`)
      await client.query(`create role ${name}_app login`)
      await client.query(`create database ${name} owner ${name}_owner`)
    })
    t.after(() =>
      asSuperuser(server.urlOf, async (client) => {
        await client.query(`drop database ${name} with (force)`)
        await client.query(`drop role ${name}_app, ${name}_owner`)
      }),
    )
    const as = (role: string) => server.urlOf(name).replace(/\/\/[^@]*@/, `//${name}_${role}@`)
    const configuration = { url: as('app'), ownerUrl: as('owner'), dataFolder }

    await assert.rejects(openDatabase({ ...configuration, ownerUrl: null }), /user may not do that/)
    // The role is the whole server's. The tests' template has made it, as another owner: an administrator grants it.
    await asSuperuser(server.urlOf, (client) => client.query(`grant footprint_app to ${name}_owner with admin option`))
    const ran = await Promise.all([migrateToLatest(as('owner')), migrateToLatest(as('owner'))])
    const migrations = readdirSync(join(import.meta.dirname, '../../../migrations')).map((file) => parse(file).name)
    assert.deepEqual(ran.flat(), migrations.sort(), 'each ran once, though two processes came at once')
    await assert.rejects(openDatabase(configuration), /must be a member of the role footprint_app/)
    await asSuperuser(server.urlOf, (client) => client.query(`grant footprint_app to ${name}_app`))
    const open = await openDatabase(configuration)
    await withAuthority(open.database, 'E09000033', (trx) =>
      sql`insert into authority (authority, name) values ('E09000033', 'Westminster')`.execute(trx),
    )
    const listed = await withoutAuthority(open.database, (trx) => sql`select name from authority`.execute(trx))
    assert.deepEqual(listed.rows, [{ name: 'Westminster' }])
    await assert.rejects(sql`drop table authority cascade`.execute(open.database), /must be owner/)
    await open.close()
  })
})

test('nothing keeps a connection of the application for ever', async () => {
  const { database } = await aDatabase()
  const { rows } = await sql<Record<string, string>>`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(database)
  assert.deepEqual(rows, [{ statement: '2min', lock: '1min', idle: '2min' }])
})

test('an authority is not kept under two of its codes', async () => {
  const { database } = await aDatabase()
  const make = (code: string, name: string) =>
    withAuthority(database, code, async (transaction) => {
      await ensureAuthority(transaction, { code, name })
      const { rows } = await sql<{ authority: string }>`select authority from authority`.execute(transaction)
      return rows.map(({ authority }) => authority)
    })
  assert.deepEqual(await make('E08000019', 'Sheffield'), ['E08000019'])
  await assert.rejects(make('E08000039', 'Sheffield'), {
    name: 'Refusal',
    message:
      'The records of Sheffield are kept here under its other code: E08000039 and E08000019 are the same authority. Give E08000019.',
  })
  assert.deepEqual(await make('E08000019', 'Sheffield'), ['E08000019'])
  assert.deepEqual(await make('E06000063', 'Cumberland'), ['E06000063'], 'one of two that followed Cumbria')
})
