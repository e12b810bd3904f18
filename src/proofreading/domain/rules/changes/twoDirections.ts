import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'
import { areForms } from '../../near.ts'
import { directionsIn, isMoreBetter } from '../../words/directions.ts'
import { tokensIn } from '../../words/tokens.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `rose from 492 to 503, a fall of 2.2%`, `27 fewer than a year before, a rise of 1.6%`: one change, said to have gone both ways. */
export const twoDirections: Rule = (studied) =>
  studied.contexts.flatMap((context) => context.flatMap((sentence, index): Located[] => {
    const wrong = sentence.passage.kind === 'heading' ? null : (wrongIn(sentence) ?? reflected(sentence.text) ?? goesOn(context[index - 1]?.text ?? '', sentence.text))
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
  })) // prettier-ignore

const UP = 'rise|increase|growth|jump|gain'
const DOWN = 'fall|decrease|reduction|drop|decline|loss'
/** What a change is called after it was told: `, a rise of`, `, which is a fall of`. */
const THEN = new RegExp(
  String.raw`(?:,|\s[-–]|\()\s*(?:(?:which|this|that|it) (?:is|was|represents|amounts to|makes) |or |i\.e\. )?(?:an? |a further )(?:[a-z]+ )?(?:(${UP})|(${DOWN})) of (?:only |just |about |almost |nearly |over )*(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|an?\b)`,
  'gi',
)
/** `an upward trend …, with a 15% decrease`: how far it went. */
const WITH = new RegExp(
  String.raw`\b(?:with|by|and saw|representing|showing) an? (?:[a-z]+ )?\d[\d,.]*\s?(?:%|per cent|(?:percentage )?points?)? (?:(${UP})|(${DOWN}))\b(?! (?:in|of)\b)`,
  'gi',
)
const BESIDE =
  /\b(?:\d[\d,.]*%?|[a-z]+)\s+(?:[a-z]+ ){0,2}?(?:(more|higher)|(fewer|less|lower)) than (?:a|one|two|three|it|the|in|last|at)\b/gi
/** What comes between tells of something else. */
const ANOTHERS =
  /[.;:](?!\d)|\b(?:and|but|while|whereas|although|though|despite|after|following|because|so|compared|since)\b/i
const FAR = 90

const GOES_ON =
  /^\W*(?:this|that|which|it) (?:is|was|represents|amounts to|equates to|means) (?:an? (?:[a-z]+ )?(?:(rise|increase|growth)|(fall|decrease|reduction|drop|decline)) (?:of|from|on)\b|(?:only |just )?\d[\d,.]*%? (?:(more)|(fewer|less)) ([a-z]+ )?(?:[a-z]+ )?than (?:in |the |last |a |previous))/i

/** `Recordings have increased, to 3,604. This represents 718 fewer recordings than in the previous year.` */
function goesOn(previous: string, text: string): { one: string; other: string } | null {
  const [words, rise, , more, , noun = ''] = GOES_ON.exec(text) ?? []
  const told = words === undefined ? [] : directionsIn(previous)
  const [first] = told
  if (words === undefined || !first || told.some(({ sign }) => sign !== first.sign)) return null
  const sign = rise !== undefined || more !== undefined ? 1 : -1
  const said = tokensIn(previous).map(({ word }) => word)
  const isOfIt = tokensIn(noun).every(({ word }) => said.some((each) => areForms(each, word)))
  // After a stop or a `while`, the last thing told of is another.
  const isPlain = !/;|\b(?:but|while|whereas|although|however|despite|because|meant)\b/i.test(previous)
  return sign !== first.sign && isOfIt && isPlain && isMoreBetter(`${text} ${previous}`) !== false
    ? { one: first.words, other: words.replace(/^\W+/, '') }
    : null
}

const COUNTED = '(?:children|young people|reviews|meetings|numbers?|referrals|cases|entries|those)'
const REFLECTED = new RegExp(
  String.raw`\b(?:(rise|increase|growth)|(fall|decrease|reduction|drop)) (?:of|in) (?:\d[\d,]*|the number of) ?${COUNTED}\b[^.;]{0,60}\b(?:reflect\w*|mirror\w*|in line with|consistent with)\b[^.;]{0,20}\b(?:(rise|increase|growth)|(fall|decrease|reduction|drop)) (?:of|in) (?:the )?(?:overall )?(?:number of )?(?:our )?${COUNTED}\b`,
  'i',
)

/** `an increase of 149 meetings, which reflects the overall reduction of children in care`. */
function reflected(text: string): { one: string; other: string } | null {
  const [words, rise, fall, otherRise, otherFall] = REFLECTED.exec(text) ?? []
  const [one, other] = [rise ?? fall, otherRise ?? otherFall]
  return words !== undefined &&
    one !== undefined &&
    other !== undefined &&
    (rise === undefined) !== (otherRise === undefined)
    ? { one, other }
    : null
}

function wrongIn({ text }: Sentence): { one: string; other: string } | null {
  if (text.search(THEN) === -1 && text.search(WITH) === -1) return null
  const told = [
    ...directionsIn(text),
    ...[...text.matchAll(BESIDE)].map((match) => ({ words: match[0], sign: match[1] === undefined ? -1 : 1, end: match.index + match[0].length })),
  ]
  for (const match of [...text.matchAll(THEN), ...text.matchAll(WITH)]) {
    const before = told.filter(({ end }) => end <= match.index).toSorted((a, b) => a.end - b.end)
    const last = before.at(-1)
    if (!last || before.some(({ sign, end }) => sign !== last.sign && match.index - end <= FAR)) continue
    const gap = text.slice(last.end, match.index)
    if (gap.length > FAR || ANOTHERS.test(gap) || (match[1] === undefined ? -1 : 1) === last.sign) continue
    return { one: last.words, other: match[0].replace(/^\W+/, '').replace(/ of .*$/, '') }
  }
  return null
} // prettier-ignore
