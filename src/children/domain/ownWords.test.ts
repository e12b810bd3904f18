import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOwnWords } from './ownWords.ts'

test('a text says children looked after in the authority’s own words', () => {
  const own = { words: { children: 'our children', child: 'child of ours' } }
  for (const [text, expected] of [
    ['Children looked after at the year end', 'Our children at the year end'],
    ['Of 9 children looked after, no child looked after', 'Of 9 our children, no child of ours'],
    ['Children looked after for 12 months', 'Our children looked after for 12 months'],
    ['Children looked after for every 10,000 residents', 'Our children for every 10,000 residents'],
    ['the yearly statutory return on children looked after', 'the yearly statutory return on children looked after'],
    ['The child is looked after', 'The child is looked after'],
  ] as const) {
    assert.equal(inOwnWords(text, own), expected)
    assert.equal(inOwnWords(expected, own), expected, 'once is enough')
    assert.equal(inOwnWords(text, {}), text)
  }
})
