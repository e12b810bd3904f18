import type { Chart } from '../../charts/chart.ts'
import { columns } from '../../charts/columns.ts'
import type { World } from '../../children/domain/world.ts'
import { rounded } from '../../figures/print.ts'
import { dateOf, isAfter, monthName } from '../../kernel/dates.ts'
import { reviewsOnTime } from './figures.ts'

/** Reviews of each month of the year that has begun, in time and late; null where none could be judged. */
export function reviewsByMonth(world: World): Chart | null {
  const records = reviewsOnTime.records(world)
  if (typeof records === 'string' || records.length === 0) return null
  const months = Array.from({ length: 12 }, (_, index) =>
    dateOf(world.year.startYear + (index > 8 ? 1 : 0), ((index + 3) % 12) + 1, 1),
  ) // prettier-ignore
    // Of a month that has not come nobody knows that none was held.
    .filter((first) => !isAfter(first, world.snapshotOn))
  const count = (counts: boolean) =>
    months.map(
      ({ year, month }) =>
        records.filter((record) => record.counts === counts && record.date.year === year && record.date.month === month)
          .length,
    )
  const late = records.filter((record) => !record.counts).length
  return columns(
    {
      id: 'reviews-by-month',
      title: `Reviews held in ${world.year.name}, by month`,
      description: `${rounded(records.length, 0)} reviews whose due date is known, ${rounded(late, 0)} of them late.`,
      categoryHeading: 'Month',
      categories: months.map(({ month }) => monthName(month).slice(0, 3)),
      series: [
        { label: 'In time', values: count(true) },
        { label: 'Late', values: count(false) },
      ],
    },
    'stacked',
  )
}
