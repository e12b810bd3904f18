import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { JUST_NOW } from '../../../test/support/people.ts'
import { aDatabase } from '../../../test/support/database.ts'
import { ensureAuthority } from '../../platform/database/authorities.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import { checkLog } from '../app/checkLog.ts'
import type { LoggedAction } from '../domain/log.ts'
import type { Person } from '../domain/person.ts'
import { makeRegisterStore } from '../../registers/db/registerStore.ts'
import { seesEveryone } from '../../kernel/visibility.ts'
import { makeReturnStore } from '../../returns/ssda903/db/returnStore.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { makeAccessLog } from './accessLog.ts'
import { makeKeptForms } from './keptForms.ts'
import { makePeopleStore } from './peopleStore.ts'
import { makeSessionStore } from './sessionStore.ts'

const here = { code: 'E09000033', name: 'Westminster' }
const there = { code: 'E06000016', name: 'Leicester' }

const aPerson = (more: Partial<Person> = {}): Omit<Person, 'knownFrom'> => ({
  personId: 'ada',
  name: 'Ada Adams',
  email: 'ada@example.org',
  roles: ['iro'],
  team: 'North',
  officerId: 'O1',
  workerId: null,
  identity: null,
  isActive: true,
  ...more,
})

const enter = (value: Omit<Person, 'knownFrom'>) => ({ value, replaces: null, by: 'admin' })

describe('people', async () => {
  const { database } = await aDatabase()
  const people = makePeopleStore(database)

  test('are read as they were entered, each authority its own', async () => {
    assert.equal(await people.save(there, enter(aPerson())), true)
    const [found, ...others] = await people.all(there.code)
    assert.ok(found)
    assert.deepEqual({ ...found, knownFrom: null }, { ...aPerson(), knownFrom: null })
    assert.deepEqual(others, [])
    assert.deepEqual(await people.all('E06000001'), [])
  })

  test('a change made on what someone else has changed meanwhile is refused, and what was stays known', async () => {
    await people.save(here, enter(aPerson()))
    const seenByBoth = (await people.all(here.code)).find(({ personId }) => personId === 'ada')
    assert.ok(seenByBoth)
    const change = (name: string) => ({ value: aPerson({ name }), replaces: seenByBoth.knownFrom, by: 'admin' })
    const saved = await Promise.all([people.save(here, change('First')), people.save(here, change('Second'))])
    assert.deepEqual([...saved].sort(), [false, true])
    const versions = await sql`select from person where person_id = 'ada' and authority = ${here.code}`.execute(
      database,
    )
    assert.equal(versions.rows.length, 2)
  })

  test('two can’t share an address or an account while both may sign in', async () => {
    const identity = { issuer: 'https://issuer.example', subject: 's1' }
    await people.save(here, enter(aPerson()))
    assert.equal(await people.save(here, enter(aPerson({ personId: 'other' }))), false)
    assert.equal(await people.save(here, enter(aPerson({ personId: 'gone', isActive: false }))), true)
    assert.equal(await people.save(here, enter(aPerson({ personId: 'b', email: 'b@example.org', identity }))), true)
    assert.equal(await people.save(here, enter(aPerson({ personId: 'c', email: 'c@example.org', identity }))), false)
  })
})

