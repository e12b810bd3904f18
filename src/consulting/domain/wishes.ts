import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type StatementFact, statements } from '../registers/statements.ts'
import { type WishFact, wishes } from '../registers/wishes.ts'

const byChild = rememberedFor((rows: readonly WishFact[]) => Map.groupBy(rows, ({ child }) => child))
const statementsByChild = rememberedFor((rows: readonly StatementFact[]) => Map.groupBy(rows, ({ child }) => child))

/** What a child has said they want by the day of the world, the latest first; an answer given later is not seen. */
export const wishesOf = (world: World, child: string): WishFact[] =>
  (byChild(recordsOf(world, wishes)).get(child) ?? [])
    .filter(({ saidOn }) => isOnOrBefore(saidOn, world.asAt))
    .map((wish) => (isAnsweredBy(wish, world.asAt) ? wish : unanswered(wish)))
    .sort((a, b) => compareDates(b.saidOn, a.saidOn))

const isAnsweredBy = ({ answeredOn }: WishFact, day: PlainDate): boolean =>
  answeredOn === null || isOnOrBefore(answeredOn, day)

const unanswered = (wish: WishFact): WishFact => ({
  ...wish,
  answer: null,
  outcome: null,
  answeredOn: null,
  toldOn: null,
})

/** Whether nobody has answered the wish: neither what was done, nor why it can’t be. */
export const isOpen = ({ outcome, answer }: WishFact): boolean => outcome === null && answer === null

/** Whether the wish is answered and the child has not been told. */
export const isToBeTold = (wish: WishFact): boolean => !isOpen(wish) && wish.toldOn === null

/** The statements of a child’s app by the day of the world, the latest first. */
export const appStatementsOf = (world: World, child: string): StatementFact[] =>
  (statementsByChild(recordsOf(world, statements)).get(child) ?? [])
    .filter(({ on }) => isOnOrBefore(on, world.asAt))
    .sort((a, b) => compareDates(b.on, a.on))
