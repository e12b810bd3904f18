import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type ReportingYear, previousYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import { type PlainDate, earlierOf, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import type { Progress } from '../../platform/cli/progress.ts'
import type { ImportReturn } from '../../returns/ssda903/app/importReturn.ts'
import { type AuthorityOptions, makeUpAuthority, scopesOf } from '../domain/authority.ts'
import { oddityKinds } from '../domain/oddities.ts'
import type { ReturnScope } from '../domain/scope.ts'
import { writeReturn } from '../write/returnWriter.ts'

/** What the demonstration is given to work with. */
export interface DemoDeps {
  authority: { code: string; name: string }
  holidays: BankHolidays
  today: PlainDate
  /** The imports so far: of which year, and when. */
  imports: (authority: string) => Promise<readonly { year: number; on: PlainDate }[]>
  importReturn: ImportReturn
  progress: Progress
}

/** How many children Hartsmere looks after, more or less. */
const CHILDREN = 300
const YEARS = 5
const SEED = 2026
const ODD_SHARE = 0.03

/** What Hartsmere is made up of on a day. */
export function demoOptions(today: PlainDate): AuthorityOptions {
  const to = reportingYearOf(today)
  let from = to
  for (let year = 1; year < YEARS; year++) from = previousYear(from)
  return {
    seed: SEED,
    children: CHILDREN,
    from,
    to,
    until: earlierOf(today, to.lastDay),
    history: 'year_only',
    oddities: { kinds: oddityKinds, share: ODD_SHARE },
  }
}

/**
 * Has the made-up authority imported: five years of returns, the last an extract of today, so that its due list is
 * alive whenever it is looked at. Imports what is missing and what was an extract of an earlier day; the children stay
 * the same. Gives the years that it imported.
 */
export async function prepareDemo(deps: DemoDeps): Promise<string[]> {
  const { authority, today, importReturn, progress } = deps
  const known = await deps.imports(authority.code)
  const options = demoOptions(today)
  const isStale = ({ year }: ReturnScope) => !isUpToDate(year, known, today)
  if (!scopesOf(options).some(isStale)) return []
  const stale = makeUpAuthority(options, deps.holidays).returns.filter(({ scope }) => isStale(scope))
  const folder = mkdtempSync(join(tmpdir(), 'footprint-demo-'))
  try {
    for (const [index, { scope, tables }] of stale.entries()) {
      const { year } = scope
      progress.at(`Importing ${authority.name}`, index, stale.length)
      const path = join(folder, year.name)
      writeReturn(path, tables)
      const request = { authority, year, path, sourceName: `made up for ${year.name}`, isPreview: false }
      const { outcome } = await importReturn(request, () => undefined)
      if (outcome !== 'stored') throw new Error(`the made-up return of ${year.name} was refused`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return stale.map(({ scope }) => scope.year.name)
}

/** Whether the year's return is there, and still says all that there is to say on this day. */
function isUpToDate(
  year: ReportingYear,
  imports: readonly { year: number; on: PlainDate }[],
  today: PlainDate,
): boolean {
  return imports.some(
    ({ year: startYear, on }) =>
      startYear === year.startYear && (isBefore(year.lastDay, on) || isOnOrBefore(today, on)),
  )
}
