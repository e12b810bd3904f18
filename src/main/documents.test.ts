import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type KyselyPlugin, sql } from 'kysely'
import { loans } from '../../test/support/madeUpRoom/loans.ts'
import { readingRecord } from '../../test/support/madeUpRoom/readingRecord.ts'
import { libraryRoom } from '../../test/support/madeUpRoom/room.ts'
import { CODE, aPeopledApplication, enter } from '../../test/support/people.ts'
import { readPdf } from '../../test/support/pdf.ts'
import { folderOf } from '../../test/support/smallReturn.ts'
import type { IssueInput } from '../access/app/issueDocument.ts'
import { UnknownKind } from '../access/app/seenDocument.ts'
import type { Actor } from '../access/domain/actor.ts'
import { bookingPermissions } from '../booking/permissions.ts'
import { copyOf } from '../documents/copy.ts'
import type { Recipient } from '../documents/issue.ts'
import { documentFile } from '../documents/write/file.ts'
import { date, instant } from '../kernel/dates.ts'
import { localOf } from '../kernel/localTimes.ts'
import { demoAuthority } from '../platform/authorities.ts'
import type { Database } from '../platform/database/database.ts'
import { withAuthority } from '../platform/database/withAuthority.ts'
import { rooms } from './rooms.ts'
import { type Services, servicesOn } from '../../test/support/services.ts'

const children = ['NORTH1', 'NORTH2', 'SEALED7'].map((child) => ({ child, worker: 'SW1' }))
const today = () => date('2022-11-22')

const person = (personId: string, roles: Actor['roles']): Actor => ({
  personId,
  name: personId,
  authority: CODE,
  roles,
  officerId: null,
  workerId: null,
  team: null,
})
const manager = person('manager', ['iro_manager'])
const support = person('support', ['business_support'])
const by = (actor: Actor) => ({ by: actor, authority: demoAuthority })

const written = { story: 'It was *good*.', told: 'I read at night.' }
const recipients: readonly Recipient[] = [
  { ref: 'self', name: 'Sam', reader: 'child', withheld: [] },
  { ref: 'mother', name: 'Ms Lee', reader: 'parent', withheld: [] },
]
const about = (book: string, child: string) =>
  ({ kind: 'reading_record', ref: book, children: [child], permission: bookingPermissions.book }) as const

/** An installation with the made-up room, in which these books are lent. */
async function aLibrary(books: readonly string[]) {
  const { services, test: testDatabase } = await aPeopledApplication(children, undefined, {
    rooms: [...rooms, libraryRoom],
  })
  await enter(services, 'manager', { roles: ['iro_manager'] })
  const rows = books.map((book) => `${book.startsWith('Heidi') ? 'SEALED7' : 'NORTH1'},${book},2022-11-24,`)
  const { change } = await services.registersImport.store({
    authority: demoAuthority,
    path: folderOf({ 'loans.csv': ['child,book,due_back_date,returned_date', ...rows, ''].join('\n') }),
    sourceName: 'books',
    isKeepingValidRows: false,
    recordedBy: null,
  })
  assert.ok(change)
  return { services, database: testDatabase.database }
}

/** When a book came back, by the register. */
async function returnedOn(services: Services, book: string): Promise<string | null> {
  const stored = await services.registers.rows(CODE, [loans.name], null)
  return (
    loans
      .rowsIn(stored)
      .find((loan) => loan.book === book)
      ?.returnedOn?.toString() ?? null
  )
}

