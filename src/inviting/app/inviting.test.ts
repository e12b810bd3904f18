import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { askedAs } from '../../../test/support/booking.ts'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { aContact, aReviewContent } from '../../../test/support/inviting.ts'
import { type TestOutbox, anOutbox } from '../../../test/support/outbox.ts'
import { inMemory } from '../../../test/support/unit.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import { bookings, versionOfBooking } from '../../booking/domain/bookings.ts'
import { type PlainDate, date, instant } from '../../kernel/dates.ts'
import { choices } from '../../participation/registers/choices.ts'
import { contacts as contactsRegister, type ContactFact } from '../../participation/registers/contacts.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { RegisterChange, StoredChange } from '../../registers/app/ports.ts'
import { type Content, type Register, type RowOf, rowKey } from '../../registers/register.ts'
import { withVersion } from '../../registers/version.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { type ToInvite, makeInviting } from './inviting.ts'

const TODAY = date('2022-11-22')
const asking: AskingFrom = { ...askedAs('iro'), origin: 'https://here' }

interface BookedAs {
  on?: PlainDate
  startsAt?: string
  status?: RowOf<typeof meetings>['status']
}

/** A service in memory with one review, that tests move and cancel as others would. */
function aService({ contacts = [aContact('mother'), aContact('school')], firstReview = false, notToCome = '' } = {}) {
  const outbox = anOutbox()
  const stored = new Map<string, ReadonlyMap<string, Content>>()
  let changes = 0
  const keep = ({ name, key }: Pick<Register, 'name' | 'key'>, content: Content) => {
    const row = withVersion({ ...content }, String(++changes).padStart(9, '0'))
    stored.set(name, new Map(stored.get(name)).set(rowKey({ key }, content), row))
  }
  keep(reviews, aReviewContent)
  keep(meetings, {
    review_ref: 'R1', number: 1, child: 'NORTH1', date: '2023-02-15', starts_at: '14:30', ends_at: '15:30',
    officer_id: 'O1', place: '7 Mill Lane', format: 'IN_PERSON', purpose: 'REVIEW', status: 'BOOKED',
  }) // prettier-ignore
  for (const contact of contacts) keep(contactsRegister, contactContent(contact))
  if (notToCome !== '') keep(choices, { child: 'NORTH1', date: '2022-11-01', contacts_not_to_come: notToCome })
  const meetingNow = () => [...(stored.get('meetings')?.values() ?? [])][0] ?? {}
  const child = aChild({
    child: 'NORTH1',
    episodes: ['2022-05-09.. S C2 U6'],
    reviews: firstReview ? [] : ['2022-06-06'],
  })
  const world = () => Promise.resolve({ ...aWorld([child], { asAt: TODAY.toString() }), registers: stored })
  let links = 0
  const deps = {
    inOneTransaction: inMemory,
    store: {
      rowsForChange: (_unit: Unit, registers: readonly string[]) =>
        Promise.resolve({
          stored: new Map(registers.map((name) => [name, stored.get(name) ?? new Map<string, Content>()])),
          keep: keepRows,
        }),
    },
    log: { note: () => undefined },
    seenWorlds: () => ({ ofYear: world, onDay: world, onDaySince: world, ofChild: world, ofAll: world }),
    today: () => TODAY,
  }
  function keepRows({ rows, sourceName, counts }: RegisterChange): Promise<{ stored: Promise<StoredChange> }> {
    for (const { register, content } of rows) keep(register, content)
    const stored = Promise.resolve({ recordedAt: instant('2022-11-22T09:00:00Z'), sourceName, counts })
    return Promise.resolve({ stored })
  }
  const inviting = makeInviting({
    ...deps,
    links: { make: () => Promise.resolve(`X99000001.token${++links}`) },
    outbox,
  })
  const tell = (how: 'moved' | 'cancelled') =>
    inMemory(asking.authority, async (unit) => {
      await inviting[how](unit, { ...asking, reviewRef: 'R1', child: 'NORTH1', world: await world() })
      return {}
    })
  const invite = async (contactRefs: readonly string[], more: Partial<ToInvite> = {}) => {
    const booking = bookings(await world()).get('R1')
    assert.ok(booking)
    const problems = await inviting.invite({
      ...asking,
      child: 'NORTH1',
      reviewRef: 'R1',
      contactRefs,
      reason: '',
      when: 'now',
      replaces: versionOfBooking(booking),
      ...more,
    })
    assert.ok(problems)
    return problems
  }
  return {
    outbox,
    book: ({ on, startsAt, status }: BookedAs) => {
      if (on) keep(reviews, { ...aReviewContent, booked_date: on.toString() })
      keep(meetings, {
        ...meetingNow(),
        ...(on && { date: on.toString() }),
        ...(startsAt !== undefined && { starts_at: startsAt }),
        ...(status && { status }),
      })
    },
    /** Keeps another row of the review's meetings. */
    keepMeeting: (more: Content) => {
      keep(meetings, { ...meetingNow(), ...more })
    },
    invite,
    moved: () => tell('moved'),
    cancelled: () => tell('cancelled'),
    why: () => meetingNow()['why_not_as_chosen'],
    linksMade: () => links,
    end: (contactRef: string) => {
      const contact = contacts.find((one) => one.contactRef === contactRef)
      if (contact) keep(contactsRegister, contactContent({ ...contact, until: TODAY }))
    },
  }
}

