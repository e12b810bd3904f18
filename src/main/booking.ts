import { randomInt } from 'node:crypto'
import { makeBooking } from '../booking/app/booking.ts'
import type { Told } from '../booking/app/ports.ts'
import type { BookingPagesDeps } from '../booking/web/deps.ts'
import { nameOf } from '../access/web/names.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { rowKey } from '../registers/register.ts'
import { reviews } from '../reviews/registers/reviews.ts'
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
  { seenWorlds, changing, registers, people }: Services,
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
    versionsOf: async (code, reviewRef) => {
      const [versions, everyone] = await Promise.all([
        registers.versionsOf(code, reviews.name, rowKey(reviews, { review_ref: reviewRef })),
        people.all(code),
      ])
      return versions.map(({ from, content, sourceName, recordedBy }) => ({
        from,
        review: reviews.read(content),
        by: recordedBy === null ? '' : nameOf(recordedBy, everyone),
        sourceName,
      }))
    },
    newReviewRef,
    originOf: originThrough(door),
    today,
  }
}
