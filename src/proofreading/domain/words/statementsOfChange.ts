import { changesIn } from './changes.ts'
import { conceptsIn } from './concepts.ts'
import { startOf } from './facts.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'
import { MOST_WORDS, SMALLEST, type Statement, TIMES, keyOf } from './statement.ts'

/** Of others, of parts of a year, or of no single year. */
const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target\w*|will|would|should|aim\w*|quarter\w*|month\w*|half|average|two years|three years|four years|five years|survey\w*|sampl\w*|team|locality|range\w*|rate)\b/i
const VERB =
  /\b(?:has |have |had )?(?:also |again )?(?:rose|risen|increased|grew|grown|gone up|went up|fell|fallen|decreased|declined|dropped|gone down|went down|reduced|improved)\b.*$/i
const LONGEST = 120

/** What a sentence that tells of a change says of the year before, and of this one: `rose from 492 to 503`, `426, 18 more than the 408 of a year before`. */
export function statementsOfChange(sentence: Sentence, own: readonly Statement[], reported: number): Statement[] {
  const [change, other] = changesIn(sentence)
  const { from, to } = change ?? { from: null, to: null }
  if (other || !from || !to || from.kind !== to.kind || ELSEWHERE.test(sentence.text)) return []
  if (to.kind !== 'count' && to.kind !== 'percent') return []
  if (from.isApproximate || to.isApproximate || (to.kind === 'count' && Math.min(from.value, to.value) < SMALLEST))
    return []
  if (!isOfLastYear(sentence, reported)) return []
  const said = own.find(({ value, unit, year }) => value === to.value && unit === to.kind && year === reported)
  const first = from.start < to.start ? from : to
  const words = sentence.text.slice(0, first.start - sentence.start).replace(VERB, ' ')
  const subject = /[^;:,]*$/.exec(words.replaceAll(TIMES, ' ').replace(/,\s*$/, ''))?.[0] ?? ''
  const concepts =
    said?.concepts ?? conceptsIn(subject.replaceAll(/\b(?:numbers?|total|proportion|percentage|share|of)\b/gi, ' '))
  const isPlain = concepts.entity !== null && concepts.narrowed.length <= MOST_WORDS && subject.length <= LONGEST
  if (!isPlain || /\d/.test(subject)) return []
  const statement = ({ value, decimals }: Quantity, year: number): Statement => ({
    key: keyOf(concepts, to.kind === 'percent' ? 'percent' : 'count', year),
    concepts,
    unit: to.kind === 'percent' ? 'percent' : 'count',
    year,
    value,
    decimals,
    of: null,
    at: sentence,
    place: sentence.passage.place,
    sentence,
  })
  return [statement(from, reported - 1), ...(said ? [] : [statement(to, reported)])]
}

/** Whether the times that the sentence names are this year and the one before it. */
const isOfLastYear = ({ quantities }: Sentence, reported: number): boolean =>
  quantities
    .filter(({ kind }) => kind === 'period' || kind === 'year' || kind === 'date')
    .every(({ text }) => {
      const year = startOf(text)
      return year === reported || year === reported - 1
    })
