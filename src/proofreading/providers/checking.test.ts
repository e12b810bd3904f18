import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ThreadFault } from '../../platform/questionThread.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkFile, checkFileBy } from './checking.ts'

const report = Buffer.from('We held 702 reviews; 688 (89%) were on time.\n')
const refused = (says: RegExp) => (error: unknown) => error instanceof Refusal && says.test(error.message)

describe('a report that anybody sends', () => {
  it('is checked while others have their turn: pages are served, and a command can be ended', async () => {
    let hadTurn = false
    setImmediate(() => (hadTurn = true))
    const [finding] = await checkFile('report.txt', report)
    assert.equal(finding?.computation, '688 / 702 = 98.01%')
    assert.ok(hadTurn)
  })

  it('that can’t be read is refused with the place', async () => {
    await assert.rejects(checkFile('report.txt', Buffer.from('%PDF-1.7')), (error) => {
      assert.ok(error instanceof Refusal)
      assert.deepEqual([error.reasons[0]?.file, error.reasons.length], ['report.txt', 1])
      return /is a PDF/.test(error.message)
    })
  })

  for (const fault of ['the thread gave no answer for 10 s', 'the thread failed: reaching memory limit']) {
    it(`that takes too much is refused, and the next one is not: ${fault}`, async () => {
      let asked = 0
      const check = checkFileBy(() => {
        asked++
        return asked === 1 ? Promise.reject(new ThreadFault(fault)) : Promise.resolve({ findings: [] })
      })
      const [first, second] = [check('long.txt', report), check('short.txt', report)]
      await assert.rejects(first, refused(/takes too long/))
      assert.deepEqual(await second, [])
    })
  }

  it('and meets a fault of ours is no refusal', async () => {
    const check = checkFileBy(() => Promise.reject(new ThreadFault('TypeError: x is not a function')))
    await assert.rejects(check('report.txt', report), ThreadFault)
  })
})
