import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { isSame, prints, rounded, shown, sumOf } from '../../numbers.ts'
import type { Span } from '../../reportText.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { between, countsIn, nounAfter } from '../../words/around.ts'
import { conceptsIn } from '../../words/concepts.ts'
import { type ToldList, listsIn } from '../../words/divisions.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { wholeNamed } from '../../words/wholes.ts'

/** Lists and tables whose shares are not those of the whole that most of them fit, and whose counts are not all that the report tells of. */
export const listParts: Rule = (studied) => [
  ...listsIn(studied).flatMap((list) => [...wrongShares(studied, list), ...wrongSum(studied, list)]),
  ...studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index) => ofKnownWhole(studied, sentence, context[index - 1])),
  ),
  ...studied.grids.flatMap((grid) => ofGrid(studied, grid)),
]

const FEWEST = 3

/** `47 went home (35%), 34 turned 18 (25%) …`: all but one or two fit one whole. */
function wrongShares(studied: Studied, { portions, wholes }: ToldList): Located[] {
  const shared = portions.flatMap((portion) => (portion.share ? [{ ...portion, share: portion.share }] : []))
  const fits = ({ count, share }: (typeof shared)[number], whole: number) =>
    prints((count / whole) * 100, share.value, share.decimals)
  const sum = sumOf(portions.map(({ count }) => count))
  const [best] = [...wholes.map(({ value }) => value), sum]
    .filter((value) => value > 0)
    .map((value) => ({ value, right: shared.filter((one) => fits(one, value)).length }))
    .toSorted((a, b) => b.right - a.right)
  const wrong = best ? shared.filter((one) => !fits(one, best.value)) : []
  if (!best || shared.length < FEWEST || best.right < FEWEST - 1 || wrong.length > 2 || wrong.length >= best.right)
    return []
  return wrong.flatMap(({ count, share, at, place, label }): Located[] => {
    const exact = (count / best.value) * 100
    if (exact > 100) return []
    return [
      located(studied, {
        at,
        place,
        kind: 'percentage',
        message: `“${label.replaceAll(/\s+/g, ' ').trim()}”: ${shown(count)} of ${shown(best.value)} is ${rounded(exact, share.decimals)}%, not ${share.value.toFixed(share.decimals)}%.`,
        computation: `${shown(count)} / ${shown(best.value)} = ${rounded(exact, share.decimals + 2)}%`,
        expected: `${rounded(exact, share.decimals)}%`,
        severity: 'error',
        confidence: 0.88,
      }),
    ]
  })
}

/** A list further off is of something else. */
const MOST_OFF = 0.35
const IN_SEVERAL =
  /\b(?:more than one|multiple|several|could (?:choose|tick|give|pick|select)|all that appl\w+|most common|main (?:ones|reasons|themes)|include[ds]?|among)\b/i

/** `We had 58 compliments. Here's who from:` and a list of items that makes up another number. */
function wrongSum(studied: Studied, { portions, wholes, lead, isItems }: ToldList): Located[] {
  const [first] = portions
  const whole = wholes.at(-1)
  const values = portions.map(({ count }) => count)
  const sum = sumOf(values)
  if (!isItems || !first || !whole || portions.length < FEWEST || wholes.some(({ value }) => isSame(value, sum)))
    return []
  if (whole.isApproximate || lead.some(({ text }) => IN_SEVERAL.test(text)) || lead.at(-1)?.quantities.includes(whole))
    return []
  const off = sum - whole.value
  if (
    Math.abs(off) > whole.value * MOST_OFF ||
    !values.some((value) => isSlip(value, value - off) || Math.abs(off) < LITTLE)
  )
    return []
  return [saidOfSum(studied, { at: first.at, place: first.place, values, whole: whole.value })]
}

const LITTLE = 4

interface Sum {
  at: Span
  place: string
  values: readonly number[]
  whole: number
}

function saidOfSum(studied: Studied, { at, place, values, whole }: Sum): Located {
  const sum = sumOf(values)
  return located(studied, {
    at,
    place,
    kind: 'sum',
    message: `The parts add up to ${shown(sum)}, and the whole is given as ${shown(whole)}.`,
    computation: `${values.map((value) => shown(value)).join(' + ')} = ${shown(sum)}, not ${shown(whole)}`,
    expected: shown(sum),
    severity: 'error',
    confidence: 0.82,
  })
}

