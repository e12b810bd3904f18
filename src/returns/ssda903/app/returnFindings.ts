import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import type { Records } from '../../../children/app/ports.ts'
import type { Finding } from '../../../children/domain/finding.ts'
import type { ReturnCoverage } from '../../../children/domain/record.ts'
import { maySeeWith } from '../../../kernel/visibility.ts'
import type { YearDocument } from '../domain/document.ts'
import { mergeWithFindings } from '../domain/merge.ts'
import type { ImportProgress, ReadyReturn, ReturnStore } from './ports.ts'

/** Gives what says what is odd in histories of care, as an authority counts them in a year. */
export type HistoryFindings = (
  authority: string,
  year: ReportingYear,
) => Promise<(records: Records) => readonly Finding[]>

/** So many children's documents are in memory at a time, with those of their other years. */
const CHILDREN_AT_A_TIME = 500

/**
 * What is odd in a return, seen beside what is stored of its children in other years: as it will be, or now is, once
 * it is stored. What other years' rows alone give rise to is left out, and so is all that is stored of children whom
 * whoever imports may not see.
 */
export async function findingsOfReturn(
  { authority, year, documents, carriesEarlierReviews, visibility }: ReadyReturn,
  store: Pick<ReturnStore, 'documents' | 'coverage'>,
  ofHistory: (records: Records) => readonly Finding[],
  onProgress: ImportProgress,
): Promise<Finding[]> {
  const others = (await store.coverage(authority.code)).filter((known) => known.year !== year)
  const coverage: ReturnCoverage[] = [...others, { year, carriesEarlierReviews }].sort((a, b) => a.year - b.year)
  const maySee = maySeeWith(visibility)
  const findings: Finding[] = []
  for (let from = 0; from < documents.length; from += CHILDREN_AT_A_TIME) {
    onProgress({ stage: 'checking', done: from, total: documents.length })
    const batch = documents.slice(from, from + CHILDREN_AT_A_TIME)
    const ids = batch.map(({ child }) => child).filter(maySee)
    const stored = others.length === 0 ? none : await store.documents(authority.code, ids)
    const merged = batch.map(({ child, content, rows }) =>
      mergeWithFindings(child, withYear(stored.get(child) ?? [], { year, content, rows }), coverage),
    )
    findings.push(...merged.flatMap((one) => one.findings))
    findings.push(...ofHistory({ children: merged.map(({ record }) => record), coverage }))
  }
  return findings.filter(({ source }) => source === null || source.year === year)
}

const none: ReadonlyMap<string, readonly YearDocument[]> = new Map()

const withYear = (stored: readonly YearDocument[], incoming: YearDocument): YearDocument[] =>
  [...stored.filter(({ year }) => year !== incoming.year), incoming].sort((a, b) => a.year - b.year)
