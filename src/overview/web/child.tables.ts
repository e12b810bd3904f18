import { reportingYear } from '../../calendar/reportingYear.ts'
import {
  labelIn,
  legalStatuses,
  participationCodes,
  placementTypes,
  providers,
  reasonsCeased,
} from '../../children/domain/codes.ts'
import type { CareHistory, PeriodOfCare } from '../../children/domain/history.ts'
import type { HealthFact } from '../../children/domain/record.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import type { HeldReview } from '../../reviews/domain/cycle.ts'
import { howLate } from '../../reviews/domain/howLate.ts'

/** A table of words. */
interface PageTable {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

const until = (day: PlainDate | null): string => (day === null ? 'now' : longDate(day))

/** The periods of care. */
export const periodsTable = (periods: readonly PeriodOfCare[]): PageTable => ({
  caption: 'Periods of care',
  columns: ['From', 'Until', 'How it ended'],
  rows: periods.map(({ startedOn, endedOn, reasonCeased }) => [
    longDate(startedOn),
    until(endedOn),
    reasonCeased === null ? '' : labelIn(reasonsCeased, reasonCeased),
  ]),
})

/** The placements. */
export const placementsTable = (history: CareHistory): PageTable => ({
  caption: 'Placements',
  columns: ['From', 'Until', 'Where', 'Provider'],
  rows: history.periods.flatMap(({ placements }) =>
    placements.map(({ from, until: to, type, provider }) => [
      longDate(from),
      until(to),
      labelIn(placementTypes, type),
      labelIn(providers, provider),
    ]),
  ),
})

/** The legal statuses. */
export const statusTable = (history: CareHistory): PageTable => ({
  caption: 'Episodes',
  columns: ['From', 'Until', 'Legal status', 'Placement'],
  rows: history.periods.flatMap(({ episodes }) =>
    episodes.map(({ from, until: to, legalStatus, placementType }) => [
      longDate(from),
      until(to),
      labelIn(legalStatuses, legalStatus),
      labelIn(placementTypes, placementType),
    ]),
  ),
})

/** The reviews, and whether each was in time. */
export const reviewsTable = (reviews: readonly HeldReview[]): PageTable => ({
  caption: 'Reviews held',
  columns: ['Held on', 'Which', 'Due by', 'In time', 'How the child took part'],
  rows: reviews.map((review) => [
    longDate(review.heldOn),
    { first: 'First', second: 'Second', later: 'Later' }[review.position],
    review.judgedBy ? longDate(review.judgedBy.due) : 'not known',
    inTime(review),
    labelIn(participationCodes, review.participation),
  ]),
})

function inTime(review: HeldReview): string {
  if (review.isOnTime === null) return 'Not known'
  return review.isOnTime ? 'Yes' : `No, ${howLate(review)}`
}

/** The times when the child was missing. */
export const missingTable = (history: CareHistory): PageTable => ({
  caption: 'Missing, and away without authorisation',
  columns: ['From', 'Until', 'Which'],
  rows: history.record.missing.map(({ from, to, kind }) => [
    longDate(from),
    until(to),
    kind === 'M' ? 'Missing' : 'Away without authorisation',
  ]),
})

/** The short breaks. */
export const shortBreaksTable = (history: CareHistory): PageTable => ({
  caption: 'Short breaks',
  columns: ['From', 'Until', 'Legal status'],
  rows: history.shortBreaks.map(({ from, until: to, legalStatus }) => [
    longDate(from),
    until(to),
    labelIn(legalStatuses, legalStatus),
  ]),
})

const yesNo = (answer: boolean | null): string => (answer === null ? 'not recorded' : answer ? 'Yes' : 'No')

/** Health, year by year. */
export const healthTable = (health: readonly HealthFact[]): PageTable => ({
  caption: 'Health in the year to 31 March',
  columns: ['Year', 'Health assessment', 'Dental check', 'Immunised', 'Difficulties score'],
  rows: health.map((fact) => [
    reportingYear(fact.year).name,
    yesNo(fact.hadHealthAssessment),
    yesNo(fact.hadTeethCheck),
    yesNo(fact.isImmunised),
    fact.sdqScore === null ? 'not recorded' : String(fact.sdqScore),
  ]),
})
