import type { Located } from '../../finding.ts'
import { shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'

/** `an average of 37.3%, with a range between 8% and 27.3%`: a mean that lies outside of what it is the mean of. */
export const averageInRange: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const wrong = sentence.passage.kind === 'heading' ? null : wrongIn(sentence.text)
    return wrong
      ? [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'text-text',
            message: `The average, ${shown(wrong.mean)}, is not between ${shown(wrong.least)} and ${shown(wrong.most)}.`,
            computation: `${shown(wrong.mean)} against ${shown(wrong.least)} to ${shown(wrong.most)}`,
            severity: 'error',
            confidence: 0.85,
          }),
        ]
      : []
  })

const N = String.raw`(\d[\d,]*(?:\.\d+)?)\s?(%?)`
const RANGE = new RegExp(
  String.raw`\b(?:rang\w+|varied|varying|varies|var(?:y|iation))\b(?:\s+(?:of|is|was|from|between|for|the|this|during|over|in|\d{4}\/\d{1,4}|[a-z]+)){0,8}?\s+${N}\s?(?:-|–|to|and)\s?${N}`,
  'gi',
)
const MEAN = new RegExp(
  String.raw`\b(?:average|mean|annual figure|yearly figure|figure for the year)\b(?:\s+(?:average|figure|score|rate|number|of|is|was|at|for|the|year|in|whole|being|\d{4}\/\d{1,4})){0,8}?\s+${N}`,
  'gi',
)
/** Of others, or of what is no mean of the range. */
const OTHERWISE =
  /\b(?:national\w*(?! (?:indicator|measure))|region\w*|england|neighbours?|guid\w*|recommend\w*|handbook|target\w*|last year|previous|per (?:cent )?of|outlier|excluding|except)\b/i

const numberOf = (digits = ''): number => Number(digits.replaceAll(',', ''))

function wrongIn(text: string): { mean: number; least: number; most: number } | null {
  const [range, otherRange] = [...text.matchAll(RANGE)]
  const [average, otherMean] = [...text.matchAll(MEAN)]
  if (!range || otherRange || !average || otherMean || OTHERWISE.test(text)) return null
  const [, from, signFrom, to, signTo] = range
  const [, mean, sign] = average
  const isShare = signFrom === '%' || signTo === '%'
  // A mean that stands in the range's own words is none beside it.
  if (average.index >= range.index && average.index < range.index + range[0].length) return null
  if (isShare !== (sign === '%') && sign === '%') return null
  const [least, most] = [Math.min(numberOf(from), numberOf(to)), Math.max(numberOf(from), numberOf(to))]
  const value = numberOf(mean)
  // Numbers of other sizes are of other things.
  const isLike = value <= most * 2 && value >= least / 2 && least < most && !isYear(value) && !isYear(least)
  return isLike && (value < least || value > most) ? { mean: value, least, most } : null
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1980 && value < 2070
