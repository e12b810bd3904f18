import { basename } from 'node:path'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '../../../../test/support/database.ts'
import { seesEveryone } from '../../../kernel/visibility.ts'
import { withAuthority } from '../../../platform/database/withAuthority.ts'
import { RunGivenUp, endRun } from '../../../platform/imports/endRun.ts'
import { clearOldRunsOfAll } from '../../../platform/imports/oldRuns.ts'
import type { DoneImport, ImportReturn } from '../app/importReturn.ts'
import type { ImportRunStore } from '../app/importRuns.ts'
import { makeImportWorker } from '../app/workOnImportRun.ts'
import { removeFilesLeft, withSentFiles } from '../read/sentFiles.ts'
import { makeImportRunStore } from './importRuns.ts'

const westminster = { code: 'E09000033', name: 'Westminster' }
const CODE = westminster.code
const files = [
  { name: 'b.csv', content: Buffer.from('two') },
  { name: 'a.csv', content: Buffer.from([0, 255]) },
]

const begin = (runs: ImportRunStore) =>
  runs.begin({ authority: westminster, year: 2025, visibility: seesEveryone, sourceName: '2 files', files })

const previewed: DoneImport = {
  outcome: 'previewed',
  changes: { added: 1, changed: 0, removed: 0, unchanged: 0 },
  addedChildren: [],
  changedChildren: [],
  removedChildren: [],
  otherYear: null,
  childrenShown: ['100'],
  rowCounts: { Header: 1 },
  warnings: [],
  findings: ['100', '200'].map((child) => ({ child, code: 'odd', source: null, what: 'Odd.', counted: 'So.' })),
}

