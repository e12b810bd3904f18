import { type Rule, located } from '../../studied.ts'

/** `three age bands (4 to 7, 8 to 12 and 14 to 17)`: bands in a sentence of which two leave a gap, where the others follow each other; those that overlap are told by `overlap`. */
export const bandsListed: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    const odd = oddIn(sentence.text)
    return odd === null
      ? []
      : [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'overlap',
            message: `After ${odd.before} comes ${odd.after}: the other bands follow each other.`,
            expected: null,
            severity: 'warning',
            confidence: 0.82,
          }),
        ]
  })

const BAND = String.raw`(\d{1,2})\s?(?:-|to|–)\s?(\d{1,2})(?![\d%/]|\.\d|\s?%)`
const GAP = String.raw`(?:\s?(?:years?|yrs|year olds|-year-olds))?(?:\s?\([^)]*\))?(?:,\s?(?:and\s)?|;\s?(?:and\s)?|\s(?:and|or|&)\s)(?:aged )?`
const LIST = new RegExp(String.raw`(?<![\d.,/-])${BAND}(?:${GAP}${BAND}){2,}`, 'g')
const OF_AGES = /\b(?:age|aged|ages|bands?|age groups?|years?|year[- ]olds)\b/i
const MOST = 19
const MOST_APART = 3

/** The two neighbours among bands of ages between which some ages are missing, where all others follow each other. */
function oddIn(text: string): { before: string; after: string } | null {
  if (!OF_AGES.test(text)) return null
  for (const [list] of text.matchAll(LIST)) {
    const bands = [...list.matchAll(new RegExp(BAND, 'g'))].map(([words, from, to]) => ({ words, from: Number(from), to: Number(to) }))
    if (bands.some(({ from, to }) => from >= to || to > MOST + 8)) continue
    const steps = bands.slice(1).map(({ from }, at) => from - (bands[at]?.to ?? NaN))
    const odd = steps.flatMap((step, at) => (step === 1 ? [] : [at]))
    const [at, other] = odd
    if (at === undefined || other !== undefined || (steps[at] ?? 0) < 2 || (steps[at] ?? 0) > MOST_APART) continue
    return { before: bands[at]?.words ?? '', after: bands[at + 1]?.words ?? '' }
  }
  return null
} // prettier-ignore
