import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { valueOfWords } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `62 were aged 0 to 5, 70 were 5 to 9 and 142 were 10 to 15`: bands told with numbers between, of which two take in one age. */
export const bandsTold: Rule = (studied) => [
  ...studied.sentences.flatMap((sentence) => wrongIn(studied, sentence, bandsIn(sentence.text))),
  ...listsOfItems(studied.sentences).flatMap((items) => {
    const bands = items.flatMap((item) => bandsIn(item.text).slice(0, 1))
    const [first] = items
    return first && bands.length === items.length ? wrongIn(studied, first, bands) : []
  }),
]

/** The first sentences of the items of each list. */
function listsOfItems(sentences: readonly Sentence[]): Sentence[][] {
  const lists: Sentence[][] = []
  let last: Sentence | null = null
  for (const sentence of sentences) {
    if (sentence.passage.kind === 'item' && sentence.passage !== last?.passage) {
      const list = last?.passage.kind === 'item' ? lists.at(-1) : undefined
      if (list) list.push(sentence)
      else lists.push([sentence])
    }
    last = sentence
  }
  return lists
}

interface Band {
  text: string
  from: number
  to: number
  unit: string
}

const SMALL =
  'nought|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty'
const N = `\\d{1,2}|${SMALL}`
const UNIT = '(?:\\s+(?:working |calendar |school )?(years?|months?|weeks?|days?|miles?))?'
const FORMS: readonly (readonly [RegExp, 'range' | 'below' | 'within' | 'from' | 'above'])[] = [
  [
    new RegExp(
      `(?:between |from |aged? )?(?<![\\d£/.,-])\\b(${N})${UNIT}\\s?(?:-|to|and|or|up to|until)\\s?(${N})(?![\\d/%]|\\s?%|[,.]\\d)${UNIT}\\b`,
      'iy',
    ),
    'range',
  ],
  [
    new RegExp(`(?:under|below|less than|fewer than|younger than)\\s+(${N})(?![\\d/%]|\\s?%|[,.]\\d)${UNIT}\\b`, 'iy'),
    'below',
  ],
  [new RegExp(`(?:up to|within|no more than|at most)\\s+(${N})(?![\\d/%]|\\s?%|[,.]\\d)${UNIT}\\b`, 'iy'), 'within'],
  [new RegExp(`(${N})${UNIT}\\s?(?:\\+|(?:and|or) (?:over|above|more|older|upwards))`, 'iy'), 'from'],
  [
    new RegExp(`(?:over|more than|longer than|above|older than)\\s+(${N})(?![\\d/%]|\\s?%|[,.]\\d)${UNIT}\\b`, 'iy'),
    'above',
  ],
]

const numberOf = (words: string | undefined): number =>
  words === undefined
    ? NaN
    : /^\d/.test(words)
      ? Number(words)
      : /^(?:nought|zero)$/i.test(words)
        ? 0
        : valueOfWords(words)
const unitOf = (...words: (string | undefined)[]): string => (words.find(Boolean) ?? '').toLowerCase().replace(/s$/, '')

/** The bands of a text, in their order. */
function bandsIn(text: string): Band[] {
  const bands: Band[] = []
  const starts = /\b(?=[\da-z])/gi
  for (let at = 0; ;) {
    starts.lastIndex = at
    const start = starts.exec(text)
    if (!start) return bands
    const found = FORMS.flatMap(([form, kind]) => {
      form.lastIndex = start.index
      const match = form.exec(text)
      return match ? [{ match, kind }] : []
    })[0]
    at = start.index + (found ? found.match[0].length : 1)
    if (found) bands.push(...bandOf(found.match, found.kind, text))
  }
}

function bandOf(match: RegExpExecArray, kind: 'range' | 'below' | 'within' | 'from' | 'above', text: string): Band[] {
  const [words, first, unit, second, last] = match
  // `one or two`, `5 and 9`: two numbers, and no band, but where they follow each other.
  const [low, high] = [numberOf(first), numberOf(second)]
  if (NO_BAND.test(text.slice(Math.max(0, match.index - 14), match.index))) return []
  const base = { text: words, unit: unitOf(last, unit) }
  if (kind === 'range') {
    const isJoined = /\b(?:and|or)\b/i.test(words) && !/^between/i.test(words)
    return high <= low || (isJoined && high !== low + 1) ? [] : [{ ...base, from: low, to: high }]
  }
  if (kind === 'below') return [{ ...base, from: -Infinity, to: low - 1 }]
  if (kind === 'within') return [{ ...base, from: -Infinity, to: low }]
  return [{ ...base, from: kind === 'from' ? low : low + 1, to: Infinity }]
}

const NO_BAND = /(?:section|table|regulations?|paragraph|figure|stages?|pages?|PN|part|key stage|article|£|from)\s?$/i
const FEWEST = 3

function wrongIn(studied: Studied, sentence: Sentence, bands: readonly Band[]): Located[] {
  const units = new Set(bands.map(({ unit }) => unit).filter(Boolean))
  if (bands.length < FEWEST || units.size > 1 || sentence.passage.kind === 'heading') return []
  const pairs = bands.slice(1).flatMap((next, at) => {
    const band = bands[at]
    return band ? [{ band, next, gap: next.from - band.to }] : []
  })
  // A division goes up from band to band, with no more than one beginning and one end, and some bands that only follow each other.
  const isDivision =
    pairs.every(
      ({ band, next, gap }) => next.from > band.from && next.to > band.to && gap <= 1 && band.to !== Infinity,
    ) && bands.slice(1).every(({ from }) => from !== -Infinity)
  const wrong = pairs.filter(({ gap }) => gap < 1)
  if (!isDivision || wrong.length === 0 || wrong.length === pairs.length) return []
  return wrong.map(({ band, next, gap }) =>
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'overlap',
      message: `“${band.text.trim()}” and “${next.text.trim()}” both take in ${next.from}${gap < 0 ? ` to ${Math.min(band.to, next.to)}` : ''}.`,
      expected: null,
      severity: 'warning',
      confidence: 0.88,
    }),
  )
}