describe('imports through the pages', async () => {
  const { database } = await aDatabase()
  const runs = makeImportRunStore(database)

  /** A worker whose import does as it is told. */
  const worker = (importReturn: ImportReturn, onFault: (fault: unknown) => void = assert.ifError) =>
    makeImportWorker({
      runs,
      importReturn,
      withFiles: withSentFiles,
      visibilityOf: () => Promise.resolve(seesEveryone),
      clock: () => 0,
      onFault,
    })

  test('keep the files as they were sent until the import is over', async () => {
    const id = await begin(runs)
    assert.deepEqual(await runs.files(CODE, id), [...files].reverse())
    await runs.finish(CODE, id, 'ready', null)
    assert.equal((await runs.files(CODE, id)).length, 2)
    await runs.finish(CODE, id, 'stored', null)
    assert.equal((await runs.files(CODE, id)).length, 0)
  })

  test('keep a large file that comes piece by piece', async () => {
    const pieces = [9, 9].map((megabytes) => randomBytes(megabytes * 1024 * 1024))
    const sent = [{ name: 'large.zip', content: Readable.from(pieces) }]
    const id = await runs.begin({
      authority: westminster,
      year: 2025,
      visibility: seesEveryone,
      sourceName: 'large.zip',
      files: sent,
    })
    const [kept] = await runs.files(CODE, id)
    assert.ok(kept?.content.equals(Buffer.concat(pieces)))
  })

  test('are found by their own authority only, and not by an id that is none', async () => {
    const id = await begin(runs)
    assert.equal((await runs.find(CODE, id))?.state, 'checking')
    assert.equal(await runs.find('E06000016', id), null)
    assert.equal(await runs.find(CODE, 'nonsense'), null)
  })

  test('move on once, however often they are told to', async () => {
    const id = await begin(runs)
    await runs.finish(CODE, id, 'ready', null)
    const clicks = await Promise.all([1, 2, 3].map(() => runs.advance(CODE, id, 'ready', 'storing')))
    assert.deepEqual(clicks.filter(Boolean).length, 1)
  })

  test('a note that comes late does not touch what has finished', async () => {
    const id = await begin(runs)
    await runs.finish(CODE, id, 'refused', { outcome: 'refused', errors: [], moreErrors: 0 })
    await runs.note(CODE, id, { stage: 'reading', done: 1, total: 2 })
    const run = await runs.find(CODE, id)
    assert.deepEqual([run?.state, run?.progress], ['refused', null])
  })

  test('are stalled where nothing is heard of them for a minute, and forgotten a week later', async () => {
    const id = await begin(runs)
    const leave = (time: string) =>
      withAuthority(database, CODE, (transaction) =>
        sql`update import_run set updated_at = now() - ${time}::interval where run_id = ${id}`.execute(transaction),
      )
    assert.equal((await runs.find(CODE, id))?.isStalled, false)
    await leave('61 seconds')
    assert.equal((await runs.find(CODE, id))?.isStalled, true)
    await leave('8 days')
    await begin(runs)
    assert.equal(await runs.find(CODE, id), null)
  })

  test('say how many are before them while they wait, and are not stalled meanwhile', async () => {
    const id = await begin(runs)
    await runs.noteWaiting(CODE, id, 3)
    assert.equal((await runs.find(CODE, id))?.waitsFor, 3)
    await runs.noteWaiting(CODE, id, null)
    assert.equal((await runs.find(CODE, id))?.waitsFor, null)
    await runs.note(CODE, id, { stage: 'reading', done: 1, total: 2 })
    await runs.noteWaiting(CODE, id, null)
    assert.deepEqual((await runs.find(CODE, id))?.progress, { stage: 'reading', done: 1, total: 2 })
  })

  test('that are ended from outside are, unless they are over, and then nothing can be stored of them', async () => {
    const id = await begin(runs)
    await runs.stop(CODE, id, 'refused', { outcome: 'refused', errors: [], moreErrors: 0 })
    const mark = () =>
      withAuthority(database, CODE, (transaction) => endRun(transaction, CODE, { runId: id, result: null }))
    await assert.rejects(mark(), RunGivenUp)
    assert.equal((await runs.find(CODE, id))?.state, 'refused')
    assert.equal((await runs.files(CODE, id)).length, 0)
    await runs.finish(CODE, id, 'storing', null)
    await mark()
    await runs.stop(CODE, id, 'failed', null)
    assert.equal((await runs.find(CODE, id))?.state, 'stored')
  })

  test('name what is wrong with the files as a whole as their sender knows them', async () => {
    const id = await begin(runs)
    const wrong = { row: null, column: null, value: null, reason: 'is not a return' }
    await worker(({ path }) =>
      Promise.resolve({ outcome: 'refused', errors: [{ file: basename(path), ...wrong }], moreErrors: 0 }),
    )({ authority: westminster, runId: id, recordedBy: 'ada', mayEmptyYear: false })
    const run = await runs.find(CODE, id)
    assert.equal(run?.result?.outcome === 'refused' && run.result.errors[0]?.file, run?.sourceName)
  })

  test('are checked first: the result waits, its findings by kind, for someone to say yes', async () => {
    const id = await begin(runs)
    const seen: string[] = []
    await worker(async (request, onProgress) => {
      seen.push(
        `${request.year.name} ${request.isPreview ? 'preview' : 'store'}: ${readdirSync(request.path).join(' ')}`,
      )
      onProgress({ stage: 'reading', done: 1, total: 2 })
      return Promise.resolve(previewed)
    })({ authority: westminster, runId: id, recordedBy: 'ada', mayEmptyYear: false })
    assert.deepEqual(seen, ['2025-26 preview: a.csv b.csv'])
    const run = await runs.find(CODE, id)
    assert.equal(run?.state, 'ready')
    assert.deepEqual(run.result, {
      outcome: 'previewed',
      changes: previewed.changes,
      addedChildren: [],
      changedChildren: [],
      removedChildren: [],
      otherYear: null,
      childrenShown: ['100'],
      rowCounts: { Header: 1 },
      warnings: [],
      found: [{ code: 'odd', count: 2, what: 'Odd.', counted: 'So.' }],
    })
  })

  test('are stored when told to, and not worked on twice', async () => {
    const id = await begin(runs)
    await runs.finish(CODE, id, 'ready', null)
    await runs.advance(CODE, id, 'ready', 'storing')
    let times = 0
    const work = worker(async ({ isPreview, run }) => {
      times++
      assert.equal(isPreview, false)
      const done: DoneImport = { ...previewed, outcome: 'stored' }
      await withAuthority(database, CODE, (transaction) =>
        endRun(transaction, CODE, { runId: run?.id ?? '', result: run?.resultOf(done) }),
      )
      return done
    })
    await work({ authority: westminster, runId: id, recordedBy: 'ada', mayEmptyYear: false })
    await work({ authority: westminster, runId: id, recordedBy: 'ada', mayEmptyYear: false })
    assert.equal(times, 1)
    const run = await runs.find(CODE, id)
    assert.deepEqual([run?.state, run?.result?.outcome], ['stored', 'stored'])
    assert.deepEqual(await runs.files(CODE, id), [])
  })

  test('are not stored once they have been given up, and do not fail once they are stored', async () => {
    const [late, done] = [await begin(runs), await begin(runs)]
    for (const id of [late, done]) {
      await runs.finish(CODE, id, 'ready', null)
      await runs.advance(CODE, id, 'ready', 'storing')
    }
    const end = (runId: string) =>
      withAuthority(database, CODE, (transaction) => endRun(transaction, CODE, { runId, result: null }))
    assert.equal(await runs.giveUp(CODE, late), false, 'it is still at work')
    await withAuthority(database, CODE, (transaction) =>
      sql`update import_run set updated_at = now() - interval '61 seconds' where run_id = ${late}`.execute(transaction),
    )
    assert.equal(await runs.giveUp(CODE, late), true)
    await assert.rejects(end(late), { name: 'RunGivenUp' })
    assert.deepEqual(await runs.files(CODE, late), [])
    await end(done)
    await runs.finish(CODE, done, 'failed', null)
    assert.equal((await runs.find(CODE, done))?.state, 'stored')
  })

  test('that a server left behind have ended, with their files, when the next one starts', async () => {
    const [left, unconfirmed] = [await begin(runs), await begin(runs)]
    await runs.finish(CODE, unconfirmed, 'ready', null)
    await withAuthority(database, CODE, (transaction) =>
      sql`update import_run set updated_at = now() - interval '25 hours' where run_id in (${left}, ${unconfirmed})`.execute(
        transaction,
      ),
    )
    await clearOldRunsOfAll(database)
    assert.equal((await runs.find(CODE, left))?.state, 'failed')
    assert.deepEqual(await runs.files(CODE, left), [])
    assert.equal(await runs.find(CODE, unconfirmed), null)
  })

  test('that are refused keep the first errors and count the rest', async () => {
    const id = await begin(runs)
    const errors = Array.from({ length: 1100 }, (_, row) => ({
      file: 'a.csv', row, column: null, value: null, reason: 'is wrong',
    })) // prettier-ignore
    await worker(() => Promise.resolve({ outcome: 'refused', errors, moreErrors: 7 }))({
      authority: westminster,
      runId: id,
      recordedBy: 'ada',
      mayEmptyYear: false,
    })
    const result = (await runs.find(CODE, id))?.result
    assert.ok(result?.outcome === 'refused')
    assert.deepEqual([result.errors.length, result.moreErrors], [1000, 107])
  })

  test('end as failed where there is a fault, and the files are gone from the disc', async () => {
    const id = await begin(runs)
    const faults: unknown[] = []
    let folder = ''
    await worker(
      ({ path }) => {
        folder = path
        assert.equal(statSync(path).mode & 0o077, 0, 'nobody else may read the folder')
        throw new Error('broken')
      },
      (fault) => faults.push(fault),
    )({ authority: westminster, runId: id, recordedBy: 'ada', mayEmptyYear: false })
    assert.equal((await runs.find(CODE, id))?.state, 'failed')
    assert.equal(faults.length, 1)
    assert.equal(existsSync(folder), false)
  })
})

