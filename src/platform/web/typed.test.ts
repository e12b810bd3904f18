import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hasOddCharacters, readFields } from './typed.ts'

describe('readFields', () => {
  for (const { why, encoded, fields } of [
    { why: 'NUL, which no database keeps', encoded: 'a=x%00y&b=\0', fields: { a: 'xy', b: '' } },
    { why: 'what a word processor puts between lines', encoded: 'a=one%0Btwo%0C', fields: { a: 'onetwo' } },
    { why: 'in names of fields too', encoded: 'a%00b=1', fields: { ab: '1' } },
    { why: 'but no line end and no tab', encoded: 'a=one%0D%0Atwo%09three', fields: { a: 'one\r\ntwo\tthree' } },
    { why: 'and nothing that only looks like one', encoded: 'a=%2500&b=100%25', fields: { a: '%00', b: '100%' } },
    { why: 'with what comes several times', encoded: 'a=1&a=2', fields: { a: ['1', '2'] } },
  ]) {
    test(`leaves out control characters: ${why}`, () => {
      assert.deepEqual({ ...readFields(encoded) }, fields)
    })
  }

  test('reads every field, however many there are', () => {
    assert.equal(Object.keys(readFields(Array.from({ length: 5_000 }, (_, n) => `f${n}=1`).join('&'))).length, 5_000)
  })
})

describe('an id in an address', () => {
  for (const { id, isOdd } of [
    { id: 'P41', isOdd: false },
    { id: 'Zoë 4/1', isOdd: false },
    { id: 'P4\u202e1', isOdd: true },
    { id: 'P4\u200b1', isOdd: true },
    { id: 'P4\u00ad1', isOdd: true },
    { id: '\ufeffP41', isOdd: true },
    { id: 'P4\u00001', isOdd: true },
  ]) {
    test(`${JSON.stringify(id)} is ${isOdd ? 'none of ours' : 'looked for'}`, () => {
      assert.equal(hasOddCharacters(id), isOdd)
    })
  }
})
