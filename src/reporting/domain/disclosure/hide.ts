import type { FigureValue } from '../../../figures/figure.ts'
import type { Measure, Shown } from '../measure.ts'
import { derivable } from './derivable.ts'
import { type CellName, type Relation, relations } from './relations.ts'

/** Counts from 1 to this are hidden. Source: `kpi-definitions` section 10. */
export const LARGEST_SMALL_COUNT = 5
/** A percentage of fewer than this is hidden. */
export const SMALLEST_DENOMINATOR = 10

type Published = ReadonlyMap<CellName, number>

/**
 * The figures of several years with every count from 1 to 5 hidden, every percentage of fewer than 10, and as many
 * other numbers as it takes that none of these can be worked out by adding and taking away. It does not look at what
 * could be guessed from ranges.
 */
export function withSmallNumbersHidden(years: readonly (readonly FigureValue[])[], areWholeYears = true): Measure[][] {
  const published = new Map(years.flatMap((values, index) => values.flatMap((value) => cellsOf(value, prefix(index)))))
  const known = years.flatMap((values, index) => relationsOf(values, prefix(index)))
  // The end of one year is the start of the next, which stands before it here.
  if (areWholeYears) {
    years.slice(1).forEach((_, index) => {
      known.push({ whole: `${prefix(index)}cla.count_at_start`, parts: [`${prefix(index + 1)}cla.count`] })
    })
  }
  const hidden = hiddenCells(published, known, smallPercentages(years))
  return years.map((values, index) => values.map((value) => shown(value, prefix(index), hidden)))
}

const prefix = (index: number): string => `${index} `

/** The numbers of a figure that a reader sees or can at once work out. */
function cellsOf(value: FigureValue, year: string): [CellName, number][] {
  const name = year + value.id
  if (value.unit === 'count') {
    if (value.value === null) return []
    return [
      [name, value.value],
      ...value.breakdown.map((item): [string, number] => [`${name}/${item.key}`, item.value]),
    ]
  }
  if (value.numerator === null || value.denominator === null) return []
  const cells: [CellName, number][] = [
    [`${name}#numerator`, value.numerator],
    [`${name}#denominator`, value.denominator],
  ]
  if (value.unit === 'percent') cells.push([`${name}#rest`, value.denominator - value.numerator])
  return cells
}

function relationsOf(values: readonly FigureValue[], year: string): Relation[] {
  const own = values.flatMap((value): Relation[] => {
    if (value.unit === 'percent') {
      return [{ whole: `${value.id}#denominator`, parts: [`${value.id}#numerator`, `${value.id}#rest`] }]
    }
    if (value.breakdown.length === 0) return []
    return [{ whole: value.id, parts: value.breakdown.map((item) => `${value.id}/${item.key}`) }]
  })
  return [...own, ...relations].map(({ whole, parts }) => ({
    whole: year + whole,
    parts: parts.map((part) => year + part),
  }))
}

function smallPercentages(years: readonly (readonly FigureValue[])[]): CellName[] {
  return years.flatMap((values, index) =>
    values
      .filter(({ unit, denominator }) => unit === 'percent' && denominator !== null && denominator > 0)
      .filter(({ denominator }) => Number(denominator) < SMALLEST_DENOMINATOR)
      .flatMap(({ id }) => [`${prefix(index)}${id}#numerator`, `${prefix(index)}${id}#rest`]),
  )
}

/** Whether a count is hidden for its size. */
export const isSmall = (count: number | null): boolean => count !== null && count >= 1 && count <= LARGEST_SMALL_COUNT

const REST = '#rest'

