import type { DocumentStore, Issue } from '../../documents/app/ports.ts'
import { type IssueContent, type IssueProblem, type Recipient, issueProblems, issuedOf } from '../../documents/issue.ts'
import type { DocumentKind, SettledRow } from '../../documents/kind.ts'
import type { Instant } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { Rows } from '../../registers/app/changeByHand.ts'
import type { Register } from '../../registers/register.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { Asking, Seeing } from './asking.ts'
import { type Changing, changeRecords } from './changeRecords.ts'
import { type DocumentAsked, kindNamed, maySeeDocument } from './seenDocument.ts'

/** A draft to be issued. */
export interface IssueInput extends DocumentAsked {
  /** The kind as the authority has it, where its parts are the authority’s own; it bears the name of the room’s kind. */
  as?: DocumentKind
  /** The version of the draft that the person who issues has read. */
  version: number
  recipients: readonly Recipient[]
  /** The issue that this one corrects, by id; null for the first. It must be the latest. */
  corrects: string | null
  /** Registers that what the issue settles refers to, besides its own. */
  alsoReads?: readonly Register[]
  /** Tells the person who is to hear of it, in the same unit of work; `rows` as they stand in it. */
  tell?: (unit: Unit, issue: Issue, rows: Rows) => Promise<void>
}

/** Why a draft is not issued. `no_row`: a register has no row for what the issue would settle. */
export type IssueRefused = IssueProblem | ChangedMeanwhile | NotKept | { code: 'no_row'; register: string }

/**
 * Issues a person's draft: the issue, the dates of registers that it settles, what is told of it and the log are stored
 * together or not at all, and the draft is gone. Only the first issue of a document settles dates, on the day of issue.
 * Gives what is wrong; null where the document is not theirs to see.
 */
export type IssueDocument = (
  asking: Asking,
  input: IssueInput,
) => Promise<{ issue: Issue } | { problems: readonly IssueRefused[] } | null>

export interface Issuing {
  kinds: readonly DocumentKind[]
  store: DocumentStore
  changing: Changing
  now: () => Instant
  newId: () => string
}

/** Thrown within the unit of work, so that nothing of it is stored: someone else came first. */
class CameSecond extends Error {
  override readonly name = 'CameSecond'
}

const changedMeanwhile = { problems: [{ code: 'changed_meanwhile' }] } as const

export function makeIssueDocument(deps: Issuing & Seeing): IssueDocument {
  const { kinds, store, changing, now, newId } = deps
  return async (asking, input) => {
    const ofRoom = kindNamed(kinds, input.kind)
    const kind = input.as?.name === ofRoom.name ? input.as : ofRoom
    if (!(await maySeeDocument(deps, asking, input))) return null
    const { by, authority } = asking
    const draft = (await store.drafts(authority.code, input)).find(({ personId }) => personId === by.personId)
    if (draft?.version !== input.version) return changedMeanwhile
    const problems = issueProblems(kind, draft.written, input.recipients)
    if (problems.length > 0) return { problems }
    const moment = now()
    try {
      const outcome = await changeRecords(changing, asking, {
        what: `issued ${kind.called}`,
        registers: [...new Set([...kind.settles.map(({ register }) => register), ...(input.alsoReads ?? [])])],
        decide: (rows) => settled(kind, rows, input.ref, moment),
        tell: async (unit, _, rows) => {
          const latest = await store.latest(unit, input)
          const isTaken = await store.takeDraft(unit, { ...input, personId: by.personId })
          if (!isTaken || (latest?.id ?? null) !== input.corrects) throw new CameSecond()
          const issue = await store.add(unit, newId(), {
            ...issuedOf(kind, draft.written, input.recipients),
            ref: input.ref,
            children: [...input.children],
            by: { personId: by.personId, name: by.name },
            at: moment.toString(),
            replaces: latest && named(latest),
          })
          await input.tell?.(unit, issue, rows)
          return issue
        },
        logged: () =>
          input.children.length === 0 ? null : { what: `issued ${kind.called}`, children: input.children },
      })
      return 'problems' in outcome ? outcome : { issue: outcome.result }
    } catch (error) {
      if (error instanceof CameSecond) return changedMeanwhile
      throw error
    }
  }
}

const named = ({ id, content }: Issue): NonNullable<IssueContent['replaces']> => ({ id, at: content.at })

/** The rows with the dates that the issue settles, which say nothing new where an issue before has settled them. */
function settled({ settles }: DocumentKind, rows: Rows, ref: string, moment: Instant) {
  const { day } = localOf(moment)
  const outcomes = settles.map(({ register, settle }) => ({ register, row: settle(rows, ref, day) }))
  const missing = outcomes.filter(({ row }) => row === 'no_row')
  if (missing.length > 0) {
    return { problems: missing.map(({ register }) => ({ code: 'no_row' as const, register: register.name })) }
  }
  return { rows: outcomes.flatMap(({ row }): SettledRow[] => (row === null || row === 'no_row' ? [] : [row])) }
}
