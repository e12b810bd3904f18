import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRoundedByASpreadsheet, visibleName, visibleText, withoutEmptyDecimals } from './visibleText.ts'

describe('what nobody sees', () => {
  for (const { why, text, is, name = is } of [
    { why: 'a plain text', text: 'B1 x', is: 'B1 x' },
    { why: 'a zero-width space', text: 'B1\u200b', is: 'B1' },
    { why: 'a byte-order mark', text: 'B\ufeff1', is: 'B1' },
    { why: 'a soft hyphen', text: 'Bell\u00adringer', is: 'Bellringer' },
    { why: 'a mark that turns the writing round', text: '\u202eB1\u2069', is: 'B1' },
    { why: 'a space that does not break', text: 'May\u00a0Bell', is: 'May Bell' },
    { why: 'an accent written apart', text: 'Zoe\u0308', is: 'Zoe\u0308', name: 'Zoë' },
    { why: 'what joins letters of other scripts', text: 'می\u200cخواهم', is: 'می\u200cخواهم', name: 'میخواهم' },
    { why: 'a picture of several', text: '👩\u200d👧', is: '👩\u200d👧', name: '👩👧' },
  ]) {
    test(why, () => {
      assert.equal(visibleText(text), is)
      assert.equal(visibleName(text), name)
    })
  }
})

test('a whole number written with decimals is that number', () => {
  const written = ['14.0', '14.00', '14', '14.5', '0.0', 'v1.0', '1.0.0', '']
  assert.deepEqual(written.map(withoutEmptyDecimals), ['14', '14', '14', '14.5', '0', 'v1.0', '1.0.0', ''])
})

test('a number rounded by a spreadsheet is told from an identifier', () => {
  for (const text of ['1.23457E+11', ' 1,23E+20 ', '5E+15', '1.2e+12']) assert.ok(isRoundedByASpreadsheet(text), text)
  for (const text of ['123456789012', '1E15', 'A1.2E+11', 'B+12', '14.0', '']) assert.ok(!isRoundedByASpreadsheet(text), text) // prettier-ignore
})
