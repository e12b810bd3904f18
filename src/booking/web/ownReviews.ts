import { whoseWork } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, isAfter, isBefore, longDateWithWeekday } from '../../kernel/dates.ts'
import { type Whose, isOf } from '../../house/task.ts'
import { type PlannedReview, planOf } from '../domain/plan.ts'
import { daysWords } from './lists.rows.ts'
import { kindWords, reviewsPath, whenWords } from './words.ts'

/** How far ahead reviews of someone's own children are shown, in days. */
const DAYS_AHEAD = 30

/** A review of a child whom someone works with, who does not chair it. */
export interface OwnReview {
  child: string
  what: string
  /** When it is booked, or that it is not. */
  when: string
  /** The review; null where nothing is entered for it. */
  href: string | null
  due: string
  isLate: boolean
  officer: string
}

/** The reviews of these children that are late, booked for the next 30 days, or due in them; late ones first, then by day. */
export function ownReviews(world: World, whose: Whose, code: string): OwnReview[] {
  const today = world.asAt
  const lastDay = addDays(today, DAYS_AHEAD)
  const isNear = (day: PlainDate | null) => day !== null && !isAfter(day, lastDay)
  const isLate = ({ due }: PlannedReview) => due !== null && isBefore(due, today)
  const dayOf = ({ meeting, due }: PlannedReview) => String(meeting?.on ?? due)
  return planOf(world)
    .filter((entry) => isOf(whose, entry.child) && (isNear(entry.meeting?.on ?? null) || isNear(entry.due)))
    .sort((a, b) => Number(isLate(b)) - Number(isLate(a)) || dayOf(a).localeCompare(dayOf(b)))
    .map((entry) => {
      const { child, kind, meeting, due, officerId } = entry
      return {
        child,
        what: kindWords[kind],
        when:
          meeting === null
            ? 'Not booked'
            : `${isBefore(meeting.on, today) ? 'Was booked' : 'Booked'} for ${whenWords(meeting)}`,
        href: meeting === null ? null : reviewsPath(code, meeting.reviewRef),
        due: due === null ? 'No due date is known' : `${longDateWithWeekday(due)}, ${daysWords(today, due)}`,
        isLate: isLate(entry),
        officer: whoseWork(world, officerId),
      }
    })
}
