/** One month of a figure: of so many, so many count; of a count, `of` is null. */
export interface MonthPoint {
  /** `March 2023`. */
  month: string
  counting: number
  of: number | null
}

/** Between which numbers a month lies that differs from the others by chance alone, and what a month had. */
export interface ControlPoint extends MonthPoint {
  /** The share in per cent, or the count; null of no records. */
  value: number | null
  lower: number | null
  upper: number | null
  side: 'below' | 'within' | 'above'
}

/** What a control chart shows, and what it says. */
export interface ControlChart {
  points: readonly ControlPoint[]
  /** Of all months together, in per cent; or the mean of a month. */
  centre: number
  verdict: Verdict
}

/** What the months tell: nothing but chance, months apart from the rest, or a row of months on one side. */
export type Verdict =
  | { kind: 'too_few_months' }
  | { kind: 'no_real_change' }
  | { kind: 'unusual_months'; points: readonly ControlPoint[] }
  | { kind: 'shift'; from: string; to: string; side: 'below' | 'above' }

/** Fewer months than this with records tell nothing. */
const FEWEST_MONTHS = 8
/** So many months running on one side of the median are no chance: a rule of control charts. */
const RUN = 8
/** How rarely chance alone puts a month beyond one limit: three standard deviations of a normal distribution. */
const TAIL = 0.00135

/**
 * A control chart of months: limits are the exact ones of the binomial distribution for a share, of Poisson's for a count.
 * A figure that moves within them has not really changed.
 */
export function controlChart(months: readonly MonthPoint[]): ControlChart {
  const known = months.filter(({ of }) => of !== 0)
  const counting = known.reduce((sum, point) => sum + point.counting, 0)
  const isShare = known.some(({ of }) => of !== null)
  const whole = isShare ? known.reduce((sum, { of }) => sum + (of ?? 0), 0) : known.length
  const rate = whole === 0 ? 0 : counting / whole
  const points = months.map((point) => controlPoint(point, rate))
  return { points, centre: isShare ? 100 * rate : rate, verdict: verdictOn(points) }
}

function controlPoint(point: MonthPoint, rate: number): ControlPoint {
  const { counting, of } = point
  if (of === 0) return { ...point, value: null, lower: null, upper: null, side: 'within' }
  const [low, high] = of === null ? limits(poisson(rate)) : limits(binomial(of, rate))
  const scale = of === null ? 1 : 100 / of
  const side = counting < low ? 'below' : counting > high ? 'above' : 'within'
  return { ...point, value: counting * scale, lower: low * scale, upper: high * scale, side }
}

function verdictOn(points: readonly ControlPoint[]): Verdict {
  const known = points.filter(({ value }) => value !== null)
  if (known.length < FEWEST_MONTHS) return { kind: 'too_few_months' }
  const unusual = known.filter(({ side }) => side !== 'within')
  if (unusual.length > 0) return { kind: 'unusual_months', points: unusual }
  return latestShift(known) ?? { kind: 'no_real_change' }
}

/**
 * The latest row of months on one side of the median that is long enough. Months on the median itself are passed over, as
 * the rule says: of what hardly ever happens most months are.
 */
function latestShift(known: readonly ControlPoint[]): Verdict | null {
  const middle = median(known.flatMap(({ value }) => value ?? []))
  const apart = known.filter(({ value }) => value !== middle)
  const isAbove = apart.map(({ value }) => (value ?? middle) > middle)
  let end = apart.length - 1
  while (end >= RUN - 1) {
    let start = end
    while (start > 0 && isAbove[start - 1] === isAbove[end]) start--
    if (end - start + 1 >= RUN) {
      const side = isAbove[end] === true ? 'above' : 'below'
      return { kind: 'shift', from: apart[start]?.month ?? '', to: apart[end]?.month ?? '', side }
    }
    end = start - 1
  }
  return null
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]]
  return (low + high) / 2
}

/** The probabilities of 0, 1, 2 … in turn. */
type Probabilities = Iterable<number>

/** The least number that is not rarer than `TAIL` from below, and the largest that is not rarer from above. */
function limits(probabilities: Probabilities): [low: number, high: number] {
  let sum = 0
  let low: number | null = null
  let number = 0
  for (const probability of probabilities) {
    sum += probability
    if (low === null && sum >= TAIL) low = number
    if (sum >= 1 - TAIL) return [low ?? number, number]
    number++
  }
  return [low ?? 0, Math.max(0, number - 1)]
}

/** In logarithms, so that large numbers do not end in 0. */
function* binomial(of: number, rate: number): Probabilities {
  if (rate <= 0 || rate >= 1) {
    for (let number = 0; number <= of; number++) yield (rate >= 1 ? number === of : number === 0) ? 1 : 0
    return
  }
  let log = of * Math.log(1 - rate)
  const odds = Math.log(rate) - Math.log(1 - rate)
  for (let number = 0; number <= of; number++) {
    yield Math.exp(log)
    log += Math.log(of - number) - Math.log(number + 1) + odds
  }
}

/** Far enough beyond the mean that what is left is nothing. */
const poissonMost = (mean: number): number => Math.ceil(mean + 20 * Math.sqrt(mean) + 20)

function* poisson(mean: number): Probabilities {
  let log = -mean
  for (let number = 0; number <= poissonMost(mean); number++) {
    yield mean === 0 ? (number === 0 ? 1 : 0) : Math.exp(log)
    log += Math.log(mean) - Math.log(number + 1)
  }
}
