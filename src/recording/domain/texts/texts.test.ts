import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Section } from '../record.ts'
import { EASY_READ_TEMPLATE, LETTER_TEMPLATE, filledIn } from '../letters/template.ts'
import { namesIn } from './names.ts'
import { plainWords, says } from './plain.ts'
import { hardSentences, readingAges } from './readingAge.ts'
import { sensitiveWordsIn } from './sensitive.ts'
import { sentencesIn } from './sentences.ts'
import { standing } from './standing.ts'
import { syllablesIn } from './syllables.ts'
import { withheldQuoted } from './withheld.ts'

test('white space, case and punctuation say nothing', () => {
  const text = plainWords('Dear Wilf,\n\n- Sam  will take\nyou to the “dentist”. Don’t worry!')
  for (const said of ['sam will take you to the dentist', "DON'T worry", 'Sam will, take'])
    assert.ok(says(text, said), said)
  for (const unsaid of ['Sam will take', 'will take you to the dent', '...', '']) {
    assert.equal(says(text, unsaid), unsaid === 'Sam will take', unsaid)
  }
})

test('of words that are the same, or part of others, each needs a place of its own', () => {
  const text = 'You will see Mum. You will see Mum on Sundays! Last time: You will go out. This was done.'
  assert.deepEqual(standing(text, ['You will see Mum', 'You will see Mum on Sundays'], []), [true, true])
  assert.deepEqual(standing(text, ['You will see Mum', 'you will see mum', 'You will see Mum on Sundays'], []), [true, false, true]) // prettier-ignore
  assert.deepEqual(standing(text, ['You will go out'], ['You will go out. This was done.']), [false])
  assert.deepEqual(standing('A 👍', ['👍', ''], []), [true, false])
})

test('sentences end at stops, line ends and items, not at titles', () => {
  assert.deepEqual(sentencesIn('Hello Wilf\n- Mrs. Bell comes. You like her!\n\n- …\n'), ['Hello Wilf', 'Mrs. Bell comes.', 'You like her!']) // prettier-ignore
})

describe('syllables', () => {
  for (const [count, words] of [
    [1, 'cat liked home the through asked eyes whole plan things'],
    [2, 'review people happy table going wanted dentist houses something birthday social'],
    [3, 'together everything family grandmother assessment decided hospital'],
    [4, 'education January independent'],
  ] as const) {
    test(`${count}`, () => {
      for (const word of words.split(' ')) assert.equal(syllablesIn(word), count, word)
    })
  }
})

describe('reading ages', () => {
  test('by both formulas, from words a sentence, syllables and letters a word', () => {
    // 12 words in 2 sentences, 12 syllables, 36 letters: grades 0.39 × 6 + 11.8 − 15.59 and 4.71 × 3 + 0.5 × 6 − 21.43.
    assert.deepEqual(readingAges('The cat sat on the mat. The dog ran to the cat.').map(({ age }) => age), [5, 5]) // prettier-ignore
    const [flesch, automated] = readingAges(
      'Independent reviewing officers consider educational assessments regularly.',
    )
    assert.ok(flesch && flesch.age > 20 && automated && automated.age > 20)
  })

  test('the sentences that push it up are named', () => {
    const hard = 'Educational assessments notwithstanding, independent representation remains available.'
    assert.deepEqual(hardSentences(`You can see me. ${hard}`, 9).map(({ sentence }) => sentence), [hard]) // prettier-ignore
  })

  const facts = {
    name: 'Wilf',
    date: '6 June 2023',
    iro: 'Ann Bell',
    service: 'The council',
    hasChaired: true,
    lacksWords: false,
    decisions: ['You go.'],
    earlier: [],
  }
  for (const participation of ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7', null]) {
    for (const [template, limit] of [
      [LETTER_TEMPLATE, 9],
      [EASY_READ_TEMPLATE, 7],
    ] as const) {
      test(`the template’s own sentences read at ${limit} or below, ${participation ?? 'no code'}`, () => {
        const earlier = [
          { words: 'You go.', outcome: 'DONE' },
          { words: 'You go.', outcome: 'PART_DONE' },
        ] as const
        for (const more of [[], earlier]) {
          const text = filledIn(template, { ...facts, participation, earlier: more, isOneIdeaALine: limit === 7 })
          for (const { formula, age } of readingAges(text)) assert.ok(age <= limit, `${formula} ${age}`)
          // A date counts for more than it is to someone who knows the day.
          assert.deepEqual(
            hardSentences(text, limit + 2).filter(({ sentence }) => !sentence.includes('2023')),
            [],
          )
        }
      })
    }
  }
})

describe('names of others', () => {
  const known = { allowed: ['Wilf Bexley', 'Ann Bell'], others: ['Jane Porter', 'Omar Haddad'] }
  for (const [text, names] of [
    ['- You will see Nan; You will see Grandad.', []],
    ['Dear Wilf, Mum and Dad came. With best wishes, Ann Bell', []],
    ['Jane Porter will ring on Monday.', ['Jane Porter']],
    ['We will ask Jane.', ['Jane']],
    ['We will ask Mrs Patel and Auntie Jo about London.', ['Mrs Patel', 'Auntie Jo', 'London']],
    ['Priya will help you. This is good.', ['Priya']],
    ['Your social worker will help. Next time we talk.', []],
    ['Tirion will visit you. Contact will go on. TELL PRIYA, and ask josh.', ['Tirion', 'PRIYA', 'josh']],
    ['We will ask HADDAD.', ['Haddad']],
  ] as const) {
    test(text, () => {
      assert.deepEqual(namesIn(text, known), names)
    })
  }
})

test('words to take care with', () => {
  assert.deepEqual(sensitiveWordsIn('The Police came about drug offences.', ['police', 'drug', 'offence', 'sex']), ['police', 'drug', 'offence']) // prettier-ignore
})

describe('what is withheld', () => {
  const section = (text: string, withheldFrom: Section['withheldFrom']): Section => ({
    key: text,
    label: '',
    text,
    withheldFrom,
    whyWithheld: '',
  })
  const sections = [
    section('Wilf likes football. He sleeps well.', []),
    section('His mother is moving to Leeds with a new partner. He sleeps well.', ['parent', 'child']),
    section('HIV positive', ['education']),
  ]
  for (const [what, text, reader, quoted] of [
    ['a sentence', 'Dear all, his mother is moving to Leeds with a new partner!', 'parent', 1],
    ['a part of it, eight words long', 'We heard: mother is moving to Leeds with a new home', 'parent', 1],
    ['a few words of it', 'We talked about moving to Leeds.', 'parent', 0],
    ['by someone who may read it', 'His mother is moving to Leeds with a new partner.', 'carer', 0],
    ['that stands elsewhere too', 'He sleeps well.', 'parent', 0],
    ['all of a short one', 'He is HIV positive.', 'education', 1],
  ] as const) {
    test(what, () => {
      assert.equal(withheldQuoted(text, sections, reader).length, quoted)
    })
  }
})
