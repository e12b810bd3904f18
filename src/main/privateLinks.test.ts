import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anInvitingApplication } from '../../test/support/invitingApplication.ts'
import { TestBrowser } from '../../test/support/people.ts'
import { date } from '../kernel/dates.ts'
import { demoAuthority } from '../platform/authorities.ts'

const CHILD = { child: 'NORTH1', reviewRef: 'R0-NORTH1', contactRef: 'mother', detail: null }

/** Every kind of link that people who do not sign in are given: its address, its purpose, and what it opens. */
const kinds = [
  { path: 'your-views', purpose: 'consultation', opens: { ...CHILD, reviewRef: 'R-NORTH1', detail: 'middle' }, asksBirthday: false }, // prettier-ignore
  { path: 'your-page', purpose: 'child_page', opens: { ...CHILD, reviewRef: null, contactRef: 'me' }, asksBirthday: true }, // prettier-ignore
  { path: 'your-feedback', purpose: 'review_feedback', opens: CHILD, asksBirthday: false },
  { path: 'decisions', purpose: 'decisions_answer', opens: { ...CHILD, contactRef: 'manager' }, asksBirthday: true },
  { path: 'copies', purpose: 'review_copy', opens: { ...CHILD, detail: 'DECISIONS' }, asksBirthday: true },
  { path: 'report-decision', purpose: 'decision_report', opens: { ...CHILD, contactRef: 'R0-NORTH1/1' }, asksBirthday: true }, // prettier-ignore
  { path: 'answer-challenge', purpose: 'challenge_reply', opens: { ...CHILD, reviewRef: null, contactRef: 'C1', detail: '1' }, asksBirthday: true }, // prettier-ignore
] as const
/** Ends with its meeting, and says where that is: nothing of a child. */
const invitation = { path: 'invitations', purpose: 'invitation', opens: { ...CHILD, child: null, reviewRef: 'R-NORTH1' } } // prettier-ignore
/** What no page may say to someone who only holds a link. */
const ofTheChild = /NORTH1|Amina|Osei|Rowan|bicycle|PEP is late|3 February|03\/02\/2012/

/** The application's day is 22 November 2022. */
const TODAY = '2022-11-22'

describe('links of people who do not sign in', async () => {
  const { app, services, keep } = await anInvitingApplication()
  await keep({
    'reviews.csv': [
      'review_ref,child,kind,status,held_date,booked_date,officer_id,participation_code,decisions_date',
      'R0-NORTH1,NORTH1,CLA,HELD,2022-11-14,,O1,PN1,2022-11-21',
      'R9-NORTH1,NORTH1,CLA,PLANNED,,2022-11-21,O1,,',
    ].join('\n'),
    'recommendations.csv':
      'review_ref,number,text,responsible,due_date,child_words\nR0-NORTH1,1,A bicycle,Carer,2022-12-01,You will get a bicycle.',
    'challenges.csv': 'challenge_ref,child,raised_date,route,themes\nC1,NORTH1,2022-11-14,FORMAL,PEP is late',
    'challenge_stages.csv': 'challenge_ref,stage,started_date\nC1,1,2022-11-14',
  })
  const { privateLinks: links, changing } = services
  const give = async (
    purpose: string,
    opens: (typeof kinds)[number]['opens'] | typeof invitation.opens,
    endsOn: string | null,
  ) => {
    // prettier-ignore
    const { token } = await changing.inOneTransaction(demoAuthority, async (unit) => ({
      token: await links.make(unit, { ...opens, purpose, endsOn: endsOn === null ? null : date(endsOn) }),
    }))
    return token
  }
  const get = (path: string, token: string) => new TestBrowser(app, '').get(`/${path}/${token}`)

  test('are all tried here', () => {
    const served = app.servedRoutes.map(({ pattern }) => /^\/([\w-]+)\/:token/.exec(pattern)?.[1])
    const found = new Set(served.filter((path) => path !== undefined && path !== 'calendars'))
    assert.deepEqual([...found].toSorted(), [...kinds.map(({ path }) => path as string), invitation.path].toSorted())
  })

  for (const { path, purpose, opens, asksBirthday } of kinds) {
    test(`/${path} opens on its last day and no day later, and alone says nothing of the child`, async () => {
      const onLastDay = await get(path, await give(purpose, opens, TODAY))
      assert.equal(onLastDay.statusCode, 200)
      assert.doesNotMatch(onLastDay.body, ofTheChild)
      assert.match(onLastDay.headers['referrer-policy']?.toString() ?? '', /^(?:same-origin|no-referrer)$/)
      const old = await get(path, await give(purpose, opens, '2022-11-21'))
      assert.equal(old.statusCode, 404)
      assert.doesNotMatch(old.body, ofTheChild)
    })

    test(`/${path} opens nothing of another purpose`, async () => {
      for (const other of [...kinds, invitation].filter((one) => one.purpose !== purpose)) {
        const { statusCode, body } = await get(other.path, await give(purpose, opens, TODAY))
        assert.equal(statusCode, 404, other.path)
        assert.doesNotMatch(body, ofTheChild)
      }
    })

    if (asksBirthday) {
      test(`/${path} that was forwarded says nothing to someone who guesses, and after ten guesses nothing to anyone`, async () => {
        const token = await give(purpose, opens, TODAY)
        for (let month = 1; month <= 10; month++) {
          const guesser = new TestBrowser(app, '')
          const address = `/${path}/${token}`
          const guessed = await guesser.post(address, address, { day: '4', month: String(month) })
          assert.notEqual(guessed.statusCode, 200)
          assert.doesNotMatch(guessed.body, ofTheChild)
        }
        assert.notEqual((await get(path, token)).statusCode, 200)
      })
    }
  }

  test('an invitation says nothing of the child, and nothing at all once the day is over', async () => {
    const open = await get(invitation.path, await give(invitation.purpose, invitation.opens, null))
    assert.equal(open.statusCode, 200)
    assert.match(open.body, /7 Mill Lane/)
    assert.doesNotMatch(open.body, /NORTH1|Amina|bicycle/)
    const past = await give(invitation.purpose, { ...invitation.opens, reviewRef: 'R9-NORTH1' }, null)
    assert.equal((await get(invitation.path, past)).statusCode, 404)
    for (const { path } of kinds) {
      const token = await give(invitation.purpose, invitation.opens, null)
      assert.equal((await get(path, token)).statusCode, 404, path)
    }
  })
})
