import type { people } from '../../../children/registers/people.ts'
import { addDays, addMonths, dateOf, isAfter, isBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'

const WATCHED = 314
const DAYS_BETWEEN = 75
const kinds = ['CARE_LEAVER', 'CARE_LEAVER', 'SUPERVISION_ORDER', 'CARE_LEAVER', 'PRIVATE_FOSTERING'] as const
/** How long the service watches over each, in days: a care leaver until 21, an order for a year, about. */
const daysWatched = { CARE_LEAVER: 1_095, SUPERVISION_ORDER: 365, PRIVATE_FOSTERING: 500 }

/** Those the service watches over who are in no return: one more every 75 days, so that each day has the same. */
export function peopleRows(seed: number, { since, today }: Span): RowOf<typeof people>[] {
  const rows: RowOf<typeof people>[] = []
  for (let number = 1, from = dateOf(2018, 5, 7); !isAfter(from, today); number++, from = addDays(from, DAYS_BETWEEN)) {
    const kind = kinds[number % kinds.length] ?? 'CARE_LEAVER'
    const ends = addDays(from, daysWatched[kind])
    if (isBefore(ends, since)) continue
    const random = randomOf(seed, WATCHED, number)
    const years = kind === 'CARE_LEAVER' ? 18 : random.between(2, 14)
    rows.push({
      child: `P${number}`,
      kind,
      from,
      to: isAfter(ends, today) ? null : ends,
      bornOn: addMonths(from, -12 * years),
      sex: random.oneOf(['1', '2']),
      plannedFrom: null,
    })
  }
  return rows
}
