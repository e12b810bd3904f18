import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Concepts } from '../../words/concepts.ts'
import { type DirectionTold, directionsTold } from '../../words/directionsTold.ts'
import { startOf } from '../../words/facts.ts'
import { valueOfWords } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type Statement, keyOf } from '../../words/statement.ts'
import { conceptsOf, onlyValues } from '../../words/statements.ts'

/** `The number of complaints fell`, `Timeliness has improved each year`, where the numbers of the years stand anywhere else. */
export const changesSaid: Rule = (studied) => {
  const reported = studied.period?.startYear
  if (reported === undefined) return []
  const told = Map.groupBy(directionsTold(studied), ({ sentence }) => sentence)
  return studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    const claims = clausesOf(sentence).flatMap((clause) => claimIn(clause, reported) ?? [])
    const others = claims.length > 0 ? [] : (told.get(sentence) ?? []).map((one) => claimOf(one, reported))
    return [...claims, ...others].flatMap((claim) => wrongIn(studied, sentence, claim, reported) ?? [])
  })
}

/** `There was a slight increase in reviews`, as a claim of this year and the one before. */
const claimOf = ({ concepts, isShare, sign, words }: DirectionTold, reported: number): Claim => ({
  concepts,
  units: [isShare ? 'percent' : 'count'],
  isUp: sign > 0,
  verb: words,
  years: [reported - 1, reported],
})

/** Of others, of a part of the year, or not yet. */
const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|london|will|would|should|could|may|might|expect\w*|target|aim|hope|want|plan\w*|quarter\w*|q[1-4]|month\w*|half|if|not|nor|neither|only|except|despite)\b/i
const UP = 'rose|risen|increased|grew|grown|gone up|went up|improved|climbed'
const DOWN =
  '(?:fell|fallen)(?! (?:due|within|under|outside|into|short|on|behind|ill|out|through))|decreased|declined|dropped|reduced|gone down|went down|dipped|shrunk'
const VERB = new RegExp(
  `^(.*?)\\b(?:has |have |had )?(?:also |again |slightly |further )?(?:(${UP})|(${DOWN}))\\b(.*)$`,
  'i',
)
/** What grows, when it improves, may be less of something. */
const AMBIGUOUS = /\bimproved\b/i

const clausesOf = ({ text }: Sentence): string[] =>
  text.split(
    /[;:]|,\s(?:and|but|while|whereas|although|when|after|because|with|which)\s|\b(?:while|whereas|but|although|because)\b/,
  )

interface Claim {
  concepts: Concepts
  units: readonly ('count' | 'percent')[]
  isUp: boolean
  verb: string
  years: readonly number[]
}

function claimIn(clause: string, reported: number): Claim | null {
  const [, lead = '', up, down, tail = ''] = VERB.exec(clause) ?? []
  const verb = up ?? down
  if (verb === undefined || ELSEWHERE.test(clause) || /\d.*\bto\b.*\d/.test(tail)) return null
  const isShare = /\b(?:proportion|percentage|per ?cent|share|timeliness|participation|attendance|performance)\b/i.test(
    lead,
  )
  const isNumber = /\bnumbers?\b|\btotal\b/i.test(lead)
  const concepts = conceptsOf(
    lead.replaceAll(/\b(?:proportion|percentage|share|numbers?|total|performance|overall)\b/gi, ' '),
  )
  const [only] = concepts.narrowed
  const entity =
    concepts.entity ?? (only === 'in time' || only === 'took part' || only === 'attended' ? 'review' : null)
  if (entity === null || (AMBIGUOUS.test(verb) && concepts.narrowed.includes('late'))) return null
  const years = yearsOf(tail, reported) ?? yearsOf(lead, reported) ?? [reported - 1, reported]
  const units = isShare ? (['percent'] as const) : isNumber ? (['count'] as const) : (['count', 'percent'] as const)
  return { concepts: { ...concepts, entity }, units, isUp: up !== undefined, verb, years }
}

const EACH = /\b(?:each|every|year[- ]on[- ]year|in both|running|in a row|consecutive|steadily)\b/i
const SINCE = /\bsince\s+((?:march |31 march )?(?:19|20)\d{2}(?:\s?[-/]\s?\d{2,4})?)/i
const OVER = /\b(?:over|in) (?:the (?:last |past )?)?(two|three|four|five|2|3|4|5) years\b/i

/** The years that are compared, in order: each with the next. Null where the words don't say. */
function yearsOf(words: string, reported: number): number[] | null {
  const since = SINCE.exec(words)?.[1]
  const start = since === undefined ? null : (startOf(since.trim()) ?? bareYear(since))
  const over = OVER.exec(words)?.[1]
  const from = start ?? (over === undefined ? null : reported - (/\d/.test(over) ? Number(over) : valueOfWords(over)))
  if (from === null || from >= reported) return EACH.test(words) ? [] : null
  return EACH.test(words) ? Array.from({ length: reported - from + 1 }, (_, at) => from + at) : [from, reported]
}

const bareYear = (text: string): number | null => (/^(?:19|20)\d{2}$/.test(text.trim()) ? Number(text) - 1 : null)

function wrongIn(studied: Studied, sentence: Sentence, claim: Claim, reported: number): Located | null {
  const known = onlyValues(studied)
  const readings = claim.units.flatMap((unit) => {
    const all = Array.from({ length: MOST_YEARS }, (_, at) => reported - MOST_YEARS + 1 + at)
    const years = claim.years.length > 0 ? claim.years : all
    const values = years.flatMap((year) => known.get(keyOf(claim.concepts, unit, year)) ?? [])
    return values.length >= 2 && (claim.years.length === 0 || values.length === claim.years.length) ? [values] : []
  })
  const [values] = readings
  if (!values || readings.some((each) => each.every((one, at) => fits(each[at - 1], one, claim)))) return null
  // The sentence that gives the numbers is judged by them, by another rule.
  if (values.some(({ sentence: own }) => own === sentence)) return null
  const wrongAt = values.findIndex((one, at) => !fits(values[at - 1], one, claim))
  const [from, to] = [values[wrongAt - 1], values[wrongAt]]
  if (!from || !to) return null
  return located(studied, {
    at: sentence,
    also: to.at,
    place: sentence.passage.place,
    kind: to.sentence ? 'text-text' : 'text-table',
    message: `It is said to have ${claim.isUp ? 'risen' : 'fallen'}, and went from ${shown(from.value)} to ${shown(to.value)} (${to.place}).`,
    computation: values.map(({ year, value }) => `${year}-${String(year + 1).slice(2)}: ${shown(value)}`).join('; '),
    expected: null,
    severity: 'error',
    confidence: 0.82,
  })
}

const MOST_YEARS = 6

const fits = (from: Statement | undefined, to: Statement, { isUp }: Claim): boolean =>
  from === undefined || (isUp ? to.value > from.value : to.value < from.value)
