import type { Measure } from './measure.ts'

/** A key of a breakdown with its words. */
interface Key {
  key: string
  label: string
}

/**
 * The keys of two years in one order: each year's own order holds. Between two keys that both years have, bands like
 * `10 to 14 years` stand in the order of their numbers; of others those of last year come first, since a code that nobody knows,
 * the last of its year, is to stay last.
 */
export function mergedKeys(now: Measure, before: Measure | null): Key[] {
  const keysNow = now.breakdown.map(({ key, label }) => ({ key, label }))
  const keysBefore = (before?.breakdown ?? []).map(({ key, label }) => ({ key, label }))
  const isOfBoth = ({ key }: Key) => keysNow.some((one) => one.key === key)
  const merged: Key[] = []
  let [fromNow, fromBefore] = [0, 0]
  for (const [at, common] of [...keysNow, null].entries()) {
    const place = common ? keysBefore.findIndex(({ key }, index) => index >= fromBefore && key === common.key) : keysBefore.length // prettier-ignore
    if (place < 0) continue
    const between = [
      ...keysBefore.slice(fromBefore, place).filter((one) => !isOfBoth(one)),
      ...keysNow.slice(fromNow, at),
    ]
    merged.push(...inOrderOfBands(between), ...(common ? [common] : []))
    fromNow = at + 1
    fromBefore = place + 1
  }
  return merged
}

/** By their numbers, where each is a band; else as they are. */
function inOrderOfBands(keys: readonly Key[]): readonly Key[] {
  const bands = keys.map((one) => ({ one, from: bandFrom(one.label) }))
  return bands.every(({ from }) => from !== null)
    ? bands.sort((a, b) => (a.from ?? 0) - (b.from ?? 0)).map(({ one }) => one)
    : keys
}

/** Where a band begins: 10 of `10 to 14 years`, below 1 of `Under 1`; null of what is no band. */
function bandFrom(label: string): number | null {
  const [, under, number] = /^(under )?(?:aged |stage )?(\d+)/i.exec(label) ?? []
  if (number === undefined) return null
  return under === undefined ? Number(number) : Number(number) - 0.5
}
