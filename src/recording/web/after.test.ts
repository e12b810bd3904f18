import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aCaseloadApplication, caseloadToday } from '../../../test/support/caseload.ts'
import { CODE, TestBrowser, enter, signedInAs } from '../../../test/support/people.ts'
import { folderOf } from '../../../test/support/smallReturn.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { distributions } from '../registers/distributions.ts'
import { recommendations } from '../registers/recommendations.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('what follows a review, from its decisions to who was sent what', async () => {
  const { app, services, page } = await aCaseloadApplication()
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
        'review_ref,child,kind,status,held_date,participation_code\nR0,LEFT1,CLA,HELD,2022-06-06,PN1\nR1,LEFT1,CLA,HELD,2022-11-21,PN1\nRP,LEFT1,CLA,PLANNED,,\n',
      'recommendations.csv':
        'review_ref,number,text,responsible,due_date\nR0,1,Find a football club,Carer,2022-09-01\n',
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

  test('the whole course', async () => {
    assert.match((await iro.get(page('reviews', 'R1'))).body, /Decisions, record and letters/)
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
    assert.match(plain((await iro.get(String(sent.headers.location))).body), /The decisions are sent/)
    assert.equal((await review())?.decisionsOn?.toString(), caseloadToday.toString())
    // The manager answers.
    assert.equal((await manager.post(after, at('answer'), {})).statusCode, 400)
    await manager.post(after, at('answer'), { agrees: 'yes' })
    assert.equal((await review())?.managerAgreed, true)
    // The record: saved as a draft, then completed.
    const first = { health_text: 'He is well.', version: '', then: 'draft' }
    assert.equal((await iro.post(at('record'), at('record'), first)).statusCode, 303)
    const stale = await iro.post(at('record'), at('record'), { ...first, health_text: 'He is ill.' })
    assert.match(plain(stale.body), /another window meanwhile.*He is well/)
    assert.match(stale.body, /He is ill\./)
    assert.match(plain((await other.get(at('record'))).body), /Someone else is writing this too.*He is well/)
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
    assert.deepEqual(recordsOf(now, recommendations).map(({ reviewRef, number, outcome, lookedAtIn }) => [reviewRef, number, outcome, lookedAtIn]), [['R0', 1, 'DONE', 'R1'], ['R1', 1, null, null], ['R1', 2, null, null]]) // prettier-ignore
  })

  test('whoever may not write is turned away, and a review that was not held has no such page', async () => {
    const leader = await browserOf('leader')
    assert.equal((await leader.get(after)).statusCode, 403)
    assert.equal((await iro.get(page('reviews', 'RP', 'after'))).statusCode, 404)
    assert.equal((await iro.get(page('reviews', 'NONE', 'after', 'record'))).statusCode, 404)
  })
})
