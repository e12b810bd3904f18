import { started } from '../../clocks/started.ts'
import type { World } from '../../children/domain/world.ts'
import type { Clock, ClockRun } from '../../clocks/clock.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { openRunsOf } from '../../workflows/deadlines.ts'
import { protocolSetting } from '../settings.ts'
import { challengeDeadlines } from './kinds.ts'
import { OVERALL_WORKING_DAYS, type Protocol, ruleFor } from './protocol.ts'
import { type Standing, challengesIn, isOpen, overallKeptBy, stageNow } from './standing.ts'

const HANDBOOK = 'IRO Handbook, chapter 6'

/** The limit for the whole of a challenge, by what the authority has set for the day on which it was raised; null where it has none. CLK-DRP-1. */
function overallClock({ overallWorkingDays: amount, source }: Protocol['rule']): Clock | null {
  if (amount === undefined) return null
  return {
    id: 'CLK-DRP-1',
    kind: challengeDeadlines,
    title: 'End of a challenge',
    limit: { amount, unit: 'working_days' },
    rule: `within ${amount} working days for the whole of it`,
    source: source === '' ? HANDBOOK : amount === OVERALL_WORKING_DAYS ? `${HANDBOOK}; ${source}` : source,
    confidence: amount === OVERALL_WORKING_DAYS ? 'likely' : 'local practice',
  }
}

/** The runs of a challenge that ask for something still: the stage's, and the one for the whole. */
function runsOfChallenge(standing: Standing, world: World): ClockRun[] {
  const { challenge, course, overallFrom, cafcass } = standing
  if (!isOpen(standing)) return []
  const about = { child: challenge.child, subject: { kind: 'challenge', ref: challenge.challengeRef } }
  const clock = overallClock(ruleFor(protocolSetting.of(world.settings), challenge.raisedOn))
  const overall: ClockRun[] =
    clock && overallFrom
      ? [
          started(clock, about.child, overallFrom, {
            subject: about.subject,
            satisfiedBy: overallKeptBy(standing),
            // A referral whose day is not recorded ends the duty all the same: nothing is left to be done in time.
            endedBy: cafcass?.how === 'REFERRED' && cafcass.on === null ? { what: 'its referral to Cafcass', on: overallFrom.on } : null, // prettier-ignore
            isKeptToDay: true,
          }),
        ]
      : []
  const isAnswered = (stageNow(standing)?.endedOn ?? null) !== null
  const ofStage =
    course && !isAnswered ? openRunsOf(course, challenge.child ?? '', world.holidays).map((run) => ({ ...run, ...about, isKeptToDay: true as const })) : [] // prettier-ignore
  return [...overall, ...ofStage]
}

const none: readonly ClockRun[] = []

const runsIn = rememberedFor((world: World) => {
  const runs = challengesIn(world).flatMap((standing) => runsOfChallenge(standing, world))
  return Map.groupBy(runs, ({ child }) => child)
})

/** The clocks of the challenges about one child alone. CLK-DRP-1, CLK-DRP-3. */
export const challengeRunsOf = (world: World, child: string): readonly ClockRun[] => runsIn(world).get(child) ?? none

/** The clocks of challenges that are of no one child: about several, or about the service. */
export const otherChallengeRuns = (world: World): readonly ClockRun[] => runsIn(world).get(null) ?? none

/** Whom challenges are about, for those of whom nothing else tells. */
export const childrenChallengedFor = (world: World): readonly string[] =>
  [...runsIn(world).keys()].filter((child) => child !== null)
