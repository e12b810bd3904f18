import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSending } from '../../test/support/messages.ts'
import { type MailBehaviour, aMailServer } from '../../test/support/smtp.ts'
import { instant } from '../kernel/dates.ts'
import { makeSmtp } from './providers/smtp.ts'

describe('sending through a mail server', async () => {
  const server = await aMailServer()
  const timeouts = { connectMilliseconds: 20_000, answerMilliseconds: 20_000 }
  const { put, next } = await aSending({ EMAIL: makeSmtp(server.configuration, timeouts) })

  /** The mails taken meanwhile. */
  async function takenBy(work: () => Promise<unknown>): Promise<string[]> {
    const before = server.taken.length
    await work()
    return server.taken.slice(before)
  }

  test('an email goes as it is, under a Message-ID of its own', async () => {
    server.will('take')
    const message = await put({ subject: 'Ein Grüß', body: 'Dear Mary,\n\nCome.' })
    const [mail = '', ...others] = await takenBy(async () => {
      const sent = await next(message)
      assert.deepEqual([sent.state, sent.nextAt], ['sent', null])
    })
    assert.equal(others.length, 0)
    assert.match(mail, /^From: Reviewing Service <irs@hartsmere\.example>/m)
    assert.match(mail, /^To: mary\.fenwick@example\.org/m)
    assert.match(mail, new RegExp(`^Message-ID: <${message.messageId}@hartsmere\\.example>`, 'im'))
    assert.match(mail, /Dear Mary,/)
    assert.doesNotMatch(mail, /text\/calendar/)
  })

  for (const isCancelled of [false, true]) {
    test(`a meeting comes as an entry for calendars${isCancelled ? ', cancelled' : ''}`, async () => {
      server.will('take')
      const [from, until] = [instant('2026-12-03T14:00:00Z'), instant('2026-12-03T15:00:00Z')]
      const event = { uid: 'meeting-1@footprint', sequence: 2, from, until, isCancelled }
      const message = await put({ event })
      const [mail = ''] = await takenBy(() => next(message))
      assert.match(mail, new RegExp(`text/calendar;[^]*method=${isCancelled ? 'CANCEL' : 'REQUEST'}`, 'i'))
      const encoded = [...mail.matchAll(/base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, text = '']) =>
        Buffer.from(text, 'base64').toString(),
      )
      const calendar = encoded.find((text) => text.includes('BEGIN:VCALENDAR')) ?? mail
      assert.match(calendar, /DTSTART:20261203T140000Z/)
      assert.match(calendar, new RegExp(`STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`))
      assert.match(calendar, /ORGANIZER;CN="?Reviewing Service"?[^]*mailto:irs@hartsmere\.example/i)
      assert.match(calendar.replaceAll('\r\n ', ''), /ATTENDEE;[^]*mailto:mary\.fenwick@example\.org/i)
      assert.doesNotMatch(calendar.replace(/ATTENDEE;[^]*?\r\n(?! )/, ''), /Mary|100001/)
    })
  }

  for (const { behaviour, state, reason, taken } of [
    {
      behaviour: 'refuse_recipient',
      state: 'needs_someone',
      reason: /does not take this address.*No such user/,
      taken: 0,
    },
    { behaviour: 'refuse_content', state: 'needs_someone', reason: /does not take it.*spam/, taken: 0 },
    { behaviour: 'greylist', state: 'waiting', reason: /not take it now.*Try again later/, taken: 0 },
    { behaviour: 'busy_after_content', state: 'waiting', reason: /disk is full/, taken: 0 },
    { behaviour: 'refuse_sender', state: 'waiting', reason: /does not take mail from us/, taken: 0 },
    { behaviour: 'drop_before_content', state: 'waiting', reason: /can not be reached/, taken: 0 },
    { behaviour: 'drop_after_content', state: 'needs_someone', reason: /Nobody can say/, taken: 1 },
  ] satisfies { behaviour: MailBehaviour; state: string; reason: RegExp; taken: number }[]) {
    // prettier-ignore
    test(`${behaviour}: ${state}`, async () => {
      server.will(behaviour)
      const message = await put()
      const mails = await takenBy(async () => {
        const after = await next(message)
        assert.equal(after.state, state)
        assert.match(after.reason ?? '', reason)
      })
      assert.equal(mails.length, taken)
      server.will('take')
      if (state === 'waiting') assert.equal((await next(message)).state, 'sent')
    })
  }

  test('an address that would smuggle another in is refused, and nothing goes', async () => {
    for (const address of ['a@example.org>\r\nRCPT TO:<b@example.org', 'a@example.org\nBcc: b@example.org']) {
      const mails = await takenBy(async () => {
        const after = await next(await put({ address }))
        assert.equal(after.state, 'needs_someone', after.reason ?? '')
      })
      assert.deepEqual(mails, [])
    }
  })

  test('nobody listens, or nothing encrypted is offered: certainly not taken', async () => {
    for (const wrong of [{ port: 9 }, { requiresTls: true }]) {
      const provider = makeSmtp({ ...server.configuration, ...wrong }, timeouts)
      const mails = await takenBy(async () => {
        assert.equal((await provider.send(await put(), 'x')).code, 'not_taken')
      })
      assert.deepEqual(mails, [])
    }
  })
})
