import { unlessCalendarTooShort } from '../../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import type { World } from '../../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RegisterReviewFact } from '../../registers/reviews.ts'
import type { HeldReview } from '../cycle.ts'
import { reviewsHeldInYear } from '../world.ts'
import { type Described, AREA, NO_REGISTER, REGISTER, recordOf, registered } from './share.ts'

const seen = (day: PlainDate | null, world: World): PlainDate | null =>
  day && isOnOrBefore(day, world.asAt) ? day : null

/**
 * Something to be done within working days of the review's completion. Not done and the limit passed: it counts as
 * missed, since not having it is the failure, and so does a review of which the register has no row. The limit still to
 * come: left out. `kpi-definitions` sections 3 and 12.
 */
function doneWithin(
  figure: Described,
  days: number,
  doneOn: (details: RegisterReviewFact) => PlainDate | null,
): Figure<World> {
  const limit = ({ heldOn, details }: HeldReview, world: World) =>
    unlessCalendarTooShort(() => addWorkingDays(details?.completedOn ?? heldOn, days, world.holidays))
  const isInTime = (review: HeldReview, last: PlainDate, world: World): boolean | null => {
    const done = review.details ? seen(doneOn(review.details), world) : null
    if (done) return isOnOrBefore(done, last)
    return isAfter(world.asAt, last) ? false : null
  }
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    source: REGISTER,
    betterWhen: 'higher',
    records: (world) => {
      if (registered(world).length === 0) return NO_REGISTER
      return reviewsHeldInYear(world).flatMap((review): FigureRecord[] => {
        const due = limit(review, world)
        const counts = due && isInTime(review, due, world)
        if (due === null || counts === null) return []
        const { reviewRef = null, officerId = null } = review.details ?? {}
        return [
          {
            child: review.child,
            kind: 'review',
            date: review.heldOn,
            due,
            counts,
            key: null,
            detail: () => ({ Reference: reviewRef, Officer: officerId }),
          },
        ]
      })
    },
  }
}

const ragKeys = { RED: 'red', AMBER: 'amber', GREEN: 'green' } as const
const ragLabels: Readonly<Record<string, string>> = { red: 'Red', amber: 'Amber', green: 'Green' }

/** What follows a review: decisions, record, distribution, rating. `kpi-definitions` sections 3 and 6. */
export const afterReview: readonly Figure<World>[] = [
  doneWithin(
    {
      id: 'reviews.decisions_in_5wd',
      label: 'Decisions issued within 5 working days',
      definition:
        'Of the reviews held in the year, those whose decisions were sent within 5 working days of completion.',
    },
    5,
    (details) => details.decisionsOn,
  ),
  doneWithin(
    {
      id: 'reviews.record_in_15wd',
      label: 'Record completed within 15 working days',
      definition:
        'Of the reviews held in the year, those whose record was completed within 15 working days of completion.',
    },
    15,
    (details) => details.recordOn,
  ),
  doneWithin(
    {
      id: 'reviews.distributed_in_20wd',
      label: 'Record distributed within 20 working days',
      definition:
        'Of the reviews held in the year, those whose record was sent out within 20 working days of completion.',
    },
    20,
    (details) => details.distributedOn,
  ),
  {
    id: 'reviews.by_rag',
    area: AREA,
    label: 'Reviews by rating agreed after them',
    unit: 'count',
    definition: 'Reviews held in the year that were rated red, amber or green.',
    source: REGISTER,
    betterWhen: null,
    breakdown: { order: Object.keys(ragLabels), label: (key) => ragLabels[key] ?? key },
    records: (world) => {
      const found = registered(world)
      if (found.length === 0) return NO_REGISTER
      return found.flatMap((one) =>
        one.details.rag ? [{ ...recordOf(one, true), key: ragKeys[one.details.rag] }] : [],
      )
    },
  },
]
