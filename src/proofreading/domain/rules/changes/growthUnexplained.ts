import type { Located } from '../../finding.ts'
import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, type Studied, located } from '../../studied.ts'
import { after, before, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type ShareInWords, describes, sharesIn } from '../../words/shares.ts'
import { conceptsOf } from '../../words/statements.ts'
import { wholeNamed } from '../../words/wholes.ts'
import { justBefore } from '../shares/percentageBases.ts'

/** `formal ones are up by 29%`, where 22 became 31: a change that no two numbers before it give, but as a share of the new one. */
export const growthUnexplained: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
      const ahead = [...justBefore(studied, context, BEFORE), ...context.slice(0, index + 1)]
      const pool = ahead.flatMap(countsIn).filter(({ isApproximate, value }) => !isApproximate && value >= LEAST)
      return [
        ...sentence.quantities.flatMap((claim) => turned(sentence, claim, pool) ?? []),
        ...sharesIn(sentence.text).flatMap((share) => inWords(sentence, share, pool) ?? []),
        ...(ofKnown(studied, sentence, pool) ?? []),
      ].map((wrong) => located(studied, { at: sentence, place: sentence.passage.place, kind: 'growth', severity: 'error', ...wrong }))
    }),
  ) // prettier-ignore

type Wrong = Pick<Said, 'message' | 'computation' | 'confidence'>

const BEFORE = 3
const LEAST = 5
const ELSEWHERE = /\b(?:national\w*|england|region\w*|neighbours?|target|will|would|aim\w*|expect\w*|points?)\b/i
const UP =
  'rise|rises|rose|risen|rising|increas\\w*|grew|grown|growth|growing|(?<!\\b(?:make|makes|made|making) )up|more|higher'
const DOWN = 'fall|falls|fell|fallen|falling|decreas\\w*|reduc\\w*|drop\\w*|declin\\w*|down|fewer|less|lower'
const AHEAD = new RegExp(`.*\\b(?:(${UP})|(${DOWN}))\\b(?:[^.;]|\\.(?=\\d)){0,110}$`, 'i')
const BEHIND = new RegExp(`^\\s*(?:(${UP})|(${DOWN}))\\b`, 'i')

/** 1 for up, -1 for down, of the word nearest to a percentage. */
function directionOf(sentence: Sentence, claim: Quantity): 1 | -1 | null {
  const behind = BEHIND.exec(after(sentence, claim))
  if (behind) return behind[1] === undefined ? -1 : 1
  if (/^\s*of\b/i.test(after(sentence, claim))) return null
  const words = AHEAD.exec(before(sentence, claim, false).slice(-150))
  return words ? (words[1] === undefined ? -1 : 1) : null
}

/** So many numbers make any change by chance. */
const MOST = 8

/** A change worked out from the new number in place of the old one. */
function turned(sentence: Sentence, claim: Quantity, pool: readonly Quantity[]): Wrong | null {
  const direction = claim.kind === 'percent' && !claim.isApproximate ? directionOf(sentence, claim) : null
  // `has come down from 55%`: no size of a change.
  if (/\b(?:from|to|than|with|against)\s+$/i.test(before(sentence, claim))) return null
  // `by 68% since 2019/20`: from a number that may stand in another place.
  if (/^\s*since\b/i.test(after(sentence, claim))) return null
  if (direction === null || pool.length > MOST || claim.value < (claim.decimals > 0 ? 1 : 5)) return null
  const values = [...new Set(pool.map(({ value }) => value))]
  const pairs = values.flatMap((large) => values.flatMap((small) => (small < large ? [{ large, small }] : [])))
  const is = (share: number) => prints(share * 100, claim.value, claim.decimals)
  // `up by 16, which is 7.5%`, of 214: a share of the new number that is its own change explains nothing.
  const isChange = ({ large, small }: { large: number; small: number }) => values.includes(direction > 0 ? large - small : large + small)
  if (pairs.some(({ large, small }) => (is(small / large) && !isChange({ large, small })) || is((large - small) / (direction > 0 ? small : large)))) return null
  const [pair, other] = pairs.filter(({ large, small }) => small > large / MOST_TIMES && is((large - small) / (direction > 0 ? large : small)))
  if (!pair || other) return null
  const [from, to] = direction > 0 ? [pair.small, pair.large] : [pair.large, pair.small]
  const exact = `${rounded((Math.abs(to - from) / from) * 100, Math.max(1, claim.decimals))}%`
  return {
    message: `From ${shown(from)} to ${shown(to)} is ${exact}; ${claim.text} is a share of the new number.`,
    computation: `${shown(Math.abs(to - from))} / ${shown(from)} = ${exact}`,
    confidence: 0.83,
  }
} // prettier-ignore

