import type { FastifyRequest } from 'fastify'
import { type Booking, bookings } from '../../booking/domain/bookings.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isSameDay } from '../../kernel/dates.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay } from '../../platform/web/filters.ts'
import { withHousehold } from '../domain/asSubject.ts'
import { householdOf } from '../domain/households.ts'
import { dayOf, membersOf } from '../domain/next.ts'

/** The address of a review of a household. */
export type OfReview = { Params: { household: string; day: string } }

/** A review of a household to which people are invited, and before which they are asked. */
export interface ReviewAsked {
  carerRef: string
  booking: Booking
  /** With the household in the place of a child. */
  world: World
  /** The children placed there whom it asks, as far as the user may see them. */
  children: string[]
}

/** The review of an address, with whom it asks. Throws `PageNotFound` where there is none, or it has no reference to ask under. */
export async function reviewAsked(
  request: FastifyRequest<OfReview>,
  { worldsFor, today }: { worldsFor: (request: FastifyRequest) => Worlds; today: () => PlainDate },
): Promise<ReviewAsked> {
  const plain = await worldsFor(request).onDay(request.authority.code, today(), null)
  const household = householdOf(plain, request.params.household)
  const day = readDay(request.params.day)
  const review = [...(household?.planned ?? []), ...(household?.held ?? [])].find((one) => {
    const on = dayOf(one)
    return day !== null && on !== null && isSameDay(on, day)
  })
  if (!household || !review?.reviewRef) throw new PageNotFound()
  const { carerRef } = household.carer
  const world = { ...plain, registers: withHousehold(plain.registers, carerRef, today()) }
  const booking = bookings(world).get(review.reviewRef)
  if (!booking) throw new PageNotFound()
  const asked = membersOf(plain, household).asked.filter(({ party }) => party === 'FOSTERED_CHILD')
  return { carerRef, booking, world, children: [...new Set(asked.map(({ person }) => person))] }
}
