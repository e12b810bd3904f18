import { setImmediate as breathe } from 'node:timers/promises'
import { type ReportingYear, reportingYearOf } from '../../../calendar/reportingYear.ts'
import type { Versions } from '../../../world/app/worlds.ts'
import type { Finding } from '../../../house/finding.ts'
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

/** After so many children other requests get their turn. */
const CHILDREN_AT_A_TIME = 200

/** Finds what is odd from the stored documents themselves: nothing derived is stored. */
export function makeAllFindings(
  store: Pick<ReturnStore, 'documents' | 'coverage'>,
  versions: (authority: string) => Promise<Pick<Versions, 'returns' | 'settings'>>,
  historyFindings: HistoryFindings,
): AllFindings {
  let remembered: { key: string; findings: Promise<readonly Finding[]> } | null = null

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
      const key = [authority, returns, settings, asAt.toString()].join(' ')
      if (remembered?.key === key) return remembered.findings
      const findings = find(authority, null, reportingYearOf(asAt))
      remembered = { key, findings }
      findings.catch(() => {
        if (remembered?.key === key) remembered = null
      })
      return findings
    },
    ofChild: (authority, child, asAt) => find(authority, [child], reportingYearOf(asAt)),
  }
}
