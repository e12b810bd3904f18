import * as z from 'zod'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import type { Finding } from '../../../house/finding.ts'
import { findingKinds, findingLabel, heaviestFirst } from '../../../children/domain/findingKinds.ts'
import { rounded } from '../../../figures/print.ts'
import { withQuery } from '../../../platform/web/addresses.ts'
import { authorityPath } from '../../../platform/web/authorities.ts'
import { leadingBack } from '../../../platform/web/back.ts'
import { choicesOf, pageFilter, selectItems, textFilter } from '../../../platform/web/filters.ts'
import { pageOf } from '../../../platform/web/paging.ts'

/** What the findings are narrowed to, as it stands in the address. Empty text: not narrowed. */
export const findingFilters = z.object({ child: textFilter, kind: textFilter, year: textFilter, page: pageFilter })
export type FindingFilters = z.infer<typeof findingFilters>

const yearOf = ({ source }: Finding): string => (source === null ? '' : reportingYear(source.year).name)

/** The findings that the filters leave. */
export function narrowedFindings(findings: readonly Finding[], filters: FindingFilters): Finding[] {
  const child = filters.child.toLowerCase()
  return findings.filter(
    (finding) =>
      finding.child.toLowerCase().includes(child) &&
      (filters.kind === '' || finding.code === filters.kind) &&
      (filters.year === '' || yearOf(finding) === filters.year),
  )
}

/** All that findings.njk shows. */
export function findingsPage(findings: readonly Finding[], filters: FindingFilters, code: string) {
  const path = authorityPath(code, 'data', 'findings')
  const address = (change: Partial<FindingFilters>) => withQuery(path, { ...filters, page: '', ...change })
  const shown = heaviestFirst(narrowedFindings(findings, filters))
  const page = pageOf(shown, filters.page, (number) => address({ page: number }), ['finding'])
  const ofKinds = heaviestFirst(findingKinds(narrowedFindings(findings, { ...filters, kind: '' })))
  return {
    title: 'What is odd in the data',
    back: { text: 'Data', href: authorityPath(code, 'data') },
    action: path,
    filters,
    selects: {
      kind: selectItems(
        'Every kind',
        choicesOf(findings, (finding) => ({ value: finding.code, text: findingLabel(finding.code) })),
        filters.kind,
      ),
      year: selectItems(
        'Every year',
        choicesOf(
          findings.filter(({ source }) => source !== null),
          (finding) => ({ value: yearOf(finding), text: yearOf(finding) }),
        ),
        filters.year,
      ),
    },
    isFiltered: [filters.child, filters.kind, filters.year].some(Boolean),
    clearHref: path,
    csvHref: withQuery(authorityPath(code, 'data', 'findings.csv'), { ...filters, page: '' }),
    kinds: ofKinds.map((kind) => ({
      label: kind.label,
      times: kind.count === 1 ? 'once' : `${rounded(kind.count, 0)} times`,
      href: address({ kind: kind.code }),
    })),
    hasKinds: filters.kind === '' && ofKinds.length > 1,
    rows: page.items.map((finding) => ({
      child: finding.child,
      href: leadingBack(authorityPath(code, 'children', finding.child), address({ page: filters.page })),
      label: findingLabel(finding.code),
      what: finding.what,
      counted: finding.counted,
      where: finding.source === null ? '' : `${finding.source.table}, row ${finding.source.row}, ${yearOf(finding)}`,
    })),
    summary: page.summary,
    pagination: page.pagination,
  }
}

/** The findings as a table to take away. */
export const findingsTable = (findings: readonly Finding[]) => [
  ['child', 'kind', 'year', 'table', 'row', 'what', 'counted'],
  ...findings.map((finding) => [
    finding.child,
    finding.code,
    yearOf(finding),
    finding.source?.table ?? '',
    finding.source?.row ?? '',
    finding.what,
    finding.counted,
  ]),
]
