import { randomInt } from 'node:crypto'
import { makeBooking } from '../booking/app/booking.ts'
import { type Told, nobodyIsTold } from '../booking/app/ports.ts'
import type { BookingPagesDeps } from '../booking/web/deps.ts'
import { bookingPanels } from '../booking/web/panel.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { ChildPanels } from '../overview/web/panels.ts'
import { type Door, type WhatIsSeen, originOf } from './door.ts'
import type { Services } from './services.ts'

/** Without letters and digits that are taken for each other, or that make words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz'
const LENGTH = 10

/** A reference for a new review, which nobody can guess: 28 characters in 10 places. */
export const newReviewRef = (): string =>
  `R-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

/** What the pages of reviews work with. `told`: who tells those invited that a review has moved; nobody unless said. */
export function bookingPages(
  { registers, seenWorlds }: Services,
  { worldsFor, teamsFor, hiddenTimesFor }: WhatIsSeen,
  door: Door,
  today: () => PlainDate,
  told: Told = nobodyIsTold,
): BookingPagesDeps {
  return {
    worldsFor,
    teamsFor,
    hiddenTimesFor,
    booking: makeBooking({ store: registers, seenWorlds, today, told }),
    newReviewRef,
    originOf: (request) => originOf(door, request),
    today,
  }
}

/** What a child's page shows of bookings: how they stand today, to those who may see what is due. */
export const bookingPanelsFor =
  ({ worldsFor }: Pick<WhatIsSeen, 'worldsFor'>, today: () => PlainDate): ChildPanels =>
  async (request, child) => {
    if (!request.may('reviews.read')) return []
    const { code } = request.authority
    const world = await worldsFor(request).ofChild(code, child, today(), null)
    return bookingPanels(world, child, code, request.may('reviews.book'))
  }
