import { hasLeft } from '../../officers/domain/service.ts'
import { officerName } from '../../officers/domain/names.ts'
import { caseloadOn } from '../../caseload/domain/load.ts'
import type { World } from '../../children/domain/world.ts'
import type { Permission } from '../../house/permission.ts'
import {
  type PlainDate,
  addMonths,
  compareDates,
  isAfter,
  isOnOrBefore,
  longDate,
  longDateOr,
  monthName,
} from '../../kernel/dates.ts'
import { type OfficerFact, officers } from '../../officers/registers/officers.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import { dutiesPermissions } from '../permissions.ts'
import { dutyKinds, duties } from '../registers/duties.ts'
import { linkOfficers } from '../registers/linkOfficers.ts'
import { dutyForm, type DutyForm, linkForm, type LinkForm } from './duties.form.ts'

/** The ways between the pages of duties, as the user may go them. */
export const dutiesTabs = (code: string, current: string, may: (permission: Permission) => boolean) =>
  [
    { id: 'duties', text: 'Work beside reviews', href: authorityPath(code, 'duties'), permission: dutiesPermissions.read },
    { id: 'establishment', text: 'Who is in post', href: authorityPath(code, 'duties', 'establishment'), permission: dutiesPermissions.readEstablishment },
    { id: 'gaps', text: 'Without an IRO', href: authorityPath(code, 'duties', 'gaps'), permission: dutiesPermissions.explainGaps },
  ]
    .filter(({ permission }) => may(permission))
    .map(({ id, text, href }) => ({ text, href, isCurrent: id === current })) // prettier-ignore

/** The officers who have not left by the day, whose work the user may see: their own, or everyone's. */
export const officersShown = (world: World, ownOfficer: string | null): OfficerFact[] =>
  recordsOf(world, officers).filter(
    (officer) => (ownOfficer === null || officer.officerId === ownOfficer) && !hasLeft(officer, world.asAt),
  )

/** All that duties.njk shows. */
export function dutiesPage(
  world: World,
  whose: readonly OfficerFact[],
  typed: TypedIn<DutyForm>,
  faults: readonly FaultIn<DutyForm>[],
  { code, csrfToken, isForAll, may }: DutiesPlace,
  link: { typed: TypedIn<LinkForm>; faults: readonly FaultIn<LinkForm>[] } | null = null,
) {
  const day = world.asAt
  const loads = new Map(caseloadOn(world, day).officers.map((load) => [load.officer.officerId, load]))
  const links = linkForm(whose).shown(link?.typed ?? linkForm(whose).first(), link?.faults ?? [])
  const shown = dutyForm(whose).shown(typed, faults)
  const own = recordsOf(world, duties)
    .filter(({ on, officerId }) => isOnOrBefore(on, day) && whose.some((one) => one.officerId === officerId))
    .toSorted((a, b) => compareDates(b.on, a.on))
  const thisMonth = own.filter(({ on }) => on.year === day.year && on.month === day.month)
  const lastOf = (officerId: string, kind: string): PlainDate | null =>
    own.find((one) => one.officerId === officerId && one.kind === kind)?.on ?? null
  const allOfficers = recordsOf(world, officers)
  return {
    title: isForAll ? 'Work beside reviews' : 'My work beside reviews',
    month: `${monthName(day.month)} ${day.year}`,
    action: authorityPath(code, 'duties'),
    csrfToken,
    tabs: dutiesTabs(code, 'duties', may),
    linkAction: isForAll ? authorityPath(code, 'duties', 'links') : null,
    rows: whose.map(({ officerId, name }) => ({
      name,
      children: loads.get(officerId)?.children ?? 0,
      weighted: loads.get(officerId)?.weighted ?? 0,
      hours: thisMonth.filter((one) => one.officerId === officerId).reduce((sum, { hours }) => sum + (hours ?? 0), 0),
      supervision: longDateOr(lastOf(officerId, 'SUPERVISION'), 'Not recorded'),
      appraisal: longDateOr(lastOf(officerId, 'APPRAISAL'), 'Not recorded'),
      training: longDateOr(lastOf(officerId, 'TRAINING'), 'Not recorded'),
    })),
    latest: own.slice(0, 20).map(({ on, officerId, kind, hours, team }) => ({
      on: longDate(on),
      officer: officerName(allOfficers, officerId),
      kind: dutyKinds[kind],
      hours: hours ?? 'Not recorded',
      team: team ?? '',
    })),
    links: recordsOf(world, linkOfficers)
      .filter(({ from, to }) => isOnOrBefore(from, day) && (to === null || isAfter(to, day)))
      .map(({ team, officerId, from }) => ({
        team,
        officer: officerName(allOfficers, officerId),
        from: longDate(from),
        ...meetingsWith(world, team),
      })),
    fields: { ...shown.fields, ...links.fields },
    errors: [...shown.errors, ...links.errors],
  }
}

interface DutiesPlace {
  code: string
  csrfToken: string
  isForAll: boolean
  may: (permission: Permission) => boolean
}

/** When a team was last met and is met next. Where no next meeting is planned: a quarter after the last one. */
function meetingsWith(world: World, team: string): { last: string; next: string } {
  const days = recordsOf(world, duties)
    .filter((one) => one.kind === 'LINK_TEAM_MEETING' && one.team === team)
    .map(({ on }) => on)
    .toSorted(compareDates)
  const last = days.filter((on) => isOnOrBefore(on, world.asAt)).at(-1)
  const next = days.find((on) => isAfter(on, world.asAt))
  const wanted = last ? `Not planned: a quarter after the last is ${longDate(addMonths(last, 3))}` : 'Not planned'
  return { last: last ? longDate(last) : 'Not recorded', next: next ? longDate(next) : wanted }
}
