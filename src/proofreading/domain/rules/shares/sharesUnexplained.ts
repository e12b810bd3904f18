import type { Located } from '../../finding.ts'
import { gridsUnderHeading } from '../../layout.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { before, countsIn } from '../../words/around.ts'
import { conceptsIn } from '../../words/concepts.ts'
import { type Pair, pairsIn } from '../../words/pairs.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { describes, sharesIn } from '../../words/shares.ts'
import { wholeNamed } from '../../words/wholes.ts'
import { justBefore } from './percentageBases.ts'

/** `286 reviews, or about one in six of all that were held`: a share that no number near its count, and none known of what it counts, explains. */
export const sharesUnexplained: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence) =>
      sentence.passage.kind === 'heading'
        ? []
        : [...(ELSEWHERE.test(sentence.text) ? [] : inWords(sentence)), ...inPercent(context, sentence), ...ofCountBefore(sentence, context[context.indexOf(sentence) - 1])].flatMap((claim) => checked(studied, context, sentence, claim)),
    ),
  ) // prettier-ignore

const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target|increas\w*|decreas\w*|rise|rose|risen|fell|fallen|reduc\w*|grew|grown|growth|fewer|than (?:in|last|the)|compared|last year|previous\w*|year before|of (?:these|those|whom|which|the(?:se|m))|survey\w*|respon\w*|repl\w*|sampl\w*|dip)\b/i

/** A count, and what is said to be its share. */
interface Claim {
  count: Quantity
  words: string
  /** The words after the share, which may name the whole. */
  behind: string
  fits: (percent: number) => boolean
  /** How far off, in points, a share may be that is meant to be of the whole. */
  most: number
  /** What is hardly off, in points, is of a whole that is hardly another. */
  least: number
}

const BESIDE =
  /^[^.;:()\d]{3,90}[,(]\s*(?:(?:or|which is|that is|i\.e\.|and so)\s+)?(?:(?:about|around|roughly|just|only|some|well)\s+)?$/i

/** `71 of our children live far away, about one in four`: a share in words after its count. */
function inWords(sentence: Sentence): Claim[] {
  return sharesIn(sentence.text).flatMap((share): Claim[] => {
    const count = countsIn(sentence).findLast(({ end }) => end - sentence.start <= share.at.start)
    const lead = count ? sentence.text.slice(count.end - sentence.start, share.at.start).replaceAll(/\d+ miles?/g, 'miles') : ''
    const behind = sentence.text.slice(share.at.end)
    if (!count || !BESIDE.test(lead) || !/^\s*(?:[,.;)]|of\b)/.test(behind)) return []
    return [{ count, words: share.words, behind, fits: (percent) => describes(share, percent), most: 40, least: 0 }]
  })
} // prettier-ignore

/** A percentage beside its count, of which no whole is said. */
const inPercent = (context: readonly Sentence[], sentence: Sentence): Claim[] =>
  pairsIn(context).flatMap((pair): Claim[] =>
    pair.sentence !== sentence || pair.base !== null || pair.percent.isApproximate || isElsewhere(pair)
      ? []
      : [
          {
            count: pair.count,
            words: pair.percent.text,
            behind: sentence.text.slice(pair.percent.end - sentence.start),
            fits: (percent) => prints(percent, pair.percent.value, pair.percent.decimals),
            most: 12,
            least: pair.percent.decimals === 0 ? 1.5 : 0,
          },
        ],
  )

