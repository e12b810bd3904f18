import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { CODE, TestBrowser, aPeopledApplication, enter, signedInAs } from '../../../test/support/people.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const day = (field: string, [d, m, y]: readonly [string, string, string]) => ({
  [`${field}-day`]: d,
  [`${field}-month`]: m,
  [`${field}-year`]: y,
})

describe('those whom the service watches over', async () => {
  const { app, services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  await importRegisters(services, {
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Ada Adams,IRO,1,2020-01-01',
    'people.csv': [
      'child,kind,from,dob',
      'LEAVER1,CARE_LEAVER,2022-06-01,2004-06-01',
      'LEAVER2,CARE_LEAVER,2022-07-01,2004-07-01',
    ].join('\n'),
    'advisers.csv': 'child,worker_id,name,from\nLEAVER1,PA1,Nia Pell,2022-06-01',
    'reviews.csv':
      'review_ref,child,kind,status,held_date\nR1,LEAVER1,CLA,HELD,2022-04-04\nR2,LEAVER2,CLA,HELD,2022-05-02',
    'contacts.csv': 'child,contact_ref,role,name,channel,email\nLEAVER1,self,CHILD,Sam,EMAIL,sam@example.org',
  })
  await enter(services, 'iro', { roles: ['iro'], officerId: 'O1' })
  await enter(services, 'adviser', { roles: ['social_worker'], workerId: 'PA1' })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`

  test('a personal adviser sees their own young people, what is due, and writes down a visit', async () => {
    const adviser = await browserOf('adviser')
    const list = plain((await adviser.get(page('watched'))).body)
    assert.match(list, /LEAVER1/)
    assert.doesNotMatch(list, /LEAVER2/)
    assert.match(list, /Adviser: Nia Pell/)
    assert.match(list, /Pathway plan review/)
    const work = plain((await adviser.get(page('work'))).body)
    assert.match(work, /Get ready for the pathway plan review/)
    assert.doesNotMatch(work, /LEAVER2/)
    const own = await adviser.get(page('children', 'LEAVER1'))
    assert.equal(own.statusCode, 200)
    assert.match(plain(own.body), /Tuesday 4 October 2022/)
    assert.match(plain(own.body), /Personal adviser: Nia Pell/)
    assert.equal((await adviser.get(page('children', 'LEAVER2'))).statusCode, 404)
    const form = page('children', 'LEAVER1', 'watched')
    const sent = await adviser.post(form, `${form}/visit`, { kind: 'SOCIAL_WORK', ...day('on', ['1', '11', '2022']), seenAlone: 'yes' }) // prettier-ignore
    assert.equal(sent.statusCode, 303)
    assert.match(plain((await adviser.get(form)).body), /1 November 2022 Visit by the personal adviser Yes/)
    assert.equal((await adviser.get(page('children', 'LEAVER2', 'watched'))).statusCode, 404)
  })

  test('the review of a care leaver whom no return names is booked and people are invited, as for a child', async () => {
    const iro = await browserOf('iro')
    const book = page('reviews', 'book', 'LEAVER1')
    const sent = await iro.post(`${book}?kind=PATHWAY_18_25`, book, {
      kind: 'PATHWAY_18_25',
      ...day('on', ['30', '11', '2022']),
      startsAt: '10am',
      minutes: '60',
      officerId: 'O1',
      format: 'IN_PERSON',
      place: 'The centre',
      lateReason: 'Other',
    })
    assert.equal(sent.statusCode, 303, plain(sent.body))
    const review = String(sent.headers.location).split('?')[0] ?? ''
    const invitations = `${review}/invitations`
    const shown = (await iro.get(invitations)).body
    const seen = /name="seen" value="([^"]*)"/.exec(shown)?.[1] ?? ''
    const invited = await iro.post(invitations, invitations, { contacts: ['self'], seen: seen.replaceAll('&quot;', '"').replaceAll('&amp;', '&'), when: 'now' }) // prettier-ignore
    assert.equal(invited.statusCode, 303, plain(invited.body))
  })

  test('someone whom no return names is added; twice, or without what is needed, is refused with the reason', async () => {
    const iro = await browserOf('iro')
    const form = page('watched', 'new')
    const nothing = await iro.post(form, form, {})
    assert.equal(nothing.statusCode, 400)
    assert.match(plain(nothing.body), /Choose why the service watches over the person.*Enter the person’s identifier.*Enter the first day/) // prettier-ignore
    const entry = { kind: 'PRIVATE_FOSTERING', child: 'pf1', ...day('from', ['14', '11', '2022']) }
    const sent = await iro.post(form, form, entry)
    assert.equal(sent.headers.location, page('children', 'PF1'))
    const again = await iro.post(form, form, entry)
    assert.match(plain(again.body), /recorded from this day already/)
    const listed = plain((await iro.get(page('watched', 'private'))).body)
    assert.match(listed, /First visit to a child privately fostered/)
    assert.match(listed, /1 October 2022 to 22 November 2022 1 1 0 0/)
    const visits = page('children', 'PF1', 'watched')
    await iro.post(visits, `${visits}/visit`, { kind: 'PRIVATE_FOSTERING', ...day('on', ['21', '11', '2022']) })
    assert.match(plain((await iro.get(page('watched', 'private'))).body), /2 January 2023/)
  })

  test('a placement before its assessment starts its time limits, and what is wrong is said', async () => {
    const iro = await browserOf('iro')
    const form = page('children', 'NORTH1', 'early-placements')
    const wrong = await iro.post(form, `${form}/placement`, { kind: 'PARENT', ...day('from', ['14', '11', '2022']), ...day('extendedOn', ['15', '11', '2022']) }) // prettier-ignore
    assert.equal(wrong.statusCode, 400)
    assert.match(plain(wrong.body), /is only of a connected person/)
    const sent = await iro.post(form, `${form}/placement`, { kind: 'CONNECTED_PERSON', ...day('from', ['14', '11', '2022']), carer: 'Ann Onymous' }) // prettier-ignore
    assert.equal(sent.statusCode, 303)
    assert.match(plain((await iro.get(page('children', 'NORTH1'))).body), /End of the temporary approval of a connected person: ?Monday 6 March 2023/) // prettier-ignore
    // Said again with the extension alone: the name stays.
    await iro.post(form, `${form}/placement`, { kind: 'CONNECTED_PERSON', ...day('from', ['14', '11', '2022']), ...day('extendedOn', ['21', '11', '2022']) }) // prettier-ignore
    assert.match(plain((await iro.get(form)).body), /Ann Onymous 14 November 2022 21 November 2022/)
    const move = await iro.post(form, `${form}/move`, { kind: 'OUT_OF_AREA', ...day('on', ['18', '11', '2022']), isEmergency: 'yes' }) // prettier-ignore
    assert.match(plain(move.body), /Enter the day of the approval/)
  })
})
