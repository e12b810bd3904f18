import type { Studied } from '../studied.ts'

type Kind = 'count' | 'percent'

/** How often each count, or each percentage, is printed in sentences; and each number of tables, whatever its unit. */
export function timesPrinted(studied: Studied, kind: Kind = 'count'): ReadonlyMap<number, number> {
  const times = known[kind].get(studied) ?? counted(studied, kind)
  known[kind].set(studied, times)
  return times
}

/** Several rules ask for those of one report, some for each sentence. */
const known: Record<Kind, WeakMap<Studied, ReadonlyMap<number, number>>> = {
  count: new WeakMap(),
  percent: new WeakMap(),
}

function counted({ sentences, grids }: Studied, kind: Kind): ReadonlyMap<number, number> {
  const all = [
    ...sentences.flatMap(({ quantities }) => quantities.flatMap((one) => (one.kind === kind ? [one.value] : []))),
    ...grids.flatMap(({ rows }) => rows.flatMap(({ values }) => values.flatMap((value) => value?.value ?? []))),
  ]
  const times = new Map<number, number>()
  for (const value of all) times.set(value, (times.get(value) ?? 0) + 1)
  return times
}
