import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { TestBrowser, aPeopledApplication, enter, signedInAs, withoutTokens } from '../../../test/support/people.ts' // prettier-ignore
import { REASON, SEALED, page } from '../../../test/support/sealed.ts'
import { allRoles } from '../../house/roles.ts'

const TEN = [...Array(9).keys()].map((number) => `THEMED${number + 1}`)
const REF = 'THEME1'
const NOTED = 'Nine of these children wait for a plan'

/** An installation in which a challenge is about nine children that everyone may see and, where there is one, a sealed tenth. */
async function anInstallation(isSealedThere: boolean) {
  const children = isSealedThere ? [...TEN, SEALED] : TEN
  const application = await aPeopledApplication(children.map((child) => ({ child, worker: 'SW1' })))
  const { app, services } = application
  const rows = (head: string, line: (child: string) => string, of = children) => [head, ...of.map(line)].join('\n')
  await importRegisters(services, {
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Ada Adams,IRO,1,2020-01-01',
    'allocations.csv': rows('child,officer_id,from', (child) => `${child},O1,2022-05-09`),
    'reviews.csv': rows('review_ref,child,kind,status,held_date,permanence_plan', (child) => `R-${child},${child},CLA,HELD,2022-09-05,N`), // prettier-ignore
    'challenges.csv': [
      'challenge_ref,child,raised_date,route,officer_id,themes,concern',
      `${REF},,2022-10-10,THEMED,O1,Pathway plan late,${NOTED}`,
      ...(isSealedThere
        ? [`ALONE1,${SEALED},2022-10-11,FORMAL,O1,Health assessment late,Words of the sealed one`]
        : []),
      'ALONE2,THEMED1,2022-10-11,FORMAL,O1,Health assessment late,Words of another',
    ].join('\n'),
    'challenge_children.csv': rows('challenge_ref,child', (child) => `${REF},${child}`),
    'challenge_stages.csv': 'challenge_ref,stage,started_date\nTHEME1,1,2022-10-10',
  })
  await enter(services, 'named', { roles: ['iro_manager'] })
  for (const role of allRoles) {
    await enter(services, role, {
      roles: [role],
      team: 'North',
      officerId: role === 'iro' ? 'O1' : null,
      workerId: role === 'social_worker' ? 'SW1' : null,
    })
  }
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  if (isSealedThere) {
    const sealing = { child: SEALED, people: ['named'], reason: REASON }
    assert.equal((await (await browserOf('named')).post(page('sealed', 'new'), page('sealed', 'new'), sealing)).statusCode, 303) // prettier-ignore
  }
  return { ...application, browserOf }
}

/** Where a challenge about several children is shown, found, counted or taken away. */
const addresses: readonly string[] = [
  'challenge',
  'challenge?which=all',
  `challenge?child=${SEALED}`,
  `challenge/${REF}`,
  'challenge/ALONE1',
  'challenge/ALONE2',
  'challenge/themes',
  'challenge/themes?quarter=2022-23-q3',
  'challenge/themes/download/themes-2022-23-q3.html',
  'work',
  'due',
  'due.csv',
  'signs',
  'signs?list=quarter',
  'children',
  'children.csv',
  `children/${SEALED}`,
  'children/THEMED1',
  'children/THEMED1/log',
  'reviews',
  'reviews/decisions',
  'reviews/decisions.csv',
  'figures',
  'figures/2022-23',
  'figures/2022-23/challenges.raised',
  'messages',
  'messages.csv',
  'data/registers/challenges.csv',
  'data/registers/challenge_children.csv',
  'data/registers/challenge_stages.csv',
]

/** A page without what differs from installation to installation: tokens, versions, and times of the clock. */
const plain = (body: string): string =>
  withoutTokens(body)
    .replaceAll(/name="(?:replaces|version)" value="[^"]*"/g, '')
    // Entries of the log are numbered through: those of a record that is not shown leave a gap.
    .replaceAll(/Entry \d+/g, 'ENTRY')
    .replaceAll(/\d{1,2}:\d{2}(?::\d{2})?(?:am|pm)?/g, 'TIME')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID')

test('a challenge about ten children, one of them sealed,', async (t) => {
  const [withIt, withoutIt] = [await anInstallation(true), await anInstallation(false)]

  for (const role of allRoles) {
    await t.test(
      `${role}: sees on pages, in files, by search and in counts what they would where the child never was`,
      async () => {
        const [here, there] = [await withIt.browserOf(role), await withoutIt.browserOf(role)]
        for (const address of addresses) {
          const [one, other] = [await here.get(page(address)), await there.get(page(address))]
          const lines = plain(other.body).split('\n')
          const odd = plain(one.body).split('\n').filter((line, at) => line !== lines[at]).map((line) => line.trim()) // prettier-ignore
          assert.deepEqual([address, one.statusCode, odd.slice(0, 5)], [address, other.statusCode, []])
          assert.equal(plain(one.body), plain(other.body), address)
          // What someone asks for stands in their own search and filter, and nowhere else.
          if (!address.includes(SEALED)) assert.ok(!one.body.includes(SEALED), address)
          assert.ok(!one.body.includes('Words of the sealed one'), address)
        }
        for (const q of [SEALED, 'THEMED1', 'Theme']) {
          const [one, other] = await Promise.all([here, there].map((browser) => browser.post(page('search'), page('search'), { q }))) // prettier-ignore
          assert.deepEqual([one?.statusCode, one?.headers.location], [other?.statusCode, other?.headers.location])
          assert.equal(plain(one?.body ?? ''), plain(other?.body ?? ''), q)
        }
        // What they do about it is answered the same way too.
        for (const fields of [{ children: SEALED }, { children: 'THEMED1' }]) {
          const of = page('challenge', REF)
          const answers = []
          for (const browser of [here, there]) {
            const shown = await browser.get(of)
            const replaces = /name="replaces" value="([^"]*)"/.exec(shown.body)?.[1] ?? ''
            const { statusCode, body } = await browser.post(of, `${of}/children`, { ...fields, replaces })
            answers.push([statusCode, plain(body)])
          }
          assert.deepEqual(answers[0], answers[1])
        }
        for (const url of ['log', 'children/THEMED1/log']) {
          const [one, other] = [await here.get(page(url)), await there.get(page(url))]
          assert.equal(one.statusCode, other.statusCode)
          assert.ok(!one.body.includes(SEALED), url)
        }
      },
    )
  }

  await t.test('a manager named in the seal sees all ten', async () => {
    const named = await withIt.browserOf('named')
    const { body } = await named.get(page('challenge', REF))
    for (const child of [...TEN, SEALED]) assert.ok(body.includes(child), child)
    assert.match((await named.get(page('challenge'))).body, /10 children/)
    assert.match((await (await withIt.browserOf('iro')).get(page('challenge'))).body, /9 children/)
  })

  await t.test('a link to answer it names no child at all', async () => {
    const iro = await withIt.browserOf('iro')
    const of = page('challenge', REF)
    const asked = await iro.post(of, `${of}/ask`, { name: 'Head of service', email: '' })
    assert.equal(asked.statusCode, 200)
    const path = new URL(/value="([^"]*answer-challenge[^"]*)"/.exec(asked.body)?.[1] ?? '').pathname
    const outside = new TestBrowser(withIt.app)
    const shown = await outside.get(path)
    assert.equal(shown.statusCode, 200)
    assert.ok(shown.body.includes(NOTED))
    for (const child of [...TEN, SEALED]) assert.ok(!shown.body.includes(child), child)
  })
})
