import type { Span } from '../reportText.ts'

/** What a number in a sentence is a number of. */
export type QuantityKind =
  | 'count'
  | 'percent'
  | 'points'
  | 'rate'
  | 'money'
  | 'fte'
  | 'age'
  | 'duration'
  | 'range'
  | 'date'
  | 'period'
  | 'year'
  | 'reference'
  | 'ordinal'

/** A number in a sentence. */
export interface Quantity extends Span {
  kind: QuantityKind
  /** NaN where it is no single number: dates, periods, ranges. */
  value: number
  decimals: number
  text: string
  /** Whether a word says that it is no exact number: `about`, `over`, `nearly`. */
  isApproximate: boolean
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?'
const N = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const SMALL_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const BELOW_HUNDRED = `(?:${TENS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?\\b|(?:${SMALL_WORDS})\\b`
const DOZEN = '(?:half a|an?|one|two|three) dozen\\b'
const WORD = `${DOZEN}|(?:an?|one|two|three|four|five|six|seven|eight|nine)\\s+hundred(?:\\s+and\\s+(?:${BELOW_HUNDRED}))?\\b|${BELOW_HUNDRED}`
const ANY = `(?:${N}|${WORD})`
const YEAR = '(?:19|20)\\d{2}'

/** `13/14`: two years that follow each other, which no fraction of a count looks like. */
const SHORT_PERIODS = Array.from(
  { length: 40 },
  (_, year) => `${String(year).padStart(2, '0')}/${String(year + 1).padStart(2, '0')}`,
).join('|')

/** `16 and 17`: two ages that follow each other. */
const AGES_TOGETHER = Array.from({ length: 10 }, (_, at) => `${at + 9} (?:and|or|&) ${at + 10}`).join('|')

const TEENS = 'nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
/** `sixteen or seventeen`. */
const AGES_IN_WORDS = TEENS.slice(1)
  .map((word, at) => `${TEENS[at] ?? ''} (?:and|or) ${word}`)
  .join('|')

const REFERRED =
  'tables?|figures?|charts?|graphs?|appendix|appendices|sections?|regulations?|regs?\\.?|articles?|pages?|paragraphs?|para\\.?|chapters?|schedule|annex|no\\.|ss?\\.'
/** Words that name a thing by a small number, and stand before counts as well. */
const REFERRED_SMALL =
  'stages?|tiers?|parts?|phase|priority|priorities|key stages?|year group|years|level|grade|step|item|version|band|group|objective|standard|action|quarter|domain|ward|unit|category|cohort|module'

/** Tried in turn where a word or a number begins; the first that fits says what it is. */
const forms: readonly (readonly [QuantityKind | null, RegExp])[] = [
  // `Three quarters` is a share in words, and no count.
  [
    null,
    new RegExp(
      `(?:${SMALL_WORDS}|\\d)[- ](?:halves|half(?![- ]time)|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\\b`,
      'iy',
    ),
  ],
  // `Every one of them`, `142 had one`: no count.
  [null, /(?:every|each|any|no) one\b|(?:ha[ds]|have|without|for) one\b(?=[,.;)]|\s*$)/iy],
  // `at one point in May`: no count.
  [null, /(?<=\bat )one point\b/iy],
  // `a household of one kind or another`: no count.
  [
    null,
    /one (?:kind|way|sort|form|reason|thing|place|stage|point|form) (?:or|and|after) (?:an)?other\b|one (?:themselves|himself|herself|itself|too|instead)\b|one (?:or (?:the )?other|another|by one|day|thing)\b/iy,
  ],
  // `Two in five` is a share too.
  [
    null,
    /(?:(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten)|1 in(?: every)? \d{1,2}(?![\d/%,.]))\b/iy,
  ],
  // `One child in five`, `four reviews in ten`.
  [
    null,
    /(?:one|two|three|four|five|six|seven|eight|nine) (?:[a-z'-]+ ){1,3}?(?:in|out of)(?: every)? (?:three|four|five|six|seven|eight|nine|ten)\b(?=[,.;:)]|\s*$|\s*\(|\s+(?:is|are|was|were|has|have|had|live[sd]?|took|came|who|attended)\b)/iy,
  ],
  [null, /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w.-]+/y],
  ['date', new RegExp(`\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})(?![\\d])`, 'y')],
  [
    'date',
    new RegExp(`\\d{1,2}(?:(?:st|nd|rd|th)(?:\\s+of)?)?\\s+${MONTH}(?:,?\\s+${YEAR}|\\s+\\d{2}(?![\\d%,.]))?`, 'iy'),
  ],
  ['date', new RegExp(`${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+${YEAR})(?!\\d)`, 'iy')],
  ['date', new RegExp(`${MONTH}\\s+(?:${YEAR}|'?\\d{2})(?![\\d%,.]\\d)\\b(?!%)`, 'iy')],
  ['period', new RegExp(`${YEAR}\\s?[-/]\\s?(?:${YEAR}|\\d{2})(?![\\d/])`, 'y')],
  ['period', new RegExp(`(?:${SHORT_PERIODS})(?![\\d/])`, 'y')],
  [
    'reference',
    new RegExp(
      `(?:${REFERRED})\\s*(?:\\d+(?:\\.\\d+)*(?:\\s?(?:-|to|and|&)\\s?\\d+(?:\\.\\d+)*)?)(?:\\(\\w{1,4}\\))*(?!\\s?%|,?\\d)`,
      'iy',
    ),
  ],
  [
    'reference',
    new RegExp(
      `(?:${REFERRED_SMALL})\\s+(?:\\d{1,2}(?:\\s?(?:-|to)\\s?\\d{1,2})?(?!\\s?%|[,.]?\\d)|one|two|three|four|five)\\b|(?:stages|tiers|parts|years|quarters)\\s+\\d{1,2}\\s?(?:and|&)\\s?\\d{1,2}\\b|(?<!\\b(?:this|last|that|each|per|the|a)\\s)year\\s+(?:[1-9]|1[0-3])(?![\\d,.%]|\\s?%)\\b`,
      'iy',
    ),
  ],
  ['reference', /(?:PN|E|V|C|A|U|K|R|H|P|N|S|T|Q|NI|KS|SS|CLK|KPI|Covid|s|v|vs|Vs)-?\d+[A-Za-z]?\b/y],
  [
    'age',
    new RegExp(
      `(?:aged?|ages)\\s+(?:(?:of|over|under|between|from|at least)\\s+)*(?:${ANY})(?:\\s?(?:-|to|and|or|&|/)\\s?(?:${ANY}|over|above|under|older|younger))?(?:\\s+years?(?:\\s+old)?)?`,
      'iy',
    ),
  ],
  // `34 turned 18`, `16 and 17 years`.
  [
    'age',
    /(?:turn(?:s|ed|ing)?|reach(?:es|ed|ing)?|becam?e(?= (?:1[68]|2[15])\b)|left at|until|(?:birthday|age) of)\s+(?:1[0-9]|2[0-5]|[1-9]|eighteen|sixteen|twenty-one|twenty-five)\b(?![,.]\d|\s?%|\s+(?:children|reviews|of))/iy,
  ],
  ['age', new RegExp(`(?:${AGES_TOGETHER})(?![\\d%]|\\s?%|[,.]\\d)\\b`, 'y')],
  ['age', new RegExp(`(?:${AGES_IN_WORDS})\\b`, 'iy')],
  // `112 were from ten to fifteen`: how old, and no change.
  [
    'range',
    new RegExp(
      `(?<=\\b(?:were|are|is|was|aged|children|those|boys|girls) (?:(?:aged )?(?:from|between) )?)(?:${SMALL_WORDS})\\s+(?:to|and)\\s+(?:${SMALL_WORDS})\\b(?!\\s+(?:children|reviews|of)\\b)`,
      'iy',
    ),
  ],
  ['age', /\d{1,2}\s+(?:and|or|&)\s+\d{1,2}[- ]years?(?:[- ]olds?)?\b/iy],
  // `the band from 1 to 4`: ages.
  [
    'age',
    /(?:age )?(?:bands?|groups?|range|ages)\s+(?:of\s+|from\s+)*\d{1,2}\s+(?:to|-|and)\s+\d{1,2}(?![\d%,.]\d|\s?%)\b/iy,
  ],
  [
    'age',
    new RegExp(
      `(?:children|those|people|persons?|babies|adults|boys|girls|and|were|was|is|are)\\s+(?:aged\\s+)?(?:over|under)\\s+(?:the\\s+age\\s+of\\s+)?(?:\\d{1,2}|${WORD})(?![\\d,.]\\d)\\b(?!\\s+(?:children|reviews|foster|carers|cases))`,
      'iy',
    ),
  ],
  [
    'age',
    new RegExp(
      `\\d{1,2}(?:\\s?(?:-|to)\\s?\\d{1,2})?[- ]years?[- ]olds?|\\d{1,2}\\+|\\d{1,2}\\s+(?:and|or)\\s+(?:over|under|older|above|below|younger)`,
      'iy',
    ),
  ],
  [
    'duration',
    new RegExp(
      `(?:${ANY})(?: and a half| and a quarter)?(?:\\s?(?:-|to)\\s?(?:${ANY}))?[- ]?\\s?(?:(?:full|whole|working|calendar|consecutive|school)\\s+)*(?:days?|weeks?|months?|years?|hours?|minutes?|terms?|yrs?|hrs?|miles?|km|kilomet(?:re|er)s?)\\b(?!\\s+(?:plan|reports?\\b))`,
      'iy',
    ),
  ],
  ['points', new RegExp(`(?:${N})\\s+of\\s+an?\\s+(?:percentage\\s+)?point\\b`, 'iy')],
  [
    'points',
    new RegExp(
      `(?:${N})\\s?(?:%|per cent|percent|percentage)?\\s?(?:percentage\\s+)?(?:-\\s?)?(?:points?\\b|ppts?\\b|pp\\b|p\\.p\\.)|(?:${WORD})[- ](?:percentage|per cent|percent)[- ]points?\\b|(?:${WORD})\\s+points?\\b(?=\\s+(?:in|on|from|to|higher|lower|below|above|under|over|short|behind|ahead|more|less|better|worse|up|down)\\b|[,.;)])`,
      'iy',
    ),
  ],
  [
    'range',
    new RegExp(
      `(?:between\\s+)?(?:${N})\\s?(?!%\\s?-\\s?\\d[\\d,]*\\))%?\\s?(?:-|(?<!\\bfrom\\s+(?:${N})\\s?%?\\s?)to)\\s?(?:${N})(?![\\d/])(?:\\s?%)?`,
      'iy',
    ),
  ],
  ['range', new RegExp(`between\\s+(?:${N})\\s?%?\\s+and\\s+(?:${N})(?:\\s?%)?`, 'iy')],
  ['percent', new RegExp(`(?:${ANY})\\s?(?:%|per\\s?cent\\b|percent\\b)`, 'iy')],
  [
    'rate',
    new RegExp(
      `(?:${N})(?:\\s+[a-z-]+){0,4}?\\s*(?:\\bper|p/|/|in every|for every)\\s?(?:10,?000|10k|1,000|1000|100,000)`,
      'iy',
    ),
  ],
  ['money', /£\s?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:k\b|m\b|million|thousand|bn\b))?/iy],
  ['fte', new RegExp(`(?:${ANY})\\s+(?:FTEs?|WTEs?|(?:full|whole)[- ]time[- ](?:equivalents?|posts))\\b`, 'iy')],
  ['ordinal', /\d+(?:st|nd|rd|th)\b/iy],
  ['count', new RegExp(`(?:${N})(?![\\d,]*\\d)`, 'y')],
  ['count', new RegExp(WORD, 'iy')],
]

