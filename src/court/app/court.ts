import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { StoredRows } from '../../registers/register.ts'
import { type ChangedMeanwhile, versionOf } from '../../registers/version.ts'
import { courtPermissions } from '../permissions.ts'
import { courtDocuments } from '../registers/courtDocuments.ts'
import { type HearingFact, hearings } from '../registers/hearings.ts'
import { type ProceedingsFact, proceedings } from '../registers/proceedings.ts'

/** Proceedings as someone writes them down. */
export interface ProceedingsEntry {
  /** Null for proceedings that are not written down yet. */
  ref: string | null
  issuedOn: PlainDate | null
  concludedOn: PlainDate | null
  outcome: string | null
  guardian: string | null
  guardianContactOn: PlainDate | null
  handoverOn: PlainDate | null
  extendedByWeeks: number | null
}

/** A hearing as someone writes it down. */
export interface HearingEntry {
  ref: string | null
  on: PlainDate | null
  kind: HearingFact['kind']
}

/** A paper of the court as someone writes it down. */
export interface PaperEntry {
  ref: string | null
  kind: string | null
  receivedOn: PlainDate | null
  sentToIroOn: PlainDate | null
}

/** What is wrong with what was entered. */
export type CourtProblem =
  | { code: 'issued_missing' | 'day_missing' | 'received_missing' | 'kind_missing' | 'in_future' | 'no_proceedings' }
  | NotKept
  | ChangedMeanwhile

type Of<Entry> = Asking & { child: string; entry: Entry }
/** Nothing is stored unless the list is empty; null where the child is not there for the user. */
type Outcome = Promise<readonly CourtProblem[] | null>

/** What is written down of the court. */
export interface Court {
  saveProceedings: (of: Of<ProceedingsEntry> & { replaces: string }) => Outcome
  saveHearing: (of: Of<HearingEntry>) => Outcome
  savePaper: (of: Of<PaperEntry>) => Outcome
}

type Deps = Changing & Seeing & { newRef: () => string }

const registers = [proceedings, courtDocuments, hearings]

/** The version of proceedings that a form carries; of those not written down yet, nothing. */
export const versionOfProceedings = (world: { registers: StoredRows }, ref: string | null): string =>
  versionOf(...proceedings.rowsIn(world.registers).filter(({ proceedingsRef }) => proceedingsRef === ref))

export function makeCourt(deps: Deps): Court {
  async function keep(
    { child, ...asking }: Asking & { child: string },
    what: string,
    decide: (rows: Rows, ofChild: readonly ProceedingsFact[]) => { rows: RowToKeep[] } | { problems: CourtProblem[] },
  ): Outcome {
    if ((await seenChild(deps, asking, courtPermissions.write, child)) === null) return null
    return keepRecords<CourtProblem>(deps, asking, {
      what,
      registers,
      logged: () => ({ what, children: [child] }),
      decide: (rows) =>
        decide(
          rows,
          rows(proceedings).filter((row) => row.child === child),
        ),
    })
  }
  const isAhead = (...days: readonly (PlainDate | null)[]) => days.some((day) => day && isAfter(day, deps.today()))

  return {
    saveProceedings: ({ entry, replaces, ...of }) =>
      keep(of, 'wrote down care proceedings', ({ stored }, ofChild) => {
        const { ref, issuedOn, ...said } = entry
        if (ref !== null && !ofChild.some(({ proceedingsRef }) => proceedingsRef === ref))
          return { problems: [{ code: 'no_proceedings' }] }
        if (versionOfProceedings({ registers: stored }, ref) !== replaces) return { problems: [{ code: 'changed_meanwhile' }] } // prettier-ignore
        if (issuedOn === null) return { problems: [{ code: 'issued_missing' }] }
        if (isAhead(issuedOn, said.concludedOn, said.guardianContactOn, said.handoverOn))
          return { problems: [{ code: 'in_future' }] }
        return { rows: [keeping(proceedings, { proceedingsRef: ref ?? deps.newRef(), child: of.child, issuedOn, ...said })] } // prettier-ignore
      }),

    saveHearing: ({ entry, ...of }) =>
      keep(of, 'wrote down a hearing', (rows, ofChild) => {
        const found = ofChild.find(({ proceedingsRef }) => proceedingsRef === entry.ref)
        if (!found) return { problems: [{ code: 'no_proceedings' }] }
        const { on } = entry
        if (on === null) return { problems: [{ code: 'day_missing' }] }
        const { proceedingsRef } = found
        const before = rows(hearings).find((row) => row.proceedingsRef === proceedingsRef && isSameDay(row.on, on))
        return { rows: [keeping(hearings, { proceedingsRef, on, kind: entry.kind ?? before?.kind ?? null })] }
      }),

    savePaper: ({ entry, ...of }) =>
      keep(of, 'wrote down a paper of the court', (rows, ofChild) => {
        const { kind, receivedOn } = entry
        const found = ofChild.find(({ proceedingsRef }) => proceedingsRef === entry.ref)
        if (!found) return { problems: [{ code: 'no_proceedings' }] }
        if (kind === null) return { problems: [{ code: 'kind_missing' }] }
        if (receivedOn === null) return { problems: [{ code: 'received_missing' }] }
        if (isAhead(receivedOn, entry.sentToIroOn)) return { problems: [{ code: 'in_future' }] }
        const { proceedingsRef } = found
        const before = rows(courtDocuments).find(
          (row) => row.proceedingsRef === proceedingsRef && row.kind === kind && isSameDay(row.receivedOn, receivedOn),
        )
        const sentToIroOn = entry.sentToIroOn ?? before?.sentToIroOn ?? null
        return { rows: [keeping(courtDocuments, { proceedingsRef, kind, receivedOn, sentToIroOn })] }
      }),
  }
}
