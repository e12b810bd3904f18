import { contacts as around } from '../../participation/registers/contacts.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { behindItsBack } from '../../../test/support/database.ts'
import { anInvitingApplication } from '../../../test/support/invitingApplication.ts'
import { CODE, TestBrowser, headingOf, signedInAs, withoutTokens } from '../../../test/support/people.ts'
import { linkTo } from '../../../test/support/unit.ts'
import { date } from '../../kernel/dates.ts'
import { openDoor, originThrough } from '../../main/door.ts'

const valueOf = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

describe('who is around a child', async () => {
  const { page, browserOf, services } = await anInvitingApplication()
  const contacts = page('children', 'NORTH1', 'contacts')
  const facts = async () => (await services.worlds.onDay(CODE, date('2022-11-22'), null)).registers

  test('is added, changed and ended, nobody is deleted, and the log has it', async () => {
    const worker = await browserOf('worker')
    const added = await worker.post(`${contacts}/new`, `${contacts}/new`, {
      role: 'CARER',
      name: '  Jo\tBell ',
      channel: 'LETTER',
      address: '1 High Street\r\n\r\nHartsmere; ZB1 1AA',
    })
    assert.equal(added.headers.location, `${contacts}?done=added`)
    const [carer] = around.rowsIn(await facts()).filter(({ role }) => role === 'CARER')
    assert.deepEqual(
      [carer?.contactRef, carer?.name, carer?.address],
      ['carer', 'Jo Bell', '1 High Street\nHartsmere\nZB1 1AA'],
    )
    const address = `${contacts}/carer`
    const replaces = valueOf((await worker.get(address)).body, 'replaces')
    const end = { role: 'CARER', name: 'Jo Bell', 'until-day': '1', 'until-month': '11', 'until-year': '2022' }
    assert.equal((await worker.post(address, address, { ...end, replaces })).statusCode, 303)
    const list = await worker.get(contacts)
    assert.match(list.body, /No longer asked[^]*Jo Bell/)
    const again = await worker.post(address, address, { ...end, name: 'Other', replaces })
    assert.equal(again.statusCode, 400)
    assert.match(again.body, /Someone else changed this while you had it open/)
    assert.match(again.body, /value="Other"/, 'what was typed stays')
    const entries = await services.log.latest(CODE, { before: null, most: 20 })
    assert.ok(entries.some((one) => one.what === 'added someone around the child' && one.children[0] === 'NORTH1'))
    assert.ok(
      entries.some((one) => one.what === 'looked at people involved with the child' && one.personId === 'worker'),
    )
  })

  test('is refused with what is wrong, and what was typed stays', async () => {
    const worker = await browserOf('worker')
    const { statusCode, body } = await worker.post(`${contacts}/new`, `${contacts}/new`, {
      email: 'no address',
      role: 'BOSS',
      address: '<b>',
    })
    assert.equal(statusCode, 400)
    for (const text of [
      /<title>Error: /,
      /What you chose is no longer offered/,
      /Enter an email address/,
      /value="no address"/,
    ]) {
      assert.match(body, text)
    }
    assert.match(body, /&lt;b&gt;/)
  })

  test('of a child that is not theirs, sealed or not there gives the same answer', async () => {
    const worker = await browserOf('worker')
    const answers = []
    for (const child of ['NORTH2', 'SEALED7', 'NOBODY']) {
      for (const part of ['contacts', 'contacts/new', 'contacts/mother', 'choices']) {
        const { statusCode, body } = await worker.get(page('children', child, part))
        assert.equal(statusCode, 404, `${child} ${part}`)
        answers.push(withoutTokens(body))
      }
      const posted = await worker.post(contacts + '/new', page('children', child, 'contacts', 'new'), {
        role: 'OTHER',
        name: 'X',
      })
      assert.equal(posted.statusCode, 404)
    }
    assert.equal(new Set(answers).size, 1)
    assert.equal(around.rowsIn(await facts()).filter(({ name }) => name === 'X').length, 0)
  })
})

