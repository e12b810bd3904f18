import { unlessCalendarTooShort } from '../../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import type { World } from '../../../children/domain/world.ts'
import type { Figure } from '../../../figures/figure.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RegisterReviewFact } from '../../registers/reviews.ts'
import {
  type Described,
  type RegisteredReview,
  AREA,
  NO_REGISTER,
  REGISTER,
  recordOf,
  registered,
  shareOfReviews,
} from './share.ts'

const seen = (day: PlainDate | null, world: World): PlainDate | null =>
  day && isOnOrBefore(day, world.asAt) ? day : null

/**
 * Something to be done within working days of the review's completion. Not done and the limit passed: it counts as
 * missed, since not having it is the failure. The limit still to come: left out. `kpi-definitions` sections 3 and 12.
 */
function doneWithin(figure: Described, days: number, doneOn: (details: RegisterReviewFact) => PlainDate | null) {
  const limit = ({ review, details }: RegisteredReview, world: World) =>
    unlessCalendarTooShort(() => addWorkingDays(details.completedOn ?? review.heldOn, days, world.holidays))
  return shareOfReviews(
    figure,
    (one, world) => {
      const done = seen(doneOn(one.details), world)
      const last = limit(one, world)
      if (last === null) return null
      if (done) return isOnOrBefore(done, last)
      return isAfter(world.asAt, last) ? false : null
    },
    { due: limit },
  )
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