const MOST_TIMES = 4
const SIZE =
  /\b(?:rise|increase|growth|fall|drop|reduction|decrease|gain) of (\d[\d,]*|[a-z]+)\b[^.;]{0,40}\b(?:is|was|or|of)\s+$/i
const BY =
  /\b(?:rose|risen|increased|grew|grown|up|fell|fallen|reduced|decreased|dropped|down|cut)\b[^.;,]{0,20}\bby\s+$/i

/** `the growth of 27 is almost a third`, `reduced by nearly two thirds to 62`. */
function inWords(sentence: Sentence, share: ShareInWords, pool: readonly Quantity[]): Wrong | null {
  const lead = sentence.text.slice(0, share.at.start)
  const size = SIZE.exec(lead)
  const values = pool.map(({ value }) => value)
  const by = size ? countsIn(sentence).find(({ text, end }) => text === size[1] && end - sentence.start <= share.at.start)?.value : undefined
  const to = BY.test(lead) ? countsIn(sentence).find(({ start }) => /^\s*to\s+(?:just |only )?$/i.test(sentence.text.slice(share.at.end, start - sentence.start))) : undefined
  const ends = by !== undefined
    ? values.filter((base) => values.includes(base + by)).map((base) => ({ base, change: by }))
    : to
      ? pool.filter(({ end, value }) => end <= to.start && value !== to.value && value < to.value * MOST_TIMES && value > to.value / MOST_TIMES).map(({ value }) => ({ base: value, change: Math.abs(value - to.value) }))
      : []
  const last = ends.at(-1)
  if (!last || ends.some(({ base, change }) => describes(share, (change / base) * 100))) return null
  const exact = `${rounded((last.change / last.base) * 100, 1)}%`
  return {
    message: `“${share.words}” does not describe a change of ${shown(last.change)} from ${shown(last.base)}, which is ${exact}.`,
    computation: `${shown(last.change)} / ${shown(last.base)} = ${exact}`,
    confidence: 0.83,
  }
} // prettier-ignore

const CHANGED =
  /^(.{0,80}?)\b(?:has |have |had )?(?:(increased|rose|risen|grew|grown|went up|gone up)|(?:decreased|fell|fallen|dropped|reduced|went down|gone down)) by (?:just |only )?$/i

/** `The number of children in care increased by 11 (9%)`, where the report says how many there are. */
function ofKnown(studied: Studied, sentence: Sentence, pool: readonly Quantity[]): Wrong[] | null {
  const [by, share, other] = sentence.quantities
  const year = studied.period?.startYear
  if (!by || by.kind !== 'count' || share?.kind !== 'percent' || other || year === undefined || share.isApproximate) return null
  const match = CHANGED.exec(before(sentence, by))
  const { entity, narrowed } = conceptsOf((match?.[1] ?? '').replaceAll(/\bnumbers?\b/gi, ' '))
  const noun = entity === 'child' ? 'children' : entity === 'review' ? 'reviews' : null
  const whole = match && noun !== null && narrowed.length === 0 ? wholeNamed(studied, noun, year) : null
  if (!match || whole === null || !/^\s*\(\s*$/.test(sentence.text.slice(by.end - sentence.start, share.start - sentence.start))) return null
  const base = match[2] === undefined ? whole + by.value : whole - by.value
  const fits = (one: number) => prints((by.value / one) * 100, share.value, share.decimals)
  if (base <= 0 || fits(base) || pool.some(({ value }) => fits(value))) return null
  const exact = `${rounded((by.value / base) * 100, 1)}%`
  return [{ message: `A change of ${by.text} to ${shown(whole)} is ${exact}, not ${share.text}.`, computation: `${by.text} / ${shown(base)} = ${exact}`, confidence: 0.83 }]
} // prettier-ignore
