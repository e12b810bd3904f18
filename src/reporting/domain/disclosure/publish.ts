import type { FigureValue } from '../../../figures/figure.ts'
import { JOINED, type Measure } from '../measure.ts'
import { LARGEST_SMALL_COUNT, SMALLEST_DENOMINATOR, isSmall, withSmallNumbersHidden } from './hide.ts'

/** Figures of people who work for the service: staff, not children, and known by their colleagues. */
const OF_STAFF = ['iros.by_years_qualified', 'iros.by_years_as_iro', 'managers.by_years']
/** How many staff there are is for everyone to know, however few. */
const NEVER_HIDDEN = [
  'iros.headcount',
  'iros.fte',
  'iros.fte_single_role',
  'iros.fte_joint_role',
  'iros.caseload_per_fte',
]
/** A share of fewer than this has no bound that tells anything. */
const FEWEST_FOR_BOUND = 20
/** Shares that add up to another: bounds of all of them could give each away. */
const WITHOUT_BOUND = ['reviews.first_on_time', 'reviews.second_on_time', 'reviews.later_on_time']

/**
 * The figures of one year or several, the latest first, as everyone may read them: small numbers hidden, hidden keys of a
 * figure joined in one, nothing divided that is small or all alike, and a bound in place of a share that is nearly all or
 * nearly none.
 */
export function forPublication(years: readonly (readonly FigureValue[])[], areWholeYears = true): Measure[][] {
  const published = years.map((values) => values.filter(({ id }) => !OF_STAFF.includes(id)))
  const hiding = published.map((values) => values.filter(({ id }) => !NEVER_HIDDEN.includes(id)))
  const hidden = withSmallNumbersHidden(hiding, areWholeYears).map(
    (values) => new Map(values.map((one) => [one.id, one])),
  )
  const shown = published.map((values, index) =>
    values.map((value): Measure => withBound(hidden[index]?.get(value.id) ?? value, value)),
  )
  return shown.map((values) => values.map((measure) => joined(measure, hiddenKeys(measure.id, shown))))
}

/** The figure's keys that are hidden in some year: the same are joined in all, or the rows of two years would not match. */
const hiddenKeys = (id: string, years: readonly (readonly Measure[])[]): ReadonlySet<string> =>
  new Set(
    years.flatMap((values) =>
      values
        .filter((measure) => measure.id === id && isDivided(measure))
        .flatMap(({ breakdown }) => breakdown.filter(({ value }) => value === 'c').map(({ key }) => key)),
    ),
  )

/** A small group is not divided, nor one that is all alike: what is true of all is true of each. */
const isDivided = ({ value, breakdown }: Measure): boolean =>
  typeof value === 'number' && value >= SMALLEST_DENOMINATOR && breakdown.filter((item) => item.value !== 0).length > 1

function joined(measure: Measure, keys: ReadonlySet<string>): Measure {
  if (measure.breakdown.length === 0) return measure
  // The parts of a divided share are small, and can be worked out from each other.
  if (measure.unit === 'percent') return { ...measure, breakdown: [] }
  if (!isDivided(measure) || measure.value === 'c' || measure.value === null) return { ...measure, breakdown: [] }
  if (keys.size === 0) return measure
  const kept = measure.breakdown.filter(({ key }) => !keys.has(key))
  const others = measure.breakdown.filter(({ key }) => keys.has(key))
  const rest = measure.value - kept.reduce((sum, { value }) => sum + (value === 'c' ? 0 : value), 0)
  if (kept.every(({ value }) => value === 0)) return { ...measure, breakdown: [] }
  if (rest === 0) return { ...measure, breakdown: kept }
  const of = others.map(({ label }) => label)
  const value = isSmall(rest) ? 'c' : rest
  return { ...measure, breakdown: [...kept, { key: JOINED, label: 'Others together', value, of }] }
}

/** The bound of a hidden percentage of which a small count stands on one side. */
function withBound(measure: Measure, { numerator, denominator }: FigureValue): Measure {
  if (measure.unit !== 'percent' || measure.value !== 'c' || WITHOUT_BOUND.includes(measure.id)) return measure
  if (measure.denominator === 'c' || numerator === null || denominator === null) return measure
  if (denominator < FEWEST_FOR_BOUND) return measure
  const few = (100 * LARGEST_SMALL_COUNT) / denominator
  if (isSmall(denominator - numerator)) return { ...measure, bound: { side: 'more', percent: Math.floor(100 - few) } }
  if (isSmall(numerator)) return { ...measure, bound: { side: 'less', percent: Math.ceil(few) } }
  return measure
}
