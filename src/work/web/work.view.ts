import { type PlainDate, daysBetween, longDateWithWeekday } from '../../kernel/dates.ts'
import { spokenTime } from '../../kernel/localTimes.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { OwnReview } from '../../booking/web/ownReviews.ts'
import { type OwnMeeting, meetingsAhead } from '../domain/task.ts'
import { type TasksShown, firstOfParts, whenInWords } from './work.parts.ts'

/** One line of the person's caseload. */
export interface CaseloadLine {
  child: string
  /** What is due next; empty for nothing. */
  next: string
  due: PlainDate | null
  /** Health and education checks of the child, in words: what is late, or that nobody can know. */
  checks?: string
}

/** What there is for a person, from every room that has something for them. */
export interface MyWork extends TasksShown {
  meetings: readonly OwnMeeting[]
  /** The reviews of the children of a social worker or a team; null for those who chair them or look after them all. */
  reviews?: readonly OwnReview[] | null
  /** Whether those are the reviews of a whole team. */
  isOfTeam?: boolean
  /** Null for those who have no children of their own. */
  caseload: readonly CaseloadLine[] | null
}

/** So many reviews of a team’s children are shown: the late ones first. */
const MOST_REVIEWS = 60

/** So many children of a caseload are shown at once, those with something due soonest; the others open on demand. */
const FIRST_CHILDREN = 15

/** All that work.njk shows, with the children whom it shows. */
export function workPage(
  { tasks, meetings, reviews = null, isOfTeam = false, caseload, iroOf }: MyWork,
  today: PlainDate,
  code: string,
) {
  const parts = firstOfParts({ tasks, ...(iroOf && { iroOf }) }, today, code)
  // Managers are officers of the service too: empty lists of their own would only stand in the way.
  const isOfficer = caseload !== null && (caseload.length > 0 || meetings.length > 0 || parts.length === 0)
  const lines = (caseload ?? []).map(({ child, next, due, checks = '' }) => ({
    child,
    checks,
    href: authorityPath(code, 'children', child),
    next: due === null ? 'No review is due' : next,
    by: due === null ? '' : longDateWithWeekday(due),
    days: due === null ? '' : whenInWords(due, today),
    isLate: due !== null && daysBetween(today, due) < 0,
  }))
  const ahead = meetingsAhead(meetings, today)
  const firstReviews = reviews?.slice(0, MOST_REVIEWS) ?? []
  // Who reviews households alone has no children of their own to be missed.
  const isCaseloadShown = isOfficer && (caseload.length > 0 || meetings.every(({ child }) => child !== null))
  const shown = [...parts.flatMap(({ rows }) => rows), ...ahead, ...firstReviews, ...(isCaseloadShown ? caseload : [])]
  return {
    children: [...new Set(shown.flatMap(({ child }) => child || []))],
    title: 'My work',
    asAt: longDateWithWeekday(today),
    parts,
    nothing: parts.length === 0 ? 'Nothing waits for you in the next 7 days.' : '',
    reviews: reviews && {
      heading: `${isOfTeam ? 'Reviews of the team’s children' : 'Reviews of my children'}, late or in the next 30 days (${reviews.length})`,
      rows: firstReviews.map((row) => ({ ...row, childHref: authorityPath(code, 'children', row.child) })),
      more: reviews.length > MOST_REVIEWS ? `${reviews.length - MOST_REVIEWS} more are not shown here.` : '',
    },
    meetings: ahead.map(({ on, startsAt, child, about, href, where }) => ({
      when: `${longDateWithWeekday(on)}${startsAt === null ? '' : `, ${spokenTime(startsAt)}`}`,
      child: child ?? '',
      about,
      childHref: child === null ? '' : authorityPath(code, 'children', child),
      href,
      where,
    })),
    hasMeetings: isOfficer && (reviews === null || meetings.length > 0),
    caseload: isCaseloadShown ? lines.slice(0, FIRST_CHILDREN) : null,
    others: isCaseloadShown ? lines.slice(FIRST_CHILDREN) : [],
    othersSummary: counted(lines.length - FIRST_CHILDREN, 'more child', 'more children'),
    caseloadSummary: isCaseloadShown ? counted(caseload.length, 'child', 'children') : '',
  }
}
