import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { ThreadFault, questionThread } from './questionThread.ts'

const file = join(import.meta.dirname, '../../test/support/troubledThread.ts')
const LONGEST = 60_000
const isFault =
  (words: RegExp) =>
  (error: unknown): boolean =>
    error instanceof ThreadFault && words.test(error.message)

describe('a thread that is asked questions', () => {
  it('answers them, and fails only those that it can’t answer', async () => {
    const ask = questionThread(file)
    const failed = [
      assert.rejects(ask('throw'), isFault(/it can’t/)),
      assert.rejects(ask('uncloneable'), isFault(/could not be cloned/)),
    ]
    assert.deepEqual(await Promise.all([ask('one'), ask({ two: [2] })]), ['one', { two: [2] }])
    await Promise.all(failed)
  })

  for (const { trouble, words } of [
    { trouble: 'end', words: /the thread ended/ },
    { trouble: 'crash', words: /it crashed/ },
  ]) {
    it(`where it does “${trouble}”, all that is awaited of it fails, and the next question starts another`, async () => {
      const ask = questionThread(file)
      await Promise.all([ask(trouble), ask('silent')].map((one) => assert.rejects(one, isFault(words))))
      assert.equal(await ask('again'), 'again')
    })
  }

  for (const trouble of ['silent', 'busy']) {
    it(`that is ${trouble} for too long is ended, and the next question starts another`, async (t) => {
      t.mock.timers.enable({ apis: ['setTimeout'] })
      const ask = questionThread(file, LONGEST)
      assert.equal(await ask('first'), 'first')
      const failed = assert.rejects(ask(trouble), isFault(/no answer for 60 s/))
      t.mock.timers.tick(LONGEST)
      await failed
      assert.equal(await ask('again'), 'again')
    })
  }

  it('may take its time as long as it answers something', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const ask = questionThread(file, LONGEST)
    const questions = ['slow', 'slow', 'slow'].map(ask)
    for (const question of questions) {
      t.mock.timers.tick(LONGEST - 1)
      assert.equal(await question, 'slow')
    }
  })

  it('does not keep a command from its end, whatever was asked', () => {
    const asked = ["'one'", "'throw'", "'crash'", '() => 1']
      .map((question) => `await ask(${question}).catch(() => 'failed')`)
      .join(', ')
    const command = `import { questionThread } from ${JSON.stringify(join(import.meta.dirname, 'questionThread.ts'))}
      const ask = questionThread(${JSON.stringify(file)}, ${LONGEST})
      console.log([${asked}].join())`
    const folder = mkdtempSync(join(tmpdir(), 'footprint-thread-'))
    const path = join(folder, 'command.mjs')
    writeFileSync(path, command)
    const { stdout, status } = spawnSync(process.execPath, [path], { encoding: 'utf8', timeout: LONGEST / 2 })
    rmSync(folder, { recursive: true })
    assert.deepEqual({ stdout, status }, { stdout: 'one,failed,failed,failed\n', status: 0 })
  })
})
