import { officerRoles } from '../../officers/registers/officers.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import type { World } from '../../children/domain/world.ts'
import { isAfter, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { hasLeft, isInPost } from '../../officers/domain/service.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { longAbsenceOn } from '../domain/absences.ts'
import { openByChild } from '../domain/load.ts'
import { leftWithout } from '../domain/waiting.ts'
import type { Tabs } from './tabs.ts'
import { plainNumber } from './words.ts'

/** The address of a page of officers. */
export const path = (code: string, ...parts: string[]) => authorityPath(code, 'caseload', 'officers', ...parts)

/** All that officers.njk shows. */
export function officersPage(world: World, code: string, tabs: Tabs) {
  const today = world.asAt
  const counts = new Map<string, number>()
  for (const { officerId } of openByChild(recordsOf(world, allocations), today).values()) {
    counts.set(officerId, (counts.get(officerId) ?? 0) + 1)
  }
  return {
    title: 'Officers',
    tabs,
    addHref: path(code, 'new'),
    rows: [...recordsOf(world, officers)]
      .sort((a, b) => Number(hasLeft(a, today)) - Number(hasLeft(b, today)) || a.name.localeCompare(b.name))
      .map((officer) => {
        const without = officer.endedOn
          ? leftWithout(officer.officerId, officer.endedOn, recordsOf(world, allocations))
          : []
        return {
          name: officer.name,
          href: path(code, officer.officerId),
          role: officerRoles[officer.role],
          fte: plainNumber(officer.fte),
          inPost: inPostWords(officer, world),
          children: String(counts.get(officer.officerId) ?? 0),
          toHandOver: without.length === 0 ? '' : `Hand over ${counted(without.length, 'child', 'children')}`,
          handOverHref: path(code, officer.officerId, 'hand-over'),
        }
      }),
  }
}

function inPostWords(officer: OfficerFact, world: World): string {
  const { startedOn, endedOn, officerId } = officer
  const away = longAbsenceOn(recordsOf(world, absences), officerId, world.asAt)
  const isHere = isInPost(officer, world.asAt)
  if (!isHere && isAfter(startedOn, world.asAt)) return `Starts on ${longDate(startedOn)}`
  if (!isHere) return endedOn ? `Left on ${longDate(endedOn)}` : ''
  const until = endedOn ? `In post, leaves on ${longDate(endedOn)}` : `In post since ${longDate(startedOn)}`
  return away ? `${until}. Away until ${longDate(away.to)}` : until
}
