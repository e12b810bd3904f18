import { shown } from '../../numbers.ts'
import { type Rule, ofSentences } from '../../studied.ts'
import { numberOf as quantityOf } from '../../words/quantities.ts'

/** `an average of 37.3%, with a range between 8% and 27.3%`: a mean that lies outside of what it is the mean of. */
export const averageInRange: Rule = (studied) =>
  ofSentences(studied, (sentence, previous) => {
    const wrong = wrongIn(sentence.text) ?? (previous ? goesOn(previous.text, sentence.text) : null)
    if (!wrong) return []
    const { mean, least, most } = wrong
    return [
      {
        kind: 'text-text',
        message: `The average, ${shown(mean)}, is not between ${shown(least)} and ${shown(most)}.`,
        computation: `${shown(mean)} against ${shown(least)} to ${shown(most)}`,
        severity: 'error',
        confidence: 0.85,
      },
    ]
  })

/** `The average caseload was 61. The range was 38 to 69.` */
const goesOn = (first: string, second: string) =>
  /^\W*(?:(?:the|this|their|its|caseloads?) )*(?:rang\w+|var(?:ied|ies|y)\w*|longest|highest|lowest|shortest)\b/i.test(
    second,
  ) &&
  first.match(MEAN)?.length === 1 &&
  second.match(MEAN) === null
    ? wrongIn(`${first} ${second}`)
    : null

const N = String.raw`(\d[\d,]*(?:\.\d+)?)\s?(%?)`
const RANGE = new RegExp(
  String.raw`\b(?:rang\w+|varied|varying|varies|var(?:y|iation))\b(?:\s+(?:of|is|was|from|between|for|the|this|during|over|in|\d{4}\/\d{1,4}|[a-z]+)){0,8}?\s+${N}\s?(?:-|–|to|and)\s?${N}`,
  'gi',
)
const MEAN = new RegExp(
  String.raw`\b(?:average|mean|annual figure|yearly figure|figure for the year)\b(?:\s+(?:average|figure|score|rate|number|caseloads?|of|is|was|at|for|the|a|an|each|dispute|review|child|IRO|officer|took|take|takes|lasted|had|year|in|whole|being|\d{4}\/\d{1,4})){0,8}?\s+${N}`,
  'gi',
)
/** Of others, or of what is no mean of the range. */
const OTHERWISE =
  /\b(?:national\w*(?! (?:indicator|measure))|region\w*|england|neighbours?|guid\w*|recommend\w*|handbook|target\w*|last year|previous|per (?:cent )?of|outlier|excluding|except)\b/i

const numberOf = (digits = ''): number => Number(digits.replaceAll(',', ''))

const MOST = '(?:longest|highest|largest|slowest)'
const FEWEST = '(?:shortest|lowest|smallest|quickest|fewest)'
const TO = String.raw`\b[^.;\d]{0,40}?\b${N}[^.;\d]{0,50}?`
/** A range, or its two ends: `the longest took 61 and the shortest 1`. */
const RANGES = [
  RANGE,
  ...[`${MOST}${TO}\\b${FEWEST}${TO}`, `${FEWEST}${TO}\\b${MOST}${TO}`].map((form) => new RegExp(`\\b${form}`, 'gi')),
]

/** Its numbers in digits, without brackets. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s?\([^()]{1,200}\)/g, (bracket) => (/[a-z]/i.test(bracket) ? '' : bracket))
    .replaceAll(
      /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi,
      (word) => `${quantityOf(word)}`,
    )

function wrongIn(said: string): { mean: number; least: number; most: number } | null {
  const text = plain(said)
  const [range, otherRange] = RANGES.flatMap((form) => [...text.matchAll(form)])
  const [average, otherMean] = [...text.matchAll(MEAN)]
  if (!range || otherRange || !average || otherMean || OTHERWISE.test(text)) return null
  const [words, from, signFrom, to, signTo] = range
  const [, mean, sign] = average
  const isShare = signFrom === '%' || signTo === '%'
  // A mean that stands in the range's own words is none beside it.
  if (average.index >= range.index && average.index < range.index + words.length) return null
  if (isShare !== (sign === '%') && sign === '%') return null
  const [least, most] = [Math.min(numberOf(from), numberOf(to)), Math.max(numberOf(from), numberOf(to))]
  const value = numberOf(mean)
  // Numbers of other sizes are of other things.
  const isLike = value <= most * 2 && value >= least / 2 && least < most && !isYear(value) && !isYear(least)
  return isLike && (value < least || value > most) ? { mean: value, least, most } : null
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1980 && value < 2070
