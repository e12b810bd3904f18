import * as z from 'zod'
import { accessServices } from '../access/services.ts'
import { actorOf } from '../access/web/actor.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import { roomsPort } from '../children/services.ts'
import { messageKindsOf } from '../house/joined.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { settingsStoreOf } from '../house/services.ts'
import { messagesPermissions } from './permissions.ts'
import { messagesServices } from './services.ts'
import { messagesRoutes } from './web/routes.ts'
import { messageTasks } from './web/tasks.ts'

/** Nobody reads more of a list of what to do. */
const MOST_MESSAGES = 100

const withMessage = z.object({ message: z.string() })

/** What this room gives a server. */
export function messagesOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { people, visibleChildrenOf } = accessServices(house)
  const { messages: store, handling, providers } = messagesServices(house)
  const { worldsFor } = whatIsSeen(house)
  const kinds = messageKindsOf(roomsPort.of(house))
  const settings = settingsStoreOf(house).read
  return {
    routes: [
      messagesRoutes({ store, handling, providers, kinds, people, settings, visibleChildrenOf, worldsFor, today }),
    ],
    childIn: async (request) => {
      const named = withMessage.safeParse(request.params)
      if (!named.success) return null
      return (await store.find(request.authority.code, named.data.message))?.child ?? null
    },
    tasks: async ({ request, code, may }, whose) => {
      if (!may(messagesPermissions.send)) return []
      const { messages } = await store.list(
        code,
        await visibleChildrenOf(actorOf(request), messagesPermissions.send),
        { states: ['draft', 'needs_someone'], kind: '', child: '' },
        { first: 0, most: MOST_MESSAGES },
      )
      return messageTasks(messages, kinds, whose, code)
    },
  }
}
