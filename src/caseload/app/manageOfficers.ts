import type { Asking } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { absences, type AbsenceFact } from '../../officers/registers/absences.ts'
import { officers } from '../../officers/registers/officers.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import { withVersionOf } from '../../registers/version.ts'
import { type OfficerEntry, type OfficerProblem, officerOf } from '../domain/officers.ts'
import { type AbsenceEntry, type AbsenceProblem, absenceOf, absenceUntil } from '../domain/absenceEntry.ts'

/** Enters an officer, or changes one where `replaces` says how they stood. Stores nothing unless the list is empty. */
export type SaveOfficer = (
  asked: Asking & { entry: OfficerEntry; replaces: string | null },
) => Promise<readonly OfficerProblem[]>

export function makeSaveOfficer(deps: Changing): SaveOfficer {
  return ({ entry, replaces, ...asking }) =>
    keepRecords<OfficerProblem>(deps, asking, {
      what: replaces === null ? 'entered an officer' : 'changed an officer',
      registers: [officers],
      logged: () => null,
      decide: (rows) => {
        const known = rows(officers).map((row) => withVersionOf(row, row))
        const officer = officerOf(entry, known, replaces)
        if ('problems' in officer) return officer
        return { rows: [keeping(officers, officer)] }
      },
    })
}

/** Entering when officers are away, and changing until when. Stores nothing unless the list is empty. */
export interface ManageAbsences {
  enter: (asked: Asking & { entry: AbsenceEntry }) => Promise<readonly AbsenceProblem[]>
  /** `replaces`: the version that the form showed. */
  changeEnd: (
    asked: Asking & { officerId: string; from: PlainDate; to: PlainDate | null; replaces: string },
  ) => Promise<readonly AbsenceProblem[]>
}

export function makeManageAbsences(deps: Changing): ManageAbsences {
  const change = (
    asking: Asking,
    what: string,
    decide: (known: readonly AbsenceFact[], rows: Rows) => AbsenceFact | { problems: readonly AbsenceProblem[] },
  ) =>
    keepRecords<AbsenceProblem>(deps, asking, {
      what,
      registers: [officers, absences],
      logged: () => null,
      decide: (rows) => {
        const known = rows(absences).map((row) => withVersionOf(row, row))
        const absence = decide(known, rows)
        if ('problems' in absence) return absence
        const { officerId, from, to, kind } = absence
        return { rows: [keeping(absences, { officerId: officerId, from, to, kind })] }
      },
    })
  return {
    enter: ({ entry, ...asking }) =>
      change(asking, 'entered an absence', (known, rows) => absenceOf(entry, rows(officers), known)),
    changeEnd: ({ officerId, from, to, replaces, ...asking }) =>
      change(asking, 'changed an absence', (known) => absenceUntil(known, { officerId, from, to, replaces })),
  }
}
