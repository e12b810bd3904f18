import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { once } from 'node:events'
import { test } from 'node:test'
import { refusalOf } from './refusals.ts'

test('a socket that is not there is a database out of reach, a file that is not there is not', async () => {
  const nowhere = '/nonexistent/footprint'
  const unreachable: unknown[] = await once(connect(nowhere), 'error')
  assert.match(refusalOf(unreachable[0])?.message ?? '', /can not be reached/)
  const missing: unknown = await readdir(nowhere).catch((error: unknown) => error)
  assert.equal(refusalOf(missing), null)
})
