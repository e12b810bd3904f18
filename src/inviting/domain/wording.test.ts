import type { ContactRole, MessageChannel } from '../../participation/registers/contacts.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { matchesGolden } from '../../../test/support/golden.ts'
import { addDays, date } from '../../kernel/dates.ts'
import { type MeetingKind, meetingKinds } from './invitees.ts'
import { type Telling, wordsOf } from './wording.ts'

const channels: readonly MessageChannel[] = ['EMAIL', 'TEXT', 'LETTER']
const service = {
  name: 'Independent Reviewing Service',
  phone: '01632 960 000',
  email: 'reviews@hartsmere.example',
  address: 'Town Hall\nHartsmere ZB1 1AA',
}
const telling = (
  kind: MeetingKind,
  channel: MessageChannel,
  role: ContactRole,
  more: Partial<Telling> = {},
): Telling => ({
  kind,
  channel,
  to: { role, name: role === 'CHILD' ? 'Amina' : 'Ms Osei' },
  meeting: { on: date('2026-07-15'), startsAt: '14:30', endsAt: '15:30', place: '7 Mill Lane', format: 'IN_PERSON' },
  chair: 'Rowan Hale',
  before: kind === 'invitation' ? null : { on: date('2026-07-08'), startsAt: '10:00' },
  link: 'https://footprint.hartsmere.example/invitations/X99000001.0123456789abcdefghjkmnpqrs',
  service,
  council: 'Hartsmere Council',
  child: 'NORTH1',
  ...more,
})

/** Sentences that a child must read at once are short. */
const longestSentence = (text: string): number =>
  Math.max(
    ...text
      .replaceAll(/https?:\S+/g, 'here')
      .split(/[.!?]+(?:\s|$)|\n/)
      .map((sentence) => sentence.split(/\s+/).filter(Boolean).length),
  )

describe('the words of messages about meetings', () => {
  test('are as somebody last read them, each kind, by each channel, to an adult and to a child', () => {
    const all = meetingKinds.flatMap((kind) =>
      channels.flatMap((channel) =>
        (['MOTHER', 'CHILD'] as const).map((role) => {
          const { subject, body } = wordsOf(telling(kind, channel, role))
          return `==== ${kind}, ${channel}, ${role}\n${channel === 'TEXT' ? '' : `Subject: ${subject}\n\n`}${body}\n`
        }),
      ),
    )
    matchesGolden('booking/messages.txt', all.join('\n'))
  })

  test('stay whole where little is known', () => {
    const little = {
      meeting: { on: date('2026-07-15'), startsAt: null, endsAt: null, place: null, format: null },
      chair: null,
      service: { name: 'Independent Reviewing Service', phone: '', email: '', address: '' },
    }
    const all = channels.flatMap((channel) =>
      (['MOTHER', 'CHILD'] as const).map((role) => {
        const { body } = wordsOf(telling('invitation', channel, role, little))
        return `==== ${channel}, ${role}\n${body}\n`
      }),
    )
    matchesGolden('booking/messages-of-little.txt', all.join('\n'))
  })

  test('to a child are in short sentences, and say nothing of reviews, placements or cases', () => {
    for (const kind of meetingKinds) {
      for (const channel of channels) {
        const { body } = wordsOf(telling(kind, channel, 'CHILD'))
        assert.ok(longestSentence(body) <= 20, `${kind} ${channel}: ${longestSentence(body)} words in a sentence`)
        assert.doesNotMatch(
          body.replaceAll(service.name, '').replaceAll(service.email, ''),
          /\b(?:review|LAC|placement|case|attend|chair)/i,
        )
      }
    }
  })
})

/** Words that stand in no template: what is found was put there. */
const secret = fc.stringMatching(/^[A-Z][a-z]{3,8}q[0-9]{4}$/)
const roles = ['CHILD', 'MOTHER', 'CARER', 'EDUCATION', 'OTHER'] as const

test('no subject, text or email holds a name, an id or a place; a letter greets whom it goes to, and says where', () => {
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(...meetingKinds),
        channel: fc.constantFrom(...channels),
        role: fc.constantFrom(...roles),
        name: secret,
        place: secret,
        day: fc.integer({ min: 0, max: 700 }).map((days) => addDays(date('2026-01-01'), days)),
        startsAt: fc.constantFrom('09:00', '12:00', '16:45', null),
        format: fc.constantFrom('IN_PERSON', 'VIRTUAL', 'HYBRID', null),
        chair: fc.constantFrom('Rowan Hale', null),
      }),
      ({ kind, channel, role, name, place, day, startsAt, format, chair }) => {
        const { subject, body } = wordsOf(
          telling(kind, channel, role, {
            to: { role, name },
            meeting: { on: day, startsAt, endsAt: null, place, format },
            chair,
          }),
        )
        assert.ok(!subject.includes(name) && !subject.includes(place))
        assert.equal(body.includes(name), channel === 'LETTER')
        assert.equal(body.includes(place), channel === 'LETTER' && kind !== 'cancellation')
        assert.ok(channel !== 'TEXT' || !body.includes('\n'), 'a text message is one paragraph')
        assert.ok(!/undefined|null|\n\n\n| {2}/.test(body), body)
      },
    ),
  )
})