function contactContent({ contactRef, until, ...contact }: ContactFact): Content {
  const all = { ...contact, contact_ref: contactRef, until: until?.toString() ?? null }
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

/** What was put in and not withdrawn: to whom, what, for when. */
const said = (outbox: TestOutbox) =>
  outbox
    .all()
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ key }) => key.replace(' R1', ''))
    .reverse()

describe('inviting people', () => {
  test('tells each by the channel they want, with a link of their own and an entry for their calendar', async () => {
    const contacts = [
      aContact('mother'),
      aContact('carer', { role: 'CARER', channel: 'TEXT', phone: '07700 900 982' }),
      aContact('me', { role: 'CHILD', name: 'Amina' }),
    ]
    const { invite, outbox } = aService({ contacts })
    assert.deepEqual(await invite(['mother', 'carer', 'me']), [])
    const [mother, carer, child] = outbox.all()
    assert.deepEqual(
      [mother, carer, child].map((message) => [message?.channel, message?.address, message?.sendFrom, message?.state]),
      [
        ['EMAIL', 'mother@example.org', null, 'waiting'],
        ['TEXT', '07700 900 982', null, 'waiting'],
        ['EMAIL', 'me@example.org', null, 'waiting'],
      ],
    )
    assert.equal(mother?.event?.from.toString(), '2023-02-15T14:30:00Z')
    assert.deepEqual([carer?.event, child?.event], [null, null], 'no entry in a text message, nor to a child')
    const links = outbox.all().map(({ body }) => /https:\/\/here\/invitations\/\S+/.exec(body)?.[0])
    assert.equal(new Set(links).size, 3)
    for (const { subject, body } of outbox.all())
      assert.doesNotMatch(subject + body, /NORTH1|R1|Mill Lane|Amina|Name of/)
  })

  test('waits until six weeks before, unless it is the first review', async () => {
    for (const { firstReview, from } of [
      { firstReview: false, from: '2023-01-04T09:00:00Z' },
      { firstReview: true, from: undefined },
    ]) {
      const { invite, outbox } = aService({ firstReview })
      await invite(['mother'], { when: 'when_due' })
      assert.equal(outbox.all()[0]?.sendFrom?.toString(), from)
    }
  })

  test('does not tell anyone twice, however often it is asked, also at once', async () => {
    const { invite, outbox } = aService()
    await Promise.all([invite(['mother']), invite(['mother', 'school']), invite(['mother'])])
    outbox.now('sent')
    await invite(['mother', 'school'])
    assert.deepEqual(said(outbox).sort(), ['invitation mother 2023-02-15 14:30', 'invitation school 2023-02-15 14:30'])
  })

  for (const { why, contacts, change, refs, problem } of [
    { why: 'nobody chosen', contacts: undefined, change: {}, refs: [], problem: 'nobody_chosen' },
    { why: 'someone who is not there', contacts: undefined, change: {}, refs: ['stranger'], problem: 'nobody_chosen' },
    {
      why: 'no address',
      contacts: [aContact('mother', { email: null })],
      change: {},
      refs: ['mother'],
      problem: 'no_address',
    },
    {
      why: 'a meeting that is off',
      contacts: undefined,
      change: { status: 'CANCELLED' },
      refs: ['mother'],
      problem: 'is_cancelled',
    },
    {
      why: 'a meeting that is over',
      contacts: undefined,
      change: { on: date('2022-11-21') },
      refs: ['mother'],
      problem: 'is_over',
    },
    {
      why: 'a meeting that was held today, of a review that waits to go on',
      contacts: undefined,
      change: { on: date('2022-11-22'), status: 'HELD' },
      refs: ['mother'],
      problem: 'is_over',
    },
  ] as const) {
    test(`is refused: ${why}`, async () => {
      const { invite, outbox, book } = aService(contacts ? { contacts: [...contacts] } : {})
      book(change)
      assert.deepEqual(
        (await invite(refs)).map(({ code }) => code),
        [problem],
      )
      assert.deepEqual(outbox.all(), [])
    })
  }

  test('is refused where the meeting is not what the page showed', async () => {
    const { invite, outbox } = aService()
    assert.deepEqual(await invite(['mother'], { replaces: 'older' }), [{ code: 'changed_meanwhile' }])
    assert.deepEqual(outbox.all(), [])
  })

  test('asks why where the child does not want someone, and keeps it for the child to read', async () => {
    const { invite, outbox, why } = aService({ notToCome: 'mother' })
    assert.deepEqual(await invite(['mother', 'school']), [{ code: 'reason_missing', names: ['Name of mother'] }])
    assert.deepEqual(outbox.all(), [])
    assert.deepEqual(await invite(['mother'], { reason: 'She must hear the plan.' }), [])
    assert.equal(why(), 'She must hear the plan.')
    assert.deepEqual(said(outbox), ['invitation mother 2023-02-15 14:30'])
    // The others whom the child does not mind need none.
    assert.deepEqual(await invite(['school']), [])
  })
})

