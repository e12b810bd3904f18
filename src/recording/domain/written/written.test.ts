import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchesGolden } from '../../../../test/support/golden.ts'
import { rowsOfFiles } from '../../../../test/support/registerRows.ts'
import { documentFile } from '../../../documents/write/file.ts'
import { documentText } from '../../../documents/write/text.ts'
import { reviewWritten } from '../../app/reviewWritten.ts'
import { textOfFile } from '../../read/textOfFile.ts'
import { headingsOf } from '../../settings.ts'
import { checkVersion, isWrong } from '../check.ts'
import { type Reader, type Section, allReaders } from '../record.ts'
import { toldInEasyRead, toldInLetter } from './letter.ts'
import { type ReviewWritten, type WrittenKind, writtenKinds } from './reviewWritten.ts'
import { meantFor, writtenFor } from './written.ts'

const DECISION =
  'review_ref,number,text,responsible,due_date,urgent,for_child,why_not_for_child,child_words,easy_words,outcome,looked_at_in'

/** A review with its decisions (`|` parts rows) and what its record says: `health>CHILD: text`. */
function aReview(of: {
  name: string
  code: string
  decisions: readonly string[]
  record?: readonly string[]
  more?: string
}): ReviewWritten {
  const stored = rowsOfFiles({
    officers: ['officer_id,name,role,fte,start_date', 'S1,Farah Khan,IRO,1,2019-01-01', 'S2,Tom Reed,IRO,1,2019-01-01'],
    children: ['child,known_as,family_name', ...(of.name === '' ? [] : [`C1,${of.name},Bexley`])],
    contacts: ['child,contact_ref,role,name', 'C1,mother,MOTHER,Jane Porter', 'C1,school,EDUCATION,Omar Haddad'],
    reviews: [
      'review_ref,child,kind,status,held_date,officer_id,participation_code,child_chaired,format,social_worker_attended,mother_attended',
      `R0,C1,CLA,HELD,2023-01-10,S1,${of.code},,,,`,
      `R1,C1,CLA,HELD,2023-06-06,S1,${of.code},${of.more ?? ''},IN_PERSON,Y,N`,
    ],
    recommendations: [DECISION, ...of.decisions],
  })
  const sections = (of.record ?? []).map((line): Section => {
    const [, key = '', from = '', text = ''] = /^(\w+)(?:>([A-Z;]+))?: (.*)$/s.exec(line) ?? []
    const label = headingsOf({}).find((heading) => heading.key === key)?.label ?? key
    const withheldFrom = allReaders.filter((reader) => from.split(';').includes(reader.toUpperCase()))
    return { key, label, text, withheldFrom, whyWithheld: '' }
  })
  const kept = { sections, letters: { letter: null, easyRead: null }, pictures: {} }
  const written = reviewWritten(stored, 'R1', kept, { issuer: 'Borough of Example', settings: {} })
  assert.ok(typeof written === 'object')
  return written
}

const cases: Readonly<Record<string, ReviewWritten>> = {
  'a-baby': aReview({
    name: 'Poppy',
    code: 'PN0',
    decisions: [
      'R1,1,Health visitor to complete development check,Health visitor,2023-07-04,,,,The health visitor will see how you grow.,,,',
      'R1,2,Parallel plan for adoption to be tracked,Social worker,2023-06-20,Y,N,The child is a baby,,,,',
    ],
    record: ['health: Poppy is feeding well.\n\n- Weight on the middle line\n- First injections given', 'permanence: Two plans are followed side by side.'], // prettier-ignore
  }),
  'a-teenager-who-chairs': aReview({
    name: 'Kofi',
    code: 'PN1',
    more: 'Y',
    decisions: [
      'R0,1,Passport application to be made,Social worker,2023-03-01,,,,We will get you a passport.,,DONE,R1',
      'R0,2,Driving theory book,Carer,2023-03-01,,,,We will get you the driving book.,,NOT_DONE,R1',
      'R1,1,Pathway plan to include Kofi’s own budget,Personal adviser,2023-07-01,,,,Your plan will say how much money you get.,,,',
      'R1,2,Staying put to be agreed with the carers,Social worker,2023-09-01,,,,We will plan how you can stay with your carers when you are 18.,You can stay at home when you are 18. We will plan it.,,',
    ],
    record: ['child_views: Kofi chaired all of his review from his own list.'],
  }),
  'a-child-without-speech': aReview({
    name: 'Aneta',
    code: 'PN3',
    decisions: [
      'R1,1,Speech and language therapist to update the communication passport,Therapist,2023-07-10,,,,There will be a new book of pictures to help you tell us things.,You will get a new book of pictures.,,',
      'R1,2,Short breaks provision to continue,Social worker,2023-12-01,,,,You will still go to the farm each month.,You will go to the farm.,,',
    ],
    record: ['child_views: Aneta chose the picture of the farm three times and pushed the picture of the bus away.'],
  }),
  'brothers-and-sisters': aReview({
    name: 'Ellis',
    code: 'PN6',
    decisions: [
      'R1,1,Sibling contact to be increased to fortnightly,Social worker,2023-07-01,,,,You will see your brother every two weeks.,,,',
      'R1,2,Together and apart assessment to be updated,Social worker,2023-08-01,,N,It would worry him before it is done,,,,',
    ],
    record: ['contact: Ellis misses his brother.'],
  }),
  'a-secret-from-a-parent': aReview({
    name: 'Maya',
    code: 'PN7',
    decisions: [
      'R1,1,Location of placement not to be disclosed to mother,All,,Y,N,It is about her mother,,,,',
      'R1,2,School to offer counselling,Omar Haddad,2023-07-01,,,,You can talk to someone at school each week.,,,',
      'R1,3,Referral to advocacy,Social worker,2023-06-20,,,,We will ask someone to help you say what you want.,,,',
    ],
    record: [
      'placement>PARENT: Maya lives with the Okafor family in Whitby.',
      'child_views>PARENT;EDUCATION: Maya says that she does not want her mother to know where she goes to school.',
      'education: Maya has settled well.',
    ],
  }),
}

