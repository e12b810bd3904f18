import type { PlainDate } from '../../kernel/dates.ts'
import { absences, type AbsenceFact } from '../../officers/registers/absences.ts'
import { officers } from '../../officers/registers/officers.ts'
import { changeByHand, keeping } from '../../registers/app/changeByHand.ts'
import {
  type AbsenceEntry,
  type AbsenceProblem,
  type OfficerEntry,
  type OfficerProblem,
  absenceOf,
  absenceUntil,
  officerOf,
} from '../domain/officers.ts'
import type { Acting, CaseloadDeps } from './ports.ts'

/** Enters an officer, or changes one where `replaces` says how they stood. Stores nothing unless the list is empty. */
export type SaveOfficer = (
  asked: Acting & { entry: OfficerEntry; replaces: string | null },
) => Promise<readonly OfficerProblem[]>

export function makeSaveOfficer({ store }: Pick<CaseloadDeps, 'store'>): SaveOfficer {
  return ({ by, authority, entry, replaces }) => {
    const what = replaces === null ? 'entered an officer' : 'changed an officer'
    const change = { authority, by: by.personId, what, registers: [officers] }
    return changeByHand<OfficerProblem>(store, change, (rows) => {
      const officer = officerOf(entry, rows(officers), replaces)
      if ('problems' in officer) return officer
      return { rows: [keeping(officers, officer)] }
    })
  }
}

/** Entering when officers are away, and changing until when. Stores nothing unless the list is empty. */
export interface ManageAbsences {
  enter: (asked: Acting & { entry: AbsenceEntry }) => Promise<readonly AbsenceProblem[]>
  /** `replaces`: the last day so far. */
  changeEnd: (
    asked: Acting & { officerId: string; from: PlainDate; to: PlainDate | null; replaces: string },
  ) => Promise<readonly AbsenceProblem[]>
}

export function makeManageAbsences({ store }: Pick<CaseloadDeps, 'store'>): ManageAbsences {
  const rowOf = (absence: AbsenceFact) => ({ rows: [keeping(absences, absence)] })
  const changeOf = ({ by, authority }: Acting, what: string) => ({
    authority,
    by: by.personId,
    what,
    registers: [officers, absences],
  })
  return {
    enter: ({ entry, ...acting }) =>
      changeByHand<AbsenceProblem>(store, changeOf(acting, 'entered an absence'), (rows) => {
        const absence = absenceOf(entry, rows(officers), rows(absences))
        return 'problems' in absence ? absence : rowOf(absence)
      }),
    changeEnd: ({ officerId, from, to, replaces, ...acting }) =>
      changeByHand<AbsenceProblem>(store, changeOf(acting, 'changed an absence'), (rows) => {
        const absence = absenceUntil(rows(absences), { officerId, from, to, replaces })
        return 'problems' in absence ? absence : rowOf(absence)
      }),
  }
}
