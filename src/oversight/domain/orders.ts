import { started } from '../../clocks/started.ts'
import { birthdayOf, isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { people } from '../../children/registers/people.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { compareDates, isBefore, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { supervisionOrdersSetting } from '../settings.ts'
import { oversightClocks } from './clocks.ts'
import { entriesOf } from './entries.ts'
import { ofAuthority } from './ofAuthority.ts'

/** The children under a supervision order, of whom a return need not tell. */
export const childrenUnderOrders = (world: World): string[] =>
  recordsOf(world, people).flatMap(({ child, kind }) => (kind === 'SUPERVISION_ORDER' ? [child] : []))

/** CLK-OVR-6: oversight of a child under a supervision order, from the order or the last oversight of it. */
export function supervisionOrderRuns(world: World, child: string): ClockRun[] {
  const rule = supervisionOrdersSetting.of(world.settings)
  if (!rule.isOn) return []
  const order = watchedRowsOf(world, child).findLast(
    (row) =>
      row.kind === 'SUPERVISION_ORDER' && isUnderWatch(row, world.asAt) && isBefore(world.asAt, birthdayOf(row, 18)),
  )
  if (!order) return []
  const days = [
    ...entriesOf(world, child).map(({ on }) => on),
    ...registerReviewsOf(world, child).flatMap(({ kind, status, heldOn }) =>
      kind === 'SUPERVISION_ORDER' && status === 'HELD' && heldOn ? [heldOn] : [],
    ),
  ]
  const last = days
    .filter((day) => isOnOrAfter(day, order.from) && isOnOrBefore(day, world.asAt))
    .sort(compareDates)
    .at(-1)
  const clock = ofAuthority(
    oversightClocks.supervisionOrder,
    rule.months,
    `at least every ${rule.months} months until the order ends`,
    rule.source,
  )
  const startedBy = last ? { what: 'the last oversight of it', on: last } : { what: 'the order', on: order.from }
  return [started(clock, child, startedBy)]
}