describe('a meeting that is moved', () => {
  const later = { on: date('2023-02-22') }

  test('is told again to those who were told, renewed for those who were about to be, and to nobody else', async () => {
    const { invite, outbox, book, moved } = aService({
      contacts: [aContact('mother'), aContact('school'), aContact('gp')],
    })
    await invite(['mother'])
    outbox.now('delivered')
    await invite(['school'], { when: 'when_due' })
    book(later)
    await moved()
    assert.deepEqual(said(outbox), [
      'invitation mother 2023-02-15 14:30',
      'new_date mother 2023-02-22 14:30',
      'invitation school 2023-02-22 14:30',
    ])
    const renewed = outbox.all().find(({ kind, state }) => kind === 'invitation' && state === 'waiting')
    assert.equal(renewed?.sendFrom?.toString(), '2023-01-11T09:00:00Z', 'due when the new day says')
    const [told] = outbox.all().filter(({ kind }) => kind === 'new_date')
    assert.match(told?.body ?? '', /Before, it was Wednesday 15 February 2023 at 2:30pm/)
    assert.equal(told?.sendFrom ?? null, null)
    assert.ok((told?.event?.sequence ?? 0) > 0, 'calendars take it for the later')
    const count = outbox.all().length
    await moved()
    assert.equal(outbox.all().length, count, 'once is enough')
  })

  test('away and back: those who know of nothing else are left alone, those who were told are told again', async () => {
    const { invite, outbox, book, moved } = aService()
    await invite(['mother'])
    outbox.now('sent')
    book(later)
    await moved()
    book({ on: date('2023-02-15') })
    await moved()
    assert.deepEqual(said(outbox), ['invitation mother 2023-02-15 14:30'], 'she never heard of the other day')
    book(later)
    await moved()
    outbox.now('sent')
    book({ on: date('2023-02-15') })
    await moved()
    outbox.now('sent')
    book(later)
    await moved()
    assert.equal(outbox.all()[0]?.key, 'new_date R1 mother 2023-02-22 14:30 3', 'the same word, said again')
    assert.equal(outbox.all()[0]?.state, 'waiting')
  })

  test('where nobody knows whether the first word arrived, tells them', async () => {
    const { invite, outbox, book, moved } = aService()
    await invite(['mother'])
    outbox.now('needs_someone')
    book({ startsAt: '15:00' })
    await moved()
    assert.equal(outbox.all()[0]?.key, 'new_date R1 mother 2023-02-15 15:00')
  })

  test('is not told to who is no longer asked', async () => {
    const { invite, outbox, book, moved, end } = aService()
    await invite(['mother'])
    outbox.now('sent')
    end('mother')
    book(later)
    await moved()
    assert.equal(outbox.all().length, 1)
  })
})

