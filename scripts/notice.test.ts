import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { packageFolder } from '../src/platform/sources.ts'
import { notice } from './notice.ts'

test('NOTICE.md names what is fetched now: after a change of it, run "npm run notice"', () => {
  assert.equal(readFileSync(join(packageFolder, 'NOTICE.md'), 'utf8'), notice())
})

test('only buffers states no licence, and no licence asks for our own source', () => {
  const rows = [...notice().matchAll(/^\| (\S+) \| (\S+) \| (.+) \|$/gm)].map(([, name, , licence]) => ({
    name,
    licence,
  }))
  assert.deepEqual(
    rows.filter(({ licence }) => licence === 'none stated').map(({ name }) => name),
    ['buffers'],
  )
  const strong = rows.filter(({ licence = '' }) => /\bA?GPL/.test(licence) && !/MIT OR/.test(licence))
  assert.deepEqual(strong, [])
})
