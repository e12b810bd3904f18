import { careRuns } from '../children/domain/deadlines.ts'
import type { CareHistory } from '../children/domain/history.ts'
import type { World } from '../children/domain/world.ts'
import type { Deadline } from '../clocks/clock.ts'
import { deadlineOf } from '../clocks/deadlines.ts'
import { compareDates } from '../kernel/dates.ts'
import { rememberedFor } from '../kernel/remember.ts'
import { reviewRuns } from '../reviews/domain/deadlines.ts'

/** The deadlines of one child that are open on the day of the world: still to come, or overdue. */
export function openDeadlinesOf(history: CareHistory, world: World): Deadline[] {
  return [...reviewRuns(history, world), ...careRuns(history, world)].flatMap((run) => {
    const deadline = deadlineOf(run, world.asAt, world.holidays)
    return deadline && (deadline.state === 'running' || deadline.state === 'overdue') ? [deadline] : []
  })
}

/** Every deadline open on the day of the world, in order of due date, then child, then clock. */
export const openDeadlines = rememberedFor((world: World): readonly Deadline[] =>
  world.histories
    .flatMap((history) => openDeadlinesOf(history, world))
    .sort(
      (a, b) => compareDates(a.due, b.due) || a.child.localeCompare(b.child) || a.clock.id.localeCompare(b.clock.id),
    ),
)
