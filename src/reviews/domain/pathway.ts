import { people } from '../../children/registers/people.ts'
import { recordsOf } from '../../world/world.ts'
import { reviews } from '../registers/reviews.ts'
import { isUnderWatch } from '../../children/domain/watched.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { compareDates, isOnOrAfter } from '../../kernel/dates.ts'
import { reviewClocks } from './clocks.ts'
import { heldDays, isKeptWhenDue, keptSince } from './kept.ts'
import { cycleOf, registerReviewsOf } from './world.ts'

/**
 * CLK-REV-20, of a care leaver whom the service watches over: six months after the last review, of the pathway plan or,
 * before that, of the child's case. None for anyone else.
 */
export function pathwayRunsOf(world: World, child: string): readonly ClockRun[] {
  const leaver = recordsOf(world, people).find(
    (person) => person.child === child && person.kind === 'CARE_LEAVER' && isUnderWatch(person, world.asAt),
  )
  if (!leaver) return []
  const history = historyOf(world, child)
  const inCare = history ? cycleOf(world, history).held.map(({ heldOn }) => heldOn) : []
  const registered = heldDays(registerReviewsOf(world, child), ['PATHWAY_18_25', 'CLA', 'ADOPTION'], world.asAt)
  const last = [...inCare, ...registered].sort(compareDates).at(-1) ?? null
  const startedBy =
    last === null
      ? {
          what: 'the day from which the service watches over the care leaver, as no earlier review is known,',
          on: leaver.from,
        }
      : {
          what: isOnOrAfter(last, leaver.from) ? 'the last pathway plan review, held' : 'the last review in care, held',
          on: last,
        }
  return [
    {
      clock: reviewClocks.pathway,
      child,
      startedBy,
      notBefore: null,
      satisfiedBy: null,
      endedBy: null,
      isSatisfactionRecorded: isKeptWhenDue(
        keptSince(recordsOf(world, reviews)).pathway,
        startedBy.on,
        reviewClocks.pathway.limit.amount,
      ),
      notes: [],
    },
  ]
}

/** The care leavers whom the service watches over on the day of the world, each once. */
export const leaversOf = (world: World): string[] => [
  ...new Set(
    recordsOf(world, people)
      .filter((person) => person.kind === 'CARE_LEAVER' && isUnderWatch(person, world.asAt))
      .map(({ child }) => child),
  ),
]
