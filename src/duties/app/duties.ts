import type { Asking } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type DutyKind, duties } from '../registers/duties.ts'

/** A duty as someone enters it; null for what was left out. */
export interface DutyEntry {
  on: PlainDate | null
  officerId: string | null
  kind: DutyKind | null
  hours: number | null
  team: string | null
}

/** What is wrong with a duty. */
export type DutyProblem = { code: 'day_missing' | 'day_in_future' | 'officer_missing' | 'kind_missing' } | NotKept

/** Stores nothing unless the list it gives is empty. */
export type EnterDuty = (duty: Asking & { entry: DutyEntry }) => Promise<readonly DutyProblem[]>

export const makeEnterDuty =
  (deps: Changing & { today: () => PlainDate; newRef: () => string }): EnterDuty =>
  ({ entry, ...asking }) =>
    keepRecords<DutyProblem>(deps, asking, {
      what: 'entered a duty',
      registers: [duties, officers],
      logged: () => null,
      decide: () => {
        const { on, officerId, kind } = entry
        const problems: DutyProblem[] = [
          ...(on === null ? [{ code: 'day_missing' } as const] : []),
          ...(on && isAfter(on, deps.today()) ? [{ code: 'day_in_future' } as const] : []),
          ...(officerId === null ? [{ code: 'officer_missing' } as const] : []),
          ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
        ]
        if (problems.length > 0 || !on || !officerId || !kind) return { problems }
        return { rows: [keeping(duties, { ...entry, on, officerId, kind, dutyRef: deps.newRef(), child: null })] }
      },
    })
