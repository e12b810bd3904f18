import { childrenPermissions } from '../../children/permissions.ts'
import { reviewsPermissions } from '../../reviews/permissions.ts'
import { overviewPermissions } from '../../overview/permissions.ts'
import { reportingPermissions } from '../../reporting/permissions.ts'
import { returnsPermissions } from '../../returns/permissions.ts'
import { accessPermissions } from '../permissions.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import { registersOf } from '../../../test/support/registers.ts'
import { allRegisters } from '../../main/rooms.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Permission } from '../../house/permission.ts'
import fc from 'fast-check'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { date } from '../../kernel/dates.ts'
import { may, scopeOf } from './actor.ts'
import { entriesSeenBy } from './log.ts'
import { ada, actor, person } from '../../../test/support/ada.ts'
import { permissionsOf } from '../../house/joined.ts'
import { rooms } from '../../main/rooms.ts'
import { type Person, type PersonEntry, leavesNoAdministrator, personProblems } from './person.ts'
import { personOf } from './account.ts'
import { type Role, allRoles } from '../../house/roles.ts'
import { caseloadOf, workersOf } from './caseload.ts'
import { makeSeenBy, maySee } from '../../world/visibility.ts'

const seenBy = makeSeenBy<CareHistory, ReturnCoverage>(allRegisters)

const allPermissions = permissionsOf(rooms)

describe('permissions', () => {
  it('have ids of their own, by which they are listed', () => {
    const ids = allPermissions.map(({ id }) => id)
    assert.deepEqual(ids, [...new Set(ids)])
  })

  for (const { why, role, sees, doesNotSee } of [
    {
      why: 'an administrator sets up people and sees no child',
      role: 'administrator',
      sees: [accessPermissions.managePeople, accessPermissions.readSettings],
      doesNotSee: [
        childrenPermissions.read,
        reviewsPermissions.read,
        overviewPermissions.readFigures,
        returnsPermissions.readFindings,
        accessPermissions.readLog,
        accessPermissions.openSealed,
      ],
    },
    {
      why: 'a senior leader sees figures and no child',
      role: 'senior_leader',
      sees: [overviewPermissions.readFigures, reportingPermissions.read],
      doesNotSee: [
        childrenPermissions.read,
        reviewsPermissions.read,
        returnsPermissions.readFindings,
        returnsPermissions.readImports,
      ],
    },
    {
      why: 'an IRO stands in for any other, and manages nothing',
      role: 'iro',
      sees: [childrenPermissions.read, reviewsPermissions.read, accessPermissions.openSealed],
      doesNotSee: [
        accessPermissions.managePeople,
        accessPermissions.manageSeals,
        accessPermissions.readLog,
        returnsPermissions.makeImports,
      ],
    },
    {
      why: 'a manager sees who has looked, and does not enter people',
      role: 'iro_manager',
      sees: [accessPermissions.readLog, accessPermissions.manageSeals],
      doesNotSee: [accessPermissions.managePeople],
    },
  ] as const satisfies readonly {
    why: string
    role: Role
    sees: readonly Permission[]
    doesNotSee: readonly Permission[]
  }[]) {
    it(why, () => {
      for (const permission of sees) assert.equal(may({ roles: [role] }, permission), true, permission.id)
      for (const permission of doesNotSee) assert.equal(may({ roles: [role] }, permission), false, permission.id)
    })
  }

  it('nobody without a role may do anything', () => {
    assert.deepEqual(
      allPermissions.filter((permission) => may({ roles: [] }, permission)),
      [],
    )
  })

  it('of several roles, the one that reaches furthest counts, in any order', () => {
    assert.equal(scopeOf({ roles: ['social_worker', 'team_manager'] }, childrenPermissions.read), 'team')
    assert.equal(scopeOf({ roles: ['iro', 'social_worker'] }, childrenPermissions.read), 'authority')
    assert.equal(scopeOf({ roles: ['administrator', 'social_worker'] }, childrenPermissions.read), 'own')
    const some = fc.shuffledSubarray([...allRoles])
    fc.assert(
      fc.property(some, some, fc.constantFrom(...allPermissions), (roles, more, permission) => {
        const reach = (list: readonly Role[]) =>
          ['own', 'team', 'authority'].indexOf(scopeOf({ roles: list }, permission) ?? '')
        assert.equal(reach([...roles, ...more]), Math.max(reach(roles), reach(more)))
        assert.equal(reach([...roles].reverse()), reach(roles))
      }),
    )
  })

  it('what is not about children reaches the authority or a team, but for pages of one’s own work', () => {
    const ownOnly = allPermissions.filter(
      ({ isAboutChildren, roles }) => !isAboutChildren && Object.values(roles).some((scope) => scope === 'own'),
    )
    // Each of these shows an IRO nothing but their own: figures and lists of an authority know no such part.
    assert.deepEqual(ownOnly.map(({ id }) => id).sort(), ['book.read', 'duties.read', 'observations.read'])
  })
})

