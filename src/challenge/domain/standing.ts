import type { World } from '../../children/domain/world.ts'
import type { ClockEvent } from '../../clocks/clock.ts'
import { type PlainDate, earlierOf, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { Course } from '../../workflows/course.ts'
import { recordsOf } from '../../world/world.ts'
import { type ChallengeChildFact, challengeChildren } from '../registers/challengeChildren.ts'
import { type ChallengeStageFact, challengeStages } from '../registers/challengeStages.ts'
import { type ChallengeFact, challenges } from '../registers/challenges.ts'
import { protocolSetting } from '../settings.ts'
import { beginsInformally, courseOfChallenge, stepsOf } from './course.ts'
import { type ChosenProtocol, type ProtocolStage, protocolFor, ruleFor } from './protocol.ts'

/** A stage that a challenge has come to. */
export interface StageGoneThrough extends ChallengeStageFact {
  /** Of the protocol; null where none is chosen, or it has no such stage. */
  of: ProtocolStage | null
}

/** How a challenge stands on the day of a world. Nothing dated later is in it. */
export interface Standing {
  challenge: ChallengeFact
  /** The children whom it is about, as far as they are seen. */
  children: readonly string[]
  /** In order; those that began after the day are left out. */
  stages: readonly StageGoneThrough[]
  protocol: ChosenProtocol | null
  /** Its course in the protocol; null without one, or without stages. */
  course: Course | null
  /** How it ended; null while it is open. */
  end: { how: 'resolved' | 'withdrawn'; on: PlainDate } | null
  /** How far Cafcass came into it by the day. `on` null: the day is not recorded. */
  cafcass: { how: 'DISCUSSED' | 'REFERRED'; on: PlainDate | null } | null
  /** What started the limit for the whole (CLK-DRP-1); null where nothing has. */
  overallFrom: ClockEvent | null
}

/** The challenges raised by the day of the world, in order of the day and reference. */
export const challengesIn = rememberedFor((world: World): readonly Standing[] => {
  const stages = Map.groupBy(recordsOf(world, challengeStages), ({ challengeRef }) => challengeRef)
  const children = Map.groupBy(recordsOf(world, challengeChildren), ({ challengeRef }) => challengeRef)
  return recordsOf(world, challenges)
    .filter(({ raisedOn }) => isOnOrBefore(raisedOn, world.asAt))
    .map((challenge) =>
      standingOf(challenge, stages.get(challenge.challengeRef) ?? [], children.get(challenge.challengeRef) ?? [], world),
    )
    .sort((a, b) => compareText(a.challenge.raisedOn.toString(), b.challenge.raisedOn.toString()) || compareText(a.challenge.challengeRef, b.challenge.challengeRef)) // prettier-ignore
})

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A challenge by its reference; null where there is none by the day of the world. */
export const challengeOf = (world: World, ref: string): Standing | null =>
  challengesIn(world).find(({ challenge }) => challenge.challengeRef === ref) ?? null

/** The challenges about a child, alone or among others. */
export const challengesAbout = (world: World, child: string): Standing[] =>
  challengesIn(world).filter(({ children }) => children.includes(child))

/** Whether it asks for something still: it is not over. Good practice reported asks for nothing. */
export const isOpen = ({ challenge, end }: Standing): boolean => end === null && challenge.route !== 'GOOD_PRACTICE'

/** The stage where it stands: the last that it came to. */
export const stageNow = ({ stages }: Standing): StageGoneThrough | null => stages.at(-1) ?? null

function standingOf(
  challenge: ChallengeFact,
  allStages: readonly ChallengeStageFact[],
  several: readonly ChallengeChildFact[],
  { asAt, settings, holidays }: World,
): Standing {
  const seen = (day: PlainDate | null): PlainDate | null => (day && isOnOrBefore(day, asAt) ? day : null)
  const rows = allStages
    .filter(({ startedOn }) => isOnOrBefore(startedOn, asAt))
    .sort((a, b) => a.stage - b.stage)
    .map((row) => ({ ...row, endedOn: seen(row.endedOn) }))
  const protocol = protocolFor(protocolSetting.of(settings), challenge.raisedOn)
  const keys = protocol ? stepsOf(protocol, challenge.route, rows) : []
  const stages = rows.map((row, index) => ({
    ...row,
    of: protocol?.stages.find(({ key }) => key === keys[index]) ?? null,
  }))
  const resolvedOn = seen(challenge.resolvedOn)
  const withdrawnOn = resolvedOn ? null : seen(challenge.withdrawnOn)
  const facts = { route: challenge.route, raisedOn: challenge.raisedOn, resolvedOn, withdrawnOn }
  const { cafcass, cafcassOn } = challenge
  return {
    challenge,
    children: [
      ...new Set([...(challenge.child === null ? [] : [challenge.child]), ...several.map(({ child }) => child)]),
    ],
    stages,
    protocol,
    course: protocol && courseOfChallenge(protocol, facts, rows, asAt, holidays),
    end: resolvedOn ? { how: 'resolved', on: resolvedOn } : withdrawnOn ? { how: 'withdrawn', on: withdrawnOn } : null,
    cafcass: cafcass && !(cafcassOn && isAfter(cafcassOn, asAt)) ? { how: cafcass, on: cafcassOn } : null,
    overallFrom: overallFrom(challenge, stages, ruleFor(protocolSetting.of(settings), challenge.raisedOn).startsAt),
  }
}

/**
 * What starts the limit for the whole. `informal_raised`: each is counted from the day on which it was raised.
 * `formal_raised`: one that began informally from its second stage, unless that is an informal one of the protocol too; others
 * from the day on which they were raised. Good practice has none. CLK-DRP-1, `kpi-definitions` section 12.
 */
function overallFrom(
  { route, raisedOn }: ChallengeFact,
  stages: readonly StageGoneThrough[],
  startsAt: ChosenProtocol['startsAt'],
): ClockEvent | null {
  if (route === 'GOOD_PRACTICE') return null
  if (startsAt === 'informal_raised' || !beginsInformally(route))
    return { what: 'the challenge being raised', on: raisedOn }
  const formal = stages.find(({ stage, step, of }) => stage > 1 && !(step !== null && of?.isFormal === false))
  return formal ? { what: `its passing to ${formal.of ? `“${formal.of.label}”` : `stage ${formal.stage}`}`, on: formal.startedOn } : null // prettier-ignore
}

/** The day on which the limit for the whole was kept: resolved, withdrawn, or referred to Cafcass. CLK-DRP-1. */
export function overallKeptBy({ end, cafcass, stages }: Standing): ClockEvent | null {
  const referral = stages.find(({ of }) => of?.isCafcass)
  const referredOn = cafcass?.how === 'REFERRED' ? cafcass.on : null
  const events: ClockEvent[] = [
    ...(end ? [{ what: `it was ${end.how}`, on: end.on }] : []),
    ...(referral ? [{ what: 'it came to Cafcass', on: referral.startedOn }] : []),
    ...(referredOn ? [{ what: 'it was referred to Cafcass', on: referredOn }] : []),
  ]
  const [first] = events
  return first ? events.reduce((a, b) => (earlierOf(a.on, b.on) === a.on ? a : b), first) : null
}
