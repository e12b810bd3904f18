import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Sentence } from '../../words/sentences.ts'
import { isStanding } from '../../words/standing.ts'
import { stems } from '../../words/stems.ts'

/** Sentences copied, with the same numbers or others, and one number given for two different things. */
export const copies: Rule = (studied) => [...copiedSentences(studied), ...copiedFigures(studied)]

const FEWEST_WORDS = 8
/** What is longer is a table that was read as a sentence. */
const LONGEST_SENTENCE = 800

/** Words of sentences that say of which thing they are in the sentence before. */
const GENERIC = new Set(
  'share average point lower higher than more fewer mean range up down change difference last previous overall result'.split(
    ' ',
  ),
)
const FEWEST_OWN_WORDS = 4

/** A sentence without its numbers. */
const skeleton = ({ text }: Sentence): string =>
  text
    .toLowerCase()
    .replaceAll(/£?\d[\d,./%]*/g, '#')
    .replaceAll(/[^a-z#]+/g, ' ')
    .trim()

const numbersIn = ({ text }: Sentence): string => (text.match(/\d[\d,.]*\d|\d/g) ?? []).join(' ')

/** What makes another sentence of the same words. */
const periodsIn = (sentence: Sentence): string =>
  sentence.quantities
    .filter(({ kind }) => kind === 'period' || kind === 'year' || kind === 'date')
    .map(({ text }) => text)
    .join(' ')

/** `Stage 1`, `Team 2`: what makes another thing of another number. */
const namedByNumber = ({ text }: Sentence): string =>
  (
    text.match(
      /\b(?:stage|step|tier|level|phase|priority|standard|aim|objective|quarter|team|area|zone|group|part)\s+\d+/gi,
    ) ?? []
  ).join(' ')

function copiedSentences(studied: Studied): Located[] {
  const seen = new Map<string, Sentence>()
  const forms = formsOf(studied)
  return studied.sentences.flatMap((sentence): Located[] => {
    const words = skeleton(sentence)
    if (
      words.split(' ').length < FEWEST_WORDS ||
      sentence.text.length > LONGEST_SENTENCE ||
      sentence.passage.kind === 'heading' ||
      !/[.!]["')]*$/.test(sentence.text)
    )
      return []
    const first = seen.get(words)
    if (!first) {
      seen.set(words, sentence)
      return []
    }
    const isSame = numbersIn(first) === numbersIn(sentence)
    const isBeside = sentence.start - first.end < 4
    const base = {
      at: sentence,
      also: first,
      place: sentence.passage.place,
      kind: 'duplicate',
      expected: null,
    } as const
    // A note that two tables or two figures share is no copy.
    const isNote = isSame && first.passage !== sentence.passage && isStanding(studied, sentence)
    if (isNote) return []
    if (isSame && isBeside)
      return [
        located(studied, {
          ...base,
          message: 'The sentence is there twice, one after the other.',
          severity: 'note',
          confidence: 0.95,
        }),
      ]
    if (isSame && isWholeCopy(first, sentence))
      return [
        located(studied, {
          ...base,
          message: 'The paragraph is there twice under one heading.',
          severity: 'note',
          confidence: 0.9,
        }),
      ]
    if (isSame && isCopiedFar(first, sentence, words, forms))
      return [
        located(studied, {
          ...base,
          message: 'The sentence is there twice, in two places.',
          severity: 'note',
          confidence: 0.85,
        }),
      ]
    if (
      isSame ||
      namedByNumber(first) !== namedByNumber(sentence) ||
      periodsIn(first) !== periodsIn(sentence) ||
      stems(words).filter((word) => !GENERIC.has(word)).length < FEWEST_OWN_WORDS
    )
      return []
    // Under another heading the same words may tell of something else: sentences of a form.
    const isElsewhere = first.passage.place !== sentence.passage.place
    const isAboutAnother = first.passage !== sentence.passage && /^[^a-z]*(?:this|it|these|that|they)\b/.test(words)
    if (isAboutAnother || (isElsewhere && forms.has(words))) return []
    const message = `The same sentence stands elsewhere with other numbers (${numbersIn(first)}; here ${numbersIn(sentence)}).`
    return [located(studied, { ...base, message, severity: 'error', confidence: 0.86 })]
  })
}

/** Shorter sentences are said twice on purpose. */
const FEWEST_WORDS_FAR = 11
/** What stands under several tables, or is said again in a summary. */
const SAID_AGAIN =
  /\b(?:percentages?|rounded|rounding|source|note|figures?|data|please|see|refer|table|appendix|contact|available|may not|must|should|will|section|regulations?|act)\b/i
const SUMMARY =
  /summary|key (?:message|point|finding)|headline|foreword|introduction|conclusion|at a glance|main points|highlight|beginning|overview/i

/** Whether a sentence that tells of what happened is there twice, under two headings or in two paragraphs of one. */
const isCopiedFar = (one: Sentence, other: Sentence, words: string, forms: ReadonlySet<string>): boolean =>
  one.passage !== other.passage &&
  words.split(' ').length >= FEWEST_WORDS_FAR &&
  !SAID_AGAIN.test(other.text) &&
  !/^\W*to [a-z]/i.test(other.text) &&
  !SUMMARY.test(one.passage.place) &&
  !SUMMARY.test(other.passage.place) &&
  !forms.has(words)

/** Shorter paragraphs are notes of tables and of definitions, which stand under many. */
const SHORTEST_COPY = 60

/** Whether two paragraphs under one heading are the same from the first word to the last; told of their first sentences. */
const isWholeCopy = (one: Sentence, other: Sentence): boolean =>
  one.passage !== other.passage &&
  !/\bround(?:ed|ing)\b/i.test(one.text) &&
  one.passage.kind !== 'item' &&
  one.passage.place === other.passage.place &&
  one.passage.text.trim() === other.passage.text.trim() &&
  one.passage.text.trim().length >= SHORTEST_COPY &&
  other.start === other.passage.start

/** The skeletons of more than two sentences. */
function formsOf({ sentences }: Studied): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const sentence of sentences) {
    const words = skeleton(sentence)
    times.set(words, (times.get(words) ?? 0) + 1)
  }
  return new Set([...times].flatMap(([words, count]) => (count > 2 ? [words] : [])))
}

/** Numbers so large that two things seldom share one by chance. */
const SMALLEST = 100

/** `195 statements …` of one thing, and `195` of another kind of it elsewhere. */
function copiedFigures(studied: Studied): Located[] {
  const told = studied.sentences.flatMap((sentence) =>
    sentence.quantities.flatMap((one) =>
      one.kind === 'count' && one.value >= SMALLEST && one.value % 50 !== 0 && !one.isApproximate
        ? [{ sentence, one }]
        : [],
    ),
  )
  return told.flatMap(({ sentence, one }, index): Located[] => {
    const first = told
      .slice(0, index)
      .find((other) => other.one.value === one.value && other.sentence.passage !== sentence.passage)
    if (!first || told.filter((other) => other.one.value === one.value).length !== 2 || isInTables(studied, one.value))
      return []
    const [mine, theirs] = [recorderOf(sentence, one.end), recorderOf(first.sentence, first.one.end)]
    if (mine === null || theirs === null || mine === theirs) return []
    const message = `${one.text} is given for two things: ${theirs} and ${mine}. One of them is probably a copy.`
    return [
      located(studied, {
        at: sentence,
        also: first.sentence,
        place: sentence.passage.place,
        kind: 'duplicate',
        message,
        expected: null,
        severity: 'warning',
        confidence: 0.75,
      }),
    ]
  })
}

const isInTables = ({ grids }: Studied, value: number): boolean =>
  grids.some(({ rows }) => rows.some(({ values }) => values.some((cell) => cell?.value === value)))

/** By whom something was made, where a sentence says so right after a count: the same thing made by two is two things. */
function recorderOf({ text, start }: Sentence, from: number): string | null {
  const words = text.slice(from - start, from - start + 90).split(/\b(?:and|while)\b|[,;]/)[0] ?? ''
  const match =
    /\b(?:recorded|created|made|sent|completed|submitted|raised)\b[^.]{0,30}?\b(?:by|via|from|through)\s+([^.,;]{3,40})/i.exec(
      words,
    )
  return match
    ? stems(match[1] ?? '')
        .slice(0, 2)
        .join(' ') || null
    : null
}
