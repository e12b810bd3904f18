import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import type { OtherSubjects } from '../../inviting/app/ports.ts'
import type { Permission } from '../../house/permission.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { versionOfChallenge } from '../domain/version.ts'
import {
  type AnswerEntry,
  type ChallengeProblem,
  type CloseEntry,
  type MoveEntry,
  type NoteKind,
  type RaiseEntry,
  answerProblems,
  closeProblems,
  moveProblems,
  noteProblems,
  raiseProblems,
} from '../domain/entries.ts'
import { protocolFor } from '../domain/protocol.ts'
import { firstStageOf, newChallenge, nextStage, noted, stageEnded, stageRow } from '../domain/rows.ts'
import { type Standing, challengeOf } from '../domain/standing.ts'
import { challengePermissions } from '../permissions.ts'
import { challengeChildren } from '../registers/challengeChildren.ts'
import { type ChallengeStageFact, challengeStages } from '../registers/challengeStages.ts'
import { type ChallengeFact, challenges } from '../registers/challenges.ts'
import { protocolSetting } from '../settings.ts'

const registers = [officers, challenges, challengeChildren, challengeStages]

export type ChallengesDeps = Changing &
  Seeing & { newRef: () => string; otherSubjects: Pick<OtherSubjects, 'registers'> }

/** Which challenge is to be changed, and the version of it that the form showed. */
export interface OfChallenge extends Asking {
  ref: string
  replaces: string
}

/** What becomes of it: nothing is stored unless the list is empty; null where it is not there for the user. */
export type Outcome = readonly ChallengeProblem[] | null

/** What people do about challenges. */
export interface Challenges {
  /**
   * Makes a challenge, about one child, several, a household that the user has been shown, or the service. Null where the
   * child is not there for the user.
   */
  raise: (
    challenge: Asking & { child: string | null; household: string | null; entry: RaiseEntry },
  ) => Promise<{ ref: string } | { problems: readonly ChallengeProblem[] } | null>
  /** Passes it to another stage; to Cafcass’s, it is referred. */
  move: (change: OfChallenge & { entry: MoveEntry }) => Promise<Outcome>
  /** Writes down what those responsible answered in the stage where it stands. */
  answer: (change: OfChallenge & { entry: AnswerEntry }) => Promise<Outcome>
  close: (change: OfChallenge & { entry: CloseEntry }) => Promise<Outcome>
  /** Notes with its day that Cafcass, the court, a lawyer or the worker came into it. */
  note: (change: OfChallenge & { kind: NoteKind | null; on: PlainDate | null }) => Promise<Outcome>
  /** Adds children to a challenge about several. */
  addChildren: (change: OfChallenge & { children: readonly string[] }) => Promise<Outcome>
}

/** What a change is: whose permission it takes, what the log says, and what becomes of the challenge as it stands. */
interface ChangeOfChallenge {
  permission: Permission
  what: string
  /** Children whom it brings in. */
  brings?: readonly string[]
  decide: (
    standing: Standing,
    world: World,
  ) => { problems: readonly ChallengeProblem[]; rows: () => readonly RowToKeep[] }
}

