import type { FastifyRequest } from 'fastify'
import { accessServices } from '../access/services.ts'
import { nameOf } from '../access/web/names.ts'
import { teamsSeen, whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import { worldsOf } from '../children/services.ts'
import type { Server } from '../house/server.ts'
import { registerStoreOf } from '../house/services.ts'
import { rowsIn } from '../registers/app/changeByHand.ts'
import { rowKey } from '../registers/register.ts'
import { meetings } from '../reviews/registers/meetings.ts'
import { reviews } from '../reviews/registers/reviews.ts'
import { bookingSetting } from '../reviews/settings.ts'
import { maySee } from '../world/visibility.ts'
import { recordsOf } from '../world/world.ts'
import { takenBy } from './domain/diary.ts'
import { bookingServices, newReviewRef, otherTimesPort } from './services.ts'
import type { BookingPagesDeps } from './web/deps.ts'

/** What the pages of reviews work with. */
export function bookingPages({ house, today, originOf, rooms }: Server<World>): BookingPagesDeps {
  const { worldsFor, visibleChildrenFor } = whatIsSeen(house)
  const lookingAt = (request: FastifyRequest, world: World) => ({
    world,
    code: request.authority.code,
    may: request.may.bind(request),
    request,
  })
  return {
    worldsFor,
    teamsFor: teamsSeen(house, today),
    hiddenTimesFor: async (request) => {
      const [visible, world] = await Promise.all([
        visibleChildrenFor(request),
        worldsOf(house).onDay(request.authority.code, today(), null),
      ])
      const hidden = recordsOf(world, meetings).filter(({ child }) => !maySee(visible, child))
      const { meetingMinutes } = bookingSetting.of(world.settings)
      return [
        ...takenBy(hidden, meetingMinutes),
        ...otherTimesPort.of(house).takenIn(rowsIn(world.registers), meetingMinutes),
      ]
    },
    otherMeetingsOf: (request, world) => rooms().flatMap(({ meetings }) => meetings?.(lookingAt(request, world)) ?? []),
    booking: bookingServices(house).bookingOn(today),
    versionsOf: async (code, reviewRef) => {
      const [versions, everyone] = await Promise.all([
        registerStoreOf(house).versionsOf(code, reviews.name, rowKey(reviews, { review_ref: reviewRef })),
        accessServices(house).people.all(code),
      ])
      return versions.map(({ from, content, sourceName, recordedBy }) => ({
        from,
        review: reviews.read(content),
        by: recordedBy === null ? '' : nameOf(recordedBy, everyone),
        sourceName,
      }))
    },
    stepsOf: async (request, world, reviewRef) => {
      const looking = lookingAt(request, world)
      return (await Promise.all(rooms().map(async ({ steps }) => (await steps?.(looking, reviewRef)) ?? []))).flat()
    },
    newReviewRef,
    originOf,
    today,
  }
}
