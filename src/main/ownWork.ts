import { workPermissions } from '../work/permissions.ts'
import { messagesPermissions } from '../messages/permissions.ts'
import type { FastifyRequest } from 'fastify'
import type { PlainDate } from '../kernel/dates.ts'
import type { MessageStore } from '../messages/app/ports.ts'
import { scopeOf } from '../access/domain/actor.ts'
import { caseloadOf, workersOf } from '../access/domain/sight.ts'
import { actorOf } from '../access/web/actor.ts'
import type { World } from '../children/domain/world.ts'
import type { MessageKind } from '../house/messageKind.ts'
import type { Permission } from '../house/permission.ts'
import type { RoomOnPages } from '../house/room.ts'
import type { Whose } from '../house/task.ts'
import { messageTasks } from '../messages/web/tasks.ts'
import { caseloadLines, ownMeetings } from '../work/web/sources.ts'
import type { MyWork } from '../work/web/work.view.ts'
import type { WhatIsSeen } from './door.ts'
import type { Services } from './services.ts'

/** Nobody reads more of a list of what to do. */
const MOST_MESSAGES = 100

/**
 * What there is to do for the user. Officers and social workers see what concerns their own children; those who
 * work for the whole service, or for a team, see what concerns everyone whom they may see.
 */
export const ownWorkFor =
  (
    rooms: readonly RoomOnPages<World>[],
    kinds: readonly MessageKind[],
    { messages, sightOf }: Pick<Services, 'sightOf'> & { messages: Pick<MessageStore, 'list'> },
    { worldsFor }: Pick<WhatIsSeen, 'worldsFor'>,
    today: () => PlainDate,
  ) =>
  async (request: FastifyRequest): Promise<MyWork> => {
    const actor = actorOf(request)
    const { code } = request.authority
    const world = await worldsFor(request).onDay(code, today(), null)
    const own =
      actor.officerId === null && actor.workerId === null ? null : caseloadOf(workersOf(actor, 'own', []), world)
    const isForEveryone = actor.roles.some((role) => role === 'business_support' || role === 'iro_manager')
    const whose: Whose =
      isForEveryone || own === null || scopeOf(actor, workPermissions.read) === 'team' ? 'everyone' : own
    const inNeed = request.may(messagesPermissions.send)
      ? (
          await messages.list(
            code,
            await sightOf(actor, messagesPermissions.send),
            { states: ['draft', 'needs_someone'], kind: '', child: '' },
            { first: 0, most: MOST_MESSAGES },
          )
        ).messages
      : []
    const looking = { world, code, may: (permission: Permission) => request.may(permission) }
    return {
      tasks: [...rooms.flatMap(({ tasks }) => tasks?.(looking, whose) ?? []), ...messageTasks(inNeed, kinds, whose, code)],
      meetings: actor.officerId === null ? [] : ownMeetings(world, actor.officerId, code),
      caseload: own && caseloadLines(world, own),
    }
  }
