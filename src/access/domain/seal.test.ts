import { accessPermissions } from '../permissions.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ada, actor, person } from '../../../test/support/ada.ts'
import { permissionsOf } from '../../house/joined.ts'
import { rooms } from '../../main/rooms.ts'
import type { Person, PersonEntry } from './person.ts'
import type { Role } from '../../house/roles.ts'
import { isToldOfOpening, sealProblems, sealedAgainst, sealsLostWith } from './seal.ts'

describe('sealed records', () => {
  const seals = [
    { child: '1', people: ['ada'] },
    { child: '2', people: ['ada', 'bob'] },
  ]
  for (const { why, who, open, hidden } of [
    { why: 'are hidden from people who are not named', who: 'carl', open: [], hidden: ['1', '2'] },
    { why: 'are seen by those named', who: 'ada', open: [], hidden: [] },
    { why: 'each by its own people', who: 'bob', open: [], hidden: ['1'] },
    { why: 'are open to who opened them', who: 'carl', open: [{ child: '1', personId: 'carl' }], hidden: ['2'] },
    {
      why: 'are not open to others by that',
      who: 'dora',
      open: [{ child: '1', personId: 'carl' }],
      hidden: ['1', '2'],
    },
  ]) {
    it(why, () => {
      assert.deepEqual([...sealedAgainst(who, seals, open)], hidden)
    })
  }

  it('need a reason, and someone named who can take the seal off', () => {
    const manager = person({ personId: 'm', roles: ['iro_manager'] })
    const codes = (people: string[], reason: string, everyone: Person[]) =>
      sealProblems({ people, reason }, everyone).map(({ code }) => code)
    assert.deepEqual(codes(['ada', 'm'], 'why', [ada, manager]), [])
    assert.deepEqual(codes(['ada', 'm'], '', [ada, manager]), ['reason_missing'])
    assert.deepEqual(codes(['ada'], 'why', [ada, manager]), ['nobody_to_unseal'])
    assert.deepEqual(codes(['m'], 'why', [ada, person({ ...manager, isActive: false })]), ['nobody_to_unseal'])
  })
})

describe('who is named in a seal, and who is told', () => {
  const manager = (personId: string, more: Partial<Person> = {}) =>
    person({ personId, roles: ['iro_manager'], ...more })
  const seal = (...people: string[]) => ({ child: '1', people, reason: 'why', knownFrom: ada.knownFrom })
  for (const { why, before, entry, others, people, isLost } of [
    { why: 'the only manager switched off', entry: { isActive: false }, people: ['m', 'ada'], isLost: true },
    { why: 'the only manager made an analyst', entry: { roles: ['analyst'] }, people: ['m', 'ada'], isLost: true },
    { why: 'the only manager under another name', entry: { name: 'Other' }, people: ['m'], isLost: false },
    { why: 'one of two', entry: { isActive: false }, people: ['m', 'other'], isLost: false },
    {
      why: 'one of two, the other of whom is gone',
      entry: { isActive: false },
      others: [manager('other', { isActive: false })],
      people: ['m', 'other'],
      isLost: true,
    },
    { why: 'someone not named', entry: { isActive: false }, people: ['other'], isLost: false },
    {
      why: 'an IRO beside a manager',
      before: { roles: ['iro'] },
      entry: { isActive: false },
      people: ['m', 'other'],
      isLost: false,
    },
    {
      why: 'the last who sees a record that nobody manages',
      before: { roles: ['iro'] },
      entry: { isActive: false },
      people: ['m', 'gone'],
      isLost: true,
    },
    {
      why: 'someone gone already',
      before: { isActive: false },
      entry: { isActive: false },
      people: ['m'],
      isLost: false,
    },
  ] as const satisfies readonly {
    why: string
    before?: Partial<Person>
    entry: Partial<PersonEntry>
    others?: Person[]
    people: string[]
    isLost: boolean
  }[]) {
    it(`${why}: ${isLost ? 'the seal is lost' : 'no seal is lost'}`, () => {
      const known = manager('m', before)
      const everyone = others ?? [ada, manager('other')]
      assert.equal(sealsLostWith(known, { ...known, ...entry }, everyone, [seal(...people)]).length, isLost ? 1 : 0)
    })
  }

  const opening = { personId: 'opener', told: ['m', 'ada'] }
  const asked = (personId: string, roles: Role[]) => actor({ personId, roles })
  for (const { why, who, everyone, isTold } of [
    { why: 'named then', who: asked('ada', ['iro']), everyone: [ada, manager('m')], isTold: true },
    { why: 'another manager', who: asked('x', ['iro_manager']), everyone: [ada], isTold: false },
    { why: 'another manager, when all named are gone', who: asked('x', ['iro_manager']), everyone: [], isTold: true },
    {
      why: 'an administrator, when all named are gone',
      who: asked('x', ['administrator']),
      everyone: [],
      isTold: true,
    },
    { why: 'an IRO, when all named are gone', who: asked('x', ['iro']), everyone: [], isTold: false },
    {
      why: 'the person who opened it',
      who: asked('opener', ['iro_manager', 'administrator']),
      everyone: [],
      isTold: false,
    },
    {
      why: 'named then, and no more than a leader now',
      who: asked('ada', ['senior_leader']),
      everyone: [],
      isTold: false,
    },
  ]) {
    it(`${why}: ${isTold ? 'told' : 'not told'} of an opening`, () => {
      assert.equal(isToldOfOpening(opening, who, everyone), isTold)
    })
  }

  it('the seal and the log are for those named: an opening gives the rest', () => {
    assert.deepEqual(
      permissionsOf(rooms).filter(({ isForNamedOnly }) => isForNamedOnly),
      [accessPermissions.readLog, accessPermissions.readSeals, accessPermissions.manageSeals],
    )
  })
})
