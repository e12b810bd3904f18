import { parentsMeasuresSetting } from '../../settings.ts'
import { unlessCalendarTooShort } from '../../../calendar/bankHolidays.ts'
import { workingDaysBefore } from '../../../calendar/workingDays.ts'
import type { World } from '../../../children/domain/world.ts'
import type { Figure } from '../../../figures/figure.ts'
import { isOnOrBefore } from '../../../kernel/dates.ts'
import type { ReviewAnswer } from '../../registers/reviews.ts'
import { type RegisteredReview, byAnswer, shareOfReviews } from './share.ts'

const exceptAdoption = (answer: ReviewAnswer) => (one: RegisteredReview, world: World) =>
  one.details.kind === 'ADOPTION' && parentsMeasuresSetting.of(world.settings) ? null : one.details[answer]

/** Who took part in reviews, and what was there in time for them. `kpi-definitions` section 2. */
export const takingPart: readonly Figure<World>[] = [
  byAnswer('reviews.child_consulted', 'Children consulted or seen by the IRO before the review', 'childConsulted'),
  byAnswer('reviews.child_chaired', 'Reviews chaired by the child, wholly or in part', 'childChaired'),
  byAnswer('reviews.sw_attended', 'Reviews that the social worker attended', 'socialWorkerAttended'),
  shareOfReviews(
    {
      id: 'reviews.sw_report_available',
      label: 'Social work report available to the review',
      definition:
        'Of the reviews held in the year with the date of the report recorded, those where it came by the day of the review.',
    },
    ({ review, details }) => details.socialWorkerReportOn && isOnOrBefore(details.socialWorkerReportOn, review.heldOn),
  ),
  shareOfReviews(
    {
      id: 'reviews.sw_report_on_time',
      label: 'Social work report on time for the review',
      definition:
        'Of the reviews held in the year with the date of the report recorded, those where it came at least 3 working days before.',
    },
    ({ review, details }, world) => {
      const limit = unlessCalendarTooShort(() => workingDaysBefore(review.heldOn, 3, world.holidays))
      return limit && details.socialWorkerReportOn && isOnOrBefore(details.socialWorkerReportOn, limit)
    },
  ),
  shareOfReviews(
    {
      id: 'reviews.mother_attended',
      label: 'Reviews that the mother attended',
      definition:
        'Of the reviews held in the year for which it is recorded, adoption reviews left out, those she attended.',
    },
    exceptAdoption('motherAttended'),
  ),
  shareOfReviews(
    {
      id: 'reviews.father_attended',
      label: 'Reviews that the father attended',
      definition:
        'Of the reviews held in the year for which it is recorded, adoption reviews left out, those he attended.',
    },
    exceptAdoption('fatherAttended'),
  ),
  byAnswer('reviews.parent_views_given', 'Reviews to which a parent gave their views', 'parentViewsGiven'),
  byAnswer('reviews.parent_met_before', 'Reviews before which a parent was met', 'parentMetBefore'),
]
