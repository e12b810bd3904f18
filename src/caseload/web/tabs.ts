import { caseloadPermissions } from '../permissions.ts'
import type { FastifyRequest } from 'fastify'
import { authorityPath } from '../../platform/web/authorities.ts'

const tabs = [
  { id: 'board', path: [], text: 'Board', permission: caseloadPermissions.readBoard },
  { id: 'ahead', path: ['ahead'], text: 'Months ahead', permission: caseloadPermissions.readBoard },
  { id: 'waiting', path: ['waiting'], text: 'Waiting for an IRO', permission: caseloadPermissions.readAllocations },
  {
    id: 'requests',
    path: ['requests'],
    text: 'Wishes for another IRO',
    permission: caseloadPermissions.readAllocations,
  },
  { id: 'officers', path: ['officers'], text: 'Officers', permission: caseloadPermissions.manageOfficers },
] as const

/** A page of the caseload. */
export type Tab = (typeof tabs)[number]['id']

/** The pages of the caseload that the user may open. */
export const tabsFor = (request: Pick<FastifyRequest, 'may' | 'authority'>, current: Tab) =>
  tabs
    .filter(({ permission }) => request.may(permission))
    .map(({ id, path, text }) => ({
      text,
      href: authorityPath(request.authority.code, 'caseload', ...path),
      isCurrent: id === current,
    }))

export type Tabs = ReturnType<typeof tabsFor>
