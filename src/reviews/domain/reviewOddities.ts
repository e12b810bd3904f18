import { isInYear, reportingYear } from '../../calendar/reportingYear.ts'
import { type CareHistory, periodReviewedOn } from '../../children/domain/history.ts'
import { isAgainstAge } from '../../children/domain/participation.ts'
import type { Finding } from '../../house/finding.ts'
import { type PlainDate, isBefore, isOnOrBefore, isWithin, longDate } from '../../kernel/dates.ts'
import type { RegisterReviewFact } from '../registers/reviews.ts'
import type { KnownReview, ReviewSources } from './knownReview.ts'

/**
 * A review with what the child's age makes of the code of taking part: PN0 is for a child under 4 at the review, the others
 * for one of 4 or over (CAL-8; the return's rules 440 and 441). Against the age, PN0 says nothing of taking part, and the
 * others count as PN0.
 */
export function byAge(history: CareHistory, review: KnownReview, findings: Finding[]): KnownReview {
  const { bornOn, child } = history.record
  const { heldOn, participation, source } = review
  if (!bornOn || participation === 'not_recorded' || !isAgainstAge(participation, bornOn, heldOn)) return review
  const isUnder4 = participation !== 'PN0'
  findings.push({
    code: 'participation_against_age',
    child,
    source,
    what: `The review of ${longDate(heldOn)} has ${participation}, and the child was ${isUnder4 ? 'under 4' : '4 or over'} that day.`,
    counted: isUnder4 ? 'It is counted as PN0.' : 'How the child took part is counted as not recorded.',
  })
  return { ...review, participation: isUnder4 ? 'PN0' : 'not_recorded' }
}

/** Where the register's review is not as the return has it. `inReturn`: the return's of that day, or null. */
export function disagreements(
  history: CareHistory,
  details: RegisterReviewFact,
  heldOn: PlainDate,
  inReturn: KnownReview | null,
  { coverage }: ReviewSources,
): Finding[] {
  const child = history.record.child
  if (inReturn) {
    const { participation, source } = inReturn
    if (details.participation === null || participation === 'not_recorded' || participation === details.participation)
      return []
    return [
      {
        code: 'participation_differs',
        child,
        source,
        what: `For the review of ${longDate(heldOn)} (${details.reviewRef}) the return has ${participation} and the register ${details.participation}.`,
        counted: 'The register’s code is counted.',
      },
    ]
  }
  const isCovered = coverage.some(({ year }) => isInYear(heldOn, reportingYear(year)))
  if (!isCovered || !periodReviewedOn(history, heldOn)) return []
  return [
    {
      code: 'review_not_in_return',
      child,
      source: null,
      what: `The register has a review held on ${longDate(heldOn)} (${details.reviewRef}); the return for that year does not.`,
      counted: 'It is counted as held.',
    },
  ]
}

/** What is odd of a review that was held: of the register or the return alone, or outside care. */
export function oddities(history: CareHistory, review: KnownReview, { registerSpan }: ReviewSources): Finding[] {
  const { heldOn, source, details } = review
  const child = history.record.child
  if (periodReviewedOn(history, heldOn)) {
    if (details || !registerSpan || !isWithin(heldOn, registerSpan.from, registerSpan.to)) return []
    return [
      {
        code: 'review_not_in_register',
        child,
        source,
        what: `The return has a review held on ${longDate(heldOn)}; the register does not.`,
        counted: 'It is counted as held. What only the register records of a review is not known of it.',
      },
    ]
  }
  const isInShortBreak = history.shortBreaks.some(
    (episode) => isOnOrBefore(episode.from, heldOn) && (episode.until === null || isBefore(heldOn, episode.until)),
  )
  return [
    {
      code: isInShortBreak ? 'review_in_short_break' : 'review_outside_care',
      child,
      source,
      what: isInShortBreak
        ? `A review was held on ${longDate(heldOn)}, during a short break.`
        : `A review was held on ${longDate(heldOn)}, when the child was not looked after.`,
      counted: 'It is counted in no figure and starts no clock.',
    },
  ]
}
