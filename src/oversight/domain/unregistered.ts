import { ageOn } from '../../calendar/age.ts'
import { isTemporaryPlacement } from '../../children/domain/codes.ts'
import type { Episode } from '../../children/domain/episode.ts'
import type { PeriodOfCare } from '../../children/domain/history.ts'
import { placementOn } from '../../children/domain/placements.ts'
import { type PlainDate, date, isBefore, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'

/** A placement to be watched, and why. */
export interface WatchedPlacement {
  /** The first day on which the child was in it. */
  from: PlainDate
  type: string
  /** `unregistered`: by its code; `under_16`: where no child under 16 may live; `listed`: the authority watches such ones. */
  why: 'unregistered' | 'under_16' | 'listed'
}

/** Z1, since 2025-26 Z11 to Z14. */
export const isUnregistered = (type: string): boolean => /^Z1[1-4]?$/.test(type)

/** Since then no child under 16 may be placed in other arrangements: regulation 27A, SI 2021/161. */
const NONE_UNDER_16_SINCE = date('2021-09-09')
const OTHER_ARRANGEMENTS = ['H5', 'K3', 'P2', 'P3']

/** The placement to be watched in which a child is on a day, with these codes watched besides; null where it is none. */
export function watchedPlacementOn(
  { period, bornOn }: { period: PeriodOfCare; bornOn: PlainDate | null },
  day: PlainDate,
  listed: readonly string[],
): WatchedPlacement | null {
  const placement = placementOn(period.placements, day)
  if (!placement) return null
  const whyOf = ({ placementType: type }: Episode): WatchedPlacement['why'] | null => {
    if (isUnregistered(type)) return 'unregistered'
    if (isTooYoung(type, bornOn, day)) return 'under_16'
    return listed.includes(type) ? 'listed' : null
  }
  const stays = period.episodes.filter(
    ({ from, placementType }) =>
      !isBefore(from, placement.from) && isOnOrBefore(from, day) && !isTemporaryPlacement(placementType),
  )
  const last = stays.at(-1)
  const why = last ? whyOf(last) : null
  if (!last || !why) return null
  const before = stays.findLastIndex((stay) => whyOf(stay) === null)
  return { from: (stays[before + 1] ?? last).from, type: last.placementType, why }
}

const isTooYoung = (type: string, bornOn: PlainDate | null, day: PlainDate): boolean =>
  OTHER_ARRANGEMENTS.includes(type) &&
  bornOn !== null &&
  isOnOrAfter(day, NONE_UNDER_16_SINCE) &&
  ageOn(bornOn, day) < 16
