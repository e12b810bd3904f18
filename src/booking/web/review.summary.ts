import { officerName } from '../../officers/domain/names.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { historyOf, type World } from '../../children/domain/world.ts'
import { isAfter, longDate } from '../../kernel/dates.ts'
import { participationCodes } from '../../children/domain/codes.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { type Booking, nextMeeting } from '../domain/bookings.ts'
import { bookingStates, completionLimit, plannedFor } from '../domain/plan.ts'
import { timesWords, whenWords } from './words.ts'

/** Where the review stands, in one sentence. */
export function stateWords(world: World, booking: Booking): string {
  const { status, heldOn, completedOn } = booking.review
  if (status === 'CANCELLED') return 'Cancelled: it is not held.'
  if (status === 'HELD') {
    const days = completedOn && heldOn && isAfter(completedOn, heldOn) ? `, completed on ${longDate(completedOn)}` : ''
    return `Held on ${heldOn ? longDate(heldOn) : 'a day that is not recorded'}${days}.`
  }
  const next = nextMeeting(booking)
  if (heldOn !== null) {
    const limit = completionLimit(world, heldOn)
    return `Begun on ${longDate(heldOn)}${limit ? `, and to be completed by ${longDate(limit)}` : ''}. ${next ? `Resumes on ${whenWords(next)}.` : 'No meeting is booked to go on with it.'}`
  }
  if (!next) return booking.meetings.length > 0 ? 'Called off: it waits to be booked again.' : 'Not booked yet.'
  const planned = plannedFor(world, booking.review.reviewRef)
  return `${planned ? bookingStates[planned.state] : 'Booked'}: ${whenWords(next)}.`
}

/** A review in a list of what is known of it. */
export function summaryOf(world: World, { review }: Booking): { key: string; value: string }[] {
  const allOfficers = recordsOf(world, officers)
  const judged = heldReviewOf(world, review.child, review.reviewRef)
  const rows = [
    { key: 'Reference', value: review.reviewRef },
    { key: 'IRO', value: officerName(allOfficers, review.officerId) },
    { key: 'First booked for', value: review.firstBookedFor ? longDate(review.firstBookedFor) : '' },
    {
      key: 'Moved',
      value: review.timesRearranged
        ? `${timesWords(review.timesRearranged)}, the last time because: ${review.rearrangedReason ?? 'not recorded'}`
        : '',
    },
    {
      key: 'In time',
      value: judged?.judgedBy
        ? `${judged.isOnTime === true ? 'Yes' : 'No'}, it was due by ${longDate(judged.judgedBy.due)}`
        : '',
    },
    { key: 'Why it is late', value: review.lateReason ?? '' },
    {
      key: 'How the child took part',
      value: review.participation === null ? '' : (participationCodes[review.participation] ?? review.participation),
    },
  ]
  return rows.filter(({ value }) => value !== '')
}

function heldReviewOf(world: World, child: string, reviewRef: string) {
  const history = historyOf(world, child)
  return history && cycleOf(world, history).held.find(({ details }) => details?.reviewRef === reviewRef)
}
