import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { makeSealStore } from '../../access/db/sealStore.ts'
import { CODE, TestBrowser, aPeopledApplication, enter, signedInAs } from '../../../test/support/people.ts'
import { date } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { fosterReviews } from '../registers/fosterReviews.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const day = (field: string, [d, m, y]: readonly [string, string, string]) => ({
  [`${field}-day`]: d,
  [`${field}-month`]: m,
  [`${field}-year`]: y,
})

test('a review of a household, by the code of children’s reviews', async (t) => {
  const { app, services } = await aPeopledApplication([
    { child: 'NORTH1', worker: 'SW1' },
    { child: 'NORTH2', worker: 'SW1' },
  ])
  await importRegisters(services, {
    'officers.csv': [
      'officer_id,name,role,fte,start_date,email',
      'O1,Ada Adams,IRO,1,2020-01-01,ada@example.org',
      'F1,Tom Fairley,FIRO,1,2020-01-01,',
    ].join('\n'),
    'allocations.csv': 'child,officer_id,from\nNORTH1,O1,2022-05-09',
    'contacts.csv':
      'child,contact_ref,role,name,channel,email\nNORTH1,self,CHILD,Sam,EMAIL,sam@example.org\nNORTH1,mother,MOTHER,Ms Osei,EMAIL,mother@example.org',
    'foster_carers.csv': 'carer_ref,approved_date,kind\nFC1,2022-01-10,MAINSTREAM',
    'foster_households.csv': [
      'carer_ref,party,person,from,to,email',
      'FC1,CARER,Gwen Moss,2022-01-10,,gwen@example.org',
      'FC1,FOSTERED_CHILD,NORTH1,2022-05-09,2022-10-01,',
    ].join('\n'),
    'reviews.csv': 'review_ref,child,kind,status,booked_date\nR1,NORTH2,CLA,PLANNED,2022-12-05',
    'meetings.csv':
      'review_ref,number,child,date,starts_at,ends_at,officer_id,purpose,status\nR1,1,NORTH2,2022-12-05,10:00,11:00,F1,REVIEW,BOOKED',
  })
  await enter(services, 'firo', { roles: ['fostering_iro'], officerId: 'F1' })
  await enter(services, 'support', { roles: ['business_support'] })
  await enter(services, 'worker', { roles: ['social_worker'], workerId: 'SW1' })
  const firo = new TestBrowser(app, (await signedInAs(services, 'firo')).cookie)
  const page = (...parts: string[]) => `/authorities/${CODE}/fostering/${parts.join('/')}`
  const book = page('FC1', 'book')
  const entry = {
    kind: 'FIRST',
    ...day('on', ['5', '12', '2022']),
    startsAt: '10:30am',
    minutes: '60',
    officerId: 'F1',
    format: 'IN_PERSON',
    place: 'At home',
    insteadOf: '',
  }
  const stored = async () => recordsOf(await services.worlds.onDay(CODE, date('2022-11-22'), null), fosterReviews)
  const messagesOf = async (kind: string) => {
    const [review] = (await stored()).filter(({ reviewRef }) => reviewRef !== null)
    return (await services.outbox.ofReview(CODE, review?.reviewRef ?? '')).filter((one) => one.kind === kind)
  }
  const told = async () => {
    const [review] = (await stored()).filter(({ reviewRef }) => reviewRef !== null)
    const messages = await services.outbox.ofReview(CODE, review?.reviewRef ?? '')
    return messages
      .filter(({ kind }) => ['invitation', 'new_date', 'cancellation'].includes(kind))
      .map(({ kind, name, state, body }) => ({ kind, name, state, body }))
  }

  await t.test(
    'an officer has one diary: what a child’s review takes is not free, nor the other way round',
    async () => {
      const taken = await firo.post(book, book, entry)
      assert.equal(taken.statusCode, 400)
      assert.match(plain(taken.body), /another meeting is booked from 10am to 11am/)
      assert.equal((await firo.post(book, book, { ...entry, startsAt: '11am' })).statusCode, 303)
      const support = new TestBrowser(app, (await signedInAs(services, 'support')).cookie)
      const ofChild = `/authorities/${CODE}/reviews/book/NORTH1`
      const clash = await support.post(`${ofChild}?kind=CLA`, ofChild, {
        ...entry,
        kind: 'CLA',
        startsAt: '11:30am',
        lateReason: 'Other',
      })
      assert.match(plain(clash.body), /another meeting is booked from 11am to 12pm|another meeting is booked from 11am to midday/) // prettier-ignore
    },
  )

  await t.test('a day that is late needs a reason of the list', async () => {
    const late = await firo.post(book, book, { ...entry, ...day('on', ['12', '1', '2023']) })
    assert.match(plain(late.body), /Choose why it is late: it was due by 10 January 2023/)
  })

  await t.test('carers, children who have left and their IROs are invited, a parent is not', async () => {
    const path = page('FC1', 'reviews', '2022-12-05', 'invitations')
    const shown = await firo.get(path)
    assert.equal(shown.statusCode, 200)
    const text = plain(shown.body)
    assert.match(text, /Gwen Moss, carer/)
    assert.match(text, /Sam, child placed/)
    assert.match(text, /Ada Adams/)
    assert.doesNotMatch(text, /Osei/)
    const seen = /name="seen" value="([^"]*)"/.exec(shown.body)?.[1] ?? ''
    const values = [...shown.body.matchAll(/name="contacts" type="checkbox" value="([^"]+)"/g)].map(([, value]) => value ?? '') // prettier-ignore
    const sent = await firo.post(path, path, { contacts: values, seen: seen.replaceAll('&quot;', '"').replaceAll('&amp;', '&'), when: 'now' }) // prettier-ignore
    assert.equal(sent.statusCode, 303, plain(sent.body))
    const messages = await told()
    assert.deepEqual(messages.map(({ name }) => name).toSorted(), ['Ada Adams', 'Gwen Moss', 'Sam'])
    assert.ok(messages.every(({ body }) => !body.includes('FC1') && !body.includes('NORTH1')))
    const link = /\/invitations\/\S+/.exec(messages.find(({ name }) => name === 'Gwen Moss')?.body ?? '')?.[0] ?? ''
    const opened = await app.inject(link)
    assert.match(plain(opened.body), /Monday 5 December 2022, 11am/)
  })

  await t.test(
    'carers, the children who were there, and workers are asked for their views, each by a link of their own',
    async () => {
      const path = page('FC1', 'reviews', '2022-12-05', 'consultation')
      const shown = await firo.get(path)
      assert.equal(shown.statusCode, 200)
      assert.match(plain(shown.body), /Household FC1[^]*Gwen Moss, carer[^]*Sam, child placed/)
      assert.doesNotMatch(shown.body, /childForm/)
      const values = [...shown.body.matchAll(/name="contacts" type="checkbox" value="([^"]+)"/g)].map(([, value]) => value ?? '') // prettier-ignore
      assert.equal((await firo.post(path, path, { contacts: values })).statusCode, 303)
      const asked = await messagesOf('consultation')
      assert.deepEqual(asked.map(({ name }) => name).toSorted(), ['Ada Adams', 'Gwen Moss', 'Sam'])
      assert.ok(asked.every(({ subject, body }) => !`${subject} ${body}`.includes('NORTH1')))
      const ofSam = asked.find(({ name }) => name === 'Sam')?.body ?? ''
      assert.match(ofSam, /a meeting about the people who look after you/)
      const link = /\/your-views\/\S+/.exec(ofSam)?.[0] ?? ''
      const child = new TestBrowser(app)
      assert.match(plain((await child.get(link)).body), /Soon there is a meeting about the people who look after you/)
      await child.post(link, link, { do: 'start' })
      assert.match(plain((await child.get(`${link}/questions/1`)).body), /How do you feel where you live/)
      await child.post(`${link}/questions/2`, `${link}/questions/2`, { answer: 'The garden', then: 'next' })
      assert.match(plain((await child.get(`${link}/readers`)).body), /Only the person who leads the review/)
      assert.equal((await child.post(`${link}/check`, `${link}/check`, {})).headers.location, `${link}/thanks`)
      const answered = plain((await firo.get(path)).body)
      assert.match(answered, /The garden/)
      assert.match(answered, /Not answered yet: Gwen Moss, carer/)
      // Who books and does not review is not shown what was said.
      const support = new TestBrowser(app, (await signedInAs(services, 'support')).cookie)
      assert.doesNotMatch((await support.get(path)).body, /The garden/)
      const on = { 'on-day': '21', 'on-month': '11', 'on-year': '2022', medium: 'CONVERSATION' }
      const without = await firo.post(path, `${path}/returned`, { party: 'CARER Gwen Moss', ...on, text: '' })
      assert.match(plain(without.body), /Write down what was said/)
      assert.equal((await firo.post(path, `${path}/returned`, { party: 'CARER Gwen Moss', ...on, text: 'A good year' })).statusCode, 303) // prettier-ignore
      const whole = plain((await firo.get(path)).body)
      assert.match(whole, /A good year/)
      assert.match(whole, /Not answered yet: Ada Adams/)
      assert.equal((await firo.post(path, `${path}/remind`, {})).statusCode, 303)
      assert.deepEqual(
        (await messagesOf('consultation_reminder')).map(({ name }) => name),
        ['Ada Adams'],
      )
      assert.match(plain((await firo.get(`${path}/paper/fosterCarer`)).body), /for the review of your approval/)
    },
  )

  await t.test(
    'the review stands in the calendar, on the day’s work of who chairs it, and in their own calendar',
    async () => {
      const calendar = plain((await firo.get(`/authorities/${CODE}/reviews/calendar?day=5+12+2022&officer=all`)).body)
      assert.match(calendar, /11am to (?:12pm|midday), household FC1/)
      assert.doesNotMatch(calendar, /Not free 11am/)
      const own = `/authorities/${CODE}/calendar`
      const address = /\/calendars\/[^"\s<]+\.ics/.exec((await firo.post(own, own, {})).body)?.[0] ?? ''
      const feed = await app.inject(address)
      assert.match(feed.body, /DTSTART[^\r\n]*20221205T110000/)
      assert.doesNotMatch(feed.body, /FC1|NORTH1/)
    },
  )

  await t.test(
    'a challenge about a household is made on its page, and seen by those alone who may see the household',
    async () => {
      const raise = `/authorities/${CODE}/challenge/raise?household=FC1`
      assert.match(plain((await firo.get(raise)).body), /Household FC1/)
      const made = await firo.post(raise, `/authorities/${CODE}/challenge/raise`, { household: 'FC1', route: 'FORMAL', otherGrounds: 'Supervision late', concern: 'Nobody visited', ...day('raisedOn', ['21', '11', '2022']) }) // prettier-ignore
      assert.equal(made.statusCode, 303, plain(made.body))
      const address = String(made.headers.location).split('?')[0] ?? ''
      assert.match(plain((await firo.get(address)).body), /Household FC1/)
      assert.match(plain((await firo.get(page('FC1'))).body), /Formal challenge Supervision late/)
      const worker = new TestBrowser(app, (await signedInAs(services, 'worker')).cookie)
      assert.equal((await worker.get(address)).statusCode, 404)
      assert.doesNotMatch((await worker.get(`/authorities/${CODE}/challenge`)).body, /Supervision late/)
      const list = `/authorities/${CODE}/challenge`
      assert.equal((await worker.post(list, `${address}/answer`, { answer: 'Seen', ...day('on', ['22', '11', '2022']) })).statusCode, 404) // prettier-ignore
      const replaces = /name="replaces" value="([^"]*)"/.exec((await firo.get(address)).body)?.[1] ?? ''
      const closed = await firo.post(address, `${address}/close`, { replaces: replaces.replaceAll('&quot;', '"'), how: 'resolved', outcome: 'Visited', changedForChild: 'Visits are monthly', ...day('on', ['22', '11', '2022']) }) // prettier-ignore
      assert.equal(closed.statusCode, 303, plain(closed.body))
      assert.equal((await firo.get(`/authorities/${CODE}/challenge/raise?household=FC9`)).statusCode, 404)
    },
  )

  await t.test('those who were invited are told where it moves, and where it is cancelled', async () => {
    const moved = await firo.post(`${book}?insteadOf=2022-12-05`, book, { ...entry, ...day('on', ['6', '12', '2022']), startsAt: '2pm', insteadOf: '2022-12-05' }) // prettier-ignore
    assert.equal(moved.statusCode, 303, plain(moved.body))
    assert.deepEqual((await stored()).map(({ status, bookedFor }) => `${status} ${String(bookedFor)}`).toSorted(), ['CANCELLED 2022-12-05', 'PLANNED 2022-12-06']) // prettier-ignore
    const after = await told()
    assert.ok(after.some(({ kind, body }) => (kind === 'new_date' || kind === 'invitation') && body.includes('6 December 2022'))) // prettier-ignore
    const record = page('FC1', 'reviews', '2022-12-06')
    const replaces = /name="replaces" value="([^"]*)"/.exec((await firo.get(record)).body)?.[1] ?? ''
    const cancelled = await firo.post(record, record, { replaces: replaces.replaceAll('&quot;', '"'), isCancelled: 'yes' }) // prettier-ignore
    assert.equal(cancelled.statusCode, 303, plain(cancelled.body))
    assert.ok((await told()).every(({ kind, state }) => kind === 'cancellation' || state === 'withdrawn' || state === 'sent' || state === 'delivered')) // prettier-ignore
  })

  await t.test(
    'people are invited and asked before a review that a file brought planned, without a reference of its own',
    async () => {
      await importRegisters(services, {
        'foster_carers.csv': 'carer_ref,approved_date,kind\nFC2,2022-01-10,MAINSTREAM',
        'foster_households.csv': [
          'carer_ref,party,person,from,email',
          'FC2,CARER,Asa Reed,2022-01-10,asa@example.org',
          'FC2,OWN_CHILD,Wil Reed,2022-01-10,',
          'FC2,SUPERVISING_WORKER,Nia Pell,2022-01-10,nia@example.org',
          'FC2,FOSTERED_CHILD,NORTH1,2022-10-01,',
        ].join('\n'),
        'foster_reviews.csv': 'carer_ref,kind,status,booked_date\nFC2,FIRST,PLANNED,2022-12-12',
      })
      const refOf = async () => (await stored()).find(({ carerRef }) => carerRef === 'FC2')?.reviewRef ?? null
      const work = plain((await firo.get(`/authorities/${CODE}/work`)).body)
      assert.match(work, /Ask for views before the fostering review: household FC2/)
      const path = page('FC2', 'reviews', '2022-12-12', 'consultation')
      const shown = plain((await firo.get(path)).body)
      assert.match(shown, /Asa Reed, carer/)
      assert.match(shown, /Wil Reed, the carers’ own child/)
      assert.match(shown, /Nia Pell, supervising social worker/)
      assert.match(shown, /Ada Adams, IRO of a child placed/)
      assert.match(shown, /Sam, child placed/)
      assert.doesNotMatch(shown, /someone else/i)
      const invitations = page('FC2', 'reviews', '2022-12-12', 'invitations')
      assert.match(plain((await firo.get(invitations)).body), /Nia Pell, supervising social worker[^]*Who is in the household/) // prettier-ignore
      assert.equal(await refOf(), null, 'to look gives nothing a reference')
      assert.equal((await firo.post(path, path, { contacts: ['CARER Asa Reed'] })).statusCode, 303)
      const ref = await refOf()
      assert.notEqual(ref, null)
      assert.deepEqual((await services.outbox.ofReview(CODE, ref ?? '')).map(({ name }) => name), ['Asa Reed']) // prettier-ignore
      const invited = await firo.post(invitations, invitations, { contacts: ['CARER Asa Reed'], seen: '', when: 'now' })
      assert.equal(invited.statusCode, 303, plain(invited.body))
      assert.equal(await refOf(), ref, 'the reference stays')
      assert.match(
        plain((await firo.get(invitations)).body),
        /Everyone who may be invited knows|Messages about this review/,
      )
    },
  )

  await t.test('an unknown household, and a review that there is not, are not found', async () => {
    assert.equal((await firo.get(page('FC9', 'book'))).statusCode, 404)
    assert.equal((await firo.get(page('FC1', 'reviews', '2022-12-30'))).statusCode, 404)
    assert.equal((await firo.get(page('FC1', 'reviews', '2022-12-06', 'letter'))).statusCode, 404)
  })

  await t.test('where a child placed is sealed, what went to the child is nowhere for those not named', async () => {
    await enter(services, 'named', { roles: ['iro_manager'] })
    const support = new TestBrowser(app, (await signedInAs(services, 'support')).cookie)
    const list = `/authorities/${CODE}/messages`
    const invitations = page('FC2', 'reviews', '2022-12-12', 'invitations')
    const seen = /name="seen" value="([^"]*)"/.exec((await firo.get(invitations)).body)?.[1] ?? ''
    assert.equal((await firo.post(invitations, invitations, { contacts: ['NORTH1 self'], seen: seen.replaceAll('&quot;', '"'), when: 'now' })).statusCode, 303) // prettier-ignore
    const itsOwn: string[] = []
    for (const [href] of (await support.get(list)).body.matchAll(/\/authorities\/\w+\/messages\/[\da-f-]{36}/g))
      if (/\bSam\b/.test((await support.get(href)).body)) itsOwn.push(href)
    assert.ok(itsOwn.length >= 2, 'an invitation and a form')
    const pages = [list, `${list}.csv`]
    for (const path of pages) assert.match((await support.get(path)).body, /\bSam\b/, path)
    assert.match((await firo.get(invitations)).body, /\bSam\b/)
    const seal = { child: 'NORTH1', people: ['named'], reason: 'In the press' }
    await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: 'named' })
    for (const path of pages) {
      const { body } = await support.get(path)
      assert.doesNotMatch(body, /\bSam\b|NORTH1/, path)
      assert.match(body, /Gwen Moss/, 'what went to the carers is there')
    }
    for (const path of itsOwn) assert.equal((await support.get(path)).statusCode, 404)
    assert.doesNotMatch((await firo.get(invitations)).body, /\bSam\b|NORTH1/)
  })
})
