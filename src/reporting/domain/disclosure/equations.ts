import type { CellName, Relation } from './relations.ts'

/** Cells, times how often each counts, and what nobody prints: together they are 0. */
export interface Equation {
  terms: readonly { cell: number; times: number }[]
  /** Numbers that are printed nowhere, by name: unknown to everyone, and 0 or more. */
  unprinted: readonly { name: string; times: number }[]
}

/** What an equation is made of. */
interface Known {
  placeOf: (name: CellName) => number | null
  /** Whether everyone can see that it is 0. */
  isNothing: (name: CellName) => boolean
  cells: readonly { value: number }[]
}

/**
 * The relations as equations. One that does not hold of these figures is left out, as one of authorities whose data
 * contradict each other: nobody could work anything out with it.
 */
export function equationsOf(relations: readonly Relation[], known: Known): Equation[] {
  const written = relations.map((relation, index) => equationOf(relation, index, known))
  return holding(
    written.filter(({ terms }) => terms.length > 0),
    known.cells,
  )
}

function equationOf({ whole, parts, isAtMost = false }: Relation, index: number, known: Known): Equation {
  const terms = new Map<number, number>()
  const unprinted = new Map<string, number>()
  const add = (name: CellName, times: number): void => {
    const place = known.placeOf(name)
    if (place !== null) terms.set(place, (terms.get(place) ?? 0) + times)
    else if (!known.isNothing(name)) unprinted.set(name, (unprinted.get(name) ?? 0) + times)
  }
  for (const part of parts) add(part, 1)
  add(whole, -1)
  if (isAtMost) unprinted.set(`what is left of ${index}`, 1)
  return {
    terms: [...terms].filter(([, times]) => times !== 0).map(([cell, times]) => ({ cell, times })),
    unprinted: [...unprinted].map(([name, times]) => ({ name, times })),
  }
}

/** The equations that the true numbers satisfy, with a number of 0 or more for each that is not printed. */
function holding(equations: readonly Equation[], cells: readonly { value: number }[]): Equation[] {
  const found = new Map<string, number>()
  let waiting = [...equations]
  const kept: Equation[] = []
  for (;;) {
    const later: Equation[] = []
    for (const equation of waiting) {
      const unknown = equation.unprinted.filter(({ name }) => !found.has(name))
      const sum =
        equation.terms.reduce((total, { cell, times }) => total + times * (cells[cell]?.value ?? 0), 0) +
        equation.unprinted.reduce((total, { name, times }) => total + times * (found.get(name) ?? 0), 0)
      const [one] = unknown
      if (unknown.length > 1) later.push(equation)
      else if (one) {
        const value = -sum / one.times
        if (value < 0) continue
        found.set(one.name, value)
        kept.push(equation)
      } else if (sum === 0) kept.push(equation)
    }
    if (later.length === waiting.length) return [...kept, ...later.filter((equation) => canHold(equation, cells))]
    waiting = later
  }
}

/** Whether unknowns of 0 or more could make up for the rest, which they can't where all of them add to what is too much. */
function canHold({ terms, unprinted }: Equation, cells: readonly { value: number }[]): boolean {
  const sum = terms.reduce((total, { cell, times }) => total + times * (cells[cell]?.value ?? 0), 0)
  return sum === 0 || unprinted.some(({ times }) => times > 0 !== sum > 0)
}