describe('a meeting that is cancelled', () => {
  test('is called off to those who were told, and never told to the others', async () => {
    const { invite, outbox, book, cancelled, moved, linksMade } = aService()
    await invite(['mother'])
    outbox.now('sent')
    await invite(['school'], { when: 'when_due' })
    book({ status: 'CANCELLED' })
    const links = linksMade()
    await cancelled()
    await cancelled()
    await moved()
    assert.deepEqual(said(outbox), ['invitation mother 2023-02-15 14:30', 'cancellation mother 2023-02-15 14:30'])
    assert.equal(outbox.all()[0]?.event?.isCancelled, true)
    assert.equal(linksMade(), links, 'there is nothing to look at')
    outbox.now('sent')
    await cancelled()
    assert.equal(outbox.all().length, 3)
  })

  test('names the day that they know, and reaches those who are no longer asked', async () => {
    const { invite, outbox, book, cancelled, end } = aService()
    await invite(['mother'])
    outbox.now('sent')
    end('mother')
    book({ on: date('2023-02-22'), status: 'CANCELLED' })
    await cancelled()
    assert.match(outbox.all()[0]?.body ?? '', /The meeting on Wednesday 15 February 2023 at 2:30pm will not take place/)
  })

  test('and booked again, is a new invitation', async () => {
    const { invite, outbox, book, cancelled } = aService()
    await invite(['mother'])
    outbox.now('sent')
    book({ status: 'CANCELLED' })
    await cancelled()
    outbox.now('sent')
    book({ status: 'BOOKED' })
    assert.deepEqual(await invite(['mother']), [])
    assert.equal(outbox.all()[0]?.key, 'invitation R1 mother 2023-02-15 14:30 2')
  })

  test('the one to which a review was adjourned: is called off to those who know of it, not the one that was held', async () => {
    const { invite, outbox, keepMeeting, cancelled, moved } = aService()
    await invite(['mother', 'school'])
    outbox.now('sent')
    keepMeeting({ status: 'HELD', date: '2022-11-22' })
    keepMeeting({ number: 2, purpose: 'RESUMED', date: '2022-12-01' })
    await moved()
    outbox.now('sent', ['mother'])
    keepMeeting({ number: 2, purpose: 'RESUMED', date: '2022-12-01', status: 'CANCELLED' })
    await cancelled()
    assert.deepEqual(said(outbox), [
      'invitation mother 2023-02-15 14:30',
      'invitation school 2023-02-15 14:30',
      'new_date mother 2022-12-01 14:30',
      'cancellation mother 2022-12-01 14:30',
      'cancellation school 2023-02-15 14:30',
    ])
  })

  test('while another of its series is to come: those who were told hear of that one', async () => {
    const { invite, outbox, keepMeeting, cancelled } = aService()
    await invite(['mother'])
    outbox.now('sent')
    keepMeeting({ number: 2, purpose: 'SERIES', date: '2023-03-01' })
    keepMeeting({ status: 'CANCELLED' })
    await cancelled()
    assert.deepEqual(said(outbox), ['invitation mother 2023-02-15 14:30', 'new_date mother 2023-03-01 14:30'])
  })

  test('does nothing to a meeting that takes place', async () => {
    const { invite, outbox, cancelled } = aService()
    await invite(['mother'])
    await cancelled()
    assert.equal(outbox.all()[0]?.state, 'waiting')
  })
})

test('whatever happens in whatever order, everyone invited knows in the end, or will, and of one date', async () => {
  const day = fc.constantFrom('2023-02-15', '2023-02-22', '2023-03-01')
  const step = fc.oneof(
    fc.record({ kind: fc.constant('invite' as const), who: fc.constantFrom('mother', 'school') }),
    fc.record({ kind: fc.constant('move' as const), day }),
    fc.record({ kind: fc.constant('send' as const), who: fc.constantFrom('mother', 'school') }),
    fc.record({ kind: fc.constant('cancel' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const service = aService()
      const invited = new Set<string>()
      let on = '2023-02-15'
      let isOff = false
      for (const one of steps) {
        if (one.kind === 'invite' && !isOff) {
          await service.invite([one.who])
          invited.add(one.who)
        } else if (one.kind === 'move') {
          // Booked again after a cancellation is for someone to invite to again.
          if (isOff) invited.clear()
          isOff = false
          on = one.day
          service.book({ on: date(on), status: 'BOOKED' })
          await service.moved()
        } else if (one.kind === 'send') service.outbox.now('sent', [one.who])
        else if (one.kind === 'cancel') {
          isOff = true
          service.book({ status: 'CANCELLED' })
          await service.cancelled()
        }
      }
      const last = (who: string) =>
        service.outbox.all().find(({ contactRef, state }) => contactRef === who && state !== 'withdrawn')
      const waiting = service.outbox.all().filter(({ state }) => state === 'waiting')
      assert.equal(new Set(waiting.map(({ contactRef }) => contactRef)).size, waiting.length, 'one word waits at most')
      for (const who of invited) {
        if (isOff) assert.ok((last(who)?.kind ?? 'cancellation') === 'cancellation', 'knows that it is off')
        else assert.ok(last(who)?.key.includes(on), `${who}: ${last(who)?.key ?? 'nothing'} beside ${on}`)
      }
    }),
    { numRuns: 300 },
  )
})
