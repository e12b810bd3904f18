import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { CODE, TestBrowser, aPeopledApplication, enter, signedInAs, tokenIn } from '../../../test/support/people.ts'
import { may } from '../domain/actor.ts'
import type { Permission } from '../domain/permissions.ts'
import { allRoles } from '../domain/roles.ts'

const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`
const SEALED = 'SEALED7'
const REASON = 'Words that only those named may read'
const WHY = 'Missing since last night'

/** A record sealed to the manager `named` and the IRO `colleague`, among people of every role, each with that as name. */
async function aSealedRecord() {
  const application = await aPeopledApplication([
    { child: 'NORTH1', worker: 'SW1' },
    { child: SEALED, worker: 'SW1' },
  ])
  const { app, services, test: database } = application
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  async function begin(): Promise<TestBrowser> {
    for (const table of ['session', 'person', 'child_seal', 'seal_opening', 'seal_naming']) {
      await sql`delete from ${sql.table(table)}`.execute(database.database)
    }
    await enter(services, 'named', { roles: ['iro_manager'] })
    await enter(services, 'colleague', { roles: ['iro'] })
    for (const role of allRoles) {
      await enter(services, role, {
        roles: [role],
        team: 'North',
        workerId: role === 'social_worker' ? 'SW1' : null,
      })
    }
    const form = { child: SEALED, people: ['named', 'colleague'], reason: REASON }
    const manager = await browserOf('named')
    assert.equal((await manager.post(page('sealed', 'new'), page('sealed', 'new'), form)).statusCode, 303)
    return manager
  }
  const named = await begin()
  const change = (who: string, values: ReturnType<typeof sql>) =>
    sql`update person set ${values} where person_id = ${who} and known_to = 'infinity'`.execute(database.database)
  return {
    ...application,
    browserOf,
    /** All as it was at first, for a test of its own. */
    begin,
    named,
    change,
    seal: async () => {
      const { rows } = await sql<{ people: string[]; reason: string; since: string }>`
        select person_ids as people, reason, known_from as since from child_seal
        where known_to = 'infinity'`.execute(database.database)
      return rows[0]
    },
    openings: async () => {
      const { rows } = await sql<{ id: string; who: string; seen_by: string | null }>`
        select opening_id as id, person_id as who, seen_by from seal_opening order by opened_at`.execute(
        database.database,
      )
      return rows
    },
    open: async (who: string) => {
      const opened = await (await browserOf(who)).post(page('sealed', 'open'), page('sealed', 'open'), { child: SEALED, reason: WHY }) // prettier-ignore
      assert.equal(opened.statusCode, 303)
    },
    endOpenings: () => sql`update seal_opening set open_until = now()`.execute(database.database),
    /** What of sealed records a page says at its top. */
    noticesOf: async (who: string) => {
      const { body } = await (await browserOf(who)).get(page('sealed'))
      return [...body.matchAll(/app-note">([^]*?)<\/p>/g)].map((match) =>
        (match[1] ?? '').replaceAll(/<[^>]*>/g, '').trim(),
      )
    },
  }
}

const OPENED = /^Someone who is not named for it opened 1 sealed record/

/** What can be asked of a seal, and its answers to those named, those not named, and whoever has opened the record. */
const deeds: readonly {
  deed: string
  permission: Permission
  method: 'GET' | 'POST'
  url: string
  fields?: Readonly<Record<string, string>>
  status: { named: number; others: number; during: number }
}[] = [
  {
    deed: 'read the record',
    permission: 'children.read',
    method: 'GET',
    url: page('children', SEALED),
    status: { named: 200, others: 404, during: 200 },
  },
  {
    deed: 'see the list of seals',
    permission: 'sealed.read',
    method: 'GET',
    url: page('sealed'),
    status: { named: 200, others: 200, during: 200 },
  },
  {
    deed: 'see the seal',
    permission: 'sealed.manage',
    method: 'GET',
    url: page('sealed', 'records', SEALED),
    status: { named: 200, others: 404, during: 404 },
  },
  {
    deed: 'change the seal',
    permission: 'sealed.manage',
    method: 'POST',
    url: page('sealed', 'records', SEALED),
    fields: { people: 'iro_manager', reason: 'x' },
    status: { named: 400, others: 404, during: 404 },
  },
  {
    deed: 'take the seal off',
    permission: 'sealed.manage',
    method: 'POST',
    url: page('sealed', 'records', SEALED, 'unseal'),
    status: { named: 400, others: 404, during: 404 },
  },
  {
    deed: 'seal it anew',
    permission: 'sealed.manage',
    method: 'POST',
    url: page('sealed', 'new'),
    fields: { child: SEALED, people: 'iro_manager', reason: 'x' },
    status: { named: 400, others: 400, during: 400 },
  },
  {
    deed: 'name someone',
    permission: 'sealed.name',
    method: 'POST',
    url: page('sealed', 'name'),
    fields: { person: 'iro_manager' },
    status: { named: 400, others: 400, during: 400 },
  },
  {
    deed: 'see who has looked at it',
    permission: 'log.read',
    method: 'GET',
    url: page('children', SEALED, 'log'),
    status: { named: 200, others: 404, during: 403 },
  },
  {
    deed: 'see it in the log',
    permission: 'log.read',
    method: 'GET',
    url: page('log'),
    status: { named: 200, others: 200, during: 200 },
  },
]

describe('what each role can do about a seal before, during and after it opened the record', async () => {
  const it = await aSealedRecord()

  for (const role of allRoles) {
    for (const phase of ['before', 'during', 'after'] as const) {
      const canOpen = may({ roles: [role] }, 'sealed.open')
      if (phase === 'during' && !canOpen) continue
      test(`${role}, ${phase}`, async () => {
        if (phase === 'during') await it.open(role)
        if (phase === 'after') await it.endOpenings()
        const before = await it.seal()
        const browser = await it.browserOf(role)
        const token = tokenIn((await browser.get(page('sealed', 'open'))).body)
        for (const { deed, permission, method, url, fields, status } of deeds) {
          const replaces = before?.since ?? ''
          const sent = { _csrf: token, replaces, seal: replaces, ...fields }
          const answer = await (method === 'GET' ? browser.get(url) : browser.send(url, sent))
          const isAboutSeal = method === 'GET' && url !== page('log')
          const isAllowed = may({ roles: [role] }, permission)
          // Without a form of their own there is no token: as good as refused.
          const expected = !isAllowed ? 403 : status[phase === 'during' ? 'during' : 'others']
          if (token !== '' || method === 'GET' || !isAllowed) assert.equal(answer.statusCode, expected, deed)
          assert.ok(!answer.body.includes(REASON), `${deed}: the reason`)
          if (deed !== 'read the record' && deed !== 'seal it anew' && answer.statusCode < 400) {
            assert.ok(!answer.body.includes(SEALED), `${deed}: the child`)
          }
          assert.ok(!answer.body.includes('colleague') || !isAboutSeal, `${deed}: those named`)
        }
        for (const { id } of await it.openings())
          await browser.send(page('sealed', 'openings', id, 'seen'), { _csrf: token })
        assert.deepEqual(await it.seal(), before, 'the seal stands as it was')
        assert.ok(
          (await it.openings()).every(({ seen_by }) => seen_by === null),
          'nobody has looked into it',
        )
        assert.ok(!(await it.noticesOf(role)).some((notice) => /opened|named someone/.test(notice)))
      })
    }
  }

  test('those named: the manager reads, changes and takes off; the IRO reads, and both are told of every opening', async () => {
    const count = (await it.openings()).length
    assert.ok(count >= 4)
    for (const [who, manages] of [
      ['named', true],
      ['colleague', false],
    ] as const) {
      const browser = await it.browserOf(who)
      const list = (await browser.get(page('sealed'))).body
      assert.ok(list.includes(REASON) && list.includes(SEALED) && list.includes(WHY))
      assert.equal(list.includes(page('sealed', 'records', SEALED)), manages)
      assert.equal((await browser.get(page('sealed', 'records', SEALED))).statusCode, manages ? 200 : 403)
      assert.deepEqual(await it.noticesOf(who), [
        `People who are not named for them opened ${count} sealed records: see who and when`,
      ])
    }
    const record = page('sealed', 'records', SEALED)
    const shown = async () => /name="replaces" value="([^"]+)"/.exec((await it.named.get(record)).body)?.[1] ?? ''
    for (const [replaces, status] of [
      ['2020-01-01T00:00:00Z', 400],
      [await shown(), 303],
    ] as const) {
      const changed = await it.named.post(record, record, { people: ['named'], reason: REASON, replaces })
      assert.equal(changed.statusCode, status)
    }
    assert.deepEqual((await it.seal())?.people, ['named'])
    assert.equal((await it.named.post(record, `${record}/unseal`, { replaces: await shown() })).statusCode, 303)
    assert.equal(await it.seal(), undefined)
  })
})

describe('whoever has opened a sealed record', async () => {
  const it = await aSealedRecord()
  const values: Readonly<Record<string, string>> = {
    code: CODE,
    child: SEALED,
    year: '2022-23',
    id: 'cla.count',
    format: 'html',
    section: 'timeliness',
    register: 'reviews',
    ref: `R-${SEALED}`,
    person: 'named',
    page: 'words',
    preset: 'leicester',
    officer: 'O1',
    on: '2022-11-01',
    from: '2022-11-01',
  }

  for (const role of allRoles.filter((one) => may({ roles: [one] }, 'sealed.open'))) {
    test(`${role}: finds the seal’s reason on no page and in no file`, async () => {
      await it.open(role)
      const browser = await it.browserOf(role)
      let opened = 0
      for (const { method, pattern, permission } of it.app.servedRoutes) {
        if (method !== 'GET' || permission === 'public' || pattern.startsWith('/assets/')) continue
        const answer = await browser.get(pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? 'none'))
        if (answer.statusCode === 200) opened += 1
        assert.ok(!answer.body.includes(REASON), pattern)
      }
      assert.ok(opened > 5)
    })
  }

  test('opens it once: sent twice, it is one opening', async () => {
    const before = (await it.openings()).length
    await it.open('iro')
    assert.equal((await it.openings()).length, before)
  })
})

describe('an opening is told', async () => {
  const it = await aSealedRecord()
  for (const { why, afterwards, told } of [
    { why: 'to those named', afterwards: [], told: ['named', 'colleague'] },
    {
      why: 'to those named then, whoever is named now',
      afterwards: [sql`update child_seal set person_ids = '{administrator,iro_manager}'`],
      told: ['named', 'colleague'],
    },
    {
      why: 'to those named then, when the seal is off',
      afterwards: [sql`update child_seal set known_to = now() + interval '1 hour'`],
      told: ['named', 'colleague'],
    },
    {
      why: 'to those named who are still there',
      afterwards: [sql`update person set is_active = false where person_id = 'named'`],
      told: ['colleague'],
    },
    {
      why: 'to those named under another name',
      afterwards: [sql`update person set name = 'Married', email = 'm@example.org' where person_id = 'named'`],
      told: ['named', 'colleague'],
    },
    {
      why: 'to managers and administrators, when nobody named is there any more',
      afterwards: [sql`update person set is_active = false where person_id in ('named', 'colleague')`],
      told: ['iro_manager', 'administrator'],
    },
    {
      why: 'to managers and administrators, when nobody named sees any child any more',
      afterwards: [sql`update person set roles = '{senior_leader}' where person_id in ('named', 'colleague')`],
      told: ['iro_manager', 'administrator'],
    },
  ]) {
    test(why, async () => {
      await it.begin()
      await enter(it.services, 'opener', { roles: ['iro_manager', 'administrator'] })
      await it.open('opener')
      for (const statement of afterwards) await statement.execute(it.test.database)
      const everyone = ['named', 'colleague', 'opener', ...allRoles]
      const { rows } = await sql<{ who: string }>`
        select person_id as who from person where is_active`.execute(it.test.database)
      const active = everyone.filter((who) => rows.some((row) => row.who === who))
      const found: string[] = []
      for (const who of active) {
        if ((await it.noticesOf(who)).some((notice) => OPENED.test(notice))) found.push(who)
      }
      assert.deepEqual(found.sort(), [...told].sort())

      const [opening] = await it.openings()
      const seen = page('sealed', 'openings', opening?.id ?? '', 'seen')
      for (const who of active.filter((one) => !told.includes(one))) {
        const browser = await it.browserOf(who)
        await browser.post(page('sealed', 'open'), seen, {})
        await browser.post(page('settings', 'people', 'new'), seen, {})
      }
      assert.equal((await it.openings())[0]?.seen_by, null, 'nobody else marks it')
      const [one = ''] = told
      const browser = await it.browserOf(one)
      const list = (await browser.get(page('sealed'))).body
      const isNamed = one === 'named' || one === 'colleague'
      assert.equal(list.includes(WHY), isNamed, 'why, to those who were named')
      assert.equal(list.includes(SEALED), isNamed, 'for whom, to those who were named')
      assert.equal((await browser.post(page('sealed'), seen, {})).statusCode, 303)
      assert.equal((await it.openings())[0]?.seen_by, one)
      for (const who of told)
        assert.deepEqual(
          (await it.noticesOf(who)).filter((notice) => OPENED.test(notice)),
          [],
        )
    })
  }
})

describe('a seal keeps someone who can manage it', async () => {
  const it = await aSealedRecord()
  const formOf = (person: Readonly<Record<string, string>>, body: string) => ({
    name: 'named',
    email: 'named@example.org',
    roles: 'iro_manager',
    replaces: /name="replaces" value="([^"]+)"/.exec(body)?.[1] ?? '',
    ...person,
  })
  for (const { why, person } of [
    { why: 'switched off', person: {} },
    { why: 'given another role', person: { isActive: 'yes', roles: 'analyst' } },
  ]) {
    test(`the only manager who is named is not ${why} before someone else is named`, async () => {
      await it.begin()
      const admin = await it.browserOf('administrator')
      const address = page('settings', 'people', 'named')
      const form = (await admin.get(address)).body
      assert.doesNotMatch(form, /sealed records/, 'nobody is told of seals that they need not know of')
      const refused = await admin.post(address, address, formOf(person, form))
      assert.equal(refused.statusCode, 400)
      assert.match(refused.body, /1 sealed record would be left to nobody/)
      assert.doesNotMatch(refused.body, new RegExp(`${SEALED}|${REASON}`))
      for (const successor of ['named', 'colleague', 'administrator', 'nobody']) {
        const again = await admin.post(address, address, formOf({ ...person, successor }, form))
        assert.equal(again.statusCode, 400, successor)
      }
      assert.deepEqual((await it.seal())?.people, ['named', 'colleague'])

      const done = await admin.post(address, address, formOf({ ...person, successor: 'iro_manager' }, form))
      assert.equal(done.statusCode, 303)
      assert.deepEqual((await it.seal())?.people, ['named', 'colleague', 'iro_manager'])
      const successor = await it.browserOf('iro_manager')
      assert.equal((await successor.get(page('sealed', 'records', SEALED))).statusCode, 200)
      const log = (await successor.get(page('children', SEALED, 'log'))).body
      assert.match(log, /named person iro_manager for the sealed record/)
    })
  }

  test('an administrator names one where it has come to pass already, without seeing whose it is; the managers are told', async () => {
    await it.begin()
    await enter(it.services, 'both', { roles: ['iro_manager', 'administrator'] })
    await it.change('named', sql`is_active = false`)
    const admin = await it.browserOf('both')
    const list = (await admin.get(page('sealed'))).body
    assert.match(list, /Nobody who is named can manage 1 sealed record/)
    assert.doesNotMatch(list, new RegExp(`${SEALED}|${REASON}`))
    assert.deepEqual(await it.noticesOf('iro_manager'), [], 'who names nobody is not told')
    const seal = /name="seal" value="([^"]+)"/.exec(list)?.[1] ?? ''
    const name = (person: string, of = seal) =>
      admin.post(page('settings', 'people', 'new'), page('sealed', 'name'), { seal: of, person })
    for (const person of ['', 'both', 'named', 'colleague', 'nobody']) {
      const refused = await name(person)
      assert.equal(refused.statusCode, 400, person)
      assert.match(refused.body, /Choose who is named: an IRO manager, and not yourself/)
    }
    assert.equal((await name('iro_manager', '2020-01-01T00:00:00Z')).statusCode, 400)
    assert.equal((await name('iro_manager')).statusCode, 303)
    assert.deepEqual((await it.seal())?.people, ['named', 'colleague', 'iro_manager'])
    assert.equal((await name('iro_manager')).statusCode, 400, 'it has someone now')
    assert.equal((await admin.get(page('children', SEALED))).statusCode, 404, 'and is as sealed to them as before')

    // The one who was named is the only other manager: nobody else could look into it.
    const told = 'An administrator named someone for 1 sealed record: see who'
    assert.deepEqual(await it.noticesOf('iro_manager'), [told])
    await enter(it.services, 'third', { roles: ['iro_manager'] })
    assert.deepEqual(await it.noticesOf('iro_manager'), [])
    assert.deepEqual(await it.noticesOf('both'), [], 'never whoever named them')
    assert.deepEqual(await it.noticesOf('third'), [told])
    const third = await it.browserOf('third')
    const shown = (await third.get(page('sealed'))).body
    assert.doesNotMatch(shown, new RegExp(`${SEALED}|${REASON}`))
    const seen = /action="([^"]*namings[^"]*\/seen)"/.exec(shown)?.[1] ?? ''
    for (const who of ['both', 'iro_manager']) await (await it.browserOf(who)).post(page('sealed', 'new'), seen, {})
    assert.deepEqual(await it.noticesOf('third'), [told], 'nor can others mark it')
    assert.equal((await third.post(page('sealed'), seen, {})).statusCode, 303)
    assert.deepEqual(await it.noticesOf('third'), [])
  })
})
