import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type WatchedPersonFact, people } from '../../children/registers/people.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { watchedPermissions } from '../permissions.ts'

/** Someone as a form has them; null for what was left out. */
export type PersonEntry = { [Name in keyof WatchedPersonFact]: WatchedPersonFact[Name] | null }

/** What is wrong with an entry. */
export type PersonProblem =
  | { code: 'child_missing' | 'kind_missing' | 'from_missing' | 'from_in_future' | 'to_in_future' | 'known_already' }
  | NotKept

/** Adds someone whom no return names. Stores nothing unless the list it gives is empty. */
export type AddPerson = (asked: Asking & { entry: PersonEntry }) => Promise<readonly PersonProblem[]>

export const makeAddPerson =
  (deps: Changing & Seeing): AddPerson =>
  async ({ entry, ...asking }) => {
    const isSeen = entry.child !== null && (await seenChild(deps, asking, watchedPermissions.add, entry.child)) !== null
    const what = 'added someone whom the service watches over'
    return keepRecords<PersonProblem>(deps, asking, {
      what,
      registers: [people],
      logged: () => ({ what, children: entry.child === null ? [] : [entry.child] }),
      decide: (rows) => {
        const problems = entryProblems(entry, deps.today())
        const { child, kind, from } = entry
        if (problems.length > 0 || !child || !kind || !from) return { problems }
        const isThere = rows(people).some(
          (one) => one.child === child && one.kind === kind && isSameDay(one.from, from),
        )
        // Of someone whom the user may not see the answer is that of someone new, and nothing of theirs is changed.
        if (isThere) return isSeen ? { problems: [{ code: 'known_already' }] } : { rows: [] }
        return { rows: [keeping(people, { ...entry, child, kind, from })] }
      },
    })
  }

function entryProblems({ child, kind, from, to }: PersonEntry, today: PlainDate): PersonProblem[] {
  const isLater = (day: PlainDate | null) => day !== null && isAfter(day, today)
  return [
    ...(child === null ? [{ code: 'child_missing' } as const] : []),
    ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
    ...(from === null ? [{ code: 'from_missing' } as const] : []),
    ...(isLater(from) ? [{ code: 'from_in_future' } as const] : []),
    ...(isLater(to) ? [{ code: 'to_in_future' } as const] : []),
  ]
}
