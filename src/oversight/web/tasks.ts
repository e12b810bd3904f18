import { whoseWork } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { Clock, DeadlineKind } from '../../clocks/clock.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { oversightClocks, oversightDeadlines } from '../domain/clocks.ts'
import { type ChildPage, childPagePath } from './childPage.ts'
import { oversightChildPage } from './oversight.page.ts'

/** What each clock asks for, as an order. */
const orders: ReadonlyMap<string, string> = new Map(
  (
    [
      [oversightClocks.midpoint, 'Check the plan midway between reviews'],
      [oversightClocks.red, 'Check the child rated red'],
      [oversightClocks.amber, 'Check the child rated amber'],
      [oversightClocks.quarter, 'Write an entry for this quarter'],
      [oversightClocks.unregisteredVisit, 'Visit the placement that is not registered'],
      [oversightClocks.unregisteredContact, 'Be in contact with the child in a placement that is not registered'],
      [oversightClocks.supervisionOrder, 'Look at the supervision order'],
      [oversightClocks.emergencyMove, 'Write an entry about the emergency move'],
      [oversightClocks.contactPlan, 'Be in contact with the child as agreed'],
      [oversightClocks.childTold, 'Tell the child who their IRO is'],
      [oversightClocks.reviewAsked, 'Hold the review that was asked for'],
      [oversightClocks.iroMeets, 'Meet the child before the first review'],
    ] as const
  ).map(([{ title }, order]) => [title, order]),
)

/** A task for each open deadline of a kind, done on a page of the child. `orderOf`: null for a clock that asks for nothing here. */
export function tasksOfDeadlines(
  world: World,
  whose: Whose,
  kind: DeadlineKind,
  { code, page, orderOf }: { code: string; page: ChildPage; orderOf: (clock: Clock) => string | null },
): Task[] {
  return openDeadlines(world).flatMap(({ clock, child, due }): Task[] => {
    if (clock.kind !== kind || child === null || !isOf(whose, child) || !isKnown(world, child)) return []
    const what = orderOf(clock)
    if (what === null) return []
    const task = { what, href: childPagePath(code, child, page), child, by: due, note: '' }
    const officer = officerIdOf(world, child, world.asAt)
    return [whose === 'everyone' ? { ...task, whose: whoseWork(world, officer) } : task]
  })
}

/** What an IRO is to do between reviews: what each open time limit asks for. A note on the child’s page does it. */
export const oversightTasks = (world: World, whose: Whose, code: string): Task[] =>
  tasksOfDeadlines(world, whose, oversightDeadlines.oversight, {
    code,
    page: oversightChildPage,
    orderOf: ({ title }) => orders.get(title) ?? null,
  })
