import type { Asking } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type DutyKind, duties } from '../registers/duties.ts'
import { type LinkOfficerFact, linkOfficers } from '../registers/linkOfficers.ts'

/** A duty as someone enters it; null for what was left out. */
export interface DutyEntry {
  on: PlainDate | null
  officerId: string | null
  kind: DutyKind | null
  hours: number | null
  team: string | null
}

/** What is wrong with a duty. */
export type DutyProblem =
  { code: 'day_missing' | 'day_in_future' | 'officer_missing' | 'kind_missing' | 'team_missing' } | NotKept

/** An officer as someone makes them a team's link, or ends it. */
export type LinkEntry = { [Name in keyof LinkOfficerFact]: LinkOfficerFact[Name] | null }

/** What is wrong with a link. */
export type LinkProblem = { code: 'team_missing' | 'officer_missing' | 'from_missing' } | NotKept

/** Stores nothing unless the list it gives is empty. The same link from the same day again changes when it ended. */
export type WriteLink = (link: Asking & { entry: LinkEntry }) => Promise<readonly LinkProblem[]>

export const makeWriteLink =
  (deps: Changing): WriteLink =>
  ({ entry, ...asking }) =>
    keepRecords<LinkProblem>(deps, asking, {
      what: 'changed which officer is a team’s link',
      registers: [linkOfficers, officers],
      logged: () => null,
      decide: () => {
        const { team, officerId, from, to } = entry
        const problems: LinkProblem[] = [
          ...(team === null ? [{ code: 'team_missing' } as const] : []),
          ...(officerId === null ? [{ code: 'officer_missing' } as const] : []),
          ...(from === null ? [{ code: 'from_missing' } as const] : []),
        ]
        if (problems.length > 0 || !team || !officerId || !from) return { problems }
        return { rows: [keeping(linkOfficers, { team, officerId, from, to })] }
      },
    })

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
          // A meeting with a linked team may be planned: it has no hours yet.
          ...(on && kind !== 'LINK_TEAM_MEETING' && isAfter(on, deps.today())
            ? [{ code: 'day_in_future' } as const]
            : []),
          ...(kind === 'LINK_TEAM_MEETING' && entry.team === null ? [{ code: 'team_missing' } as const] : []),
          ...(officerId === null ? [{ code: 'officer_missing' } as const] : []),
          ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
        ]
        if (problems.length > 0 || !on || !officerId || !kind) return { problems }
        return { rows: [keeping(duties, { ...entry, on, officerId, kind, dutyRef: deps.newRef(), child: null })] }
      },
    })
