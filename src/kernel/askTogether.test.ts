import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as soon } from 'node:timers/promises'
import { askTogether } from './askTogether.ts'

/** A value that may change while it is read: what is told is what it was when the reading began. */
function changing() {
  const stands = { value: 'before', readings: 0, fails: false }
  const ask = askTogether(async (name: string) => {
    stands.readings++
    const { value, fails } = stands
    await soon()
    if (fails) throw new Error(`${name} can not be read`)
    return `${name} ${value}`
  })
  return { stands, ask }
}

describe('what many ask at once', () => {
  it('is read once more for all who ask while it is read', async () => {
    const { stands, ask } = changing()
    const told = await Promise.all(Array.from({ length: 60 }, () => ask('A')))
    assert.deepEqual(new Set(told), new Set(['A before']))
    assert.equal(stands.readings, 2)
  })

  it('is told as it was no earlier than it was asked', async () => {
    const { stands, ask } = changing()
    const first = ask('A')
    stands.value = 'after'
    const [second, third] = await Promise.all([ask('A'), ask('A')])
    assert.equal(await first, 'A before')
    assert.deepEqual([second, third], ['A after', 'A after'])
    stands.value = 'later'
    assert.equal(await ask('A'), 'A later')
    assert.equal(stands.readings, 3)
  })

  it('waits for nobody who asks for something else', async () => {
    const { stands, ask } = changing()
    await Promise.all([ask('A'), ask('B')])
    assert.equal(stands.readings, 2)
  })

  it('is asked for again where it failed', async () => {
    const { stands, ask } = changing()
    stands.fails = true
    const failing = ask('A')
    stands.fails = false
    const next = ask('A')
    await assert.rejects(failing, /A can not be read/)
    assert.equal(await next, 'A before')
    assert.equal(await ask('A'), 'A before')
  })
})
