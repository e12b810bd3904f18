import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doneWords } from './done.ts'

test('a page says what was done, in its own words only', () => {
  const done = doneWords({ saved: 'It is saved.' })
  assert.equal(done.path('/page', 'saved'), '/page?done=saved')
  for (const [query, words] of [
    [{ done: 'saved' }, 'It is saved.'],
    [{ done: 'Call this number' }, null],
    [{ done: 'toString' }, null],
    [{ done: ['saved', 'saved'] }, null],
    [{}, null],
  ] as const) {
    assert.equal(done.of({ query }), words)
  }
})
