import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { date } from '../kernel/dates.ts'
import { inOneReading, readOnce } from './oneReading.ts'

const counted = () => {
  const asked: string[] = []
  const read = readOnce((authority: string, day: ReturnType<typeof date> | null) => {
    asked.push(`${authority} ${day?.toString() ?? ''}`)
    return authority === 'none' ? Promise.reject(new Error('no such authority')) : Promise.resolve({ authority })
  })
  return { asked, read }
}

/** Runs this in one reading, and waits for it. */
const reading = (work: () => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    inOneReading(() => {
      work().then(resolve, reject)
    })
  })

describe('what is read once', () => {
  it('is read once in one reading for the same arguments, by all who ask', async () => {
    const { asked, read } = counted()
    await reading(async () => {
      const [one, other] = await Promise.all([read('A', date('2026-04-01')), read('A', date('2026-04-01'))])
      assert.equal(one, other)
      await Promise.all([read('A', date('2026-04-02')), read('B', null)])
      assert.equal(await read('A', date('2026-04-01')), one)
    })
    assert.deepEqual(asked, ['A 2026-04-01', 'A 2026-04-02', 'B '])
  })

  it('is read anew by the next reading, beside another, and outside of any', async () => {
    const { asked, read } = counted()
    const once = () =>
      reading(async () => {
        await Promise.all([read('A', null), read('A', null)])
      })
    await Promise.all([once(), once()])
    await read('A', null)
    await read('A', null)
    assert.equal(asked.length, 4)
  })

  it('is asked for again where it failed', async () => {
    const { asked, read } = counted()
    await reading(async () => {
      await assert.rejects(read('none', null))
      await assert.rejects(read('none', null))
    })
    assert.equal(asked.length, 2)
  })
})