describe('files that were sent', () => {
  test('are removed where a process that was killed has left them, and not while another is at work on them', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version'])
    const [left, inUse] = [dead, process.ppid].map((pid) => mkdtempSync(join(tmpdir(), `footprint-import-${pid}_`)))
    assert.ok(left !== undefined && inUse !== undefined)
    await removeFilesLeft()
    assert.deepEqual([existsSync(left), existsSync(inUse)], [false, true])
    rmSync(inUse, { recursive: true })
  })

  for (const { why, sent, path } of [
    { why: 'one zip is the return itself', sent: ['return.zip'], path: /return\.zip$/ },
    { why: 'one CSV is a folder of one', sent: ['episodes.csv'], path: /footprint-import-\w+$/ },
    { why: 'a name can’t lead out of the folder', sent: ['../../evil.xml'], path: /footprint-import-\w+\/evil\.xml$/ },
    { why: 'nor by the other slash', sent: ['..\\..\\evil.xml'], path: /footprint-import-\w+\/evil\.xml$/ },
    { why: 'a name of dots only is no file', sent: ['..'], path: /footprint-import-\w+\/_$/ },
  ]) {
    test(why, async () => {
      const given = await withSentFiles(
        sent.map((name) => ({ name, content: Buffer.from('x') })),
        (at) => Promise.resolve({ at, isThere: existsSync(at) }),
      )
      assert.match(given.at, path)
      assert.equal(given.isThere, true)
      assert.equal(existsSync(given.at), false)
    })
  }
})
