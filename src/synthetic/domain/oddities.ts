import { reportingYearOf } from '../../calendar/reportingYear.ts'
import { addDays, isOnOrAfter, isOnOrBefore, isWithin } from '../../kernel/dates.ts'
import { childRowsOf } from './childRows.ts'
import type { Life } from './life.ts'
import { type Oddity, TableRow, type YearRows, inPeriod, inTable, whereEpisodesMeet } from './planting.ts'
import type { Random } from './random.ts'
import { type ReturnScope, cellOf } from './scope.ts'

/** What can be put wrong on purpose, each as real returns have it. */
export const oddities = {
  /** An episode ends four days after the next one began. */
  overlapping_episodes: whereEpisodesMeet((now, next) => [{ ...now, to: addDays(next.from, 4) }, next]),
  /** An episode ends with X1, and the next begins four days later. */
  gap_between_episodes: whereEpisodesMeet((now, next) => [now, { ...next, from: addDays(next.from, 4) }]),
  /** A child starts to be looked after who already is. */
  start_within_period: whereEpisodesMeet((now, next) => [now, { ...next, reasonForNewEpisode: 'S' }]),
  /** A period of care begins with a move. */
  first_episode_not_a_start: inPeriod((period, { first, last }) => {
    const episode = period.episodes[0]
    if (!episode || !isWithin(period.from, first.year.firstDay, last.knownOn)) return null
    return { ...period, episodes: period.episodes.with(0, { ...episode, reasonForNewEpisode: 'P' }) }
  }),
  /** A review a month after the child left, and in the same year: the next return would not name the child. */
  review_outside_period: inPeriod((period, { first, last }, life) => {
    const heldOn = addDays(period.to, 30)
    const isSameYear = reportingYearOf(heldOn).startYear === reportingYearOf(period.to).startYear
    const isTold = isSameYear && isOnOrAfter(period.to, first.year.firstDay) && isOnOrBefore(heldOn, last.knownOn)
    const isInCareAgain = life.periods.at(-1) !== period
    if (!isTold || isInCareAgain) return null
    return {
      ...period,
      reviews: [...period.reviews, { heldOn, participation: 'PN7', due: heldOn, recordedOn: heldOn }],
    }
  }),
  episode_twice: inTable('Episodes', (row) => [row, row]),
  review_twice: inTable('Reviews', (row) => [row, row]),
  /** The same review with two codes of how the child took part. */
  review_with_two_codes: inTable('Reviews', (row) => [
    row,
    row.with('REVIEW_CODE', row.get('REVIEW_CODE') === 'PN6' ? 'PN1' : 'PN6'),
  ]),
  review_without_code: inTable('Reviews', (row) => [row.with('REVIEW_CODE', '')]),
  unknown_legal_status: inTable('Episodes', (row) => [row.with('LS', 'Q9')]),
  unknown_placement: inTable('Episodes', (row) => [row.with('PLACE', 'Q7')]),
  unknown_participation: inTable('Reviews', (row) => [row.with('REVIEW_CODE', 'PN9')]),
  /** Says why an episode ended, but not when. */
  reason_without_end: inTable('Episodes', (row) => (row.get('DEC') === '' ? [row.with('REC', 'E8')] : null)),
  /** Says when care ended, but not why. */
  end_without_reason: inTable('Episodes', (row) => {
    const isEndOfCare = !['', 'X1'].includes(row.get('REC')) && !['V3', 'V4'].includes(row.get('LS'))
    return isEndOfCare ? [row.with('REC', '')] : null
  }),
  end_before_start: inTable('Episodes', (row) => (row.get('DEC') === '' ? null : [row.with('DEC', '01/01/1999')])),
  episode_without_start: inTable('Episodes', (row) => [row.with('DECOM', '')]),
  /** A review on a day that had not come when the return was made. */
  future_review: inTable('Reviews', (row, scope) => [row, row.with('REVIEW', cellOf(addDays(scope.knownOn, 90)))]),
  /** Care that begins on a day that had not come when the return was made. */
  future_episode: inTable('Episodes', (row, scope) => {
    const open = row.with('DEC', '').with('REC', '').with('REASON_PLACE_CHANGE', '').with('RNE', 'S')
    return [row, open.with('DECOM', cellOf(addDays(scope.knownOn, 60)))]
  }),
  /** The birth date beside a review is not that in the Header. */
  birth_date_conflict: inTable('Reviews', (row) => [row.with('DOB', '29/02/2004')]),
  health_row_twice: inTable('OC2', (row) => [
    row,
    row.with('IMMUNISATIONS', row.get('IMMUNISATIONS') === '1' ? '0' : '1'),
  ]),
  not_in_header: inTable('Header', () => []),
  /** In care at the end of one return, and not heard of again in those that follow. */
  forgotten_child: {
    inReturns: (returns) => {
      const [first, next] = returns
      const isOpen = first?.rows.Episodes?.some((cells) => new TableRow('Episodes', cells).get('DEC') === '')
      return first && next && isOpen ? [first] : null
    },
  },
} as const satisfies Record<string, Oddity>

export type OddityKind = keyof typeof oddities

export const oddityKinds = Object.keys(oddities) as OddityKind[]

/** What was put wrong, and with whom. */
export interface PlantedOddity {
  child: string
  kind: OddityKind
}

/** The child's rows in each return that names the child. */
export const yearRowsOf = (life: Life, scopes: readonly ReturnScope[]): YearRows[] =>
  scopes.flatMap((scope) => {
    const rows = childRowsOf(life, scope)
    return rows ? [{ scope, rows }] : []
  })

/** The child's rows with this put wrong; null where this child has nothing to do it to. */
export function yearRowsWith(
  kind: OddityKind,
  life: Life,
  scopes: readonly ReturnScope[],
  random: Random,
): YearRows[] | null {
  const oddity: Oddity = oddities[kind]
  if ('inReturns' in oddity) return oddity.inReturns(yearRowsOf(life, scopes), random)
  const oddLife = oddity.inLife(life, scopes)
  return oddLife && yearRowsOf(oddLife, scopes)
}
