import type { ClockRun } from '../../../clocks/clock.ts'
import { careClocks } from '../clocks.ts'
import type { Episode } from '../episode.ts'
import type { CareHistory, PeriodOfCare } from '../history.ts'
import { run } from './run.ts'

/** Whether the child is looked after by remand in the episode. */
export const isRemand = (episode: Episode | undefined): boolean => episode?.legalStatus === 'J1'

/** Youth detention accommodation, for a child who is there by remand: a secure children’s home is. CLK-REV-18. */
const isYouthDetention = ({ placementType }: Episode): boolean => placementType === 'R5' || placementType === 'K1'

/**
 * CLK-REV-18, while the remand lasts: in youth detention accommodation a detention placement plan, also of a child who
 * was looked after before; elsewhere a care plan, of a child looked after by the remand alone.
 */
export function remandRuns(history: CareHistory, period: PeriodOfCare): ClockRun[] {
  const latestFirst = [...period.episodes].reverse()
  const sinceOther = latestFirst.findIndex((episode) => !isRemand(episode))
  const remand = sinceOther === -1 ? latestFirst : latestFirst.slice(0, sinceOther)
  if (remand.length === 0) return []
  const sinceElsewhere = remand.findIndex((episode) => !isYouthDetention(episode))
  const detained = sinceElsewhere === -1 ? remand : remand.slice(0, sinceElsewhere)
  const detainedSince = detained.at(-1)
  if (detainedSince) {
    return [run(history, careClocks.detentionPlacementPlan, { what: 'the remand', on: detainedSince.from })]
  }
  const isByRemandAlone = sinceOther === -1 && period.isStartRecorded
  return isByRemandAlone ? [run(history, careClocks.remandCarePlan, { what: 'the remand', on: period.startedOn })] : []
}
