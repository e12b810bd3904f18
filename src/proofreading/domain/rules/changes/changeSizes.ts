import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { factsAt, factsOfMeasure, startOf } from '../../words/facts.ts'
import { valueOfWords } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { keyOf } from '../../words/statement.ts'
import { conceptsOf, onlyValues } from '../../words/statements.ts'

/** `287 children, 14 more than a year before`, `disputes rose by a quarter`, where the report gives last year's number anywhere. */
export const changeSizes: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const year = studied.period?.startYear
    if (sentence.passage.kind === 'heading' || year === undefined || !OF_CHANGE.test(sentence.text)) return []
    if (ELSEWHERE.test(sentence.text)) return []
    const sizes = sizesIn(sentence.text.split(/\b(?:while|whereas)\b/)[0] ?? '')
    const [size, other] = sizes
    // Where a sentence tells of two changes, it is not plain which is whose.
    if (!size || other || /per 10,000/.test(size.words)) return []
    if (namesOtherYear(sentence.text.slice(size.end), year)) return []
    const ends = endsFor(studied, sentence, size, year)
    return ends && !isFit(size, ends) ? [said(studied, sentence, size, ends)] : []
  })

const OF_CHANGE =
  /\b(?:rise|increase|growth|gain|fall|decrease|reduction|drop|decline|than|rose|risen|grew|grown|increased|up|fell|fallen|decreased|dropped|down)\b/i

const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|will|would|should|target|aim\w*|plan\w*|(?:first|second|third|fourth|last) quarter|quarter (?:\d|one|two|three|four)|q[1-4]|month\w*|half of the year|two years|three years|four years|five years|since 20\d\d|of (?:these|those|whom|which)|average|informal|initial)\b/i

/** `by 27 (17.3%) in 2022/23`: of another year than the report's. */
const namesOtherYear = (behind: string, year: number): boolean => {
  const named =
    /^\s*(?:\([^()]*\)\s*)?(?:in|during|over|between|from)\s+(?:march )?((?:19|20)\d{2}(?:\s?[-/]\s?\d{2,4})?)/i.exec(
      behind,
    )?.[1]
  return named !== undefined && startOf(named) !== year
}

interface Size {
  at: number
  end: number
  words: string
  direction: 1 | -1
  count: number | null
  percent: number | null
  decimals: number
  fraction: { least: number; most: number } | null
}

const N = String.raw`\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?`
const SMALL =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)'
const FRACTION = '(?:a|one) (?:half|third|quarter|fifth|sixth|tenth)|half|two[- ]thirds|three[- ]quarters'
const AMOUNT = `(?:(?:just |exactly )?(?<number>${N})(?<percent>\\s?%| per cent)?|(?<fraction>(?:almost |nearly |about |around |over |just over )?(?:${FRACTION}))|(?<word>${SMALL}))`
const NOUN_UP = 'rise|increase|growth|gain'
const NOUN_DOWN = 'fall|decrease|reduction|drop|decline'
const FORMS: readonly RegExp[] = [
  new RegExp(`\\b(?:net )?(?:(?<up>${NOUN_UP})|(?<down>${NOUN_DOWN})) of ${AMOUNT}`, 'gi'),
  new RegExp(
    `\\b${AMOUNT}(?: children| reviews| disputes| challenges)? (?:(?<up>more|higher)|(?<down>fewer|less|lower)) than (?:a year (?:before|earlier|ago)|(?:the )?(?:last|previous) year|the year before|twelve months (?:before|earlier|ago)|in (?:19|20)\\d{2}|at (?:31 )?March)`,
    'gi',
  ),
  new RegExp(
    `\\b(?:(?<up>rose|risen|grew|grown|increased|went up|gone up|up)|(?<down>fell|fallen|decreased|dropped|went down|gone down|down)) by ${AMOUNT}`,
    'gi',
  ),
]

