import { toldPort } from '../booking/services.ts'
import type { Provision } from '../house/house.ts'
import { invitingServices } from './services.ts'

/** What this room gives rooms below it. */
export const invitingProvides: readonly Provision[] = [
  toldPort.by((house) => (today) => invitingServices(house).invitingOn(today).inviting),
]
