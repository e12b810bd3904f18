import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { type PlainDate, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'

/** One return to be made: its year, and the day up to which things are known (the last day, or earlier within it). */
export interface ReturnScope {
  year: ReportingYear
  knownOn: PlainDate
  /** Whether the return lists only what happened in its year, as real ones do, or also all that led up to it. */
  history: 'year_only' | 'carried'
}

/** Whether the return lists something that lasted from one day to another (or happened on one day, given twice). */
export function isListed(from: PlainDate, to: PlainDate, scope: ReturnScope): boolean {
  if (!isOnOrBefore(from, scope.knownOn)) return false
  return scope.history === 'carried' || isOnOrAfter(to, scope.year.firstDay)
}

/** The day as the return writes it, DD/MM/YYYY; blank for none. */
export function cellOf(day: PlainDate | null): string {
  if (!day) return ''
  return `${String(day.day).padStart(2, '0')}/${String(day.month).padStart(2, '0')}/${day.year}`
}

/** The day, or blank while the return can't know of it yet. */
export const cellIfKnown = (day: PlainDate | null, scope: ReturnScope): string =>
  day && isOnOrBefore(day, scope.knownOn) ? cellOf(day) : ''
