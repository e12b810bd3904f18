import * as z from 'zod'
import { type ReportingYear } from '../../../../calendar/reportingYear.ts'
import { counted } from '../../../../kernel/words.ts'
import { withQuery } from '../../../../platform/web/addresses.ts'
import { authorityPath } from '../../../../platform/web/authorities.ts'
import { choicesOf, pageFilter, selectItems, textFilter } from '../../../../platform/web/filters.ts'
import { pageOf } from '../../../../platform/web/paging.ts'
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

const teamOf = ({ child }: StoredFailure, teams: ReadonlyMap<string, string>): string => teams.get(child) ?? NO_TEAM

/** All that validation.njk shows. */
export function validationPage(shown: ShownValidation, filters: FailureFilters, code: string) {
  const { validation, year, years, teams } = shown
  const pathOf = (one: ReportingYear) => authorityPath(code, 'data', 'validation', one.name)
  const address = (change: Partial<Record<keyof FailureFilters, string | number>>) =>
    withQuery(pathOf(year), { ...filters, page: '', ...change })
  const left = narrowedFailures(shown, filters)
  const narrowing = [filters.rule, filters.child, filters.team, filters.change].some(Boolean)
  const groups = groupsOf(left, filters.by, teams)
  const listed = filters.by === 'row' ? left : groups
  const page = pageOf<StoredFailure | Group>(
    listed,
    filters.page,
    (number) => address({ page: number }),
    nounOf[filters.by],
  )
  return {
    title: `The return’s rules, ${year.name}`,
    back: { text: 'Data', href: authorityPath(code, 'data') },
    action: pathOf(year),
    filters,
    years: years.map((one) => ({ name: one.name, href: pathOf(one), isShown: one.name === year.name })),
    headline: headlineOf(validation),
    changes: changesOf(validation),
    newHref: validation.failures.some((failure) => failure.isNew) ? address({ change: 'new' }) : null,
    views: (['rule', 'child', 'team', 'row'] as const).map((by) => ({
      text: viewNames[by],
      href: address({ by }),
      isShown: by === filters.by,
    })),
    selects: {
      rule: selectItems(
        'Every rule',
        choicesOf(validation.failures, ({ rule }) => ({ value: rule, text: rule })),
        filters.rule,
      ),
      team: selectItems(
        'Every team',
        choicesOf(validation.failures, (failure) => ({ value: teamOf(failure, teams), text: teamOf(failure, teams) })),
        filters.team,
      ),
    },
    isFiltered: narrowing,
    clearHref: withQuery(pathOf(year), { by: filters.by }),
    csvHref: withQuery(authorityPath(code, 'data', 'validation', `${year.name}.csv`), { ...filters, page: '' }),
    groups: page.items.flatMap((item) => ('failures' in item ? [groupShown(item, filters.by, address, code)] : [])),
    rows: page.items.flatMap((item) => ('failures' in item ? [] : [rowShown(item, code)])),
    summary: page.summary,
    pagination: page.pagination,
    skipped: validation.rulesSkipped,
  }
}

const viewNames = { rule: 'By rule', child: 'By child', team: 'By team', row: 'Row by row' } as const
const nounOf = {
  rule: ['rule'],
  child: ['child', 'children'],
  team: ['team'],
  row: ['failing row'],
} as const satisfies Record<FailureFilters['by'], readonly [string, string?]>

function headlineOf({ failures, rulesRun, rulesSkipped }: StoredValidation): string {
  const children = new Set(failures.map(({ child }) => child)).size
  const rules = new Set(failures.map(({ rule }) => rule)).size
  const ran = `${counted(rulesRun, 'rule')} ran${rulesSkipped.length > 0 ? `, ${counted(rulesSkipped.length, 'rule')} could not` : ''}.`
  if (failures.length === 0) return `No row fails. ${ran}`
  return `${counted(failures.length, 'failing row')} of ${counted(children, 'child', 'children')}, by ${counted(rules, 'rule')}. ${ran}`
}

function changesOf({ failures, mended, hasEarlierImport }: StoredValidation): string | null {
  if (!hasEarlierImport) return null
  const fresh = failures.filter(({ isNew }) => isNew).length
  return `Since the import before: ${fresh === 0 ? 'nothing new' : `${counted(fresh, 'failing row')} new`}, ${mended.length === 0 ? 'nothing mended' : `${counted(mended.length, 'failing row')} mended`}.`
}

/** Failures that share a rule, a child or a team. */
interface Group {
  key: string
  failures: readonly StoredFailure[]
}

/** The groups with most failures first; for single rows there are none. */
function groupsOf(
  failures: readonly StoredFailure[],
  by: FailureFilters['by'],
  teams: ReadonlyMap<string, string>,
): Group[] {
  if (by === 'row') return []
  const keyOf = (failure: StoredFailure) =>
    by === 'rule' ? failure.rule : by === 'child' ? failure.child : teamOf(failure, teams)
  return [...Map.groupBy(failures, keyOf)]
    .map(([key, ofGroup]) => ({ key, failures: ofGroup }))
    .sort((a, b) => b.failures.length - a.failures.length || a.key.localeCompare(b.key))
}

function groupShown(
  { key, failures }: Group,
  by: FailureFilters['by'],
  address: (change: Partial<Record<keyof FailureFilters, string>>) => string,
  code: string,
) {
  const [first] = failures
  const children = new Set(failures.map(({ child }) => child)).size
  return {
    key,
    href: address({ by: 'row', [by]: key }),
    message: by === 'rule' ? (first?.message ?? '') : '',
    hint: by === 'rule' ? (first?.hint ?? '') : '',
    rules: by === 'rule' ? '' : [...new Set(failures.map(({ rule }) => rule))].join(', '),
    childHref: by === 'child' ? authorityPath(code, 'children', key) : null,
    rows: counted(failures.length, 'row'),
    children: by === 'child' ? '' : counted(children, 'child', 'children'),
    fresh: failures.filter(({ isNew }) => isNew).length,
  }
}

const rowShown = (failure: StoredFailure, code: string) => ({
  child: failure.child,
  href: authorityPath(code, 'children', failure.child),
  rule: failure.rule,
  message: failure.message,
  hint: failure.hint,
  where: `${failure.table}, row ${failure.row}: ${failure.fields.join(', ')}`,
  isNew: failure.isNew,
})

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
