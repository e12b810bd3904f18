import type { FastifyRequest } from 'fastify'
import type { PlainDate } from '../kernel/dates.ts'
import type { MessageStore } from '../messages/app/ports.ts'
import { scopeOf } from '../access/domain/actor.ts'
import { caseloadOf, workersOf } from '../access/domain/sight.ts'
import { actorOf } from '../access/web/actor.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnPages } from '../house/room.ts'
import type { Task, Whose } from '../house/task.ts'
import { ownReviews } from '../booking/web/ownReviews.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import { returnTasks } from '../returns/ssda903/web/tasks.ts'
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
    { messages, sightOf, returns }: Pick<Services, 'sightOf' | 'returns'> & { messages: Pick<MessageStore, 'list'> },
    { worldsFor, validationFor, findingsFor }: Pick<WhatIsSeen, 'worldsFor' | 'validationFor' | 'findingsFor'>,
    today: () => PlainDate,
  ) =>
  async (request: FastifyRequest): Promise<MyWork> => {
    const actor = actorOf(request)
    const { code } = request.authority
    const world = await worldsFor(request).onDay(code, today(), null)
    const own =
      actor.officerId === null && actor.workerId === null ? null : caseloadOf(workersOf(actor, 'own', []), world)
    const isForEveryone = actor.roles.some((role) => role === 'business_support' || role === 'iro_manager')
    const whose: Whose = isForEveryone || own === null || scopeOf(actor, 'work.read') === 'team' ? 'everyone' : own
    const inNeed = request.may('messages.send')
      ? (
          await messages.list(
            code,
            await sightOf(actor, 'messages.send'),
            { states: ['draft', 'needs_someone'], kind: '', child: '' },
            { first: 0, most: MOST_MESSAGES },
          )
        ).messages
      : []
    /** What the latest return asks of those who look after it. */
    async function tasksOfReturn(): Promise<Task[]> {
      const years = (await returns.coverage(code)).map(({ year }) => year)
      if (!actor.roles.includes('analyst') || years.length === 0) return []
      const latest = reportingYear(Math.max(...years))
      const [{ failures }, findings] = await Promise.all([validationFor(request, latest), findingsFor(request)])
      return returnTasks({ year: latest.name, failures: failures.length, findings: findings.length }, code)
    }
    const isOfTeam = scopeOf(actor, 'work.read') === 'team'
    const looking = { world, code, may: (permission: string) => request.may(permission) }
    return {
      tasks: [
        ...rooms.flatMap(({ tasks }) => tasks?.(looking, whose) ?? []),
        ...messageTasks(inNeed, whose, code),
        ...(await tasksOfReturn()),
      ],
      reviews:
        isOfTeam || actor.workerId !== null
          ? ownReviews(world, isOfTeam ? 'everyone' : (own ?? new Set()), code)
          : null,
      isOfTeam,
      meetings: actor.officerId === null ? [] : ownMeetings(world, actor.officerId, code),
      caseload: own && caseloadLines(world, own),
    }
  }