const THAT_IS =
  /^\W*(?:(?:that|this|which|it) (?:is|was|equates to|represents|makes)|(?:that|it)'s)\s*(?:just |only )?$/i

/** `They are 164 in all. That is 33.7% of children in care`: of the one count of the sentence before. */
function ofCountBefore(sentence: Sentence, previous: Sentence | undefined): Claim[] {
  const [percent, other] = sentence.quantities
  const [count, second] = previous ? countsIn(previous) : []
  const behind = percent ? sentence.text.slice(percent.end - sentence.start) : ''
  if (!percent || other || percent.kind !== 'percent' || !count || second || percent.isApproximate) return []
  if (!THAT_IS.test(before(sentence, percent)) || !/^\s*of (?:the |our |all )*(?:children|young people|reviews|total|whole)\b/i.test(behind) || ELSEWHERE.test(previous?.text ?? '')) return []
  return [{ count, words: percent.text, behind, fits: (share) => prints(share, percent.value, percent.decimals), most: 12, least: percent.decimals === 0 ? 1.5 : 0 }]
} // prettier-ignore

const isElsewhere = ({ sentence: { text, start }, count, percent }: Pair): boolean => {
  const [from, to] = [Math.min(count.start, percent.start) - start, Math.max(count.end, percent.end) - start]
  return ELSEWHERE.test(text.slice(Math.max(0, from - 28), to + 16))
}

const LEAST = 10

function checked(studied: Studied, context: readonly Sentence[], sentence: Sentence, claim: Claim): Located[] {
  const { count, fits, least, most } = claim
  if (count.isApproximate || count.value < LEAST || count.decimals > 0) return []
  if (/\b(?:of the|out of|another|further|other)\s+$/i.test(before(sentence, count))) return []
  const whole = wholeOfClaim(studied, context, sentence, claim)
  const share = (one: number) => (count.value / one) * 100
  if (whole === null || whole <= count.value || fits(share(whole))) return []
  const near = [
    ...[...context, ...justBefore(studied, context, NEAR)].flatMap(countsIn).map(({ value }) => value),
    ...gridsUnderHeading(studied, sentence.passage).flatMap(({ rows }) =>
      rows.flatMap(({ values }) => values.flatMap((value) => (value?.unit === 'count' ? [value.value] : []))),
    ),
  ]
  if (near.some((one) => one > count.value && fits(share(one)))) return []
  const nearest = Math.min(...POINTS.filter((points) => fits(share(whole) + points) || fits(share(whole) - points)))
  if (nearest > most || nearest < least) return []
  const exact = `${rounded(share(whole), 1)}%`
  return [
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'percentage',
      message: `${shown(count.value)} of ${shown(whole)} is ${exact}, not ${claim.words}.`,
      computation: `${shown(count.value)} / ${shown(whole)} = ${exact}`,
      expected: exact,
      severity: 'error',
      confidence: 0.81,
    }),
  ]
}

const NEAR = 12
const POINTS = Array.from({ length: 400 }, (_, at) => at / 10)

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['child', 'children'],
  ['review', 'reviews'],
])

/** How many there are of what is counted: where the words name it, or the paragraph gives one number of it. */
function wholeOfClaim(studied: Studied, context: readonly Sentence[], sentence: Sentence, { count, behind }: Claim): number | null {
  const year = studied.period?.startYear
  const clause = (text: string) => /^[^.;:,()]*/.exec(text)?.[0] ?? ''
  const own = clause(sentence.text.slice(count.end - sentence.start))
  // `Of the 1% of meetings (72)`: reviews by another word.
  const isMeetings = /\bmeetings\s*\(\s*$/i.test(before(sentence, count))
  const entity = isMeetings ? 'review' : (conceptsIn(/^\s*of\b/.test(behind) ? clause(behind) : own).entity ?? conceptsIn(own).entity)
  if (entity === null || year === undefined) return null
  const larger = [...justBefore(studied, context, NEAR), ...context.slice(0, context.indexOf(sentence))]
    .flatMap((each) => countsIn(each).map((one) => ({ one, of: conceptsIn(clause(each.text.slice(one.end - each.start))) })))
    .filter(({ one, of }) => of.entity === entity && one.value > count.value && !one.isApproximate)
  const known = wholeNamed(studied, NOUNS.get(entity) ?? entity, year)
  const values = new Set(larger.map(({ one }) => one.value))
  const [only] = values
  return known !== null && (values.size === 0 || values.has(known)) ? known : values.size === 1 ? (only ?? null) : null
} // prettier-ignore
