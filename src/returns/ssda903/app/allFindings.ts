import { setImmediate as breathe } from 'node:timers/promises'
import { type ReportingYear, reportingYearOf } from '../../../calendar/reportingYear.ts'
import type { Versions } from '../../../world/app/worlds.ts'
import type { Finding } from '../../../house/finding.ts'
import { MemoryBudget } from '../../../kernel/memoryBudget.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { YearDocument } from '../domain/document.ts'
import { mergeWithFindings } from '../domain/merge.ts'
import type { ReturnStore } from './ports.ts'
import type { HistoryFindings } from './returnFindings.ts'

/** Everything odd in what the returns say, as counted on a day. What the registers add is added by who joins the rooms. */
export interface AllFindings {
  /** Of the whole authority. Remembered until its returns or settings change: registers play no part in it. */
  ofAuthority: (authority: string, asAt: PlainDate) => Promise<readonly Finding[]>
  ofChild: (authority: string, child: string, asAt: PlainDate) => Promise<readonly Finding[]>
}

/** With its words. */
const BYTES_A_FINDING = 1_000

/** After so many children other requests get their turn. */
const CHILDREN_AT_A_TIME = 200

/** Finds what is odd from the stored documents themselves: nothing derived is stored. */
export function makeAllFindings(
  store: Pick<ReturnStore, 'documents' | 'coverage'>,
  versions: (authority: string) => Promise<Pick<Versions, 'returns' | 'settings'>>,
  historyFindings: HistoryFindings,
  budget = new MemoryBudget(Infinity),
): AllFindings {
  const remembered = budget.values<{ key: string; findings: Promise<readonly Finding[]> }>()

  async function find(authority: string, children: readonly string[] | null, year: ReportingYear): Promise<Finding[]> {
    const [documents, coverage, ofHistory] = await Promise.all([
      store.documents(authority, children),
      store.coverage(authority),
      historyFindings(authority, year),
    ])
    const found: Finding[] = []
    const all = [...documents]
    for (let from = 0; from < all.length; from += CHILDREN_AT_A_TIME) {
      const batch: [string, YearDocument[]][] = all.slice(from, from + CHILDREN_AT_A_TIME)
      const merged = batch.map(([child, years]) => mergeWithFindings(child, years, coverage))
      found.push(...merged.flatMap(({ findings }) => findings))
      found.push(...ofHistory({ children: merged.map(({ record }) => record), coverage }))
      await breathe()
    }
    return found
  }

  return {
    ofAuthority: async (authority, asAt) => {
      const { returns, settings } = await versions(authority)
      const key = [returns, settings, asAt.toString()].join(' ')
      const known = remembered.get(authority, 'findings')
      if (known?.key === key) return known.findings
      const findings = find(authority, null, reportingYearOf(asAt))
      const bytes = findings.then(({ length }) => length * BYTES_A_FINDING)
      remembered.set(authority, 'findings', { key, findings }, bytes)
      return findings
    },
    ofChild: (authority, child, asAt) => find(authority, [child], reportingYearOf(asAt)),
  }
}