const GAP = /^[^.:]{0,70}(?:,|;|\band\b)[^.:\d]{0,70}$|^\s*;[^.:]{0,40}:\s*$|^[^.;]{0,40};[^.;]{0,40}:\s*$/
const FOREIGN = new Set(['percent', 'money', 'rate', 'points', 'fte', 'period', 'year', 'range', 'date'])
const COMPARED =
  /\b(?:than|from|compared|last year|previous|of (?:whom|which|these|them)|up|down|average|target|including|more than one|at least|further|another|net|rise|fall|ceased|left|became|entered|came)\b/i

/** `By area, 58 disputes concerned the North, 71 the South, 39 the East and 24 the West`: of all that there were. */
function ofKnownWhole(studied: Studied, sentence: Sentence, previous: Sentence | undefined): Located[] {
  const year = studied.period?.startYear
  const counts = countsIn(sentence)
  const [first] = counts
  if (year === undefined || !first || counts.length < FEWEST || sentence.passage.kind === 'heading') return []
  if (COMPARED.test(sentence.text) || sentence.quantities.some(({ kind }) => FOREIGN.has(kind))) return []
  if (counts.some(({ isApproximate, decimals }) => isApproximate || decimals > 0)) return []
  if (!counts.every((count, at) => isListed(sentence, count, counts[at + 1]))) return []
  const isOfAges =
    sentence.quantities.filter(({ kind }) => kind === 'age' || kind === 'duration').length >= counts.length - 1
  const entity = conceptsIn(nounAfter(sentence, first)).entity
  const noun = isOfAges && entity === null ? 'children' : nounOf(entity)
  const whole = noun === null ? null : wholeNamed(studied, noun, year)
  const values = counts.map(({ value }) => value)
  const off = sumOf(values) - (whole ?? 0)
  const told = previous ? countsIn(previous).some(({ value }) => isSame(value, sumOf(values))) : false
  if (whole === null || off === 0 || told || Math.abs(off) > whole * MOST_OFF) return []
  if (!values.some((value) => isSlip(value, value - off))) return []
  return [saidOfSum(studied, { at: sentence, place: sentence.passage.place, values, whole })]
}

const isListed = (sentence: Sentence, count: Quantity, next: Quantity | undefined): boolean =>
  next === undefined || GAP.test(between(sentence, count, next).replaceAll(/\d+/g, ''))

const nounOf = (entity: string | null): string | null =>
  entity === 'child' ? 'children' : entity === 'review' ? 'reviews' : entity

const BANDS =
  /^(?:aged? |under |over |less than )?\d{1,2}\b(?:\s?(?:-|to|and|or)\s?\d{1,2}|\s?\+| (?:and|or) (?:over|above|older)| years?)?/i

/** A table of the ages of children that gives no total, against how many the report says that there are. */
function ofGrid(studied: Studied, { rows, heads, table }: Grid): Located[] {
  const year = studied.period?.startYear
  const [head, other] = heads
  const isOfAges =
    rows.filter(({ label }) => BANDS.test(label.trim())).length >= rows.length - 1 && rows.length >= FEWEST
  if (
    year === undefined ||
    head === undefined ||
    other !== undefined ||
    !isOfAges ||
    rows.some(({ isTotal }) => isTotal)
  )
    return []
  if (
    /\b(?:review|start|left|leav|ceas|new|enter|attend|particip|unaccompanied|missing)\w*/i.test(
      `${table.caption ?? ''} ${table.place} ${head}`,
    )
  )
    return []
  const whole = wholeNamed(studied, 'children', year)
  const values = rows.flatMap(({ values: [value] }) => (value?.unit === 'count' ? [value.value] : []))
  const off = sumOf(values) - (whole ?? 0)
  if (whole === null || values.length < rows.length || off === 0 || Math.abs(off) > whole * MOST_OFF) return []
  if (!values.some((value) => isSlip(value, value - off))) return []
  return [saidOfSum(studied, { at: table, place: table.place, values, whole })]
}
