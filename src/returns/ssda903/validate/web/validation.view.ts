import type { ReportingYear } from '../../../../calendar/reportingYear.ts'
import { counted } from '../../../../kernel/words.ts'
import { withQuery } from '../../../../platform/web/addresses.ts'
import { authorityPath } from '../../../../platform/web/authorities.ts'
import { choicesOf, selectItems } from '../../../../platform/web/filters.ts'
import { pageOf } from '../../../../platform/web/paging.ts'
import type { StoredFailure, StoredValidation } from '../app/storedValidation.ts'
import { type FailureFilters, type ShownValidation, narrowedFailures, teamOf } from './validation.filters.ts'

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
