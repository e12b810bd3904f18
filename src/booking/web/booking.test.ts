import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aBookingApplication, anEntry, askedAs, importRegisters } from '../../../test/support/booking.ts'
import { CODE, TestBrowser, enter, headingOf, signedInAs } from '../../../test/support/people.ts'
import { makeSealStore } from '../../access/db/sealStore.ts'
import { newReviewRef } from '../services.ts'

const page = (...parts: string[]) => ['/authorities', CODE, 'reviews', ...parts].join('/')
const plain = (body: string) => body.replaceAll(/name="_csrf" value="[^"]+"/g, '')

describe('the pages of reviews', async () => {
  const { app, services, booking } = await aBookingApplication([
    { child: 'TAKES', worker: 'SW1' },
    { child: 'SEEN', worker: 'SW1' },
    { child: 'MOVED', worker: 'SW9' },
    { child: 'CALLED', worker: 'SW9' },
    { child: 'HELD', worker: 'SW9' },
  ])
  await enter(services, 'support', { roles: ['business_support'] })
  await enter(services, 'worker', { roles: ['social_worker'], workerId: 'SW1' })
  await enter(services, 'named', { roles: ['iro_manager'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const support = await browserOf('support')
  // Each is changed by one test alone.
  for (const [child, startsAt] of [
    ['SEEN', '09:00'],
    ['SOUTH1', '10:00'],
    ['MOVED', '12:00'],
    ['CALLED', '14:00'],
  ] as const) {
    const entry = anEntry('2023-02-20', { startsAt })
    await booking.bookTogether({
      ...askedAs('iro'),
      reviews: [{ child, kind: 'CLA', reviewRef: `R-${child}` }],
      entry,
      lateReason: null,
    })
  }
  const form = {
    kind: 'CLA', slot: 'own', 'on-day': '20', 'on-month': 'February', 'on-year': '2023', startsAt: '10:30', minutes: '60',
    officerId: 'O1', format: 'IN_PERSON', place: 'At home',
  } // prettier-ignore

  test('a booking that is refused keeps what was typed, and says what is wrong at its field', async () => {
    const answer = await support.post(page('book', 'NORTH2'), page('book', 'NORTH2'), { ...form, place: 'The <b>hall' })
    assert.equal(answer.statusCode, 400)
    assert.match(answer.body, /<title>\s*Error: Book the review of child NORTH2/)
    assert.match(answer.body, /href="#startsAt">The IRO is not free: another meeting is booked from 10am to 11am/)
    assert.match(answer.body, /value="The &lt;b&gt;hall"/)
    assert.match(answer.body, /value="10:30"/)
  })

  test('a suggested time is booked, and the review opens; the log has it', async () => {
    const shown = await support.get(page('book', 'TAKES'))
    const slot = /name="slot" type="radio" value="([\d-]+ [\d:]+)"/.exec(shown.body)?.[1] ?? ''
    const answer = await support.post(page('book', 'TAKES'), page('book', 'TAKES'), { ...form, slot, startsAt: '' })
    assert.equal(answer.statusCode, 303, answer.body)
    assert.match(String(answer.headers.location), /\/reviews\/R-\w{10}\?done=booked$/)
    const opened = await support.get(String(answer.headers.location))
    assert.match(opened.body, /The review is booked\./)
    const [latest] = (await services.log.latest(CODE, { before: null, most: 5 })).filter(
      ({ action }) => action === 'change',
    )
    assert.match(latest?.what ?? '', /^booked R-/)
    assert.deepEqual(latest?.children, ['TAKES'])
    const child = await support.get(`/authorities/${CODE}/children/TAKES`)
    assert.match(child.body, /Review: .*3:30pm to 4:30pm\. Booked in time, \d+ days before it is due, Ada Adams/)
  })

  test('a care leaver whom no return names has a page, as links to it promise', async () => {
    await importRegisters(services, {
      'people.csv': 'child,kind,from,dob,sex\nLEAVER1,CARE_LEAVER,2022-10-01,2004-10-01,2',
    })
    const manager = await browserOf('named')
    const leaver = `/authorities/${CODE}/children/LEAVER1`
    assert.ok((await manager.get(page())).body.includes(`href="${leaver}?back=`))
    const shown = await manager.get(leaver)
    assert.equal(shown.statusCode, 200)
    assert.match(shown.body, /Next review[^]*Pathway plan review, due /)
    assert.doesNotMatch(shown.body, /no review is due|Also due/)
    assert.match(shown.body, /18, born on 1 October 2004[^]*Female/)
    const links = [...shown.body.matchAll(/href="([^"]*\/children\/LEAVER1\/[^"]+)"/g)].map(([, href = '']) => href)
    assert.ok(links.length > 0)
    for (const href of [...links, `${leaver}/choices`]) assert.equal((await manager.get(href)).statusCode, 200, href)
    assert.equal((await manager.get(`/authorities/${CODE}/children/NOBODY`)).statusCode, 404)
    const { by } = askedAs('iro_manager', 'named')
    const seal = { child: 'LEAVER1', people: ['named'], reason: 'A relative works here' }
    assert.deepEqual(await services.sealed.seal(by, seal, null), [])
    assert.equal((await manager.get(leaver)).statusCode, 200)
    const clerk = await browserOf('support')
    for (const href of [leaver, ...links]) assert.equal((await clerk.get(href)).statusCode >= 403, true, href)
    assert.doesNotMatch((await clerk.get(page())).body, /LEAVER1/)
  })

  test('a form that someone else has overtaken is refused, and says so', async () => {
    const move = page('R-MOVED', 'move')
    const version = /name="version" id="version" value="([^"]+)"/.exec((await support.get(move)).body)?.[1] ?? ''
    const moved = { ...form, askedBy: 'CHILD', reason: 'Football', startsAt: '12:00', version }
    assert.equal((await support.post(move, move, { ...moved, 'on-day': '21' })).statusCode, 303)
    const late = await support.post(move, move, { ...moved, 'on-day': '22' })
    assert.equal(late.statusCode, 400)
    assert.match(late.body, /Someone else changed this while you had it open/)
    assert.match((await support.get(page('rearranged'))).body, /From 20 February 2023 to 21 February 2023/)
  })

  test('a reference that nobody has and one of a child not to be seen give the same answer, to the letter', async () => {
    const worker = await browserOf('worker')
    assert.equal((await worker.get(page('R-SOUTH1'))).statusCode, 404)
    const [forbidden, absent] = [await worker.get(page('R-SOUTH1')), await worker.get(page('R-2222222222'))]
    assert.equal(plain(forbidden.body), plain(absent.body))
    assert.equal(
      headingOf((await worker.get(page('book', 'NORTH1'))).body),
      'You do not have permission to open this page',
    )
    const list = await worker.get(page('booked'))
    assert.match(list.body, /SEEN/)
    assert.doesNotMatch(list.body, /SOUTH|MOVED|CALLED|type="checkbox"/)
  })

  test('a time that is taken for a child who may not be seen is only not free', async () => {
    const calendar = page('calendar?day=2023-02-20')
    assert.match((await (await browserOf('worker')).get(calendar)).body, /Not free 10am to 11am/)
    const seal = { child: 'SOUTH1', people: ['named'], reason: 'Named in the press' }
    await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: 'named' })
    const seen = await support.get(calendar)
    assert.match(seen.body, /Not free 10am to 11am/)
    assert.doesNotMatch(seen.body, /SOUTH1/)
    for (const list of ['', 'booked', 'booked.csv', 'to-book.csv', 'late', 'rearranged', 'several?review=R-SOUTH1']) {
      assert.doesNotMatch(
        (await support.get(page(list).replace(/\/$/, ''))).body,
        /SOUTH1<|child SOUTH1|^SOUTH1/m,
        list,
      )
    }
    for (const form of ['', '/move', '/adjourn', '/held', '/cancel', '/meetings/new']) {
      assert.equal((await support.get(page(`R-SOUTH1${form}`))).statusCode, 404, form)
    }
    assert.equal((await support.get(page('book', 'SOUTH1'))).statusCode, 404)
    const refused = await support.post(page('book', 'NORTH1'), page('book', 'NORTH1'), form)
    assert.match(refused.body, /The IRO is not free: another meeting is booked from 10am to 11am/)
    assert.match((await (await browserOf('named')).get(calendar)).body, /SOUTH1/)
  })

  test('the times of another officer are shown without a word of what was typed being lost', async () => {
    const at = page('book', 'NORTH1')
    const form = {
      kind: 'CLA',
      then: 'times',
      officerId: 'O2',
      slot: 'own',
      minutes: '45',
      format: 'IN_PERSON',
      place: 'The library',
      lateReason: '',
    }
    const shown = await support.post(at, at, form)
    assert.equal(shown.statusCode, 200)
    assert.match(shown.body, /Times at which Ben Brown is free/)
    assert.match(shown.body, /name="place"[^>]*value="The library"/)
    assert.match(shown.body, /name="minutes"[^>]*value="45"/)
    assert.doesNotMatch(shown.body, /There is a problem/)
  })

  test('a held review is corrected with a reason for another day, and what was recorded before stays to be read', async () => {
    await importRegisters(services, {
      'reviews.csv':
        'review_ref,child,kind,status,held_date,officer_id,format\nR-HELD,HELD,CLA,HELD,2022-09-05,O1,IN_PERSON\nR-OLD-HELD,HELD,CLA,CANCELLED,,,',
    })
    assert.match((await support.get(page('R-HELD'))).body, /Correct what is recorded/)
    const at = page('R-HELD', 'correct')
    const form = async (more: Record<string, string>) => {
      const { body } = await support.get(at)
      const version = /name="version" id="version" value="([^"]*)"/.exec(body)?.[1] ?? ''
      return support.post(at, at, { version, heldOn: '5 9 2022', officerId: 'O1', format: 'IN_PERSON', ...more })
    }
    assert.match((await form({})).body, /Change what is wrong/)
    assert.equal((await form({ participation: 'PN3' })).headers.location, `${page('R-HELD')}?done=corrected`)
    assert.match(
      (await form({ participation: 'PN3', heldOn: '2 9 2022' })).body,
      /href="#correctionReason">Enter why the day is corrected/,
    )
    assert.match((await form({ participation: 'PN3', heldOn: '2 9 2099' })).body, /must be today/)
    const why = { participation: 'PN3', heldOn: '2 9 2022', correctionReason: 'Typed wrongly' }
    assert.equal((await form(why)).statusCode, 303)
    const { body } = await support.get(page('R-HELD'))
    assert.match(body, /Held on 2 September 2022/)
    assert.match(body, /Day of the review: 5 September 2022, now 2 September 2022[^]*Typed wrongly/)
    assert.match(body, /How the child took part: not recorded, now /)
    assert.equal((await support.get(page('R-OLD-HELD', 'correct'))).statusCode, 303, 'a cancelled one is not corrected')
    assert.equal((await (await browserOf('worker')).get(at)).statusCode, 403)
  })

  test('several: nothing marked says so, and a reason is asked for', async () => {
    assert.match((await support.get(page('several'))).body, /Mark at least one review in the list/)
    const several = page('several?review=R-CALLED')
    const review = /name="review" value="([^"]+)"/.exec((await support.get(several)).body)?.[1] ?? ''
    const empty = await support.post(several, page('several'), { action: 'call_off', review, reason: '' })
    assert.equal(empty.statusCode, 400)
    assert.match(empty.body, /href="#reason">Say why it is called off/)
    const done = await support.post(several, page('several'), { action: 'call_off', review, reason: 'Ill' })
    assert.equal(done.headers.location, page('?done=called_off').replace('/?', '?'))
    assert.match((await support.get(page('R-CALLED'))).body, /Called off: it waits to be booked again/)
  })

  test('references can’t be guessed from one another', () => {
    const refs = new Set(Array.from({ length: 1000 }, newReviewRef))
    assert.equal(refs.size, 1000)
    for (const ref of refs) assert.match(ref, /^R-[2-9b-df-hjkmnp-tv-z]{10}$/)
  })
})
