import type { PlainDate } from '../../kernel/dates.ts'
import type { ChallengeStageFact } from '../registers/challengeStages.ts'
import type { ChallengeFact } from '../registers/challenges.ts'
import type { MoveEntry, NoteKind, RaiseEntry } from './entries.ts'
import { openStages } from './entries.ts'
import { firstStage } from './course.ts'
import type { ChosenProtocol } from './protocol.ts'
import type { Standing } from './standing.ts'

/** A challenge that is made. `entry` has its route and day. */
export interface NewChallenge {
  ref: string
  child: string | null
  household: string | null
  entry: RaiseEntry
  route: ChallengeFact['route']
  raisedOn: PlainDate
  officerId: string | null
  protocol: ChosenProtocol | null
}

/** The row of a new challenge. */
export const newChallenge = ({
  ref,
  child,
  household,
  entry,
  route,
  raisedOn,
  officerId,
}: NewChallenge): ChallengeFact => ({
  challengeRef: ref,
  child,
  household,
  raisedOn,
  route,
  officerId,
  themes: entry.themes,
  agency: route === 'PARTNER' ? entry.agency : null,
  resolvedOn: null,
  withdrawnOn: null,
  outcome: null,
  changedForChild: null,
  cafcass: null,
  cafcassOn: null,
  concern: entry.concern,
  legalAdviceOn: null,
  courtToldOn: null,
  fedBackOn: null,
})

/** Its first stage; null for good practice, which asks for no answer. */
export function firstStageOf({ ref, entry, route, raisedOn, protocol }: NewChallenge): ChallengeStageFact | null {
  if (route === 'GOOD_PRACTICE') return null
  const first = protocol && firstStage(protocol, route)
  return {
    challengeRef: ref,
    stage: 1,
    step: first?.key ?? null,
    startedOn: raisedOn,
    endedOn: null,
    withRole: entry.withRole ?? ownerOf(first),
    skippedWhy: null,
    answer: null,
    answeredBy: null,
  }
}

const ownerOf = (stage: { owner: string } | null | undefined): string | null =>
  stage && stage.owner !== '' ? stage.owner : null

/** The stage to which a challenge passes. `on`: the day of the entry. */
export function nextStage(standing: Standing, { step, withRole, why }: MoveEntry, on: PlainDate): ChallengeStageFact {
  const { challenge, stages, protocol } = standing
  const to = protocol?.stages.find(({ key }) => key === step)
  const isSkipping = openStages(standing).some(({ key, needsWhy }) => key === step && needsWhy)
  return {
    challengeRef: challenge.challengeRef,
    stage: stages.length + 1,
    step: to?.key ?? null,
    startedOn: on,
    endedOn: null,
    withRole: withRole ?? ownerOf(to),
    skippedWhy: isSkipping ? why : null,
    answer: null,
    answeredBy: null,
  }
}

/** The stage where it stands, ended on a day; null where it has none, or was ended before. */
export function stageEnded({ stages }: Standing, on: PlainDate | null): ChallengeStageFact | null {
  const last = stages.at(-1)
  if (!last || last.endedOn !== null) return null
  return { ...stageRow(last), endedOn: on }
}

/** A stage as its register keeps it. */
export const stageRow = (stage: Standing['stages'][number]): ChallengeStageFact => ({
  challengeRef: stage.challengeRef,
  stage: stage.stage,
  step: stage.step,
  startedOn: stage.startedOn,
  endedOn: stage.endedOn,
  withRole: stage.withRole,
  skippedWhy: stage.skippedWhy,
  answer: stage.answer,
  answeredBy: stage.answeredBy,
})

/** The challenge with this noted. What was referred to Cafcass stays referred. */
export function noted(challenge: ChallengeFact, kind: NoteKind, on: PlainDate | null): ChallengeFact {
  switch (kind) {
    case 'cafcass_discussed':
      return challenge.cafcass === 'REFERRED' ? challenge : { ...challenge, cafcass: 'DISCUSSED', cafcassOn: on }
    case 'cafcass_referred':
      return { ...challenge, cafcass: 'REFERRED', cafcassOn: on }
    case 'legal_advice':
      return { ...challenge, legalAdviceOn: on }
    case 'court_told':
      return { ...challenge, courtToldOn: on }
    case 'fed_back':
      return { ...challenge, fedBackOn: on }
  }
}
