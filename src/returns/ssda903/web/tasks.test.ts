import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnTasks } from './tasks.ts'

test('who looks after the return reads how much fails its rules and what was found, with where', () => {
  assert.deepEqual(
    returnTasks({ year: '2025-26', failures: 631, findings: 1 }, 'X').map(({ what, href }) => [what, href]),
    [
      ['Look at 631 failures of the rules in the return of 2025-26', '/authorities/X/data/validation/2025-26'],
      ['Look at 1 finding in the records', '/authorities/X/data/findings'],
    ],
  )
  assert.deepEqual(returnTasks({ year: '2025-26', failures: 0, findings: 0 }, 'X'), [])
})