/** More reviews that are held to the same, without a file that keeps how they read. */
const moreCases: Readonly<Record<string, ReviewWritten>> = {
  'an-unaccompanied-child': aReview({
    name: 'Yonas',
    code: 'PN2',
    decisions: [
      'R1,1,Home Office interview: solicitor to attend,Solicitor,2023-07-10,,,,Your solicitor will come with you to the Home Office.,,,',
      'R1,2,Family tracing,Social worker,2023-08-01,,,,We will ask the Red Cross to look for your family.,,,',
    ],
  }),
  'no-name-and-no-decision': aReview({ name: '', code: 'PN5', decisions: [] }),
  'nothing-for-the-child': aReview({
    name: 'Finn',
    code: 'PN7',
    decisions: ['R1,1,Parents to be assessed by the court’s expert,Social worker,2023-08-01,,N,He is too young,,,,'],
  }),
  'twelve-decisions': aReview({
    name: 'Jayden',
    code: 'PN1',
    decisions: Array.from({ length: 12 }, (_, at) => `R1,${at + 1},Action,Worker,2023-07-01,,,,We will do thing ${at + 1}.,,,`), // prettier-ignore
  }),
  'the-same-as-last-time': aReview({
    name: 'Kofi',
    code: 'PN1',
    decisions: [
      'R0,1,Driving theory book,Carer,2023-03-01,,,,We will get you the book.,,NOT_DONE,R1',
      'R0,2,Gym,Carer,2023-03-01,,,,We will pay for the gym,,NO_LONGER_NEEDED,R1',
      'R1,1,Driving theory book,Carer,2023-07-01,,,,We will get you the book.,,,',
    ],
  }),
  'odd-marks-and-capitals': aReview({
    name: 'Zoë',
    code: 'PN1',
    decisions: [
      'R1,1,Bike,A/B & “C”,2023-07-01,,,,We’ll get “a bike” – <b>red</b> & shiny; £99.50! {name} $1 *x* #tag,,,',
      'R1,2,Smile,X,2023-07-01,,,,👍,,,',
      'R1,3,Books,X,2023-07-01,,,,YOU WILL GET TWO BOOKS.,,,',
    ],
  }),
  'a-decision-that-tells-where-the-child-lives': aReview({
    name: 'Maya',
    code: 'PN7',
    decisions: [
      'R1,1,School to be told that Maya lives with the Okafor family in Whitby,Social worker,2023-07-01,,,,You live with the Okafor family in Whitby and your school knows.,,,',
    ],
    record: [
      'placement>PARENT: Maya lives with the Okafor family in Whitby. You live with the Okafor family in Whitby and your school knows.',
    ],
  }),
}

/** Everything that is written, one after another, as a reader of plain text has it. */
const all = (written: ReviewWritten, kinds: readonly [WrittenKind, Reader][]): string =>
  kinds
    .map(([kind, reader]) => `#### ${kind} for ${reader}\n\n${documentText(writtenFor(written, kind, reader))}`)
    .join('\n\n')

