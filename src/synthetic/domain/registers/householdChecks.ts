import type { fosterCarers } from '../../../fostering/registers/fosterCarers.ts'
import type { FosterCheckFact, fosterChecks } from '../../../fostering/registers/fosterChecks.ts'
import { type PlainDate, addDays, addMonths, isAfter, isBefore, isOnOrAfter } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { numberIn } from './householdEvents.ts'

const CHECK = 362

const everyMonths: Readonly<Partial<Record<FosterCheckFact['kind'], number>>> = {
  UNANNOUNCED_VISIT: 11,
  HEALTH_AND_SAFETY: 12,
  DISCLOSURE: 35,
  HEALTH: 23,
}
const checkKinds = ['UNANNOUNCED_VISIT', 'HEALTH_AND_SAFETY', 'DISCLOSURE', 'HEALTH'] as const

/** Checks of each household, again and again, most in time. */
export const checkRows = (
  seed: number,
  carers: readonly RowOf<typeof fosterCarers>[],
  { today, since }: Span,
): RowOf<typeof fosterChecks>[] =>
  carers.flatMap(({ carerRef, approvedOn, ceasedOn }) =>
    checkKinds.flatMap((kind, index) => {
      const rows: RowOf<typeof fosterChecks>[] = []
      const end = ceasedOn && isBefore(ceasedOn, today) ? ceasedOn : today
      let on: PlainDate = approvedOn
      for (let number = 1; number < 40; number++) {
        const random = randomOf(seed, CHECK, numberIn(carerRef), index, number)
        on = addDays(addMonths(on, everyMonths[kind] ?? 12), random.between(-20, 24))
        if (isAfter(on, end)) break
        if (isOnOrAfter(on, addMonths(since, -24))) rows.push({ carerRef, kind, on, person: null })
      }
      return rows
    }),
  )
