import type { FigureValue } from '../../../figures/figure.ts'
import { JOINED, type Measure, type Shown } from '../measure.ts'
import { boundOf } from './bounds.ts'
import { isDivisible, isProtected, isPublishable, isSmall } from './rules.ts'
import type { Hiding } from './search.ts'

/**
 * The figures of one year or several, the latest first, as everyone may read them: what a search hid is hidden, rows that are
 * hidden in the last two years are joined in one, nothing is divided that is small or all alike, and a bound stands in place
 * of a share that is nearly all or nearly none.
 */
export function forPublication(years: readonly (readonly FigureValue[])[], hiding: readonly Hiding[]): Measure[][] {
  const shown = years.map((values, index) => {
    const hidden = hiding[index] ?? NOTHING_SEARCHED
    return values.filter(isPublishable).map((value) => asShown(value, hidden))
  })
  return shown.map((measures) => measures.map((measure) => joined(measure, keysToJoin(measure.id, shown.slice(0, 2)))))
}

const NOTHING_SEARCHED: Hiding = { hidden: new Set(), bounded: new Set(), untold: new Set() }

const OF_FEW = 'A share of fewer than 10 is not given.'

function asShown(value: FigureValue, { hidden, bounded, untold }: Hiding): Measure {
  if (!isProtected(value)) return withoutCaseloadOfFew(value, hidden)
  if (untold.has(value.id)) {
    return { ...value, value: null, reason: OF_FEW, numerator: null, denominator: null, leftOut: null, breakdown: [] }
  }
  const show = (number: number | null, part: string): Shown | null =>
    number !== null && hidden.has(`${value.id}${part}`) ? 'c' : number
  const leftOut = isSmall(value.leftOut) ? 'c' : value.leftOut
  if (value.unit === 'count') {
    const isDivided = isDivisible(value.value, value.breakdown)
    const items = value.breakdown.map((item) => ({ ...item, value: show(item.value, `/${item.key}`) ?? 0 }))
    // A table of nothing but what is hidden tells nothing.
    const tells = isDivided && items.some((item) => item.value !== 'c' && item.value > 0)
    return { ...value, leftOut, value: show(value.value, ''), breakdown: tells ? items : [] }
  }
  const numerator = show(value.numerator, '#numerator')
  const denominator = show(value.denominator, '#denominator')
  const isHidden = numerator === 'c' || denominator === 'c'
  const bound = isHidden && bounded.has(value.id) ? boundOf(value) : null
  return {
    ...value,
    numerator,
    denominator,
    leftOut,
    value: isHidden ? 'c' : value.value,
    // The keys of a share would each have to be hidden with what they are shares of.
    breakdown: [],
    ...(bound ? { bound } : {}),
  }
}

/** Children for each IRO, with how many IROs there are, tell how few children there are. */
const withoutCaseloadOfFew = (value: FigureValue, hidden: ReadonlySet<string>): Measure =>
  value.id === 'iros.caseload_per_fte' && hidden.has('cla.count') ? { ...value, value: 'c', breakdown: [] } : value

/** The figure's keys that are hidden in each of these years: joined, they are one row of all. */
function keysToJoin(id: string, years: readonly (readonly Measure[])[]): ReadonlySet<string> {
  const divided = years.flatMap((measures) =>
    measures.filter((measure) => measure.id === id && measure.unit === 'count' && measure.breakdown.length > 0),
  )
  const [first, ...others] = divided.map(
    ({ breakdown }) => new Set(breakdown.filter(({ value }) => value === 'c').map(({ key }) => key)),
  )
  const inAll = new Set([...(first ?? [])].filter((key) => others.every((keys) => keys.has(key))))
  return inAll.size > 1 ? inAll : new Set()
}

/** Joins rows in one, with their sum where that is all that is hidden of the figure. */
function joined(measure: Measure, keys: ReadonlySet<string>): Measure {
  const of = measure.breakdown.filter(({ key }) => keys.has(key))
  if (of.length === 0) return measure
  const kept = measure.breakdown.filter(({ key }) => !keys.has(key))
  const isWhole = typeof measure.value === 'number' && kept.every(({ value }) => value !== 'c')
  const rest = Number(measure.value) - kept.reduce((sum, { value }) => sum + Number(value), 0)
  return {
    ...measure,
    breakdown: [
      ...kept,
      {
        key: JOINED,
        label: 'Others together',
        value: isWhole ? rest : 'c',
        of: of.map(({ key, label }) => ({ key, label })),
      },
    ],
  }
}
