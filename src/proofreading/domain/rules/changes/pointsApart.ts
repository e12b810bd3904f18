import type { Located } from '../../finding.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after } from '../../words/around.ts'
import { type Fact, factsOf } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `one point below the target of 96%`, where no two percentages beside it are so far apart. */
export const pointsApart: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const [apart, ...others] = sentence.quantities.filter((one) => isApart(sentence, one))
      if (!apart || others.length > 0 || apart.isApproximate) return []
      const own = percentsIn(sentence)
      const ahead = context[index - 1]
      const previous = ahead?.passage === sentence.passage ? ahead : undefined
      const known = own.length === 1 && !previous ? heldInTime(studied, sentence) : []
      const percents = [...(own.length < 2 && previous ? percentsIn(previous) : known), ...own]
      const { value } = apart
      if (own.length === 0 || percents.length < 2 || !(value > 0) || isFit(sentence, percents, apart)) return []
      const [first, last] = [percents.at(-2), percents.at(-1)]
      if (!first || !last || /\b(?:about|around|nearly|almost|over|more than|at least)\s+\d+%/i.test(sentence.text))
        return []
      const decimals = Math.max(first.decimals, last.decimals)
      const exact = Math.abs(first.value - last.value)
      return [
        located(studied, {
          at: sentence,
          also: own.length >= 2 ? null : (previous ?? null),
          place: sentence.passage.place,
          kind: 'growth',
          message: `${first.text} and ${last.text} are ${rounded(exact, decimals)} percentage points apart, not ${shown(value)}.`,
          computation: `${shown(Math.max(first.value, last.value))} - ${shown(Math.min(first.value, last.value))} = ${rounded(exact, decimals)}`,
          expected: `${rounded(exact, decimals)} percentage points`,
          severity: 'error',
          confidence: 0.85,
        }),
      ]
    }),
  )

/** What the report says of reviews held in time, where the sentence is about them. */
const heldInTime = (studied: Studied, { text }: Sentence): Quantity[] =>
  /\breviews\b[^.;]{0,20}\b(?:in time|on time|timescales?)\b/i.test(text)
    ? studied.sentences
        .filter(({ start }) => factsOf(studied).some((fact) => isHeldInTime(studied, fact, start)))
        .flatMap(percentsIn)
    : []

const isHeldInTime = ({ period }: Studied, { measure, at, year }: Fact, start: number): boolean =>
  measure === 'reviews held in time' && at.start === start && year === period?.startYear

const percentsIn = ({ quantities }: Sentence): Quantity[] => quantities.filter(({ kind }) => kind === 'percent')

/** Whether a number of points says how far one percentage is from another. */
const isApart = (sentence: Sentence, one: Quantity): boolean =>
  one.kind === 'points' &&
  /^\s*(?:below|above|short of|under|over|(?:more|less|higher|lower|better|worse|fewer) than|behind|ahead of|off)\b/i.test(
    after(sentence, one),
  )

/** Whether two of them are so far apart; each may have been rounded, a target was not. */
function isFit({ text }: Sentence, percents: readonly Quantity[], { value, decimals }: Quantity): boolean {
  const isExact = /\btarget\b/i.test(text) && decimals === 0
  return percents.some((one, at) =>
    percents.slice(at + 1).some((other) => {
      const room = isExact ? 0.5 : 10 ** -Math.max(decimals, Math.min(one.decimals, other.decimals))
      return Math.abs(Math.abs(one.value - other.value) - value) <= room + 1e-9
    }),
  )
}
