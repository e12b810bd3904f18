import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessServices } from '../access/services.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import { packageFolder } from '../platform/sources.ts'
import { readGuide } from './domain/guide.ts'
import { helpRoutes } from './web/help.routes.ts'

/** What this room gives a server. */
export function helpOnServer({ house }: Server<World>): RoomOnServer<World> {
  const { settingsOf } = accessServices(house)
  const guide = readGuide(readFileSync(join(packageFolder, 'docs/user-guide/README.md'), 'utf8'))
  return { publicRoutes: [helpRoutes({ guide, settingsOf, authorities: () => authoritiesHere(house.database) })] }
}
