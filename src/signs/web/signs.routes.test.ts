import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { aCaseloadApplication, caseloadToday } from '../../../test/support/caseload.ts'
import { CODE, TestBrowser, enter, signedInAs } from '../../../test/support/people.ts'
import { oversight } from '../../oversight/registers/oversight.ts'
import { missingReturns } from '../../missingChildren/registers/missingReturns.ts'
import { recordsOf } from '../../world/world.ts'
import { acknowledgements } from '../registers/acknowledgements.ts'
import { householdAcknowledgements } from '../registers/householdAcknowledgements.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('oversight, signs and returns written down on pages', async () => {
  const { app, services, page } = await aCaseloadApplication()
  await enter(services, 'iro', { roles: ['iro'] })
  await enter(services, 'leader', { roles: ['senior_leader'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const iro = await browserOf('iro')
  const child = 'LEFT1'
  const of = (...parts: string[]) => page('children', child, ...parts)
  const stored = async <Row>(register: Parameters<typeof recordsOf<Row>>[1]) =>
    recordsOf(await services.worlds.onDay(CODE, caseloadToday, null), register)
  const day = (name: string, [date, month, year]: readonly string[]) => ({
    [`${name}-day`]: date ?? '',
    [`${name}-month`]: month ?? '',
    [`${name}-year`]: year ?? '',
  })

  test('a short note on the child’s page is kept, and shown there', async () => {
    assert.match((await iro.get(of())).body, new RegExp(`action="${of('oversight', 'entry')}"`))
    const entry = { kind: 'CONTACT', note: 'Spoke on the telephone.', ...day('on', ['1', '11', '2022']) }
    const sent = await iro.post(of(), of('oversight', 'entry'), entry)
    assert.equal(sent.statusCode, 303)
    assert.match(plain((await iro.get(String(sent.headers.location))).body), /The note is saved/)
    assert.deepEqual((await stored(oversight)).map((row) => `${row.child} ${row.kind} ${row.on.toString()}`), [`${child} CONTACT 2022-11-01`]) // prettier-ignore
    assert.match(
      plain((await iro.get(of())).body),
      /1 November 2022: contact with the child\. Spoke on the telephone\./,
    )
  })

  test('what is missing, or has not come, is said at its field, and nothing is lost', async () => {
    const sent = await iro.post(of('oversight'), of('oversight', 'entry'), { note: 'To be kept', ...day('on', ['1', '11', '2027']) }) // prettier-ignore
    assert.equal(sent.statusCode, 400)
    assert.match(plain(sent.body), /Choose what was done .*must be today or in the past/)
    assert.match(sent.body, /To be kept/)
    const flag = await iro.post(of('oversight'), of('oversight', 'flag'), { kind: 'EXPLOITATION', ...day('from', ['2', '11', '2022']), ...day('to', ['1', '11', '2022']) }) // prettier-ignore
    assert.match(plain(flag.body), /must not end before it began/)
  })

  test('a return is refused where a file would be, and kept otherwise', async () => {
    const back = { ...day('missingFrom', ['20', '10', '2022']), ...day('returnedOn', ['21', '10', '2022']), returnedTime: '10:15pm' } // prettier-ignore
    const early = await iro.post(of('missing'), of('missing', 'return'), { ...back, ...day('heldOn', ['20', '10', '2022']), heldTime: '9am' }) // prettier-ignore
    assert.equal(early.statusCode, 400)
    assert.match(plain(early.body), /interview_held_at/)
    assert.equal((await iro.post(of('missing'), of('missing', 'return'), back)).statusCode, 303)
    assert.deepEqual(
      (await stored(missingReturns)).map(({ returnedAt }) => returnedAt),
      ['2022-10-21T22:15'],
    )
    assert.match(plain((await iro.get(page('signs') + '?list=interviews')).body), /Return home interview/)
    // The same day again completes it, and takes nothing away.
    const held = { ...day('missingFrom', ['20', '10', '2022']), ...day('heldOn', ['22', '10', '2022']), heldTime: '9am', push: 'An argument' } // prettier-ignore
    assert.equal((await iro.post(of('missing'), of('missing', 'return'), held)).statusCode, 303)
    assert.deepEqual(
      (await stored(missingReturns)).map(({ returnedAt, interviewHeldAt, pushFactors }) => [returnedAt, interviewHeldAt, ...pushFactors]), // prettier-ignore
      [['2022-10-21T22:15', '2022-10-22T09:00', 'An argument']],
    )
  })

  test('what was heard is a sign at once, on the list and in My work, until it is acknowledged with a word', async () => {
    const heard = { kind: 'EMERGENCY_MOVE', ...day('on', ['1', '11', '2022']) }
    assert.equal((await iro.post(of('signs'), of('signs', 'event'), heard)).statusCode, 303)
    assert.match(plain((await iro.get(page('signs'))).body), /Emergency move/)
    assert.match(plain((await iro.get(page('work'))).body), /Look at (a sign|\d+ signs)/)
    assert.match(plain((await iro.get(of())).body), /Emergency move, since 1 November 2022/)
    const without = await iro.post(of('signs'), of('signs', 'acknowledge'), { kind: 'EMERGENCY_MOVE' })
    assert.match(plain(without.body), /Enter what is done about it/)
    const word = { kind: 'EMERGENCY_MOVE', word: 'The review is brought forward.' }
    assert.equal((await iro.post(of('signs'), of('signs', 'acknowledge'), word)).statusCode, 303)
    assert.deepEqual(
      (await stored(acknowledgements)).map((row) => row.word),
      ['The review is brought forward.'],
    )
    assert.match(plain((await iro.get(page('signs') + '?state=acknowledged')).body), /The review is brought forward/)
  })

  test('a sign of a fostering household is acknowledged with a word, by those who review households', async () => {
    await importRegisters(services, {
      'foster_carers.csv': 'carer_ref,approved_date\nFC1,2020-01-10\nFC2,2022-01-10',
      'foster_reviews.csv': 'carer_ref,kind,status,held_date\nFC1,FIRST,HELD,2021-01-08\nFC2,CHANGE,HELD,2022-10-03',
    })
    await enter(services, 'fostering', { roles: ['fostering_iro'] })
    const firo = await browserOf('fostering')
    const ofHousehold = page('fostering', 'FC1', 'signs')
    const line =
      /Household FC1 [^]*?Fostering review overdue [^]*?was due on 8 January 2022[^]*?(Not yet|22 November 2022: They were away until today\.)/
    const listed = async (browser: TestBrowser, query = '') => line.exec(plain((await browser.get(page('signs') + query)).body))?.[1] // prettier-ignore
    assert.equal(await listed(firo, '?state=waiting'), 'Not yet')
    assert.match((await firo.get(page('signs'))).body, new RegExp(`href="${ofHousehold}"`))
    const without = await firo.post(ofHousehold, `${ofHousehold}/acknowledge`, { kind: 'FOSTER_REVIEW_OVERDUE' })
    assert.match(plain(without.body), /Enter what is done about it/)
    const word = { kind: 'FOSTER_REVIEW_OVERDUE', word: 'They were away until today.' }
    assert.equal((await firo.post(ofHousehold, `${ofHousehold}/acknowledge`, word)).statusCode, 303)
    assert.deepEqual(
      (await stored(householdAcknowledgements)).map((row) => `${row.carerRef} ${row.since.toString()} ${row.on.toString()} ${row.by ?? ''}`), // prettier-ignore
      ['FC1 2022-01-09 2022-11-22 fostering'],
    )
    assert.equal(await listed(firo, '?state=acknowledged'), '22 November 2022: They were away until today.')
    assert.equal(await listed(firo, '?state=waiting'), undefined)
    const [entry] = await services.log.latest(CODE, { before: null, most: 1 })
    assert.deepEqual([entry?.personId, entry?.what, entry?.children], ['fostering', 'acknowledged a sign of a fostering household', []]) // prettier-ignore
    // Who may see households and not review them has the way to the household alone.
    assert.equal((await iro.get(ofHousehold)).statusCode, 403)
    assert.equal((await firo.get(page('fostering', 'NONE', 'signs'))).statusCode, 404)
  })

  for (const list of ['quarter', 'amber', 'contact', 'missing'])
    test(`the list ${list} opens`, async () => {
      assert.equal((await iro.get(`${page('signs')}?list=${list}`)).statusCode, 200)
    })

  test('a user who may not write is turned away, and nobody is there who is not', async () => {
    const leader = await browserOf('leader')
    for (const path of [of('oversight'), of('missing'), of('signs'), page('signs')])
      assert.equal((await leader.get(path)).statusCode, 403, path)
    assert.equal((await iro.get(page('children', 'NOBODY', 'signs'))).statusCode, 404)
  })
})
