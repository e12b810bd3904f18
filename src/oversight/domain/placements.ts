import { started } from '../../clocks/started.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { isAfter, isOnOrAfter } from '../../kernel/dates.ts'
import type { VisitFact } from '../registers/visits.ts'
import { emergencyEntrySetting, unregisteredSetting, watchedPlacementsSetting } from '../settings.ts'
import type { Overseen } from './between.ts'
import { oversightClocks } from './clocks.ts'
import { isOfKind } from './entries.ts'
import { movesOf } from './moves.ts'
import { ofAuthority } from './ofAuthority.ts'
import { watchedPlacementOn } from './unregistered.ts'

/** CLK-OVR-5: a visit to a placement that is watched, and then contact, month by month. */
export function unregisteredRuns(of: Overseen, visits: readonly VisitFact[]): ClockRun[] {
  const rule = unregisteredSetting.of(of.settings)
  if (!rule.isOn) return []
  const { asAt, record } = of.history
  const child = { period: of.period, bornOn: record.bornOn }
  const placement = watchedPlacementOn(child, asAt, watchedPlacementsSetting.of(of.settings))
  if (!placement) return []
  const inPlacement = of.entries.filter(({ on, kind }) => isOnOrAfter(on, placement.from) && kind !== 'PRE_MEETING')
  const toHome = visits.filter(({ kind, on }) => kind === 'HOME_UNREGULATED' && isOnOrAfter(on, placement.from))
  const visited = [...inPlacement.filter(isOfKind('VISIT', 'PLACEMENT_CHECK')), ...toHome]
  const first = visited.reduce<(typeof visited)[number] | null>(
    (earliest, one) => (earliest === null || isAfter(earliest.on, one.on) ? one : earliest),
    null,
  )
  const last = [...inPlacement, ...toHome].reduce<{ on: VisitFact['on'] } | null>(
    (latest, one) => (latest === null || isAfter(one.on, latest.on) ? one : latest),
    null,
  )
  const visit = ofAuthority(
    oversightClocks.unregisteredVisit,
    rule.visitWorkingDays,
    `within ${rule.visitWorkingDays} working days of the start of the placement`,
    rule.source,
  )
  const every = rule.contactMonths === 1 ? 'once a month' : `every ${rule.contactMonths} months`
  const contact = ofAuthority(
    oversightClocks.unregisteredContact,
    rule.contactMonths,
    `at least ${every} until the placement ends`,
    rule.source,
  )
  return [
    started(
      visit,
      record.child,
      { what: 'the start of the placement', on: placement.from },
      { satisfiedBy: first && { what: 'a visit', on: first.on } },
    ),
    ...(last ? [started(contact, record.child, { what: 'the last contact', on: last.on })] : []),
  ]
}

/** CLK-OVR-8: an entry soon after a move that was not planned. */
export function emergencyEntryRuns(of: Overseen): ClockRun[] {
  const rule = emergencyEntrySetting.of(of.settings)
  if (!rule.isOn) return []
  const move = movesOf(of.period, of.history.asAt).at(-1)
  if (!move || ['', 'CARPL', 'PLACE'].includes(move.reason)) return []
  const clock = ofAuthority(
    oversightClocks.emergencyMove,
    rule.workingDays,
    `within ${rule.workingDays} working days of the move`,
    rule.source,
  )
  const entry = of.entries.find(({ on }) => isOnOrAfter(on, move.on))
  return [
    started(
      clock,
      of.history.record.child,
      { what: 'the move', on: move.on },
      { satisfiedBy: entry ? { what: 'an entry', on: entry.on } : null },
    ),
  ]
}
