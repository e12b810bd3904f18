import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { CODE, TestBrowser, aPeopledApplication, enter, headingOf, signedInAs } from '../../../test/support/people.ts'
import { serviceSetting } from '../../messages/settings.ts'
import { packageFolder } from '../../platform/sources.ts'
import { readGuide } from '../domain/guide.ts'
import { noticesSetting } from '../settings.ts'

describe('help and notices', async () => {
  const { app, services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  await enter(services, 'admin', { name: 'Piotr Hale', roles: ['administrator'] })
  const stranger = new TestBrowser(app)

  test('stand in the footer of pages for those who are signed in and those who are not', async () => {
    const admin = new TestBrowser(app, (await signedInAs(services, 'admin')).cookie)
    const signedIn = (await admin.get(`/authorities/${CODE}/settings/people`)).body
    const notFound = (await stranger.get('/nothing-here')).body
    for (const path of ['/help', '/accessibility-statement', '/privacy-notice', '/who-to-ask']) {
      assert.ok(signedIn.includes(`href="${path}?authority=${CODE}"`), path)
      assert.ok(notFound.includes(`href="${path}"`), path)
      assert.equal((await stranger.get(`${path}?authority=${CODE}`)).statusCode, 200, path)
      assert.equal((await stranger.get(`${path}?authority=E99999999`)).statusCode, 404, path)
    }
  })

  test('hold the standard text until the authority has its own, which is shown as it is meant', async () => {
    const address = `/accessibility-statement?authority=${CODE}`
    assert.match((await stranger.get(address)).body, /Equality Advisory and Support Service/)
    const own = { accessibility: '# Our own\n\nTold <b>plainly</b>.\n\n- one\n- two', privacy: '', ask: '' }
    const { version } = await services.settings.current(CODE)
    const texts = {
      ...noticesSetting.as({ ...own, dataProtection: 'dpo@example.gov.uk' }),
      ...serviceSetting.as({ name: 'Our reviewing team', phone: '01632 960 000', email: '', address: '' }),
    }
    const change = { by: 'admin', replaces: version }
    assert.ok(await services.settings.replace({ code: CODE, name: 'Hartsmere' }, texts, change))
    const { body } = await stranger.get(address)
    assert.match(body, /<h2 class="govuk-heading-m">Our own<\/h2>/)
    assert.match(body, /Told &lt;b&gt;plainly&lt;\/b&gt;\./)
    assert.match(body, /<li>one<\/li><li>two<\/li>/)
    assert.match((await stranger.get(`/privacy-notice?authority=${CODE}`)).body, /dpo@example\.gov\.uk/)
    assert.match((await stranger.get(`/who-to-ask?authority=${CODE}`)).body, /01632 960 000/)
  })

  test('help each role with the sections of the user guide that are about its work, and no link is dead', async () => {
    const guide = readGuide(readFileSync(join(packageFolder, 'docs/user-guide/README.md'), 'utf8'))
    assert.ok(guide.roles.length >= 6)
    const named = guide.sections.map(({ id }) => id)
    const pieces = JSON.stringify(guide.sections).matchAll(/"section":"([^"]+)"/g)
    assert.deepEqual(
      [...pieces].map(([, id]) => id).filter((id = '') => !named.includes(id)),
      [],
    )
    for (const { id, words, sections } of guide.roles) {
      assert.ok(sections.length >= 2, `${words} has sections of its own`)
      const { statusCode, body } = await stranger.get(`/help/for/${id}?authority=${CODE}`)
      assert.equal(statusCode, 200)
      assert.ok(headingOf(body).startsWith(`Help if you are ${words}`))
    }
    assert.equal((await stranger.get('/help/for/nobody')).statusCode, 404)
    assert.match((await stranger.get('/help/guide')).body, /id="my-work"/)
  })
})