describe('a document of a room that the house knows nothing of', async () => {
  const { services, database } = await aLibrary(['Matilda', 'Peter Pan', 'Alice', 'Emil', 'Heidi'])
  const documents = services.documentsOn(today)
  const logged = async () => (await services.log.latest(CODE, { before: null, most: 3 })).map(({ what }) => what)

  /** Writes a draft about a book and issues it. */
  async function issue(book: string, more: Partial<IssueInput> = {}) {
    const saved = await documents.saveDraft(by(manager), { ...about(book, 'NORTH1'), written, replaces: null })
    assert.ok(saved && 'version' in saved)
    const input = { ...about(book, 'NORTH1'), version: saved.version, recipients, corrects: null, ...more }
    return documents.issue(by(manager), input)
  }

  test('is saved and saved again in place, and two windows overwrite nothing', async () => {
    const save = (text: string, replaces: number | null) =>
      documents.saveDraft(by(manager), { ...about('Alice', 'NORTH1'), written: { story: text }, replaces })
    assert.deepEqual(await save('one', null), { version: 1 })
    assert.deepEqual(await save('two', 1), { version: 2 })
    const refused = await save('from an old window', 1)
    assert.ok(refused && 'problems' in refused)
    assert.deepEqual(refused.problems, [{ code: 'changed_meanwhile' }])
    assert.equal(refused.stands?.written['story'], 'two')
    await documents.saveDraft(by(support), { ...about('Alice', 'NORTH1'), written: { story: 'x' }, replaces: null })
    const drafts = await documents.drafts(by(manager), about('Alice', 'NORTH1'))
    assert.equal(drafts?.own?.written['story'], 'two')
    assert.deepEqual(drafts.others.map(({ personId }) => personId), ['support']) // prettier-ignore
    assert.deepEqual(await logged(), ['opened the draft of a record of a book read', 'began a record of a book read', 'began a record of a book read']) // prettier-ignore
  })

  test('is issued with the date that it settles, the log, and whatever is told of it', async () => {
    const told: string[] = []
    const tell: IssueInput['tell'] = (_, { id }) => Promise.resolve(void told.push(id))
    const outcome = await issue('Matilda', { tell })
    assert.ok(outcome && 'issue' in outcome)
    const { id, content, fingerprint } = outcome.issue
    assert.deepEqual(told, [id])
    assert.match(fingerprint, /^[0-9a-f]{64}$/)
    assert.equal(await returnedOn(services, 'Matilda'), localOf(instant(content.at)).day.toString())
    assert.deepEqual((await logged())[0], 'issued a record of a book read')
    assert.equal((await documents.drafts(by(manager), about('Matilda', 'NORTH1')))?.own, null)
    assert.deepEqual(
      content.copies.map(({ ref, withheld }) => [ref, withheld]),
      [
        ['self', []],
        ['mother', [{ part: 'secret', why: 'told in confidence' }]],
      ],
    )
  })

  test('is had in every format, without what is withheld from the person it is for', async () => {
    const outcome = await issue('Peter Pan')
    assert.ok(outcome && 'issue' in outcome)
    const { content, fingerprint } = outcome.issue
    const head = { issuer: demoAuthority.name, subtitle: 'Peter Pan', fingerprint }
    for (const { ref, isSecretTold } of [
      { ref: 'self', isSecretTold: true },
      { ref: 'mother', isSecretTold: false },
    ]) {
      const copy = copyOf(content, ref, head)
      const pdf = await documentFile(copy, 'pdf')
      const texts = [
        String((await documentFile(copy, 'html')).content),
        String((await documentFile(copy, 'txt')).content),
        (await readPdf(Buffer.from(pdf.content))).pages.join('\n'),
      ]
      for (const text of texts) {
        assert.match(text, /It was \*good\*\./)
        assert.equal(text.includes('I read at night'), isSecretTold)
      }
      const word = await documentFile(copy, 'docx')
      assert.equal(Buffer.from(word.content).subarray(0, 2).toString(), 'PK')
    }
  })

  test('is corrected only by an issue that names the latest, which changes no date', async () => {
    const first = await issue('Emil')
    assert.ok(first && 'issue' in first)
    const before = await returnedOn(services, 'Emil')
    for (const corrects of [null, 'another']) {
      const refused = await issue('Emil', { corrects })
      assert.deepEqual(refused, { problems: [{ code: 'changed_meanwhile' }] })
      await withAuthority(database, CODE, (transaction) => sql`delete from document_draft where ref = 'Emil'`.execute(transaction)) // prettier-ignore
    }
    const second = await issue('Emil', { corrects: first.issue.id })
    assert.ok(second && 'issue' in second)
    assert.deepEqual(second.issue.content.replaces, { id: first.issue.id, at: first.issue.content.at })
    assert.equal(await returnedOn(services, 'Emil'), before)
    const issues = await documents.issues(by(support), about('Emil', 'NORTH1'))
    assert.deepEqual(issues?.map(({ id }) => id), [second.issue.id, first.issue.id]) // prettier-ignore
    assert.equal((await logged())[0], 'read a record of a book read')
  })

  test('is not issued where something is wrong, and then nothing has changed', async () => {
    const before = await everythingIn(database)
    const missing = await issue('Gone')
    assert.deepEqual(missing, { problems: [{ code: 'no_row', register: 'loans' }] })
    const draft = { ...about('Gone', 'NORTH1'), version: 1, corrects: null }
    const toNobody = await documents.issue(by(manager), { ...draft, recipients: [] })
    assert.deepEqual(toNobody, { problems: [{ code: 'no_recipient' }] })
    const ofAnother = await documents.issue(by(manager), { ...draft, version: 7, recipients })
    assert.deepEqual(ofAnother, { problems: [{ code: 'changed_meanwhile' }] })
    assert.equal(await everythingIn(database), before)
  })

  test('about a child whom someone may not see is not there for them', async () => {
    assert.deepEqual(await services.sealed.seal(manager, { child: 'SEALED7', people: ['manager'], reason: 'x' }, null), []) // prettier-ignore
    const hidden = about('Heidi', 'SEALED7')
    const draft = await documents.saveDraft(by(manager), { ...hidden, written, replaces: null })
    assert.deepEqual(draft, { version: 1 })
    assert.equal(await documents.drafts(by(support), hidden), null)
    assert.equal(await documents.drafts(by(support), { ...hidden, children: ['NORTH1'] }), null)
    assert.equal(await documents.saveDraft(by(support), { ...hidden, written, replaces: null }), null)
    assert.equal(await documents.issue(by(support), { ...hidden, version: 1, recipients, corrects: null }), null)
    const issued = await documents.issue(by(manager), { ...hidden, version: 1, recipients, corrects: null })
    assert.ok(issued && 'issue' in issued)
    assert.equal(await documents.issues(by(support), hidden), null)
    const asked = { id: issued.issue.id, permission: hidden.permission }
    assert.equal(await documents.read(by(support), asked), null)
    assert.equal(await documents.read(by(manager), { ...asked, id: 'none' }), null)
    assert.deepEqual(await documents.read(by(manager), asked), issued.issue)
    assert.equal((await logged())[0], 'read a record of a book read')
    // Also where another child, whom they may see, is named beside the book.
    assert.equal(await documents.issues(by(support), { ...hidden, children: ['NORTH1'] }), null)
    assert.equal(await documents.issues(by(person('nobody', [])), about('Emil', 'NORTH1')), null)
  })

  test('is gone without the room', async () => {
    const without = (await servicesOn(database, { rooms })).documentsOn(today)
    await assert.rejects(without.issues(by(manager), about('Matilda', 'NORTH1')), UnknownKind)
    assert.ok(rooms.every(({ documents: kinds = [] }) => !kinds.includes(readingRecord)))
  })
})

