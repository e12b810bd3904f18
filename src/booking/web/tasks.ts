import type { World } from '../../children/domain/world.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { longDate } from '../../kernel/dates.ts'
import { planOf } from '../domain/plan.ts'
import { bookHref } from './book.view.ts'
import { kindWords, reviewsPath } from './words.ts'

/** Reviews to be booked, and reviews whose day has passed with no word of what happened. */
export const bookingTasks = (world: World, whose: Whose, code: string): Task[] =>
  planOf(world).flatMap(({ child, kind, state, due, bestBookedBy, booking, meeting }): Task[] => {
    if (!isOf(whose, child)) return []
    const what = kindWords[kind].toLowerCase()
    const note = due === null ? '' : `The review is due on ${longDate(due)}`
    if (state === 'not_booked') {
      return [{ what: `Book the ${what}`, href: bookHref(code, child, kind), child, by: bestBookedBy ?? due, note }]
    }
    if (booking === null) return []
    const href = reviewsPath(code, booking.review.reviewRef)
    if (state === 'no_word') {
      return [{ what: `Say what became of the ${what}`, href, child, by: meeting?.on ?? null, note }]
    }
    if (state === 'too_late')
      return [{ what: `Bring the ${what} forward, or say why it is late`, href, child, by: due, note }]
    return []
  })
