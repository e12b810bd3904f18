import { caseloadSetting } from '../settings.ts'
import { absences, type AbsenceFact } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  earlierOf,
  isAfter,
  isBefore,
  isOnOrBefore,
  isWithin,
  laterOf,
} from '../../kernel/dates.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { longAbsenceOn } from './absences.ts'
import { perFte, withoutRoundingError } from './load.ts'
import { knownChildren, isStillKnown } from './knownChildren.ts'
import type { Flow } from './flow.ts'
import { MONTHS_AHEAD, reviewsAhead } from './reviewsAhead.ts'

const DAYS_A_MONTH = 365.25 / 12

/** What may be tried: who would be away, who would come. Nothing of it is stored. */
export interface WhatIf {
  absence: { officerId: string; from: PlainDate; to: PlainDate } | null
  post: { fte: number; from: PlainDate } | null
}

export const nothingTried: WhatIf = { absence: null, post: null }

/** A month to come. */
export interface MonthAhead {
  /** The month's first day. */
  month: PlainDate
  /** The day on which the month is counted: its last, or the last on which someone tried out is away. */
  day: PlainDate
  children: number
  weighted: number
  /** Full-time equivalents in post. */
  fte: number
  /** Those of officers who are away for long on the day. */
  fteAway: number
  /** For each full-time equivalent at work; null where nobody is. */
  perFte: number | null
  weightedPerFte: number | null
  /** Known children whose 18th birthday, or other known end, is in the month. */
  leaving: number
  starting: readonly OfficerFact[]
  ending: readonly OfficerFact[]
  /** Reviews due in the month as the clocks stand today; those overdue are in the first. */
  reviewsDue: number
  /** Reviews after those, if each before them is held on its last day. */
  reviewsAfter: number
}

/**
 * The twelve months to come, this one first: known leavers, officers who start, end and are away; no child whom nobody
 * knows yet, unless `flow` says how many to reckon with. Children who wait for an officer count: they will have one.
 */
export function monthsAhead(world: World, flow: Flow | null, tried: WhatIf): MonthAhead[] {
  const today = world.asAt
  const children = knownChildren(world)
  const { weights } = caseloadSetting.of(world.settings)
  const allOfficers = recordsOf(world, officers)
  const allAbsences = recordsOf(world, absences)
  const [due, after] = reviewsAhead(world)
  return Array.from({ length: MONTHS_AHEAD }, (_, index): MonthAhead => {
    const month = addMonths(dateOf(today.year, today.month, 1), index)
    const lastDay = addDays(addMonths(month, 1), -1)
    const day = countedOn(month, lastDay, today, tried)
    const isInMonth = (on: PlainDate) => isWithin(on, month, lastDay)
    const still = children.filter((child) => isStillKnown(child, day))
    const net = flow === null ? 0 : ((flow.arrivals - flow.departures) * daysBetween(today, day)) / DAYS_A_MONTH
    const count = Math.max(0, still.length + net)
    const weighted = Math.max(
      0,
      still.reduce((total, { work }) => total + weights[work], 0) + net * weights.lookedAfter,
    )
    const fte = fteOn(allOfficers, day) + (tried.post && isOnOrBefore(tried.post.from, day) ? tried.post.fte : 0)
    const fteAway = fteOn(
      allOfficers.filter(({ officerId }) => isAway(officerId, day, allAbsences, tried)),
      day,
    )
    const isReviewing = allOfficers.filter(isReviewingOfficer)
    return {
      month,
      day,
      leaving: children.filter(({ endsOn }) => endsOn !== null && isInMonth(endsOn)).length,
      starting: isReviewing.filter(({ startedOn }) => isInMonth(startedOn) && isAfter(startedOn, today)),
      ending: isReviewing.filter(({ endedOn }) => endedOn !== null && isInMonth(endedOn)),
      reviewsDue: due.filter((on) => isInMonth(laterOf(on, today))).length,
      reviewsAfter: after.filter(isInMonth).length,
      fteAway: withoutRoundingError(fteAway),
      children: withoutRoundingError(count),
      weighted: withoutRoundingError(weighted),
      ...quotients(count, weighted, withoutRoundingError(fte), withoutRoundingError(fte - fteAway)),
    }
  })
}

function quotients(children: number, weighted: number, fte: number, atWork: number) {
  const { perFte: each, weightedPerFte } = perFte(children, weighted, atWork)
  return { fte, perFte: each, weightedPerFte }
}

/** An absence that lasts no month's end must still be seen: the month is then counted on its last day. */
function countedOn(month: PlainDate, lastDay: PlainDate, today: PlainDate, { absence }: WhatIf): PlainDate {
  if (!absence) return lastDay
  const [from, to] = [laterOf(laterOf(absence.from, month), today), earlierOf(absence.to, lastDay)]
  return isBefore(to, from) ? lastDay : to
}

const fteOn = (officers: readonly OfficerFact[], day: PlainDate): number =>
  officers
    .filter((officer) => isReviewingOfficer(officer) && isInPost(officer, day))
    .reduce((total, { fte }) => total + fte, 0)

/** Whether the officer is away for long on a day, in the register or as tried. */
export const isAway = (
  officerId: string,
  day: PlainDate,
  absences: readonly AbsenceFact[],
  { absence }: WhatIf,
): boolean =>
  longAbsenceOn(absences, officerId, day) !== null ||
  (absence?.officerId === officerId && isWithin(day, absence.from, absence.to))