describe('how a child wants reviews to be', async () => {
  const { page, browserOf } = await anInvitingApplication()
  const choices = page('children', 'NORTH1', 'choices')
  const day = { 'on-day': '22', 'on-month': '11', 'on-year': '2022' }

  test('is written down again with what holds already in place, and what was said before stays', async () => {
    const iro = await browserOf('iro')
    const before = (await iro.get(choices)).body
    assert.match(before, /said on 1 October 2022[^]*At school[^]*Mr Osei/)
    assert.match(before, /<textarea[^>]*name="where"[^>]*>At school</)
    assert.match(before, /value="father" checked/)
    const replaces = valueOf(before, 'replaces')
    const said = {
      ...day,
      whoNotToCome: 'Uncle <Ray>',
      where: 'In the park\r\nor at home',
      contactsNotToCome: ['father', 'school'],
      toldTo: 'Jo',
      replaces,
    }
    assert.equal((await iro.post(choices, choices, said)).headers.location, `${choices}?done=written`)
    const { body } = await iro.get(choices)
    assert.match(
      body,
      /said on 22 November 2022[^]*In the park<br \/>\s*or at home[^]*Mr Osei; Hill School; Uncle &lt;Ray&gt;[^]*Said on 1 October 2022/,
    )
    const invitations = await iro.get(page('reviews', 'R-NORTH1', 'invitations'))
    assert.match(invitations.body, /The child says who else must not come: Uncle &lt;Ray&gt;/)
    const late = await iro.post(choices, choices, { ...said, where: 'Late' })
    assert.match(late.body, /Someone else changed this while you had it open/)
  })

  test('is refused without a word of the child, on a day to come, or of people who are not there', async () => {
    const iro = await browserOf('iro')
    const replaces = valueOf((await iro.get(choices)).body, 'replaces')
    for (const { form, text } of [
      { form: { ...day, toldTo: 'Jo' }, text: /Write down at least one thing/ },
      { form: { ...day, 'on-year': '2023', where: 'x' }, text: /must be today or in the past/ },
      { form: { ...day, 'on-month': '13', where: 'Kept' }, text: /must be a real date[^]*Kept/ },
      { form: { ...day, contactsNotToCome: 'stranger' }, text: /no longer offered/ },
    ]) {
      const { statusCode, body } = await iro.post(choices, choices, { ...form, replaces })
      assert.equal(statusCode, 400)
      assert.match(body, text)
    }
  })
})

