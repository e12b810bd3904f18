import { OPERATOR_ID } from '../access/domain/actor.ts'
import { seesEveryone } from '../kernel/visibility.ts'
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { aDatabase } from '../../test/support/database.ts'
import { smallReturn } from '../../test/support/smallReturn.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { configurationOf } from '../platform/configuration.ts'
import { removeLeftFolders } from '../platform/imports/threadFolders.ts'
import { makeImportQueue } from './importThread.ts'
import { servicesOn } from '../../test/support/services.ts'

const CODE = demoAuthority.code
const files = Object.entries(smallReturn).map(([name, text]) => ({ name, content: Buffer.from(text) }))

const foldersOfThisProcess = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`footprint-thread-${process.pid}-`))

test('an import in a thread of its own', async (t) => {
  const { database, url } = await aDatabase()
  const services = await servicesOn(database)
  const { importRuns, registersRuns } = services
  const configuration = configurationOf({ FOOTPRINT_DATABASE_URL: url })
  const log = pino({ level: 'silent' })
  const authority = demoAuthority

  async function over<Run extends { state: string }>(find: () => Promise<Run | null>): Promise<Run> {
    for (;;) {
      const run = await find()
      assert.ok(run)
      if (run.state !== 'checking' && run.state !== 'storing') return run
      await wait(20)
    }
  }

  for (const { bound, limits, says } of [
    { bound: 'of memory', limits: { memoryMegabytes: 4, minutes: 10 }, says: /^takes more than 4 MB of memory/ },
    { bound: 'of time', limits: { memoryMegabytes: 1000, minutes: 0 }, says: /^takes more than 0 minutes/ },
  ]) {
    await t.test(`that passes its bound ${bound} is ended and says so, and nothing of it is stored`, async () => {
      const queue = makeImportQueue(services.house, configuration, log, limits)
      const runId = await importRuns.begin({
        authority,
        year: 2022,
        visibility: seesEveryone,
        sourceName: 'big.zip',
        files,
      })
      await importRuns.finish(CODE, runId, 'storing', null)
      queue.add({ kind: 'return', authority, runId, recordedBy: OPERATOR_ID, mayEmptyYear: false })
      const { state, result } = await over(() => importRuns.find(CODE, runId))
      assert.equal(state, 'refused')
      const [error] = result?.outcome === 'refused' ? result.errors : []
      assert.equal(error?.file, 'big.zip')
      assert.match(error.reason, says)
      assert.match(error.reason, /nothing of it is stored/)
      assert.deepEqual(await services.returns.imports(CODE), [])
      assert.deepEqual(foldersOfThisProcess(), [], 'nothing is left on the disk')
    })
  }

  await t.test('so do registers', async () => {
    const queue = makeImportQueue(services.house, configuration, log, { memoryMegabytes: 1000, minutes: 0 })
    const runId = await registersRuns.begin({
      authority,
      recordedBy: OPERATOR_ID,
      visibility: seesEveryone,
      sourceName: 'big.xlsx',
      files,
    })
    queue.add({ kind: 'registers', authority, runId, isKeepingValidRows: false, recordedBy: OPERATOR_ID })
    const { state, result } = await over(() => registersRuns.find(CODE, runId))
    assert.equal(state, 'refused')
    assert.equal(result?.errors[0]?.file, 'big.xlsx')
  })

  await t.test('two are at work at once, and the third is told that it waits for them', async () => {
    const queue = makeImportQueue(services.house, configuration, log)
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [`return_import of ${CODE}`])
    const begun: string[] = []
    for (const sourceName of ['first', 'second', 'third']) {
      const runId = await importRuns.begin({ authority, year: 2022, visibility: seesEveryone, sourceName, files })
      await importRuns.finish(CODE, runId, 'storing', null)
      queue.add({ kind: 'return', authority, runId, recordedBy: OPERATOR_ID, mayEmptyYear: false })
      begun.push(runId)
    }
    const third = begun.at(-1) ?? ''
    const waitsFor = async () => (await importRuns.find(CODE, third))?.waitsFor ?? null
    // Nobody ends while the lock is held: either it waits, or it was begun too.
    while ((await waitsFor()) === null && foldersOfThisProcess().length < begun.length) await wait(20)
    assert.equal(await waitsFor(), 2)
    await holder.end()
    for (const runId of begun) await over(() => importRuns.find(CODE, runId))
  })
})

test('what processes have left on the disk that are no more is removed, and nothing else', async () => {
  const left = join(tmpdir(), 'footprint-thread-99999999-abc')
  const own = join(tmpdir(), `footprint-thread-${process.pid}-abc`)
  for (const folder of [left, own]) mkdirSync(join(folder, 'files'), { recursive: true })
  await removeLeftFolders()
  assert.deepEqual([existsSync(left), existsSync(own)], [false, true])
  rmSync(own, { recursive: true })
})
