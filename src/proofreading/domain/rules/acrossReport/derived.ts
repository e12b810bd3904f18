import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { type Fact, factsOf } from '../../words/facts.ts'

/** Measures told in different places that one follows from: reviews held, in time and late. */
export const derived: Rule = (studied) => {
  const byYear = Map.groupBy(factsOf(studied), ({ year }) => year)
  return [...byYear.values()].flatMap((facts): Located[] => {
    const only = (measure: string): Fact | null => {
      const all = facts.filter((fact) => fact.measure === measure)
      return new Set(all.map(({ value }) => value)).size === 1 ? (all[0] ?? null) : null
    }
    const [held, inTime, late, share] = [
      'reviews held',
      'reviews held in time, counted',
      'late reviews',
      'reviews held in time',
    ].map(only)
    if (!held) return []
    if (late && inTime) {
      if (isSame(late.value + inTime.value, held.value)) return []
      const computation = `${shown(inTime.value)} + ${shown(late.value)} = ${shown(inTime.value + late.value)}, not ${shown(held.value)}`
      const message = `Reviews in time and late reviews don’t add up to the ${shown(held.value)} that were held.`
      return [
        located(studied, {
          at: late.at,
          also: inTime.at.start === late.at.start ? held.at : inTime.at,
          place: late.place,
          kind: 'sum',
          message,
          computation,
          expected: shown(held.value - inTime.value),
          severity: 'error',
          confidence: 0.86,
        }),
      ]
    }
    if (!late || !share) return []
    const exact = ((held.value - late.value) / held.value) * 100
    if (late.value > held.value || prints(exact, share.value, share.decimals)) return []
    const expected = `${rounded(exact, share.decimals)}%`
    return [
      located(studied, {
        at: late.at,
        also: share.at,
        place: late.place,
        kind: 'percentage',
        message: `With ${shown(late.value)} of ${shown(held.value)} reviews late, ${expected} were in time, not ${shown(share.value)}%.`,
        computation: `(${shown(held.value)} - ${shown(late.value)}) / ${shown(held.value)} = ${rounded(exact, share.decimals + 2)}%`,
        expected,
        severity: 'error',
        confidence: 0.83,
      }),
    ]
  })
}