function hiddenCells(listed: Published, known: readonly Relation[], also: readonly CellName[]): Set<CellName> {
  const published = withUnlistedKeys(listed, known)
  // A sum with a part that no figure of the year gives tells nobody anything.
  const usable = known.filter(({ parts }) => parts.every((part) => published.has(part)))
  const hidden = new Set(also)
  for (const [name, value] of published) if (isSmall(value)) hidden.add(name)
  const percentages = [...published.keys()]
    .filter((name) => name.endsWith(REST))
    .map((name) => name.slice(0, -REST.length))
  // One at a time: what covers one exposed number often covers others too.
  for (;;) {
    // What a percentage leaves out is seen from its two numbers alone.
    for (const name of percentages)
      if (hidden.has(`${name}#numerator`) && hidden.has(`${name}#denominator`)) hidden.add(name + REST)
    const covers = [
      ...derivable(usable, published, hidden).flatMap((name) => coversOf(name, usable, listed, hidden)),
      ...smallSums(usable, published, hidden).flatMap(({ parts }) => pricedOf(parts, listed, hidden)),
    ]
    const [cheapest] = covers.sort((x, y) => x.loss - y.loss || x.cost - y.cost || x.name.localeCompare(y.name))
    if (!cheapest) return hidden
    hidden.add(cheapest.name)
  }
}

/** The figures whose hidden keys together, which everyone can work out, are themselves a small count. */
const smallSums = (known: readonly Relation[], published: Published, hidden: ReadonlySet<CellName>): Relation[] =>
  known.filter(({ whole, parts }) => {
    if (!published.has(whole) || hidden.has(whole) || !parts.every((part) => part.startsWith(`${whole}/`))) return false
    const unseen = parts.filter((part) => hidden.has(part))
    return isSmall(unseen.reduce((sum, part) => sum + (published.get(part) ?? 0), 0))
  })

/** The published numbers with the keys that are not listed, which everyone can see are 0. */
function withUnlistedKeys(published: Published, known: readonly Relation[]): Published {
  const all = new Map(published)
  for (const name of known.flatMap(({ whole, parts }) => [whole, ...parts])) {
    const [figure = '', key] = name.split('/')
    if (key !== undefined && published.has(figure) && !all.has(name)) all.set(name, 0)
  }
  return all
}

/** A number that could be hidden: what a reader loses with it, then its size. */
interface Cover {
  name: CellName
  loss: number
  cost: number
}

/** Named by figures other than their own, so that hiding them hides more than a row. */
const TOLD_ELSEWHERE = new Set(
  relations.filter(({ parts }) => parts.length === 1).flatMap(({ whole, parts }) => [whole, ...parts]),
)

/** A row of a table is missed least, then a share, then what the whole report stands on. */
function lossOf(cell: CellName): number {
  const name = cell.slice(cell.indexOf(' ') + 1)
  if (name.includes('/')) return TOLD_ELSEWHERE.has(name) ? 2 : 1
  return name.includes('#') && !name.endsWith('#denominator') ? 3 : 4
}

/**
 * What could be hidden beside an exposed number, in a sum with it. Of what costs the reader alike, the smaller first; a 0 hides little.
 * A key that is not listed can't be hidden: everyone sees that it is 0.
 */
function coversOf(
  exposed: CellName,
  known: readonly Relation[],
  listed: Published,
  hidden: ReadonlySet<CellName>,
): Cover[] {
  const sums = known.map(({ whole, parts }) => [whole, ...parts]).filter((names) => names.includes(exposed))
  return pricedOf(sums.flat(), listed, hidden)
}

const pricedOf = (names: readonly CellName[], listed: Published, hidden: ReadonlySet<CellName>): Cover[] =>
  names
    .filter((name) => listed.has(name) && !hidden.has(name))
    .map((name) => ({ name, loss: lossOf(name), cost: listed.get(name) || Infinity }))

function shown(value: FigureValue, year: string, hidden: ReadonlySet<CellName>): Measure {
  const show = (number: number | null, part: string): Shown | null =>
    number !== null && hidden.has(`${year}${value.id}${part}`) ? 'c' : number
  if (value.unit === 'count') {
    return {
      ...value,
      value: show(value.value, ''),
      breakdown: value.breakdown.map((item) => ({ ...item, value: show(item.value, `/${item.key}`) ?? 0 })),
    }
  }
  const numerator = show(value.numerator, '#numerator')
  const denominator = show(value.denominator, '#denominator')
  const leftOut = isSmall(value.leftOut) ? 'c' : value.leftOut
  const isHidden = numerator === 'c' || denominator === 'c'
  // The keys of a share would each have to be hidden with what they are shares of.
  return { ...value, numerator, denominator, leftOut, value: isHidden ? 'c' : value.value, breakdown: [] }
}