const VALUES: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['third', 1 / 3],
  ['quarter', 0.25],
  ['fifth', 0.2],
  ['sixth', 1 / 6],
  ['tenth', 0.1],
  ['thirds', 2 / 3],
  ['quarters', 0.75],
])
const ROOM = 0.03

function sizesIn(text: string): Size[] {
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match): Size[] => {
      const groups = match.groups ?? {}
      const isUp = groups['up'] !== undefined
      const { number, percent, word, fraction } = groups
      const points = /^(?:\s|-)*(?:percentage )?points?\b|^ (?:of a|percentage)/i.test(
        text.slice(match.index + match[0].length),
      )
      const value =
        number === undefined ? (word === undefined ? null : valueOfWords(word)) : Number(number.replaceAll(',', ''))
      const last = fraction?.split(/[- ]/).at(-1)?.toLowerCase()
      const share = last === undefined ? undefined : VALUES.get(last)
      if (points || (value === null && share === undefined)) return []
      return [
        {
          at: match.index,
          end: match.index + match[0].length,
          words: match[0],
          direction: isUp ? 1 : -1,
          count: percent === undefined ? value : null,
          percent: percent === undefined ? null : value,
          decimals: number?.split('.')[1]?.length ?? 0,
          fraction: share === undefined ? null : { least: share - ROOM, most: share + ROOM },
        },
      ]
    }),
  )
}

interface Ends {
  from: number
  to: number
  at: { start: number; end: number } | null
}

/** This year's number and last year's, of what the sentence is about. */
function endsFor(studied: Studied, sentence: Sentence, size: Size, year: number): Ends | null {
  const lead = sentence.text.slice(0, size.at)
  const clause = lead.split(/[;:]/).at(-1) ?? ''
  const subject = conceptsOf(clause.replaceAll(/\b(?:numbers?|totals?|of)\b/gi, ' '))
  const facts = factsAt(studied, sentence.start).filter((fact) => fact.year === year)
  const own = facts.find((fact) =>
    countsIn(sentence).some((one) => one.value === fact.value && one.end - sentence.start <= size.at),
  )
  const measure = own?.measure ?? (subject.narrowed.length === 0 ? MEASURES.get(subject.entity ?? '') : undefined)
  const [from, to] = [year - 1, year].map((each) => {
    const values = measure === undefined ? [] : factsOfMeasure(studied, measure, each)
    const known = onlyValues(studied).get(keyOf(subject, 'count', each))
    const all = values.length > 0 ? values : known ? [known] : []
    return new Set(all.map(({ value }) => value)).size === 1 ? all[0] : undefined
  })
  return from && to && from.at.start !== sentence.start ? { from: from.value, to: to.value, at: from.at } : null
}

/** What is meant by a bare word for it. */
const MEASURES: ReadonlyMap<string, string> = new Map([
  ['child', 'children looked after at the year end'],
  ['review', 'reviews held'],
])

function isFit({ direction, count, percent, decimals, fraction }: Size, { from, to }: Ends): boolean {
  const change = (to - from) * direction
  if (change <= 0 || from <= 0) return false
  const share = (change / from) * 100
  if (count !== null) return Math.abs(change - count) < 1e-9
  if (percent !== null) return prints(share, percent, decimals)
  return fraction !== null && share / 100 >= fraction.least && share / 100 <= fraction.most
}

function said(studied: Studied, sentence: Sentence, { words }: Size, { from, to, at }: Ends): Located {
  const share = rounded((Math.abs(to - from) / from) * 100, 1)
  return located(studied, {
    at: sentence,
    also: at,
    place: sentence.passage.place,
    kind: 'growth',
    message: `“${words}”: from ${shown(from)} to ${shown(to)} is ${to >= from ? 'a rise' : 'a fall'} of ${shown(Math.abs(to - from))} (${share}%).`,
    computation: `${shown(to)} - ${shown(from)} = ${shown(to - from)}`,
    expected: null,
    severity: 'error',
    confidence: 0.83,
  })
}
