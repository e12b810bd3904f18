import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { line, lines, readTypedDay, ticked, typedDay } from './forms.ts'

describe('what is typed into a form', () => {
  for (const { typed, read } of [
    { typed: '  Jo\t \r\nBell\u0000 ', read: 'Jo Bell' },
    { typed: 'Jo\u202EBell', read: 'JoBell' },
    { typed: 'علی\u200Cرضا', read: 'علی\u200Cرضا' },
    { typed: undefined, read: '' },
    { typed: ['a', 'b'], read: '' },
  ]) {
    test(`a line: ${JSON.stringify(typed)}`, () => {
      assert.equal(line.parse(typed), read)
    })
  }

  test('several lines keep their ends, and nothing that can’t be stored', () => {
    assert.equal(lines.parse('one\r\n\r\ntwo\u0000\u0007 \r'), 'one\n\ntwo')
  })

  test('one tick, several and none are lists', () => {
    assert.deepEqual([ticked.parse('a'), ticked.parse(['a', 'b']), ticked.parse(undefined)], [['a'], ['a', 'b'], []])
  })

  for (const { day, month, year, read } of [
    { day: '', month: '', year: '', read: null },
    { day: '1', month: '02', year: '2023', read: '2023-02-01' },
    { day: '29', month: '2', year: '2023', read: 'unreadable' },
    { day: '1', month: '', year: '2023', read: 'unreadable' },
    { day: '1', month: '2', year: '23', read: 'unreadable' },
    { day: '1e0', month: '2', year: '2023', read: 'unreadable' },
  ]) {
    test(`a day: ${day || '-'} ${month || '-'} ${year || '-'}`, () => {
      const found = readTypedDay({ day, month, year })
      assert.equal(found?.toString() ?? null, read)
      if (found !== null && found !== 'unreadable') assert.deepEqual(readTypedDay(typedDay(found)), found)
    })
  }
})
