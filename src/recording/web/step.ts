import type { World } from '../../children/domain/world.ts'
import type { Looking } from '../../house/server.ts'
import type { ReviewStep } from '../../house/step.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { recordingPermissions } from '../permissions.ts'
import { afterPath, openAfter } from './after.view.ts'

/** What follows a review that was held, with what of it is still to come. */
export function recordingStep({ world, code, may }: Looking<World>, reviewRef: string): ReviewStep[] {
  const review = recordsOf(world, reviews).find((one) => one.reviewRef === reviewRef)
  if (review?.status !== 'HELD' || !may(recordingPermissions.read)) return []
  const open = openAfter(world, review)
  const overdue = open.filter(({ state }) => state === 'overdue').length
  const status = open.length === 0 ? 'Nothing is due' : overdue === 0 ? `${open.length} to come` : `${overdue} overdue`
  return [{ place: 60, text: 'Decisions, record and letters', href: afterPath(code, reviewRef), status }]
}
