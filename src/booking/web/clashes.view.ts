import { officerName } from '../../officers/domain/names.ts'
import { bookingSetting } from '../../reviews/settings.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type MeetingFact, meetings } from '../../reviews/registers/meetings.ts'
import { recordsOf } from '../../world/world.ts'
import { type BookingClash, bookedWith, bookedWithin, clashesOfOfficer, withOthers } from '../domain/clashes.ts'
import { type TakenTime, takenBy, whyNotFree } from '../domain/diary.ts'
import { bookingFault } from './problems.view.ts'
import { reviewsPath, whenWords } from './words.ts'

/** Why a booked review needs another IRO or another day, in words. */
export function clashWords(clash: BookingClash, officers: readonly OfficerFact[]): string {
  switch (clash.code) {
    case 'away':
      return `The IRO is away from ${longDate(clash.from)} to ${longDate(clash.to)}`
    case 'not_in_post':
      return 'The IRO is not in post on that day'
    case 'handed_over':
      return `The child’s IRO will be ${officerName(officers, clash.to)}`
  }
}

/** The page on which all clashing reviews of an officer are given to others. */
export const clashesHref = (code: string, officerId: string): string =>
  withQuery(reviewsPath(code, 'several'), { clash: officerId })

/** How many reviews are booked with an officer who cannot chair them, with where they are given to others; null for none. */
export function clashNotice(world: World, officerId: string, name: string, code: string) {
  const count = clashesOfOfficer(world, officerId).length
  if (count === 0) return null
  return {
    text: `${counted(count, 'review is', 'reviews are')} booked with ${name} while away, after leaving, or after the child was handed over.`,
    href: clashesHref(code, officerId),
    link: count === 1 ? 'Give it to another IRO' : 'Give them to other IROs',
  }
}

/** How many reviews of an officer's children are booked with others, with where they are given back; null for none. */
export function withOthersNotice(world: World, officerId: string, name: string, code: string) {
  const count = withOthers(world, officerId).length
  if (count === 0) return null
  return {
    text: `${counted(count, 'review', 'reviews')} of children of ${name} ${count === 1 ? 'is' : 'are'} booked with another IRO, on ${count === 1 ? 'a day' : 'days'} when ${name} is at work.`,
    href: withQuery(reviewsPath(code, 'several'), { own: officerId }),
    link: count === 1 ? `Give it back to ${name}` : `Give them back to ${name}`,
  }
}

/**
 * The reviews of these children that are booked with an officer on a day or later, each with what keeps the child's new
 * officer from it. `newOfficers`: by child. `hidden`: times that are taken for children whom the user may not see.
 */
export function bookedReviewRows(
  world: World,
  officerId: string,
  from: PlainDate,
  newOfficers: ReadonlyMap<string, string>,
  hidden: readonly TakenTime[],
  code: string,
) {
  const taken = [...takenBy(recordsOf(world, meetings), bookingSetting.of(world.settings).meetingMinutes), ...hidden]
  return bookedWith(world, officerId, from, new Set(newOfficers.keys())).map(({ meeting }) => {
    const to = newOfficers.get(meeting.child) ?? ''
    return {
      child: meeting.child,
      href: reviewsPath(code, meeting.reviewRef),
      when: whenWords(meeting),
      note: notFreeWords(world, meeting, to, taken),
    }
  })
}

/** The reviews that are booked with an officer on days on which the officer would be away, those to come. */
export const reviewsWithin = (
  world: World,
  officerId: string,
  days: { from: PlainDate; to: PlainDate },
  code: string,
): { child: string; href: string; when: string }[] =>
  bookedWithin(world, officerId, days).map(({ meeting }) => ({
    child: meeting.child,
    href: reviewsPath(code, meeting.reviewRef),
    when: whenWords(meeting),
  }))

/** What keeps an officer from a meeting, in words; empty for nothing. */
export function notFreeWords(
  world: World,
  meeting: MeetingFact,
  officerId: string,
  taken: readonly TakenTime[],
): string {
  const { on, startsAt, endsAt } = meeting
  const time = { on, startsAt: startsAt ?? '00:00', endsAt: endsAt ?? startsAt ?? '00:00' }
  const diary = { officers: recordsOf(world, officers), absences: recordsOf(world, absences), taken }
  const problem = whyNotFree(diary, officerId, time)
  return problem ? bookingFault(problem).text : ''
}
