import { type PlainDate, isAfter, isBefore } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { Route } from '../registers/challenges.ts'
import { firstStage } from './course.ts'
import type { ChosenProtocol } from './protocol.ts'
import { type Standing, stageNow } from './standing.ts'

/** A challenge as someone makes it; null for what was left out. */
export interface RaiseEntry {
  route: Route | null
  raisedOn: PlainDate | null
  themes: readonly string[]
  concern: string | null
  /** Who is to answer first. */
  withRole: string | null
  agency: string | null
  /** Children beside the one on whose page it was made. */
  children: readonly string[]
}

/** A step to another stage. */
export interface MoveEntry {
  /** The key of the stage; null where the authority has chosen no protocol. */
  step: string | null
  on: PlainDate | null
  withRole: string | null
  why: string | null
}

/** How a challenge is closed. */
export interface CloseEntry {
  how: 'resolved' | 'withdrawn' | null
  on: PlainDate | null
  outcome: string | null
  changedForChild: string | null
}

/** An answer of the person responsible. */
export interface AnswerEntry {
  on: PlainDate | null
  answer: string | null
}

/** What can be noted of a challenge with its day, wherever it stands. */
export const notes = {
  cafcass_discussed: 'Discussed with Cafcass',
  cafcass_referred: 'Referred to Cafcass',
  legal_advice: 'Independent legal advice sought',
  court_told: 'The solicitor told the court of it',
  fed_back: 'The worker was told of the good practice',
} as const
export type NoteKind = keyof typeof notes

/** What is wrong with what was entered. */
export type ChallengeProblem =
  | {
      code:
        | 'route_missing'
        | 'theme_missing'
        | 'concern_missing'
        | 'day_missing'
        | 'day_in_future'
        | 'day_too_early'
        | 'agency_missing'
        | 'step_missing'
        | 'step_not_open'
        | 'why_missing'
        | 'role_missing'
        | 'how_missing'
        | 'outcome_missing'
        | 'change_missing'
        | 'answer_missing'
        | 'note_missing'
        | 'is_over'
        | 'no_stage'
        | 'nobody_added'
    }
  | { code: 'unknown_child'; child: string }
  | NotKept
  | ChangedMeanwhile

type Code = Exclude<ChallengeProblem['code'], 'unknown_child' | 'not_kept' | 'changed_meanwhile'>
const when = (isWrong: boolean, code: Code): { code: Code }[] => (isWrong ? [{ code }] : [])

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** What is wrong with the day of an entry. `earliest`: the day before which it can't be. */
const dayProblems = (on: PlainDate | null, today: PlainDate, earliest: PlainDate | null) => [
  ...when(on === null, 'day_missing'),
  ...when(on !== null && isAfter(on, today), 'day_in_future'),
  ...when(on !== null && earliest !== null && isBefore(on, earliest), 'day_too_early'),
]

/** What is wrong with a challenge as it is made. */
export const raiseProblems = ({ route, raisedOn, themes, concern, agency }: RaiseEntry, today: PlainDate) => [
  ...when(route === null, 'route_missing'),
  ...when(themes.length === 0, 'theme_missing'),
  ...when(isBlank(concern), 'concern_missing'),
  ...when(route === 'PARTNER' && isBlank(agency), 'agency_missing'),
  ...dayProblems(raisedOn, today, null),
]

/** The day on which a challenge came to where it stands: no answer may lie before it. */
const cameOn = (standing: Standing): PlainDate => stageNow(standing)?.startedOn ?? standing.challenge.raisedOn

/** The latest day that a challenge tells of, its last answer too: nothing that follows may lie before it. */
const latest = (standing: Standing): PlainDate => stageNow(standing)?.endedOn ?? cameOn(standing)

/** A stage to which a challenge may pass. */
export interface OpenStage {
  key: string
  label: string
  owner: string
  /** Whether a reason must be given, since stages are skipped. */
  needsWhy: boolean
}

/** The stages of its protocol to which a challenge may pass from where it stands; none without a protocol. */
export function openStages(standing: Standing): OpenStage[] {
  const { protocol, end } = standing
  if (!protocol || end) return []
  const at = protocol.stages.findIndex(({ key }) => key === stageNow(standing)?.of?.key)
  const first = standing.stages.length === 0 ? firstPlace(protocol, standing.challenge.route) : at + 1
  if (standing.stages.length > 0 && at === -1) return []
  return protocol.stages.flatMap(({ key, label, owner, isCafcass }, index) =>
    index < first ? [] : [{ key, label, owner, needsWhy: index > first && !isCafcass }],
  )
}

const firstPlace = (protocol: ChosenProtocol, route: string): number =>
  protocol.stages.findIndex((stage) => stage === firstStage(protocol, route))

/** What is wrong with a step to another stage. */
export function moveProblems(standing: Standing, { step, on, withRole, why }: MoveEntry, today: PlainDate) {
  const days = dayProblems(on, today, latest(standing))
  if (standing.end) return when(true, 'is_over')
  if (!standing.protocol) return [...when(isBlank(withRole), 'role_missing'), ...days]
  const stage = openStages(standing).find(({ key }) => key === step)
  return [
    ...when(step === null, 'step_missing'),
    ...when(step !== null && !stage, 'step_not_open'),
    ...when(stage?.needsWhy === true && isBlank(why), 'why_missing'),
    ...days,
  ]
}

/** What is wrong with the end of a challenge. Resolving asks what changed for the child, good practice aside. */
export const closeProblems = (
  standing: Standing,
  { how, on, outcome, changedForChild }: CloseEntry,
  today: PlainDate,
) =>
  standing.end
    ? when(true, 'is_over')
    : [
        ...when(how === null, 'how_missing'),
        ...when(isBlank(outcome), 'outcome_missing'),
        ...when(how === 'resolved' && isBlank(changedForChild), 'change_missing'),
        ...dayProblems(on, today, latest(standing)),
      ]

/** What is wrong with an answer. */
export const answerProblems = (standing: Standing, { on, answer }: AnswerEntry, today: PlainDate) =>
  standing.end
    ? when(true, 'is_over')
    : [
        ...when(stageNow(standing) === null, 'no_stage'),
        ...when(isBlank(answer), 'answer_missing'),
        ...dayProblems(on, today, cameOn(standing)),
      ]

/** What is wrong with something noted. */
export const noteProblems = (standing: Standing, kind: NoteKind | null, on: PlainDate | null, today: PlainDate) => [
  ...when(kind === null, 'note_missing'),
  ...dayProblems(on, today, standing.challenge.raisedOn),
]
