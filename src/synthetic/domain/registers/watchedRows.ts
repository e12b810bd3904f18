import { birthday } from '../../../calendar/age.ts'
import { latestPracticalDate } from '../../../calendar/workingDays.ts'
import type { advisers } from '../../../children/registers/advisers.ts'
import type { people } from '../../../children/registers/people.ts'
import { addDays, addMonths, isAfter, isBefore, isOnOrAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { oversight } from '../../../oversight/registers/oversight.ts'
import type { visits } from '../../../oversight/registers/visits.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { PreparationStep, preparationSteps } from '../../../watched/registers/preparationSteps.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'

type PersonRow = RowOf<typeof people>

const VISIT = 351
const PREPARATION = 352
const ADVISER = 353
const ORDER = 391
/** Supervision orders are overseen at least so often, most a little sooner. */
const MONTHS_BETWEEN_OVERSIGHT = 3

/** Visits to children privately fostered: a week or so after the notice, then every six weeks, later every twelve. */
export const privateVisitRows = (
  seed: number,
  watched: readonly PersonRow[],
  { today, since, holidays }: Span,
): RowOf<typeof visits>[] =>
  watched.flatMap(({ child, kind, from, to }) => {
    if (kind !== 'PRIVATE_FOSTERING') return []
    const rows: RowOf<typeof visits>[] = []
    let last = from
    for (let number = 1; number < 40; number++) {
      const random = randomOf(seed, VISIT, Number(child.slice(1)), number)
      const days = number === 1 ? 8 : isBefore(last, addMonths(from, 12)) ? 42 : 84
      const late = random.isTrue(0.1) ? random.between(1, 9) : -random.between(0, 5)
      const seenAlone = random.isTrue(0.93)
      const on = latestPracticalDate(addDays(last, days + late), holidays)
      if (isAfter(on, today) || (to && isAfter(on, to))) break
      if (isOnOrAfter(on, since)) rows.push({ child, on, kind: 'PRIVATE_FOSTERING', seenAlone })
      last = on
    }
    return rows
  })

/** What IROs wrote of supervision orders: every three months from the order, one now and then a little late. */
export const orderEntryRows = (
  seed: number,
  watched: readonly PersonRow[],
  { today, since, holidays }: Span,
): RowOf<typeof oversight>[] =>
  watched.flatMap(({ child, kind, from, to }) => {
    if (kind !== 'SUPERVISION_ORDER') return []
    const rows: RowOf<typeof oversight>[] = []
    let last = from
    for (let number = 1; number < 12; number++) {
      const random = randomOf(seed, ORDER, Number(child.slice(1)), number)
      const days = random.isTrue(0.1) ? random.between(2, 15) : -random.between(3, 25)
      const on = latestPracticalDate(addDays(addMonths(last, MONTHS_BETWEEN_OVERSIGHT), days), holidays)
      if (isAfter(on, today) || (to && isOnOrAfter(on, to))) break
      if (isOnOrAfter(on, since))
        rows.push({ child, on, kind: 'MEETING', officerId: null, note: 'The order and what it asks for, looked at.' })
      last = on
    }
    return rows
  })

/** The personal advisers of the demonstration, by the ids with which they sign in. */
const ADVISERS = ['SW1', 'SW2', 'SW3'] as const
const names: Readonly<Record<(typeof ADVISERS)[number], string>> = {
  SW1: 'Kit Adeyemi',
  SW2: 'Joss Bellamy',
  SW3: 'Mina Tarrant',
}

/** Who the adviser of each care leaver is. */
export const adviserRows = (seed: number, watched: readonly PersonRow[]): RowOf<typeof advisers>[] =>
  watched.flatMap(({ child, kind, from, to }) => {
    if (kind !== 'CARE_LEAVER') return []
    const workerId = randomOf(seed, ADVISER, Number(child.slice(1))).oneOf(ADVISERS)
    return [{ child, workerId, name: names[workerId], from, to }]
  })

/** By which age each step is done: years and months. */
const steps: readonly (readonly [step: PreparationStep, years: number, months: number])[] = [
  ['ADVISER', 16, 0],
  ['NATIONAL_INSURANCE', 16, 0],
  ['NEEDS_ASSESSMENT', 16, 3],
  ['PATHWAY_PLAN', 16, 3],
  ['BANK_ACCOUNT', 16, 6],
  ['ENTITLEMENTS', 17, 0],
  ['IDENTITY', 17, 0],
  ['EDUCATION', 17, 3],
  ['HOME', 17, 6],
  ['MONEY', 17, 10],
  ['HEALTH_SUMMARY', 17, 11],
  ['RATING', 17, 11],
]

/** What is done to prepare those of 16 and 17 for leaving care, most of it in time. */
export function preparationRows(seed: number, life: Life, { today, since }: Span): RowOf<typeof preparationSteps>[] {
  const number = Number(life.child.replaceAll(/\D/g, ''))
  return steps.flatMap(([step, years, months], index) => {
    const random = randomOf(seed, PREPARATION, number, index)
    const by = addMonths(birthday(life.bornOn, years), months)
    const on = addDays(by, random.isTrue(0.2) ? random.between(5, 60) : -random.between(1, 40))
    const rating = random.weighted({ GREEN: 55, AMBER: 35, RED: 10 })
    const isInCare = life.periods.some(({ from, to }) => isOnOrBefore(from, on) && isBefore(on, to))
    if (!isInCare || isAfter(on, today) || isBefore(on, since) || random.isTrue(0.08)) return []
    return [{ child: life.child, step, on, rating: step === 'RATING' ? rating : null, note: null }]
  })
}
