import { reportingYearOf } from '../../../calendar/reportingYear.ts'
import { type PlainDate, addDays, isAfter, isBefore, isOnOrAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { missingReturns } from '../../../missingChildren/registers/missingReturns.ts'
import type { oversight } from '../../../oversight/registers/oversight.ts'
import type { visits } from '../../../oversight/registers/visits.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life, PeriodOfCare } from '../life.ts'
import { randomOf } from '../random.ts'
import { type Span, officerOf } from './allocations.ts'
import type { Service } from './service.ts'

const DRIFT = 331
const ENTRY = 332
const RETURN = 333

const SHARE_DRIFTING = 0.05
/** How long nobody has visited a child who drifts, nor has the IRO written anything. */
const DAYS_ADRIFT = 120
/** Care that has lasted this long, in one placement lately: of a child placed yesterday nobody can say that it drifts. */
const [DAYS_IN_CARE, DAYS_IN_PLACEMENT] = [200, 30]
/** Every child but those who drift is visited at least so often; at home, or placed for adoption, every week at first. */
const [DAYS_BETWEEN_VISITS, DAYS_AT_FIRST, DAYS_OF_FIRST] = [27, 6, 200]
const DAYS_BETWEEN_ENTRIES = 40

/** The first day of which these rows tell: of the reporting year of the day. */
export const sinceOf = ({ today }: Span): PlainDate => reportingYearOf(today).firstDay

/** The period of care on a day. */
export const periodOn = (life: Life, day: PlainDate): PeriodOfCare | undefined =>
  life.periods.find(({ from, to }) => isOnOrBefore(from, day) && isBefore(day, to))

/** Whether the child is one of those made to drift: visited and overseen by nobody for months. */
export function isAdrift(life: Life, today: PlainDate): boolean {
  const period = periodOn(life, today)
  const latest = period?.episodes.findLast(({ from }) => isOnOrBefore(from, today))
  return (
    period !== undefined &&
    latest !== undefined &&
    !latest.placementType.startsWith('A') &&
    isOnOrBefore(period.from, addDays(today, -DAYS_IN_CARE)) &&
    isOnOrBefore(latest.from, addDays(today, -DAYS_IN_PLACEMENT)) &&
    randomOf(...life.seeds, DRIFT).isTrue(SHARE_DRIFTING)
  )
}

/** The last day of which rows tell of what was done for a child. */
const doneUpTo = (life: Life, { today }: Span): PlainDate =>
  isAdrift(life, today) ? addDays(today, -DAYS_ADRIFT) : today

/** Days from one on, so many apart, within the span and before `until`. */
function daysFrom(
  first: PlainDate,
  apart: (number: number) => number,
  until: PlainDate,
  since: PlainDate,
): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = first, number = 0; isBefore(day, until); day = addDays(day, apart(number)), number++) {
    if (isOnOrAfter(day, since)) days.push(day)
  }
  return days
}

/** Visits by the social worker, in each placement from its second day on. */
export function visitRows(life: Life, span: Span): RowOf<typeof visits>[] {
  const last = addDays(doneUpTo(life, span), 1)
  const days = life.periods.flatMap(({ from, to, episodes }) => {
    const starts = [...new Set([from, ...episodes.map((episode) => episode.from)])]
    return starts.flatMap((start, index) => {
      const end = starts[index + 1] ?? to
      const until = isBefore(end, last) ? end : last
      const type = episodes.findLast((episode) => isOnOrBefore(episode.from, start))?.placementType ?? ''
      // Some of those with parents or relatives are placed before they are assessed, and seen every week.
      const isOften = type === 'P1' || /^(?:A|U[123])/.test(type)
      const apart = (number: number) =>
        isOften && number * DAYS_AT_FIRST < DAYS_OF_FIRST ? DAYS_AT_FIRST : DAYS_BETWEEN_VISITS
      return daysFrom(addDays(start, 1), apart, until, sinceOf(span))
    })
  })
  return [...new Map(days.map((on) => [on.toString(), on])).values()].map((on) => ({
    child: life.child,
    on,
    kind: 'SOCIAL_WORK',
    seenAlone: randomOf(...life.seeds, ENTRY, on.year, on.month, on.day).isTrue(0.8),
  }))
}

const notes = {
  CONTACT: 'Spoke on the telephone. Things are as they were planned.',
  MIDPOINT: 'Read the file and spoke with the social worker. The plan moves on.',
  FOOTPRINT: 'Decisions of the last review looked at.',
  VISIT: 'Saw the child at home.',
} as const
const entryWeights = { CONTACT: 4, MIDPOINT: 3, FOOTPRINT: 2, VISIT: 1 }

/** What the IRO wrote of the child between reviews. */
export function entryRows(life: Life, service: Service, span: Span): RowOf<typeof oversight>[] {
  const last = addDays(doneUpTo(life, span), 1)
  return life.periods.flatMap(({ from, to }) =>
    // Of every year that the other registers tell of: a year without any would count as one in which nobody looked.
    daysFrom(addDays(from, 10), () => DAYS_BETWEEN_ENTRIES, isBefore(to, last) ? to : last, span.since).map((on) => {
      const kind = randomOf(...life.seeds, ENTRY, on.year, on.month, on.day).weighted(entryWeights)
      return { child: life.child, on, kind, officerId: officerOf(life, service, on), note: notes[kind] }
    }),
  )
}

/** When the child came back each time, and whether an interview was held. */
export function returnRows(life: Life, span: Span): RowOf<typeof missingReturns>[] {
  const since = sinceOf(span)
  return life.absences.flatMap(({ from, to, kind }) => {
    if (kind !== 'M' || to === null || isAfter(to, span.today) || isBefore(from, since)) return []
    const random = randomOf(...life.seeds, RETURN, from.year, from.month, from.day)
    const what = random.weighted({ held: 7, late: 2, declined: 2 })
    const heldOn = addDays(to, what === 'held' ? 2 : 5)
    const isHeld = what !== 'declined' && isOnOrBefore(heldOn, span.today)
    return [
      {
        child: life.child,
        missingFrom: from,
        returnedAt: `${to.toString()}T06:30`,
        interviewOfferedAt: isBefore(to, span.today) ? `${addDays(to, 1).toString()}T10:00` : null,
        interviewHeldAt: isHeld ? `${heldOn.toString()}T15:30` : null,
        declined: what === 'declined' ? true : null,
        pushFactors: random.isTrue(0.5) ? ['Argument where the child lives'] : [],
        pullFactors: random.isTrue(0.5) ? ['Friends'] : [],
      },
    ]
  })
}
