import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isAfter, isOnOrBefore, longDate, monthName } from '../../kernel/dates.ts'
import { type OfficerFact, officers } from '../../officers/registers/officers.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { lineField, numberField } from '../../platform/web/forms/texts.ts'
import { allocatedChildren, officerIdOf } from '../../officers/domain/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import type { DutyProblem } from '../app/duties.ts'
import { dutyKinds, duties } from '../registers/duties.ts'
import { linkOfficers } from '../registers/linkOfficers.ts'

/** The form on which a duty is entered. */
export const dutyForm = (whose: readonly OfficerFact[]) =>
  formOf({
    on: dayField('The day'),
    officerId: choiceField(
      whose.map(({ officerId, name }) => ({ value: officerId, text: name })),
      { first: 'Choose an officer' },
    ),
    kind: choiceField(itemsOf(dutyKinds), { first: 'Choose what it was' }),
    hours: numberField('The hours must be a number, like 3.5'),
    team: lineField({ most: 100 }),
  })
type DutyForm = ReturnType<typeof dutyForm>

/** The officers in post on the day whose work the user may see: their own, or everyone's. */
export const officersShown = (world: World, ownOfficer: string | null): OfficerFact[] =>
  recordsOf(world, officers).filter(
    ({ officerId, endedOn }) =>
      (ownOfficer === null || officerId === ownOfficer) && (endedOn === null || !isAfter(world.asAt, endedOn)),
  )

/** All that duties.njk shows. */
export function dutiesPage(
  world: World,
  whose: readonly OfficerFact[],
  typed: TypedIn<DutyForm>,
  faults: readonly FaultIn<DutyForm>[],
  { code, csrfToken, isForAll }: { code: string; csrfToken: string; isForAll: boolean },
) {
  const day = world.asAt
  const children = [...allocatedChildren(world, day)].map((child) => officerIdOf(world, child, day))
  const own = recordsOf(world, duties)
    .filter(({ on, officerId }) => isOnOrBefore(on, day) && whose.some((one) => one.officerId === officerId))
    .toSorted((a, b) => compareDates(b.on, a.on))
  const thisMonth = own.filter(({ on }) => on.year === day.year && on.month === day.month)
  const lastOf = (officerId: string, kind: string): PlainDate | null =>
    own.find((one) => one.officerId === officerId && one.kind === kind)?.on ?? null
  const dayWords = (on: PlainDate | null) => (on === null ? 'Not recorded' : longDate(on))
  const names = new Map(recordsOf(world, officers).map(({ officerId, name }) => [officerId, name]))
  return {
    title: isForAll ? 'Work beside reviews' : 'My work beside reviews',
    month: `${monthName(day.month)} ${day.year}`,
    action: authorityPath(code, 'duties'),
    csrfToken,
    rows: whose.map(({ officerId, name }) => ({
      name,
      children: children.filter((one) => one === officerId).length,
      hours: thisMonth.filter((one) => one.officerId === officerId).reduce((sum, { hours }) => sum + (hours ?? 0), 0),
      supervision: dayWords(lastOf(officerId, 'SUPERVISION')),
      appraisal: dayWords(lastOf(officerId, 'APPRAISAL')),
      training: dayWords(lastOf(officerId, 'TRAINING')),
    })),
    latest: own.slice(0, 20).map(({ on, officerId, kind, hours, team }) => ({
      on: longDate(on),
      officer: names.get(officerId) ?? officerId,
      kind: dutyKinds[kind],
      hours: hours ?? 'Not recorded',
      team: team ?? '',
    })),
    links: recordsOf(world, linkOfficers)
      .filter(({ from, to }) => isOnOrBefore(from, day) && (to === null || isAfter(to, day)))
      .map(({ team, officerId, from }) => ({
        team,
        officer: names.get(officerId) ?? officerId,
        from: longDate(from),
        last: dayWords(
          recordsOf(world, duties)
            .filter((one) => one.kind === 'LINK_TEAM_MEETING' && one.team === team && isOnOrBefore(one.on, day))
            .map(({ on }) => on)
            .toSorted(compareDates)
            .at(-1) ?? null,
        ),
      })),
    ...dutyForm(whose).shown(typed, faults),
  }
}

/** What is wrong with a duty, where it is put right. */
export const dutyFaults = (problems: readonly DutyProblem[]) =>
  faultsOf(
    problems,
    { day_missing: 'on', day_in_future: 'on', officer_missing: 'officerId', kind_missing: 'kind', not_kept: null },
    (problem) => {
      switch (problem.code) {
        case 'day_missing':
          return 'Enter the day, like 27 3 2026'
        case 'day_in_future':
          return 'The day must be today or in the past'
        case 'officer_missing':
          return 'Choose whose work it was'
        case 'kind_missing':
          return 'Choose what it was'
        case 'not_kept':
          return problem.why
      }
    },
  )
