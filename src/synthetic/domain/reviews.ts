import { ageOn } from '../../calendar/age.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { addWorkingDays, latestPracticalDate } from '../../calendar/workingDays.ts'
import { type PlainDate, addDays, addMonths, earlierOf, isBefore, isOnOrAfter, isWithin } from '../../kernel/dates.ts'
import type { AdoptionPlan, MadeUpReview } from './life.ts'
import type { Random } from './random.ts'

// How well the made-up authority keeps its time limits: published shares lie between 94 and 99 in a hundred.
const SHARE_LATE = 0.022
const SHARE_FORGOTTEN = 0.004
const DAYS_TO_RECORD = 4

/** How young people take part, by what they are like (REVIEW_CODE): most come, some send their views, a few neither. */
const waysOfTakingPart: readonly Readonly<Record<string, number>>[] = [
  { PN1: 80, PN2: 5, PN3: 2, PN4: 3, PN5: 2, PN6: 6, PN7: 2 },
  { PN1: 80, PN2: 4, PN3: 4, PN4: 3, PN5: 2, PN6: 6, PN7: 1 },
  { PN1: 70, PN2: 8, PN4: 4, PN5: 4, PN6: 12, PN7: 2 },
  { PN1: 25, PN2: 5, PN5: 10, PN6: 48, PN7: 12 },
  { PN1: 20, PN5: 8, PN6: 32, PN7: 40 },
]

/**
 * The reviews of a period of care up to `horizon`: within 20 working days, three months, then six months, sooner
 * under the adoption rules; nearly all in time, a few late, hardly any forgotten for long.
 */
export function reviewsOf(
  period: { from: PlainDate; to: PlainDate; adoption: AdoptionPlan | null },
  bornOn: PlainDate,
  horizon: PlainDate,
  holidays: BankHolidays,
  random: Random,
): MadeUpReview[] {
  const takesPart = random.oneOf(waysOfTakingPart)
  const end = earlierOf(period.to, addDays(horizon, 1))
  const held: PlainDate[] = []
  const reviews: MadeUpReview[] = []
  for (;;) {
    const { due, mostDaysEarly } = nextDue(period.from, period.adoption, held, holidays)
    const heldOn = dayHeld(due, mostDaysEarly, holidays, random)
    if (!isBefore(heldOn, end)) return reviews
    held.push(heldOn)
    reviews.push({
      heldOn,
      due,
      participation: ageOn(bornOn, heldOn) < 4 ? 'PN0' : random.weighted(takesPart),
      recordedOn: addDays(heldOn, random.waiting(DAYS_TO_RECORD)),
    })
  }
}

interface NextDue {
  due: PlainDate
  /** How much sooner people may hold it, so that reviews keep their order and their distance. */
  mostDaysEarly: number
}

/** Rules CLK-REV-1 to 3, 15 and 16. */
function nextDue(
  from: PlainDate,
  adoption: AdoptionPlan | null,
  held: readonly PlainDate[],
  holidays: BankHolidays,
): NextDue {
  const last = held.at(-1)
  if (!last) return { due: firstDue(from, holidays), mostDaysEarly: 10 }
  const ordinary =
    held.length === 1 ? { due: addMonths(last, 3), mostDaysEarly: 20 } : { due: addMonths(last, 6), mostDaysEarly: 40 }
  if (!adoption) return ordinary
  const placedOn = adoption.placedOn
  if (placedOn && isOnOrAfter(ordinary.due, placedOn)) {
    const sincePlaced = held.filter((day) => isOnOrAfter(day, placedOn)).length
    if (sincePlaced === 0) return { due: addDays(placedOn, 28), mostDaysEarly: 12 }
    if (sincePlaced === 1) return { due: addMonths(last, 3), mostDaysEarly: 20 }
  }
  const threeMonthsAfterOrder = addMonths(adoption.orderedOn, 3)
  return isBefore(last, adoption.orderedOn) && isBefore(threeMonthsAfterOrder, ordinary.due)
    ? { due: threeMonthsAfterOrder, mostDaysEarly: 20 }
    : ordinary
}

/** 20 working days, or four weeks for a time whose bank holidays nobody knows. */
function firstDue(from: PlainDate, holidays: BankHolidays): PlainDate {
  return isCalendarKnown(from, holidays) ? addWorkingDays(from, 20, holidays) : addDays(from, 28)
}

function dayHeld(due: PlainDate, mostDaysEarly: number, holidays: BankHolidays, random: Random): PlainDate {
  const isKnown = isCalendarKnown(due, holidays)
  const after = (days: number): PlainDate => (isKnown ? addWorkingDays(due, days, holidays) : addDays(due, days))
  if (random.isTrue(SHARE_LATE)) return after(1 + random.waiting(9))
  if (random.isTrue(SHARE_FORGOTTEN)) return after(30 + random.waiting(30))
  const planned = addDays(due, -Math.min(mostDaysEarly, random.waiting(mostDaysEarly / 2)))
  return isKnown ? latestPracticalDate(planned, holidays) : planned
}

/** Whether working days around this day can be counted: with a year's grace, since late is a matter of months. */
const isCalendarKnown = (day: PlainDate, holidays: BankHolidays): boolean =>
  isWithin(day, addDays(holidays.firstKnownDay, 60), addDays(holidays.lastKnownDay, -366))
