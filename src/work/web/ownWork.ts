import type { FastifyRequest } from 'fastify'
import type { Worlds } from '../../children/app/worlds.ts'
import { may, scopeOf } from '../../access/domain/actor.ts'
import { caseloadOf, workersOf } from '../../access/domain/caseload.ts'
import { actorOf } from '../../access/web/actor.ts'
import type { World } from '../../children/domain/world.ts'
import type { Server } from '../../house/server.ts'
import type { Whose } from '../../house/task.ts'
import { workPermissions } from '../permissions.ts'
import { ownReviews } from '../../booking/web/ownReviews.ts'
import { caseloadLines, iroNameOf, ownMeetings, ownOtherMeetings } from './sources.ts'
import type { MyWork } from './work.view.ts'

/**
 * What there is to do for the user. Officers and social workers see what concerns their own children; those who
 * work for the whole service, or for a team, see what concerns everyone whom they may see.
 */
export const ownWorkFor =
  ({ rooms, today }: Pick<Server<World>, 'rooms' | 'today'>, worldsFor: (request: FastifyRequest) => Worlds) =>
  async (request: FastifyRequest): Promise<MyWork> => {
    const actor = actorOf(request)
    const { code } = request.authority
    const world = await worldsFor(request).onDay(code, today(), null)
    const own =
      actor.officerId === null && actor.workerId === null ? null : caseloadOf(workersOf(actor, 'own', []), world)
    const isOfTeam = scopeOf(actor, workPermissions.read) === 'team'
    const isForEveryone = may(actor, workPermissions.everyone) || isOfTeam
    const whose: Whose = isForEveryone || own === null ? 'everyone' : own
    const looking = { world, code, may: request.may.bind(request), request }
    const tasks = await Promise.all(rooms().map(async (room) => (await room.tasks?.(looking, whose)) ?? []))
    return {
      tasks: tasks.flat(),
      reviews:
        isOfTeam || actor.workerId !== null
          ? ownReviews(world, isOfTeam ? 'everyone' : (own ?? new Set()), code)
          : null,
      isOfTeam,
      meetings:
        actor.officerId === null
          ? []
          : [
              ...ownMeetings(world, actor.officerId, code),
              ...ownOtherMeetings(
                rooms().flatMap(({ meetings }) => meetings?.(looking) ?? []),
                actor.officerId,
              ),
            ],
      ...(may(actor, workPermissions.everyone) && { iroOf: (child: string) => iroNameOf(world, child) }),
      caseload: own && caseloadLines(world, own),
    }
  }
