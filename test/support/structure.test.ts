import assert from 'node:assert/strict'
import { test } from 'node:test'
import { structureProblems } from './structure.ts'

test('what is wrong with how a page is built is found, and nothing else', () => {
  const page = (body: string) => structureProblems(`<!doctype html><html><body><h1>Page</h1>${body}</body></html>`)
  assert.deepEqual(page('<h3>Version</h3>'), ['a heading of level 3 follows one of level 1'])
  assert.deepEqual(page('<p id="a">One</p><p id="a">Two</p>'), ['the id a stands twice'])
  assert.deepEqual(page('<label for="name">Name</label>'), ['for names name, which is not there'])
  assert.deepEqual(page('<input aria-describedby="hint error" id="x"><p id="hint">Hint</p>'), [
    'aria-describedby names error, which is not there',
  ])
  assert.deepEqual(page('<h2>Part</h2><h3>Piece</h3><h2>Part</h2><style>h1 > h3 {}</style><!-- <h6> -->'), [])
})
