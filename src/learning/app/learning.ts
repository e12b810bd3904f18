import type { Asking, Seeing } from '../../access/app/asking.ts'
import { seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { recordsOf } from '../../world/world.ts'
import { learningPermissions } from '../permissions.ts'
import { auditActions } from '../registers/auditActions.ts'
import { type AuditFact, audits } from '../registers/audits.ts'
import { type ObservationFact, observations } from '../registers/observations.ts'

/** What is wrong with an audit, an action or an observation. */
export type LearningProblem =
  | { code: 'day_missing' | 'day_in_future' | 'no_such_child' | 'text_missing' | 'owner_missing' | 'officer_missing' | 'observer_missing' | 'kind_missing' | 'discussed_in_future' } // prettier-ignore
  | NotKept

type Entry<Fact, Key extends keyof Fact> = { [Name in keyof Omit<Fact, Key>]: Fact[Name] | null }

/** An audit as someone writes it down. */
export type AuditEntry = Entry<AuditFact, 'auditRef'>

/** An observation as someone writes it down. */
export type ObservationEntry = Entry<Omit<ObservationFact, 'themes'>, 'observationRef'> & {
  /** With semicolons between them. */
  themes: string | null
}

/** An action as someone writes it down. */
export interface ActionEntry {
  text: string | null
  owner: string | null
  dueOn: PlainDate | null
}

type Deps = Changing & Seeing & { newRef: () => string }

/** Each stores nothing unless the list it gives is empty; null where what it is about is not there for the user. */
export interface Learning {
  writeAudit: (audit: Asking & { entry: AuditEntry }) => Promise<readonly LearningProblem[]>
  /** Grades an audit, and writes down what came of talking it over. */
  discussAudit: (
    discussion: Asking & { auditRef: string } & Pick<AuditFact, 'grade' | 'discussedOn' | 'discussion'>,
  ) => Promise<readonly LearningProblem[] | null>
  addAction: (action: Asking & { auditRef: string; entry: ActionEntry }) => Promise<readonly LearningProblem[] | null>
  finishAction: (
    action: Asking & { auditRef: string; number: number; on: PlainDate },
  ) => Promise<readonly LearningProblem[] | null>
  writeObservation: (observation: Asking & { entry: ObservationEntry }) => Promise<readonly LearningProblem[]>
}

export function makeLearning(deps: Deps): Learning {
  const { seenWorlds, today, newRef } = deps

  /** The audit as the user may see it, with the child that it is about. */
  async function seenAudit({ by, authority }: Asking, auditRef: string): Promise<AuditFact | null> {
    const world = await seenWorlds(by, learningPermissions.writeAudits).onDay(authority.code, today(), null)
    return recordsOf(world, audits).find((one) => one.auditRef === auditRef) ?? null
  }

  const dayProblems = (on: PlainDate | null): LearningProblem[] =>
    on === null ? [{ code: 'day_missing' }] : isAfter(on, today()) ? [{ code: 'day_in_future' }] : []

  return {
    writeAudit: async ({ entry, ...asking }) => {
      const { on, child } = entry
      if (child !== null && !(await seenChild(deps, asking, learningPermissions.writeAudits, child))) {
        return [{ code: 'no_such_child' }]
      }
      const what = 'wrote down an audit'
      return keepRecords<LearningProblem>(deps, asking, {
        what,
        registers: [audits],
        logged: () => ({ what, children: child === null ? [] : [child] }),
        decide: () => {
          const problems = dayProblems(on)
          if (problems.length > 0 || on === null) return { problems }
          return { rows: [keeping(audits, { ...entry, on, auditRef: newRef() })] }
        },
      })
    },

    discussAudit: async ({ auditRef, grade, discussedOn, discussion, ...asking }) => {
      const seen = await seenAudit(asking, auditRef)
      if (!seen) return null
      const what = 'graded an audit and wrote down what came of talking it over'
      return keepRecords<LearningProblem>(deps, asking, {
        what,
        registers: [audits],
        logged: () => ({ what, children: seen.child === null ? [] : [seen.child] }),
        decide: (rows) => {
          const before = rows(audits).find((one) => one.auditRef === auditRef)
          if (!before) return { rows: [] }
          if (discussedOn && isAfter(discussedOn, today())) return { problems: [{ code: 'discussed_in_future' }] }
          return { rows: [keeping(audits, { ...before, grade, discussedOn, discussion })] }
        },
      })
    },

    addAction: async ({ auditRef, entry, ...asking }) => {
      const seen = await seenAudit(asking, auditRef)
      if (!seen) return null
      const what = 'added an action of an audit'
      return keepRecords<LearningProblem>(deps, asking, {
        what,
        registers: [auditActions, audits],
        logged: () => ({ what, children: seen.child === null ? [] : [seen.child] }),
        decide: (rows) => {
          const { text, owner, dueOn } = entry
          const problems: LearningProblem[] = [
            ...(text === null ? [{ code: 'text_missing' } as const] : []),
            ...(owner === null ? [{ code: 'owner_missing' } as const] : []),
          ]
          if (text === null || owner === null) return { problems }
          const own = rows(auditActions).filter((one) => one.auditRef === auditRef)
          const number = Math.max(0, ...own.map((one) => one.number)) + 1
          return { rows: [keeping(auditActions, { auditRef, number, text, owner, dueOn, completedOn: null })] }
        },
      })
    },

    finishAction: async ({ auditRef, number, on, ...asking }) => {
      const seen = await seenAudit(asking, auditRef)
      if (!seen) return null
      const what = 'closed an action of an audit'
      return keepRecords<LearningProblem>(deps, asking, {
        what,
        registers: [auditActions, audits],
        logged: () => ({ what, children: seen.child === null ? [] : [seen.child] }),
        decide: (rows) => {
          const action = rows(auditActions).find((one) => one.auditRef === auditRef && one.number === number)
          const isOpen = action?.completedOn === null
          return { rows: isOpen ? [keeping(auditActions, { ...action, completedOn: on })] : [] }
        },
      })
    },

    writeObservation: ({ entry, ...asking }) =>
      keepRecords<LearningProblem>(deps, asking, {
        what: 'wrote down an observation',
        registers: [observations, officers],
        logged: () => null,
        decide: () => {
          const { on, officerId, observer, kind } = entry
          const problems: LearningProblem[] = [
            ...dayProblems(on),
            ...(officerId === null ? [{ code: 'officer_missing' } as const] : []),
            ...(observer === null ? [{ code: 'observer_missing' } as const] : []),
            ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
          ]
          if (problems.length > 0 || !on || !officerId || !observer || !kind) return { problems }
          return {
            rows: [
              keeping(observations, {
                ...entry,
                on,
                officerId,
                observer,
                kind,
                observationRef: newRef(),
                themes: (entry.themes ?? '').split(';').map((theme) => theme.trim()).filter(Boolean), // prettier-ignore
              }),
            ],
          }
        },
      }),
  }
}
