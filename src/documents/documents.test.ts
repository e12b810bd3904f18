import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readingRecord } from '../../test/support/madeUpRoom/readingRecord.ts'
import { NotARecipient, copyOf, wholeOf } from './copy.ts'
import { type IssueContent, type Recipient, issueProblems, issuedOf } from './issue.ts'
import { documentKind } from './kind.ts'
import { documentText } from './write/text.ts'

const child: Recipient = { ref: 'sam', name: 'Sam', reader: 'child', withheld: [] }
const parent: Recipient = { ref: 'mother', name: 'Ms Lee', reader: 'parent', withheld: [] }
const library: Recipient = { ref: 'library', name: 'Town library', reader: 'library', withheld: [] }
const written = { story: 'Matilda.\n\n- sharp\n- funny', finished_on: '2022-11-20', told: 'I read at night.' }

const issued = (recipients: readonly Recipient[], words = written): IssueContent => ({
  ...issuedOf(readingRecord, words, recipients),
  ref: 'Matilda',
  children: ['SAM'],
  by: { personId: 'p1', name: 'A Librarian' },
  at: '2022-11-22T23:30:00Z',
  replaces: null,
})
const head = { issuer: 'Hartsmere', subtitle: 'Matilda', fingerprint: 'ab'.repeat(32) }

describe('a kind of document', () => {
  const [part] = readingRecord.parts
  for (const { why, change, says } of [
    { why: 'two things of one name', change: { parts: part ? [part, part] : [] }, says: /names two things/ },
    { why: 'a name that is none', change: { name: 'a record' }, says: /is no name/ },
    { why: 'a reader whom it does not have', change: { readers: { child: 'Child' } }, says: /nobody is a parent/ },
    {
      why: 'a reason although all may read',
      change: { parts: part ? [{ ...part, whyWithheld: 'x' }] : [] },
      says: /says why exactly/,
    },
    {
      why: 'no reason where some may not',
      change: { parts: part ? [{ ...part, readers: ['child'] }] : [] },
      says: /says why exactly/,
    },
  ])
    // prettier-ignore
    test(`is refused with ${why}`, () => {
      assert.throws(() => documentKind({ ...readingRecord, ...change }), says)
    })
})

describe('what is to be issued', () => {
  const stranger = { ...parent, reader: 'uncle' }
  const without = (withheld: Recipient['withheld']) => [{ ...parent, withheld }]
  for (const { why, words = written, recipients = [child, parent], codes } of [
    { why: 'as it should be', codes: [] },
    { why: 'without a field that it needs', words: { ...written, story: ' \n' }, codes: ['field_missing'] },
    { why: 'with more than a field takes', words: { ...written, told: 'x'.repeat(501) }, codes: ['field_too_long'] },
    { why: 'with a day that is none', words: { ...written, finished_on: '2022-11-31' }, codes: ['field_no_date'] },
    { why: 'to nobody', recipients: [], codes: ['no_recipient'] },
    { why: 'to someone twice', recipients: [child, child], codes: ['recipient_twice'] },
    { why: 'to a reader of another kind', recipients: [stranger], codes: ['reader_unknown'] },
    {
      why: 'without a part that it does not have',
      recipients: without([{ part: 'x', why: 'y' }]),
      codes: ['part_unknown'],
    },
    {
      why: 'without a part for no reason',
      recipients: without([{ part: 'read', why: ' ' }]),
      codes: ['withheld_without_why'],
    },
  ])
    // prettier-ignore
    test(`${why}: ${codes.join() || 'nothing is wrong'}`, () => {
      assert.deepEqual(
        issueProblems(readingRecord, words, recipients).map(({ code }) => code),
        codes,
      )
    })
})

describe('a copy of an issue', () => {
  test('says all to those who may read all, and leaves out what is not for a reader, without a word of it', () => {
    const issue = issued([child, parent])
    assert.match(documentText(copyOf(issue, 'sam', head)), /told the library alone[^]*I read at night/)
    const theirs = documentText(copyOf(issue, 'mother', head))
    assert.match(theirs, /For: Ms Lee\nIssued on: 22 November 2022\nIssued by: A Librarian[^]*Matilda\.\n\n- sharp/)
    assert.doesNotMatch(theirs, /alone|at night|confidence|left out/i)
  })
  test('leaves out what the writer who issues it keeps from one recipient', () => {
    const issue = issued([{ ...child, withheld: [{ part: 'read', why: 'a surprise' }] }, library])
    assert.doesNotMatch(documentText(copyOf(issue, 'sam', head)), /Matilda\.|surprise/)
    assert.match(documentText(copyOf(issue, 'library', head)), /Matilda\./)
  })
  test('is nobody’s to whom the issue was not given', () => {
    assert.throws(() => copyOf(issued([child]), 'mother', head), NotARecipient)
  })
  test('is dated by the day in England', () => {
    const issue = { ...issued([child]), at: '2022-07-01T23:30:00Z' }
    assert.match(documentText(copyOf(issue, 'sam', head)), /Issued on: 2 July 2022/)
  })
})

describe('a whole issue', () => {
  test('says who was given it and what was left out for whom and why', () => {
    const text = documentText(wholeOf(issued([child, parent]), head))
    assert.match(text, /I read at night/)
    assert.match(text, /- Sam: As Child; Left out nothing; Why –/)
    assert.match(text, /- Ms Lee: As Parent; Left out What the child told the library alone; Why told in confidence/)
    assert.match(text, /Fingerprint: abababababababab\n/)
  })
  test('does not claim that a part was left out that says nothing', () => {
    const issue = issued([parent], { ...written, told: '' })
    assert.match(documentText(wholeOf(issue, head)), /- Ms Lee: As Parent; Left out nothing/)
  })
  test('says what it corrects', () => {
    const issue = { ...issued([child]), replaces: { id: 'x', at: '2022-11-20T10:00:00Z' } }
    assert.match(documentText(copyOf(issue, 'sam', head)), /Corrects: what was issued on 20 November 2022/)
  })
})
