import { officers, type OfficerFact } from '../registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isBefore, isOnOrBefore } from '../../kernel/dates.ts'

/** Those who review children: fostering IROs and managers are counted apart. `kpi-definitions` 12. */
export const isReviewingOfficer = ({ role }: OfficerFact): boolean => role === 'IRO' || role === 'IRO_AND_CP_CHAIR'

/** In post on a day: the last day of a post is one. */
export const isInPost = (officer: OfficerFact, day: PlainDate): boolean =>
  isOnOrBefore(officer.startedOn, day) && !hasLeft(officer, day)

/** Whether the last day of a post lies before a day. Who begins only later has not left. */
export const hasLeft = ({ endedOn }: Pick<OfficerFact, 'endedOn'>, day: PlainDate): boolean =>
  endedOn !== null && isBefore(endedOn, day)

/** The reviewing officers in post on a day. */
export const reviewingOfficersOn = (world: World, day: PlainDate): OfficerFact[] =>
  recordsOf(world, officers).filter((officer) => isReviewingOfficer(officer) && isInPost(officer, day))
