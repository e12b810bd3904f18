import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aCaseloadApplication, caseloadToday } from '../../../test/support/caseload.ts'
import { CODE, TestBrowser, enter, signedInAs } from '../../../test/support/people.ts'
import { checks } from '../../children/registers/checks.ts'
import { recordsOf } from '../../world/world.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('checks written down on a child’s page', async () => {
  const { app, services, page } = await aCaseloadApplication()
  await enter(services, 'iro', { roles: ['iro'] })
  await enter(services, 'leader', { roles: ['senior_leader'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const iro = await browserOf('iro')
  const child = 'LEFT1'
  const ofChild = page('children', child)
  const path = page('children', child, 'checks')
  const stored = async () =>
    recordsOf(await services.worlds.onDay(CODE, caseloadToday, null), checks).map(
      (row) => `${row.child} ${row.kind} ${row.on.toString()}${row.isWithdrawn === true ? ' withdrawn' : ''}`,
    )
  const dental = { kind: 'DENTAL_CHECK', 'on-day': '1', 'on-month': '11', 'on-year': '2022' }

  test('two fields on the child’s page write one down, and the limit asks for the next', async () => {
    const shown = await iro.get(ofChild)
    assert.match(shown.body, new RegExp(`action="${path}"`))
    const sent = await iro.post(ofChild, path, dental)
    assert.equal(sent.statusCode, 303)
    assert.match(plain((await iro.get(String(sent.headers.location))).body), /The check is saved/)
    assert.deepEqual(await stored(), [`${child} DENTAL_CHECK 2022-11-01`])
    assert.match(plain((await iro.get(ofChild)).body), /Dental check: Wednesday 1 November 2023/)
  })

  test('one written down by mistake is withdrawn, and can be restored', async () => {
    await iro.post(ofChild, path, dental)
    await iro.post(path, `${path}/DENTAL_CHECK/2022-11-01/withdraw`, {})
    assert.deepEqual(await stored(), [`${child} DENTAL_CHECK 2022-11-01 withdrawn`])
    await iro.post(path, `${path}/DENTAL_CHECK/2022-11-01/restore`, {})
    assert.deepEqual(await stored(), [`${child} DENTAL_CHECK 2022-11-01`])
    const other = await iro.post(path, `${path}/DENTAL_CHECK/2022-11-02/withdraw`, {})
    assert.equal(other.statusCode, 404)
  })

  test('what is missing or cannot be is said at its field, and nothing is stored of it', async () => {
    const before = await stored()
    const nothing = await iro.post(ofChild, path, {})
    assert.equal(nothing.statusCode, 400)
    assert.match(plain(nothing.body), /Choose what was done .*Enter the day on which it was done/)
    const ahead = await iro.post(ofChild, path, { ...dental, 'on-year': '2023' })
    assert.match(plain(ahead.body), /must be today or in the past/)
    const score = await iro.post(ofChild, path, { ...dental, score: '12' })
    assert.match(plain(score.body), /Enter a score for a questionnaire only/)
    assert.deepEqual(await stored(), before)
  })

  test('a user who may not write sees no form, and is turned away', async () => {
    const leader = await browserOf('leader')
    assert.equal((await leader.get(path)).statusCode, 403)
    assert.equal((await iro.get(page('children', 'NOBODY', 'checks'))).statusCode, 404)
  })
})