test('invitations to a review', async (t) => {
  const { page, browserOf, outbox, keep, app, services } = await anInvitingApplication()
  const invitations = page('reviews', 'R-NORTH1', 'invitations')
  const seenIn = (body: string) => valueOf(body, 'seen')

  await t.test(
    'shows everyone with how they are told, those unwanted unticked, those without an address apart',
    async () => {
      const { body } = await (await browserOf('iro')).get(invitations)
      assert.match(body, /Email to osei@example\.org\. Needs Polish/)
      assert.match(body, /value="mother" checked/)
      assert.match(body, /value="father"(?! checked)[^]*The child does not want them to come/)
      assert.match(body, /Hill School<\/a>: Wants letters, and there is no postal address yet/)
      assert.match(body, /When they are due, on Wednesday 4 January 2023/)
    },
  )

  await t.test('asks why, keeps the reason where the child can read it, and tells each once', async () => {
    const iro = await browserOf('iro')
    const seen = seenIn((await iro.get(invitations)).body)
    const all = { contacts: ['mother', 'father', 'me'], when: 'now', seen }
    const refused = await iro.post(invitations, invitations, all)
    assert.equal(refused.statusCode, 400)
    assert.match(refused.body, /The child does not want Mr Osei to come\. Say why[^]*value="father" checked/)
    assert.deepEqual(outbox.all(), [])
    assert.equal((await iro.post(invitations, invitations, { ...all, reason: 'He must hear it.' })).statusCode, 303)
    await iro.post(invitations, invitations, { ...all, reason: 'He must hear it.' })
    assert.equal(outbox.all().length, 3)
    const { body } = await iro.get(invitations)
    assert.match(body, /Invitation to a review[^]*Waits to be sent[^]*Waits: nothing is set up to send it/)
    assert.doesNotMatch(body, /value="mother"/)
  })

  await t.test('offers to tell those of the new date who know of another', async () => {
    outbox.now('delivered')
    await keep({
      'meetings.csv':
        'review_ref,number,child,date,starts_at,ends_at,officer_id,place,format,purpose,status\nR-NORTH1,1,NORTH1,2023-02-22,10:00,11:00,O1,7 Mill Lane,IN_PERSON,REVIEW,BOOKED',
    })
    const iro = await browserOf('iro')
    const { body } = await iro.get(invitations)
    assert.match(body, /Has been told of another date, Wednesday 15 February 2023 at 2:30pm/)
    await iro.post(invitations, invitations, { contacts: 'mother', when: 'when_due', seen: seenIn(body) })
    const [latest] = outbox.all()
    assert.deepEqual([latest?.kind, latest?.contactRef, latest?.sendFrom], ['new_date', 'mother', null])
  })

  await t.test('is not there for whom the child is sealed against, and as absent for any other', async () => {
    const iro = await browserOf('iro')
    const [hidden, absent] = [
      await iro.get(page('reviews', 'R-SEALED7', 'invitations')),
      await iro.get(page('reviews', 'R-0', 'invitations')),
    ]
    assert.equal(hidden.statusCode, 404)
    assert.equal(withoutTokens(hidden.body), withoutTokens(absent.body))
    const posted = await iro.post(invitations, page('reviews', 'R-SEALED7', 'invitations'), {
      contacts: 'mother',
      seen: 'x',
    })
    assert.equal(posted.statusCode, 404)
    assert.equal((await (await browserOf('named')).get(page('reviews', 'R-SEALED7', 'invitations'))).statusCode, 200)
  })

  await t.test(
    'the link in a message shows the meeting as it is now to the person who holds it, and names no child',
    async () => {
      const link = (contactRef: string) => {
        const { body } = outbox.all().find((message) => message.contactRef === contactRef) ?? { body: '' }
        return /http:\/\/[^/]+(\/invitations\/\S+)/.exec(body)?.[1] ?? ''
      }
      const mother = await app.inject(link('mother'))
      assert.equal(mother.statusCode, 200)
      assert.match(mother.body, /Wednesday 22 February 2023, 10am to 11am[^]*7 Mill Lane[^]*In person[^]*Rowan Hale/)
      assert.doesNotMatch(mother.body, /NORTH1|Amina|Osei|He must hear it|sign-out/)
      assert.equal(mother.headers['referrer-policy'], 'no-referrer')
      assert.match(String(mother.headers['x-robots-tag']), /noindex/)
      assert.match(mother.body, /<meta name="robots" content="noindex/)
      const child = await app.inject(link('me'))
      assert.match(child.body, /You are invited![^]*Why it is not all as you asked[^]*He must hear it\./)
      assert.doesNotMatch(child.body, /NORTH1|Amina/)
      const file = await app.inject(`${link('mother')}/meeting.ics`)
      assert.match(String(file.headers['content-type']), /text\/calendar/)
      assert.match(file.body, /DTSTART:20230222T100000Z[^]*SUMMARY:Meeting/)
      assert.doesNotMatch(file.body, /NORTH1|R-NORTH|Mill Lane|Osei/)
    },
  )

  await t.test('a link of a sealed child works for the person invited, since they are invited', async () => {
    const token = await linkTo(services, { reviewRef: 'R-SEALED7', contactRef: 'mother' })
    assert.equal((await app.inject(`/invitations/${token}`)).statusCode, 200)
    assert.doesNotMatch((await app.inject(`/invitations/${token}`)).body, /SEALED7/)
  })
})

test('a link', async (t) => {
  const { app, services, keep, test: database } = await anInvitingApplication()
  const make = () => linkTo(services, { reviewRef: 'R-NORTH1', contactRef: 'mother' })
  const meeting = (rest: string) =>
    keep({
      'meetings.csv': `review_ref,number,child,date,starts_at,purpose,status\nR-NORTH1,1,NORTH1,${rest},REVIEW,BOOKED`,
    })

  await t.test('is kept nowhere but as its hash, and opens nothing of another authority', async () => {
    const token = await make()
    const { rows } = await sql<{ row: string }>`select private_link::text as row from private_link`.execute(
      database.database,
    )
    assert.ok(rows.length > 0 && rows.every(({ row }) => !row.includes(token.split('.')[1] ?? '')))
    assert.match(token, /^X99000001\.[0-9a-hjkmnp-tv-z]{26}$/)
    assert.equal((await app.inject(`/invitations/${token.toUpperCase()}`)).statusCode, 200, 'as typed from paper')
    const elsewhere = token.replace(CODE, 'E09000033')
    assert.equal((await app.inject(`/invitations/${elsewhere}`)).statusCode, 404)
  })

  await t.test('shows until the end of the day, and afterwards the page of one that never was', async () => {
    const token = await make()
    await meeting('2022-11-22,09:00')
    assert.equal((await app.inject(`/invitations/${token}`)).statusCode, 200, 'today, though it is over')
    await meeting('2022-11-21,09:00')
    const [over, unknown] = [
      await app.inject(`/invitations/${token}`),
      await app.inject(`/invitations/${CODE}.${'0'.repeat(26)}`),
    ]
    assert.equal(over.statusCode, 404)
    assert.equal(over.body, unknown.body)
    assert.equal(over.headers['referrer-policy'], 'no-referrer')
    await meeting('2023-02-15,14:30')
  })

  await t.test('says where it was before, where it has moved since it was sent, and that it is off', async () => {
    const token = await make()
    const move =
      'review_ref,number,child,date,from_date,to_date,asked_by,reason\nR-NORTH1,1,NORTH1,2099-01-01,2023-02-08,2023-02-15,CHILD,Exams of Amina'
    await keep({ 'rearrangements.csv': move })
    const moved = (await app.inject(`/invitations/${token}`)).body
    assert.match(moved, /The date has changed\. It was Wednesday 8 February 2023\./)
    assert.doesNotMatch(moved, /Exams/)
    await keep({
      'meetings.csv':
        'review_ref,number,child,date,purpose,status,cancelled_why\nR-NORTH1,1,NORTH1,2023-02-15,REVIEW,CANCELLED,Unwell',
    })
    const { body } = await app.inject(`/invitations/${token}`)
    assert.equal(headingOf(body), 'This meeting will not take place')
    assert.doesNotMatch(body, /Unwell|meeting\.ics/)
  })

  await t.test('of someone who is no longer asked leads nowhere', async () => {
    const token = await make()
    await keep({ 'contacts.csv': 'child,contact_ref,role,name,until\nNORTH1,mother,MOTHER,Ms Osei,2022-11-22' })
    assert.equal((await app.inject(`/invitations/${token}`)).statusCode, 404)
  })

  await t.test('is opened whatever else was asked for from the same network', async () => {
    const good = await linkTo(services, { reviewRef: 'R-NORTH2', contactRef: 'mother' })
    const statusOf = async (token: string) =>
      (await app.inject({ url: `/invitations/${token}`, remoteAddress: '203.0.113.9' })).statusCode
    for (let count = 0; count < 12; count++) {
      assert.equal(await statusOf(`${CODE}.${String(count % 10).repeat(25)}${count < 10 ? 'a' : 'b'}`), 404)
    }
    assert.equal(await statusOf(good), 200)
  })

  await t.test('that leads nowhere is not looked up again and again', async () => {
    const url = `/invitations/${CODE}.${'z'.repeat(26)}`
    for (let count = 0; count < 10; count++) assert.equal((await app.inject(url)).statusCode, 404)
    const answer = await app.inject(url)
    assert.equal(answer.statusCode, 429)
    assert.equal(answer.headers['retry-after'], '600')
    assert.equal(answer.headers['referrer-policy'], 'no-referrer')
  })
})

test('an officer’s calendar', async (t) => {
  const { app, services, page, browserOf, keep, test: database } = await anInvitingApplication()
  const calendar = page('calendar')
  const addressIn = (body: string) => /(\/calendars\/[^"]+\.ics)/.exec(body)?.[1] ?? ''
  const begin = async (who = 'iro') => addressIn((await (await browserOf(who)).post(calendar, calendar, {})).body)
  const readings = async () =>
    (await services.log.latest(CODE, { before: null, most: 50 })).filter(
      ({ what }) => what === 'took the calendar feed',
    )

  await t.test(
    'has their reviews, names nobody, leaves out who is sealed, and is logged when it says something new',
    async () => {
      const address = await begin()
      const first = await app.inject(address)
      assert.equal(first.statusCode, 200)
      assert.match(String(first.headers['content-type']), /text\/calendar/)
      const text = first.body.replaceAll('\r\n ', '')
      assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 2)
      assert.match(text, /DTSTART:20230215T143000Z[^]*SUMMARY:Review/)
      // These references hold the child's id: an address with it would name the child.
      assert.doesNotMatch(text, /URL|NORTH|SEALED7|Mill Lane|Osei|Amina/)
      const etag = String(first.headers['etag'])
      const again = await app.inject({ url: address, headers: { 'if-none-match': etag } })
      assert.deepEqual([again.statusCode, again.body], [304, ''])
      assert.equal((await app.inject(address)).body, first.body)
      const [only, ...others] = await readings()
      assert.deepEqual([only?.personId, only?.children, others], ['iro', ['NORTH1', 'NORTH2'].sort(), []])
      await keep({
        'meetings.csv':
          'review_ref,number,child,date,starts_at,ends_at,officer_id,purpose,status\nR-NORTH1,1,NORTH1,2023-03-01,,,O1,REVIEW,BOOKED\nR-NORTH2,1,NORTH2,2023-02-15,14:30,,O1,REVIEW,CANCELLED',
      })
      const changed = await app.inject({ url: address, headers: { 'if-none-match': etag } })
      assert.equal(changed.statusCode, 200)
      assert.match(changed.body, /DTSTART;VALUE=DATE:20230301/, 'a whole day where only the day is booked')
      assert.match(changed.body, /STATUS:CANCELLED/)
      assert.equal((await readings()).length, 2)
    },
  )

  await t.test('has no more of a child whose record is sealed meanwhile, or who is another’s', async () => {
    const address = await begin()
    await services.sealed.seal(
      {
        personId: 'named',
        name: 'named',
        authority: CODE,
        roles: ['iro_manager'],
        officerId: null,
        workerId: null,
        team: null,
      },
      { child: 'NORTH2', people: ['named'], reason: 'Press' },
      null,
    )
    const { body } = await app.inject(address)
    assert.equal(body.match(/BEGIN:VEVENT/g)?.length, 1)
    assert.match(body, /DTSTART;VALUE=DATE:20230301/, 'the other child’s is still there')
    const other = await app.inject(await begin('other'))
    assert.doesNotMatch(other.body, /BEGIN:VEVENT/)
  })

  await t.test('ends with a new address, when it is switched off, and with its person', async () => {
    const [first, second] = [await begin(), await begin()]
    const statusOf = async (url: string) => (await app.inject({ url, remoteAddress: '203.0.113.1' })).statusCode
    assert.deepEqual([await statusOf(first), await statusOf(second)], [404, 200])
    assert.equal(await statusOf(second.replace(CODE, 'E09000033')), 404)
    const iro = await browserOf('iro')
    assert.match((await iro.get(calendar)).body, /Your calendar has an address since/)
    assert.doesNotMatch((await iro.get(calendar)).body, /calendars\//)
    assert.equal((await iro.post(calendar, `${calendar}/off`, {})).headers.location, `${calendar}?done=off`)
    assert.equal(await statusOf(second), 404)
    const third = await begin('other')
    await behindItsBack(database.database, sql`update person set is_active = false where person_id = 'other'`)
    assert.equal(await statusOf(third), 404)
  })

  await t.test(
    'is read from a network in which a calendar asks again and again for an address that has ended',
    async () => {
      const [ended, good] = [await begin(), await begin()]
      const statusOf = async (url: string) => (await app.inject({ url, remoteAddress: '203.0.113.2' })).statusCode
      for (let count = 0; count < 12; count++) assert.equal(await statusOf(ended), count < 10 ? 404 : 429)
      assert.equal(await statusOf(good), 200)
    },
  )

  await t.test('holds no token that could be read', async () => {
    const address = await begin()
    const secret = /\.([0-9a-z]{26})\.ics/.exec(address)?.[1] ?? 'none'
    const { rows } = await sql<{ row: string }>`select calendar_feed::text as row from calendar_feed`.execute(
      database.database,
    )
    assert.ok(rows.length > 0 && rows.every(({ row }) => !row.includes(secret)))
  })

  await t.test('is not for who has no reviews of their own', async () => {
    const worker = new TestBrowser(app, (await signedInAs(services, 'worker')).cookie)
    assert.equal((await worker.get(calendar)).statusCode, 403)
  })
})

describe('the address of links', () => {
  const headers = { host: 'evil.example' }
  test('is what was set up where people sign in, whatever a request says', () => {
    const origin = new URL('https://footprint.example.gov.uk')
    const settings = { issuer: '', clientId: '', clientSecret: '', redirectUrl: '', trustsEmail: false }
    const wayIn = { kind: 'provider', settings, origin, isSecure: true } as const
    assert.equal(originThrough({ ...openDoor, wayIn })({ headers }), 'https://footprint.example.gov.uk')
  })
  test('is the host that was asked on this computer alone', () => {
    assert.equal(originThrough(openDoor)({ headers: { host: '127.0.0.1:3000' } }), 'http://127.0.0.1:3000')
  })
})
