import type { FastifyRequest } from 'fastify'
import type { Worlds } from '../../children/app/worlds.ts'
import type { House } from '../../house/house.ts'
import { registersOf } from '../../house/joined.ts'
import { roomsPort } from '../../children/services.ts'
import { registerStoreOf } from '../../house/services.ts'
import type { Permission } from '../../house/permission.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Visibility } from '../../kernel/visibility.ts'
import { peopleIn, rowsSeen } from '../../registers/people.ts'
import type { Register, StoredRows } from '../../registers/register.ts'
import { withThoseReferredTo } from '../../registers/things.ts'
import { type VisibleChildren, maySee, visibilityIn } from '../../world/visibility.ts'
import { teamsOf } from '../domain/teams.ts'
import { accessServices } from '../services.ts'
import { actorOf } from './actor.ts'
import { showed } from './logging.ts'

/** What pages are given: everything as the user may see it with the permission of the route, and nothing by any other way. */
export interface WhatIsSeen {
  worldsFor: (request: FastifyRequest) => Worlds
  visibleChildrenFor: (request: FastifyRequest) => Promise<VisibleChildren>
  /** Whom the user may see. */
  visibilityFor: (request: FastifyRequest) => Promise<Visibility>
  /** The rows of these registers that the user may see; the log says whom they have taken away. */
  rowsToTakeAway: (request: FastifyRequest, registers: readonly Register[], what: string) => Promise<StoredRows>
}

/** What the pages of this house are given. */
export function whatIsSeen(house: House): WhatIsSeen {
  const { seenWorlds, visibleChildrenOf } = accessServices(house)
  const visibleChildrenFor = (request: FastifyRequest) => visibleChildrenOf(actorOf(request), permissionOf(request))
  return {
    worldsFor: (request) => seenWorlds(actorOf(request), permissionOf(request)),
    visibleChildrenFor,
    visibilityFor: async (request) => visibilityIn(await visibleChildrenFor(request)),
    rowsToTakeAway: async (request, registers, what) => {
      const visible = await visibleChildrenFor(request)
      const needed = withThoseReferredTo(registers, registersOf(roomsPort.of(house)))
      const names = needed.map(({ name }) => name)
      const stored = await registerStoreOf(house).rows(request.authority.code, names, null)
      const seen = rowsSeen(needed, (person) => maySee(visible, person))(stored)
      showed(request, what, peopleIn(registers, seen, needed))
      return seen
    },
  }
}

/** The team of each child looked after today whom the user may see: that of the person who is the child's social worker. */
export const teamsSeen =
  (house: House, today: () => PlainDate) =>
  async (request: FastifyRequest): Promise<ReadonlyMap<string, string>> => {
    const { code } = request.authority
    const [world, people] = await Promise.all([
      whatIsSeen(house).worldsFor(request).onDay(code, today(), null),
      accessServices(house).people.all(code),
    ])
    return teamsOf(people, world)
  }

/** The permission of the request's route. Throws where nobody has been let in by it. */
function permissionOf({ permission }: FastifyRequest): Permission {
  if (!permission) throw new Error('nobody has been let in by a permission')
  return permission
}
