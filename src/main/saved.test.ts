import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anInvitingApplication } from '../../test/support/invitingApplication.ts'
import { enter } from '../../test/support/people.ts'

/** What a page says has been done: the text of its banner. */
const bannerOf = (body: string): string | undefined =>
  /govuk-notification-banner__content">\s*<p[^>]*>\s*([^<]*?)\s*<\/p>/.exec(body)?.[1]

test('each page that saves says what was saved, once', async () => {
  const { services, page, browserOf } = await anInvitingApplication()
  await enter(services, 'admin', { roles: ['administrator'] })
  const people = page('settings', 'people')
  const contacts = page('children', 'NORTH1', 'contacts')
  const name = page('children', 'NORTH1', 'name')
  const choices = page('children', 'NORTH1', 'choices')
  const preset = page('settings', 'presets', 'leicester')
  const sealed = page('sealed')
  const version = async (who: string, from: string) =>
    /name="replaces" value="([^"]*)"/.exec((await (await browserOf(who)).get(from)).body)?.[1] ?? ''
  const entered = { name: 'Una Netherby', email: 'una@example.org', roles: 'iro', isActive: 'yes' }
  const contact = { name: 'Mr Lunt', role: 'CARER', channel: 'EMAIL', email: 'lunt@example.org' }
  const steps: readonly {
    who: string
    from: string
    to?: string
    /** Whether the form carries what it replaces. */
    isChange?: boolean
    fields: Readonly<Record<string, string>>
    says: string
  }[] = [
    { who: 'admin', from: `${people}/new`, fields: entered, says: 'Una Netherby is added: Independent reviewing officer (IRO), may sign in with una@example.org.' },
    { who: 'admin', from: `${people}/iro`, isChange: true, fields: { ...entered, name: 'iro', email: 'iro@example.org' }, says: 'iro is saved: Independent reviewing officer (IRO), may sign in with iro@example.org.' },
    { who: 'admin', from: preset, isChange: true, fields: {}, says: 'The rules are taken over. Below is what holds now.' },
    { who: 'iro', from: page('account'), to: page('account', 'end'), fields: {}, says: 'All other sessions are ended.' },
    { who: 'iro', from: `${contacts}/new`, isChange: true, fields: contact, says: 'The person is added.' },
    { who: 'iro', from: `${contacts}/mother`, isChange: true, fields: { ...contact, name: 'Ms Osei', role: 'MOTHER' }, says: 'The person is saved.' },
    { who: 'iro', from: name, isChange: true, fields: { knownAs: 'Amina' }, says: 'The child’s name is saved.' },
    { who: 'iro', from: choices, isChange: true, fields: { anythingElse: 'Biscuits', 'on-day': '1', 'on-month': '11', 'on-year': '2022' }, says: 'What the child said is written down.' },
    { who: 'named', from: `${sealed}/new`, fields: { child: 'NORTH2', people: 'named', reason: 'Known to a colleague' }, says: 'The record is sealed.' },
    { who: 'named', from: `${sealed}/records/NORTH2`, isChange: true, fields: { people: 'named', reason: 'Named in the press' }, says: 'The seal is changed.' },
    { who: 'named', from: `${sealed}/records/NORTH2`, to: `${sealed}/records/NORTH2/unseal`, isChange: true, fields: {}, says: 'The record is no longer sealed.' },
    { who: 'iro', from: page('calendar'), to: page('calendar', 'off'), fields: {}, says: 'The calendar is switched off: its address gives nothing any more.' },
  ] // prettier-ignore
  for (const { who, from, to = from, isChange = false, fields, says } of steps) {
    const browser = await browserOf(who)
    const replaces = isChange ? { replaces: await version(who, from) } : {}
    const sent = await browser.post(from, to, { ...replaces, ...fields })
    assert.equal(sent.statusCode, 303, `${to}: ${sent.body.replaceAll(/<[^>]*>/g, ' ').slice(-2000)}`)
    const shown = await browser.get(String(sent.headers.location))
    assert.equal(bannerOf(shown.body), says, to)
  }

  // What is done on pages is in the log. Here stand the files that were imported.
  const registers = (await (await browserOf('named')).get(page('data', 'registers'))).body
  const imports = [...registers.matchAll(/<td[^>]*>[^<]*<span class="app-secondary">([^<]*)<\/span>/g)].map(
    ([, from]) => from,
  )
  assert.deepEqual([...new Set(imports)], ['registers'])
})
