import { randomInt } from 'node:crypto'
import { makeBooking } from '../booking/app/booking.ts'
import type { Inviting } from '../inviting/app/inviting.ts'
import type { Told, ToldOf } from '../booking/app/ports.ts'
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

/** Those who were invited hear of it when a review moves or does not take place. */
const toldBy = ({ moved, cancelled }: Inviting): Told => {
  const aboutReview = ({ by, ...review }: ToldOf) => ({ ...review, by: by.personId })
  return { moved: (review) => moved(aboutReview(review)), cancelled: (review) => cancelled(aboutReview(review)) }
}

/** What the pages of reviews work with. `inviting` tells those invited that a review has moved. */
export function bookingPages(
  { registers, seenWorlds }: Services,
  { worldsFor, teamsFor, hiddenTimesFor }: WhatIsSeen,
  door: Door,
  today: () => PlainDate,
  inviting: Inviting,
): BookingPagesDeps {
  return {
    worldsFor,
    teamsFor,
    hiddenTimesFor,
    booking: makeBooking({ store: registers, seenWorlds, today, told: toldBy(inviting) }),
    newReviewRef,
    originOf: originThrough(door),
    today,
  }
}
