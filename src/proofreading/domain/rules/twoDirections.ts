import type { Located } from '../finding.ts'
import { type Rule, located } from '../studied.ts'
import { directionsIn } from '../words/directions.ts'
import type { Sentence } from '../words/sentences.ts'

/** `rose from 492 to 503, a fall of 2.2%`, `27 fewer than a year before, a rise of 1.6%`: one change, said to have gone both ways. */
export const twoDirections: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const wrong = sentence.passage.kind === 'heading' ? null : wrongIn(sentence)
    return wrong
      ? [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'growth',
            message: `“${wrong.one}” and “${wrong.other}” are said of one change.`,
            computation: `“${wrong.one}” against “${wrong.other}”`,
            severity: 'error',
            confidence: 0.82,
          }),
        ]
      : []
  })

const UP = 'rise|increase|growth|jump|gain'
const DOWN = 'fall|decrease|reduction|drop|decline|loss'
/** What a change is called after it was told: `, a rise of`, `, which is a fall of`. */
const THEN = new RegExp(
  String.raw`(?:,|\s[-–]|\()\s*(?:(?:which|this|that|it) (?:is|was|represents|amounts to|makes) |or |i\.e\. )?(?:an? |a further )(?:[a-z]+ )?(?:(${UP})|(${DOWN})) of (?:only |just |about |almost |nearly |over )*(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|an?\b)`,
  'gi',
)
const BESIDE =
  /\b(?:\d[\d,.]*%?|[a-z]+)\s+(?:[a-z]+ ){0,2}?(?:(more|higher)|(fewer|less|lower)) than (?:a|one|two|three|it|the|in|last|at)\b/gi
/** What comes between tells of something else. */
const ANOTHERS =
  /[.;:](?!\d)|\b(?:and|but|while|whereas|although|though|despite|after|following|because|so|compared|since)\b/i
const FAR = 90

function wrongIn({ text }: Sentence): { one: string; other: string } | null {
  const told = [
    ...directionsIn(text),
    ...[...text.matchAll(BESIDE)].map((match) => ({ words: match[0], sign: match[1] === undefined ? -1 : 1, end: match.index + match[0].length })),
  ]
  for (const match of text.matchAll(THEN)) {
    const before = told.filter(({ end }) => end <= match.index).toSorted((a, b) => a.end - b.end)
    const last = before.at(-1)
    if (!last || before.some(({ sign, end }) => sign !== last.sign && match.index - end <= FAR)) continue
    const gap = text.slice(last.end, match.index)
    if (gap.length > FAR || ANOTHERS.test(gap) || (match[1] === undefined ? -1 : 1) === last.sign) continue
    return { one: last.words, other: match[0].replace(/^\W+/, '').replace(/ of .*$/, '') }
  }
  return null
} // prettier-ignore
