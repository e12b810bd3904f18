import type { BreakdownItem, Figure, FigureRecord, FigureValue } from './figure.ts'

/** The figure's value, its parts and its breakdown, all from the one list of records. */
export function valueOf<World>(figure: Figure<World>, world: World): FigureValue {
  const records = figure.records(world)
  if (typeof records === 'string') return withoutValue(figure, world, records)
  const counting = records.reduce((sum, record) => sum + (record.counts ? 1 : 0), 0)
  switch (figure.unit) {
    case 'count':
      return { ...shell(figure, world), value: counting, breakdown: breakdownOf(figure, records) }
    case 'percent':
      if (records.length === 0) return withoutValue(figure, world, 'There are no records to take a share of.')
      return {
        ...shell(figure, world),
        value: (100 * counting) / records.length,
        numerator: counting,
        denominator: records.length,
        breakdown: breakdownOf(figure, records),
      }
    case 'number': {
      if (figure.aggregate) {
        if (records.length === 0) return withoutValue(figure, world, 'There are no records to work it out from.')
        return { ...shell(figure, world), value: figure.aggregate(records) }
      }
      const denominator = figure.denominator?.(world) ?? 'Nothing is defined to divide by.'
      if (typeof denominator === 'string') return withoutValue(figure, world, denominator)
      if (denominator.value === 0) return withoutValue(figure, world, `The ${denominator.label} is 0.`)
      const value = (counting * (figure.per ?? 1)) / denominator.value
      return { ...shell(figure, world), value, numerator: counting, denominator: denominator.value }
    }
  }
}

function shell<World>(figure: Figure<World>, world: World): FigureValue {
  return {
    id: figure.id,
    area: figure.area,
    label: figure.label,
    unit: figure.unit,
    value: null,
    reason: null,
    numerator: null,
    denominator: null,
    leftOut: figure.leftOut?.(world) ?? null,
    breakdown: [],
    definition: figure.definition,
    source: figure.source,
    decimals: figure.decimals ?? (figure.unit === 'count' ? 0 : 1),
    betterWhen: figure.betterWhen,
    version: figure.version ?? 1,
    ...figure.wording?.(world),
  }
}

const withoutValue = <World>(figure: Figure<World>, world: World, reason: string): FigureValue => ({
  ...shell(figure, world),
  reason,
})

function breakdownOf<World>(figure: Figure<World>, records: readonly FigureRecord[]): BreakdownItem[] {
  const { breakdown, unit } = figure
  if (!breakdown) return []
  const byKey = new Map<string, { counting: number; all: number }>()
  for (const { key, counts } of records) {
    // Of a count only what counts is told; a share of nothing is told as well.
    if (key === null || (unit !== 'percent' && !counts)) continue
    const sum = byKey.get(key) ?? { counting: 0, all: 0 }
    byKey.set(key, { counting: sum.counting + (counts ? 1 : 0), all: sum.all + 1 })
  }
  const place = new Map(breakdown.order.map((key, index) => [key, index]))
  const after = breakdown.order.length
  return [...byKey]
    .sort(([a], [b]) => (place.get(a) ?? after) - (place.get(b) ?? after) || a.localeCompare(b))
    .map(([key, { counting, all }]) => ({
      key,
      label: breakdown.label(key),
      ...(unit === 'percent'
        ? { numerator: counting, denominator: all, value: (100 * counting) / all }
        : { value: counting }),
    }))
}
