import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { rest, valued } from '../measure.ts'
import { heading, sinceYearBefore, sinceDayBefore, paragraph, present, snapshotDay, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, countText, measureValue, numberText, percentageText, smallNumberText } from '../sentences.ts'
import { measuresTable } from '../tables.ts'
import { daysLateTable, monthsChart, monthsTable, reviewsTable } from './timelinessTables.ts'

export const timeliness: Section = {
  id: 'timeliness',
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
  ],
  prompt:
    'Why reviews were late, what each delay meant for the child, what was done at once, and what changes so that it does not happen again.',
  write: (year) => [...byReview(year), ...notHeld(year), ...byChild(year)],
}

function byReview(year: ReportYear): Block[] {
  const [held, onTime] = [valued(year.now, 'reviews.held'), valued(year.now, 'reviews.on_time')]
  if (!held || !onTime) return paragraph('No review is recorded in the year.')
  const late = rest(onTime)
  return [
    heading('By review'),
    ...paragraph(
      `${countText(held.value, 'review was', 'reviews were')} held in the year.`,
      sinceYearBefore(year, held),
      notJudged(year),
      `${percentageText(onTime, 'review')} ${agreeing(onTime.numerator ?? 0, 'was', 'were')} held on time.`,
      sinceYearBefore(year, onTime),
      late === 0 ? 'None was late.' : `${numberText(late)} ${agreeing(late, 'was', 'were')} late.`,
      smallNumberText(onTime, 'review'),
    ),
    ...present(reviewsTable(year), monthsChart(year), monthsTable(year), daysLateTable(year)),
  ]
}

/** How many reviews the timeliness figure leaves out, since no due date is known for them. */
function notJudged(year: ReportYear): string {
  const [held, onTime] = [valued(year.now, 'reviews.held'), valued(year.now, 'reviews.on_time')]
  if (!held || !onTime || held.value === 'c' || onTime.denominator === 'c') return ''
  const left = onTime.leftOut ?? held.value - (onTime.denominator ?? 0)
  if (left !== 'c' && left <= 0) return ''
  return `For ${countText(left, 'review')} no due date could be worked out from the return; ${agreeing(left, 'it is', 'they are')} left out of what follows.`
}

/** How many children the figure leaves out, since of a review of theirs nobody can say whether it was on time. */
function childrenNotJudged({ now, before }: ReportYear): string {
  const left = valued(now, 'children.reviews_on_time')?.leftOut ?? 0
  const then = valued(before, 'children.reviews_on_time')?.leftOut ?? 0
  if (left === 0 && then === 0) return ''
  const beside = before ? `, in ${before.span} ${numberText(then)}` : ''
  return `${countText(left, 'child is', 'children are')} in neither part${beside}, since no due date is known for a review of theirs.`
}

function notHeld(year: ReportYear): Block[] {
  const overdue = valued(year.now, 'reviews.overdue')
  if (!overdue) return []
  return paragraph(
    overdue.value === 0
      ? `No review was overdue on ${snapshotDay(year.now)}.`
      : `${countText(overdue.value, 'review')} that had fallen due ${agreeing(overdue.value, 'was', 'were')} still to be held on ${snapshotDay(year.now)}.`,
    sinceDayBefore(year, overdue),
    overdue.value === 0 ? '' : 'A review that was never held is not among the late ones above.',
  )
}

function byChild(year: ReportYear): Block[] {
  const measure = valued(year.now, 'children.reviews_on_time')
  if (!measure) return []
  const onTime = valued(year.now, 'reviews.on_time')
  return [
    heading('By child'),
    ...paragraph(
      `${percentageText(measure, 'child', 'children')} looked after on ${snapshotDay(year.now)} had every review in the year on time.`,
      childrenNotJudged(year),
      sinceYearBefore(year, measure),
      smallNumberText(measure, 'child'),
    ),
    ...paragraph(
      onTime
        ? `The two percentages, ${measureValue(onTime)} of reviews and ${measureValue(measure)} of children, answer different questions.`
        : '',
      `The first counts reviews, whoever they were for. The second counts children still looked after on ${snapshotDay(year.now)}: one late review is enough for a child not to count, and so is a review that fell due and was not held. Children who left during the year are in the first only. Neither should be compared with the other, here or between authorities.`,
    ),
    ...present(
      measuresTable(
        year,
        ['reviews.on_time', 'children.reviews_on_time'],
        `Timeliness by review and by child, ${yearNames(year)}`,
      ),
    ),
  ]
}
