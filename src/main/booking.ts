import { randomInt } from 'node:crypto'
import { makeBooking } from '../booking/app/booking.ts'
import type { Told } from '../booking/app/ports.ts'
import type { BookingPagesDeps } from '../booking/web/deps.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { type Door, type WhatIsSeen, originThrough } from './door.ts'
import type { Services } from './services.ts'

/** Without letters and digits that are taken for each other, or that make words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz'
const LENGTH = 10

/** A reference for a new review, which nobody can guess: 28 characters in 10 places. */
export const newReviewRef = (): string =>
  `R-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

/** What the pages of reviews work with. `told`: how those invited hear that a review has moved. */
export function bookingPages(
  { seenWorlds, changing }: Services,
  { worldsFor, teamsFor, hiddenTimesFor }: WhatIsSeen,
  door: Door,
  today: () => PlainDate,
  told: Told,
): BookingPagesDeps {
  return {
    worldsFor,
    teamsFor,
    hiddenTimesFor,
    booking: makeBooking({ ...changing, seenWorlds, today, told }),
    newReviewRef,
    originOf: originThrough(door),
    today,
  }
}
