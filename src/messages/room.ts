import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { messageCourse } from './domain/course.ts'

/** What messages hand the house. */
export const messagesRoom: Room<World> = { name: 'messages', workflows: [messageCourse] }
