import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LONGEST_ASIDE, XmlAsides } from './xmlAsides.ts'

/** Whether the asides of a text are short enough, read in pieces of these lengths, the last to its end. */
function areShort(text: string, lengths: readonly number[]): boolean {
  const asides = new XmlAsides()
  let at = 0
  for (const length of [...lengths, text.length]) {
    if (!asides.areShort(text.slice(at, at + length))) return false
    at += length
  }
  return true
}

const long = '-a>'.repeat(LONGEST_ASIDE / 2)

for (const { why, text, isShort } of [
  { why: 'a comment', text: `<a><!--${long}--></a>`, isShort: false },
  { why: 'a comment without an end', text: `<a><!--${long}`, isShort: false },
  { why: 'an instruction', text: `<?a ${long}?><a/>`, isShort: false },
  { why: 'a section', text: `<a><![CDATA[${long}]]></a>`, isShort: false },
  { why: 'a beginning within a section', text: `<a><![CDATA[<!--]]>${long}</a>`, isShort: true },
  { why: 'many short ones', text: `<?xml version="1.0"?><a>${'<!-- a --><?b?>'.repeat(3_000)}</a>`, isShort: true },
  { why: 'a long text', text: `<a>${'a'.repeat(LONGEST_ASIDE * 2)}</a>`, isShort: true },
]) {
  test(`${why} ${isShort ? 'is' : 'is not'} short enough, however it is cut into pieces`, () => {
    const cuts = fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: text.length })), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(cuts, (lengths) => {
        assert.equal(areShort(text, lengths), isShort)
      }),
      { numRuns: 30 },
    )
  })
}
