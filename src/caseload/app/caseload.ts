import { type EndAllocation, makeEndAllocation } from './endAllocation.ts'
import { type GiveChildren, makeGiveChildren } from './giveChildren.ts'
import { type ManageAbsences, type SaveOfficer, makeManageAbsences, makeSaveOfficer } from './manageOfficers.ts'
import { type OfficerRequests, makeOfficerRequests } from './officerRequests.ts'
import type { CaseloadDeps } from './ports.ts'
import { type TieFamily, makeTieFamily } from './tieFamily.ts'
import { type UndoHandover, makeUndoHandover } from './undoHandover.ts'
import { type WriteLetters, makeWriteLetters } from './writeLetters.ts'

/** All that can be done about officers, and about whose child is whose. */
export interface Caseload {
  giveChildren: GiveChildren
  undoHandover: UndoHandover
  endAllocation: EndAllocation
  saveOfficer: SaveOfficer
  absences: ManageAbsences
  requests: OfficerRequests
  tieFamily: TieFamily
  writeLetters: WriteLetters
}

export const makeCaseload = (deps: CaseloadDeps): Caseload => ({
  giveChildren: makeGiveChildren(deps),
  undoHandover: makeUndoHandover(deps),
  endAllocation: makeEndAllocation(deps),
  saveOfficer: makeSaveOfficer(deps),
  absences: makeManageAbsences(deps),
  requests: makeOfficerRequests(deps),
  tieFamily: makeTieFamily(deps),
  writeLetters: makeWriteLetters(deps),
})
