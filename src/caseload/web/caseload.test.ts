import { caseloadPermissions } from '../permissions.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCaseloadApplication, caseloadToday } from '../../../test/support/caseload.ts'
import { CODE, TestBrowser, enter, signedInAs, withoutTokens } from '../../../test/support/people.ts'
import { localOperator } from '../../access/domain/actor.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { officerPanel } from './panel.view.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const valueOf = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

test('officers and allocations in the pages', async (t) => {
  const web = await aCaseloadApplication()
  const { app, services, page, caseload, outbox } = web
  await enter(services, 'manager', { roles: ['iro_manager'] })
  await enter(services, 'named', { roles: ['iro_manager'] })
  await enter(services, 'iro', { roles: ['iro'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const manager = await browserOf('manager')
  const world = () => services.worlds.onDay(CODE, caseloadToday, null)
  const officersOf = async (child: string) =>
    recordsOf(await world(), allocations)
      .filter((one) => one.child === child)
      .map((one) => `${one.officerId} ${one.from.toString()}..${one.to?.toString() ?? ''}`)
  const ofChild = (child: string, ...more: string[]) => page('children', child, 'officer', ...more)

  await t.test('the board, its file and an officer’s children say the same', async () => {
    const board = await manager.get(page('caseload'))
    assert.match(plain(board.body), /7 children with an IRO/)
    assert.match(plain(board.body), /3 children without an IRO, 1 for too long/)
    const { body } = await manager.get(page('caseload.csv'))
    assert.match(body, /2022-11-22,O1,Ifeanyi Price,IRO,1,2,1,0,0,1,0,0,0,1\.5,2,under,1\.5,under/)
    assert.match(body, /,Whole service,,2\.3,7,/)
    assert.match(plain((await manager.get(page('caseload', 'of', 'O3'))).body), /LEFT1 .*LEFT2 .*LEFT3/s)
    assert.equal((await manager.get(page('caseload', 'of', 'NOBODY'))).statusCode, 404)
    assert.match((await manager.get(page('caseload?asAt=nonsense'))).body, /Enter the day as a date/)
  })

  await t.test('two managers give a child an officer at once: one wins, the other is told', async () => {
    const give = (officerId: string) =>
      caseload.giveChildren({
        by: { ...localOperator(CODE), personId: 'manager' },
        authority: demoAuthority,
        newAllocations: [{ child: 'LATE1', officerId, replaces: null }],
        day: caseloadToday,
        reason: '',
        note: '',
        apartReason: '',
      })
    const outcomes = await Promise.all([give('O1'), give('O2')])
    const codes = outcomes.map((outcome) => outcome?.problems.map(({ code }) => code))
    assert.deepEqual(codes.toSorted(), [[], ['changed_meanwhile']].toSorted())
    const held = await officersOf('LATE1')
    assert.equal(held.length, 1)
    const winner = codes[0]?.length === 0 ? 'O1' : 'O2'
    assert.equal(held[0], `${winner} 2022-11-22..`)
    const late = await manager.post(ofChild('LATE1'), ofChild('LATE1'), { officerId: 'O1', replaces: '' })
    assert.equal(late.statusCode, 400)
    assert.match(plain(late.body), / is the IRO of child LATE1 now\. Someone else changed this while you had it open/)
  })

  await t.test('a child is never given to the officer of its mother, nor tied to one of the same officer', async () => {
    const shown = await manager.get(ofChild('BABY1'))
    assert.doesNotMatch(shown.body, /value="O2"/, 'who may not be is not offered')
    const refused = await manager.post(ofChild('BABY1'), ofChild('BABY1'), { officerId: 'O2', day: '', replaces: '' })
    assert.equal(refused.statusCode, 400)
    assert.match(plain(refused.body), /A parent and their child must have different IROs/)
    assert.deepEqual(await officersOf('BABY1'), [])
    const tied = await manager.post(ofChild('LEFT1'), ofChild('LEFT1', 'family'), { relative: 'left2', is: 'parent' })
    assert.equal(tied.statusCode, 400)
    assert.match(plain(tied.body), /Hand one of them over to another IRO first/)
    assert.match(tied.body, /value="left2"/, 'what was typed stays')
  })

  await t.test(
    'a child who leaves an officer is handed over with drafts of letters; who can’t be written to is said',
    async () => {
      const form = page('caseload', 'officers', 'O3', 'hand-over')
      const shown = await manager.get(form)
      assert.match(
        shown.body,
        /name="day-day"[^>]* value="1"[^]*name="day-month"[^>]* value="1"[^]*name="day-year"[^>]* value="2023"/,
        'the day after the last',
      )
      const children = ['LEFT1', 'LEFT2', 'LEFT3']
      const sent = {
        day: '1 1 2023',
        how: 'one',
        everyoneTo: 'O1',
        reason: 'Lee Tarn leaves',
        child: children,
        replaces: [...shown.body.matchAll(/name="replaces" value="(\d+)"/g)].map(([, version]) => version ?? ''),
        to: ['', '', ''],
      }
      const check = await manager.post(form, form, sent)
      assert.equal(check.statusCode, 200)
      assert.match(plain(check.body), /Check before you hand over 3 children of Lee Tarn/)
      assert.match(plain(check.body), /Ifeanyi Price gets 3 children/)
      assert.match(plain(check.body), /1 review is booked with Lee Tarn on or after that day/)
      assert.match(plain(check.body), /LEFT1 Wednesday 1 February 2023, 10am to 11am/)
      assert.deepEqual(await officersOf('LEFT1'), ['O3 2022-05-12..'], 'looking at the answers changes nothing')
      const back = await manager.post(form, form, { ...sent, step: 'change' })
      assert.match(back.body, /Lee Tarn leaves/, 'what was typed stays')
      const answer = await manager.post(form, form, { ...sent, step: 'confirm', reviews: 'own' })
      assert.equal(answer.statusCode, 303)
      assert.equal(
        answer.headers.location,
        `${page('caseload', 'officers', 'O3', 'handed-over')}?on=2023-01-01&done=handed_over`,
      )
      const after = plain((await manager.get(answer.headers.location)).body)
      assert.match(after, /3 children of Lee Tarn have a new IRO from Sunday 1 January 2023/)
      assert.match(
        after,
        /LEFT1 Ifeanyi Price Wednesday 1 February 2023, 10am to 11am , review of child LEFT1 with Ifeanyi Price/,
      )
      assert.match(after, /4 letters wait for someone to read and approve/)
      assert.deepEqual(await officersOf('LEFT1'), ['O3 2022-05-12..2023-01-01', 'O1 2023-01-01..'])
      assert.deepEqual(
        outbox.all
          .filter(({ child }) => child.startsWith('LEFT'))
          .map(({ child, kind, channel, state }) => `${child} ${kind} ${channel} ${state}`),
        [
          'LEFT1 goodbye_letter LETTER draft',
          'LEFT1 hello_letter LETTER draft',
          'LEFT2 goodbye_letter EMAIL draft',
          'LEFT2 hello_letter EMAIL draft',
        ],
      )
      assert.ok(outbox.all.every(({ body }) => !body.includes('leaves')))
      assert.match(plain((await manager.get(ofChild('LEFT1'))).body), /Goodbye from an IRO: waits for approval/)
      const unreached = (await manager.get(ofChild('LEFT3'))).body
      assert.match(plain(unreached), /neither a postal address nor an email address .*People involved with the child/)
      assert.doesNotMatch(unreached, /Draft the letters that are missing/, 'none could be drafted')
      const before = outbox.all.length
      assert.equal((await manager.post(ofChild('LEFT1'), ofChild('LEFT1', 'letters'), {})).statusCode, 303)
      assert.equal(outbox.all.length, before, 'the same letter twice is one')
      assert.match(plain((await manager.get(page('caseload', 'officers', 'O3'))).body), /Lee Tarn/)
      const again = await manager.get(form)
      assert.match(plain(again.body), /Nobody has to be handed over/)
    },
  )

  await t.test(
    'a handover is undone as a whole: letters that have not gone are withdrawn, who has been told is told once',
    async () => {
      const address = page('caseload', 'officers', 'O3', 'handed-over')
      const undo = `${address}/undo`
      const sent = outbox.all.findIndex(({ child, kind }) => child === 'LEFT2' && kind === 'goodbye_letter')
      const letter = outbox.all[sent]
      assert.ok(letter)
      outbox.all[sent] = { ...letter, state: 'delivered' }
      const shown = await manager.get(`${undo}?on=2023-01-01`)
      const words = plain(shown.body)
      assert.match(words, /Undo the handover of 3 children of Lee Tarn\?/)
      assert.match(words, /3 letters about it that have not been sent are withdrawn/)
      assert.match(words, /1 child has been written to already/)
      assert.match(words, /Stays with Ifeanyi Price\. .*is not in post/, 'a review after the last day does not go back')
      const form = { on: '2023-01-01', replaces: valueOf(shown.body, 'replaces') }
      const changed = await manager.post(`${undo}?on=2023-01-01`, undo, { ...form, replaces: '1' })
      assert.match(plain(changed.body), /Someone else changed this while you had it open/)
      assert.deepEqual(await officersOf('LEFT1'), ['O3 2022-05-12..2023-01-01', 'O1 2023-01-01..'])
      const done = await manager.post(`${undo}?on=2023-01-01`, undo, form)
      assert.equal(done.headers.location, `${address}?on=2023-01-01&done=undone`)
      const after = plain((await manager.get(done.headers.location)).body)
      assert.match(after, /The handover is undone: 3 children stay with Lee Tarn/)
      assert.match(after, /1 letter waits for someone to read and approve/)
      assert.match(after, /The review of Wednesday 1 February 2023, 10am to 11am is still booked with Ifeanyi Price/)
      assert.deepEqual(await officersOf('LEFT1'), ['O3 2022-05-12..', 'O1 2023-01-01..2023-01-01'])
      const ofLetters = (child: string) =>
        outbox.all.filter((one) => one.child === child).map(({ kind, state }) => `${kind} ${state}`)
      assert.deepEqual(ofLetters('LEFT1'), ['goodbye_letter withdrawn', 'hello_letter withdrawn'])
      assert.deepEqual(ofLetters('LEFT2'), [
        'goodbye_letter delivered',
        'hello_letter withdrawn',
        'staying_letter draft',
      ])
      assert.match(plain((await manager.get(ofChild('LEFT1'))).body), /Undone on 22 November 2022/)
      const again = await manager.post(`${undo}?on=2023-01-01`, undo, form)
      assert.match(plain(again.body), /No child can go back/)
      assert.equal(ofLetters('LEFT2').length, 3, 'told once')
      assert.deepEqual(await giveAll(), 303, 'the same handover can be made again')
      assert.deepEqual(ofLetters('LEFT1').slice(2), ['goodbye_letter draft', 'hello_letter draft'])
      assert.deepEqual(await officersOf('LEFT1'), ['O3 2022-05-12..2023-01-01', 'O1 2023-01-01..'])
    },
  )

  async function giveAll(): Promise<number> {
    const form = page('caseload', 'officers', 'O3', 'hand-over')
    const shown = await manager.get(form)
    const answer = await manager.post(form, form, {
      day: '1 1 2023',
      how: 'one',
      everyoneTo: 'O1',
      reason: 'Lee Tarn leaves',
      child: ['LEFT1', 'LEFT2', 'LEFT3'],
      replaces: [...shown.body.matchAll(/name="replaces" value="(\d+)"/g)].map(([, version]) => version ?? ''),
      to: ['', '', ''],
      step: 'confirm',
      reviews: 'own',
    })
    return answer.statusCode
  }

  await t.test(
    'an absence says which booked reviews it covers, on its page, in the list and on My work, until they are with others',
    async () => {
      const address = page('caseload', 'officers', 'O1')
      const clash = /1 review is booked with Ifeanyi Price while away/
      assert.doesNotMatch(plain((await manager.get(address)).body), clash)
      const absence = { from: '30 1 2023', to: '3 2 2023', kind: 'LEAVE' }
      const check = await manager.post(address, `${address}/absences`, absence)
      assert.match(plain(check.body), /Check before you enter an absence of Ifeanyi Price .*1 review is booked with Ifeanyi Price on these days.*Ash, LEFT1 Wednesday 1 February 2023/) // prettier-ignore
      assert.doesNotMatch(plain((await manager.get(address)).body), clash, 'nothing is entered yet')
      const changed = await manager.post(address, `${address}/absences`, { ...absence, step: 'change' })
      assert.match(changed.body, /name="from-day"[^>]* value="30"/)
      const saved = await manager.post(address, `${address}/absences`, { ...absence, step: 'confirm' })
      assert.equal(saved.headers.location, `${address}?done=absence_entered`)
      const after = await manager.get(saved.headers.location)
      assert.match(plain(after.body), /The absence is saved/)
      assert.match(plain(after.body), clash)
      assert.match(after.body, /reviews\/several\?clash=O1">Give it to another IRO/)
      assert.match(
        plain((await manager.get(page('work'))).body),
        /Give 1 review booked with Ifeanyi Price to other IROs/,
      )
      const booked = plain((await manager.get(page('reviews', 'booked?state=clash'))).body)
      assert.match(booked, /The IRO is away from 30 January 2023 to 3 February 2023/)
      assert.match(
        plain((await manager.get(page('reviews', 'calendar?day=2023-02-01'))).body),
        /LEFT1, to be given to another IRO/,
      )
      const several = await manager.get(page('reviews', 'several?clash=O1'))
      assert.doesNotMatch(
        several.body,
        /Give each to the child’s own IRO/,
        'the child’s own IRO is the one who is away',
      )
      const review = /name="review" value="([^"]+)"/.exec(several.body)?.[1] ?? ''
      assert.match(plain(several.body), /Ifeanyi Price The IRO is away from/)
      const given = await manager.post(page('reviews', 'several?clash=O1'), page('reviews', 'several'), {
        action: 'officer',
        officerId: 'O2',
        review,
      })
      assert.equal(given.statusCode, 303)
      assert.doesNotMatch(plain((await manager.get(address)).body), clash)
      assert.match(
        plain((await manager.get(ofChild('LEFT1'))).body),
        /with Sunita Marsh, who is not this child’s IRO then/,
      )
      const lent = /1 review of children of Ifeanyi Price is booked with another IRO/
      assert.doesNotMatch(plain((await manager.get(address)).body), lent, 'while away, someone else stands in')
      const version = valueOf((await manager.get(address)).body.split('/absences/2023-01-30')[1] ?? '', 'replaces')
      const until = { until: '31 1 2023', replaces: version }
      const shortened = await manager.post(address, `${address}/absences/2023-01-30`, until)
      assert.equal(shortened.statusCode, 303)
      assert.match(plain((await manager.get(address)).body), lent)
      const back = await manager.get(page('reviews', 'several?own=O1'))
      assert.match(plain(back.body), /Booked with Sunita Marsh Child’s IRO on that day: Ifeanyi Price/)
      const own = { action: 'own', review: /name="review" value="([^"]+)"/.exec(back.body)?.[1] ?? '' }
      assert.equal(
        (await manager.post(page('reviews', 'several?own=O1'), page('reviews', 'several'), own)).statusCode,
        303,
      )
      assert.doesNotMatch(plain((await manager.get(address)).body), lent)
    },
  )

  await t.test('a wish is written down, decided on with a reason, and leads to another officer', async () => {
    const asked = await manager.post(ofChild('KIN1', 'ask'), ofChild('KIN1', 'ask'), {
      askedBy: 'CHILD',
      reason: 'I want a woman',
    })
    assert.equal(asked.statusCode, 303)
    assert.match(
      plain((await manager.get(page('caseload', 'requests'))).body),
      /KIN1 The child 22 November 2022 I want a woman/,
    )
    const decide = ofChild('KIN1', 'requests', '2022-11-22')
    const no = await manager.post(decide, decide, { decision: 'NOT_AGREED', reason: '' })
    assert.match(plain(no.body), /Say why not, in words that the child can read/)
    assert.equal((await manager.post(decide, decide, { decision: 'AGREED', reason: '' })).statusCode, 303)
    const twice = await manager.post(decide, decide, { decision: 'NOT_AGREED', reason: 'x' })
    assert.match(plain(twice.body), /Someone else changed this while you had it open/)
    const child = await manager.get(ofChild('KIN1'))
    const replaces = valueOf(child.body, 'replaces')
    const handed = await manager.post(ofChild('KIN1'), ofChild('KIN1'), {
      officerId: 'O2',
      reason: 'The child asked',
      replaces,
    })
    assert.equal(handed.statusCode, 303)
    assert.deepEqual(await officersOf('KIN1'), ['O1 2022-05-10..2022-11-22', 'O2 2022-11-22..'])
  })

  await t.test('officers are entered and changed, each change once; absences say nothing of why', async () => {
    const add = page('caseload', 'officers', 'new')
    const wrong = { officerId: 'O9', name: '', role: 'IRO', fte: '2', startedOn: '' }
    for (const { typed, texts } of [
      { typed: wrong, texts: ['Enter the officer’s name', 'above 0 and up to 1', 'Enter the first day in post'] },
      { typed: { ...wrong, endedOn: '31 2 2023', fte: 'half' }, texts: ['must be a real date', 'above 0 and up to 1'] },
    ]) {
      const answer = await manager.post(add, add, typed)
      assert.equal(answer.statusCode, 400)
      for (const text of texts) assert.ok(plain(answer.body).includes(text), text)
    }
    const entered = { officerId: 'O9', name: 'Ros Whitlock', role: 'IRO', fte: '0.6', startedOn: '1 12 2022' }
    assert.equal((await manager.post(add, add, entered)).statusCode, 303)
    const address = page('caseload', 'officers', 'O9')
    const replaces = valueOf((await manager.get(address)).body, 'replaces')
    assert.equal((await manager.post(address, address, { ...entered, fte: '0.8', replaces })).statusCode, 303)
    const late = await manager.post(address, address, { ...entered, fte: '1', replaces })
    assert.match(plain(late.body), /Someone else changed this while you had it open/)
    const absences = `${address}/absences`
    assert.equal(
      (await manager.post(address, absences, { from: '5 12 2022', to: '9 1 2023', kind: 'OTHER' })).statusCode,
      303,
    )
    const twice = await manager.post(address, absences, { from: '9 1 2023', to: '10 1 2023', kind: 'LEAVE' })
    assert.match(plain(twice.body), /is entered already/)
    const version =
      /name="replaces" value="(\d+)"(?![^]*name="replaces")/.exec((await manager.get(address)).body)?.[1] ?? ''
    const ends = { until: '6 12 2022', replaces: version }
    assert.equal((await manager.post(address, `${absences}/2022-12-05`, ends)).statusCode, 303)
    assert.match(plain((await manager.get(address)).body), /5 December 2022 to 6 December 2022/)
  })

  await t.test(
    'a child who is sealed is in no count, list or page of the caseload, and can’t be given away',
    async () => {
      const named = await browserOf('named')
      const sealed = { child: 'HIDDEN1', people: 'named', reason: 'Named in the press' }
      assert.equal((await named.post(page('sealed', 'new'), page('sealed', 'new'), sealed)).statusCode, 303)
      const iro = await browserOf('iro')
      const count = async (browser: TestBrowser) =>
        /,O2,Sunita Marsh,IRO,0\.5,(\d+),/.exec((await browser.get(page('caseload.csv'))).body)?.[1]
      assert.equal(Number(await count(named)) - Number(await count(iro)), 1)
      for (const path of [
        'caseload',
        'caseload/of/O2',
        'caseload/ahead?officer=O2&from=1 12 2022&to=31 3 2023',
        'caseload/waiting',
        'caseload/requests',
      ]) {
        assert.doesNotMatch((await iro.get(page(path))).body, /HIDDEN1/, path)
      }
      for (const path of ['caseload/officers', 'caseload/officers/O2', 'caseload/officers/O2/hand-over']) {
        assert.doesNotMatch((await manager.get(page(path))).body, /HIDDEN1/, path)
      }
      const [gone, absent] = [await manager.get(ofChild('HIDDEN1')), await manager.get(ofChild('NOBODY'))]
      assert.deepEqual([gone.statusCode, withoutTokens(gone.body)], [absent.statusCode, withoutTokens(absent.body)])
      const tried = { officerId: 'O1', reason: 'x', replaces: 'O2 2022-05-12' }
      const answers = []
      for (const child of ['HIDDEN1', 'NOBODY']) {
        const { statusCode, body } = await manager.post(ofChild('LEFT1'), ofChild(child), tried)
        answers.push([statusCode, withoutTokens(body)])
      }
      assert.deepEqual(answers[0], answers[1])
      assert.equal(answers[0]?.[0], 404)
      const unknown = await manager.post(ofChild('LEFT1'), ofChild('LEFT1', 'family'), {
        relative: 'HIDDEN1',
        is: 'sibling',
      })
      assert.match(plain(unknown.body), /Enter the id of a child in the records/)
      assert.deepEqual(await officersOf('HIDDEN1'), ['O2 2022-05-12..'])
    },
  )

  await t.test('what is seen and changed is in the log', async () => {
    const log = await services.log.latest(CODE, { before: null, most: 200 })
    const what = new Set(log.map((entry) => `${entry.action}: ${entry.what}`))
    for (const expected of [
      'read: looked at the child’s officers',
      'read: looked at an officer’s children',
      'change: handed children over',
      'change: handed the child over',
      'change: decided on a wish for another officer',
    ]) {
      assert.ok(what.has(expected), expected)
    }
  })

  await t.test('the child’s page is told who the officer is, and offers only what may be opened', async () => {
    const own = await services.worlds.ofChild(CODE, 'KIN2', caseloadToday, null)
    const panel = officerPanel(own, 'KIN2', CODE, (permission) => permission === caseloadPermissions.writeRequests)
    assert.deepEqual(
      panel.items.flatMap(({ text, link }) => [text, ...(link ? [link.text] : [])]),
      [
        'No IRO since 18 November 2022.',
        'One must be named by Friday 25 November 2022, in 3 days.',
        'The child asks for another IRO',
      ],
    )
  })
})
