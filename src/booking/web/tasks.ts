import { officerName, whoseWork } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { addDays, isBefore, longDate } from '../../kernel/dates.ts'
import { counted, inSentence } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { type ClashingReview, clashOf, clashingReviews } from '../domain/clashes.ts'
import { planOf } from '../domain/plan.ts'
import { inviteDaysSetting } from '../settings.ts'
import { bookHref } from './book.view.ts'
import { clashWords, clashesHref } from './clashes.view.ts'
import { kindWords, reviewsPath } from './words.ts'

/**
 * Reviews to be booked, reviews whose day has passed with no outcome recorded, and reviews that are booked with an IRO who
 * cannot chair them. One review is one task.
 */
export const bookingTasks = (world: World, whose: Whose, code: string): Task[] => [
  ...planOf(world).flatMap((entry): Task[] => {
    const { child, kind, state, due, bestBookedBy, booking, meeting, officerId } = entry
    if (!isOf(whose, child)) return []
    const what = inSentence(kindWords[kind])
    const dueNote = due === null ? '' : `The review ${isBefore(due, world.asAt) ? 'was' : 'is'} due on ${longDate(due)}`
    const task = { child, note: dueNote, ...(whose === 'everyone' && { whose: whoseWork(world, officerId) }) }
    if (state === 'not_booked') {
      const isAhead = bestBookedBy !== null && !isBefore(bestBookedBy, world.asAt)
      const best = isAhead ? `Best held by ${longDate(bestBookedBy)}, so that it can still be moved` : ''
      const startOn = bestBookedBy && addDays(bestBookedBy, -inviteDaysSetting.of(world.settings))
      return [{ ...task, what: `Book the ${what}`, href: bookHref(code, child, kind), by: due, startOn, note: best }]
    }
    if (booking === null || (meeting && clashOf(world, meeting))) return []
    const href = reviewsPath(code, booking.review.reviewRef)
    if (state === 'no_word') {
      return [{ ...task, what: `Record the outcome of the ${what}`, href, by: meeting?.on ?? null }]
    }
    if (state === 'too_late')
      return [{ ...task, what: `Bring the ${what} forward, or say why it is late`, href, by: due, note: '' }]
    return []
  }),
  ...clashTasks(world, whose, code),
]

/** To whom the whole service is of concern: one task for each IRO. To others: each review of their own children. */
function clashTasks(world: World, whose: Whose, code: string): Task[] {
  const clashing = clashingReviews(world).filter(({ review }) => isOf(whose, review.child))
  if (whose === 'everyone') {
    return [...Map.groupBy(clashing, ({ meeting }) => meeting.officerId ?? '')].map(([officerId, group]) =>
      ofOfficer(world, officerId, group, code),
    )
  }
  const allOfficers = recordsOf(world, officers)
  return clashing.map(({ review, meeting, clash }) => ({
    what: `Give the ${inSentence(kindWords[review.kind])} to another IRO, or move it`,
    href: reviewsPath(code, meeting.reviewRef),
    child: review.child,
    by: meeting.on,
    note: clashWords(clash, allOfficers),
  }))
}

function ofOfficer(world: World, officerId: string, group: readonly ClashingReview[], code: string): Task {
  const name = officerName(recordsOf(world, officers), officerId)
  const first = group[0]
  return {
    what: `Give ${counted(group.length, 'review')} booked with ${name} to other IROs`,
    href: clashesHref(code, officerId),
    child: null,
    by: null,
    note: first
      ? `The first is on ${longDate(first.meeting.on)}. ${clashWords(first.clash, recordsOf(world, officers))}`
      : '',
  }
}
