import type { World } from '../../children/domain/world.ts'
import type { Task } from '../../house/task.ts'
import { longDate } from '../../kernel/dates.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { recordsOf } from '../../world/world.ts'
import { waitingChildren } from '../domain/waiting.ts'

/** Children who wait for an officer, and wishes for another one that nobody has decided on. */
export const allocationTasks = (world: World, code: string): Task[] => [
  ...waitingChildren(world).map(({ child, due, since }) => ({
    what: 'Choose an IRO',
    href: authorityPath(code, 'children', child, 'officer'),
    child,
    by: due,
    note: `Without one since ${longDate(since)}`,
  })),
  ...recordsOf(world, officerRequests)
    .filter(({ decision }) => decision === null)
    .map(({ child, on }) => ({
      what: 'Decide whether the child gets another IRO',
      href: authorityPath(code, 'children', child, 'officer', 'requests', on.toString()),
      child,
      by: null,
      note: `Asked on ${longDate(on)}`,
    })),
]
