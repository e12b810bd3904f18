import { type Facts, registersOf } from '../../../test/support/registers.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { aContact, aMeeting, aReview } from '../../../test/support/inviting.ts'
import { date, instant } from '../../kernel/dates.ts'
import { contactProblems, contactsOf, newContactRef, reachOf } from '../../participation/domain/contacts.ts'
import { choicesOf, choicesProblems } from '../../participation/domain/choices.ts'
import { meetingsOfOfficer } from './feed.ts'
import { aMessage } from '../../../test/support/messages.ts'
import { kindToSay, meetingKinds, messageKey, sendFromWhenDue, standingOf } from './invitees.ts'

const today = date('2022-11-22')

describe('those around a child', () => {
  const entry = {
    role: 'MOTHER',
    name: 'Ms Osei',
    channel: null,
    email: null,
    phone: null,
    address: null,
    language: null,
    until: null,
  } as const

  for (const { why, change, problem } of [
    { why: 'a name is needed', change: { name: '' }, problem: 'name_missing' },
    { why: 'a role is needed', change: { role: null }, problem: 'role_missing' },
    { why: 'there is one child', change: { role: 'CHILD' }, problem: 'child_twice' },
    { why: 'nothing wrong', change: { channel: 'TEXT' }, problem: null },
  ] as const) {
    test(why, () => {
      const found = contactProblems({ ...entry, ...change }, [{ role: 'CHILD', until: null }], today)
      assert.deepEqual(
        found.map(({ code }) => code),
        problem === null ? [] : [problem],
      )
    })
  }

  test('a child whose entry has ended may be entered again', () => {
    const ended = [{ role: 'CHILD', until: today }] as const
    assert.deepEqual(contactProblems({ ...entry, role: 'CHILD' }, ended, today), [])
  })

  test('are reached as they want to be, else by what there is, else not', () => {
    const both = { email: 'a@b.cd', phone: '07700 900 982', address: null }
    assert.deepEqual(reachOf({ ...both, channel: 'TEXT' }), {
      isKnown: true,
      channel: 'TEXT',
      address: '07700 900 982',
    })
    assert.deepEqual(reachOf({ ...both, channel: 'LETTER' }), { isKnown: false, channel: 'LETTER' })
    assert.deepEqual(reachOf({ ...both, channel: null }), { isKnown: true, channel: 'EMAIL', address: 'a@b.cd' })
    assert.deepEqual(reachOf({ email: null, phone: null, address: null, channel: null }), {
      isKnown: false,
      channel: null,
    })
  })

  test('are named in the order in which people name them, the child first', () => {
    const named = [
      aContact('school', { role: 'EDUCATION' }),
      aContact('me', { role: 'CHILD' }),
      aContact('other', { child: 'X' }),
    ]
    assert.deepEqual(
      contactsOf(named, 'NORTH1').map(({ contactRef }) => contactRef),
      ['me', 'school'],
    )
  })

  test('have refs of their own', () => {
    assert.equal(newContactRef('SOCIAL_WORKER', new Set()), 'social-worker')
    assert.equal(newContactRef('CARER', new Set(['carer', 'carer-2'])), 'carer-3')
  })
})

describe('what a child has chosen', () => {
  const said = (on: string, where: string) => ({
    child: 'NORTH1',
    on: date(on),
    where,
    when: null,
    format: null,
    whoToCome: null,
    whoNotToCome: null,
    contactsNotToCome: [],
    anythingElse: null,
    toldTo: null,
  })
  const registers = registersOf({
    choices: [said('2022-01-05', 'home'), said('2022-09-01', 'school'), said('2023-01-01', 'park')],
  })

  test('is what was said last, up to the day asked for, whatever the order of the rows', () => {
    assert.equal(choicesOf({ asAt: today, registers }, 'NORTH1')?.where, 'school')
    assert.equal(choicesOf({ asAt: date('2022-02-01'), registers }, 'NORTH1')?.where, 'home')
    assert.equal(choicesOf({ asAt: date('2021-12-31'), registers }, 'NORTH1'), null)
    assert.equal(choicesOf({ asAt: today, registers }, 'NORTH2'), null)
  })

  for (const { why, change, problem } of [
    { why: 'something must be said', change: { where: null }, problem: 'nothing_said' },
    {
      why: 'whom the child told is not what the child said',
      change: { where: null, toldTo: 'Jo' },
      problem: 'nothing_said',
    },
    { why: 'not tomorrow', change: { on: date('2022-11-23') }, problem: 'day_in_future' },
    { why: 'on a day', change: { on: null }, problem: 'day_missing' },
    { why: 'of people who are there', change: { contactsNotToCome: ['nobody'] }, problem: 'contact_unknown' },
    { why: 'nobody to come is something', change: { where: null, contactsNotToCome: ['father'] }, problem: null },
  ] as const) {
    test(why, () => {
      const found = choicesProblems({ ...said('2022-11-22', 'home'), ...change }, new Set(['father']), today)
      assert.deepEqual(
        found.map(({ code }) => code),
        problem === null ? [] : [problem],
      )
    })
  }
})

