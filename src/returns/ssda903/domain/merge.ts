import { sexOf } from '../../../children/domain/codes.ts'
import type { Finding } from '../../../house/finding.ts'
import type { ChildRecord, ReturnCoverage } from '../../../children/domain/record.ts'
import { date } from '../../../kernel/dates.ts'
import { placesIn } from './content.ts'
import type { YearDocument } from './document.ts'
import { documentFindings } from './documentFindings.ts'
import { knownReturns } from './knownReturns.ts'
import { mergeEpisodes } from './mergeEpisodes.ts'
import * as others from './mergeOthers.ts'
import { type Note, type Part, distinctRows, fullestRow, partsOf } from './parts.ts'
import { yearFindings } from './yearFindings.ts'

/**
 * All that the returns say of a child, each fact once.
 *
 * `coverage` names every return of the authority that is known, also those without this child. Of a fact that several
 * returns state, the latest one's version counts. How returns are reconciled is said in `docs/data-decisions.md`.
 */
export const mergeDocuments = (
  child: string,
  documents: readonly YearDocument[],
  coverage: readonly ReturnCoverage[],
): ChildRecord => merged(child, partsOf(documents), coverage, null)

/**
 * A child's record, and everything odd in its documents and between them, with how it is counted: rows repeated, codes
 * unknown, dates that can't be, years that contradict each other. What is odd about the care they add up to is for
 * `careHistory`.
 */
export function mergeWithFindings(
  child: string,
  documents: readonly YearDocument[],
  coverage: readonly ReturnCoverage[],
): { record: ChildRecord; findings: Finding[] } {
  const parts = partsOf(documents)
  const findings: Finding[] = []
  const note: Note = (finding) => findings.push({ ...finding, child })
  for (const part of parts) documentFindings(part, note)
  // Where one return alone is known, there is nothing that it could differ from.
  if (coverage.length > 1) yearFindings(parts, knownReturns(coverage), note)
  const record = merged(child, parts, coverage, note)
  return { record, findings }
}

/** What is odd alone: see `mergeWithFindings`. */
export const mergeFindings = (...of: Parameters<typeof mergeWithFindings>): Finding[] =>
  mergeWithFindings(...of).findings

function merged(child: string, parts: readonly Part[], coverage: readonly ReturnCoverage[], note: Note): ChildRecord {
  const returns = knownReturns(coverage)
  return {
    child,
    hasBlankStart: hasBlankStart(parts),
    episodes: mergeEpisodes(parts, returns, note),
    reviews: others.reviewsOf(parts, returns, note),
    missing: others.missingOf(parts, returns, note),
    unaccompanied: others.unaccompaniedOf(parts, note),
    health: others.healthOf(parts),
    careLeaver: others.careLeaverOf(parts),
    adoption: others.adoptionOf(parts, returns, note),
    placedForAdoption: others.placedForAdoptionOf(parts, returns, note),
    previousPermanence: others.previousPermanenceOf(parts),
    socialWorkers: others.socialWorkersOf(parts, returns, note),
    ...particularsOf(parts),
  }
}

type Particulars = Pick<ChildRecord, 'sex' | 'bornOn' | 'ethnicity' | 'upn' | 'isMother'>

const inHeader = placesIn('Header')
const [SEX, DOB, ETHNIC] = [inHeader('SEX'), inHeader('DOB'), inHeader('ETHNIC')]
const [UPN, MOTHER] = [inHeader('UPN'), inHeader('MOTHER')]

/** Who the child is: each value from the latest Header that records it; a birthday in no Header, from another table. */
function particularsOf(parts: readonly Part[]): Particulars {
  let before: string | undefined
  const headers = parts.map((part) => {
    // Most children's Header is the same every year: it is read once.
    const header = fullestRow(distinctRows(part, 'Header', (text) => text === before))
    before = header?.text ?? before
    return header
  })
  const latest = (place: number): string => {
    for (const header of headers) {
      const value = header?.values[place]
      if (value) return value
    }
    return ''
  }
  const birthday = latest(DOB) || birthdayElsewhere(parts)
  return {
    sex: sexOf(latest(SEX)) ?? 'not_known',
    bornOn: birthday === '' ? null : date(birthday),
    ethnicity: latest(ETHNIC),
    upn: latest(UPN),
    isMother: latest(MOTHER) === '1',
  }
}

const DECOM = placesIn('Episodes')('DECOM')

function hasBlankStart(parts: readonly Part[]): boolean {
  const latest = parts.find(({ content }) => content.Episodes !== undefined)
  return latest !== undefined && distinctRows(latest, 'Episodes').some(({ values }) => !values[DECOM])
}

function birthdayElsewhere(parts: readonly Part[]): string {
  for (const part of parts) {
    for (const { values } of distinctRows(part, 'differing')) {
      const [, column, value = ''] = values
      if (column === 'DOB') return value
    }
  }
  return ''
}
