import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { anInvitingApplication } from '../../../test/support/invitingApplication.ts'
import { CODE, TestBrowser, tokenIn } from '../../../test/support/people.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { recordsOf } from '../../world/world.ts'
import { date } from '../../kernel/dates.ts'
import { consultations } from '../registers/consultations.ts'
import { wishes } from '../registers/wishes.ts'

const plain = (body: string): string =>
  body
    .replaceAll(/<style[^]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')

test('views before a review, and the child’s own page', async (t) => {
  const { app, services, outbox, page, browserOf, keep } = await anInvitingApplication()
  const iro = await browserOf('iro')
  const worker = await browserOf('worker')
  const consultation = page('reviews', 'R-NORTH1', 'consultation')
  const preparation = page('reviews', 'R-NORTH1', 'preparation')
  const linkOf = (contactRef: string, kind = 'consultation'): string => {
    const message = outbox.all().findLast((one) => one.contactRef === contactRef && one.kind === kind)
    return /http:\/\/[^/]+(\/your-(?:views|page|feedback)\/\S+)/.exec(message?.body ?? '')?.[1] ?? ''
  }
  const world = () => services.worlds.onDay(CODE, date('2099-01-01'), null)
  const forms = async () =>
    recordsOf(await world(), consultations)
      .map(({ party, returnedOn }) => `${party} ${returnedOn === null ? 'open' : 'returned'}`)
      .sort()
  /** What the form of a page carries of who was asked. */
  const seenOn = async (path: string) => /name="seen" value="([^"]*)"/.exec((await iro.get(path)).body)?.[1] ?? ''
  /** The links that people of a review were sent and that were not withdrawn, each with what opening it answers. */
  const opened = async (kind: string, who: string) => {
    const links = outbox.all().filter((one) => one.kind === kind && one.contactRef === who && one.state !== 'withdrawn')
    const paths = links.map(({ body }) => /http:\/\/[^/]+(\/your-\S+)/.exec(body)?.[1] ?? '')
    return Promise.all(paths.map(async (path) => (await aStranger().get(path)).statusCode))
  }
  const aStranger = () => new TestBrowser(app, '')
  let link = ''
  let code = ''

  await t.test('people are asked, each by a link of their own; who can’t be reached is asked on paper', async () => {
    assert.match(plain((await iro.get(consultation)).body), /Nobody is asked yet/)
    assert.match(plain((await iro.get(page('reviews', 'R-NORTH1'))).body), /Prepare for the review \d of \d ready/)
    assert.match(
      plain((await iro.get(page('children', 'NORTH1'))).body),
      /For the review (of \d+ \w+ \d{4}|that is not booked): Ask for views/,
    )
    const sent = await iro.post(consultation, consultation, {
      contacts: ['me', 'mother', 'school'],
      childForm: 'middle',
    })
    assert.equal(sent.statusCode, 303)
    assert.deepEqual(await forms(), ['CHILD open', 'EDUCATION open', 'PARENT open'])
    const bodies = outbox.all().map(({ body, subject }) => `${subject} ${body}`)
    assert.equal(bodies.length, 2)
    assert.match(plain((await iro.get(consultation)).body), /no reminder can go: School or college\. Ask them below/)
    assert.ok(
      bodies.every((body) => !/NORTH1|Amina/.test(body)),
      'no message names a child',
    )
    link = linkOf('me')
    assert.match(link, /^\/your-views\//)
  })

  await t.test('the link shows nothing of the child, and asks in the browser alone that holds the code', async () => {
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

  await t.test('with the code it is gone on with elsewhere, read again, and sent; a wish is written down', async () => {
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

  await t.test('what was said reaches the preparation, and what is for the IRO alone nobody else', async () => {
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

  await t.test(
    'asked again, people have one link, and it opens; a form that does not show who was asked asks nobody',
    async () => {
      const late = await iro.post(consultation, consultation, { contacts: ['mother'], seen: '' })
      assert.equal(late.statusCode, 400)
      assert.match(plain(late.body), /Someone else changed this/)
      assert.deepEqual(await opened('consultation', 'mother'), [200])
      const again = { contacts: ['mother'], seen: await seenOn(consultation) }
      const answers = await Promise.all([1, 2].map(() => iro.post(consultation, consultation, again)))
      assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))].filter((status) => ![303, 400].includes(status)), []) // prettier-ignore
      assert.deepEqual(await opened('consultation', 'mother'), [200])
    },
  )

  await t.test('who has not answered is reminded once, and the older link opens nothing any more', async () => {
    await iro.post(consultation, consultation, { contacts: ['father'], seen: await seenOn(consultation) })
    const before = linkOf('father')
    assert.equal((await iro.post(consultation, `${consultation}/remind`, {})).statusCode, 303)
    const after = linkOf('father', 'consultation_reminder')
    assert.notEqual(after, before)
    assert.equal((await aStranger().get(before)).statusCode, 404)
    assert.equal((await aStranger().get(after)).statusCode, 200)
    assert.equal((await iro.post(consultation, `${consultation}/remind`, {})).statusCode, 400, 'nobody twice')
    assert.match(plain((await iro.get(consultation)).body), /reminded, and not answered: Mr Osei/)
  })

  await t.test('views on paper are written down, and a form prints', async () => {
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

  await t.test('a wish is answered, and the child reads it on a page that asks for the birthday', async () => {
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

  const birthdayOf = async (child: string) => {
    const born = (await world()).histories.find(({ record }) => record.child === child)?.record.bornOn
    return { day: String(born?.day), month: String(born?.month) }
  }
  const pageOf = async (child: string) => {
    const given = page('children', child, 'own-page')
    const address = /(\/your-page\/[^"]+)"/.exec((await iro.post(given, given, { how: 'show' })).body)?.[1] ?? ''
    const browser = aStranger()
    return browser.post(address, address, await birthdayOf(child))
  }

  await t.test(
    'letters that were approved stand on the child’s page, with what was decided and the IRO’s picture',
    async () => {
      await keep({
      'reviews.csv': 'review_ref,child,kind,status,held_date,officer_id,participation_code,decisions_date\nR0-NORTH1,NORTH1,CLA,HELD,2022-09-06,O1,PN1,2022-09-08',
      'recommendations.csv': 'review_ref,number,text,responsible,due_date,child_words,for_child,why_not_for_child,completed_date\nR0-NORTH1,1,Bike,Carer,2022-12-01,You will get a bike.,,,2022-10-01\nR0-NORTH1,2,Secret thing for the adults,Carer,2022-12-01,,N,It would worry her,',
    }) // prettier-ignore
      const before = plain((await pageOf('NORTH1')).body)
      assert.match(before, /What we said we will do.*You will get a bike\. This is done\./)
      assert.match(before, /When we write to you after a review, the letter is here/)
      for (const kind of ['letter', 'easy-read']) {
        const letter = page('reviews', 'R0-NORTH1', 'after', kind)
        const shown = (await iro.get(letter)).body
        const words = /<textarea[^>]*>([^]*?)<\/textarea>/.exec(shown)?.[1] ?? ''
        assert.match(words, /- You will get a bike\./)
        assert.equal((await iro.post(letter, letter, { words, version: '', then: 'draft' })).statusCode, 303)
        assert.doesNotMatch((await pageOf('NORTH1')).body, kind === 'letter' ? /My letter after/ : /With pictures/) // prettier-ignore
        assert.equal((await iro.post(letter, letter, { words, version: '1', then: 'issue' })).statusCode, 303)
      }
      const about = page('about-me')
      const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'blue' } })
        .png()
        .toBuffer()
      assert.match(plain((await iro.postFile(about, page('about-me', 'picture'), { then: 'use' }, photo)).body), /Your children see this picture/) // prettier-ignore
      assert.equal((await iro.postFile(about, page('about-me', 'picture'), { then: 'use' }, Buffer.from('no'))).statusCode, 400) // prettier-ignore
      const opened = await pageOf('NORTH1')
      assert.match(plain(opened.body), /My letter after the review on 6 September 2022.*You will get a bike/)
      assert.match(opened.body, /With pictures and easy words[^]*<svg class="app-picture"[^]*You will get a bike/)
      assert.match(opened.body, /<img class="app-photo" src="data:image\/jpeg;base64,/)
      assert.doesNotMatch(opened.body, /Secret thing/)
      assert.ok(!/(?:src|href)="https?:\/\/(?!www\.bbc)/.test(opened.body), 'nothing is asked of others')
    },
  )

  await t.test('people are asked how a review was; it is kept without a name, and the link works once', async () => {
    const asking = page('reviews', 'R0-NORTH1', 'feedback')
    const review = page('reviews', 'R0-NORTH1')
    assert.match(plain((await iro.get(review)).body), /Ask how it was Nobody is asked yet/)
    assert.equal((await iro.post(asking, asking, {})).statusCode, 400)
    const whom = { contacts: ['me', 'mother'] }
    const answers = await Promise.all([1, 2].map(() => iro.post(asking, asking, whom)))
    assert.ok(answers.some(({ statusCode }) => statusCode === 303))
    assert.deepEqual(await opened('review_feedback', 'mother'), [200], 'asked by two at once, nobody is told twice')
    assert.match(
      plain((await iro.get(asking)).body),
      /Who was asked Amina.* Ms Osei.*Can’t be reached by a message: Hill School/,
    )
    assert.match(plain((await iro.get(review)).body), /Ask how it was 2 people are asked/)
    const own = linkOf('me', 'review_feedback')
    const child = aStranger()
    const shown = await child.get(own)
    assert.doesNotMatch(shown.body, /NORTH1|Amina|Rowan|2022/)
    assert.equal(shown.headers['referrer-policy'], 'same-origin')
    assert.equal((await child.post(own, own, {})).statusCode, 400, 'nothing was said')
    const said = { how: 'good', listened: 'yes', words: 'She listens to me', thanks: 'thanks', mayQuote: 'yes' }
    const sending = { ...said, _csrf: tokenIn((await child.get(own)).body) }
    const both = await Promise.all([child.send(own, sending), child.send(own, sending)])
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 404], 'sent twice at once, it is kept once')
    assert.match(plain(both.find(({ statusCode }) => statusCode === 200)?.body ?? ''), /Thank you/)
    assert.equal((await aStranger().get(own)).statusCode, 404)
    const list = plain((await iro.get(page('feedback'))).body)
    assert.match(list, /Compliment Child Rowan Hale How the review was: Good.*She listens to me May be quoted/)
    assert.doesNotMatch(list, /NORTH1|Amina/)
  })

  await t.test(
    'a form of 60 answers arrives whole though the signal is lost twice, and a board is kept as a picture',
    async () => {
      const text = ['# Sixty', 'What do you like? (board)\n- My home [home]\n- School [school]', ...Array.from({ length: 59 }, (_, at) => `Question ${at + 2}?`)].join('\n\n') // prettier-ignore
      const form = page('forms', 'oldest')
      assert.match(plain((await iro.post(form, form, { text })).body), /This is a preview.*60\. Question 60\?/)
      assert.equal((await iro.post(form, form, { text: 'no title' })).statusCode, 400)
      const { own: settings, version } = await services.settings.current(CODE)
      const forms = { youngest: '', middle: '', oldest: text, symbols: '', parent: '', carer: '', education: '', health: '', others: '' } // prettier-ignore
      await services.settings.replace(demoAuthority, { ...settings, consultationForms: forms }, { by: 'admin', replaces: version }) // prettier-ignore
      const asked = page('reviews', 'R-NORTH2', 'consultation')
      assert.equal((await iro.post(asked, asked, { contacts: ['me'], childForm: 'oldest' })).statusCode, 303)
      const message = outbox.all().find(({ reviewRef }) => reviewRef === 'R-NORTH2')
      const own = /(\/your-views\/\S+)/.exec(message?.body ?? '')?.[1] ?? ''
      assert.ok(
        own !== '' && !message?.key.includes(own.slice(-6)),
        'the key, which is kept, holds no part of the link',
      )
      const child = aStranger()
      await child.post(own, own, { do: 'start' })
      const first = `${own}/questions/1`
      await child.post(first, first, { 'answer-0': 'I like this', 'answer-1': 'Not sure', then: 'next' })
      for (let at = 2; at <= 60; at++) {
        const question = `${own}/questions/${at}`
        // The page was shown, and what was typed did not arrive: the telephone asks again, and sends it again.
        if (at === 20) await child.get(question)
        await child.post(question, question, { answer: `Answer ${at}`, then: 'next' })
        // It arrived, and the answer to that was lost: it is sent again.
        if (at === 40) await child.post(question, question, { answer: `Answer ${at}`, then: 'next' })
      }
      const check = `${own}/check`
      const token = /name="_csrf" value="([^"]+)"/.exec((await child.get(check)).body)?.[1] ?? ''
      const held = child.cookies.get('your_views') ?? ''
      assert.equal((await child.send(check, { _csrf: token })).headers.location, `${own}/thanks`)
      child.cookies.set('your_views', held)
      assert.equal((await child.send(check, { _csrf: token })).headers.location, `${own}/thanks`, 'sent twice, it has arrived') // prettier-ignore
      const prepared = (await iro.get(page('reviews', 'R-NORTH2', 'preparation'))).body
      for (let at = 2; at <= 60; at++) assert.ok(plain(prepared).includes(`Answer ${at} `), `${at}`)
      assert.match(prepared, /My home: I like this[^]*<svg class="app-board-picture"[^]*My home<\/text>/)
      assert.equal((await aStranger().get(check)).headers.location, own, 'a forwarded link shows nothing of it')
      const left = await child.get(`${own}/leave`)
      assert.equal(left.headers['referrer-policy'], 'no-referrer')
      assert.ok(!child.cookies.has('your_views'))
      const guesser = aStranger()
      for (let tries = 0; tries < 10; tries++) {
        guesser.cookies.set('your_views', `guess${tries}`)
        await guesser.get(check)
      }
      assert.equal((await guesser.get(check)).statusCode, 429, 'a code is not guessed with a cookie either')
    },
  )

  await t.test('an IRO writes about themselves, and feedback is written down', async () => {
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
    assert.match(plain((await iro.get(page('forms', 'middle'))).body), /What I think, for my review/)
    assert.match(
      plain((await iro.get(page('children', 'NORTH1'))).body),
      /What the child says and wants “See my brother more”/,
    )
    assert.equal((await iro.get(page('work'))).statusCode, 200)
  })

  await t.test(
    'what an IRO writes about themselves is drafted to their children: when it changes, and to a child who gets them',
    async () => {
      await keep({
        'contacts.csv': 'child,contact_ref,role,name,channel,address\nNORTH1,me,CHILD,Amina,LETTER,1 High Street',
      })
      const letters = () =>
        outbox
          .all()
          .filter(({ kind }) => kind === 'about_officer_letter')
          .map(({ child, state, body }) => `${child} ${state} ${/two dogs|a cat|the drums/.exec(body)?.[0] ?? ''}`)
          .toSorted()
      const about = page('about-me')
      const write = async (browser: TestBrowser, hello: string) =>
        plain((await browser.post(about, about, { hello })).body)
      const said = await write(iro, 'I have two dogs.')
      assert.match(
        said,
        /1 letter that brings it to a child waits for someone to read and approve\. 1 child has no address/,
      )
      assert.deepEqual(letters(), ['NORTH1 draft two dogs'], 'the sealed child and who can’t be written to have none')
      assert.doesNotMatch(await write(iro, 'I have two dogs.'), /waits for someone/)
      await write(iro, 'I have a cat.')
      assert.deepEqual(
        letters(),
        ['NORTH1 draft a cat', 'NORTH1 withdrawn two dogs'],
        'nobody approves what is no longer so',
      )
      const other = await browserOf('other')
      assert.match(await write(other, 'I play the drums.'), /Your children read this from now on\. /)
      const manager = await browserOf('named')
      const officer = page('children', 'NORTH1', 'officer')
      const replaces = /name="replaces" value="(\w+)"/.exec((await manager.get(officer)).body)?.[1] ?? ''
      const given = await manager.post(officer, officer, { officerId: 'O2', day: '', reason: 'Asked for', replaces })
      assert.equal(given.statusCode, 303, plain(given.body))
      assert.equal((await manager.post(officer, page('children', 'NORTH1', 'officer', 'letters'), {})).statusCode, 303)
      assert.deepEqual(
        letters(),
        ['NORTH1 draft the drums', 'NORTH1 withdrawn a cat', 'NORTH1 withdrawn two dogs'],
        'once, however often it is asked',
      )
      const letter = outbox.all().find(({ body }) => body.includes('the drums'))
      assert.match(
        letter?.body ?? '',
        /^Dear Amina,\n\nI am Sam Ode, your reviewing officer\. [^]*I play the drums\.\n\nBest wishes,\nSam Ode/,
      )
    },
  )
})
