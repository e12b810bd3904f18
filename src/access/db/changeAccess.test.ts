import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { JUST_NOW } from '../../../test/support/people.ts'
import { aDatabase } from '../../../test/support/database.ts'
import { makeSavePerson } from '../app/managePeople.ts'
import { makeSealedRecords } from '../app/sealedRecords.ts'
import { makeSignIn } from '../app/signIn.ts'
import { type Actor, localOperator } from '../domain/actor.ts'
import type { Person, PersonEntry } from '../domain/person.ts'
import { makeAccessLog } from './accessLog.ts'
import { makeChangeAccess } from './changeAccess.ts'
import { makePeopleStore } from './peopleStore.ts'
import { makeSealStore } from './sealStore.ts'
import { makeSessionStore } from './sessionStore.ts'

describe('people and seals that several change at once', async () => {
  const { database } = await aDatabase()
  const people = makePeopleStore(database)
  const seals = makeSealStore(database)
  const sessions = makeSessionStore(database)
  const log = makeAccessLog(database)
  const changeAccess = makeChangeAccess(database)
  const savePerson = makeSavePerson(changeAccess, randomUUID)
  const sealed = makeSealedRecords({
    seals,
    changeAccess,
    visibleChildrenOf: () => Promise.resolve({ only: null, sealed: new Set() }),
    isKnownChild: () => Promise.resolve(true),
  })

  let authorities = 0
  const anAuthority = () => ({ code: `X${String(++authorities).padStart(8, '0')}`, name: `Authority ${authorities}` })
  type Authority = ReturnType<typeof anAuthority>

  const entryOf = (name: string, more: Partial<PersonEntry> = {}): PersonEntry => ({
    name,
    email: `${name}@example.org`,
    roles: ['iro_manager'],
    team: null,
    officerId: null,
    workerId: null,
    isActive: true,
    ...more,
  })
  async function enter(authority: Authority, name: string, more: Partial<PersonEntry> = {}): Promise<Person> {
    const value = { ...entryOf(name, more), personId: name, identity: null }
    assert.ok(await people.save(authority, { value, replaces: null, by: 'test' }))
    const found = (await people.all(authority.code)).find(({ personId }) => personId === name)
    assert.ok(found)
    return found
  }
  const asActor = (authority: Authority, personId: string): Actor => ({
    ...localOperator(authority.code),
    personId,
    roles: ['iro_manager'],
  })
  const change = (authority: Authority, by: string, person: Person, more: Partial<PersonEntry>) =>
    savePerson({
      by: { personId: by },
      authority,
      personId: person.personId,
      entry: { ...entryOf(person.name), ...person, ...more },
      replaces: person.knownFrom,
      forgetsAccount: false,
    })
  const codesOf = (answers: readonly (readonly { code: string }[] | null)[]) =>
    answers.flatMap((problems) => (problems ?? []).map(({ code }) => code)).sort()

  test('nobody widens what they may see or do themselves: another administrator does', async () => {
    const authority = anAuthority()
    const ada = await enter(authority, 'ada', { roles: ['administrator', 'iro'] })
    await enter(authority, 'ben', { roles: ['administrator'] })
    for (const wider of [
      { roles: ['administrator', 'iro', 'iro_manager'] },
      { roles: ['iro_manager', 'administrator'] },
      { team: 'North' },
      { workerId: 'SW1' },
      { officerId: 'O1' },
    ] satisfies Partial<PersonEntry>[]) {
      assert.deepEqual(codesOf([await change(authority, 'ada', ada, wider)]), ['own_reach'], JSON.stringify(wider))
    }
    assert.deepEqual(
      await change(authority, 'ben', ada, { roles: ['administrator', 'iro_manager'], team: 'North' }),
      [],
    )
    const [now] = (await people.all(authority.code)).filter(({ personId }) => personId === 'ada')
    assert.ok(now)
    const narrower = { name: 'Ada', roles: ['administrator'], team: null } satisfies Partial<PersonEntry>
    assert.deepEqual(await change(authority, 'ada', now, narrower), [])
  })

  for (let round = 1; round <= 8; round++) {
    test(`two administrators who take the role from each other: one is left (${round} of 8)`, async () => {
      const authority = anAuthority()
      const ada = await enter(authority, 'ada', { roles: ['administrator'] })
      const ben = await enter(authority, 'ben', { roles: ['administrator'] })
      const answers = await Promise.all([
        change(authority, 'ada', ben, { roles: ['iro'] }),
        change(authority, 'ben', ada, { isActive: false }),
      ])
      assert.deepEqual(codesOf(answers), ['last_administrator'])
    })
  }

  test('ten administrators, each of whom takes the role from the next, or from all others: one is left', async () => {
    for (const isTaken of [
      (by: number, from: number) => from === (by + 1) % 10,
      (by: number, from: number) => from !== by,
    ]) {
      const authority = anAuthority()
      const all: Person[] = []
      for (let i = 0; i < 10; i++) all.push(await enter(authority, `a${i}`, { roles: ['administrator'] }))
      await Promise.all(
        all.flatMap((by, i) =>
          all.filter((_, j) => isTaken(i, j)).map((from) => change(authority, by.personId, from, { roles: ['iro'] })),
        ),
      )
      const left = (await people.all(authority.code)).filter(({ roles }) => roles.includes('administrator'))
      assert.equal(left.length, 1)
    }
  })

  test('two people given one officer id: one has it', async () => {
    const authority = anAuthority()
    const [ada, ben] = [await enter(authority, 'ada'), await enter(authority, 'ben')]
    const answers = await Promise.all([ada, ben].map((person) => change(authority, 'x', person, { officerId: 'O1' })))
    assert.deepEqual(codesOf(answers), ['officer_taken'])
    const entering = ['carl', 'dora'].map((name) =>
      savePerson({
        by: { personId: 'x' },
        authority,
        personId: null,
        entry: entryOf(name, { officerId: 'O2' }),
        replaces: null,
        forgetsAccount: false,
      }),
    )
    assert.deepEqual(codesOf(await Promise.all(entering)), ['officer_taken'])
    const ids = (await people.all(authority.code)).map(({ officerId }) => officerId)
    assert.equal(new Set(ids.filter((id) => id !== null)).size, ids.filter((id) => id !== null).length)
  })

  test('the two managers named in a seal are switched off, or the one switched off and the other taken out: one stays', async () => {
    for (const isTakenOut of [false, true]) {
      const authority = anAuthority()
      const [ada, ben] = [await enter(authority, 'ada'), await enter(authority, 'ben')]
      const seal = { child: '1', people: ['ada', 'ben'], reason: 'why' }
      assert.deepEqual(await sealed.seal(asActor(authority, 'ada'), seal, null), [])
      const [stored] = await sealed.seenBy(asActor(authority, 'ada'))
      assert.ok(stored)
      const answers = await Promise.all([
        change(authority, 'x', ada, { isActive: false }),
        isTakenOut
          ? sealed.seal(asActor(authority, 'ben'), { ...seal, people: ['ada'] }, stored.knownFrom)
          : change(authority, 'x', ben, { roles: ['analyst'] }),
      ])
      assert.equal(codesOf(answers).length, 1)
      assert.ok(['last_named', 'nobody_to_unseal'].includes(codesOf(answers)[0] ?? ''))
    }
  })

  test('a record opened while the seal is changed is told to those whom the seal named at that moment', async () => {
    const authority = anAuthority()
    for (const name of ['ada', 'ben', 'iro']) await enter(authority, name)
    const seal = { child: '1', people: ['ada', 'ben'], reason: 'why' }
    await sealed.seal(asActor(authority, 'ada'), seal, null)
    const [stored] = await sealed.seenBy(asActor(authority, 'ada'))
    assert.ok(stored)
    await Promise.all([
      sealed.seal(asActor(authority, 'ada'), { ...seal, people: ['ada'] }, stored.knownFrom),
      sealed.open(asActor(authority, 'iro'), '1', 'missing'),
      sealed.open(asActor(authority, 'iro'), '1', 'missing'),
    ])
    const { openings } = await seals.events(authority.code, 'all')
    const [opening] = openings
    assert.equal(openings.length, 1)
    const entries = await log.latest(authority.code, { before: null, most: 3 })
    const isOpenedFirst = entries[0]?.what === 'changed to whom the record is sealed'
    assert.deepEqual(opening?.told, isOpenedFirst ? ['ada', 'ben'] : ['ada'])
  })

  test('a manager whom the seal does not name neither changes it nor takes it off, also with the record open', async () => {
    const authority = anAuthority()
    for (const name of ['ada', 'ben']) await enter(authority, name)
    const seal = { child: '1', people: ['ada'], reason: 'why' }
    await sealed.seal(asActor(authority, 'ada'), seal, null)
    const [stored] = await sealed.seenBy(asActor(authority, 'ada'))
    assert.ok(stored)
    const ben = asActor(authority, 'ben')
    for (const hasOpened of [false, true]) {
      if (hasOpened) assert.deepEqual(await sealed.open(ben, '1', 'missing'), [])
      const changed = await sealed.seal(ben, { ...seal, people: ['ben'] }, stored.knownFrom)
      const unsealed = await sealed.unseal(ben, '1', stored.knownFrom)
      assert.deepEqual(codesOf([changed, unsealed]), ['child_unknown', 'child_unknown'])
    }
    assert.deepEqual(await sealed.seenBy(asActor(authority, 'ada')), [stored])
  })

  test('two accounts with one address that sign in for the first time: the person is one account’s', async () => {
    const authority = anAuthority()
    await enter(authority, 'ada')
    const signIn = makeSignIn({
      people,
      changeAccess,
      sessions,
      log,
      authorities: () => Promise.resolve([authority]),
    })
    const begun = await Promise.all(
      ['s1', 's2'].map((subject) =>
        signIn.withAccount({ issuer: 'https://a.example', subject, verifiedEmail: 'ada@example.org' }, null, JUST_NOW),
      ),
    )
    assert.equal(begun.filter((session) => session !== null).length, 1)
  })

  test('an account is not given to two people, and the message says whose it is', async () => {
    const authority = anAuthority()
    const identity = { issuer: 'https://a.example', subject: 's1' }
    for (const [personId, isActive] of [
      ['gone', false],
      ['back', true],
    ] as const) {
      const value = { ...entryOf(personId, { isActive }), personId, identity }
      assert.ok(await people.save(authority, { value, replaces: null, by: 'test' }))
    }
    const gone = (await people.all(authority.code)).find(({ personId }) => personId === 'gone')
    assert.ok(gone)
    assert.deepEqual(await change(authority, 'x', gone, { isActive: true }), [{ code: 'account_taken', by: 'back' }])
  })

  test('sessions end when the account is forgotten or the person switched off, also where they come back', async () => {
    const authority = anAuthority()
    const limits = { idleMinutes: 30, hours: 12 }
    for (const { forgetsAccount, isActive } of [
      { forgetsAccount: true, isActive: true },
      { forgetsAccount: false, isActive: false },
    ]) {
      const name = `p${Number(isActive)}`
      const person = await enter(authority, name)
      const token = await sessions.begin(authority.code, name, JUST_NOW)
      assert.ok(await sessions.use(authority.code, token, limits))
      const input = { by: { personId: 'x' }, authority, personId: name, forgetsAccount }
      const entry = entryOf(name, { isActive })
      assert.deepEqual(await savePerson({ ...input, entry, replaces: person.knownFrom }), [])
      const now = (await people.all(authority.code)).find(({ personId }) => personId === name)
      assert.ok(now)
      await change(authority, 'x', now, { isActive: true })
      assert.equal(await sessions.use(authority.code, token, limits), null)
    }
  })
})
