import { reportingYear } from '../../../../calendar/reportingYear.ts'
import type { ReturnCoverage } from '../../../../children/domain/record.ts'
import type { StoredFailure, ValidateStored } from './storedValidation.ts'

/**
 * Whether a failure is about a date or code that reviews and their clocks are worked out from. The rules SW… name an
 * episode's dates, and doubt those of the social worker beside them.
 */
export const touchesAClock = ({ rule, table, fields }: Pick<StoredFailure, 'rule' | 'table' | 'fields'>): boolean =>
  !rule.startsWith('SW') &&
  (table === 'Reviews' ||
    (table === 'Episodes' && fields.some((field) => ['DECOM', 'RNE', 'LS', 'PLACE', 'DEC', 'REC'].includes(field))) ||
    (table === 'Header' && fields.includes('DOB')))

/**
 * Of the newest year that is stored: by child, what says that a date or code may be wrong from which reviews and their
 * clocks are worked out.
 */
export function makeDoubtsOf(
  validate: ValidateStored,
  coverage: (authority: string) => Promise<readonly ReturnCoverage[]>,
): (authority: string) => Promise<ReadonlyMap<string, readonly StoredFailure[]>> {
  return async (authority) => {
    const years = (await coverage(authority)).map(({ year }) => year)
    if (years.length === 0) return new Map()
    const { failures } = await validate(authority, reportingYear(Math.max(...years)))
    return Map.groupBy(failures.filter(touchesAClock), ({ child }) => child)
  }
}
