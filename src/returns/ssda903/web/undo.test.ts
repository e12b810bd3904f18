import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CODE, TestBrowser, aPeopledApplication, enter, returnOf, signedInAs } from '../../../../test/support/people.ts'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { demoAuthority } from '../../../platform/authorities.ts'

const UNDO = `/authorities/${CODE}/data/undo/2022-23`

/** An analyst, where a return of one child has replaced that of two by mistake. */
async function aReplacedReturn() {
  const { app, services } = await aPeopledApplication([
    { child: 'NORTH1', worker: 'SW1' },
    { child: 'NORTH2', worker: 'SW2' },
  ])
  await enter(services, 'analyst', { roles: ['analyst'] })
  const request = { authority: demoAuthority, year: reportingYear(2022), sourceName: 'wrong', isPreview: false }
  await services.importReturn({ ...request, path: returnOf([{ child: 'NORTH1', worker: 'SW9' }]) }, () => undefined)
  const { cookie } = await signedInAs(services, 'analyst')
  const childrenNow = async () => [...(await services.returns.documents(CODE, null)).keys()].sort()
  return { browser: new TestBrowser(app, cookie), services, childrenNow }
}

describe('the last import of a year', () => {
  test('is undone after a question that says what changes, with a banner, and an entry of the log', async () => {
    const { browser, services, childrenNow } = await aReplacedReturn()
    const data = (await browser.get(`/authorities/${CODE}/data`)).body
    assert.ok(data.includes(`href="${UNDO}"`))
    const asked = (await browser.get(UNDO)).body
    for (const said of [/wrong, imported/, /small, imported/, /Children to be added, 2022-23: 1/, />NORTH2</]) {
      assert.match(asked, said)
    }
    const recordedAt = /name="recordedAt" value="([^"]+)"/.exec(asked)?.[1] ?? ''
    const done = await browser.post(UNDO, UNDO, { recordedAt })
    assert.equal(done.statusCode, 303)
    assert.deepEqual(await childrenNow(), ['NORTH1', 'NORTH2'])
    const after = (await browser.get(String(done.headers.location))).body
    assert.match(after, /The last import for 2022-23 is undone\./)
    assert.match(after, /Undid the import of wrong/)
    const entries = await services.log.latest(CODE, { before: null, most: 10 })
    const undone = entries.find(({ what }) => what === 'undid the last import of the return for 2022-23')
    assert.deepEqual([undone?.personId, undone?.children], ['analyst', ['NORTH1', 'NORTH2']])
  })

  test('is not undone where another has come meanwhile', async () => {
    const { browser, childrenNow } = await aReplacedReturn()
    const refused = await browser.post(UNDO, UNDO, { recordedAt: '2022-01-01T00:00:00Z' })
    assert.equal(refused.statusCode, 400)
    assert.match(refused.body, /Someone else has imported or undone a return/)
    assert.deepEqual(await childrenNow(), ['NORTH1'])
  })
})
