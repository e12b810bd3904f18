import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aBookingApplication, importRegisters } from '../../../test/support/booking.ts'
import { CODE, TestBrowser, enter, signedInAs } from '../../../test/support/people.ts'

const page = (...parts: string[]) => ['/authorities', CODE, 'reviews', ...parts].join('/')
const plain = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

/** What the form of a page would send as it opens: each field with what stands in it. */
function asItOpens(body: string): Record<string, string> {
  const form = /<form method="post"(?![^>]*search)[^]*?<\/form>/.exec(body.slice(body.indexOf('<h1')))?.[0] ?? ''
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, type, value] = ['name', 'type', 'value'].map((one) => new RegExp(` ${one}="([^"]*)"`).exec(tag)?.[1] ?? '')
    if (!name || name === '_csrf' || (/radio|checkbox/.test(type ?? '') && !/ checked/.test(tag))) continue
    fields[name] = value ?? ''
  }
  for (const [, name = '', content = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([^]*?)<\/select>/g)) {
    const tags = [...content.matchAll(/<option[^>]*>/g)].map(([tag]) => tag)
    const chosen = tags.find((tag) => / selected/.test(tag)) ?? tags[0] ?? ''
    fields[name] = /value="([^"]*)"/.exec(chosen)?.[1] ?? ''
  }
  for (const [, name = '', content = ''] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^]*?)<\/textarea>/g)) {
    fields[name] = content
  }
  return fields
} // prettier-ignore

const slotsIn = (body: string): string[] =>
  [...body.matchAll(/name="slot" type="radio" value="([\d-]+ [\d:]+)"/g)].flatMap(([, value]) => value ?? [])

/** Reviews of O1 whose meetings have passed, are to come and were held, with a browser for the IRO and for support. */
async function aWeekOfMeetings() {
  const { app, services } = await aBookingApplication()
  await importRegisters(services, {
    'reviews.csv': [
      'review_ref,child,kind,status,booked_date,officer_id',
      'R-PAST,NORTH1,CLA,PLANNED,2022-11-21,O1',
      'R-NEXT,NORTH2,CLA,PLANNED,2023-02-22,O1',
      'R-SOON,SOUTH1,CLA,PLANNED,2022-11-23,O1',
      'R-DONE,SOUTH2,PATHWAY_18_25,PLANNED,2022-11-24,O1',
    ].join('\n'),
    'meetings.csv': [
      'review_ref,number,child,date,starts_at,ends_at,officer_id,place,format,purpose,status',
      'R-PAST,1,NORTH1,2022-11-21,10:00,11:00,O1,At home,IN_PERSON,REVIEW,BOOKED',
      'R-NEXT,1,NORTH2,2023-02-22,16:00,17:00,O1,At home,IN_PERSON,REVIEW,BOOKED',
      'R-SOON,1,SOUTH1,2022-11-23,10:00,11:00,O1,At home,IN_PERSON,REVIEW,BOOKED',
      'R-DONE,1,SOUTH2,2022-11-22,08:00,09:00,O1,At home,IN_PERSON,REVIEW,HELD',
    ].join('\n'),
  })
  await enter(services, 'iro', { roles: ['iro'], officerId: 'O1' })
  await enter(services, 'support', { roles: ['business_support'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  return { iro: await browserOf('iro'), support: await browserOf('support') }
}

describe('what forms and the calendar offer', async () => {
  const { iro, support } = await aWeekOfMeetings()

  test('the calendar opens on one’s own reviews, and tells held, booked and passed apart in words', async () => {
    const own = plain((await iro.get(page('calendar'))).body)
    assert.match(own, /Your own reviews/)
    assert.match(own, /NORTH1, date passed, outcome not recorded/)
    assert.match(own, /10am to 11am, SOUTH1 ,/)
    assert.match(own, /8am to 9am, SOUTH2, held/)
    const { body } = await iro.get(page('calendar?day=2022-12-01'))
    assert.match(body, /id="day"[^>]*value="1 12 2022"|value="1 12 2022"[^>]*id="day"/, 'a day comes back as people write it')
    assert.doesNotMatch(plain((await support.get(page('calendar'))).body), /Your own reviews|Not free:/)
  })

  test('a review is moved to a later day as well as to an earlier one', async () => {
    const days = slotsIn((await iro.get(page('R-NEXT', 'move'))).body).map((slot) => slot.slice(0, 10))
    assert.ok(days.some((day) => day > '2023-02-22'), days.join(', '))
    assert.ok(days.every((day) => day <= '2023-03-05'), 'all of them in time')
  })

  test('of a meeting to come the day that was adjourned is asked, not made up', async () => {
    const { body } = await iro.get(page('R-SOON', 'adjourn'))
    assert.equal(asItOpens(body)['heldOn-day'], '')
    // It can have been held today, 22 November, at the latest: twenty working days from then is the last day.
    const days = slotsIn(body).map((slot) => slot.slice(0, 10))
    assert.equal(days.at(-1), '2022-12-20')
  })

  test('adjourning asks why, has the IRO as whose decision it was, and takes each time that it offers', async () => {
    const { support } = await aWeekOfMeetings() // what it adjourns, the calendar would no longer show as it was
    const address = page('R-PAST', 'adjourn')
    const { body } = await support.get(address)
    const opened = asItOpens(body)
    assert.deepEqual([opened['heldOn-day'], opened['heldOn-month'], opened['heldOn-year']], ['21', '11', '2022'])
    assert.equal(opened['decidedBy'], 'O1')
    const slots = slotsIn(body)
    assert.equal(slots.length, 6)
    const without = await support.post(address, address, { ...opened, slot: slots[5] ?? '' })
    assert.equal(without.statusCode, 400)
    assert.match(plain(without.body), /Say why it is adjourned/)
    // The latest of them is the one that could be too late.
    const sent = await support.post(address, address, { ...opened, slot: slots[5] ?? '', reason: 'The plan was not there' })
    assert.equal(sent.statusCode, 303, plain(sent.body))
    assert.match(plain((await support.get(page('R-PAST'))).body), /The plan was not there/)
  })
}) // prettier-ignore
