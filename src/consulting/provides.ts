import type { Provision } from '../house/house.ts'
import { sheetOfOfficerPort } from '../caseload/services.ts'
import { viewsForRecordPort } from '../recording/services.ts'
import { makeViewsForRecord } from './app/viewsForRecord.ts'
import { consultingServices } from './services.ts'

/** What this room gives rooms below it: what was said before a review, for its record to begin with; what an IRO wrote about themselves. */
export const consultingProvides: readonly Provision[] = [
  viewsForRecordPort.by(
    (house) => (today) => makeViewsForRecord(consultingServices(house).consultingOn(today).documents),
  ),
  sheetOfOfficerPort.by((house) => consultingServices(house).sheetOf),
]
