import { childrenPermissions } from '../../children/permissions.ts'
import { accessPermissions } from '../permissions.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CODE, tokenIn } from '../../../test/support/people.ts'
import { REASON, SEALED, WHY, aSealedRecord, page } from '../../../test/support/sealed.ts'
import { may } from '../domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import { allRoles } from '../../house/roles.ts'
import { momentOf } from './people.routes.ts'

/** What can be asked of a seal, and its answers to those named, those not named, and the person who has opened the record. */
const loggedActions: readonly {
  action: string
  permission: Permission
  method: 'GET' | 'POST'
  url: string
  fields?: Readonly<Record<string, string>>
  status: { named: number; others: number; during: number }
}[] = [
  {
    action: 'read the record',
    permission: childrenPermissions.read,
    method: 'GET',
    url: page('children', SEALED),
    status: { named: 200, others: 404, during: 200 },
  },
  {
    action: 'see the list of seals',
    permission: accessPermissions.readSeals,
    method: 'GET',
    url: page('sealed'),
    status: { named: 200, others: 200, during: 200 },
  },
  {
    action: 'see the seal',
    permission: accessPermissions.manageSeals,
    method: 'GET',
    url: page('sealed', 'records', SEALED),
    status: { named: 200, others: 404, during: 404 },
  },
  {
    action: 'change the seal',
    permission: accessPermissions.manageSeals,
    method: 'POST',
    url: page('sealed', 'records', SEALED),
    fields: { people: 'iro_manager', reason: 'x' },
    status: { named: 400, others: 404, during: 404 },
  },
  {
    action: 'take the seal off',
    permission: accessPermissions.manageSeals,
    method: 'POST',
    url: page('sealed', 'records', SEALED, 'unseal'),
    status: { named: 400, others: 404, during: 404 },
  },
  {
    action: 'seal it again',
    permission: accessPermissions.manageSeals,
    method: 'POST',
    url: page('sealed', 'new'),
    fields: { child: SEALED, people: 'iro_manager', reason: 'x' },
    status: { named: 400, others: 400, during: 400 },
  },
  {
    action: 'name someone',
    permission: accessPermissions.nameForSeal,
    method: 'POST',
    url: page('sealed', 'name'),
    fields: { person: 'iro_manager' },
    status: { named: 400, others: 400, during: 400 },
  },
  {
    action: 'see who has looked at it',
    permission: accessPermissions.readLog,
    method: 'GET',
    url: page('children', SEALED, 'log'),
    status: { named: 200, others: 404, during: 403 },
  },
  {
    action: 'see it in the log',
    permission: accessPermissions.readLog,
    method: 'GET',
    url: page('log'),
    status: { named: 200, others: 200, during: 200 },
  },
]

describe('what each role can do about a seal before, during and after it opened the record', async () => {
  const it = await aSealedRecord()

  for (const role of allRoles) {
    for (const phase of ['before', 'during', 'after'] as const) {
      const canOpen = may({ roles: [role] }, accessPermissions.openSealed)
      if (phase === 'during' && !canOpen) continue
      test(`${role}, ${phase}`, async () => {
        if (phase === 'during') await it.open(role)
        else await it.endOpenings()
        const before = await it.seal()
        const browser = await it.browserOf(role)
        const token = tokenIn((await browser.get(page('sealed', 'open'))).body)
        for (const { action, permission, method, url, fields, status } of loggedActions) {
          const replaces = before?.since ?? ''
          const sent = { _csrf: token, replaces, seal: replaces, ...fields }
          const answer = await (method === 'GET' ? browser.get(url) : browser.send(url, sent))
          const isAboutSeal = method === 'GET' && url !== page('log')
          const isAllowed = may({ roles: [role] }, permission)
          // Without a form of their own there is no token: as good as refused.
          const expected = !isAllowed ? 403 : status[phase === 'during' ? 'during' : 'others']
          if (token !== '' || method === 'GET' || !isAllowed) assert.equal(answer.statusCode, expected, action)
          assert.ok(!answer.body.includes(REASON), `${action}: the reason`)
          if (action !== 'read the record' && action !== 'seal it again' && answer.statusCode < 400) {
            assert.ok(!answer.body.includes(SEALED), `${action}: the child`)
          }
          assert.ok(!answer.body.includes('colleague') || !isAboutSeal, `${action}: those named`)
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
})

describe('what those named can do about a seal', async () => {
  const it = await aSealedRecord()

  test('the manager reads, changes and takes off; the IRO reads, and both are told of every opening', async () => {
    const openers = allRoles.filter((role) => may({ roles: [role] }, accessPermissions.openSealed))
    for (const role of openers) await it.open(role)
    const count = (await it.openings()).length
    assert.equal(count, openers.length)
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

describe('someone who has opened a sealed record', async () => {
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

  for (const role of allRoles.filter((one) => may({ roles: [one] }, accessPermissions.openSealed))) {
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

  test('has no right over the seal, whatever page asks for it', async () => {
    const role = 'iro_manager'
    await it.open(role)
    const before = await it.seal()
    const actor = { personId: role, name: role, authority: CODE, roles: [role], officerId: null, workerId: null, team: null } as const // prettier-ignore
    const since = momentOf(before?.since ?? '')
    const { sealed } = it.services
    const named = { child: SEALED, people: [role], reason: 'mine' }
    assert.deepEqual(await sealed.seal(actor, named, since), [{ code: 'child_unknown' }])
    assert.deepEqual(await sealed.unseal(actor, SEALED, since), [{ code: 'child_unknown' }])
    assert.deepEqual(await it.seal(), before)
  })

  test('opens it once: sent twice, it is one opening', async () => {
    await it.open('iro')
    const before = (await it.openings()).length
    await it.open('iro')
    assert.equal((await it.openings()).length, before)
    assert.equal((await it.openings()).filter(({ who }) => who === 'iro').length, 1)
  })
})
