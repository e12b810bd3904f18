import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { RegisterReviewKind } from '../../reviews/registers/reviews.ts'
import { type PlainDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { spokenTime } from '../../kernel/localTimes.ts'
import { counted, inSentence } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { formats } from '../../reviews/registers/formats.ts'
import type { TimeOfDay } from '../domain/diary.ts'

/** What kinds of reviews are called in a list. */
export const kindWords: Readonly<Record<RegisterReviewKind, string>> = {
  CLA: 'Review',
  ADOPTION: 'Adoption review',
  SHORT_BREAK: 'Review of short breaks',
  SECURE: 'Review of secure accommodation',
  PATHWAY_18_25: 'Pathway plan review',
  SUPERVISION_ORDER: 'Review of a supervision order',
  PRIVATE_FOSTERING: 'Review of private fostering',
}

export const purposeWords: Readonly<Record<MeetingFact['purpose'], string>> = {
  REVIEW: 'Review',
  SERIES: 'Further meeting of the series',
  RESUMED: 'Meeting to which it was adjourned',
}

export const statusWords: Readonly<Record<MeetingFact['status'], string>> = {
  BOOKED: 'Booked',
  HELD: 'Held',
  CANCELLED: 'Cancelled',
}

/** `10am to 11am`, `10am`, `no time given`. */
export function timeWords({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): string {
  if (startsAt === null) return 'no time given'
  return endsAt === null ? spokenTime(startsAt) : `${spokenTime(startsAt)} to ${spokenTime(endsAt)}`
}

/** `Thursday 1 December 2022, 10am to 11am`. */
export const whenWords = (meeting: { on: PlainDate; startsAt: string | null; endsAt: string | null }): string =>
  `${longDateWithWeekday(meeting.on)}, ${timeWords(meeting)}`

/** The value by which a form names a time, and back. */
export const slotValue = ({ on, startsAt }: TimeOfDay): string => `${on.toString()} ${startsAt}`

/** How much is left to the due day, in words: `12 days before it is due`, `on the day it is due`, `3 days late`. */
export function slackWords(days: number | null): string {
  if (days === null) return ''
  if (days === 0) return 'on the day it is due'
  return days > 0 ? `${counted(days, 'day')} before it is due` : `${counted(-days, 'day')} late`
}

export const formatWords = (format: MeetingFact['format']): string => (format === null ? '' : formats[format])

/** Where and how people meet: `School, in person`; empty where neither is known. */
export const howWords = (place: string | null, format: MeetingFact['format']): string =>
  place === null || place === ''
    ? formatWords(format)
    : [place, inSentence(formatWords(format))].filter(Boolean).join(', ')

/** `once`, `twice`, `3 times`. */
export const timesWords = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : counted(count, 'time')

/** The address of a page of reviews. */
export const reviewsPath = (code: string, ...parts: readonly string[]): string =>
  authorityPath(code, 'reviews', ...parts)
