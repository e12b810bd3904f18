import { type Equation, equationsOf } from './equations.ts'
import { type CellName, type Relation, relations } from './relations.ts'
import { sameNumbers } from './sameNumbers.ts'
import { type CountedFigure, HEADS, isDivisible, isOfFew, isSmall, tellsWhoSentViews } from './rules.ts'

/** A number of the report, under all the names that it has. */
export interface CountCell {
  names: readonly CellName[]
  value: number
  /** What hiding it costs the reader: how often it is printed, what the report stands on a little more. */
  weight: number
  /** Hidden for its size. */
  mustHide: boolean
  /** Shown unless hidden for its size, since what is hidden of it must follow from itself alone. */
  isHead: boolean
}

/** The rows of a divided figure, which are added up as others where they are hidden. */
export interface RowsOfTable {
  whole: number
  rows: readonly number[]
}

/** The numbers of a year and all that anyone knows of how they add up. Cells are named by their place. */
export interface YearOfCells {
  cells: readonly CountCell[]
  equations: readonly Equation[]
  tables: readonly RowsOfTable[]
  /** Where a name stands; null for one that is not printed. */
  placeOf: (name: CellName) => number | null
}

interface NamedCell {
  name: CellName
  value: number
  weight: number
  mustHide: boolean
}

/** A row of a table counts once; what stands on its own a little more; what is only worked out from others hardly. */
const OF_ROW = 1
const OF_FIGURE = 1.2
const OF_REST = 0.2
/** A key of a figure that is not divided is printed nowhere under that name. */
const OF_UNPRINTED = 0.05

/** The numbers of one year's figures, as everyone may know that they hang together. */
export function cellsOfYear(values: readonly CountedFigure[]): YearOfCells {
  const hidesAttended = tellsWhoSentViews(values)
  const named = values.flatMap((value) => namedCells(value, hidesAttended && value.id === 'reviews.attended'))
  const valueOf = new Map(named.map(({ name, value }) => [name, value]))
  const known = values.flatMap(ownRelations)
  const undivided = new Set(values.filter((value) => !isDivided(value)).map(({ id }) => id))
  const group = sameNumbers([...known, ...relations], valueOf)
  const cells: CountCell[] = []
  const places = new Map<CellName, number>()
  const placeOfGroup = new Map<CellName, number>()
  for (const one of named) {
    const root = group(one.name)
    const place = placeOfGroup.get(root) ?? cells.length
    placeOfGroup.set(root, place)
    places.set(one.name, place)
    cells[place] = joinedCell(cells[place], one)
  }
  const placeOf = (name: CellName): number | null => places.get(name) ?? null
  /** A key that a divided figure does not list is none, for everyone to see. */
  const isNothing = (name: CellName): boolean => {
    const [figure = '', key] = name.split('/')
    const whole = valueOf.get(figure)
    return key !== undefined && !places.has(name) && whole !== undefined && (whole === 0 || !undivided.has(figure))
  }
  return {
    cells,
    equations: equationsOf([...known, ...relations], { placeOf, isNothing, cells }),
    tables: values.filter(isDivided).map(({ id, breakdown }) => ({
      whole: placeOf(id) ?? 0,
      rows: breakdown.map(({ key }) => placeOf(`${id}/${key}`) ?? 0),
    })),
    placeOf,
  }
}

const isDivided = ({ unit, value, breakdown }: CountedFigure): boolean =>
  unit === 'count' && isDivisible(value, breakdown)

const joinedCell = (cell: CountCell | undefined, { name, value, weight, mustHide }: NamedCell): CountCell => ({
  names: [...(cell?.names ?? []), name],
  value,
  weight: (cell?.weight ?? 0) + weight,
  mustHide: mustHide || (cell?.mustHide ?? false),
  isHead: HEADS.has(name.replace(/#(?:numerator|denominator|rest)$/, '')) || (cell?.isHead ?? false),
})

/** The numbers of a figure that a reader sees or can at once work out. */
function namedCells(value: CountedFigure, isHidden: boolean): NamedCell[] {
  const { id, unit } = value
  const cell = (name: CellName, count: number, weight: number, mustHide = false): NamedCell => ({
    name,
    value: count,
    weight,
    mustHide: mustHide || isSmall(count),
  })
  if (unit === 'count') {
    if (value.value === null) return []
    const weight = isDivided(value) ? OF_ROW : OF_UNPRINTED
    return [
      cell(id, value.value, OF_FIGURE),
      ...value.breakdown.map((item) => cell(`${id}/${item.key}`, item.value, weight)),
    ]
  }
  const { numerator, denominator } = value
  if (numerator === null || denominator === null) return []
  const rest = unit === 'percent' ? denominator - numerator : null
  // Of a head both parts go, so that what is hidden of it follows from itself.
  const isWithheld = isHidden || isOfFew(value) || (HEADS.has(id) && rest !== null && [numerator, rest].some(isSmall))
  return [
    cell(`${id}#numerator`, numerator, OF_FIGURE, isWithheld),
    cell(`${id}#denominator`, denominator, OF_FIGURE),
    ...(rest === null ? [] : [cell(`${id}#rest`, rest, OF_REST, isWithheld)]),
  ]
}

/** What is printed of a figure adds up: a share's two parts to its whole, the keys of a count to the count. */
function ownRelations(value: CountedFigure): Relation[] {
  const { id, unit, breakdown } = value
  if (value.value === null) return []
  if (unit === 'percent') return [{ whole: `${id}#denominator`, parts: [`${id}#numerator`, `${id}#rest`] }]
  if (unit === 'number' || breakdown.length === 0) return []
  const parts = breakdown.map(({ key }) => `${id}/${key}`)
  // Nobody sees which keys a figure has that is not divided: there may be others.
  const isWhole = isDivided(value) && breakdown.reduce((sum, item) => sum + item.value, 0) === value.value
  return [{ whole: id, parts, isAtMost: !isWhole }]
}
