import type { Block } from '../../../documents/block.ts'
import { valued } from '../measure.ts'
import { sinceYearBefore, paragraph, present, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { countText, shareSentence } from '../sentences.ts'
import { breakdownTable } from '../tables.ts'

/** The reasons that the service's registers give, and what they say of reviews moved and of late notifications. */
export function whyLate(year: ReportYear): Block[] {
  const [reasons, notified] = [
    valued(year.now, 'reviews.late_by_reason'),
    valued(year.now, 'reviews.late_notifications'),
  ]
  return [
    ...present(
      reasons?.breakdown.some(({ key }) => key !== 'not_recorded')
        ? breakdownTable(year, 'reviews.late_by_reason', {
            caption: `Reviews held late, by the reason recorded, ${yearNames(year)}`,
            heading: 'Reason',
          })
        : null,
    ),
    ...paragraph(
      moved(year),
      notified
        ? `The service was told late of ${notified.value === 0 ? 'no child' : countText(notified.value, 'child', 'children')} who became looked after.`
        : '',
      notified ? sinceYearBefore(year, notified) : '',
    ),
  ]
}

function moved(year: ReportYear): string {
  const measure = valued(year.now, 'reviews.rearranged')
  if (!measure) return ''
  const text = shareSentence(
    measure,
    ['review', 'reviews'],
    (amount, agree) => `${amount} ${agree('was', 'were')} moved to another day at least once before being held.`,
  )
  return text === '' ? '' : `${text} ${sinceYearBefore(year, measure)}`.trim()
}