describe('sessions', async () => {
  const { database } = await aDatabase()
  const sessions = makeSessionStore(database)
  const people = makePeopleStore(database)
  await people.save(here, enter(aPerson()))
  await people.save(there, enter(aPerson()))
  const limits = { idleMinutes: 30, hours: 12 }

  test('are found by their token alone, in their own authority alone, and not after signing out', async () => {
    const token = await sessions.begin(here.code, 'ada', JUST_NOW)
    assert.notEqual(token, await sessions.begin(here.code, 'ada', JUST_NOW))
    const found = await sessions.use(here.code, token, limits)
    assert.equal(found?.person.personId, 'ada')
    assert.equal(found.isOver, false)
    assert.equal(await sessions.use(there.code, token, limits), null)
    assert.equal(await sessions.use(here.code, `${token}x`, limits), null)
    await sessions.end(here.code, token)
    assert.equal(await sessions.use(here.code, token, limits), null)
  })

  test('the token itself is nowhere in the database', async () => {
    const token = await sessions.begin(here.code, 'ada', JUST_NOW)
    const { rows } = await sql<{ text: string }>`select session::text as text from session`.execute(database)
    assert.ok(rows.length > 0)
    assert.ok(rows.every(({ text }) => !text.includes(token) && !text.includes(Buffer.from(token).toString('hex'))))
  })

  for (const { why, ago, isOver } of [
    { why: 'used a minute ago', ago: sql`last_seen_at = now() - interval '29 minutes'`, isOver: false },
    { why: 'idle for too long', ago: sql`last_seen_at = now() - interval '31 minutes'`, isOver: true },
    {
      why: 'busy since too long ago',
      ago: sql`signed_in_at = now() - interval '12 hours 1 minute', last_seen_at = now()`,
      isOver: true,
    },
  ]) {
    test(`${why}: ${isOver ? 'over' : 'goes on'}`, async () => {
      const token = await sessions.begin(here.code, 'ada', JUST_NOW)
      await sql`update session set ${ago}`.execute(database)
      assert.equal((await sessions.use(here.code, token, limits))?.isOver, isOver)
      assert.equal((await sessions.use(here.code, token, limits))?.isOver, isOver, 'also when asked again')
    })
  }

  test('being used keeps a session alive', async () => {
    const token = await sessions.begin(here.code, 'ada', JUST_NOW)
    for (let round = 0; round < 3; round++) {
      await sql`update session set last_seen_at = last_seen_at - interval '20 minutes'`.execute(database)
      assert.equal((await sessions.use(here.code, token, limits))?.isOver, false)
    }
  })

  test('end at once for someone who may no longer sign in', async () => {
    const token = await sessions.begin(there.code, 'ada', JUST_NOW)
    const [person] = await people.all(there.code)
    assert.ok(person)
    await people.save(there, { value: aPerson({ isActive: false }), replaces: person.knownFrom, by: 'admin' })
    assert.equal(await sessions.use(there.code, token, limits), null)
  })
})

describe('forms that wait', async () => {
  const { database } = await aDatabase()
  const forms = makeKeptForms(database)
  await withAuthority(database, here.code, (transaction) => ensureAuthority(transaction, here))

  test('are their own person’s, the latest only, until dropped', async () => {
    const form = (value: string) => ({ address: '/x', fields: [['note', value]] as const })
    await forms.keep(here.code, 'ada', form('first'))
    await forms.keep(here.code, 'ada', form('second'))
    await forms.keep(here.code, 'bob', form('bob’s'))
    const kept = await forms.latest(here.code, 'ada')
    assert.deepEqual(kept?.fields, [['note', 'second']])
    assert.equal(await forms.latest(there.code, 'ada'), null)
    await forms.drop(here.code, 'bob', kept.formId)
    assert.ok(await forms.latest(here.code, 'ada'), 'nobody drops another’s')
    await forms.drop(here.code, 'ada', kept.formId)
    assert.equal(await forms.latest(here.code, 'ada'), null)
  })
})

const loggedAction = (more: Partial<LoggedAction> = {}): LoggedAction => ({
  personId: 'ada',
  action: 'read',
  what: 'the child’s page',
  children: ['100'],
  ...more,
})

