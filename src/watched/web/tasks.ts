import { isUnderWatch } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { people } from '../../children/registers/people.ts'
import { fosteringKinds } from '../../fostering/domain/deadlineKinds.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { addDays, addMonths, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { oversightClocks } from '../../oversight/domain/clocks.ts'
import { childPagePath } from '../../oversight/web/childPage.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { beingPrepared } from '../domain/preparation.ts'
import { watchedPersonPage } from './person.page.ts'
import { preparationPage } from './preparation.page.ts'

/** The rating is asked for so long before the month that precedes the 18th birthday. */
const RATING_DAYS_BEFORE = 14

/** Preparing a review begins so long before it. */
const PREPARE_DAYS_BEFORE = 42

/**
 * What is to be done for those whom the service watches over: visits, oversight of orders, and the rating before leaving.
 * For an adviser, who does not book reviews, also what their young people's reviews need. `booksReviews`: whether the user does.
 */
export const watchedTasks = (world: World, whose: Whose, code: string, booksReviews: boolean): Task[] =>
  tasksIn(world)(code, booksReviews).filter(({ child }) => child !== null && isOf(whose, child))

/** Each page of work asks: worked out once for a world. */
const tasksIn = rememberedFor((world: World) =>
  rememberedWhileSame((code: string, booksReviews: boolean) => tasksOf(world, code, booksReviews), 2),
)

function tasksOf(world: World, code: string, booksReviews: boolean): Task[] {
  const day = world.asAt
  const watched = new Set(
    recordsOf(world, people)
      .filter((person) => person.kind !== 'CARE_LEAVER' && isUnderWatch(person, day))
      .map(({ child }) => child),
  )
  const visits = [...watched].flatMap((child) =>
    openDeadlinesOf(world, child)
      .filter(
        ({ clock }) =>
          (clock.kind === fosteringKinds.privateFostering && clock.limit.isBefore !== true) ||
          clock.id === oversightClocks.supervisionOrder.id,
      )
      .map(({ clock, due }): Task => ({
        what: clock.title,
        href: childPagePath(code, child, watchedPersonPage),
        child,
        by: due,
        note: '',
      })),
  )
  const ratings = beingPrepared(world).flatMap(({ child, eighteenOn, steps }): Task[] => {
    const isRated = steps.some(({ step, done }) => step === 'RATING' && done !== null)
    const by = addMonths(eighteenOn, -1)
    if (isRated || !isOnOrBefore(addDays(by, -RATING_DAYS_BEFORE), day)) return []
    return [
      {
        what: 'Rate how ready the young person is to leave care',
        href: childPagePath(code, child, preparationPage),
        child,
        by,
        note: 'A month before the 18th birthday',
      },
    ]
  })
  return [...visits, ...ratings, ...(booksReviews ? [] : leaverTasks(world, code))]
}

/** The reviews for which an adviser gets ready. */
const leaverTasks = (world: World, code: string): Task[] =>
  recordsOf(world, people)
    .filter((person) => person.kind === 'CARE_LEAVER' && isUnderWatch(person, world.asAt))
    .flatMap(({ child }) =>
      openDeadlinesOf(world, child)
        .filter(({ clock }) => clock.meeting === 'PATHWAY_18_25')
        .map(({ due }) => ({
          what: 'Get ready for the pathway plan review',
          href: authorityPath(code, 'children', child),
          child,
          by: due,
          startOn: addDays(due, -PREPARE_DAYS_BEFORE),
          note: '',
        })),
    )
