import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import type { World } from '../../children/domain/world.ts'
import { type CheckFact, type CheckKind, checks } from '../../children/registers/checks.ts'
import { type PlainDate, isAfter, isBefore, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { checksPermissions } from '../permissions.ts'

/** A check as someone writes it down; null for what was left out. */
export interface CheckEntry {
  kind: CheckKind | null
  on: PlainDate | null
  score: number | null
}

/** What is wrong with a check as written down. */
export type CheckProblem =
  | {
      code:
        'kind_missing' | 'day_missing' | 'day_in_future' | 'day_before_birth' | 'score_not_of_kind' | 'no_such_check'
    }
  | NotKept

export interface CheckToWrite extends Asking {
  child: string
  entry: CheckEntry
}

/** Stores nothing unless the list it gives is empty; null where the child is not there for the user. */
export type WriteCheck = (check: CheckToWrite) => Promise<readonly CheckProblem[] | null>

/** Has a check count again, or for nothing where it was written down by mistake; answers as `WriteCheck` does. */
export type WithdrawCheck = (
  check: Asking & { child: string; kind: string; on: PlainDate; isWithdrawn: boolean },
) => Promise<readonly CheckProblem[] | null>

type Deps = Changing & Seeing

/** The same check written down again changes nothing but its score. */
export const makeWriteCheck =
  (deps: Deps): WriteCheck =>
  async ({ child, entry, ...asking }) => {
    const seen = await seenChild(deps, asking, checksPermissions.write, child)
    if (seen === null) return null
    return keepRecords<CheckProblem>(deps, asking, {
      what: 'wrote down a check',
      registers: [checks],
      logged: () => ({ what: 'wrote down a check', children: [child] }),
      decide: (rows) => {
        const { kind, on, score } = entry
        const problems = checkProblems(entry, bornOn(seen.world, child), deps.today())
        if (problems.length > 0 || kind === null || on === null) return { problems }
        const before = rows(checks).find(isCheck({ child, kind, on }))
        const value = before?.value ?? null
        const extractedOn = before?.extractedOn ?? null
        const row = { child, kind, on, score: score ?? before?.score ?? null, value, extractedOn, isWithdrawn: null }
        return { rows: [keeping(checks, row)] }
      },
    })
  }

export const makeWithdrawCheck =
  (deps: Deps): WithdrawCheck =>
  async ({ child, kind, on, isWithdrawn, ...asking }) => {
    if ((await seenChild(deps, asking, checksPermissions.write, child)) === null) return null
    const what = isWithdrawn ? 'withdrew a check' : 'restored a check'
    return keepRecords<CheckProblem>(deps, asking, {
      what,
      registers: [checks],
      logged: () => ({ what, children: [child] }),
      decide: (rows) => {
        const found = rows(checks).find(isCheck({ child, kind, on }))
        return found
          ? { rows: [keeping(checks, { ...found, isWithdrawn: isWithdrawn ? true : null })] }
          : { problems: [{ code: 'no_such_check' }] }
      },
    })
  }

const isCheck =
  ({ child, kind, on }: { child: string; kind: string; on: PlainDate }) =>
  (row: CheckFact): boolean =>
    row.child === child && row.kind === kind && isSameDay(row.on, on)

const bornOn = (world: World, child: string): PlainDate | null =>
  world.histories.find(({ record }) => record.child === child)?.record.bornOn ?? null

function checkProblems({ kind, on, score }: CheckEntry, born: PlainDate | null, today: PlainDate): CheckProblem[] {
  return [
    ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
    ...(on === null ? [{ code: 'day_missing' } as const] : []),
    ...(on && isAfter(on, today) ? [{ code: 'day_in_future' } as const] : []),
    ...(on && born && isBefore(on, born) ? [{ code: 'day_before_birth' } as const] : []),
    ...(score !== null && kind !== 'SDQ' ? [{ code: 'score_not_of_kind' } as const] : []),
  ]
}
