import type { World } from '../../children/domain/world.ts'
import { addDays, isAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type EventFact, eventKinds, events } from '../registers/events.ts'
import { type SignKind, signCode } from './kinds.ts'
import { type Found, found } from './sign.ts'
import { type WatchedChild, wasReviewedAfter } from './watchedChild.ts'

const byChild = rememberedFor((rows: readonly EventFact[]) => Map.groupBy(rows, ({ child }) => child))

/** What was heard of a child before a return shows it. */
export const eventsOf = (world: World, child: string): readonly EventFact[] =>
  byChild(recordsOf(world, events)).get(child) ?? []

/** What was heard of a child that is a sign of this kind, until it ended, or a review was held after it. */
export const heard =
  (kind: SignKind, prompts: Found['prompts'] = null) =>
  (of: WatchedChild): Found[] => {
    const { world, child, asAt, limits } = of
    return eventsOf(world, child)
      .filter((event) => event.kind === signCode(kind) && isOnOrBefore(event.on, asAt))
      .filter(({ endedOn }) => endedOn === null || isAfter(endedOn, asAt))
      .filter(
        ({ on }) =>
          kind === 'unregistered_placement' ||
          (!wasReviewedAfter(of, on) &&
            (kind !== 'returned_home' || isOnOrBefore(asAt, addDays(on, limits.returnedHomeDays)))),
      )
      .map((event) =>
        found(
          event.on,
          `${eventKinds[event.kind]}, on ${longDate(event.on)}, as somebody wrote down here. ${event.note ?? ''}`.trim(),
          prompts,
        ),
      )
  }
