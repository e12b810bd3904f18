import { type Files, periodOfReview } from './care.ts'
import { plusMonths, plusWorkingDays } from './files.ts'
import { placesOf } from './ofReturn.ts'

/**
 * The children whose reviews go by the ordinary cycle alone: without short breaks, without a plan of adoption, without meetings
 * that go on another day. Of the others the rules are many, and have tests of their own.
 */
export function ordinaryChildren(files: Files): ReadonlySet<string> {
  const apart = new Set([
    ...files
      .of('episodes')
      .filter((row) => /^(?:V[34]|E1|D1|F1)$/.test(row['LS'] ?? '') || /^A[3-6]$/.test(row['PLACE'] ?? ''))
      .map((row) => row['CHILD']),
    ...files.of('placed_for_adoption').map((row) => row['CHILD']),
    ...files.of('ad1').map((row) => row['CHILD']),
    ...files
      .register('reviews')
      .filter(
        (row) =>
          row['kind'] !== 'CLA' ||
          row['adjourned'] === 'Y' ||
          row['series_of_meetings'] === 'Y' ||
          row['completed_date'],
      )
      .map((row) => row['child']),
  ])
  return new Set([...files.header.keys()].filter((child) => !apart.has(child)))
}

/** Each review of these children in the year, and whether it was held on its due date or before: `100001 2023-05-02 on time`. */
export function timelinessOf(files: Files, children: ReadonlySet<string>): string[] {
  const places = placesOf(files)
  return files.reviews
    .map((review, index) => ({ review, before: files.reviews[index - 1] }))
    .filter(({ review }) => children.has(review.child) && review.held >= files.first)
    .map(({ review, before }) => {
      const place = places.get(review) ?? 0
      const start = periodOfReview(files, review)?.from ?? ''
      const due = place === 1 ? plusWorkingDays(start, 20) : plusMonths(before?.held ?? '', place === 2 ? 3 : 6)
      return `${review.child} ${review.held} ${review.held <= due ? 'on time' : 'late'}`
    })
    .sort()
}
