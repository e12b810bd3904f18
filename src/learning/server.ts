import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { learningServices } from './services.ts'
import { learningRoutes } from './web/learning.routes.ts'
import { productsRoutes } from './web/products.routes.ts'

/** What this room gives a server. */
export function learningOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const services = learningServices(house)
  return {
    routes: [
      learningRoutes({ worldsFor, today, learning: services.learningOn(today) }),
      productsRoutes({ worldsFor, today, products: services.productsOn(today) }),
    ],
  }
}