const APPROXIMATE =
  /(?:\b(?:about|around|approximately|approx\.?|nearly|almost|over|more than|at least|(?<!\b(?:went|gone|goes|going)\s+)up to|under|fewer than|less than|circa|c\.?|some|roughly|exceed(?:s|ed|ing)?|below|above|minimum of|maximum of|target(?: of)?|just)\s*|~|[<>])$/i

/** `91% or more`: a bound. */
const OR_MORE = /^\s+or (?:more|fewer|less|over|under|above|below|higher|lower)\b/i

/** What a count may be of, so that `2013 children` is no year. */
const COUNTED =
  /^\s+(?:children|reviews|young|cases|statements|people|residents|records|carers|meetings|episodes|visits|entries|forms)\b/i

/** The numbers in a sentence; `from` is where it begins in the report. */
export function quantitiesIn(text: string, from: number): Quantity[] {
  const found: Quantity[] = []
  const starts = /(?<![\w.,/])[\d£]|(?<=[\w)]-)\d|(?<=\w\/)\d|\b[a-z]/gi
  for (let at = 0; ;) {
    starts.lastIndex = at
    const start = starts.exec(text)
    if (!start) return found
    const [kind, words] = formAt(text, start.index)
    if (words === '') {
      at = start.index + 1
      continue
    }
    at = start.index + words.length
    if (kind !== null) found.push(quantity(kind, words, text, start.index, from))
  }
}

