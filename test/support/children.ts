import { parseReportingYear } from '../../src/calendar/reportingYear.ts'
import type { CareHistory } from '../../src/children/domain/history.ts'
import { careHistory } from '../../src/children/domain/history.ts'
import type { ChildRecord, EpisodeFact, HealthFact, ReturnCoverage } from '../../src/children/domain/record.ts'
import { nothingReturned } from '../../src/children/domain/watchedHistory.ts'
import { type World, worldOf } from '../../src/children/domain/world.ts'
import { date } from '../../src/kernel/dates.ts'
import { allClocks } from '../../src/main/rooms.ts'
import type { Settings } from '../../src/settings/settings.ts'
import { holidays } from './holidays.ts'

const nowhere = { year: 2022, table: 'Episodes', row: 2 }

/** An episode as a few words: `2022-05-09..2022-06-06 S C1 U6 E4A`; the end, and the reason for ceasing, may be left out. */
export function episode(words: string, more: Partial<EpisodeFact> = {}): EpisodeFact {
  const [span = '', reasonForNewEpisode = 'S', legalStatus = 'C2', placementType = 'U6', reasonCeased] =
    words.split(' ')
  const [from = '', to = ''] = span.split('..')
  return {
    from: date(from),
    to: to === '' ? null : date(to),
    reasonForNewEpisode,
    legalStatus,
    categoryOfNeed: 'N1',
    placementType,
    provider: 'PR1',
    reasonCeased: reasonCeased ?? (to === '' ? '' : 'X1'),
    reasonPlacementChanged: '',
    homePostcode: '',
    placementPostcode: '',
    urn: '',
    source: nowhere,
    ...more,
  }
}

/** What a test says of a child; everything else is unremarkable. */
export interface ChildInWords extends Partial<Omit<ChildRecord, 'episodes' | 'reviews' | 'bornOn'>> {
  bornOn?: string
  episodes?: readonly (string | EpisodeFact)[]
  /** `2022-06-06` or `2022-06-06 PN1`. */
  reviews?: readonly string[]
}

export function aChild({ bornOn, episodes = [], reviews = [], ...more }: ChildInWords): ChildRecord {
  return {
    ...nothingReturned,
    child: '100001',
    sex: 'female',
    bornOn: date(bornOn ?? '2012-02-03'),
    ethnicity: 'WBRI',
    episodes: episodes.map((one) => (typeof one === 'string' ? episode(one) : one)),
    reviews: reviews.map((words, index) => {
      const [heldOn = '', participation = 'PN1'] = words.split(' ')
      return { heldOn: date(heldOn), participation, source: { year: 2022, table: 'Reviews', row: index + 2 } }
    }),
    ...more,
  }
}

export function healthOf(year: number, facts: Partial<HealthFact>): HealthFact {
  return {
    year,
    sdqScore: null,
    sdqReason: '',
    isConvicted: null,
    hadDevelopmentCheck: null,
    isImmunised: null,
    hadTeethCheck: null,
    hadHealthAssessment: null,
    hasSubstanceMisuse: null,
    source: { year, table: 'OC2', row: 2 },
    ...facts,
  }
}

/** One return that carries the history of reviews with it. */
export const wholeHistory: readonly ReturnCoverage[] = [{ year: 2022, carriesEarlierReviews: true }]

export const historyOf = (child: ChildInWords, day: string): CareHistory => careHistory(aChild(child), date(day))

/** A world of a few children. */
export function aWorld(
  children: readonly ChildRecord[],
  {
    asAt,
    year,
    settings = {},
    coverage = wholeHistory,
  }: { asAt?: string; year?: string; settings?: Settings; coverage?: readonly ReturnCoverage[] } = {},
): World {
  const reporting = parseReportingYear(year ?? '2022-23')
  if (!reporting) throw new Error(`no reporting year ${year ?? ''}`)
  const day = asAt === undefined ? reporting.lastDay : date(asAt)
  return worldOf({ children, coverage }, reporting, day, settings, holidays, allClocks)
}
