import type { World } from '../children/domain/world.ts'
import type { ChildPanels } from '../house/panels.ts'
import type { Permission } from '../house/permission.ts'
import type { RoomOnPages } from '../house/room.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { WhatIsSeen } from './door.ts'

/** What rooms show on a child's page: as it stands today. */
export const childPanelsFor =
  (
    rooms: readonly RoomOnPages<World>[],
    { worldsFor }: Pick<WhatIsSeen, 'worldsFor'>,
    today: () => PlainDate,
  ): ChildPanels =>
  async (request, child) => {
    const { code } = request.authority
    const world = await worldsFor(request).ofChild(code, child, today(), null)
    const looking = { world, code, may: (permission: Permission) => request.may(permission) }
    return rooms.flatMap(({ panels }) => panels?.(looking, child) ?? [])
  }
