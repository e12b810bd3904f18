import type { FigureValue } from '../../../figures/figure.ts'
import { FOLLOWED } from '../followed.ts'

/** What of a figure's value the search for numbers to hide needs. */
export interface CountedFigure extends Pick<FigureValue, 'id' | 'unit' | 'value' | 'numerator' | 'denominator'> {
  breakdown: readonly { key: string; value: number }[]
}

/** Counts from 1 to this are hidden. Source: `kpi-definitions` section 10. */
export const LARGEST_SMALL_COUNT = 5
/** A percentage of fewer than this is hidden, and so few are not divided. */
export const SMALLEST_DENOMINATOR = 10
/** How many whole values what is printed must leave a hidden number. */
export const FEWEST_VALUES = 3

/** Whether a count is hidden for its size. */
export const isSmall = (count: number | null): boolean => count !== null && count >= 1 && count <= LARGEST_SMALL_COUNT

/**
 * Figures that are hidden for their own value alone. They tie years together, or stand in the table over several years,
 * for most of which no other figure is worked out: what is hidden of them must not follow from others.
 */
export const HEADS: ReadonlySet<string> = new Set([...FOLLOWED, 'cla.count_at_start'])

/** A small group is not divided, nor one that is all alike: what is true of all is true of each. */
export const isDivisible = (whole: number | null, parts: readonly { value: number }[]): boolean =>
  whole !== null && whole >= SMALLEST_DENOMINATOR && parts.filter(({ value }) => value !== 0).length > 1

/** Whether the share rests on so few that it is hidden, whatever it is. */
export const isOfFew = ({ unit, denominator }: CountedFigure): boolean =>
  unit === 'percent' && denominator !== null && denominator > 0 && denominator < SMALLEST_DENOMINATOR

/**
 * Whether the share of reviews that a child attended must be hidden because of the share in which one took part: the two
 * differ by those who sent their views, and a small difference would be theirs.
 */
export function tellsWhoSentViews(values: readonly CountedFigure[]): boolean {
  const of = (id: string) => values.find((value) => value.id === id)
  const [attended, participated] = [of('reviews.attended'), of('reviews.participated')]
  if (!attended || !participated || participated.numerator === null || attended.numerator === null) return false
  const sent = participated.numerator - attended.numerator
  const isShown = ![participated.numerator, Number(participated.denominator) - participated.numerator].some(isSmall)
  return isShown && isSmall(sent)
}

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

/** Whether everyone may read a figure at all, its small numbers hidden. */
export const isPublishable = ({ id }: Pick<CountedFigure, 'id'>): boolean => !OF_STAFF.includes(id)

/** Whether a figure has numbers to hide. */
export const isProtected = (value: Pick<CountedFigure, 'id'>): boolean =>
  isPublishable(value) && !NEVER_HIDDEN.includes(value.id)
