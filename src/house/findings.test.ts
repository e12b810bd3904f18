import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinFindings } from './findings.ts'

const odd = (code: string, child: string) => ({ code, child, source: null, what: `${code}.`, counted: 'It is.' })

test('what rooms find odd stands in its places; what only registers bring to light is found apart', () => {
  const { ofChild, ofRegisters } = joinFindings<null>([
    { place: 20, findingsOf: (_world, child) => [odd('late', child)] },
    {
      place: 10,
      findingsOf: (_world, child) => [odd('kept', child), odd('returned', child)],
      isOfRegisters: ({ code }) => code === 'kept',
    },
  ])
  const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code)
  assert.deepEqual(codes(ofChild(null, 'A')), ['kept', 'returned', 'late'])
  assert.deepEqual(codes(ofRegisters(null, 'A')), ['kept'])
})
