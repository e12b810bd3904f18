import { caseloadSetting } from '../settings.ts'
import { reviewKinds } from '../../reviews/domain/deadlineKinds.ts'
import { absences, type AbsenceFact } from '../../officers/registers/absences.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { birthday } from '../../calendar/age.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { type World, historyOf, lookedAfterOn } from '../../children/domain/world.ts'
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
import { rememberedFor } from '../../kernel/remember.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { reviewClocks } from '../../reviews/domain/clocks.ts'
import { longAbsenceOn } from './absences.ts'
import { perFte, withoutCrumbs } from './load.ts'
import { type WorkKind, watchedOn, workOf } from './work.ts'

const MONTHS = 12
const DAYS_A_MONTH = 365.25 / 12

/** A child of the service now, and until when as far as is known. */
export interface KnownChild {
  child: string
  work: WorkKind
  /** The 18th birthday, or the end that a register names; null where none is known. */
  endsOn: PlainDate | null
}

/** The children with an officer now, and those looked after who wait for one: all whom the service has to see to. */
export const knownChildren = rememberedFor((world: World): readonly KnownChild[] => {
  const today = world.asAt
  const allocated = recordsOf(world, allocations)
    .filter((one) => isOpen(one, today))
    .map(({ child }) => child)
  const looked = lookedAfterOn(world, today).map(({ history }) => history.record.child)
  return [...new Set([...allocated, ...looked])].flatMap((child) => {
    const work = workOf(world, child, today)
    return work === null ? [] : [{ child, work, endsOn: endOf(world, child, work) }]
  })
})

function endOf(world: World, child: string, work: WorkKind): PlainDate | null {
  const watched = watchedOn(world, child, world.asAt)
  const bornOn = historyOf(world, child)?.record.bornOn ?? watched?.bornOn ?? null
  const limit = work === 'careLeaver' ? 25 : 18
  const grown = bornOn && birthday(bornOn, limit)
  const isOfReturn = work === 'lookedAfter' || work === 'adoption' || work === 'shortBreaks'
  const end = isOfReturn ? grown : (watched?.to ?? grown)
  // Who is past it and still in the records leaves them any day now.
  return end && laterOf(end, addDays(world.asAt, 1))
}

/** Whether the child is still the service's work on a later day, as far as is known. */
export const isStillKnown = ({ endsOn }: KnownChild, day: PlainDate): boolean =>
  endsOn === null || isBefore(day, endsOn)

/** How many children came and went in a month, on average over the last twelve. */
export interface Flow {
  arrivals: number
  /** Those who left before their 18th birthday: the others are known. */
  departures: number
}

/** The children who became looked after, and who ceased to be before they were 18, in the last twelve months. */
export function flowOf(world: World): Flow {
  const since = addMonths(world.asAt, -MONTHS)
  let [arrivals, departures] = [0, 0]
  for (const { periods, record } of world.histories) {
    const eighteen = record.bornOn && birthday(record.bornOn, 18)
    for (const { startedOn, endedOn } of periods) {
      if (isAfter(startedOn, since) && isOnOrBefore(startedOn, world.asAt)) arrivals++
      const isEarly = endedOn && (eighteen === null || isBefore(endedOn, eighteen))
      if (isEarly && isAfter(endedOn, since) && isOnOrBefore(endedOn, world.asAt)) departures++
    }
  }
  return { arrivals: arrivals / MONTHS, departures: departures / MONTHS }
}

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
  return Array.from({ length: MONTHS }, (_, index): MonthAhead => {
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
      fteAway: withoutCrumbs(fteAway),
      children: withoutCrumbs(count),
      weighted: withoutCrumbs(weighted),
      ...quotients(count, weighted, withoutCrumbs(fte), withoutCrumbs(fte - fteAway)),
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

/** When reviews are due in the next twelve months: the next of each child, and those after. */
const reviewsAhead = rememberedFor((world: World): [next: PlainDate[], after: PlainDate[]] => {
  const horizon = addMonths(world.asAt, MONTHS + 1)
  const next: PlainDate[] = []
  const after: PlainDate[] = []
  for (const { clock, due, child } of openDeadlines(world)) {
    if (clock.kind !== reviewKinds.review) continue
    next.push(due)
    const bornOn = historyOf(world, child)?.record.bornOn
    const end = bornOn ? earlierOf(birthday(bornOn, 18), horizon) : horizon
    // A second review follows a first within 3 months, also after placing for adoption. CLK-REV-2, CLK-REV-16.
    let months = clock === reviewClocks.first || clock === reviewClocks.placed ? 3 : 6
    for (let on = addMonths(laterOf(due, world.asAt), months); isBefore(on, end); on = addMonths(on, months)) {
      after.push(on)
      months = 6
    }
  }
  return [next, after]
})