describe('whose children someone sees', () => {
  const today = '2026-03-01'
  const world = aWorld(
    [
      aChild({ child: 'with W1', episodes: ['2025-05-09'], socialWorkers: [worker('W1', '2025-05-09')] }),
      aChild({
        child: 'was with W1',
        episodes: ['2025-05-09'],
        socialWorkers: [worker('W1', '2025-05-09', '2025-09-01'), worker('W2', '2025-09-01')],
      }),
      aChild({ child: 'with nobody', episodes: ['2025-05-09'] }),
    ],
    { year: '2025-26', asAt: today },
  )
  const allocations = [
    { child: 'with nobody', officerId: 'O1', from: date('2025-06-01'), to: null },
    { child: 'was with W1', officerId: 'O1', from: date('2025-06-01'), to: date(today) },
    { child: 'with W1', officerId: 'O1', from: date('2026-03-02'), to: null },
    { child: 'with W1', officerId: 'O2', from: date('2025-06-01'), to: null },
  ]
  const people = [
    person({ personId: 'w1', team: 'North', officerId: null, workerId: 'W1' }),
    person({ personId: 'w2', team: 'North', officerId: null, workerId: 'W2' }),
    person({ personId: 'gone', team: 'North', officerId: 'O1', workerId: null, isActive: false }),
    person({ personId: 'south', team: 'South', officerId: 'O1', workerId: null }),
    person({ personId: 'none', team: null, officerId: 'O1', workerId: null }),
  ]
  for (const { why, who, scope, sees } of [
    {
      why: 'a social worker: those with an open row of theirs in the return',
      who: { workerId: 'W1' },
      scope: 'own',
      sees: ['with W1'],
    },
    {
      why: 'an IRO: those allocated today, not until today, not from tomorrow',
      who: { officerId: 'O1' },
      scope: 'own',
      sees: ['with nobody'],
    },
    { why: 'someone who is neither: nobody', who: {}, scope: 'own', sees: [] },
    {
      why: 'a team manager: those of the team’s active members',
      who: { team: 'North' },
      scope: 'team',
      sees: ['was with W1', 'with W1'],
    },
    {
      why: 'a team manager without a team: nobody, though others have none either',
      who: { team: null },
      scope: 'team',
      sees: [],
    },
    {
      why: 'a team manager with children of their own: those too',
      who: { team: 'North', officerId: 'O1' },
      scope: 'team',
      sees: ['was with W1', 'with W1', 'with nobody'],
    },
  ] as const) {
    it(why, () => {
      const workers = workersOf(actor({ officerId: null, workerId: null, team: null, ...who }), scope, people)
      assert.deepEqual(
        [...caseloadOf(workers, { ...world, registers: registersOf({ allocations }, world.registers) })].sort(),
        sees,
      )
    })
  }
})

function worker(workerId: string, from: string, to?: string) {
  return {
    workerId,
    from: date(from),
    to: to === undefined ? null : date(to),
    source: { year: 2025, table: 'SWEpisodes', row: 2 },
  }
}

