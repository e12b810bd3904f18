import { type World, historyOf } from '../../children/domain/world.ts'
import type { Finding } from '../../house/finding.ts'
import { cycleOf } from './world.ts'

/** What is odd in the reviews of a child, of the return and of the register. */
export function oddReviews(world: World, child: string): readonly Finding[] {
  const history = historyOf(world, child)
  return history ? cycleOf(world, history).findings : []
}

const BETWEEN_RETURN_AND_REGISTER: ReadonlySet<string> = new Set([
  'participation_differs',
  'review_not_in_return',
  'review_not_in_register',
])

/** Where return and register disagree of a child's reviews, and what is odd in what the register alone has. */
export const isOfReviewRegister = ({ code, source }: Finding): boolean =>
  source === null || BETWEEN_RETURN_AND_REGISTER.has(code)
