import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchesGolden } from '../../../test/support/golden.ts'
import { date } from '../../kernel/dates.ts'
import { letters, whereToWrite } from './letters.ts'
import type { LetterFacts } from './letterWords.ts'

const officer = (officerId: string, name: string, email: string | null): OfficerFact => ({
  officerId,
  name,
  role: 'IRO',
  fte: 1,
  startedOn: date('2020-01-01'),
  endedOn: null,
  employment: null,
  qualifiedOn: null,
  email,
})
const contact = (more: Partial<ContactFact> = {}): ContactFact => ({
  child: 'C1',
  contactRef: 'child',
  role: 'CHILD',
  name: 'Ash',
  channel: null,
  email: null,
  phone: null,
  address: '1 High Street\nHartsmere',
  language: null,
  until: null,
  ...more,
})
const today = date('2026-11-20')
const facts: LetterFacts = {
  handover: { child: 'C1', on: date('2027-01-01'), note: 'Loves football' },
  from: officer('A', 'Lee Tarn', 'lee.tarn@example.org'),
  to: officer('B', 'Ifeanyi Price', 'ifeanyi.price@example.org'),
  knownAs: null,
  age: 10,
  since: date('2024-05-09'),
  isAskedFor: false,
  service: {
    name: 'Independent Reviewing Service',
    phone: '01234 567890',
    email: 'reviews@example.org',
    address: '',
  },
  council: 'Hartsmere Council',
}

function written(more: Partial<LetterFacts>, of: Partial<ContactFact> = {}) {
  const where = whereToWrite([contact(of)], 'C1', today)
  assert.ok(typeof where !== 'string')
  return letters({ ...facts, ...more }, where)
}

/** The school grade of a text after Flesch and Kincaid; an age is about five more. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.?!]+(?:\s|$)/).filter((one) => /[a-z]/i.test(one))
  const words = text.match(/[A-Za-z’']+/g) ?? []
  const syllablesOf = (word: string) =>
    Math.max(
      1,
      (
        word
          .toLowerCase()
          .replace(/(?:[^l]e|ed|es)$/, '')
          .match(/[aeiouy]+/g) ?? []
      ).length,
    )
  const syllables = words.reduce((total, word) => total + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

describe('letters to a child whose officer changes', () => {
  const [asked, plain, first] = [
    written({ isAskedFor: true, handover: { ...facts.handover, note: null } }),
    written({}),
    written({ from: null, since: null, handover: { ...facts.handover, note: null } }),
  ]
  const byEmail = written({}, { channel: 'EMAIL', email: 'ash@example.org' })

  test('read as when somebody last looked at them', () => {
    const text = [
      ['Handed over, with a note', plain],
      ['After the child asked', asked],
      ['A first officer', first],
      ['By email', byEmail],
    ] as const
    const golden = text.flatMap(([title, messages]) =>
      messages.map(
        ({ kind, channel, address, subject, body }) =>
          `# ${title}: ${kind.id}, ${channel}\n${address}\n\nSubject: ${subject}\n\n${body}\n`,
      ),
    )
    matchesGolden('officer-letters.txt', golden.join('\n'))
  })

  test('are for a reading age of about 9, in short sentences', () => {
    for (const { body } of [...plain, ...asked, ...first]) {
      const text = body.replaceAll(/\S+@[\w.]*\w/g, 'us')
      assert.ok(gradeOf(text) < 5, `grade ${gradeOf(text).toFixed(1)}: ${body}`)
      for (const sentence of text.split(/[.?!]\s/)) {
        assert.ok(sentence.split(/\s+/).length <= 20, sentence)
      }
    }
  })

  test('begin with the first name that the child goes by', () => {
    for (const [knownAs, name, begins] of [
      ['Yusuf', 'Yusuf Marlowe', 'Dear Yusuf,'],
      ['Mary Jane', 'Mary Jane Holt', 'Dear Mary Jane,'],
      [null, 'Yusuf Marlowe', 'Dear Yusuf,'],
    ] as const) {
      for (const { body } of written({ knownAs }, { name })) assert.equal(body.split('\n')[0], begins)
    }
  })

  test('say less, in shorter words, to a child to whom they are read', () => {
    const bodies = (age: number | null) => written({ age, from: facts.from }).map(({ body }) => body)
    assert.deepEqual(bodies(null), bodies(10))
    assert.notDeepEqual(bodies(7), bodies(8))
    for (const [index, body] of bodies(4).entries()) {
      assert.ok(body.length < (bodies(10)[index]?.length ?? 0))
      const own = body.slice(0, body.indexOf('Best wishes')).replaceAll(/\S+@[\w.]*\w/g, 'us')
      assert.doesNotMatch(own, /review|advocate|plan/i)
      assert.ok(gradeOf(own) < 4, `grade ${gradeOf(own).toFixed(1)}: ${own}`)
    }
  })

  test('are drafts of one key each, so that the same letter twice is one', () => {
    assert.ok(plain.every(({ kind }) => kind.needsApproval))
    assert.deepEqual(
      plain.map(({ key }) => key),
      ['goodbye_letter C1 2027-01-01 A B', 'hello_letter C1 2027-01-01 A B'],
    )
  })

  test('by email: neither the subject nor the first lines say anything of the child', () => {
    for (const { subject, body } of byEmail) {
      assert.doesNotMatch(subject, /Ash|officer/)
      assert.doesNotMatch(body.split('\n\n').slice(0, 2).join(' '), /Ash|officer/)
    }
  })

  test('never carry the note that only the new officer is to read', () => {
    assert.ok(plain.every(({ body }) => !body.includes('football')))
  })

  for (const { why, more, expected } of [
    { why: 'a postal address', more: {}, expected: 'LETTER' },
    { why: 'email wished for', more: { channel: 'EMAIL' as const, email: 'a@example.org' }, expected: 'EMAIL' },
    {
      why: 'a text wished for, and an address',
      more: { channel: 'TEXT' as const, phone: '07700 900123' },
      expected: 'LETTER',
    },
    { why: 'only a telephone number', more: { address: null, phone: '07700 900123' }, expected: 'no_address' },
    { why: 'no longer to be asked', more: { until: date('2026-11-20') }, expected: 'nobody_entered' },
    { why: 'only the mother', more: { role: 'MOTHER' as const }, expected: 'nobody_entered' },
  ]) {
    test(`where they go, with ${why}: ${expected}`, () => {
      const where = whereToWrite([contact(more)], 'C1', today)
      assert.equal(typeof where === 'string' ? where : where.channel, expected)
    })
  }
})
