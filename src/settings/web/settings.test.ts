import { lateReasonsSetting } from '../../booking/settings.ts'
import { wordsSetting } from '../../children/settings.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CODE, TestBrowser, aPeopledApplication, enter, headingOf, signedInAs } from '../../../test/support/people.ts'

describe('the pages of settings', () => {
  const page = (...parts: string[]) => `/authorities/${CODE}/settings/${parts.join('/')}`

  /** An authority whose settings are all as they come, with who may change them. */
  async function anAuthority() {
    const { app, services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
    await enter(services, 'admin', { name: 'Piotr Hale', roles: ['administrator'] })
    await enter(services, 'manager', { name: 'Marian Okafor', roles: ['iro_manager'] })
    await enter(services, 'iro', { roles: ['iro'] })
    const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
    return { app, services, browserOf, admin: await browserOf('admin'), manager: await browserOf('manager') }
  }

  const WORDS = page('rules', 'words')
  const saveWords = async (admin: TestBrowser) =>
    admin.send(WORDS, {
      ...(await fieldsOf(admin, WORDS)),
      'words-children': 'our children',
      'roleNames-iro': 'Reviewing <officer>',
      'roleNames-administrator': 'Keeper',
    })

  /** Every field of a page as it stands, to be sent back. */
  async function fieldsOf(browser: TestBrowser, address: string): Promise<Record<string, string>> {
    const { body } = await browser.get(address)
    const form = body.slice(body.lastIndexOf('<form'))
    const fields: Record<string, string> = {}
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]
      const name = of('name')
      if (name !== undefined && (of('type') !== 'radio' || input.includes(' checked'))) fields[name] = of('value') ?? ''
    }
    for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)) {
      fields[name] = text
    }
    return fields
  }

  test('words and names of roles are saved, stay on the page, and are used wherever they are shown', async () => {
    const { app, services, browserOf, admin } = await anAuthority()
    const answer = await saveWords(admin)
    assert.equal(answer.statusCode, 303)
    const saved = await admin.get(String(answer.headers.location))
    assert.match(saved.body, /Saved\. It holds from now on/)
    assert.match(saved.body, /value="our children"/)
    assert.match(saved.body, /Piotr Hale, Keeper</)
    assert.match((await admin.get(page('people'))).body, /Reviewing &lt;officer&gt;/)
    assert.match((await admin.get(page('people', 'new'))).body, /Reviewing &lt;officer&gt;/)
    const iro = await browserOf('iro')
    assert.match((await iro.get(page('people'))).body, /Your role here: Reviewing &lt;officer&gt;\./)
    assert.match(headingOf((await iro.get(`/authorities/${CODE}/children`)).body), /^Our children/)
    assert.match((await new TestBrowser(app).get('/sign-in')).body, /Keeper/)
    assert.deepEqual(Object.keys((await services.settings.current(CODE)).own).sort(), ['roleNames', 'words'])
  })

  test('what was typed wrong stays, with what to do about it, and nothing is stored', async () => {
    const { services, admin } = await anAuthority()
    const limits = page('rules', 'time-limits')
    const before = await services.settings.current(CODE)
    const answer = await admin.send(limits, { ...(await fieldsOf(admin, limits)), inviteDaysBefore: '900' })
    assert.equal(answer.statusCode, 400)
    assert.match(answer.body, /<title>\s*Error: Time limits/)
    assert.match(answer.body, /href="#inviteDaysBefore">“How long before a review they go out” must be 120 or less/)
    assert.match(answer.body, /name="inviteDaysBefore"[^>]*value="900"/)
    assert.deepEqual(await services.settings.current(CODE), before)
  })

  test('a form is refused where someone else changed the settings meanwhile, and again when sent again', async () => {
    const { services, admin, manager } = await anAuthority()
    const lists = page('rules', 'lists')
    const mine = await fieldsOf(admin, lists)
    const theirs = await fieldsOf(manager, lists)
    assert.equal((await manager.send(lists, { ...theirs, lateReasons: 'Snow\nOther' })).statusCode, 303)
    for (const again of [mine, mine]) {
      const late = await admin.send(lists, { ...again, lateReasons: 'Mine' })
      assert.equal(late.statusCode, 400)
      assert.match(late.body, /Someone else changed this while you had it open/)
      assert.match(late.body, />Mine<\/textarea>/)
    }
    assert.deepEqual(lateReasonsSetting.of(await services.settings.read(CODE, null)), ['Snow', 'Other'])
  })

  test('a setting goes back to its default by itself', async () => {
    const { services, admin } = await anAuthority()
    await saveWords(admin)
    const lists = page('rules', 'lists')
    await admin.send(lists, { ...(await fieldsOf(admin, lists)), lateReasons: 'Snow\nOther' })
    assert.match((await admin.get(lists)).body, /Your own/)
    const answer = await admin.post(lists, `${lists}/default`, {
      back: 'lateReasons',
      replaces: (await services.settings.current(CODE)).version,
    })
    assert.equal(answer.statusCode, 303)
    assert.doesNotMatch((await admin.get(lists)).body, /Your own/)
    assert.equal(wordsSetting.of((await services.settings.current(CODE)).own).children, 'our children')
    const elsewhere = await admin.post(lists, `${lists}/default`, { back: 'words', replaces: '' })
    assert.equal(elsewhere.statusCode, 404, 'not on this page')
  })

  test('local rules are shown with what they change, and taken over what is set already', async () => {
    const { services, admin, manager } = await anAuthority()
    await saveWords(admin)
    const preset = page('presets', 'leicester')
    assert.match((await manager.get(preset)).body, /Emergency moves/)
    const { version } = await services.settings.current(CODE)
    assert.equal((await manager.post(preset, preset, { replaces: 'stale' })).statusCode, 400)
    assert.equal((await manager.post(preset, preset, { replaces: version })).statusCode, 303)
    assert.match((await manager.get(page('presets'))).body, /These rules hold here/)
    assert.match((await manager.get(preset)).body, /there is nothing to change/)
    const { own } = await services.settings.current(CODE)
    assert.deepEqual(
      ['reviewAfterMove', 'roleNames', 'words'].filter((key) => !(key in own)),
      [],
    )
    assert.equal(wordsSetting.of(own).children, 'our children')
    assert.equal((await manager.get(page('presets', 'nowhere'))).statusCode, 404)
    assert.equal((await manager.get(page('rules', 'nowhere'))).statusCode, 404)
  })

  test('the history names who changed what', async () => {
    const { admin, manager } = await anAuthority()
    await saveWords(admin)
    const preset = page('presets', 'leicester')
    const replaces = /name="replaces" value="([^"]*)"/.exec((await manager.get(preset)).body)?.[1] ?? ''
    await manager.post(preset, preset, { replaces })
    const { body } = await admin.get(page('history'))
    assert.match(body, /Marian Okafor/)
    assert.match(
      body,
      /Words: What they are called, several of them: “our children” instead of “children looked after”/,
    )
  })
})