describe('the log', async () => {
  const { database } = await aDatabase()
  const log = makeAccessLog(database)
  for (const authority of [here, there]) {
    await withAuthority(database, authority.code, (transaction) => ensureAuthority(transaction, authority))
  }
  // From two processes at once, of two authorities, with texts that are hard to write the same way twice.
  const other = makeAccessLog(database)
  await Promise.all(
    ['100', '1"0\\0', 'a,b', 'ü€😀', 'a\nb\tc\u0001', '{}', ''].flatMap((child, index) =>
      [log, other].flatMap((one) => [
        one.append(here.code, loggedAction({ children: [child], what: `page ${child}` })),
        one.append(here.code, loggedAction({ action: 'change', children: ['100', child], personId: `p${index}` })),
        one.append(there.code, loggedAction({ children: [] })),
      ]),
    ),
  )

  test('numbers every entry once, without a gap, though several write at the same time', async () => {
    const entries = await log.latest(here.code, { before: null, most: 100 })
    assert.deepEqual(
      entries.map((entry) => entry.number),
      Array.from({ length: 28 }, (_, index) => 28 - index),
    )
    const check = await checkLog(log, here.code, null)
    assert.ok(check.isWhole)
    assert.equal(check.entries, 28)
    assert.deepEqual(await checkLog(log, here.code, check.last), check)
    assert.equal((await checkLog(log, there.code, null)).isWhole, true)
  })

  test('of nobody is whole', async () => {
    assert.deepEqual(await checkLog(log, 'E09000001', null), {
      isWhole: true,
      entries: 0,
      last: null,
      beginsAfter: 0,
    })
  })

  test('gives a child’s entries, those of lists among them, and a person’s, in pages', async () => {
    const ofChild = await log.ofChild(here.code, '1"0\\0', { most: 10, daysOfLists: 30 })
    assert.deepEqual(ofChild.map(({ children }) => children.length).sort(), [1, 1, 2, 2])
    assert.ok(ofChild.every(({ children }) => children.includes('1"0\\0')))
    const of3 = await log.latest(here.code, { before: null, most: 100, personId: 'p3' })
    assert.deepEqual(new Set(of3.map(({ personId }) => personId)), new Set(['p3']))
    const before5 = await log.latest(here.code, { before: 5, most: 3 })
    assert.deepEqual(
      before5.map(({ number }) => number),
      [4, 3, 2],
    )
  })

  test('takes neither number, time nor fingerprint from the program that writes', async () => {
    for (const column of ['entry_number', 'recorded_at', 'entry_hash']) {
      const forging = withAuthority(database, here.code, (transaction) =>
        sql`insert into audit_entry (authority, person_id, action, what, children, ${sql.ref(column)})
          values (${here.code}, 'ada', 'read', 'x', '{}', null)`.execute(transaction),
      )
      await assert.rejects(forging, /permission denied/)
    }
  })

  test('refuses to be changed even by its owner', async () => {
    for (const statement of [
      sql`update audit_entry set what = what`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry`,
    ]) {
      await assert.rejects(statement.execute(database), /the log is only ever added to/)
    }
  })

  const the7th = sql`authority = 'E09000007' and entry_number = 7`
  for (const [index, { why, behindOurBack, brokenAt, isNoted = false }] of [
    { why: 'other words', behindOurBack: sql`update audit_entry set what = 'a list' where ${the7th}`, brokenAt: 7 },
    {
      why: 'another person',
      behindOurBack: sql`update audit_entry set person_id = 'bob' where ${the7th}`,
      brokenAt: 7,
    },
    { why: 'another child', behindOurBack: sql`update audit_entry set children = '{9}' where ${the7th}`, brokenAt: 7 },
    {
      why: 'a child more',
      behindOurBack: sql`update audit_entry set children = children || '9'::text where ${the7th}`,
      brokenAt: 7,
    },
    {
      why: 'a moment later',
      behindOurBack: sql`update audit_entry set recorded_at = recorded_at + interval '1 microsecond' where ${the7th}`,
      brokenAt: 7,
    },
    { why: 'one taken out', behindOurBack: sql`delete from audit_entry where ${the7th}`, brokenAt: 7 },
    {
      why: 'the first taken out and the others moved up',
      behindOurBack: sql`
        delete from audit_entry where authority = 'E09000007' and entry_number = 1;
        update audit_entry set entry_number = entry_number - 1 where authority = 'E09000007'`,
      brokenAt: 1,
    },
    {
      why: 'another authority’s put in its place',
      behindOurBack: sql`update audit_entry e set person_id = o.person_id, action = o.action, what = o.what,
        children = o.children, recorded_at = o.recorded_at, entry_hash = o.entry_hash
        from audit_entry o where e.authority = 'E09000007' and e.entry_number = 1
          and o.authority = 'E06000016' and o.entry_number = 1`,
      brokenAt: 1,
    },
    {
      why: 'one changed, with a fingerprint of its own',
      behindOurBack: sql`update audit_entry set what = 'x', entry_hash = sha256('x') where ${the7th}`,
      brokenAt: 7,
    },
    {
      why: 'the last ones taken out, after their fingerprint was noted',
      behindOurBack: sql`delete from audit_entry where authority = 'E09000007' and entry_number > 8`,
      brokenAt: 9,
      isNoted: true,
    },
  ].entries()) {
    test(`that was changed behind our back is found out: ${why}`, async () => {
      const code = `E0800000${index}`
      await withAuthority(database, code, (transaction) => ensureAuthority(transaction, { code, name: why }))
      for (let entry = 1; entry <= 10; entry++) await log.append(code, loggedAction({ children: [`${entry}`] }))
      const whole = await checkLog(log, code, null)
      assert.ok(whole.isWhole)
      const statement = behindOurBack.compile(database).sql.replaceAll('E09000007', code)
      await database.transaction().execute(async (transaction) => {
        // What no grant and no trigger stops: a superuser.
        await sql`set local session_replication_role = replica`.execute(transaction)
        for (const one of statement.split(';')) await sql.raw(one).execute(transaction)
      })
      const found = await checkLog(log, code, isNoted ? whole.last : null)
      assert.ok(!found.isWhole)
      assert.equal(found.brokenAt, brokenAt)
      assert.match(found.why, new RegExp(`\\b${brokenAt}\\b|noted`))
    })
  }

  test('that someone has rewritten is found out by what was noted', async () => {
    const found = await checkLog(log, here.code, { number: 3, hash: 'f'.repeat(64) })
    assert.equal(found.isWhole, false)
  })
})

describe('what imports change', async () => {
  const { database } = await aDatabase()
  const log = makeAccessLog(database)
  const returns = makeReturnStore(database)
  const registers = makeRegisterStore(database)
  const latest = async () => (await log.latest(here.code, { before: null, most: 1 }))[0]
  const store = (said: Record<string, string>, recordedBy: string | null) =>
    returns.store(
      {
        authority: here,
        year: 2022,
        sourceName: 'a folder',
        documents: Object.entries(said).map(([child, content]) => ({
          child,
          firstDay: '2022-04-01',
          lastDay: '2023-03-31',
          content,
          rows: '{}',
        })),
        rowCounts: {},
        carriesEarlierReviews: false,
        recordedBy,
        visibility: seesEveryone,
      },
      () => undefined,
    )

  test('is in the log with those whom a return adds, changes and removes, and with who imported it', async () => {
    await store({ '1': 'a', '2': 'b', '3': 'c' }, null)
    const first = await latest()
    assert.deepEqual(
      [first?.personId, first?.action, first?.what, first?.children],
      ['command-line', 'change', 'imported the return for 2022-23', ['1', '2', '3']],
    )
    await store({ '1': 'a', '2': 'other', '4': 'd' }, 'ada')
    const second = await latest()
    assert.deepEqual([second?.personId, second?.children], ['ada', ['2', '3', '4']])
  })

  test('is in the log with those whom a register tells of', async () => {
    const row = {
      register: allocations,
      key: '["1","2022-05-09"]',
      content: { child: '1', officer_id: 'O1', from: '2022-05-09' },
    }
    await registers.change(here, ['allocations'], () => ({
      sourceName: 'by hand',
      counts: {},
      rows: [row],
      recordedBy: 'ada',
    }))
    const entry = await latest()
    assert.deepEqual(
      [entry?.personId, entry?.what, entry?.children],
      ['ada', 'changed the registers allocations', ['1']],
    )
    assert.equal((await checkLog(log, here.code, null)).isWhole, true)
  })

  test('is not in the log where it did not come about', async () => {
    const before = await latest()
    class UndoIt extends Error {}
    const failing = registers.change(here, ['allocations'], () => {
      throw new UndoIt()
    })
    await assert.rejects(failing, UndoIt)
    assert.deepEqual(await latest(), before)
  })
})
