import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { behindItsBack } from '../../../test/support/database.ts'
import { enter } from '../../../test/support/people.ts'
import { REASON, SEALED, WHY, aSealedRecord, page } from '../../../test/support/sealed.ts'
import { allRoles } from '../../house/roles.ts'

const OPENED = /^Someone who is not named for it opened 1 sealed record/

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
      for (const statement of afterwards) await behindItsBack(it.test.database, statement)
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
      assert.deepEqual((await it.seal())?.people.toSorted(), ['colleague', 'named'])

      const done = await admin.post(address, address, formOf({ ...person, successor: 'iro_manager' }, form))
      assert.equal(done.statusCode, 303)
      assert.deepEqual((await it.seal())?.people.toSorted(), ['colleague', 'iro_manager', 'named'])
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
    assert.deepEqual((await it.seal())?.people.toSorted(), ['colleague', 'iro_manager', 'named'])
    assert.equal((await name('iro_manager')).statusCode, 400, 'it has someone now')
    assert.equal((await admin.get(page('children', SEALED))).statusCode, 404, 'and is as sealed to them as before')

    // The one who was named is the only other manager: nobody else could look into it.
    const told = 'An administrator named someone for 1 sealed record: see who'
    assert.deepEqual(await it.noticesOf('iro_manager'), [told])
    await enter(it.services, 'third', { roles: ['iro_manager'] })
    assert.deepEqual(await it.noticesOf('iro_manager'), [])
    assert.deepEqual(await it.noticesOf('both'), [], 'never the administrator who named them')
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
