import type { Provision } from '../house/house.ts'
import { viewsForRecordPort } from '../recording/services.ts'
import { makeViewsForRecord } from './app/viewsForRecord.ts'
import { consultingServices } from './services.ts'

/** What this room gives rooms below it: what was said before a review, for its record to begin with. */
export const consultingProvides: readonly Provision[] = [
  viewsForRecordPort.by(
    (house) => (today) => makeViewsForRecord(consultingServices(house).consultingOn(today).documents),
  ),
]