describe('what is written after a review', () => {
  for (const [name, written] of Object.entries(cases)) {
    test(`${name}: as it is kept`, () => {
      const kinds = writtenKinds.map((kind): [WrittenKind, Reader] => [kind, meantFor[kind]])
      matchesGolden(`after-review/${name}.txt`, all(written, [...kinds, ['record', 'parent'], ['record', 'child']]))
    })
  }
  for (const [name, written] of Object.entries({ ...cases, ...moreCases })) {
    test(`${name}: every decision for the child is in every version and format, and nothing withheld reaches its reader`, async () => {
      for (const kind of ['letter', 'easy-read'] as const) {
        for (const format of ['html', 'docx', 'txt'] as const) {
          const look = format === 'docx' ? ('large_print' as const) : undefined
          const { content } = await documentFile(writtenFor(written, kind, 'child', look), format)
          const text = await textOfFile(`a.${format}`, Buffer.from(content))
          const checked = checkVersion(written, { kind, reader: 'child', texts: [text] })
          assert.deepEqual([checked.missing, checked.quoted], [[], []], `${kind} ${format}`)
          for (const decision of written.decisions) {
            const told = kind === 'letter' ? toldInLetter(decision) : toldInEasyRead(decision)
            if (told) assert.ok(!text.includes(decision.text), 'the adults’ text never stands in')
          }
        }
      }
      for (const reader of allReaders) {
        for (const kind of writtenKinds) {
          const texts = [documentText(writtenFor(written, kind, reader))]
          assert.deepEqual(checkVersion(written, { kind, reader, texts }).quoted, [], `${kind} for ${reader}`)
        }
      }
    })
  }

  test('the adults’ tables name nobody but people', () => {
    const written = cases['a-secret-from-a-parent']
    assert.ok(written)
    const texts = [documentText(writtenFor(written, 'record', 'service'))]
    assert.deepEqual(checkVersion(written, { kind: 'record', reader: 'service', texts }).names, ['Okafor', 'Whitby', 'Omar Haddad']) // prettier-ignore
  })

  test('a decision that is cut out is missed, though the last review had the same, and nobody is greeted as “you”', () => {
    const written = moreCases['the-same-as-last-time']
    assert.ok(written)
    const text = documentText(writtenFor(written, 'letter', 'child'))
    assert.match(text, /- We will get you the book\. This was not done\.\n- We will pay for the gym\. This is not needed any more\./) // prettier-ignore
    const cut = text.replace('- We will get you the book.\n', '')
    assert.deepEqual(checkVersion(written, { kind: 'letter', reader: 'child', texts: [text] }).missing, [])
    assert.deepEqual(checkVersion(written, { kind: 'letter', reader: 'child', texts: [cut] }).missing, [1])
    const nobody = moreCases['no-name-and-no-decision']
    assert.ok(nobody)
    const letter = documentText(writtenFor(nobody, 'letter', 'child'))
    assert.match(letter, /\n\nHello,\n/)
    assert.match(letter, /There are no new things on your list this time\.\n\nIf you are not happy/)
    assert.doesNotMatch(letter, /what we plan to do/)
  })

  test('a decision that the child is not told of may not be quoted to the child', () => {
    const written = moreCases['nothing-for-the-child']
    assert.ok(written)
    const quoting = 'Dear Finn, parents to be assessed by the court’s expert'
    assert.ok(isWrong(checkVersion(written, { kind: 'letter', reader: 'child', texts: [quoting] })))
  })

  test('each easy-read line has a picture, that its writer may choose', () => {
    const written = cases['a-child-without-speech']
    assert.ok(written)
    const easyRead = 'You had a review on 6 June 2023.\nYou will get a new book of pictures. [book]\n\n- You will go to the farm. [none]'
    const document = writtenFor({ ...written, letters: { letter: null, easyRead } }, 'easy-read', 'child')
    const lines = document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'pictured' ? block.lines : [])))
    assert.deepEqual(
      lines.map(({ text, picture }) => [text, picture?.alt ?? null]),
      [
        ['You had a review on 6 June 2023.', 'A calendar'],
        ['You will get a new book of pictures.', 'An open book'],
        ['You will go to the farm.', null],
      ],
    )
  }) // prettier-ignore

  test('a decision that is cut out, or that nobody has put into words for the child, is missing', () => {
    const written = cases['a-secret-from-a-parent']
    assert.ok(written)
    const text = documentText(writtenFor(written, 'letter', 'child'))
    const cut = text.replace('You can talk to someone at school each week.', '')
    assert.deepEqual(checkVersion(written, { kind: 'letter', reader: 'child', texts: [text, cut] }).missing, [2])
    const unworded = { ...written, decisions: written.decisions.map((one) => (one.number === 3 ? { ...one, childWords: null } : one)) } // prettier-ignore
    const checked = checkVersion(unworded, { kind: 'letter', reader: 'child', texts: [text] })
    assert.deepEqual([checked.missing, isWrong(checked)], [[3], true])
    const quoting = `${text}\nMaya lives with the Okafor family in Whitby.`
    assert.ok(isWrong(checkVersion(written, { kind: 'letter', reader: 'parent', texts: [quoting] })))
    assert.ok(!isWrong(checkVersion(written, { kind: 'letter', reader: 'carer', texts: [quoting] })))
  })
})
