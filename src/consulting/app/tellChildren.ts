import type { AskingFrom, Seeing } from '../../access/app/asking.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import { recordsOf } from '../../world/world.ts'
import { consultingPermissions } from '../permissions.ts'
import type { GiveChildPage } from './childPage.ts'

/**
 * Sends each child of an officer a link to their own page, on which the officer’s sheet stands: when it is written or
 * changed. Gives how many were sent one, and how many can’t be reached by a message.
 */
export type TellChildren = (input: AskingFrom & { officerId: string }) => Promise<{ told: number; unreached: number }>

export const makeTellChildren =
  ({ seenWorlds, today, give }: Seeing & { give: GiveChildPage }): TellChildren =>
  async ({ officerId, ...asking }) => {
    const { authority, by } = asking
    const world = await seenWorlds(by, consultingPermissions.send).onDay(authority.code, today(), null)
    const own = recordsOf(world, allocations).filter((one) => one.officerId === officerId && isOpen(one, world.asAt))
    let told = 0
    let unreached = 0
    // One after another: each is a unit of work of its own, so that a fault at one leaves the others told.
    for (const child of new Set(own.map((one) => one.child))) {
      const contact = currentContacts(world, child, today()).find(({ role }) => role === 'CHILD')
      // A child who can't be sent a new link keeps the one that was handed over.
      const given = contact && reachOf(contact).isKnown ? await give({ ...asking, child, bySending: true }) : null
      if (given?.isSent === true) told++
      else unreached++
    }
    return { told, unreached }
  }
