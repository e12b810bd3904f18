import { after, before, between } from './around.ts'
import { clausesOf } from './clauses.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** A change that a sentence tells of: from what to what, by how much, up (1) or down (-1). */
export interface Change {
  from: Quantity | null
  to: Quantity | null
  byCount: Quantity | null
  byPercent: Quantity | null
  direction: 1 | -1 | null
  /** `doubled`, `halved`, with how many times the old number the new one may be. */
  times: { words: string; least: number; most: number } | null
}

const UP =
  'increas(?:e|ed|es|ing)|ris(?:e|en|es|ing)|rose|grew|grown|growth|(?<!\\bma(?:de|ke|kes|king) )up|higher|(?<!\\b(?:or|and) )more|improv(?:ed|ement|es|ing)|upward trend|additional|extra'
const DOWN =
  'decreas(?:e|ed|es|ing)|reduc(?:ed|tion|es|ing)|f[ae]ll(?:en|s|ing)?|drop(?:ped|s)?|declin(?:e|ed|ing)|down|lower|(?<!\\b(?:or|and) )(?:fewer|less)|downturn'
const BY = new RegExp(
  `\\b(?:(${UP})|(${DOWN}))\\b(?:\\s+(?:of|by|in))?(?:\\s+(?:just|about|around|approximately|over|nearly|almost|some|a further|another))*\\s*\\(?$`,
  'i',
)
const THEN = new RegExp(
  `^\\s*(?!(?:or|is|was|are|were)\\b)(?:[a-z]+\\s+){0,2}?(?:(increase|rise|growth|more|higher|larger|greater|bigger|improvement)|(decrease|reduction|fall|drop|decline|fewer|less|lower|smaller))\\b`,
  'i',
)
const OLD =
  /\b(?:compare[sd] (?:with|to)|up (?:from|on)|down (?:from|on)|against|versus|vs\.?|an? (?:increase|rise|improvement|decrease|reduction|fall|drop) (?:from|on)|(?:increase|decrease|improvement|rise|fall|reduction|drop) (?:from|on)|higher than|lower than|rather than|which was|as many as|double|(?:more|fewer|less) than)\s+(?:the\s+|a\s+|our\s+)?(?:figure of\s+|rate of\s+|total of\s+|(?:previous|last) year'?s?\s+)*$/i

/** Parts of the old number by which a new one may be more or less. */
const FRACTIONS: readonly { form: string; value: number; room: number }[] = [
  { form: 'two[- ]thirds', value: 2 / 3, room: 0.05 },
  { form: 'three[- ]quarters', value: 0.75, room: 0.04 },
  { form: '(?:a |one )?half', value: 0.5, room: 0.06 },
  { form: '(?:a|one) third', value: 1 / 3, room: 0.05 },
  { form: '(?:a|one) quarter', value: 0.25, room: 0.03 },
  { form: '(?:a|one) fifth', value: 0.2, room: 0.025 },
  { form: '(?:a|one) sixth', value: 1 / 6, room: 0.02 },
  { form: '(?:a|one) tenth', value: 0.1, room: 0.02 },
]
const ABOUT = '(?:almost |nearly |about |around |over |just over |more than )?'

const byFraction = FRACTIONS.flatMap(({ form, value, room }) => [
  {
    words: new RegExp(
      `\\b(?:increase|rise|growth) of ${ABOUT}${form}\\b|\\b(?:increas|ris|rose|grew|grown|gone up|went up|up)\\w*\\b[^.;]{0,30}\\bby ${ABOUT}${form}\\b`,
      'i',
    ),
    least: 1 + value - room,
    most: 1 + value + room,
  },
  {
    words: new RegExp(
      `\\b(?:decrease|fall|reduction|drop) of ${ABOUT}${form}\\b|\\b(?:reduc|decreas|f[ae]ll|drop|cut|gone down|went down|down)\\w*\\b[^.;]{0,30}\\bby ${ABOUT}${form}\\b`,
      'i',
    ),
    least: 1 - value - room,
    most: 1 - value + room,
  },
])

const multiples: readonly { words: RegExp; least: number; most: number }[] = [
  { words: /\bmore than twice (?:as many|the)\b/i, least: 2, most: 3 },
  { words: /\bmore than three times (?:as many|the)\b/i, least: 3, most: 4 },
  { words: /\btwice as many(?: as)?\b|\bdouble the\b/i, least: 1.85, most: 2.3 },
  { words: /\b(?:three|3) times (?:as many|the)\b/i, least: 2.75, most: 3.4 },
  { words: /\bfour times (?:as many|the)\b/i, least: 3.7, most: 4.4 },
  { words: /\bmore than (?:trebled|tripled)\b/i, least: 3, most: 4 },
  { words: /\bmore than doubled\b/i, least: 2, most: 3 },
  { words: /\b(?:almost|nearly) doubl(?:ed|ing)\b/i, least: 1.75, most: 2 },
  { words: /\bdoubl(?:ed|ing)\b/i, least: 1.85, most: 2.4 },
  { words: /\bmore than halved\b/i, least: 0.2, most: 0.5 },
  { words: /\b(?:almost|nearly) halv(?:ed|ing)\b/i, least: 0.48, most: 0.6 },
  { words: /\bhalv(?:ed|ing)\b/i, least: 0.42, most: 0.56 },
  { words: /\b(?:trebled|tripled)\b/i, least: 2.7, most: 3.6 },
  ...byFraction,
]

const isMeasured = ({ kind }: Quantity): boolean =>
  kind === 'count' || kind === 'percent' || kind === 'rate' || kind === 'money' || kind === 'fte'

/** The changes of a sentence, one for each clause in which it is plain what changed from what. */
export function changesIn(sentence: Sentence): Change[] {
  return clausesOf(sentence).flatMap((clause) => {
    const change = changeIn(clause)
    return change ? [change] : []
  })
}

/** What stands further before a bracket is not what the bracket tells of. */
const NEAR_BRACKET = 30

function changeIn(clause: Sentence): Change | null {
  // `three times as many`: no count.
  const quantities = clause.quantities.filter((one) => isMeasured(one) && !/^\s*times\b/i.test(after(clause, one)))
  const froms = clause.quantities.filter(
    (one) => isMeasured(one) && /\bfrom\s+(?:around\s+|about\s+|just\s+)?$/i.test(before(clause, one)),
  )
  const [first] = froms
  const ends = (first ? endsOf(clause, first) : null) ?? compared(clause, quantities)
  if (froms.length > 1) return null
  const changes = clause.quantities.flatMap((one) => {
    // `1,808, or 95.1%. In 2021-22 it was 1,683`: a share, where the old number comes after it.
    const direction = directionOf(clause, one) ?? (first && ends && isSizeAfter(clause, ends.to, one) ? 1 : null)
    return direction === null || one === ends?.from || one === ends?.to ? [] : [{ quantity: one, direction }]
  })
  // `an increase of 21, which the growth of others (from 38 to 61) explains`, `12 fewer: others rose from 120 to 154`: of another thing.
  const isApart = ({ quantity }: { quantity: Quantity }) =>
    first !== undefined &&
    quantity.end < first.start &&
    (between(clause, quantity, first).includes(':') ||
      (/\(\s*from\s*$/i.test(clause.text.slice(0, first.start - clause.start)) &&
        between(clause, quantity, first).length > NEAR_BRACKET))
  const counts = changes.filter((one) => one.quantity.kind === 'count' && !isApart(one))
  const shares = changes.filter(({ quantity }) => quantity.kind === 'percent' || quantity.kind === 'points')
  if (counts.length > 1 || shares.length > 1) return null
  const [count] = counts
  const percent =
    shares[0]?.quantity ??
    (ends ? pointsAfter(clause, ends.to) : null) ??
    (count
      ? (bracketedAfter(clause, count.quantity) ?? bracketedAtEnd(clause, count.quantity))
      : ends
        ? shareOfChange(clause, ends)
        : null)
  const verb = ends ? verbDirection(clause, ends.from, ends.to) : null
  const direction = (first ? verb : null) ?? counts[0]?.direction ?? shares[0]?.direction ?? verb
  const multiple = multiples.find(({ words }) => words.test(clause.text))
  const byCount = ends && ends.from.kind !== 'count' ? null : (count?.quantity ?? null)
  const from =
    ends?.from ??
    (byCount || percent || multiple
      ? (quantities.find((one) => one.kind === 'count' && one !== byCount && isOld(clause, one)) ?? null)
      : null)
  const found = ends?.to ?? soleWhole(clause, quantities, byCount) ?? soleShare(quantities, byCount ? null : percent)
  // `97.2% were on time. It made 268 challenges, 11.2% more than the 241 of last year`: a share of something else.
  const to = found && from && found.kind !== from.kind ? null : found
  if (!to && !from && !(byCount && percent)) return null
  return {
    from,
    to,
    byCount,
    byPercent: percent,
    direction,
    times: multiple ? { ...multiple, words: multiple.words.exec(clause.text)?.[0] ?? '' } : null,
  }
}

/** `from 86 (26.5%) to 54`: the next number of the same kind that `to` stands before. */
function endsOf(clause: Sentence, from: Quantity): { from: Quantity; to: Quantity } | null {
  const to = clause.quantities.find(
    (one) =>
      one.start > from.end &&
      one.kind === from.kind &&
      /\bto\s+(?:just\s+|around\s+|about\s+|over\s+)?$/i.test(before(clause, one)) &&
      between(clause, from, one).length < 60,
  )
  return to && !to.isApproximate && !from.isApproximate ? { from, to } : null
}

/** `94%, compared with 87% last year`: the old number, and the one of its kind before it. */
function compared(clause: Sentence, quantities: readonly Quantity[]): { from: Quantity; to: Quantity } | null {
  const old = quantities.filter((one) => isOld(clause, one))
  const [from] = old
  if (!from || old.length > 1) return null
  const to = quantities.filter(
    (one) => one.end <= from.start && one.kind === from.kind && directionOf(clause, one) === null,
  )
  const [only] = to
  return only && to.length === 1 && !only.isApproximate && !from.isApproximate ? { from, to: only } : null
}

/** `Twelve months before there were 79`, `In 2022/23 there were 16`: where the clause goes on to tell of the change. */
const WAS_THEN =
  /\b(?:last year|the (?:previous )?year before|the previous year|(?:a|one) year (?:ago|earlier|before)|twelve months (?:before|earlier|ago)|in (?:19|20)\d{2}\s?[-/]\s?\d{2,4}),? (?:when )?(?:there (?:were|had been)|it (?:was|had been)|the (?:figure|number) was|we (?:had|looked after))\s+$/i

/** `held more than 2,500 reviews`: no number that a change is from. */
const MORE_THAN = /(?<!\d%?\s)(?<!\b(?:points?|many|much|slightly|far) )\b(?:more|fewer|less) than\s+$/i

/** Whether the words say that a number is the one before the change: `from 87%`, `(2022-23: 52)`, `the previous year (105)`. */
function isOld(clause: Sentence, one: Quantity): boolean {
  const [ahead, behind] = [before(clause, one), after(clause, one)]
  if (THEN.test(behind) || MORE_THAN.test(clause.text.slice(0, one.start - clause.start))) return false
  const next = clause.quantities.find(({ start }) => start >= one.end)
  if (
    next &&
    /\(\s*$/.test(ahead) &&
    ['period', 'year', 'date'].includes(next.kind) &&
    /^\s*(?:in|at|on)\s*$/.test(between(clause, one, next))
  )
    return true
  if (
    OLD.test(ahead) ||
    /\bfrom\s+$/i.test(ahead) ||
    /\b(?:(?:previous|last|prior) year|the year before|a year (?:ago|earlier|before))\s*[(:]\s*$/i.test(ahead)
  )
    return true
  if (
    /\(\s*$/.test(ahead) &&
    /^[^();]{0,30}\b(?:last year|a year (?:earlier|before|ago)|(?:in )?the (?:previous|prior) year|the year before)\b/i.test(
      behind,
    )
  )
    return true
  if (
    /\b(?:than (?:at|on|in)|on)\b[^.;]{0,30},? when (?:there were|it was|the (?:number|figure) was)\s+$/i.test(
      clause.text.slice(0, one.start - clause.start),
    )
  )
    return true
  if (
    next?.kind === 'period' &&
    /\bthere (?:were|had been)\s+$/i.test(ahead) &&
    /^\s*(?:[a-z]+\s+){0,3}in\s*$/i.test(between(clause, one, next)) &&
    /^,? so (?:this|that|the number|numbers|it)\b/i.test(clause.text.slice(next.end - clause.start))
  )
    return true
  // `There were 401 a year before`.
  if (
    /\b(?:there (?:were|had been)|it (?:was|had been)|we had)\s+$/i.test(ahead) &&
    /^\s*(?:[a-z]+\s+){0,2}(?:a|the|one) year (?:before|ago|earlier)\b|^\s*(?:[a-z]+\s+){0,2}last year\b/i.test(behind)
  )
    return true
  if (WAS_THEN.test(clause.text.slice(0, one.start - clause.start).slice(-90))) return true
  const previous = clause.quantities.filter(({ end }) => end <= one.start).at(-1)
  if (!previous || !['period', 'year', 'date'].includes(previous.kind)) return false
  const lead = clause.text.slice(0, previous.start - clause.start)
  return (
    (/^\s*:\s*$/.test(ahead) && /\(\s*(?:in\s+)?$/.test(lead)) ||
    (/^\s*\(\s*$/.test(ahead) &&
      /^\s*\)/.test(behind) &&
      (one.kind === 'percent'
        ? /\b(?:than|from|in|on|at|to)\s+(?:in\s+|the\s+)?$/i
        : /\b(?:than|from|in|on|since|at|to)\s+(?:in\s+|the\s+)?$/i
      ).test(lead))
  )
}

function directionOf(clause: Sentence, quantity: Quantity): 1 | -1 | null {
  const ahead = BY.exec(before(clause, quantity))
  if (ahead) return ahead[1] !== undefined ? 1 : -1
  const behind = THEN.exec(after(clause, quantity))
  if (!behind || !['count', 'percent', 'points'].includes(quantity.kind)) return null
  return behind[1] !== undefined ? 1 : -1
}

function bracketedAfter(clause: Sentence, count: Quantity): Quantity | null {
  const next = clause.quantities.find(({ start }) => start >= count.end)
  return next?.kind === 'percent' && /^[^().]{0,40}\(\s*$|^[^().]{0,30},?\s+or\s+$/.test(between(clause, count, next))
    ? next
    : null
}

/** `13 more than the 81 in 2023-24 (16%)`: after the year of the old number. */
function bracketedAtEnd(clause: Sentence, count: Quantity): Quantity | null {
  const [old, period, share] = clause.quantities.filter(({ start }) => start >= count.end)
  return old?.kind === 'count' &&
    period?.kind === 'period' &&
    share?.kind === 'percent' &&
    /\bthan\b/i.test(between(clause, count, old)) &&
    /^\s*\(\s*$/.test(between(clause, period, share))
    ? share
    : null
}

/** `from 65.3% to 67.4%, by 2.1 percentage points`, `…, a gain of 2.1 points`. */
function pointsAfter(clause: Sentence, to: Quantity): Quantity | null {
  const points = clause.quantities.find((one) => one.kind === 'points' && one.start > to.end)
  const words = points ? before(clause, points) : ''
  return points &&
    to.kind === 'percent' &&
    /^[^.;]{0,40},?\s*(?:by|an? (?:gain|rise|increase|improvement|fall|drop|decrease|reduction|loss) of|which (?:is|was)|that is)\s*$/i.test(
      words,
    )
    ? points
    : null
}

/** `fell from 78 to 62, by 14`, `grew from £412,000 to £430,000, which is 4.4%`. */
const isSizeAfter = (clause: Sentence, to: Quantity, one: Quantity): boolean =>
  one.start > to.end &&
  (one.kind === 'percent' || (one.kind === 'count' && to.kind === 'count')) &&
  to.kind !== 'percent' &&
  (one.kind === 'count' ? /^[^.;\d]{0,25},\s*by\s*$/i : /^[^.;\d]{0,25},\s*(?:which is|that is|or|by)\s*$/i).test(
    between(clause, to, one),
  )

/** `rose from 283 to 302 (6.7%)`: a percentage near that of the change, after the new number alone. */
function shareOfChange(clause: Sentence, { from, to }: { from: Quantity; to: Quantity }): Quantity | null {
  const share = bracketedAfter(clause, to)
  if (!share || from.kind !== 'count' || from.value <= 0 || bracketedAfter(clause, from)) return null
  const exact = (Math.abs(to.value - from.value) / from.value) * 100
  return Math.abs(exact - share.value) <= Math.max(2, exact * 0.3) ? share : null
}

const VERB = new RegExp(
  `\\b(?:(increas\\w*|risen|rise|rose|grew|grown|growth|(?<!\\bma(?:de|ke|kes|king) )up(?![- ]to[- ]date)|improv\\w*)|(decreas\\w*|reduc\\w*|fell|fallen|fall|dropped|drop|declin\\w*|down))\\b`,
  'gi',
)

/** What the words say that lead to the numbers, where they say one thing only. */
function verbDirection(clause: Sentence, from: Quantity, to: Quantity): 1 | -1 | null {
  const words = clause.text.slice(0, Math.max(from.end, to.end) - clause.start)
  const signs = new Set([...words.matchAll(VERB)].map((match) => (match[1] !== undefined ? 1 : -1)))
  const isImprovement = /\bimprov/i.test(words) && !/\b(?:increas|rise|rose|risen)/i.test(words)
  const [only] = signs
  // What improves may be a number that falls.
  return signs.size === 1 && only !== undefined && !isImprovement ? (only === 1 ? 1 : -1) : null
}

/** The one count of the clause that is not the change. */
function soleWhole(clause: Sentence, quantities: readonly Quantity[], by: Quantity | null): Quantity | null {
  const others = quantities.filter(
    (one) =>
      one.kind === 'count' &&
      one !== by &&
      // `fell by 24 in 2022-23 and by 29 in 2023-24`.
      !/\bby\s+$/i.test(before(clause, one)) &&
      // `101 are under ten`: an age.
      !(one.isApproximate && /\b(?:under|over)\s*$/i.test(before(clause, one))) &&
      directionOf(clause, one) === null &&
      !isOld(clause, one),
  )
  return by && others.length === 1 ? (others[0] ?? null) : null
}

/** The one percentage of the clause that is not the change. */
function soleShare(quantities: readonly Quantity[], by: Quantity | null): Quantity | null {
  const others = quantities.filter((one) => one.kind === 'percent' && one !== by)
  return by && others.length === 1 ? (others[0] ?? null) : null
}
