import type { FastifyRequest } from 'fastify'
import type { World } from '../../children/domain/world.ts'
import { caseloadOf } from '../domain/caseload.ts'
import { actorOf } from './actor.ts'

/** What stands in an address for the IROs of everyone, where lists open on one’s own children. */
const EVERYONE = 'all'

/**
 * The officer on whose children the lists of the user open: themselves, where they have children of their own on the
 * day of the world; empty for everyone else.
 */
export function ownOfficerIn(request: FastifyRequest, world: World): string {
  const { officerId } = actorOf(request)
  if (officerId === null) return ''
  const own = caseloadOf({ officers: new Set([officerId]), socialWorkers: new Set() }, world)
  return own.size > 0 ? officerId : ''
}

/** The filter of a list with the officer that holds: what the address says, or one’s own; for who has none, everyone is no choice. */
export function onOwn<Filters extends { officer: string }>(filters: Filters, ownOfficer: string): Filters {
  const isOwn = filters.officer === '' || (ownOfficer === '' && filters.officer === EVERYONE)
  return isOwn ? { ...filters, officer: ownOfficer } : filters
}

/** Whether a filter of officers leaves a line of this officer. */
export const isOfOfficer = (filter: string, officerId: string): boolean =>
  filter === '' || filter === EVERYONE || filter === officerId

/** The choice that narrows nothing: an address has it by name where lists open on one’s own. */
export const everyOfficer = (ownOfficer: string): string => (ownOfficer === '' ? '' : EVERYONE)

/** Whether a filter of officers narrows a list. */
export const isNarrowedByOfficer = (filter: string): boolean => filter !== '' && filter !== EVERYONE
