import * as z from 'zod'
import type { ReportingYear } from '../../../../calendar/reportingYear.ts'
import { pageFilter, textFilter } from '../../../../platform/web/filters.ts'
import type { StoredFailure, StoredValidation } from '../app/storedValidation.ts'

/** What the failures are narrowed to and grouped by, as it stands in the address. Empty text: not narrowed. */
export const failureFilters = z.object({
  by: z.enum(['rule', 'child', 'team', 'row']).catch('rule'),
  rule: textFilter,
  child: textFilter,
  team: textFilter,
  change: z.enum(['', 'new']).catch(''),
  page: pageFilter,
})
export type FailureFilters = z.infer<typeof failureFilters>

/** What a validation's page is made of. */
export interface ShownValidation {
  validation: StoredValidation
  year: ReportingYear
  /** The years that are imported, to choose among. */
  years: readonly ReportingYear[]
  /** The team of each child, where one is known. */
  teams: ReadonlyMap<string, string>
}

const NO_TEAM = 'No team known'

/** The failures that the filters leave. */
export function narrowedFailures(
  { validation, teams }: Pick<ShownValidation, 'validation' | 'teams'>,
  filters: FailureFilters,
): StoredFailure[] {
  return validation.failures.filter(
    (failure) =>
      (filters.rule === '' || failure.rule === filters.rule) &&
      (filters.child === '' || failure.child === filters.child) &&
      (filters.team === '' || teamOf(failure, teams) === filters.team) &&
      (filters.change === '' || failure.isNew),
  )
}

/** The team of a child; a word of its own where none is known. */
export const teamOf = ({ child }: StoredFailure, teams: ReadonlyMap<string, string>): string =>
  teams.get(child) ?? NO_TEAM

/** The failures as a table to take away. */
export const failuresTable = (failures: readonly StoredFailure[], teams: ReadonlyMap<string, string>) => [
  ['rule', 'message', 'table', 'row', 'child', 'team', 'fields', 'new', 'what to do'],
  ...failures.map((failure) => [
    failure.rule,
    failure.message,
    failure.table,
    failure.row,
    failure.child,
    teams.get(failure.child) ?? '',
    failure.fields.join(' '),
    failure.isNew,
    failure.hint,
  ]),
]
