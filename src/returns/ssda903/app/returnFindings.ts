import type { ReportingYear } from '../../../calendar/reportingYear.ts'
import type { Records } from '../../../children/app/ports.ts'
import type { Finding } from '../../../house/finding.ts'
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
 * What is odd in a return, seen beside what is stored of its children in other years, as it will be, or now is, once it
 * is stored; and what it changes of other years: what becomes odd in them by it, also of children whom it should have
 * and has not. What other years' rows alone give rise to is left out, and so is all that is stored of children whom
 * the person who imports may not see.
 */
export async function findingsOfReturn(
  { authority, year, documents, carriesEarlierReviews, visibility }: ReadyReturn,
  store: Pick<ReturnStore, 'documents' | 'coverage' | 'childrenReaching'>,
  ofHistory: (records: Records) => readonly Finding[],
  onProgress: ImportProgress,
): Promise<Finding[]> {
  const others = (await store.coverage(authority.code)).filter((known) => known.year !== year)
  const coverage: ReturnCoverage[] = [...others, { year, carriesEarlierReviews }].sort((a, b) => a.year - b.year)
  const maySee = maySeeWith(visibility)
  const own = new Map(documents.map(({ child, content, rows }) => [child, { year, content, rows }]))
  const reaching = others.length === 0 ? [] : (await store.childrenReaching(authority.code, year)).filter(maySee)
  const children = [...own.keys(), ...reaching.filter((child) => !own.has(child))]
  const findings: Finding[] = []
  for (let from = 0; from < children.length; from += CHILDREN_AT_A_TIME) {
    onProgress({ stage: 'checking', done: from, total: children.length })
    const ids = children.slice(from, from + CHILDREN_AT_A_TIME)
    const stored = others.length === 0 ? none : await store.documents(authority.code, ids.filter(maySee))
    const before = ids.map((child) => ({
      child,
      years: (stored.get(child) ?? []).filter((one) => one.year !== year),
    }))
    const after = before.map(({ child, years }) => {
      const incoming = own.get(child)
      return { child, years: incoming ? [...years, incoming].sort((a, b) => a.year - b.year) : years }
    })
    const withoutIt = oddities(
      before.filter(({ years }) => years.length > 0),
      others,
      ofHistory,
    )
    const known = new Set(withoutIt.map(inOneText))
    const isOfThisYear = ({ child, source }: Finding) => (source === null ? own.has(child) : source.year === year)
    findings.push(
      ...oddities(after, coverage, ofHistory).filter((one) => isOfThisYear(one) || !known.has(inOneText(one))),
    )
  }
  return findings
}

interface ChildYears {
  child: string
  years: readonly YearDocument[]
}

function oddities(
  children: readonly ChildYears[],
  coverage: readonly ReturnCoverage[],
  ofHistory: (records: Records) => readonly Finding[],
): Finding[] {
  const merged = children.map(({ child, years }) => mergeWithFindings(child, years, coverage))
  const ofHistories = ofHistory({ children: merged.map(({ record }) => record), coverage })
  return [...merged.flatMap(({ findings }) => findings), ...ofHistories]
}

const inOneText = ({ code, child, source, what }: Finding): string => JSON.stringify([code, child, source, what])

const none: ReadonlyMap<string, readonly YearDocument[]> = new Map()
