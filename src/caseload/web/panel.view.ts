import { officerName } from '../../officers/domain/names.ts'
import type { Permission } from '../../house/permission.ts'
import { caseloadPermissions } from '../permissions.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { recordsOf } from '../../world/world.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { currentOf } from '../domain/standing.ts'
import { waitingChildren } from '../domain/waiting.ts'
import { dayWords } from './days.ts'

/**
 * The child's officer, for the child's page. `world`: the child's own, as the user may see it. `may`: whether they hold
 * a permission; the panel offers no way to pages that they can't open.
 */
export function officerPanel(
  world: World,
  child: string,
  code: string,
  may: (permission: Permission) => boolean,
): ChildPanel {
  const path = (...parts: string[]) => authorityPath(code, 'children', child, 'officer', ...parts)
  const current = currentOf({ allocations: recordsOf(world, allocations) }, child, world.asAt)
  const waiting = waitingChildren(world).find((one) => one.child === child)
  const isAsked = recordsOf(world, officerRequests).some((one) => one.child === child && one.decision === null)
  const link = may(caseloadPermissions.readAllocations)
    ? {
        href: path(),
        text: may(caseloadPermissions.manageAllocations) && !current ? 'Choose an IRO' : 'The child’s IROs',
      }
    : may(caseloadPermissions.writeRequests)
      ? { href: path('ask'), text: 'The child asks for another IRO' }
      : null
  const lines = [
    current
      ? `${officerName(recordsOf(world, officers), current.officerId)}, since ${longDate(current.from)}.`
      : waiting
        ? `No IRO since ${longDate(waiting.since)}.`
        : 'No IRO.',
    ...(waiting?.due
      ? [`One must be named by ${longDateWithWeekday(waiting.due)}, ${dayWords(waiting.due, world.asAt)}.`]
      : []),
    ...(isAsked ? ['Another IRO has been asked for, and nobody has decided yet.'] : []),
  ]
  return {
    heading: 'IRO',
    items: lines.map((text, index) => ({ text, link: index === lines.length - 1 ? link : null })),
  }
}