function formAt(text: string, index: number): [QuantityKind | null, string] {
  for (const [kind, form] of forms) {
    form.lastIndex = index
    const match = form.exec(text)
    if (match) return [kind, match[0]]
  }
  return [null, '']
}

function quantity(kind: QuantityKind, words: string, text: string, index: number, from: number): Quantity {
  const before = text.slice(Math.max(0, index - 24), index)
  const isYear =
    kind === 'count' && /^(?:19[89]|20[0-6])\d$/.test(words) && !COUNTED.test(text.slice(index + words.length))
  const isNumber = ['count', 'percent', 'points', 'rate', 'money', 'fte'].includes(kind)
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0].replaceAll(',', '')
  return {
    kind: isYear ? 'year' : kind,
    value: isNumber || isYear ? (digits === undefined ? valueOfWords(words) : Number(digits)) : NaN,
    decimals: digits?.split('.')[1]?.length ?? 0,
    text: words,
    isApproximate: APPROXIMATE.test(before) || OR_MORE.test(text.slice(index + words.length)),
    start: from + index,
    end: from + index + words.length,
  }
}

const small = SMALL_WORDS.split('|')
const tens = TENS.split('|')

/** The number that digits or words say: `12`, `twelve`; 0 where they say none. */
export const numberOf = (words = ''): number => (/^\d/.test(words) ? Number(words) : valueOfWords(words))

/** The number that words say, from one to nine hundred and ninety-nine. */
export function valueOfWords(words: string): number {
  const dozens = /^(half a|an?|[a-z]+)\s+dozen$/i.exec(words.trim())?.[1]
  if (dozens !== undefined) return /^half/i.test(dozens) ? 6 : 12 * (/^an?$/i.test(dozens) ? 1 : valueOfWords(dozens))
  const hundreds = /^(an?|[a-z]+)\s+hundred\b(?:\s+and\s+(.*))?$/i.exec(words.trim())
  if (hundreds) {
    const [, count = '', rest] = hundreds
    return (/^an?$/i.test(count) ? 1 : valueOfWords(count)) * 100 + (rest === undefined ? 0 : valueOfWords(rest))
  }
  const [first = '', second = ''] = words.toLowerCase().split(/[- ]/)
  const ten = tens.indexOf(first)
  if (ten === -1) return small.indexOf(first) + 1
  return (ten + 2) * 10 + (small.indexOf(second) + 1)
}
