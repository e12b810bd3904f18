import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { withQuery } from './addresses.ts'
import { choicesOf, readDay, selectItems } from './filters.ts'
import { PAGE_SIZE, pageOf } from './paging.ts'

describe('pages of a list', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const href = (page: number) => `/list?page=${page}`

  test('a list that fits one page has no pagination', () => {
    assert.deepEqual(pageOf(numbers(2), 1, href, ['child', 'children']), {
      items: [1, 2],
      summary: '2 children',
      pagination: null,
    })
  })

  test('a page in the middle says where it is and links to its neighbours', () => {
    const { summary, pagination } = pageOf(numbers(512), 6, href, ['deadline'])
    assert.equal(summary, 'Showing 251 to 300 of 512 deadlines')
    assert.equal(pagination?.previous?.href, '/list?page=5')
    assert.deepEqual(
      pagination.items.map((item) => ('ellipsis' in item ? '…' : item.number)),
      [1, '…', 5, 6, 7, '…', 11],
    )
  })

  for (const { why, asked, first } of [
    { why: 'past the end', asked: 99, first: 101 },
    { why: 'before the beginning', asked: 0, first: 1 },
  ]) {
    test(`a page asked for ${why} is the nearest there is`, () => {
      assert.equal(pageOf(numbers(120), asked, href, ['line']).items[0], first)
    })
  }

  test('all pages together are the whole list, each line once', () => {
    fc.assert(
      fc.property(fc.nat(400), (count) => {
        const pages = Array.from({ length: Math.max(1, Math.ceil(count / PAGE_SIZE)) }, (_, index) => index + 1)
        assert.deepEqual(
          pages.flatMap((page) => pageOf(numbers(count), page, href, ['line']).items),
          numbers(count),
        )
      }),
    )
  })
})

describe('filters', () => {
  for (const { typed, day } of [
    { typed: '2023-03-31', day: '2023-03-31' },
    { typed: ' 31/3/2023 ', day: '2023-03-31' },
    { typed: '31 3 2023', day: '2023-03-31' },
    { typed: '31 March 2023', day: '2023-03-31' },
    { typed: '1 sep 2023', day: '2023-09-01' },
    { typed: '30 February 2023', day: null },
    { typed: '31/3/23', day: null },
    { typed: '2023-13-01', day: null },
    { typed: '3 foo 2023', day: null },
    { typed: 'yesterday', day: null },
    { typed: '', day: null },
    { typed: '9999-12-31', day: null },
    { typed: '1 January 0001', day: null },
  ]) {
    test(`“${typed}” is ${day ?? 'no day'}`, () => {
      assert.equal(readDay(typed)?.toString() ?? null, day)
    })
  }

  test('choices are the different values, in order of their words', () => {
    const choices = choicesOf(['b', 'a', 'b'], (value) => ({ value, text: value.toUpperCase() }))
    assert.deepEqual(selectItems('All', choices, 'b'), [
      { value: '', text: 'All', selected: false },
      { value: 'a', text: 'A', selected: false },
      { value: 'b', text: 'B', selected: true },
    ])
  })

  test('an address holds only what is set, and what is set whole', () => {
    assert.equal(withQuery('/due', { kind: '', page: 2, child: 'a&b =c' }), '/due?page=2&child=a%26b+%3Dc')
    assert.equal(withQuery('/due', { kind: '' }), '/due')
  })
})
