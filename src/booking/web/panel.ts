import { officerName } from '../../officers/domain/names.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { officersOf } from '../domain/awaited.ts'
import { bookingStates, completionLimit, planOfChild } from '../domain/plan.ts'
import { bookHref } from './book.view.ts'
import { kindWords, reviewsPath, slackWords, whenWords } from './words.ts'
import { inSentence } from '../../kernel/words.ts'

/** What the child's page says of bookings: each review that is booked or waits to be, beside when it is due. */
export function bookingPanels(world: World, child: string, code: string, mayBook: boolean): ChildPanel[] {
  const plan = planOfChild(world, child, officersOf(world).get(child) ?? null)
  if (plan.length === 0) return []
  return [
    {
      heading: plan.some(({ meeting }) => meeting !== null) ? 'Booked' : 'Booking',
      items: plan.map(({ kind, booking, meeting, state, slackDays, due }) => {
        const allOfficers = recordsOf(world, officers)
        const openedOn = booking?.review.heldOn ?? null
        const limit = openedOn && completionLimit(world, openedOn)
        if (!meeting || !booking) {
          const begun = openedOn
            ? ` Begun on ${longDate(openedOn)}${limit ? `, to be completed by ${longDate(limit)}` : ''}.`
            : ''
          const href = booking && openedOn ? reviewsPath(code, booking.review.reviewRef) : bookHref(code, child, kind)
          return {
            text: `${kindWords[kind]}: ${inSentence(bookingStates.not_booked)}.${begun}`,
            link: mayBook ? { href, text: openedOn ? 'Go on with the review' : 'Book the review' } : null,
          }
        }
        const words = [bookingStates[state], due && slackWords(slackDays), officerName(allOfficers, meeting.officerId)]
        return {
          text: `${kindWords[kind]}: ${whenWords(meeting)}. ${words.filter(Boolean).join(', ')}.`,
          link: { href: reviewsPath(code, booking.review.reviewRef), text: 'Open the review' },
        }
      }),
    },
  ]
}
