import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { aCaseloadApplication, caseloadToday } from '../../../test/support/caseload.ts'
import { CODE, TestBrowser, enter, signedInAs, tokenIn } from '../../../test/support/people.ts'
import { makeSealStore } from '../../access/db/sealStore.ts'
import { proceedings } from '../../court/registers/proceedings.ts'
import { addDays } from '../../kernel/dates.ts'
import { recommendations } from '../../recording/registers/recommendations.ts'
import { recordsOf } from '../../world/world.ts'
import { challengeStages } from '../registers/challengeStages.ts'
import { challenges } from '../registers/challenges.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const versionIn = (body: string): string => /name="replaces" value="([^"]*)"/.exec(body)?.[1] ?? ''
const CHILD = 'LEFT1'
/** As the return has it: 3 February 2011. */
const BIRTHDAY = { day: '3', month: '2' }
const dayFields = (name: string, on = caseloadToday) => ({ [`${name}-day`]: String(on.day), [`${name}-month`]: String(on.month), [`${name}-year`]: String(on.year) }) // prettier-ignore

test('answers by link, and what can’t be on pages', async (t) => {
  const { app, services, page, outbox } = await aCaseloadApplication()
  await enter(services, 'iro', { roles: ['iro'] })
  await enter(services, 'leader', { roles: ['senior_leader'] })
  const iro = new TestBrowser(app, (await signedInAs(services, 'iro')).cookie)
  const worldToday = () => services.worlds.onDay(CODE, caseloadToday, null)
  await importRegisters(services, {
    'reviews.csv': `review_ref,child,kind,status,held_date,decisions_date\nR1,${CHILD},CLA,HELD,2022-06-06,2022-06-08\nR2,${CHILD},CLA,HELD,2022-09-05,2022-09-07`,
    'recommendations.csv': [
      'review_ref,number,text,responsible,due_date,carried_from',
      'R1,1,Refer to the dentist,Social worker,2022-07-01,',
      'R2,1,Refer to the dentist now,Social worker,2022-10-01,R1/1',
      'R2,2,Write the life story,Carer,2022-12-20,',
    ].join('\n'),
  })

  /** The link on a page that has just made one. */
  const linkIn = (body: string): string => new URL(/id="ask-address"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*id="ask-address"/.exec(body)?.slice(1).find(Boolean) ?? '').pathname // prettier-ignore
  const outside = new TestBrowser(app)
  /** Sends a form of a page behind a link; its token is that of the page that was shown last. */
  async function send(path: string, shown: string, fields: Readonly<Record<string, string>>) {
    return outside.send(path, { _csrf: tokenIn(shown), ...fields })
  }

  async function raised(): Promise<string> {
    const sent = await iro.post(page('children', CHILD), page('children', CHILD, 'challenge'), {
      ground: 'Social work visits late',
      concern: 'No visit since September',
      withRole: 'team manager',
    })
    assert.equal(sent.statusCode, 303, plain(sent.body))
    return String(sent.headers.location).split('?')[0] ?? ''
  }

  await t.test('a manager answers a challenge by link: once, for that alone, and with the birthday', async () => {
    const address = await raised()
    const wrongMail = await iro.post(address, `${address}/ask`, { name: 'Maya', email: 'no address' })
    assert.equal(wrongMail.statusCode, 400)
    assert.match(plain(wrongMail.body), /Enter an email address/)
    assert.match(wrongMail.body, /value="no address"/)
    const asked = await iro.post(address, `${address}/ask`, { name: 'Maya Green', email: 'maya@example.invalid' })
    assert.equal(asked.statusCode, 200)
    const path = linkIn(asked.body)
    const message = outbox.all.find(({ kind }) => kind === 'challenge_reply')
    assert.ok(message)
    assert.equal(message.address, 'maya@example.invalid')
    assert.ok(message.body.includes(path))
    for (const told of [message.subject, message.body]) assert.doesNotMatch(told, /LEFT1|September|Social work/)

    const closed = await outside.get(path)
    assert.equal(closed.statusCode, 200)
    assert.equal(closed.headers['x-robots-tag'], 'noindex, nofollow')
    assert.doesNotMatch(closed.body, /LEFT1|September|Social work/)
    const wrong = await send(path, closed.body, { step: 'open', day: '4', month: '2' })
    assert.equal(wrong.statusCode, 400)
    assert.doesNotMatch(wrong.body, /September/)
    assert.equal((await send(path, closed.body, { step: 'answer', answer: 'x', name: 'y' })).statusCode, 400)
    const shown = await send(path, closed.body, { step: 'open', ...BIRTHDAY })
    assert.match(plain(shown.body), /No visit since September/)
    assert.doesNotMatch(shown.body, /LEFT1/)
    const unfinished = await send(path, shown.body, { step: 'answer', ...BIRTHDAY, answer: 'A visit on Monday', name: '' }) // prettier-ignore
    assert.equal(unfinished.statusCode, 400)
    assert.match(unfinished.body, /A visit on Monday/)
    assert.match(plain(unfinished.body), /Enter your name and role/)
    const sent = await send(path, shown.body, { step: 'answer', ...BIRTHDAY, answer: 'A visit on Monday', name: 'Maya Green, manager' }) // prettier-ignore
    assert.equal(sent.statusCode, 200)
    assert.match(plain(sent.body), /Your answer is saved/)
    const [stage] = recordsOf(await worldToday(), challengeStages)
    assert.deepEqual([stage?.endedOn?.toString(), stage?.answer, stage?.answeredBy], [caseloadToday.toString(), 'A visit on Monday', 'Maya Green, manager']) // prettier-ignore
    assert.match(plain((await iro.get(address)).body), /It was answered\. A visit on Monday By Maya Green, manager/)
    assert.equal((await outside.get(path)).statusCode, 404, 'the link ends with the answer')
    assert.equal((await iro.post(address, `${address}/ask`, { name: '', email: '' })).statusCode, 400)
  })

  await t.test(
    'a link of one purpose opens nothing of another, a new one ends the one before, and guessing ends it',
    async () => {
      const address = await raised()
      const first = linkIn((await iro.post(address, `${address}/ask`, { name: '', email: '' })).body)
      const token = first.split('/').at(-1) ?? ''
      assert.equal((await outside.get(`/report-decision/${token}`)).statusCode, 404)
      const second = linkIn((await iro.post(address, `${address}/ask`, { name: '', email: '' })).body)
      assert.equal((await outside.get(first)).statusCode, 404)
      const closed = await outside.get(second)
      for (let time = 0; time < 10; time++) await send(second, closed.body, { step: 'open', day: '9', month: '9' })
      assert.notEqual((await send(second, closed.body, { step: 'open', ...BIRTHDAY })).statusCode, 200)
      assert.notEqual((await outside.get(second)).statusCode, 200)
    },
  )

  await t.test(
    'the owner of a decision reports it by link with evidence, and it is tracked until it is done',
    async () => {
      const list = page('reviews', 'decisions')
      const before = plain((await iro.get(list)).body)
      assert.match(before, /2 open 1 past their date 1 carried from an earlier review/)
      assert.match(before, /Refer to the dentist now .*52 days late .*Carried through 1 review, since 6 June 2022/)
      assert.match((await iro.get(`${list}.csv`)).body, /LEFT1,R2\/1,2022-09-05,Refer to the dentist now,Social worker,,2022-10-01,52,1,2022-06-06/) // prettier-ignore
      const form = page('reviews', 'R2', 'after', 'decisions', '1', 'ask')
      const path = linkIn((await iro.post(form, form, { name: '', email: '' })).body)
      const closed = await outside.get(path)
      assert.doesNotMatch(closed.body, /dentist|LEFT1/)
      const shown = await send(path, closed.body, { step: 'open', ...BIRTHDAY })
      assert.match(plain(shown.body), /Refer to the dentist now/)
      const report = {
        step: 'answer',
        ...BIRTHDAY,
        reported: 'DONE',
        evidence: 'Letter of the dentist',
        name: 'Sam Shaw',
      }
      for (const { what, fields, said } of [
        { what: 'without a day', fields: {}, said: /Enter the day on which it was done/ },
        { what: 'before the review', fields: dayFields('doneOn', addDays(caseloadToday, -200)), said: /not be before the review/ }, // prettier-ignore
        { what: 'to come', fields: dayFields('doneOn', addDays(caseloadToday, 1)), said: /today or in the past/ },
      ]) {
        const answer = await send(path, shown.body, { ...report, ...fields })
        assert.equal(answer.statusCode, 400, what)
        assert.match(plain(answer.body), said)
        assert.match(answer.body, /Letter of the dentist/)
      }
      const sent = await send(path, shown.body, { ...report, ...dayFields('doneOn', addDays(caseloadToday, -7)) })
      assert.match(plain(sent.body), /Your report is saved/)
      const decision = recordsOf(await worldToday(), recommendations).find((one) => one.reviewRef === 'R2' && one.number === 1) // prettier-ignore
      assert.deepEqual([decision?.completedOn?.toString(), decision?.reported, decision?.evidence, decision?.reportedBy], ['2022-11-15', 'DONE', 'Letter of the dentist', 'Sam Shaw']) // prettier-ignore
      assert.match(plain((await iro.get(list)).body), /1 open 0 past their date/)
      assert.equal((await outside.get(path)).statusCode, 404)
      assert.equal(
        (await new TestBrowser(app, (await signedInAs(services, 'leader')).cookie).get(list)).statusCode,
        403,
      )
    },
  )

  await t.test('a link given before a record is sealed opens nothing; someone named gives another', async () => {
    const child = 'KIN2'
    const raise = page('children', child)
    const entry = { ground: 'Social work visits late', concern: 'No visit since May', withRole: 'team manager' }
    const raisedAt = await iro.post(raise, page('children', child, 'challenge'), entry)
    const address = String(raisedAt.headers.location).split('?')[0] ?? ''
    const before = linkIn((await iro.post(address, `${address}/ask`, { name: '', email: '' })).body)
    assert.equal((await outside.get(before)).statusCode, 200)
    const seal = { child, people: ['iro'], reason: 'Known to the manager' }
    await makeSealStore(services.database).seal(CODE, { value: seal, replaces: null, by: 'iro' })
    assert.equal((await outside.get(before)).statusCode, 404)
    const after = linkIn((await iro.post(address, `${address}/ask`, { name: '', email: '' })).body)
    assert.equal((await outside.get(after)).statusCode, 200)
  })

  await t.test('of many birthdays tried at once, no more than ten are told from the right one', async () => {
    const address = await raised()
    const path = linkIn((await iro.post(address, `${address}/ask`, { name: '', email: '' })).body)
    const closed = await outside.get(path)
    const birthdays = [
      ...Array.from({ length: 56 }, (_, at) => ({ day: String((at % 28) + 1), month: at < 28 ? '7' : '8' })),
      BIRTHDAY,
    ]
    const tries = await Promise.all(birthdays.map((one) => send(path, closed.body, { step: 'open', ...one })))
    assert.ok(tries.every(({ statusCode, body }) => statusCode !== 200 && !body.includes('September')))
    assert.equal(tries.filter(({ statusCode }) => statusCode === 400).length, 10)
  })

  await t.test('of two who answer by one link at once, the first is kept and the second told', async () => {
    const form = page('reviews', 'R2', 'after', 'decisions', '2', 'ask')
    const path = linkIn((await iro.post(form, form, { name: '', email: '' })).body)
    const closed = await outside.get(path)
    const report = { step: 'answer', ...BIRTHDAY, reported: 'PART_DONE', name: 'Sam Shaw' }
    const both = await Promise.all(['The first', 'The second'].map((evidence) => send(path, closed.body, { ...report, evidence }))) // prettier-ignore
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 404])
    const kept = both[0]?.statusCode === 200 ? 'The first' : 'The second'
    const decision = recordsOf(await worldToday(), recommendations).find((one) => one.reviewRef === 'R2' && one.number === 2) // prettier-ignore
    assert.deepEqual([decision?.evidence, decision?.completedOn], [kept, null])
  })

  await t.test('what can’t be is refused on pages with its reason, and what was typed stays', async () => {
    const yesterday = addDays(caseloadToday, -1)
    const tomorrow = addDays(caseloadToday, 1)
    const address = await raised()
    const { body } = await iro.get(address)
    const close = { replaces: versionIn(body), how: 'resolved', outcome: 'Seen, as typed', changedForChild: 'She is seen' } // prettier-ignore
    for (const { to, fields, said } of [
      { to: 'close', fields: { ...close, ...dayFields('on', yesterday) }, said: /not be before the challenge came to where it stands/ }, // prettier-ignore
      { to: 'close', fields: { ...close, ...dayFields('on', tomorrow) }, said: /today or in the past/ },
      { to: 'move', fields: { replaces: close.replaces, withRole: 'Seen, as typed', ...dayFields('on', yesterday) }, said: /not be before the challenge came/ }, // prettier-ignore
      { to: 'answer', fields: { replaces: close.replaces, answer: 'Seen, as typed', ...dayFields('on', yesterday) }, said: /not be before the challenge came/ }, // prettier-ignore
      { to: 'note', fields: { replaces: close.replaces, kind: 'cafcass_referred', ...dayFields('on', yesterday) }, said: /not be before/ }, // prettier-ignore
    ]) {
      const answer = await iro.post(address, `${address}/${to}`, fields)
      assert.equal(answer.statusCode, 400, to)
      assert.match(plain(answer.body), said)
      if (to !== 'note') assert.match(answer.body, /Seen, as typed/)
    }
    assert.equal(recordsOf(await worldToday(), challenges).filter(({ resolvedOn }) => resolvedOn).length, 0)

    const court = page('children', CHILD, 'court')
    const told = { ref: '', replaces: versionIn((await iro.get(court)).body), guardian: 'Gale Frost' }
    for (const { fields, said } of [
      { fields: { ...dayFields('issuedOn', yesterday), ...dayFields('handoverOn', caseloadToday) }, said: /no end/ },
      { fields: { ...dayFields('issuedOn', addDays(caseloadToday, -9)), ...dayFields('concludedOn', yesterday), ...dayFields('handoverOn', addDays(caseloadToday, -2)) }, said: /handover.* is before/i }, // prettier-ignore
      { fields: { ...dayFields('issuedOn', yesterday), ...dayFields('concludedOn', addDays(caseloadToday, -2)) }, said: /is before/ }, // prettier-ignore
    ]) {
      const answer = await iro.post(court, `${court}/proceedings`, { ...told, ...fields })
      assert.equal(answer.statusCode, 400)
      assert.match(plain(answer.body), said)
      assert.match(answer.body, /Gale Frost/)
    }
    assert.equal(recordsOf(await worldToday(), proceedings).length, 0)
  })
})
