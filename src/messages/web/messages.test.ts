import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseloadKinds } from '../../caseload/messageKinds.ts'
import { aMessage, putIn } from '../../../test/support/messages.ts'
import {
  CODE,
  TestBrowser,
  aPeopledApplication,
  enter,
  headingOf,
  signedInAs,
  withoutTokens,
} from '../../../test/support/people.ts'
import type { StoredMessage } from '../app/ports.ts'
import type { MessageToSend } from '../domain/message.ts'

const page = (...parts: string[]) => `/authorities/${[CODE, ...parts].join('/')}`

test('the pages of messages', async (t) => {
  const { app, services } = await aPeopledApplication([
    { child: 'NORTH1', worker: 'SW1' },
    { child: 'SEALED7', worker: 'SW1' },
  ])
  for (const [id, roles] of [
    ['named', ['iro_manager']],
    ['iro', ['iro']],
    ['worker', ['social_worker']],
  ] as const) {
    await enter(services, id, { roles: [...roles] })
  }
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const iro = await browserOf('iro')

  async function put(more: Partial<MessageToSend> = {}): Promise<StoredMessage> {
    const message = aMessage({ child: 'NORTH1', ...more })
    await putIn(services.changing.inOneTransaction, services.outbox, [message], 'iro')
    const all = await services.messages.about(CODE, { child: message.child })
    const found = all.find(({ key }) => key === message.key)
    assert.ok(found)
    return found
  }
  const now = async ({ messageId }: StoredMessage) => {
    const found = await services.messages.find(CODE, messageId)
    assert.ok(found)
    return found
  }
  const bounce = ({ messageId }: StoredMessage) =>
    services.messages.change(CODE, messageId, start, () => ({
      step: 'give_up',
      why: 'It did not arrive: there is no such address.',
      nextAt: null,
      by: 'footprint',
    }))
  const start = (await put({ key: 'first' })).putAt

  /** Sends a form about the message, by the version that it has now; the token is that of any form. */
  async function post(message: StoredMessage, action: string, fields: Readonly<Record<string, string>> = {}) {
    const { version } = await now(message)
    const at = page('messages', message.messageId)
    return iro.post(`${at}/again`, `${at}/${action}`, { version: String(version), ...fields })
  }

  await t.test(
    'drafts are read on one page and approved together; one that was changed meanwhile, or left without a tick, waits',
    async () => {
      const drafts = []
      for (const key of ['approve-1', 'approve-2', 'approve-3'])
        drafts.push(await put({ key, kind: caseloadKinds.hello_letter }))
      const at = page('messages', 'letters')
      const shown = await iro.get(at)
      const fields = [...shown.body.matchAll(/name="letter" value="([^"]+)" checked/g)].map(([, field]) => field ?? '')
      assert.equal(fields.length, 3)
      const fieldOf = ({ messageId }: StoredMessage) => fields.find((field) => field.endsWith(messageId)) ?? ''
      const [first, second, third] = drafts
      assert.ok(first && second && third)
      const none = await iro.post(at, at, {})
      assert.equal(none.statusCode, 400)
      assert.match(none.body, /href="#letters">Tick at least one letter that you have read/)
      await services.messages.change(CODE, second.messageId, start, () => ({
        step: 'edit',
        why: null,
        nextAt: null,
        by: 'iro',
      }))
      const done = await iro.post(at, at, { letter: [fieldOf(first), fieldOf(second)] })
      assert.equal(done.headers.location, `${at}?approved=1&left=1`)
      assert.deepEqual(await Promise.all([first, second, third].map(async (draft) => (await now(draft)).state)), [
        'waiting',
        'draft',
        'draft',
      ])
      assert.match(
        (await iro.get(`${at}?approved=1&left=1`)).body,
        /1 letter is approved\.[^]*1 letter was changed by someone else/,
      )
    },
  )

  await t.test('what needs someone comes first, is told at the top of every page, and says why', async () => {
    const bounced = await put({ name: 'Bo Unced' })
    await bounce(bounced)
    const { body } = await iro.get(page('messages'))
    assert.ok(body.indexOf('Bo Unced') > 0 && body.indexOf('Bo Unced') < body.indexOf('Mary Fenwick'))
    assert.match(body, /there is no such address/)
    assert.match((await iro.get(page('due'))).body, /1 message needs someone: see what to do/)
    assert.doesNotMatch((await (await browserOf('worker')).get(page('due'))).body, /needs someone/)
    assert.match((await iro.get(page('messages', bounced.messageId))).body, /there is no such address/)
  })

  await t.test('is narrowed by state, kind and child, and taken away as it is narrowed', async () => {
    const letter = await put({
      kind: caseloadKinds.goodbye_letter,
      channel: 'LETTER',
      address: '1 High Street',
      name: 'Le Tter',
    })
    for (const [query, isThere] of [
      ['kind=goodbye_letter', true],
      ['kind=invitation', false],
      ['state=draft&child=north', true],
      ['state=sent', false],
      ['child=nobody', false],
    ] as const) {
      for (const list of ['messages', 'messages.csv']) {
        const { body } = await iro.get(page(`${list}?${query}`))
        assert.equal(body.includes('Le Tter'), isThere, `${list} ${query}`)
      }
    }
    await services.handling.withdraw(
      { personId: 'iro', name: 'iro', authority: CODE, roles: ['iro'], officerId: null, workerId: null, team: null },
      letter,
    )
  })

  await t.test('a draft is changed, approved by someone, and what it said before stays known', async () => {
    const draft = await put({ kind: caseloadKinds.hello_letter, role: 'CHILD' })
    assert.deepEqual([draft.state, draft.nextAt], ['draft', null])
    const blank = await post(draft, 'draft', { subject: 'Hello', body: ' ', then: 'approve' })
    assert.equal(blank.statusCode, 400)
    assert.match(blank.body, /Enter the text of the message/)
    assert.match(blank.body, /value="Hello"/, 'what was typed stays')
    assert.equal((await post(draft, 'draft', { subject: 'Hello', body: 'New words', then: 'save' })).statusCode, 303)
    assert.equal((await now(draft)).state, 'draft')
    assert.equal((await post(draft, 'draft', { subject: 'Hello', body: 'New words', then: 'approve' })).statusCode, 303)
    const approved = await now(draft)
    assert.deepEqual([approved.state, approved.body], ['waiting', 'New words'])
    assert.ok(approved.nextAt)
    const { body } = await iro.get(page('messages', draft.messageId))
    assert.match(body, /Approved/)
    assert.match(body, /What it said before[^]*You are invited to a meeting/)
  })

  await t.test('who comes second is told, and changes nothing', async () => {
    const message = await put()
    const seen = String(message.version)
    assert.equal((await post(message, 'settle', { reason: 'Told by telephone' })).statusCode, 303)
    const late = await post(message, 'withdraw', { version: seen })
    assert.equal(late.statusCode, 400)
    assert.match(late.body, /Someone else changed this while you had it open/)
    const over = await post(message, 'withdraw')
    assert.match(over.body, /can’t be done any more: the message is now “Dealt with”/)
    assert.equal((await now(message)).state, 'settled')
  })

  await t.test('is sent again to another address by another channel: a new message in place of the old', async () => {
    const message = await put()
    await bounce(message)
    const again = page('messages', message.messageId, 'again')
    const fields = { channel: 'TEXT', address: 'mary@example', subject: '', body: 'Come' }
    const wrong = await post(message, 'again', fields)
    assert.equal(wrong.statusCode, 400)
    assert.match(wrong.body, /Enter a telephone number/)
    assert.match(wrong.body, />mary@example</)
    const { version } = await now(message)
    const sent = await post(message, 'again', { ...fields, address: '07700 900123' })
    assert.equal(sent.statusCode, 303)
    const old = await now(message)
    assert.equal(old.state, 'settled')
    assert.equal(sent.headers.location, `${page('messages', old.replacedBy ?? '')}?done=sent_again`)
    const replacement = await services.messages.find(CODE, old.replacedBy ?? '')
    assert.deepEqual(
      [replacement?.channel, replacement?.address, replacement?.replaces, replacement?.state],
      ['TEXT', '07700 900123', message.messageId, 'waiting'],
    )
    // The same form twice is one message.
    const twice = await iro.post(again, again, { ...fields, version: String(version) })
    assert.notEqual(twice.statusCode, 303)
    assert.equal((await now(message)).replacedBy, replacement?.messageId)
  })

  await t.test('a letter is printed and marked as posted; nothing else can be', async () => {
    const letter = await put({ channel: 'LETTER', address: '1 High Street\nTown\nZB1 1AA' })
    const shown = await iro.get(page('messages', letter.messageId))
    assert.match(shown.body, /Nothing is set up here to send a letter. Print it and put it in the post/)
    const printed = await iro.get(page('messages', letter.messageId, 'print'))
    assert.match(printed.body, /1 High Street[^]*Town[^]*ZB1 1AA[^]*You are invited/)
    assert.equal((await post(letter, 'posted')).statusCode, 303)
    assert.deepEqual([(await now(letter)).state, (await now(letter)).reason], ['sent', 'Put in the post by hand.'])
    const email = await put()
    assert.equal((await iro.get(page('messages', email.messageId, 'print'))).statusCode, 404)
    assert.equal((await post(email, 'posted')).statusCode, 400)
  })

  await t.test('a blank reason settles nothing', async () => {
    const message = await put()
    assert.match((await post(message, 'settle', { reason: '  ' })).body, /Say how it was dealt with/)
    assert.equal((await now(message)).state, 'waiting')
  })

  await t.test(
    'of a sealed child: in no list, count, file or notice of those not named, and not there to them',
    async () => {
      const message = await put({ child: 'SEALED7', name: 'Se Aled' })
      await bounce(message)
      const before = await iro.get(page('messages'))
      assert.match(before.body, /Se Aled/)
      const named = await browserOf('named')
      const form = { child: 'SEALED7', people: 'named', reason: 'In the press' }
      assert.equal((await named.post(page('sealed', 'new'), page('sealed', 'new'), form)).statusCode, 303)

      for (const list of ['messages', 'messages?child=SEALED7', 'messages.csv', 'messages?state=needs_someone']) {
        assert.doesNotMatch((await iro.get(page(list))).body, /Se Aled|>SEALED7/, list)
        assert.match((await named.get(page(list))).body, /Se Aled/, list)
      }
      const count = (body: string) => Number(/(\d+) needs? someone/.exec(body)?.[1])
      assert.equal(count((await iro.get(page('messages'))).body) + 1, count((await named.get(page('messages'))).body))
      assert.match((await named.get(page('due'))).body, /2 messages need someone/)
      assert.match((await iro.get(page('due'))).body, /1 message needs someone/)
      const [gone, absent] = await Promise.all(
        [message.messageId, '7f2c1e1e-0000-4000-8000-000000000000'].map((id) => iro.get(page('messages', id))),
      )
      assert.equal(gone?.statusCode, 404)
      assert.equal(withoutTokens(gone.body), withoutTokens(absent?.body ?? ''))
      const { version } = message
      const token = await put()
      const forged = await iro.post(
        page('messages', token.messageId, 'again'),
        page('messages', message.messageId, 'settle'),
        { version: String(version + 1), reason: 'x' },
      )
      assert.equal(forged.statusCode, 404)
      assert.equal(headingOf(forged.body), 'Page not found')
      assert.equal((await now(message)).state, 'needs_someone')
    },
  )

  await t.test('what was done is in the log with the child', async () => {
    const [entry] = await services.log.latest(CODE, { before: null, most: 1, personId: 'iro' })
    assert.ok(entry)
    const entries = await services.log.latest(CODE, { before: null, most: 200, personId: 'iro' })
    for (const what of [
      'approved a message',
      'sent a message again',
      'put a letter in the post',
      'dealt with a message',
    ]) {
      const found = entries.find((one) => one.what === what)
      assert.deepEqual([found?.action, found?.children], ['change', ['NORTH1']], what)
    }
    const file = entries.find(({ what }) => what === 'took away messages as a file')
    assert.ok(file?.children.includes('NORTH1'))
  })
})
