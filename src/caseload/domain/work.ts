import type { CaseloadRules } from '../settings.ts'
import type { WatchedPersonFact } from '../../children/registers/people.ts'
import { isAdoptivePlacement } from '../../children/domain/codes.ts'
import { type CareHistory, episodeOn, periodOn } from '../../children/domain/history.ts'
import { placementOn } from '../../children/domain/placements.ts'
import { isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import { START_UNKNOWN, isStartUnknown } from '../../children/domain/start.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type PlainDate, addMonths, isAfter, isOnOrBefore } from '../../kernel/dates.ts'

/** What a child is to the service: each kind of work has its weight in the settings. */
export const workKinds = {
  lookedAfter: 'Looked after',
  adoption: 'Adoption',
  shortBreaks: 'Short breaks',
  careLeaver: 'Care leavers',
  supervisionOrder: 'Supervision orders',
  privateFostering: 'Private fostering',
} as const satisfies Record<keyof CaseloadRules['weights'], string>

export type WorkKind = keyof typeof workKinds

const names: readonly string[] = Object.keys(workKinds)
const isWorkKind = (text: string): text is WorkKind => names.includes(text)

/** Every kind of work, in the order in which people read them. */
export const allWorkKinds: readonly WorkKind[] = Object.keys(workKinds).filter(isWorkKind)

/** Months after its last short break for which a series goes on. CLK-REV-13. */
const MONTHS_OF_A_SERIES = 12

/**
 * What the child is to the service on a day; null where no record gives it anything to do: care has ended. Who is looked
 * after counts as that alone, whatever other registers say. Whose start of care is blank in the return may be looked after,
 * and is not forgotten.
 */
export function workOf(world: World, child: string, day: PlainDate): WorkKind | null {
  const history = historyOf(world, child)
  const known = (history && workInReturn(history, day)) ?? workWatched(world, child, day)
  return known ?? (history && isStartUnknown(history, day) ? 'lookedAfter' : null)
}

/** The same in words, which say what is not known: `Looked after`, `Care has ended`. */
export function workWords(world: World, child: string, day: PlainDate): string {
  const history = historyOf(world, child)
  const work = workOf(world, child, day)
  if (work === 'lookedAfter' && history && isStartUnknown(history, day)) return START_UNKNOWN
  return work === null ? 'Care has ended' : workKinds[work]
}

function workInReturn(history: CareHistory, day: PlainDate): WorkKind | null {
  const period = periodOn(history, day)
  if (period) {
    const episode = episodeOn(period, day)
    const type = placementOn(period.placements, day)?.type ?? episode?.placementType ?? ''
    return episode?.legalStatus === 'E1' || isAdoptivePlacement(type) ? 'adoption' : 'lookedAfter'
  }
  const last = history.shortBreaks.findLast(({ from }) => isOnOrBefore(from, day))
  if (!last) return null
  return last.until === null || isAfter(addMonths(last.until, MONTHS_OF_A_SERIES), day) ? 'shortBreaks' : null
}

/** The row of the register of people that is open on this day. */
export const watchedOn = (world: World, child: string, day: PlainDate): WatchedPersonFact | null =>
  watchedRowsOf(world, child).find((person) => isUnderWatch(person, day)) ?? null

function workWatched(world: World, child: string, day: PlainDate): WorkKind | null {
  const person = watchedOn(world, child, day)
  if (!person) return null
  switch (person.kind) {
    case 'CARE_LEAVER':
      return 'careLeaver'
    case 'SUPERVISION_ORDER':
      return 'supervisionOrder'
    case 'PRIVATE_FOSTERING':
      return 'privateFostering'
  }
}
