import { actorOf } from '../access/web/actor.ts'
import { makeFailures } from '../access/web/failures.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import { registersReaderOf } from '../children/services.ts'
import { replyRoutes } from '../inviting/web/replies.routes.ts'
import type { FastifyRequest } from 'fastify'
import type { Looking, RoomOnServer, Server, ShownSubject } from '../house/server.ts'
import * as z from 'zod'
import { challengeOf } from './domain/standing.ts'
import { challengePermissions } from './permissions.ts'
import { challenges } from './registers/challenges.ts'
import { challengeServices } from './services.ts'
import { askRoutes } from './web/ask.routes.ts'
import { isShownWith } from './web/list.view.ts'
import { changeRoutes } from './web/change.routes.ts'
import { challengePanel } from './web/panel.view.ts'
import { challengeReplyPages } from './web/reply.view.ts'
import { challengeRoutes } from './web/routes.ts'
import { challengeTasks } from './web/tasks.ts'
import { themesRoutes } from './web/themes.routes.ts'
import { challengePath, stageWords } from './web/words.ts'

const withChallenge = z.object({ challenge: z.string() })

/** What this room gives a server. */
export function challengeOnServer({ house, today, originOf, monotonic, rooms }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { challengesOn, replyingOn, settings } = challengeServices(house)
  /** A fostering household, as the room shows it that keeps it. */
  const householdFor = (looking: Looking<World>, ref: string): ShownSubject | null =>
    rooms().flatMap(({ subject }) => subject?.(looking, { kind: 'household', ref }) ?? [])[0] ?? null
  const subjectOf = (request: FastifyRequest, world: World, ref: string) =>
    householdFor({ world, code: request.authority.code, may: request.may.bind(request), request }, ref)
  const deps = { worldsFor, today, challenges: challengesOn(today), subjectOf }
  const { replies, askForReply } = replyingOn(today)
  return {
    routes: [
      challengeRoutes(deps),
      changeRoutes(deps),
      askRoutes({ ...deps, askForReply, originOf }),
      themesRoutes(deps),
    ],
    publicRoutes: [replyRoutes({ replies, settings, failures: makeFailures(monotonic) }, challengeReplyPages)],
    panels: ({ world, code, may }, child) =>
      may(challengePermissions.read) ? [challengePanel(world, child, code, may(challengePermissions.write))] : [],
    tasks: (looking, whose) => {
      const { world, code, may, request } = looking
      const isShown = isShownWith((ref) => householdFor(looking, ref))
      return may(challengePermissions.write)
        ? challengeTasks(world, whose, actorOf(request).officerId, code, isShown)
        : []
    },
    subject: (looking, { kind, ref }) => {
      const { world, code, may } = looking
      const standing = kind === 'challenge' ? challengeOf(world, ref) : null
      if (standing === null || !may(challengePermissions.read)) return null
      if (!isShownWith((household) => householdFor(looking, household))(standing)) return null
      const { challenge } = standing
      return {
        text: `Challenge: ${challenge.themes.join('; ') || stageWords(standing)}`,
        href: challengePath(code, ref),
        officerId: challenge.officerId,
      }
    },
    childIn: async ({ params, authority }) => {
      const named = withChallenge.safeParse(params)
      if (!named.success) return null
      const registers = await registersReaderOf(house)(authority.code, null)
      return (
        challenges.rowsIn(registers).find(({ challengeRef }) => challengeRef === named.data.challenge)?.child ?? null
      )
    },
  }
}
