import * as z from 'zod'
import type { Solver } from '../../src/reporting/domain/disclosure/solver.ts'
import { sumsOfDefinitions } from './sumsOfDefinitions.ts'

/**
 * Someone who has the printed editions of a service, this year's, last year's and the children's, and wants to know what
 * they hide. Nothing here knows how numbers were chosen to be hidden: it reads the JSON files, and what the definitions of
 * the figures say of how they add up.
 */
const shown = z.union([z.number(), z.literal('c')])
const figure = z.object({
  id: z.string(),
  unit: z.enum(['count', 'percent', 'number']),
  value: shown.nullable(),
  numerator: shown.nullable(),
  denominator: shown.nullable(),
  breakdown: z.array(
    z.object({ key: z.string(), value: shown, of: z.array(z.object({ key: z.string() })).optional() }),
  ),
  bound: z.object({ side: z.enum(['more', 'less']), percent: z.number() }).optional(),
})
const printed = z.object({ years: z.array(z.object({ year: z.string(), figures: z.array(figure) })) })

type Figure = z.output<typeof figure>

/** Numbers by name, times how often, within bounds. */
interface Row {
  terms: Map<string, number>
  lowest: number
  highest: number
}

/** What the editions say together. */
interface Known {
  numbers: Map<string, number>
  /** What is hidden in one of them: joined rows too. */
  hidden: Set<string>
  rows: Row[]
}

/** A hidden count that what is printed narrows to so few whole values. */
export interface Found {
  name: string
  least: number
  most: number
}

/** How many counts are hidden, and which of them are narrowed to fewer than three values. Each text is a JSON file of an edition. */
export function attackOn(editions: readonly string[], solver: Solver): { hidden: string[]; found: Found[] } {
  const known: Known = { numbers: new Map(), hidden: new Set(), rows: [] }
  for (const edition of editions) {
    for (const { year, figures } of printed.parse(JSON.parse(edition)).years) readYear(known, year, figures)
  }
  const hidden = [...known.hidden].filter((name) => !known.numbers.has(name))
  return { hidden, found: narrowed(known, hidden, solver) }
}

function readYear(known: Known, year: string, figures: readonly Figure[]): void {
  const said = (name: string, value: number | 'c' | null): void => {
    if (value === 'c') known.hidden.add(`${year} ${name}`)
    else if (value !== null) known.numbers.set(`${year} ${name}`, value)
  }
  const add = (terms: readonly (readonly [string, number])[], lowest = 0, highest = lowest): void => {
    known.rows.push({ terms: new Map(terms.map(([name, times]) => [`${year} ${name}`, times])), lowest, highest })
  }
  const byId = new Map(figures.map((one) => [one.id, one]))
  for (const one of figures) {
    if (one.value === null || isOfStaff(one.id)) continue
    if (one.unit === 'count') {
      said(one.id, one.value)
      if (one.breakdown.length === 0) continue
      const members = one.breakdown.flatMap((item) => (item.of ?? [item]).map(({ key }) => `${one.id}/${key}`))
      add([...members.map((name): [string, number] => [name, 1]), [one.id, -1]])
      for (const item of one.breakdown) {
        if (!item.of) {
          said(`${one.id}/${item.key}`, item.value)
          continue
        }
        for (const { key } of item.of) said(`${one.id}/${key}`, 'c')
        if (item.value !== 'c')
          add(
            item.of.map(({ key }) => [`${one.id}/${key}`, 1]),
            item.value,
          )
      }
      continue
    }
    const [top, bottom] = [`${one.id}#numerator`, `${one.id}#denominator`]
    said(top, one.numerator)
    said(bottom, one.denominator)
    if (one.unit !== 'percent' || one.numerator === null) continue
    add([[top, 1], [`${one.id}#rest`, 1], [bottom, -1]]) // prettier-ignore
    if (one.numerator === 'c') said(`${one.id}#rest`, 'c')
    if (one.value !== 'c') add([[top, 100], [bottom, -one.value]], -1e-6, 1e-6) // prettier-ignore
    if (one.bound) {
      const { side, percent } = one.bound
      add([[top, 100], [bottom, -percent]], side === 'more' ? 0 : -Infinity, side === 'more' ? Infinity : 0) // prettier-ignore
      // A bound stands only where there are some on its other side.
      add([[side === 'more' ? `${one.id}#rest` : top, 1]], 1, Infinity)
    }
  }
  for (const { whole, parts, isAtMost } of sumsOfDefinitions) addSum(known, year, byId, { whole, parts, isAtMost })
}

