import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { found } from './search.ts'
import { plainWords, spellingDistance } from './spelling.ts'

const children = [
  { id: '116852', names: ['Wilf Bexley', 'Wilfred Bexley-Moss'] },
  { id: '116853', names: ['Zoë O’Hara'] },
  { id: '220001', names: ['Yusuf Marlowe'] },
  { id: '330001', names: [] },
  { id: 'A7', names: ['Bex Wilford'] },
]
const idsOf = (typed: string) => found(children, typed).map(({ id }) => id)

describe('a search', () => {
  test('finds by name, by part of a name, in any order of the words, and by a name written down elsewhere', () => {
    assert.deepEqual(idsOf('wilf bexley'), ['116852'])
    assert.deepEqual(idsOf('Bexley, Wilf'), ['116852'])
    assert.deepEqual(idsOf('Marl'), ['220001'])
    assert.deepEqual(idsOf('moss'), ['116852'])
  })
  test('finds by id, by part of one, and by what a list shows', () => {
    assert.deepEqual(idsOf('330001'), ['330001'])
    assert.deepEqual(idsOf('11685'), ['116852', '116853'])
    assert.deepEqual(idsOf('Yusuf Marlowe, 220001'), ['220001'])
    assert.deepEqual(idsOf('a7'), ['A7'])
  })
  test('does not mind accents, apostrophes, and a letter that is wrong, missing, doubled or swapped', () => {
    for (const typed of ['zoe ohara', 'ZOË O’HARA', "zoe o'hara"]) assert.deepEqual(idsOf(typed), ['116853'], typed)
    for (const typed of ['yusef', 'yusf', 'yussuf', 'yusfu', 'marlow', 'marlwoe', 'merlowe']) {
      assert.deepEqual(idsOf(typed), ['220001'], typed)
    }
  })
  test('puts what fits better first', () => {
    assert.deepEqual(idsOf('bex'), ['A7', '116852'])
    assert.deepEqual(idsOf('wilf'), ['116852', 'A7'])
  })
  test('finds nothing where nothing was typed, a word fits no name, or a short word is not quite one', () => {
    for (const typed of ['', ' , ', 'wilf marlowe', 'zzz', 'bax', '11']) assert.deepEqual(idsOf(typed), [], typed)
  })
})

describe('spelling', () => {
  test('counts letters changed, added, left out and swapped', () => {
    const distances = [
      ['bexley', 'bexley', 0],
      ['bexley', 'baxley', 1],
      ['bexley', 'bexly', 1],
      ['bexley', 'bexlley', 1],
      ['bexley', 'bxeley', 1],
      ['bexley', '', 6],
    ] as const
    for (const [one, other, distance] of distances) assert.equal(spellingDistance(one, other), distance, other)
  })
  test('takes words apart at anything but letters and digits', () => {
    assert.deepEqual(plainWords(' O’Hara-Smith,  Zoë 12 '), ['ohara', 'smith', 'zoe', '12'])
  })
})
