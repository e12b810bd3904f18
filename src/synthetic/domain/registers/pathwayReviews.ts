import { latestPracticalDate } from '../../../calendar/workingDays.ts'
import type { people } from '../../../children/registers/people.ts'
import { type PlainDate, addDays, addMonths, isAfter, isOnOrAfter } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { blankReview, type ReviewRow } from './reviewRows.ts'

const PATHWAY = 341
/** Reviews are booked so many days ahead. */
const BOOKED_AHEAD = 45

/** The pathway plan reviews of care leavers, every six months or so, from the 18th birthday on; the next is planned. */
export const pathwayReviewRows = (
  seed: number,
  watched: readonly RowOf<typeof people>[],
  { today, since, holidays }: Span,
): ReviewRow[] =>
  watched.flatMap(({ child, kind, from, to }) => {
    if (kind !== 'CARE_LEAVER') return []
    const rows: ReviewRow[] = []
    let last: PlainDate = from
    for (let number = 1; number < 8; number++) {
      const random = randomOf(seed, PATHWAY, Number(child.slice(1)), number)
      const late = random.isTrue(0.14) ? random.between(2, 40) : -random.between(1, 30)
      const on = latestPracticalDate(addDays(addMonths(last, 6), late), holidays)
      const participation = random.weighted({ PN1: 61, PN6: 25, PN7: 14 })
      if ((to && isAfter(on, to)) || isAfter(addDays(on, -BOOKED_AHEAD), today)) break
      const isHeld = !isAfter(on, today)
      if (isOnOrAfter(on, since)) {
        rows.push({
          ...blankReview,
          reviewRef: `PW-${child}-${number}`,
          child,
          kind: 'PATHWAY_18_25',
          status: isHeld ? 'HELD' : 'PLANNED',
          firstBookedFor: on,
          bookedFor: on,
          timesRearranged: 0,
          heldOn: isHeld ? on : null,
          participation: isHeld ? participation : null,
        })
      }
      last = on
    }
    return rows
  })
