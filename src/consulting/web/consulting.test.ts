import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anInvitingApplication } from '../../../test/support/invitingApplication.ts'
import { CODE, TestBrowser } from '../../../test/support/people.ts'
import { recordsOf } from '../../world/world.ts'
import { date } from '../../kernel/dates.ts'
import { consultations } from '../registers/consultations.ts'
import { wishes } from '../registers/wishes.ts'

const plain = (body: string): string =>
  body
    .replaceAll(/<style[^]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')

describe('views before a review, and the child’s own page', async () => {
  const { app, services, outbox, page, browserOf } = await anInvitingApplication()
  const iro = await browserOf('iro')
  const worker = await browserOf('worker')
  const consultation = page('reviews', 'R-NORTH1', 'consultation')
  const preparation = page('reviews', 'R-NORTH1', 'preparation')
  const linkOf = (contactRef: string, kind = 'consultation'): string => {
    const message = outbox.all().findLast((one) => one.contactRef === contactRef && one.kind === kind)
    return /http:\/\/[^/]+(\/your-(?:views|page)\/\S+)/.exec(message?.body ?? '')?.[1] ?? ''
  }
  const world = () => services.worlds.onDay(CODE, date('2099-01-01'), null)
  const forms = async () =>
    recordsOf(await world(), consultations)
      .map(({ party, returnedOn }) => `${party} ${returnedOn === null ? 'open' : 'returned'}`)
      .sort()
  const aStranger = () => new TestBrowser(app, '')
  let link = ''
  let code = ''

  test('people are asked, each by a link of their own; who can’t be reached is asked on paper', async () => {
    assert.match(plain((await iro.get(consultation)).body), /Nobody is asked yet/)
    const sent = await iro.post(consultation, consultation, {
      contacts: ['me', 'mother', 'school'],
      childForm: 'middle',
    })
    assert.equal(sent.statusCode, 303)
    assert.deepEqual(await forms(), ['CHILD open', 'EDUCATION open', 'PARENT open'])
    const bodies = outbox.all().map(({ body, subject }) => `${subject} ${body}`)
    assert.equal(bodies.length, 2)
    assert.ok(
      bodies.every((body) => !/NORTH1|Amina/.test(body)),
      'no message names a child',
    )
    link = linkOf('me')
    assert.match(link, /^\/your-views\//)
  })

  test('the link shows nothing of the child, and asks in the browser alone that holds the code', async () => {
    const child = aStranger()
    const start = await child.get(link)
    assert.equal(start.statusCode, 200)
    assert.equal(start.headers['referrer-policy'], 'same-origin')
    assert.doesNotMatch(start.body, /NORTH1|Amina|Rowan/)
    const begun = await child.post(link, link, { do: 'start' })
    assert.equal(begun.headers.location, `${link}/questions/1`)
    await child.post(`${link}/questions/1`, `${link}/questions/1`, { answer: 'Happy', then: 'next' })
    await child.post(`${link}/questions/2`, `${link}/questions/2`, { answer: 'My friends', then: 'later' })
    code = /Your code: <strong data-read>(\w+)</.exec((await child.get(`${link}/later`)).body)?.[1] ?? ''
    assert.match(code, /^\w{8}$/)
    const other = aStranger()
    assert.equal((await other.get(`${link}/check`)).headers.location, link, 'a forwarded link shows no answers')
    assert.equal((await other.post(link, link, { do: 'return', code: 'wrong' })).statusCode, 400)
  })

  test('with the code it is gone on with elsewhere, read again, and sent; a wish is written down', async () => {
    const child = aStranger()
    assert.equal(
      (await child.post(link, link, { do: 'return', code: code.toUpperCase() })).headers.location,
      `${link}/check`,
    )
    const questions = /question \d+ of (\d+)/.exec((await child.get(`${link}/questions/1`)).body)?.[1] ?? '0'
    assert.ok(Number(questions) >= 10)
    await child.post(`${link}/questions/9`, `${link}/questions/9`, { answer: 'See my brother more', then: 'next' })
    await child.post(`${link}/readers`, `${link}/readers`, { readers: 'everyone' })
    const check = plain((await child.get(`${link}/check`)).body)
    assert.match(check, /Happy .*My friends .*See my brother more .*Everyone at my review/)
    const sent = await child.post(`${link}/check`, `${link}/check`, {})
    assert.equal(sent.headers.location, `${link}/thanks`)
    assert.doesNotMatch((await child.get(`${link}/thanks`)).body, /brother/)
    assert.deepEqual(await forms(), ['CHILD returned', 'EDUCATION open', 'PARENT open'])
    assert.deepEqual(recordsOf(await world(), wishes).map(({ words, child: whose }) => [words, whose]), [['See my brother more', 'NORTH1']]) // prettier-ignore
  })

  test('what was said reaches the preparation, and what is for the IRO alone nobody else', async () => {
    const mother = linkOf('mother')
    const parent = aStranger()
    await parent.post(mother, mother, { do: 'start' })
    await parent.post(`${mother}/questions/1`, `${mother}/questions/1`, { answer: 'A private matter', then: 'next' })
    await parent.post(`${mother}/check`, `${mother}/check`, {})
    const prepared = plain((await iro.get(preparation)).body)
    assert.match(prepared, /My friends[^]*A private matter/)
    assert.match(prepared, /What the child says Ready/)
    const seen = plain((await worker.get(preparation)).body)
    assert.match(seen, /My friends/)
    assert.doesNotMatch(seen, /A private matter/)
    assert.match(seen, /more that only the IRO may read/)
    assert.equal((await (await browserOf('other')).get(page('reviews', 'R-SEALED7', 'preparation'))).statusCode, 404)
  })

  test('who has not answered is reminded once, and the older link opens nothing any more', async () => {
    await iro.post(consultation, consultation, { contacts: ['father'] })
    const before = linkOf('father')
    assert.equal((await iro.post(consultation, `${consultation}/remind`, {})).statusCode, 303)
    const after = linkOf('father', 'consultation_reminder')
    assert.notEqual(after, before)
    assert.equal((await aStranger().get(before)).statusCode, 404)
    assert.equal((await aStranger().get(after)).statusCode, 200)
    assert.equal((await iro.post(consultation, `${consultation}/remind`, {})).statusCode, 400, 'nobody twice')
    assert.match(plain((await iro.get(consultation)).body), /reminded, and not answered: Mr Osei/)
  })

  test('views on paper are written down, and a form prints', async () => {
    const entry = {
      party: 'EDUCATION',
      'on-day': '1',
      'on-month': '11',
      'on-year': '2022',
      medium: 'PAPER',
      text: 'Good progress',
    }
    assert.equal((await iro.post(consultation, `${consultation}/returned`, entry)).statusCode, 303)
    assert.match(plain((await iro.get(preparation)).body), /Good progress/)
    assert.equal((await iro.post(consultation, `${consultation}/returned`, {})).statusCode, 400)
    assert.match(plain((await iro.get(`${consultation}/paper/symbols`)).body), /What do you like\?[^]*My home/)
  })

  test('a wish is answered, and the child reads it on a page that asks for the birthday', async () => {
    const list = page('children', 'NORTH1', 'wishes')
    const href = /href="([^"]*\/wishes\/[^"]+)"/.exec((await iro.get(list)).body)?.[1] ?? ''
    const seen = /name="seen" value="([^"]*)"/.exec((await iro.get(href)).body)?.[1] ?? ''
    assert.equal((await iro.post(href, href, { seen })).statusCode, 400, 'an answer needs an outcome and words')
    assert.equal(
      (await iro.post(href, href, { seen, outcome: 'PLANNED', answer: 'Every Saturday from May.' })).statusCode,
      303,
    )
    const given = page('children', 'NORTH1', 'own-page')
    const shown = await iro.post(given, given, { how: 'show' })
    const own = /(\/your-page\/[^"]+)"/.exec(shown.body)?.[1] ?? ''
    const child = aStranger()
    const closed = await child.get(own)
    assert.doesNotMatch(closed.body, /NORTH1|Saturday|Rowan|brother/)
    assert.equal((await child.post(own, own, { day: '31', month: '12' })).statusCode, 400)
    const [first] = (await world()).histories.filter(({ record }) => record.child === 'NORTH1')
    const born = first?.record.bornOn
    const opened = await child.post(own, own, { day: String(born?.day), month: String(born?.month) })
    assert.match(plain(opened.body), /See my brother more.*We will do it\. Every Saturday from May\./)
    assert.match(plain(opened.body), /Your IRO is Rowan Hale.*advocate/i)
    assert.notEqual(recordsOf(await world(), wishes)[0]?.toldOn, null, 'the child is told by reading it')
    for (let tries = 0; tries < 9; tries++) await child.post(own, own, { day: '31', month: '12' })
    assert.notEqual((await aStranger().get(own)).statusCode, 200, 'a link that is guessed at opens nothing any more')
  })

  test('an IRO writes about themselves, and feedback is written down', async () => {
    const about = page('about-me')
    assert.equal((await iro.post(about, about, {})).statusCode, 400)
    assert.match(plain((await iro.post(about, about, { hello: 'I am Rowan.' })).body), /Your children read this/)
    assert.match(plain((await iro.post(about, about, { hello: 'I am Rowan, with a dog.' })).body), /with a dog/)
    const feedback = page('feedback')
    const entry = {
      kind: 'COMPLIMENT',
      'on-day': '1',
      'on-month': '11',
      'on-year': '2022',
      from: 'CHILD',
      text: 'She listens',
      mayQuote: 'yes',
    }
    assert.equal((await iro.post(page('feedback', 'new'), page('feedback', 'new'), entry)).statusCode, 303)
    assert.match(plain((await iro.get(feedback)).body), /Compliment Child .*She listens May be quoted/)
    assert.equal((await iro.post(page('feedback', 'new'), page('feedback', 'new'), {})).statusCode, 400)
    assert.match(plain((await iro.get(page('forms', 'oldest'))).body), /Your views, for your review/)
    assert.match(
      plain((await iro.get(page('children', 'NORTH1'))).body),
      /What the child says and wants “See my brother more”/,
    )
    assert.equal((await iro.get(page('work'))).statusCode, 200)
  })
})