describe('the world that someone sees', () => {
  const children = ['1', '2', '3', '4']
  const world = aWorld(children.map((child) => aChild({ child })))
  const subset = fc.subarray(children)
  const childrenOf = (of: typeof world) => of.histories.map(({ record }) => record.child)

  it('has the children who may be seen, each and no other', () => {
    fc.assert(
      fc.property(fc.option(subset), subset, (only, sealed) => {
        const visible = { only: only && new Set(only), sealed: new Set(sealed) }
        assert.deepEqual(
          childrenOf(seenBy(world, visible, 'A', 'year')),
          children.filter((child) => maySee(visible, child)),
        )
        assert.ok(childrenOf(seenBy(world, visible, 'A', 'year')).every((child) => !sealed.includes(child)))
        assert.deepEqual(childrenOf(world), children, 'the whole world is as it was')
      }),
    )
  })

  it('is one and the same for those who see the same, so that what is derived from it is worked out once', () => {
    const visible = () => ({ only: new Set(['1', '2']), sealed: new Set(['2']) })
    assert.equal(seenBy(world, visible(), 'A', 'year'), seenBy(world, visible(), 'A', 'year'))
    assert.notEqual(
      seenBy(world, { only: new Set(['1']), sealed: new Set(['2']) }, 'A', 'year'),
      seenBy(world, { only: null, sealed: new Set(['2']) }, 'A', 'year'),
    )
    assert.equal(seenBy(world, { only: null, sealed: new Set() }, 'A', 'year'), world)
  })

  it('a log entry shows only the children one may see, and is not there where it is about none but others', () => {
    const entry = (number: number, seen: string[]) => ({
      number,
      recordedAt: ada.knownFrom,
      personId: 'ada',
      action: 'read' as const,
      what: 'x',
      children: seen,
    })
    const seen = entriesSeenBy({ only: null, sealed: new Set(['2']) }, [
      entry(1, ['1', '2']),
      entry(2, ['2']),
      entry(3, []),
    ])
    assert.deepEqual(
      seen.map(({ number, children: shown }) => [number, shown]),
      [
        [1, ['1']],
        [3, []],
      ],
    )
  })
})

describe('people', () => {
  const entry: PersonEntry = { ...ada, email: 'new@example.org', officerId: 'O2' }
  for (const { why, change, others = [ada], codes } of [
    { why: 'an ordinary person', change: {}, codes: [] },
    {
      why: 'nothing filled in',
      change: { name: '', email: '', roles: [] },
      codes: ['name_missing', 'email_not_an_address', 'no_role'],
    },
    { why: 'an address with a space', change: { email: 'a b@example.org' }, codes: ['email_not_an_address'] },
    { why: 'someone else’s address', change: { email: ada.email }, codes: ['email_taken'] },
    {
      why: 'the address of someone who no longer signs in',
      change: { email: ada.email },
      others: [person({ isActive: false })],
      codes: [],
    },
    { why: 'someone else’s place in the register of officers', change: { officerId: 'O1' }, codes: ['officer_taken'] },
    { why: 'nobody’s place in it', change: { officerId: null }, others: [person({ officerId: null })], codes: [] },
    { why: 'a team manager of no team', change: { roles: ['team_manager'] }, codes: ['team_missing'] },
  ] as const satisfies readonly { why: string; change: Partial<PersonEntry>; others?: Person[]; codes: string[] }[]) {
    it(`${why}: ${codes.join(', ') || 'no problem'}`, () => {
      assert.deepEqual(
        personProblems({ ...entry, ...change }, others).map(({ code }) => code),
        codes,
      )
    })
  }

  it('the last who can enter people stays', () => {
    const administrator = person({ roles: ['administrator'] })
    const other = person({ personId: 'other', roles: ['administrator', 'iro'] })
    assert.equal(leavesNoAdministrator(administrator, ada, []), true)
    assert.equal(leavesNoAdministrator(administrator, { ...administrator, isActive: false }, [ada]), true)
    assert.equal(leavesNoAdministrator(administrator, ada, [other]), false)
    assert.equal(leavesNoAdministrator(administrator, ada, [person({ ...other, isActive: false })]), true)
    assert.equal(leavesNoAdministrator(ada, ada, []), false, 'there was none before')
  })

  const account = { issuer: 'https://a.example', subject: 's1', verifiedEmail: 'Ada@Example.org' }
  const known = person({
    personId: 'known',
    email: 'known@example.org',
    identity: { issuer: 'https://a.example', subject: 's1' },
  })
  for (const { why, who, people, found } of [
    { why: 'who signed in before, whatever the address is now', who: account, people: [ada, known], found: 'known' },
    { why: 'by a verified address, in any case', who: account, people: [ada], found: 'ada' },
    {
      why: 'not by an address that is not verified',
      who: { ...account, verifiedEmail: null },
      people: [ada],
      found: null,
    },
    {
      why: 'not by the address of someone who signed in with another account',
      who: { ...account, subject: 's2', verifiedEmail: known.email },
      people: [known],
      found: null,
    },
    {
      why: 'not by the same subject of another issuer',
      who: { ...account, issuer: 'https://b.example', verifiedEmail: null },
      people: [known],
      found: null,
    },
    {
      why: 'not someone who may no longer sign in',
      who: account,
      people: [person({ isActive: false }), person({ ...known, isActive: false })],
      found: null,
    },
  ]) {
    it(`are found ${why}`, () => {
      assert.equal(personOf(who, people)?.personId ?? null, found)
    })
  }
})