describe('an issue that is interrupted', async () => {
  const books = Array.from({ length: 60 }, (_, index) => `Book ${index}`)
  const { database } = await aLibrary(books)
  let answers = 0
  let stopsAt = Infinity
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      if (++answers === stopsAt) throw new Error('interrupted')
      return Promise.resolve(result)
    },
  }
  const interrupted = await servicesOn(database.withPlugin(plugin), { rooms: [...rooms, libraryRoom] })
  const documents = interrupted.documentsOn(today)

  test('after any answer of the database has changed nothing, and can be done again', async () => {
    let isDone = false
    for (const book of books) {
      if (isDone) break
      stopsAt = Infinity
      const document = about(book, 'NORTH1')
      await documents.saveDraft(by(manager), { ...document, written, replaces: null })
      const before = await everythingIn(database)
      answers = 0
      stopsAt = books.indexOf(book) + 1
      const input = { ...document, version: 1, recipients, corrects: null }
      const outcome = await documents.issue(by(manager), input).catch(() => null)
      stopsAt = Infinity
      isDone = outcome !== null && 'issue' in outcome
      if (isDone) continue
      assert.equal(await everythingIn(database), before, `interrupted at answer ${books.indexOf(book) + 1}`)
      assert.ok('issue' in ((await documents.issue(by(manager), input)) ?? {}))
    }
    assert.ok(isDone && answers > 10)
  })
})

/** All that an issue may change, as text. Drafts that wait are left out: they are no one's records yet. */
async function everythingIn(database: Database): Promise<string> {
  return withAuthority(database, CODE, async (transaction) => {
    const parts: string[] = []
    for (const table of ['register_change', 'register_row', 'document_issue']) {
      const { rows } = await sql`select ${sql.table(table)}::text as row from ${sql.table(table)} order by 1`.execute(transaction) // prettier-ignore
      parts.push(JSON.stringify(rows))
    }
    const { rows } = await sql`select count(*) from audit_entry where action = 'change' and what like 'issued%'`.execute(transaction) // prettier-ignore
    return [...parts, JSON.stringify(rows)].join('\n')
  })
}
