import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { aDatabase } from '../../../test/support/database.ts'
import { demoAuthority } from '../../platform/authorities.ts'
import { ensureAuthority } from '../../platform/database/authorities.ts'
import { makeInOneTransaction } from '../../platform/database/inOneTransaction.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import type { IssueContent } from '../issue.ts'
import { makeDocumentStore } from './documentStore.ts'

const content = (ref: string, replaces: IssueContent['replaces'] = null): IssueContent => ({
  kind: 'record',
  title: 'A record',
  ref,
  children: ['1'],
  parts: [
    {
      id: 'a',
      heading: 'A',
      readers: ['parent'],
      fields: [{ label: '', kind: 'text', text: 'Ünïcode “quoted” \\ text' }],
    },
  ],
  copies: [{ ref: 'm', name: 'M', reader: 'parent', readerInWords: 'Parent', withheld: [{ part: 'a', why: 'w' }] }],
  by: { personId: 'p1', name: 'P' },
  at: '2022-11-22T10:00:00Z',
  replaces,
})

const isSqlState = (state: string) => (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === state
const REFUSED = isSqlState('42501')
const TWICE = isSqlState('23505')
const BROKEN_CHECK = isSqlState('23514')

describe('documents in the database', async () => {
  const { database } = await aDatabase()
  const store = makeDocumentStore(database)
  const inOneTransaction = makeInOneTransaction(database)
  const { code } = demoAuthority
  const other = { code: 'E09000033', name: 'Westminster' }
  before(async () => {
    for (const authority of [demoAuthority, other])
      await withAuthority(database, authority.code, (transaction) => ensureAuthority(transaction, authority))
  })
  const draft = (ref: string, personId: string, text: string, replaces: number | null) =>
    store.saveDraft(code, { kind: 'record', ref, personId, children: ['1'], written: { a: text }, replaces })
  const add = (id: string, what: IssueContent) =>
    inOneTransaction(demoAuthority, async (unit) => ({ issue: await store.add(unit, id, what) }))
  const textsOf = async (ref: string, authority = code) =>
    (await store.drafts(authority, { kind: 'record', ref })).map(({ personId, written, version }) => [
      personId,
      written['a'],
      version,
    ])

  test('a draft is one a person and document, saved in place under a version', async () => {
    assert.equal(await draft('R1', 'p1', 'one', null), 1)
    assert.equal(await draft('R1', 'p1', 'two', 1), 2)
    assert.equal(await draft('R1', 'p2', 'theirs', null), 1)
    assert.deepEqual(await textsOf('R1'), [
      ['p2', 'theirs', 1],
      ['p1', 'two', 2],
    ])
    assert.deepEqual(await textsOf('R1', other.code), [])
  })
  test('a draft that another window has saved meanwhile is not overwritten', async () => {
    await draft('R2', 'p1', 'one', null)
    await draft('R2', 'p1', 'the other window', 1)
    assert.equal(await draft('R2', 'p1', 'mine', 1), null)
    assert.equal(await draft('R2', 'p1', 'mine', null), null)
    assert.deepEqual(await textsOf('R2'), [['p1', 'the other window', 2]])
  })
  test('of two who save one version at once, one is kept', async () => {
    await draft('R3', 'p1', 'one', null)
    const saved = await Promise.all(['x', 'y', 'z'].map((text) => draft('R3', 'p1', text, 1)))
    assert.deepEqual(
      saved.filter((version) => version !== null),
      [2],
    )
  })
  test('a draft is taken once, in the version that was read, and back where the unit fails', async () => {
    await draft('R4', 'p1', 'one', null)
    const take = (version: number, problems: string[]) =>
      inOneTransaction(demoAuthority, async (unit) => ({
        isTaken: await store.takeDraft(unit, { kind: 'record', ref: 'R4', personId: 'p1', version }),
        problems,
      }))
    assert.equal((await take(2, [])).isTaken, false)
    assert.equal((await take(1, ['something is wrong'])).isTaken, true)
    assert.equal((await textsOf('R4')).length, 1)
    assert.equal((await take(1, [])).isTaken, true)
    assert.deepEqual(await textsOf('R4'), [])
  })

  test('an issue is read as it was issued, with the fingerprint of what is kept', async () => {
    const id = randomUUID()
    const { issue } = await add(id, content('R5'))
    assert.deepEqual(await store.issue(code, id), issue)
    assert.deepEqual(issue.content, content('R5'))
    assert.equal(
      issue.fingerprint,
      createHash('sha256')
        .update(JSON.stringify(content('R5')))
        .digest('hex'),
    )
    assert.equal(await store.issue(other.code, id), null)
    assert.equal(await store.issue(code, 'no id'), null)
  })
  test('an issue is neither changed nor deleted, even by the owner of the table', async () => {
    await add(randomUUID(), content('R6'))
    for (const statement of [
      sql`update document_issue set issued_by = 'p2'`,
      sql`delete from document_issue`,
      sql`truncate document_issue`,
    ]) {
      await assert.rejects(
        withAuthority(database, code, (transaction) => statement.execute(transaction)),
        REFUSED,
      )
      await assert.rejects(statement.execute(database), REFUSED)
    }
  })
  test('an issue with a fingerprint of something else is not kept', async () => {
    await assert.rejects(
      withAuthority(database, code, (transaction) =>
        sql`insert into document_issue
            (authority, issue_id, kind, ref, children, issued_at, issued_by, content, fingerprint)
          values (${code}, ${randomUUID()}, 'record', 'R7', '{}', now(), 'p1', '{"a": 1}',
            ${createHash('sha256').update('{"a": 2}').digest('hex')})`.execute(transaction),
      ),
      BROKEN_CHECK,
    )
  })
  test('issues of a document follow each other, and none is corrected twice', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    await add(first, content('R8'))
    await add(second, content('R8', { id: first, at: '2022-11-22T10:00:00Z' }))
    const issues = await store.issues(code, { kind: 'record', ref: 'R8' })
    assert.deepEqual(
      issues.map(({ id }) => id),
      [second, first],
    )
    await inOneTransaction(demoAuthority, async (unit) => {
      assert.equal((await store.latest(unit, { kind: 'record', ref: 'R8' }))?.id, second)
      assert.equal(await store.latest(unit, { kind: 'record', ref: 'R9' }), null)
      return {}
    })
    await assert.rejects(add(randomUUID(), content('R8')), TWICE)
    await assert.rejects(add(randomUUID(), content('R8', { id: first, at: '2022-11-22T10:00:00Z' })), TWICE)
  })
})
