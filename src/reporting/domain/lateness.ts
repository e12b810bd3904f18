import type { FigureRecord } from '../../figures/figure.ts'
import { daysBetween } from '../../kernel/dates.ts'

/** When the reviews of a year were held, and by how much the late ones were late. Counts of reviews, no children. */
export interface Lateness {
  months: readonly { month: string; onTime: number; late: number }[]
  /** Bands without a review are left out. */
  bands: readonly { label: string; late: number }[]
}

const BANDS = [
  // Held by its day, and late all the same: completed too late, or before the window that a return from adopters opens.
  { label: 'Held too early or completed too late', mostDays: 0 },
  { label: '1 to 7 days late', mostDays: 7 },
  { label: '8 to 28 days late', mostDays: 28 },
  { label: 'More than 28 days late', mostDays: Infinity },
]

/** From the records of `reviews.on_time`. Days are calendar days after the due date. */
export function latenessOf(reviews: readonly FigureRecord[]): Lateness {
  const months = new Map<string, { onTime: number; late: number }>()
  const bands = BANDS.map((band) => ({ ...band, late: 0 }))
  for (const review of reviews) {
    const month = review.date.toString().slice(0, 7)
    const inMonth = months.get(month) ?? { onTime: 0, late: 0 }
    months.set(month, inMonth)
    if (review.counts) {
      inMonth.onTime++
      continue
    }
    inMonth.late++
    const days = review.due ? daysBetween(review.due, review.date) : 0
    const band = bands.find(({ mostDays }) => days <= mostDays)
    if (band) band.late++
  }
  return {
    months: [...months].map(([month, counts]) => ({ month, ...counts })).sort((a, b) => a.month.localeCompare(b.month)),
    bands: bands.filter((band) => band.late > 0).map(({ label, late }) => ({ label, late })),
  }
}
