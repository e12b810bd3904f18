import { randomInt } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { type Port, port, service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeBooking } from './app/booking.ts'
import type { OtherTimes, Told } from './app/ports.ts'

/** Without letters and digits that are taken for each other, or that make words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz'
const LENGTH = 10

/** A reference for a new review, which nobody can guess: 28 characters in 10 places. */
export const newReviewRef = (): string =>
  `R-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

/** How those invited hear that a review has moved, by the day that pages go by. */
export const toldPort: Port<(today: () => PlainDate) => Told> = port('how people hear of meetings')

/** Whose time is taken for reviews that rooms above keep. */
export const otherTimesPort: Port<OtherTimes> = port('the times of officers that are taken otherwise')

/** Booking reviews, on a day. */
export const bookingServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  const toldOn = toldPort.of(house)
  const otherTimes = otherTimesPort.of(house)
  return {
    bookingOn: (today: () => PlainDate) =>
      makeBooking({ ...changing, seenWorlds, today, told: toldOn(today), otherTimes }),
  }
})
