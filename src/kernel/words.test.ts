import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grouped, inSentence } from './words.ts'

for (const value of [0, 7, 999, 1_000, 12_345, 100_000, 1_234_567, -1_000, -12, 74.8125, 1234.5]) {
  test(`${value} is read as the runtime's own format has it`, () => {
    assert.equal(grouped(value), value.toLocaleString('en-GB'))
  })
}

for (const [label, within] of [
  ['Guardian in touch with the IRO', 'guardian in touch with the IRO'],
  ['IRO manager', 'IRO manager'],
  ['A parent', 'a parent'],
  ['', ''],
] as const) {
  test(`“${label}” within a sentence`, () => {
    assert.equal(inSentence(label), within)
  })
}
