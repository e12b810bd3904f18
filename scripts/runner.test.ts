import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

test('a suite that breaks before its tests are known counts as failed, and so does each test, once', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-runner-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'broken.test.mjs')
  writeFileSync(
    file,
    `import { describe, test } from 'node:test'
     describe('breaks', async () => { await Promise.reject(new Error('broken')) })
     describe('has tests', () => {
       test('fails', () => { throw new Error('wrong') })
       test('passes', () => {})
     })`,
  )
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'test.ts'), file], {
    env: { ...process.env, NODE_TEST_CONTEXT: undefined }, // with it, Node skips a run that a test starts
    encoding: 'utf8',
  })
  assert.match(stdout, /\n1 passed, 2 failed\n$/)
  assert.equal(status, 1)
})
