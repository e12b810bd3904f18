import type { FigureRecord } from '../../../figures/figure.ts'
import { compareDates } from '../../../kernel/dates.ts'

/** A record that is not what it was: one of the two is null where it was added, or is gone. */
export interface RecordDifference {
  child: string
  kind: string
  then: FigureRecord | null
  now: FigureRecord | null
}

/**
 * The records that differ between two lists of one figure, by child and day. All others are the same in all that the
 * figure counts, so that these account for every difference of its numbers.
 */
export function differencesBetween(then: readonly FigureRecord[], now: readonly FigureRecord[]): RecordDifference[] {
  const [gone, come] = withoutSame(then, now)
  const paired = [
    ...pairedBy(gone, come, ({ child, kind, date }) => [child, kind, date.toString()].join('\t')),
    ...pairedBy(gone, come, ({ child, kind }) => [child, kind].join('\t')),
  ]
  const single = [
    ...[...gone].map((record) => ({ then: record, now: null })),
    ...[...come].map((record) => ({ then: null, now: record })),
  ]
  return [...paired, ...single].map(differenceOf).sort(inOrder)
}

type Pair = { then: FigureRecord; now: FigureRecord | null } | { then: FigureRecord | null; now: FigureRecord }

function differenceOf({ then, now }: Pair): RecordDifference {
  const { child, kind } = then ?? now ?? { child: '', kind: '' }
  return { child, kind, then, now }
}

const dayOf = ({ then, now }: RecordDifference) => (then ?? now)?.date

function inOrder(one: RecordDifference, other: RecordDifference): number {
  if (one.child !== other.child) return one.child < other.child ? -1 : 1
  const [a, b] = [dayOf(one), dayOf(other)]
  return a && b ? compareDates(a, b) : 0
}

/** All that a figure counts of a record. */
const counted = ({ child, kind, date, due, counts, amount, key }: FigureRecord): string =>
  JSON.stringify([child, kind, date.toString(), due?.toString() ?? null, counts, amount ?? null, key])

/** What is in one list and not in the other, each as often as it is there more often. */
function withoutSame(
  then: readonly FigureRecord[],
  now: readonly FigureRecord[],
): [gone: Set<FigureRecord>, come: Set<FigureRecord>] {
  const same = Map.groupBy(then, counted)
  const come = new Set<FigureRecord>()
  for (const record of now) if (!same.get(counted(record))?.pop()) come.add(record)
  return [new Set([...same.values()].flat()), come]
}

/** Takes out of both those that belong together by a key, in order of their days. */
function pairedBy(
  gone: Set<FigureRecord>,
  come: Set<FigureRecord>,
  keyOf: (record: FigureRecord) => string,
): { then: FigureRecord; now: FigureRecord }[] {
  const inDays = (records: Set<FigureRecord>) => [...records].sort((a, b) => compareDates(a.date, b.date))
  const waiting = Map.groupBy(inDays(come), keyOf)
  return inDays(gone).flatMap((then) => {
    const now = waiting.get(keyOf(then))?.shift()
    if (!now) return []
    gone.delete(then)
    come.delete(now)
    return [{ then, now }]
  })
}

/** By how much the records that count, and all records, are more than they were. */
export function effectOf(differences: readonly RecordDifference[]): { counting: number; all: number } {
  const sum = (numberOf: (record: FigureRecord) => number) =>
    differences.reduce((total, { then, now }) => total + (now ? numberOf(now) : 0) - (then ? numberOf(then) : 0), 0)
  return { counting: sum(({ counts }) => (counts ? 1 : 0)), all: sum(() => 1) }
}
