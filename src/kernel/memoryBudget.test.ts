import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { MemoryBudget } from './memoryBudget.ts'

/** More than anything takes beside its size. */
const BESIDE = 400

describe('what is remembered within a budget', () => {
  test('is there until others need its room, and the longest unused goes first', () => {
    const values = new MemoryBudget(30_000).values<string>()
    values.set('a', 'x', 'first', 9_000)
    values.set('a', 'y', 'second', 9_000)
    values.set('b', 'x', 'third', 9_000)
    assert.equal(values.get('a', 'x'), 'first')
    values.set('c', 'x', 'fourth', 9_000)
    assert.deepEqual(
      [values.get('a', 'x'), values.get('a', 'y'), values.get('b', 'x'), values.get('c', 'x')],
      ['first', undefined, 'third', 'fourth'],
    )
  })

  test('goes by size, not by number, over all kinds together', () => {
    const budget = new MemoryBudget(100_000)
    const [small, large] = [budget.values<number>(), budget.values<number>()]
    for (let number = 0; number < 50; number++) small.set('a', String(number), number, 1_000)
    assert.equal(small.get('a', '0'), 0)
    large.set('a', '', 1, 99_000)
    assert.equal(large.get('a', ''), 1)
    assert.equal(small.get('a', '49'), undefined)
  })

  test('counts what takes no room of its own as something, so that it is not remembered for ever', () => {
    const budget = new MemoryBudget(100_000)
    const values = budget.values<number>()
    for (let number = 0; number < 10_000; number++) values.set('a', String(number), number, 0)
    assert.ok(budget.taken <= 100_000)
    assert.equal(values.get('a', '0'), undefined)
  })

  test('keeps the value used last, even one that is larger than the whole budget', () => {
    const values = new MemoryBudget(10).values<string>()
    values.set('a', '', 'large', 1_000_000)
    assert.equal(values.get('a', ''), 'large')
    values.set('b', '', 'larger', 2_000_000)
    assert.deepEqual([values.get('a', ''), values.get('b', '')], [undefined, 'larger'])
  })

  test('replaces what has the same name, and its size', () => {
    const budget = new MemoryBudget(Infinity)
    const values = budget.values<string>()
    values.set('a', '', 'before', 50_000)
    values.set('a', '', 'after', 1_000)
    assert.equal(values.get('a', ''), 'after')
    assert.ok(budget.taken < 1_000 + BESIDE)
  })

  test('holds what is still being read, so that two who ask wait for one reading', async () => {
    const values = new MemoryBudget(1_000).values<string>()
    const size = Promise.withResolvers<number>()
    values.set('a', '', 'being read', size.promise)
    values.set('b', '', 'other', 900)
    values.set('c', '', 'another', 900)
    assert.equal(values.get('a', ''), 'being read')
    values.set('b', '', 'other', 0)
    size.resolve(5_000)
    await size.promise
    assert.equal(values.get('a', ''), undefined, 'then its size counts as any')
  })

  test('forgets what could not be read, unless another has come in its place', async () => {
    const budget = new MemoryBudget(Infinity)
    const values = budget.values<string>()
    const failed = async (): Promise<number> => Promise.reject(new Error('no connection'))
    values.set('a', '', 'broken', failed())
    values.set('b', '', 'broken', failed())
    values.set('b', '', 'whole', 0)
    await new Promise(setImmediate)
    assert.deepEqual([values.get('a', ''), values.get('b', '')], [undefined, 'whole'])
    assert.ok(budget.taken < BESIDE)
  })

  test('keeps what others were made of for as long as they are used', () => {
    const budget = new MemoryBudget(30_000)
    const [bases, others] = [budget.values<string>({ isBasis: true }), budget.values<string>()]
    bases.set('a', 'rows', 'rows of a', 9_000)
    others.set('a', 'world', 'world of a', 9_000)
    others.set('b', 'world', 'world of b', 9_000)
    assert.equal(others.get('a', 'world'), 'world of a')
    others.set('c', 'world', 'world of c', 9_000)
    assert.deepEqual(
      [bases.get('a', 'rows'), others.get('a', 'world'), others.get('b', 'world')],
      ['rows of a', 'world of a', undefined],
    )
  })

  test('gives the value that was last set or none, and takes no more than its budget or the two used last', () => {
    const LARGEST = 5_000
    const name = fc.constantFrom('x', 'y', 'z')
    const step = fc.record({ owner: name, name, isGet: fc.boolean(), isBasis: fc.boolean(), bytes: fc.nat(LARGEST) })
    fc.assert(
      fc.property(fc.nat(12_000), fc.array(step, { maxLength: 60 }), (most, steps) => {
        const budget = new MemoryBudget(most)
        const kinds = [budget.values<number>(), budget.values<number>({ isBasis: true })] as const
        const set = new Map<string, number>()
        for (const [at, { owner, name, isGet, isBasis, bytes }] of steps.entries()) {
          const values = kinds[isBasis ? 1 : 0]
          const key = JSON.stringify([isBasis, owner, name])
          if (isGet) assert.ok([undefined, set.get(key)].includes(values.get(owner, name)))
          else {
            values.set(owner, name, at, bytes)
            set.set(key, at)
            assert.equal(values.get(owner, name), at, 'the latest stays')
            assert.ok(budget.taken <= Math.max(most, 2 * (LARGEST + BESIDE)))
          }
        }
      }),
    )
  })
})
