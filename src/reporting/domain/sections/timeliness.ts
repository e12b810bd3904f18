import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { type Measure, valued } from '../measure.ts'
import {
  allOnTimeCohort,
  fewOrCount,
  headed,
  lateText,
  sinceYearBefore,
  sinceDayBefore,
  paragraph,
  present,
  snapshotDay,
  yearNames,
} from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, countText, measureValue, numberText, shareSentence } from '../sentences.ts'
import { measuresTable } from '../measuresTable.ts'
import { daysLateTable, monthsChart, monthsRange, monthsTable, reviewsTable } from './timelinessTables.ts'
import { whyLate } from './whyLate.ts'

export const timeliness: Section = {
  id: 'timeliness',
  place: 400,
  title: 'Timeliness of reviews',
  figures: [
    'reviews.held',
    'reviews.on_time',
    'reviews.first_on_time',
    'reviews.second_on_time',
    'reviews.later_on_time',
    'reviews.late',
    'reviews.overdue',
    'reviews.by_month',
    'reviews.per_child',
    'children.reviews_on_time',
    'reviews.late_by_reason',
    'reviews.rearranged',
    'reviews.late_notifications',
  ],
  prompt:
    'Why reviews were late, what each delay meant for the child, what was done at once, and what changes so that it does not happen again.',
  write: (year) => [...byReview(year), ...notHeld(year), ...byChild(year)],
}

function byReview(year: ReportYear): Block[] {
  const [held, onTime] = [valued(year.now, 'reviews.held'), valued(year.now, 'reviews.on_time')]
  if (!held) return paragraph('How many reviews were held in the year is not known.')
  if (held.value === 0) return paragraph('No review is recorded in the year.', sinceYearBefore(year, held))
  return headed('By review', [
    ...paragraph(
      `${countText(held.value, 'review was', 'reviews were')} held in the year.`,
      sinceYearBefore(year, held),
      notJudged(year),
      ...(onTime
        ? [
            shareSentence(
              onTime,
              ['review', 'reviews'],
              (amount, agree) => `${amount} ${agree('was', 'were')} held on time.`,
            ),
            sinceYearBefore(year, onTime),
            lateText(onTime),
          ]
        : [`Whether ${agreeing(held.value, 'it was', 'they were')} on time could not be worked out.`]),
    ),
    ...(onTime
      ? [
          ...present(reviewsTable(year)),
          ...paragraph(monthsRange(year)),
          ...present(monthsChart(year), monthsTable(year), daysLateTable(year)),
        ]
      : []),
    ...whyLate(year),
  ])
}

/** How many reviews the timeliness figure leaves out, since no due date is known for them. */
function notJudged(year: ReportYear): string {
  const [held, onTime] = [valued(year.now, 'reviews.held'), valued(year.now, 'reviews.on_time')]
  if (!held || !onTime || held.value === 'c' || onTime.denominator === 'c') return ''
  const left = onTime.leftOut ?? held.value - (onTime.denominator ?? 0)
  if (left !== 'c' && left <= 0) return ''
  return `For ${left === 'c' ? 'a few reviews' : countText(left, 'review')} no due date could be worked out from the return; ${agreeing(left, 'it is', 'they are')} left out of what follows.`
}

/** How many children the figure leaves out, since of a review of theirs nobody can say whether it was on time. */
function childrenNotJudged({ now, before }: ReportYear): string {
  const left = valued(now, 'children.reviews_on_time')?.leftOut ?? 0
  const then = valued(before, 'children.reviews_on_time')?.leftOut ?? 0
  if (left === 0 && then === 0) return ''
  const beside = before ? ` (${before.span}: ${then === 'c' ? 'a few' : numberText(then)})` : ''
  const why = left === 0 ? '' : ', since no due date is known for a review of theirs'
  return `${fewOrCount(left, 'child is', 'children are')} in neither part${beside}${why}.`
}

function notHeld(year: ReportYear): Block[] {
  const overdue = valued(year.now, 'reviews.overdue')
  if (!overdue) return []
  return paragraph(
    overdue.value === 0
      ? `No review was overdue on ${snapshotDay(year.now)}.`
      : `${countText(overdue.value, 'review')} that had fallen due ${agreeing(overdue.value, 'was', 'were')} still to be held on ${snapshotDay(year.now)}.`,
    sinceDayBefore(year, overdue),
    overdue.value === 0 || overdue.value === 'c'
      ? ''
      : 'A review that was never held is not among the late ones above.',
  )
}

function byChild(year: ReportYear): Block[] {
  const measure = valued(year.now, 'children.reviews_on_time')
  if (!measure) return []
  const share = shareSentence(
    measure,
    ['child', 'children'],
    (amount) => `${amount} had every review in the year on time.`,
  )
  if (share === '') return []
  return headed('By child', [
    ...paragraph(
      share,
      allOnTimeCohort(year),
      'One late review is enough for a child not to count, and so is a review that fell due and was not held.',
      childrenNotJudged(year),
      sinceYearBefore(year, measure),
    ),
    ...twoQuestions(year, measure),
    ...present(
      measuresTable(
        year,
        ['reviews.on_time', 'children.reviews_on_time'],
        `Timeliness by review and by child, ${yearNames(year)}`,
      ),
    ),
  ])
}

/** Why the share of reviews and that of children differ, where the report has both. */
function twoQuestions(year: ReportYear, measure: Measure): Block[] {
  const onTime = valued(year.now, 'reviews.on_time')
  if (!onTime || onTime.value === 'c' || measure.value === 'c') return []
  return paragraph(
    `The two percentages, ${measureValue(onTime)} of reviews and ${measureValue(measure)} of children, answer different questions. The first counts reviews, whoever they were for. The second counts children still looked after on ${snapshotDay(year.now)}; children who left before then are in the first only. Neither should be compared with the other, here or between authorities.`,
  )
}