const isOfStaff = (id: string): boolean => id.startsWith('iros.') || id.startsWith('managers.')

/** A sum of the definitions; a key that a divided figure does not list is 0, for everyone to see. */
function addSum(
  known: Known,
  year: string,
  byId: ReadonlyMap<string, Figure>,
  { whole, parts, isAtMost }: (typeof sumsOfDefinitions)[number],
): void {
  const isPrinted = (name: string) => {
    const [id = '', key] = name.replace(/#.*/, '').split('/')
    const one = byId.get(id)
    if (!one || one.value === null) return false
    return key === undefined || one.breakdown.length > 0 || one.value === 0
  }
  const names = [...whole, ...parts]
  // With a number that no edition prints, and that is no key of theirs, the sum says nothing for certain.
  if (!names.every((name) => isPrinted(name) || !name.includes('.'))) return
  const isKnown = (name: string) => {
    const [id = '', key] = name.split('/')
    const one = byId.get(id)
    if (key === undefined || !one) return true
    return one.breakdown.some((item) => item.key === key || item.of?.some((member) => member.key === key))
  }
  const terms = new Map<string, number>()
  for (const name of parts.filter(isKnown)) terms.set(`${year} ${name}`, 1)
  for (const name of whole.filter(isKnown)) terms.set(`${year} ${name}`, (terms.get(`${year} ${name}`) ?? 0) - 1)
  known.rows.push({ terms, lowest: isAtMost ? -Infinity : 0, highest: 0 })
}

const FAR = 1e6
const CLOSE = 1e-6

function narrowed(known: Known, hidden: readonly string[], solver: Solver): Found[] {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    const above = parent.get(name)
    return above === undefined ? name : root(above)
  }
  const rows = known.rows.flatMap(({ terms, lowest, highest }) => {
    const unknown = [...terms].filter(([name, times]) => times !== 0 && !known.numbers.has(name))
    const sum = [...terms].reduce((total, [name, times]) => total + times * (known.numbers.get(name) ?? 0), 0)
    // Where data contradict each other, a sum of the definitions does not hold and tells nothing.
    return unknown.length === 0 ? [] : [{ unknown, lowest: lowest - sum, highest: highest - sum }]
  })
  for (const { unknown } of rows) {
    const [first = '', ...others] = unknown.map(([name]) => root(name))
    for (const other of others) if (root(other) !== root(first)) parent.set(root(other), root(first))
  }
  const groups = Map.groupBy(rows, ({ unknown }) => root(unknown[0]?.[0] ?? ''))
  return [...groups].flatMap(([group, own]) => {
    const targets = hidden.filter((name) => root(name) === group)
    if (targets.length === 0) return []
    const names = [...new Set(own.flatMap(({ unknown }) => unknown.map(([name]) => name)))]
    const column = new Map(names.map((name, index) => [name, index]))
    const region = {
      lowest: names.map(() => 0),
      highest: names.map(() => FAR),
      rows: own.map(({ unknown, lowest, highest }) => ({
        terms: unknown.map(([name, times]) => ({ column: column.get(name) ?? 0, times })),
        lowest,
        highest,
      })),
    }
    return solver.within(region, ({ smallest }) =>
      targets.flatMap((name): Found[] => {
        const at = column.get(name)
        const edge = (sign: number) =>
          smallest(names.map((_, index) => (index === at ? sign : 0)))?.values[at ?? 0] ?? Number.NaN
        const [least, most] = [edge(1), edge(-1)]
        const values = Math.floor(most + CLOSE) - Math.ceil(least - CLOSE) + 1
        return values >= 3 ? [] : [{ name, least, most }]
      }),
    )
  })
}
