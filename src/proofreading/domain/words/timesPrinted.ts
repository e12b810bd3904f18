import type { Studied } from '../studied.ts'
import { countsIn } from './around.ts'

/** How often each count is printed in the report. */
export function timesPrinted({ sentences, grids }: Studied): Map<number, number> {
  const all = [
    ...sentences.flatMap(countsIn).map(({ value }) => value),
    ...grids.flatMap(({ rows }) => rows.flatMap(({ values }) => values.flatMap((value) => value?.value ?? []))),
  ]
  const times = new Map<number, number>()
  for (const value of all) times.set(value, (times.get(value) ?? 0) + 1)
  return times
}
