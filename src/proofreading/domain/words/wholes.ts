import type { Studied } from '../studied.ts'
import { factsOfMeasure } from './facts.ts'
import { keyOf } from './statement.ts'
import { onlyValues } from './statements.ts'

/** What reports count as a whole, and the word by which they name it. */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/^(?:children|young people|looked after|cared for|CLA|LAC|pupils)/i, 'children looked after at the year end'],
  [/^(?:statutory )?(?:reviews?|meetings)/i, 'reviews held'],
]
const OTHERS = ['dispute', 'escalation', 'challenge', 'alert', 'complaint', 'compliment', 'audit']

/** How many there are of what the words name, in a year, where the report says one number of it only. */
export function wholeNamed(studied: Studied, words: string, year: number): number | null {
  const measure = MEASURES.find(([form]) => form.test(words.trim()))?.[1]
  if (measure !== undefined) {
    const values = new Set(factsOfMeasure(studied, measure, year).map(({ value }) => value))
    return values.size === 1 ? ([...values][0] ?? null) : null
  }
  const entity = OTHERS.find((name) => words.trim().toLowerCase().startsWith(name))
  return entity === undefined
    ? null
    : (onlyValues(studied).get(keyOf({ entity, narrowed: [] }, 'count', year))?.value ?? null)
}
