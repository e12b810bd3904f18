import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ThreadFault } from '../../platform/questionThread.ts'
import { Refusal } from '../../platform/refusal.ts'
import { searchHiding, searchHidingBy } from './hiding.ts'

const count = (id: string, value: number) => ({ id, unit: 'count' as const, value, numerator: null, denominator: null, breakdown: [] }) // prettier-ignore
const YEARS = [[count('cla.count', 3), count('missing.children', 40)]]
const ended = new ThreadFault('the thread ended')

describe('the search for small numbers, where its thread fails', () => {
  it('asks another once, and hides what it would have hidden', async () => {
    const asked: unknown[] = []
    const hiding = await searchHidingBy((question) => {
      asked.push(question)
      return asked.length === 1 ? Promise.reject(ended) : searchHiding(YEARS)
    })(YEARS)
    assert.equal(asked.length, 2)
    assert.deepEqual(hiding, await searchHiding(YEARS))
    assert.ok(hiding[0]?.hidden.has('cla.count'))
  })

  it('then gives no numbers at all, and says why', async () => {
    await assert.rejects(
      searchHidingBy(() => Promise.reject(ended))(YEARS),
      (error) =>
        error instanceof Refusal && /small numbers .* could not be hidden, .*the thread ended/.test(error.message),
    )
  })

  it('takes no answer that is none', async () => {
    await assert.rejects(searchHidingBy(() => Promise.resolve([{ hidden: [] }]))(YEARS))
  })
})
