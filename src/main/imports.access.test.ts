import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  CODE,
  type PeopledApplication,
  TestBrowser,
  aPeopledApplication,
  enter,
  returnOf,
  signedInAs,
  tokenIn,
  JUST_NOW,
} from '../../test/support/people.ts'
import { folderOf } from '../../test/support/smallReturn.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import { type Visibility, seesEveryone } from '../kernel/visibility.ts'
import { demoAuthority } from '../platform/authorities.ts'
import type { RegistersChecked } from '../registers/app/registersChecked.ts'
import { doWork } from '../returns/work.ts'
import type { Work } from '../returns/workSchema.ts'

const children = [
  { child: 'NORTH1', worker: 'SW1' },
  { child: 'NORTH2', worker: 'SW2' },
]
const SEALED = 'SEALED7'
const sealed = { child: SEALED, worker: 'SW1' }
const IMPORTERS = ['manager', 'support', 'analyst']
const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`
const hidden: Visibility = { only: null, hidden: [SEALED] }

type Files = Readonly<Record<string, string>>

/** Registers of some children, with all that names one. */
function registersOf(all: readonly { child: string }[]): Files {
  const rows = (head: string, line: (child: string) => string) =>
    [head, ...all.map(({ child }) => line(child))].join('\n')
  return {
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,An IRO,IRO,1,2020-01-01',
    'allocations.csv': rows('child,officer_id,from', (child) => `${child},O1,2022-05-09`),
    'people.csv': 'child,kind,from\nP-NORTH1,CARE_LEAVER,2022-05-09',
    'contacts.csv': rows(
      'child,contact_ref,role,name,channel,email',
      (child) => `${child},mother,MOTHER,Mother,EMAIL,${child}@example.org`,
    ),
    'reviews.csv': rows(
      'review_ref,child,kind,status,booked_date',
      (child) => `R-${child},${child},CLA,PLANNED,2022-12-01`,
    ),
    'meetings.csv': rows(
      'review_ref,number,child,date,starts_at,purpose,status',
      (child) => `R-${child},1,${child},2022-12-01,10:00,REVIEW,BOOKED`,
    ),
    'rearrangements.csv': rows(
      'review_ref,number,child,date,from_date,to_date,asked_by,reason',
      (child) => `R-${child},1,${child},2022-11-01,2022-11-28,2022-12-01,CHILD,Exams`,
    ),
  }
}

/** An installation with these children in its return and registers, and people who may import. */
async function anInstallation(all: readonly (typeof sealed)[]): Promise<PeopledApplication> {
  const installation = await aPeopledApplication(all)
  const { services } = installation
  const { change } = await services.registersImport.store({
    authority: demoAuthority,
    path: folderOf(registersOf(all)),
    sourceName: 'registers',
    isKeepingValidRows: false,
    recordedBy: null,
  })
  assert.ok(change)
  await enter(services, 'named', { roles: ['iro_manager'] })
  await enter(services, 'manager', { roles: ['iro_manager'] })
  await enter(services, 'support', { roles: ['business_support'] })
  await enter(services, 'analyst', { roles: ['analyst'] })
  await enter(services, 'worker', { roles: ['social_worker'], workerId: 'SW1' })
  return installation
}

test('imports by those who may not see a child', async (t) => {
  const withIt = await anInstallation([...children, sealed])
  const withoutIt = await anInstallation(children)
  const browserOf = async ({ app, services }: PeopledApplication, who: string) =>
    new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const named = await browserOf(withIt, 'named')
  const form = { child: SEALED, people: 'named', reason: 'Named in the press' }
  assert.equal((await named.post(page('sealed', 'new'), page('sealed', 'new'), form)).statusCode, 303)

  /** Sends files as someone does it in the pages, and has them checked; gives the import's address and id. */
  async function send(installation: PeopledApplication, who: string, to: string, files: Files, year = '') {
    const browser = await browserOf(installation, who)
    const upload = new FormData()
    upload.set('_csrf', tokenIn((await browser.get(page(to))).body))
    upload.set('year', year)
    for (const [name, content] of Object.entries(files)) upload.append('files', new Blob([content]), name)
    const sent = new Response(upload)
    const cookie = [...browser.cookies].map((one) => one.join('=')).join('; ')
    const { headers } = await installation.app.inject({
      method: 'POST',
      url: page(to),
      headers: { cookie, 'content-type': sent.headers.get('content-type') ?? '' },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
    const address = String(headers.location)
    const runId = address.split('/').at(-1) ?? ''
    const ofRun = { authority: demoAuthority, runId, recordedBy: who }
    const work: Work =
      to === 'data/import'
        ? { kind: 'return', ...ofRun, mayEmptyYear: false }
        : { kind: 'registers', ...ofRun, isKeepingValidRows: true }
    await doWork(work, installation.services.house, assert.ifError)
    return { browser, address, runId, work }
  }
  const sendRegisters = (installation: PeopledApplication, who: string, files: Files) =>
    send(installation, who, 'data/registers/import', files)
  const plain = (body: string) =>
    body.replaceAll(/name="_csrf" value="[^"]+"/g, '').replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID')

  /** What is kept of the sealed child, in the registers and in the return. */
  async function keptOfSealed(): Promise<unknown> {
    const { registers, returns } = withIt.services
    const rows = await registers.rows(CODE, Object.keys(registersOf([])).map((name) => name.replace('.csv', '')), null) // prettier-ignore
    return [
      [...rows].map(([name, ofRegister]) => [name, [...ofRegister.values()].filter((row) => JSON.stringify(row).includes(SEALED))]),
      [...(await returns.documents(CODE, [SEALED]))],
    ] // prettier-ignore
  }
  const kept = await keptOfSealed()

  await t.test(
    'what is wrong with files as a whole names what was sent, not the folder they were read in',
    async () => {
      const { browser, address } = await sendRegisters(withIt, 'named', { 'odd.csv': 'colour,size\nred,3' })
      for (const { body } of [await browser.get(address), await browser.get(`${address}/errors.csv`)]) {
        assert.match(body, /odd\.csv[^]*holds no register/)
        assert.doesNotMatch(body, /footprint-import/)
      }
    },
  )

  for (const who of IMPORTERS) {
    await t.test(`${who} is shown and told of registers what they would be where the child never was`, async () => {
      const changed = Object.fromEntries(
        Object.entries(registersOf([...children, sealed])).map(([name, text]) => [name, text.replaceAll('2022-12-01', '2022-12-02')]),
      ) // prettier-ignore
      const answers = []
      for (const installation of [withIt, withoutIt]) {
        const { browser, address, work } = await sendRegisters(installation, who, { ...changed, 'people.csv': 'child,kind,from' })
        const seen = [await browser.get(address), await browser.get(`${address}/errors.csv`)]
        await browser.post(address, `${address}/confirm`, { keep: 'valid' })
        await doWork(work, installation.services.house, assert.ifError)
        seen.push(await browser.get(address), await browser.get(page('data/registers')))
        answers.push(seen.map(({ statusCode, body }) => [statusCode, plain(body).replaceAll(/\d+ \w+ \d{4} at \d+:\d+/g, '')]))
      } // prettier-ignore
      const [here = [], there = []] = answers
      for (const [index, [, body]] of here.entries()) {
        const lines = String(there[index]?.[1]).split('\n')
        assert.deepEqual(
          String(body)
            .split('\n')
            .filter((line, n) => line !== lines[n])
            .map((line) => line.trim()),
          [],
        )
      }
      assert.deepEqual(here, there)
      assert.match(String(answers[0]?.[0]?.[1]), /SEALED7[^]*is no child that is known here/)
      assert.deepEqual(await keptOfSealed(), kept)
    })
  }

  await t.test('what any file of registers is answered is what it is answered where the child never was', async () => {
    const child = fc.constantFrom('NORTH1', 'NORTH2', SEALED, 'NOBODY')
    const day = fc.constantFrom('2022-12-01', '2022-12-08', 'no day')
    const ref = (own: string) => fc.constantFrom(`R-${own}`, `N-${own}`)
    const table = (head: string, line: fc.Arbitrary<string>) =>
      fc.option(
        fc.array(line, { maxLength: 4 }).map((lines) => [head, ...lines].join('\n')),
        { nil: undefined },
      )
    const files = fc.record({
      'reviews.csv': table(
        'review_ref,child,kind,status,booked_date',
        fc.tuple(child.chain((own) => fc.tuple(ref(own), fc.constant(own))), day).map(([own, on]) => `${own.join(',')},CLA,PLANNED,${on}`),
      ),
      'meetings.csv': table(
        'review_ref,number,child,date,purpose,status',
        fc.tuple(child.chain(ref), fc.constantFrom(1, 2), child, day).map(([own, number, of, on]) => `${own},${number},${of},${on},REVIEW,BOOKED`),
      ),
      'contacts.csv': table(
        'child,contact_ref,role,name,email',
        fc.tuple(child, fc.constantFrom('mother', 'new')).map(([of, who]) => `${of},${who},MOTHER,Mother,mine@example.org`),
      ),
      'family.csv': table('child,relative,kind', fc.tuple(child, child).map(([one, other]) => `${one},${other},SIBLING`)),
      'allocations.csv': table('child,officer_id,from', fc.tuple(child, day).map(([of, on]) => `${of},O1,${on}`)),
      'people.csv': table('child,kind,from', fc.constantFrom('NOBODY', 'P-NORTH1', 'P-OTHER').map((of) => `${of},CARE_LEAVER,2022-05-09`)),
    }) // prettier-ignore
    const told = ({ tables, ...checked }: RegistersChecked) => ({
      ...checked,
      peopleHidden: [],
      tables: tables.map(({ changes, unchanged, leftOut }) => ({
        changes: changes.map(({ register, ...change }) => ({ ...change, register: register.name })),
        unchanged,
        leftOut,
      })),
    })
    await fc.assert(
      fc.asyncProperty(files, async (made) => {
        const sent = Object.fromEntries(Object.entries(made).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])))
        if (Object.keys(sent).length === 0) return
        const path = folderOf(sent)
        const by = { authority: demoAuthority, path, recordedBy: 'manager' }
        const [here, there] = await Promise.all([
          withIt.services.registersImport.check({ ...by, visibility: hidden }),
          withoutIt.services.registersImport.check({ ...by, visibility: seesEveryone }),
        ])
        assert.deepEqual(told(here), told(there))
      }),
      { numRuns: 60 },
    ) // prettier-ignore
  })

  await t.test(
    'a row in the place of one about the child, or one that brings the child, is refused as unknown and takes nothing',
    async () => {
      const path = folderOf({
        'reviews.csv': `review_ref,child,kind,status\nR-${SEALED},NORTH1,CLA,PLANNED\nR-NEW,NORTH1,CLA,PLANNED`,
        'meetings.csv': `review_ref,number,child,date,purpose,status\nR-${SEALED},2,NORTH1,2022-12-01,REVIEW,BOOKED`,
        'people.csv': `child,kind,from\nP-NEW,CARE_LEAVER,2022-05-09\n${SEALED},CARE_LEAVER,2022-05-09`,
      })
      const { checked, change } = await withIt.services.registersImport.store({
        authority: demoAuthority,
        path,
        sourceName: 'x',
        isKeepingValidRows: true,
        recordedBy: 'manager',
        visibility: hidden,
      })
      assert.deepEqual(
        [...checked.errors, ...checked.hindrances].map(({ file, row, column, reason }) => [file, row, column, reason]),
        [
          ['people.csv', 3, 'child', 'is no child that is known here'],
          ['reviews.csv', 2, 'review_ref', 'is no review that is known here'],
          ['meetings.csv', 2, 'review_ref', 'refers to a row that can’t be kept itself'],
        ],
      )
      assert.equal(change?.counts['reviews']?.added, 1)
      assert.deepEqual(await keptOfSealed(), kept)
    },
  )

  await t.test('who sent, looked and confirmed is in the log; who sent rows about the child is told to those named for it', async () => {
    const { browser, address } = await sendRegisters(withIt, 'analyst', {
      'contacts.csv': `child,contact_ref,role,name\nNORTH1,mother,MOTHER,Mother\n${SEALED},mother,MOTHER,Mother`,
    })
    await browser.get(address)
    await (await browserOf(withIt, 'support')).post(address, `${address}/confirm`, { keep: 'valid' })
    const entries = await withIt.services.log.latest(CODE, { before: null, most: 20 })
    const find = (personId: string, what: RegExp) => entries.find((one) => one.personId === personId && what.test(one.what))
    const run = /import [\da-f]{8}/.exec(find('support', /^confirmed the import/)?.what ?? '')?.[0] ?? 'none'
    assert.ok(find('analyst', new RegExp(`^sent registers to be imported \\(${run}\\)`)))
    assert.deepEqual(find('analyst', new RegExp(`^looked at what comes of registers sent \\(${run}\\)`))?.children, ['NORTH1'])
    assert.deepEqual(find('analyst', /^sent rows about the record/)?.children, [SEALED])
    assert.match((await named.get(page('log?person=analyst'))).body, /sent rows about the record/)
    assert.doesNotMatch((await (await browserOf(withIt, 'manager')).get(page('log?person=analyst'))).body, /sent rows about/)
  }) // prettier-ignore

  await t.test(
    'what someone who sees the child has sent is not there for those who do not, and can not be confirmed by them',
    async () => {
      const { address, runId } = await sendRegisters(withIt, 'named', {
        'contacts.csv': `child,contact_ref,role,name\n${SEALED},mother,MOTHER,Another`,
      })
      assert.match((await named.get(address)).body, /would change/)
      for (const who of IMPORTERS) {
        const browser = await browserOf(withIt, who)
        const token = tokenIn((await browser.get(page('data/registers/import'))).body)
        for (const [url, method] of [
          [address, 'GET'],
          [`${address}/errors.csv`, 'GET'],
          [`${address}/confirm`, 'POST'],
          [`${address}/discard`, 'POST'],
        ] as const) {
          const answer = await (method === 'GET' ? browser.get(url) : browser.send(url, { _csrf: token }))
          assert.equal(answer.statusCode, 404, `${who} ${url}`)
        }
      }
      assert.equal((await withIt.services.registersRuns.find(CODE, runId))?.state, 'ready')
    },
  )

  await t.test('of a return', async (t) => {
    const year = reportingYear(2022)
    const importing = (all: readonly (typeof sealed)[], isPreview: boolean, { services } = withIt, seen: Visibility = hidden) =>
      services.importReturn(
        { authority: demoAuthority, year, path: returnOf(all), sourceName: 'r', isPreview, recordedBy: 'analyst', visibility: seen },
        () => undefined,
      ) // prettier-ignore

    await t.test(
      'are shown the same as where the child never was, with the child in the files or without',
      async () => {
        for (const all of [children, [...children, sealed], [...children, { ...sealed, worker: 'SW5' }], [sealed]]) {
          const [here, there] = [await importing(all, true), await importing(all, true, withoutIt, seesEveryone)]
          assert.ok(here.outcome === 'previewed' && there.outcome === 'previewed')
          assert.deepEqual({ ...here, childrenShown: [] }, { ...there, childrenShown: [] })
          assert.ok(!here.childrenShown.includes(SEALED))
        }
      },
    )

    await t.test(
      'leave the child’s year as it is where the files do not have the child, and replace it where they do',
      async () => {
        const other = { child: 'NORTH1', worker: 'SW8' }
        const done = await importing([other], false)
        assert.deepEqual(done.outcome === 'stored' && done.changes, { added: 0, changed: 1, removed: 1, unchanged: 0 })
        assert.deepEqual(await keptOfSealed(), kept)
        await importing([...children, { ...sealed, worker: 'SW5' }], false)
        const [document] = (await withIt.services.returns.documents(CODE, [SEALED])).get(SEALED) ?? []
        assert.match(document?.content ?? '', /SW5/)
        const [latest] = await withIt.services.returns.imports(CODE)
        assert.deepEqual(
          [latest?.added, latest?.changed, latest?.unchanged],
          [1, 2, 0],
          'what was done is kept as it was',
        )
        const [seen] = await withIt.services.returns.importsSeen(CODE, hidden)
        assert.deepEqual([seen?.added, seen?.changed, seen?.unchanged], [1, 1, 0])
      },
    )

    await t.test('that has no rows empty the year only where someone says so, having seen who goes', async () => {
      const nobody = returnOf([])
      const ask = (mayEmptyYear: boolean) =>
        withoutIt.services.importReturn(
          { authority: demoAuthority, year, path: nobody, sourceName: 'r', isPreview: false, mayEmptyYear },
          () => undefined,
        )
      assert.deepEqual(await ask(false), { outcome: 'would_empty', children: 2 })
      const files = Object.fromEntries(
        ['header', 'episodes', 'reviews'].map((name) => [
          `${name}.csv`,
          readFileSync(join(nobody, `${name}.csv`), 'utf8'),
        ]),
      )
      const { browser, address, runId } = await send(withoutIt, 'analyst', 'data/import', files, year.name)
      const preview = (await browser.get(address)).body
      assert.match(preview, /takes all 2 children out of 2022-23/)
      assert.match(preview, /<li><a [^>]*>NORTH1<\/a><\/li>/)
      const unsaid = await browser.post(address, `${address}/confirm`, {})
      assert.equal(unsaid.statusCode, 400)
      assert.match(unsaid.body, /Say that all children may go/)
      assert.equal((await browser.post(address, `${address}/confirm`, { empty: 'yes' })).statusCode, 303)
      const logged = await withoutIt.services.log.latest(CODE, { before: null, most: 20 })
      const confirmed = logged.filter(
        ({ what }) => what === `confirmed the import of a return (import ${runId.slice(0, 8)})`,
      )
      assert.deepEqual(
        confirmed.map(({ personId }) => personId),
        ['analyst'],
      )
      const work = {
        kind: 'return',
        authority: demoAuthority,
        runId,
        recordedBy: 'analyst',
        mayEmptyYear: true,
      } as const
      await doWork(work, withoutIt.services.house, assert.ifError)
      assert.match((await browser.get(address)).body, /2022-23 is imported/)
    })
  })
})

describe('who was refused', async () => {
  const { app, services } = await aPeopledApplication(children)
  await enter(services, 'worker', { roles: ['social_worker'], workerId: 'SW1' })
  const latest = async () => (await services.log.latest(CODE, { before: null, most: 1 }))[0]

  test('a page is in the log, with what they may not do and no child', async () => {
    const url = page('children', 'NORTH1', 'log')
    assert.equal((await app.inject({ url, headers: await signedInAs(services, 'worker') })).statusCode, 403)
    const entry = await latest()
    assert.deepEqual([entry?.personId, entry?.children], ['worker', []])
    assert.equal(entry?.what, 'was refused a page, without the permission to see who has looked at which record')
  })

  test('at sign-in is in the log of the one authority here, by the account', async () => {
    const account = { issuer: 'https://id.example', subject: 's1', verifiedEmail: 'stranger@example.org' }
    assert.equal(await services.signIn.withAccount(account, null, JUST_NOW), null)
    const entry = await latest()
    assert.equal(entry?.personId, 'unknown-account')
    assert.match(entry.what, /stranger@example\.org/)
  })
})