export function makeChallenges(deps: ChallengesDeps): Challenges {
  const worldOf = ({ by, authority }: Asking, permission: Permission): Promise<World> =>
    deps.seenWorlds(by, permission).onDay(authority.code, deps.today(), null)

  async function change({ ref, replaces, ...asking }: OfChallenge, of: ChangeOfChallenge): Promise<Outcome> {
    const { permission, what, brings = [], decide } = of
    const world = await worldOf(asking, permission)
    const standing = challengeOf(world, ref)
    if (standing === null) return null
    return keepRecords<ChallengeProblem>(deps, asking, {
      what,
      registers,
      logged: () => ({ what, children: [...standing.children, ...brings] }),
      decide: (rows) => {
        const current = versionOfChallenge({ registers: rows.stored }, ref)
        if (current !== replaces) return { problems: [{ code: 'changed_meanwhile' }] }
        const { problems, rows: kept } = decide(standing, world)
        return problems.length > 0 ? { problems } : { rows: kept() }
      },
    })
  }

  const { write, answer } = challengePermissions
  return {
    raise: async ({ child, household, entry, ...asking }) => {
      if (child !== null && (await seenChild(deps, asking, write, child)) === null) return null
      const world = await worldOf(asking, write)
      const children = [...new Set(entry.children)].filter((one) => one !== child)
      const unknown = children.filter((one) => !isKnown(world, one)).map((one) => ({ code: 'unknown_child' as const, child: one })) // prettier-ignore
      const ref = deps.newRef()
      const what = 'made a challenge'
      const problems = await keepRecords<ChallengeProblem>(deps, asking, {
        what,
        registers: household === null ? registers : [...registers, ...deps.otherSubjects.registers],
        logged: () => ({ what, children: [...(child === null ? [] : [child]), ...children] }),
        decide: (rows) => {
          const { route, raisedOn } = entry
          const wrong = [...raiseProblems(entry, deps.today()), ...unknown]
          if (wrong.length > 0 || route === null || raisedOn === null) return { problems: wrong }
          const own = rows(officers).find(({ officerId }) => officerId === asking.by.officerId)
          const protocol = protocolFor(protocolSetting.of(world.settings), raisedOn)
          const made = { ref, child, household, entry, route, raisedOn, officerId: own?.officerId ?? null, protocol }
          return {
            rows: [
              keeping(challenges, newChallenge(made)),
              ...children.map((one) => keeping(challengeChildren, { challengeRef: ref, child: one })),
              ...stages(firstStageOf(made)),
            ],
          }
        },
      })
      return problems.length > 0 ? { problems } : { ref }
    },

    move: ({ entry, ...of }) =>
      change(of, {
        permission: write,
        what: 'took a challenge further',
        decide: (standing) => ({
          problems: moveProblems(standing, entry, deps.today()),
          rows: () => rowsOfMove(standing, entry),
        }),
      }),

    answer: ({ entry, ...of }) =>
      change(of, {
        permission: answer,
        what: 'answered a challenge',
        decide: (standing) => ({
          problems: answerProblems(standing, entry, deps.today()),
          rows: () =>
            standing.stages
              .slice(-1)
              .flatMap((stage) =>
                stages({ ...stageRow(stage), endedOn: entry.on, answer: entry.answer, answeredBy: of.by.name }),
              ),
        }),
      }),

    close: ({ entry, ...of }) =>
      change(of, {
        permission: write,
        what: 'closed a challenge',
        decide: (standing) => ({
          problems: closeProblems(standing, entry, deps.today()),
          rows: () => [keeping(challenges, closed(standing.challenge, entry)), ...stages(stageEnded(standing, entry.on))], // prettier-ignore
        }),
      }),

    note: ({ kind, on, ...of }) =>
      change(of, {
        permission: write,
        what: 'noted something of a challenge',
        decide: (standing) => ({
          problems: noteProblems(standing, kind, on, deps.today()),
          rows: () => (kind === null ? [] : [keeping(challenges, noted(standing.challenge, kind, on))]),
        }),
      }),

    addChildren: async ({ children, ...of }) => {
      const world = await worldOf(of, write)
      const unknown = children.filter((one) => !isKnown(world, one))
      return change(of, {
        permission: write,
        what: 'added children to a challenge',
        brings: children,
        decide: (standing) => ({
          problems: [
            ...(children.length === 0 ? [{ code: 'nobody_added' as const }] : []),
            ...unknown.map((child) => ({ code: 'unknown_child' as const, child })),
            ...(standing.end ? [{ code: 'is_over' as const }] : []),
          ],
          rows: () => children.map((child) => keeping(challengeChildren, { challengeRef: of.ref, child })),
        }),
      })
    },
  }
}

const stages = (row: ChallengeStageFact | null): RowToKeep[] => (row === null ? [] : [keeping(challengeStages, row)])

const closed = (challenge: ChallengeFact, { how, on, outcome, changedForChild }: CloseEntry): ChallengeFact => ({
  ...challenge,
  resolvedOn: how === 'resolved' ? on : null,
  withdrawnOn: how === 'withdrawn' ? on : null,
  outcome,
  changedForChild,
})

function rowsOfMove(standing: Standing, entry: MoveEntry): RowToKeep[] {
  const { on, step } = entry
  if (on === null) return []
  const { challenge, protocol } = standing
  const to = protocol?.stages.find(({ key }) => key === step)
  const isReferral = to?.isCafcass === true && challenge.cafcass !== 'REFERRED'
  return [
    ...stages(stageEnded(standing, on)),
    ...stages(nextStage(standing, entry, on)),
    ...(isReferral ? [keeping(challenges, noted(challenge, 'cafcass_referred', on))] : []),
  ]
}
