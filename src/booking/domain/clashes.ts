import { isOpen } from '../../children/domain/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { isInPost } from '../../officers/domain/service.ts'
import { absences } from '../../officers/registers/absences.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { recordsOf } from '../../world/world.ts'
import { absenceOn } from './diary.ts'
import { type PlannedReview, planOf } from './plan.ts'

/** Why the IRO of a booked meeting cannot chair it, or should not. */
export type BookingClash =
  | { code: 'away'; from: PlainDate; to: PlainDate }
  | { code: 'not_in_post' }
  /** The child had this IRO and will have another on the day of the meeting. */
  | { code: 'handed_over'; to: string }

/** The IRO to whom a child is allocated on a day, by these allocations; null for nobody. */
export const ownOfficerOn = (rows: readonly AllocationFact[], child: string, day: PlainDate): string | null =>
  rows.find((one) => one.child === child && isOpen(one, day))?.officerId ?? null

const allocationsByChild = rememberedFor((world: World) =>
  Map.groupBy(recordsOf(world, allocations), ({ child }) => child),
)

/** The IRO to whom the child of a meeting is allocated on its day; null for nobody. */
export const ownOfficerOf = (world: World, { child, on }: Pick<MeetingFact, 'child' | 'on'>): string | null =>
  ownOfficerOn(allocationsByChild(world).get(child) ?? [], child, on)

/**
 * What stands between a booked meeting and its IRO: they are away or no longer in post on its day, or they have handed
 * the child over by then. Null where nothing does, and for a meeting whose day has passed. An IRO who was never the child's
 * stands in for another: that is no clash.
 */
export function clashOf(world: World, { child, on, officerId, status }: MeetingFact): BookingClash | null {
  if (officerId === null || status !== 'BOOKED' || isBefore(on, world.asAt)) return null
  const officer = recordsOf(world, officers).find((one) => one.officerId === officerId)
  const absence = absenceOn(recordsOf(world, absences), officerId, on)
  if (absence) return { code: 'away', from: absence.from, to: absence.to }
  if (officer && !isInPost(officer, on)) return { code: 'not_in_post' }
  const own = ownOfficerOf(world, { child, on })
  const hadIt = (allocationsByChild(world).get(child) ?? []).some(
    (one) => one.officerId === officerId && one.to !== null && isOnOrBefore(one.to, on),
  )
  return own !== null && own !== officerId && hadIt ? { code: 'handed_over', to: own } : null
}

/** A booked review whose IRO cannot chair it, or should not. */
export interface ClashingReview {
  review: PlannedReview
  meeting: MeetingFact
  clash: BookingClash
}

/** Every booked review with a clash, in order of its meeting's day. */
export const clashingReviews = rememberedFor((world: World): readonly ClashingReview[] =>
  planOf(world)
    .flatMap((review) => {
      const clash = review.meeting && clashOf(world, review.meeting)
      return review.meeting && clash ? [{ review, meeting: review.meeting, clash }] : []
    })
    .sort((a, b) => String(a.meeting.on).localeCompare(String(b.meeting.on))),
)

/** The clashing reviews that are booked with one officer. */
export const clashesOfOfficer = (world: World, officerId: string): readonly ClashingReview[] =>
  clashingReviews(world).filter(({ meeting }) => meeting.officerId === officerId)

/**
 * The booked reviews of an officer's children with someone else, on days on which the officer is at work: an absence that
 * was shortened leaves such reviews with those who stood in.
 */
export const withOthers = (world: World, officerId: string): { review: PlannedReview; meeting: MeetingFact }[] => {
  const officer = recordsOf(world, officers).find((one) => one.officerId === officerId)
  return planOf(world).flatMap((review) => {
    const { meeting } = review
    const isTheirs =
      meeting?.status === 'BOOKED' &&
      meeting.officerId !== null &&
      meeting.officerId !== officerId &&
      !isBefore(meeting.on, world.asAt) &&
      ownOfficerOf(world, meeting) === officerId
    const isThere =
      isTheirs &&
      officer !== undefined &&
      isInPost(officer, meeting.on) &&
      absenceOn(recordsOf(world, absences), officerId, meeting.on) === null
    return isThere ? [{ review, meeting }] : []
  })
}

/** The reviews of these children that are booked with an officer on a day or later. */
export const bookedWith = (
  world: World,
  officerId: string,
  from: PlainDate,
  children: ReadonlySet<string>,
): { review: PlannedReview; meeting: MeetingFact }[] =>
  planOf(world).flatMap((review) => {
    const { meeting, child } = review
    const isTheirs = meeting?.officerId === officerId && !isBefore(meeting.on, from) && children.has(child)
    return meeting && isTheirs ? [{ review, meeting }] : []
  })

/** The reviews that are booked with an officer on days on which the officer would be away, those to come, in order of day. */
export const bookedWithin = (
  world: World,
  officerId: string,
  { from, to }: { from: PlainDate; to: PlainDate },
): { review: PlannedReview; meeting: MeetingFact }[] =>
  planOf(world)
    .flatMap((review) => {
      const { meeting } = review
      const isToCome = meeting?.status === 'BOOKED' && !isBefore(meeting.on, world.asAt)
      const isWithin = isToCome && !isBefore(meeting.on, from) && isOnOrBefore(meeting.on, to)
      return isWithin && meeting.officerId === officerId ? [{ review, meeting }] : []
    })
    .sort((a, b) => compareDates(a.meeting.on, b.meeting.on))
