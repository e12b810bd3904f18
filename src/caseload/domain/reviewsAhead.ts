import { reviewKinds } from '../../reviews/domain/deadlineKinds.ts'
import { birthday } from '../../calendar/age.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type PlainDate, addMonths, earlierOf, isBefore, laterOf } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { reviewClocks } from '../../reviews/domain/clocks.ts'

/** How far ahead the months are counted. */
export const MONTHS_AHEAD = 12

/** When reviews are due in the next twelve months: the next of each child, and those after. */
export const reviewsAhead = rememberedFor((world: World): [next: PlainDate[], after: PlainDate[]] => {
  const horizon = addMonths(world.asAt, MONTHS_AHEAD + 1)
  const next: PlainDate[] = []
  const after: PlainDate[] = []
  for (const { clock, due, child } of openDeadlines(world)) {
    if (clock.kind !== reviewKinds.review || child === null) continue
    next.push(due)
    const bornOn = historyOf(world, child)?.record.bornOn
    const end = bornOn ? earlierOf(birthday(bornOn, 18), horizon) : horizon
    // A second review follows a first within 3 months, also after placing for adoption. CLK-REV-2, CLK-REV-16.
    let months = clock === reviewClocks.first || clock === reviewClocks.placed ? 3 : 6
    for (let on = addMonths(laterOf(due, world.asAt), months); isBefore(on, end); on = addMonths(on, months)) {
      after.push(on)
      months = 6
    }
  }
  return [next, after]
})
