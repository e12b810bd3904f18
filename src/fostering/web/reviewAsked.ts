import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { type Booking, bookings } from '../../booking/domain/bookings.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isSameDay } from '../../kernel/dates.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { readDay } from '../../platform/web/filters.ts'
import type { GiveReference } from '../app/fosterReviews.ts'
import { referenceOf, withHousehold } from '../domain/asSubject.ts'
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

/** What finds a review of a household. */
export interface ReviewAskedDeps {
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  giveReference: GiveReference
}

/**
 * The review of an address, with whom it asks. One that a file brought planned, without a reference, is given one before
 * anything is sent. Throws `PageNotFound` where there is none, or where it was held without anybody being asked.
 */
export async function reviewAsked(
  request: FastifyRequest<OfReview>,
  { worldsFor, today, giveReference }: ReviewAskedDeps,
): Promise<ReviewAsked> {
  const { authority, params } = request
  const day = readDay(params.day)
  const find = async () => {
    const world = await worldsFor(request).onDay(authority.code, today(), null)
    const household = householdOf(world, params.household)
    const review = [...(household?.planned ?? []), ...(household?.held ?? [])].find((one) => {
      const on = dayOf(one)
      return day !== null && on !== null && isSameDay(on, day)
    })
    if (!household || !review || day === null) throw new PageNotFound()
    return { world, household, review, day }
  }
  const first = await find()
  const { carerRef } = first.household.carer
  const isToBeGiven = request.method === 'POST' && first.review.reviewRef === null && first.review.heldOn === null
  if (isToBeGiven) await giveReference({ authority, by: actorOf(request), carerRef, day: first.day })
  const { world: plain, household, review } = isToBeGiven ? await find() : first
  const world = { ...plain, registers: withHousehold(plain.registers, carerRef, today()) }
  const booking = bookings(world).get(referenceOf(review))
  if (!booking) throw new PageNotFound()
  const asked = membersOf(plain, household).asked.filter(({ party }) => party === 'FOSTERED_CHILD')
  return { carerRef, booking, world, children: [...new Set(asked.map(({ person }) => person))] }
}
