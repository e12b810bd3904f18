import type { FastifyRequest } from 'fastify'
import type { PlainDate } from '../../kernel/dates.ts'
import type { World } from '../../children/domain/world.ts'
import type { ReviewStep } from '../../house/step.ts'
import type { OtherMeeting } from '../../house/task.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { actorOf } from '../../access/web/actor.ts'
import type { BookingUseCases } from '../app/booking.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { TakenTime } from '../domain/diary.ts'
import type { ReviewVersion } from './history.view.ts'
import type { Teams } from './lists.filters.ts'

/** What the pages of reviews need. */
export interface BookingPagesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  /** The team of each child that the user may see. */
  teamsFor: (request: FastifyRequest) => Promise<Teams>
  /** The times of officers that are taken for children whom the user may not see: of whom is not said. */
  hiddenTimesFor: (request: FastifyRequest) => Promise<readonly TakenTime[]>
  /** The reviews of subjects that are no children, which other rooms keep, as the user may see them. */
  otherMeetingsOf: (request: FastifyRequest, world: World) => readonly OtherMeeting[]
  booking: BookingUseCases
  /** What was recorded of a review so far, the first first, each with the name of the person who recorded it. */
  versionsOf: (code: string, reviewRef: string) => Promise<readonly ReviewVersion[]>
  /** The steps of a review that other rooms see to, as the user may take them. */
  stepsOf: (request: FastifyRequest, world: World, reviewRef: string) => Promise<readonly ReviewStep[]>
  /** A reference for a new review, which nobody can guess. */
  newReviewRef: () => string
  /** The site's address as this request reached it: `https://footprint.example`. */
  originOf: (request: FastifyRequest) => string
  today: () => PlainDate
}

/** The user who makes a change, and where. */
export const askedBy = (request: FastifyRequest, { originOf }: Pick<BookingPagesDeps, 'originOf'>): AskingFrom => ({
  by: actorOf(request),
  authority: request.authority,
  origin: originOf(request),
})
