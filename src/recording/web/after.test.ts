import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCaseloadApplication, caseloadToday } from '../../../test/support/caseload.ts'
import { CODE, TestBrowser, enter, signedInAs } from '../../../test/support/people.ts'
import { folderOf } from '../../../test/support/smallReturn.ts'
import { makeSealStore } from '../../access/db/sealStore.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { documentText } from '../../documents/write/text.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { writtenFor } from '../domain/written/written.ts'
import { distributions } from '../registers/distributions.ts'
import { recommendations } from '../registers/recommendations.ts'
import { reviewDetails } from '../registers/reviewDetails.ts'
import { recordingServices } from '../services.ts'
import { headingsSetting } from '../settings.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('what follows a review, from its decisions to who was sent what', async (t) => {
  const { app, services, page, outbox } = await aCaseloadApplication()
  await enter(services, 'iro', { roles: ['iro'] })
  await enter(services, 'iro2', { roles: ['iro'] })
  await enter(services, 'manager', { roles: ['iro_manager'] })
  await enter(services, 'leader', { roles: ['senior_leader'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const [iro, other, manager] = [await browserOf('iro'), await browserOf('iro2'), await browserOf('manager')]
  const { checked } = await services.registersImport.store({
    authority: demoAuthority,
    path: folderOf({
      'children.csv': 'child,known_as\nLEFT1,Wilf\n',
      'reviews.csv':
        'review_ref,child,kind,status,held_date,participation_code\nR0,LEFT1,CLA,HELD,2022-06-06,PN1\nR1,LEFT1,CLA,HELD,2022-11-21,PN1\nRP,LEFT1,CLA,PLANNED,,\nRL,LEFT2,CLA,HELD,2022-11-21,PN1\n',
      'recommendations.csv':
        'review_ref,number,text,responsible,due_date\nR0,1,Find a football club,Carer,2022-09-01\nRL,1,Join the swimming club,Carer,2023-01-10\n',
    }),
    sourceName: 'reviews',
    isKeepingValidRows: false,
    recordedBy: null,
  })
  assert.deepEqual(checked.errors, [])
  const after = page('reviews', 'R1', 'after')
  const at = (...parts: string[]) => [after, ...parts].join('/')
  const world = () => services.worlds.onDay(CODE, caseloadToday, null)
  const review = async () => recordsOf(await world(), reviews).find(({ reviewRef }) => reviewRef === 'R1')
  const decision = { text: 'See a dentist', responsible: 'Ann', urgent: 'no', forChild: 'yes', 'childWords': 'We will go to the dentist.' } // prettier-ignore
  const due = { 'dueOn-day': '1', 'dueOn-month': '3', 'dueOn-year': '2023' }

  await t.test('the whole course', async () => {
    assert.match((await iro.get(page('reviews', 'R1'))).body, /Decisions, record and letters/)
    assert.match(plain((await iro.get(after)).body), /in easy read Only if the child needs it/)
    assert.match(plain((await iro.get(page('children', 'LEFT1'))).body), /Open decisions .*Find a football club/)
    // Decisions: without a date they can't be sent.
    assert.equal((await iro.post(at('decisions', 'new'), at('decisions', 'new'), decision)).statusCode, 303)
    assert.match(plain((await iro.post(after, at('issue'), {})).body), /Decision 1 needs a named person and a date/)
    await iro.post(at('decisions', '1'), at('decisions', '1'), { ...decision, ...due })
    const hidden = { ...decision, ...due, forChild: 'no', childWords: '', text: 'Ask about a test' }
    assert.match(plain((await iro.post(at('decisions', 'new'), at('decisions', 'new'), hidden)).body), /Say why the child is not told/) // prettier-ignore
    await iro.post(at('decisions', 'new'), at('decisions', 'new'), { ...hidden, whyNotForChild: 'About a parent' })
    await iro.post(after, at('earlier', 'R0', '1'), { outcome: 'DONE' })
    const sent = await iro.post(after, at('issue'), {})
    assert.match(plain((await iro.get(String(sent.headers.location))).body), /The decisions are issued/)
    assert.equal((await review())?.decisionsOn?.toString(), caseloadToday.toString())
    // The manager answers: the first thing that the page leads to.
    assert.match((await manager.get(after)).body, /href="#answer"[^>]*>\s*Answer the decisions, as the manager/)
    assert.equal((await manager.post(after, at('answer'), {})).statusCode, 400)
    assert.equal((await manager.post(after, at('answer'), { agrees: 'no' })).statusCode, 400, 'without a reason')
    await manager.post(after, at('answer'), { agrees: 'yes' })
    assert.equal((await review())?.managerAgreed, true)
    // The record: saved as a draft, then completed.
    const first = { health_text: 'He is well.', version: '', then: 'draft' }
    assert.equal((await iro.post(at('record'), at('record'), first)).statusCode, 303)
    const stale = await iro.post(at('record'), at('record'), { ...first, health_text: 'He is ill.' })
    assert.match(plain(stale.body), /another window meanwhile.*He is well/)
    assert.match(stale.body, /He is ill\./)
    assert.match(plain((await other.get(at('record'))).body), /is writing this too.*He is well/)
    const secret = { health_text: 'He is well.', parents_views_text: 'Mum moves to Leeds soon.', parents_views_withheld: ['CHILD', 'PARENT'], version: '1', then: 'issue' } // prettier-ignore
    assert.match(plain((await iro.post(at('record'), at('record'), secret)).body), /say why it is withheld/)
    const whole = { ...secret, parents_views_why: 'Told in confidence', version: '2' }
    assert.equal((await iro.post(at('record'), at('record'), whole)).statusCode, 303)
    assert.ok((await review())?.recordOn, 'the day of issue')
    // The letter: begun from the template, refused without a decision or with what is withheld, then approved.
    const drafted = await iro.get(at('letter'))
    assert.match(drafted.body, /Dear Wilf,[^]*- We will go to the dentist\./)
    assert.match(plain(drafted.body), /Flesch–Kincaid: reading age \d/)
    const without = await iro.post(at('letter'), at('letter'), { words: 'Dear Wilf, hello.', version: '0', then: 'issue' }) // prettier-ignore
    assert.match(plain(without.body), /Decision 1 is not in it/)
    const telling = { words: 'We will go to the dentist. Mum moves to Leeds soon.', version: '1', then: 'issue' }
    assert.match(plain((await iro.post(at('letter'), at('letter'), telling)).body), /withheld from the child/)
    const right = { words: 'Dear Wilf,\n\n- We will go to the dentist.', version: '2', then: 'issue' }
    assert.equal((await iro.post(at('letter'), at('letter'), right)).statusCode, 303)
    assert.ok((await review())?.childLetterOn, 'the day of issue')
    assert.match((await iro.get(at('download', 'letter.txt'))).body, /- We will go to the dentist\./)
    // Sent out.
    const unsaid = await iro.post(after, at('sent'), {
      document: 'RECORD',
      recipient: 'mother',
      leftOut: 'parents_views',
    })
    assert.match(plain(unsaid.body), /Say why headings were left out/)
    await iro.post(after, at('sent'), { document: 'RECORD', recipient: 'mother', medium: 'POST', leftOut: 'parents_views', whyLeftOut: 'Told in confidence' }) // prettier-ignore
    assert.equal((await review())?.distributedOn?.toString(), caseloadToday.toString())
    const now = await world()
    assert.deepEqual(recordsOf(now, distributions).map(({ recipient, leftOut }) => [recipient, leftOut]), [['mother', ['parents_views']]]) // prettier-ignore
    assert.deepEqual(recordsOf(now, recommendations).filter(({ reviewRef }) => reviewRef !== 'RL').map(({ reviewRef, number, outcome, lookedAtIn }) => [reviewRef, number, outcome, lookedAtIn]), [['R0', 1, 'DONE', 'R1'], ['R1', 1, null, null], ['R1', 2, null, null]]) // prettier-ignore
  })

  await t.test('what was found is entered on the page of the record, held to the law, and kept once', async () => {
    const record = page('reviews', 'R0', 'after', 'record')
    const asked = { childCame: 'N', childViews: 'NONE', planAgreed: 'N', permanenceFor: 'ADOPTION', health_text: 'Well.', came_carer: 'Y' } // prettier-ignore
    const seen = { seen: /name="seen" value="([^"]*)"/.exec((await iro.get(record)).body)?.[1] ?? '', version: '' }
    const wrong = await iro.post(record, record, { ...asked, ...seen, participation: 'PN0', then: 'draft' })
    assert.match(plain(wrong.body), /Choose PN0 for a child under 4/)
    const unlike = await iro.post(record, record, { ...asked, ...seen, participation: 'PN1', version: '1', then: 'draft' }) // prettier-ignore
    assert.match(plain(unlike.body), /PN1 says that the child came/)
    const bare = await iro.post(record, record, { ...asked, ...seen, version: '2', then: 'issue' })
    assert.match(plain(bare.body), /Say what was tried.*Say why you do not agree to the plan/)
    const whole = { ...asked, ...seen, whatWasTried: 'Two visits, an advocate', planAgreedWhy: 'No plan B' }
    assert.equal((await iro.post(record, record, { ...whole, version: '3', then: 'draft' })).statusCode, 303)
    const rows = recordsOf(await world(), reviews).find(({ reviewRef }) => reviewRef === 'R0')
    assert.deepEqual([rows?.participation, rows?.planAgreed, rows?.permanencePlan, rows?.recordOn], ['PN7', false, true, null]) // prettier-ignore
    const [details] = recordsOf(await world(), reviewDetails)
    assert.deepEqual([details?.whatWasTried, details?.permanenceFor], ['Two visits, an advocate', 'ADOPTION'])
    assert.match((await manager.get(page('reviews', 'R0', 'after'))).body, /challenge\/raise\?child=LEFT1/)
    // Someone else records otherwise meanwhile: they are shown it, and nothing is overwritten unseen.
    const late = await other.post(record, record, { ...whole, childViews: 'ADVOCATE', then: 'draft' })
    assert.match(plain(late.body), /Someone else recorded something of this review meanwhile/)
    assert.match(plain(late.body), /How were the child’s views given\? The child gave no views/)
    // A draft that is saved as one types is no row yet; its lost answer is no other window.
    const draft = { ...asked, window: 'w1', saves: '1', health_text: 'Typed' }
    const own = page('reviews', 'R0', 'after', 'record', 'draft')
    const version = /name="version" value="([^"]*)"/.exec((await iro.get(record)).body)?.[1] ?? ''
    const first = await iro.post(record, own, { ...draft, version })
    assert.deepEqual([first.statusCode, first.json()], [200, { version: Number(version) + 1 }])
    const again = await iro.post(record, own, { ...draft, version, saves: '2', health_text: 'Typed more' })
    assert.deepEqual([again.statusCode, again.json()], [200, { version: Number(version) + 2 }])
    const stale = await iro.post(record, own, { ...draft, version, window: 'w2', saves: '9' })
    assert.deepEqual([stale.statusCode, stale.json()], [409, { changed: true }])
    assert.match((await iro.get(record)).body, /Typed more/)
  })

  await t.test(
    'a manager’s link shows nothing by itself, opens once, and ends with the limit; copies leave out what is withheld',
    async () => {
      const ofRL = page('reviews', 'RL', 'after')
      const noAddress = await iro.post(ofRL, `${ofRL}/issue`, { manager: 'other', managerName: 'Theo' })
      assert.match(plain(noAddress.body), /Enter the name and the email address/)
      const theo = { manager: 'other', managerName: 'Theo', managerEmail: 'theo@example.org' }
      assert.equal((await iro.post(ofRL, `${ofRL}/issue`, theo)).statusCode, 303)
      const message = outbox.all.find(({ kind }) => kind === 'decisions_answer')
      const [, link = ''] = /https?:\/\/[^/]+(\/decisions\/\S+)/.exec(message?.body ?? '') ?? []
      const stranger = new TestBrowser(app, '')
      const closed = await stranger.get(link)
      assert.equal(closed.statusCode, 200)
      assert.doesNotMatch(closed.body, /LEFT2|swimming|Robin/)
      assert.match(plain(closed.body), /Please answer by Tuesday 29 November 2022/)
      const wrong = await stranger.post(link, `${link}/answer`, { day: '1', month: '1', agrees: 'yes' })
      assert.deepEqual([wrong.statusCode, wrong.body.includes('swimming')], [400, false])
      const read = await stranger.post(link, link, { day: '30', month: '1' })
      assert.match(plain(read.body), /Join the swimming club/)
      const unsaid = await stranger.post(link, `${link}/answer`, { day: '30', month: '1', agrees: 'no' })
      assert.match(plain(unsaid.body), /Say why you do not agree/)
      const answered = await stranger.post(link, `${link}/answer`, { day: '30', month: '1', agrees: 'no', reason: 'There is no money' }) // prettier-ignore
      assert.match(plain(answered.body), /Your answer is saved/)
      assert.equal((await stranger.get(link)).statusCode, 404)
      const row = recordsOf(await world(), reviews).find(({ reviewRef }) => reviewRef === 'RL')
      assert.deepEqual([row?.managerAgreed, row?.managerRespondedOn?.toString()], [false, '2022-11-22'])
      assert.match(plain((await iro.get(ofRL)).body), /There is no money.*Raise a challenge/)
      // A copy: what is withheld from the recipient is left out, noted, and not in it.
      const record = `${ofRL}/record`
      const said = { health_text: 'Robin is well.', placement_text: 'A new home in Whitby.', placement_withheld: 'CHILD', placement_why: 'Not told yet', version: '', then: 'issue' } // prettier-ignore
      assert.equal((await iro.post(record, record, said)).statusCode, 303)
      const letter = await iro.post(ofRL, `${ofRL}/sent`, { document: 'EASY_READ', people: 'child', medium: 'EMAIL' })
      assert.match(plain(letter.body), /Approve the letter before a link/)
      assert.equal((await iro.post(ofRL, `${ofRL}/sent`, { document: 'RECORD', people: 'child', medium: 'EMAIL' })).statusCode, 303) // prettier-ignore
      const [sent] = recordsOf(await world(), distributions).filter(({ reviewRef }) => reviewRef === 'RL')
      assert.deepEqual([sent?.recipient, sent?.leftOut, sent?.whyLeftOut], ['child', ['placement'], 'Not told yet'])
      const copies = outbox.all.filter(({ kind }) => kind === 'review_copy')
      const [, copy = ''] = /https?:\/\/[^/]+(\/copies\/\S+)/.exec(copies[0]?.body ?? '') ?? []
      const taken = await stranger.post(copy, copy, { day: '30', month: '1', format: 'txt' })
      assert.match(taken.body, /Robin is well/)
      assert.doesNotMatch(taken.body, /Whitby/)
      for (let tries = 0; tries < 11; tries++) await stranger.post(copy, copy, { day: '2', month: '2' })
      assert.notEqual((await stranger.post(copy, copy, { day: '30', month: '1' })).statusCode, 200, 'tried too often')
    },
  )

  await t.test(
    'a heading that the authority dropped or called otherwise: what a record says under it is kept, withheld, and can be removed',
    async () => {
      const record = `${page('reviews', 'RL', 'after')}/record`
      const { version } = await services.settings.current(CODE)
      const own = headingsSetting.as(['health: How healthy I am', 'weather: The weather'])
      assert.ok(await services.settings.replace(demoAuthority, own, { by: 'manager', replaces: version }))
      const shown = plain((await iro.get(record)).body)
      assert.match(shown, /How healthy I am/)
      assert.match(
        shown,
        /Where the child lives Your records do not have this heading any more\..*A new home in Whitby\./,
      )
      assert.doesNotMatch(shown, /Hobbies and free time/)
      const written = async (reader: 'child' | 'service') => {
        const texts = await recordingServices(services.house).writtenOf(demoAuthority, 'RL')
        return documentText(writtenFor(texts, 'record', reader))
      }
      // The old record has the words that it was issued with; what is withheld stays so.
      assert.match(
        await written('service'),
        /Health\n=+\n\nRobin is well\.[^]*Where the child lives\n=+\n\nA new home in Whitby/,
      )
      assert.doesNotMatch(await written('child'), /Whitby/)
      // Saved as one types, and completed: nothing that was written is lost.
      const kept = { health_text: 'Robin is very well.', weather_text: 'Sunny.', placement_text: 'A new home in Whitby.', placement_withheld: 'CHILD', placement_why: 'Not told yet' } // prettier-ignore
      assert.equal((await iro.post(record, record, { ...kept, version: '', then: 'draft' })).statusCode, 303)
      assert.match(
        await written('service'),
        /How healthy I am\n=+\n\nRobin is very well\.[^]*The weather[^]*Where the child lives\n=+\n\nA new home in Whitby/,
      )
      assert.equal((await iro.post(record, record, { ...kept, version: '1', then: 'issue' })).statusCode, 303)
      assert.match(await written('service'), /A new home in Whitby/)
      assert.doesNotMatch(await written('child'), /Whitby/)
      // A file may bring nothing new under it; what is kept under it does not stand in the way of others.
      const bring = (row: string) =>
        services.registersImport.store({
          authority: demoAuthority,
          path: folderOf({ 'record_sections.csv': `review_ref,heading,text\n${row}\n` }),
          sourceName: 'records',
          isWithText: true,
          isKeepingValidRows: false,
          recordedBy: null,
        })
      const { checked: refused } = await bring('R1,leisure,Football')
      assert.deepEqual(refused.errors, [
      { file: 'record_sections.csv', row: 2, column: 'heading', value: 'leisure', reason: 'is none of the authority’s headings: health, weather' },
    ]) // prettier-ignore
      assert.deepEqual((await bring('R1,weather,Rain')).checked.errors, [])
      const without = { ...kept, placement_text: '', version: '', then: 'issue' }
      assert.equal((await iro.post(record, record, without)).statusCode, 303)
      assert.doesNotMatch(plain((await iro.get(record)).body), /Where the child lives/)
    },
  )

  await t.test('a user who may not write is turned away, and a review that was not held has no such page', async () => {
    const leader = await browserOf('leader')
    assert.equal((await leader.get(after)).statusCode, 403)
    assert.equal((await iro.get(page('reviews', 'RP', 'after'))).statusCode, 404)
    assert.equal((await iro.get(page('reviews', 'NONE', 'after', 'record'))).statusCode, 404)
  })

  await t.test(
    'a copy given to a social worker before the record is sealed opens nothing; the child’s goes on',
    async () => {
      const { checked: contact } = await services.registersImport.store({
        authority: demoAuthority,
        path: folderOf({
          'contacts.csv':
            'child,contact_ref,role,name,channel,email\nLEFT2,sw,SOCIAL_WORKER,Ann Lee,EMAIL,ann@example.org\n',
        }),
        sourceName: 'contacts',
        isKeepingValidRows: false,
        recordedBy: null,
      })
      assert.deepEqual(contact.errors, [])
      const ofRL = page('reviews', 'RL', 'after')
      const give = async (contactRef: string) => {
        const sent = await iro.post(ofRL, `${ofRL}/sent`, { document: 'RECORD', people: contactRef, medium: 'EMAIL' })
        assert.equal(sent.statusCode, 303, plain(sent.body))
        const given = outbox.all.filter((one) => one.kind === 'review_copy' && one.contactRef === contactRef)
        return given.map(({ body }) => /https?:\/\/[^/]+(\/copies\/\S+)/.exec(body)?.[1] ?? '')
      }
      const opened = async (link: string) => {
        const stranger = new TestBrowser(app, '')
        const { statusCode, body } = await stranger.post(link, link, { day: '30', month: '1', format: 'txt' })
        return statusCode === 200 && body.includes('Robin')
      }
      const [toWorker = ''] = await give('sw')
      const toChild = (await give('child')).at(-1) ?? ''
      assert.deepEqual([await opened(toWorker), await opened(toChild)], [true, true])
      const seal = { child: 'LEFT2', people: ['iro'], reason: 'Known to the team' }
      await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: 'iro' })
      assert.deepEqual([await opened(toWorker), await opened(toChild)], [false, true])
      assert.equal(await opened((await give('sw')).at(-1) ?? ''), true, 'someone named gives another')
    },
  )
})