describe('when an invitation goes out', () => {
  const meeting = { on: date('2026-07-15'), startsAt: '14:30' }
  for (const { why, now, isFirstReview, from } of [
    { why: 'six weeks before, in the morning', now: '2026-05-01', isFirstReview: false, from: '2026-06-03T08:00:00Z' },
    { why: 'at once on that day', now: '2026-06-03', isFirstReview: false, from: null },
    { why: 'at once after it', now: '2026-07-01', isFirstReview: false, from: null },
    { why: 'at once for a first review', now: '2026-05-01', isFirstReview: true, from: null },
  ]) {
    test(why, () => {
      const moment = sendFromWhenDue(meeting, { daysBefore: 42, isFirstReview, today: date(now) })
      assert.equal(moment?.toString() ?? null, from)
    })
  }
})

test('no two messages have the same key, whatever the names in it', () => {
  const name = fc.string({ minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      fc.constantFrom(...meetingKinds),
      name,
      name,
      fc.constantFrom('14:30', null),
      fc.integer({ min: 1, max: 4 }),
      (kind, reviewRef, contactRef, startsAt, times) => {
        const time = { on: date('2026-07-15'), startsAt }
        const taken = new Set<string>()
        for (let count = 0; count < times; count++) {
          const key = messageKey(kind, { reviewRef, contactRef }, time, taken)
          assert.ok(!taken.has(key))
          taken.add(key)
        }
      },
    ),
  )
})

test('what someone was told is what the message tells, also where it was sent again under another key', () => {
  const tells = { on: date('2026-07-15'), startsAt: '14:30' }
  const sent = { ...aMessage({ tells, key: 'invitation R-1 mother 2026-07-15 14:30, again after version 4' }), kind: 'invitation', isDraft: false, messageId: 'm', state: 'sent', reason: null, attempts: 1, putAt: instant('2026-07-01T09:00:00Z'), putBy: 'p', sentAt: null, version: 2 } as const // prettier-ignore
  const standing = standingOf([sent], 'mother')
  assert.deepEqual(standing.told, tells)
  assert.equal(kindToSay(standing, tells), null)
})

describe('the calendar of an officer', () => {
  const making = {
    today,
    meetingMinutes: 60,
    uidOf: (ref: string, number: number) => `${ref}-${number}`,
    urlOf: (ref: string) => `https://here/${ref}`,
    since: instant('2022-01-01T00:00:00Z'),
  }
  const feed = (facts: Facts) => meetingsOfOfficer(registersOf({ reviews: [aReview()], ...facts }), 'O1', making)

  test('has the meetings booked with that officer, and no others', () => {
    const meetings = [
      aMeeting(),
      aMeeting({ reviewRef: 'R2', officerId: 'O2' }),
      aMeeting({ reviewRef: 'R3', on: date('2022-01-01') }),
    ]
    assert.deepEqual(
      feed({ meetings }).map(({ entry }) => entry.uid),
      ['R1-1'],
    )
  })

  test('gives a whole day where only the day is booked, also of a review that has no meeting yet', () => {
    const [day] = feed({ meetings: [aMeeting({ startsAt: null, endsAt: null })] })
    assert.deepEqual(day?.entry.when, { day: date('2023-02-15') })
    assert.deepEqual(feed({})[0]?.entry.when, { day: date('2023-02-15') })
    assert.deepEqual(feed({ reviews: [aReview({ status: 'HELD', held_date: '2022-11-01' })] }), [])
  })

  test('says that a meeting is off, and knows which word is the later', () => {
    const [entry] = feed({
      meetings: [aMeeting({ status: 'CANCELLED' })],
      rearrangements: [
        {
          reviewRef: 'R1',
          number: 1,
          child: 'NORTH1',
          on: date('2022-10-01'),
          fromDay: date('2023-01-01'),
          toDay: date('2023-02-15'),
          askedBy: 'CHILD',
          reason: 'School',
          slackDays: null,
        },
      ],
    }).map((own) => own.entry)
    assert.deepEqual([entry?.isCancelled, entry?.sequence], [true, 2])
    assert.equal(entry?.changedAt.toString(), '2022-09-30T23:00:00Z')
  })

  test('a reference that holds the child’s id leads nowhere', () => {
    const urlOf = (reviewRef: string) =>
      feed({ reviews: [aReview({ review_ref: reviewRef })], meetings: [aMeeting({ reviewRef })] })[0]?.entry.url
    assert.equal(urlOf('R-1'), 'https://here/R-1')
    assert.equal(urlOf('NORTH1-2023'), null)
  })

  test('holds nothing of a child, and no place', () => {
    const text = JSON.stringify(feed({ meetings: [aMeeting()] }).map(({ entry }) => entry))
    assert.doesNotMatch(text, /NORTH1|Mill Lane/)
  })
})
