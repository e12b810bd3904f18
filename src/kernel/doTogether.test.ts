import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as soon } from 'node:timers/promises'
import { doTogether } from './doTogether.ts'

/** Doubles numbers together, and notes which went in one go; a go with a 13 in it fails. */
function doubling(most: number) {
  const goes: (readonly number[])[] = []
  const double = doTogether(async (_key: string, numbers: readonly number[]) => {
    goes.push(numbers)
    await soon()
    if (numbers.includes(13)) throw new Error('unlucky')
    return numbers.map((number) => 2 * number)
  }, most)
  return { goes, double }
}

describe('what is done together', () => {
  it('is what comes while others are done, each told its own result', async () => {
    const { goes, double } = doubling(3)
    assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map((number) => double('A', number))), [2, 4, 6, 8, 10])
    assert.deepEqual(goes, [[1], [2, 3, 4], [5]])
    assert.equal(await double('A', 6), 12)
  })

  it('waits for nothing of another key', async () => {
    const { goes, double } = doubling(3)
    await Promise.all([double('A', 1), double('B', 2)])
    assert.deepEqual(goes, [[1], [2]])
  })

  it('fails where its go fails, and no later', async () => {
    const { double } = doubling(3)
    const outcomes = await Promise.allSettled([1, 2, 13, 4, 5].map((number) => double('A', number)))
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled'],
    )
  })

  it('fails where not everything is told of', async () => {
    await assert.rejects(doTogether(() => Promise.resolve([]), 3)('A', 1), /1 were done, and 0 told/)
  })
})
