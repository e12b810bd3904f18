import { addWorkingDays } from '../../../calendar/workingDays.ts'
import type { fosterCarers } from '../../../fostering/registers/fosterCarers.ts'
import { addDays, dateOf, isAfter, isOnOrBefore, isWithin } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import type { ChallengeRows } from './challengeRows.ts'

const HOUSEHOLD_CHALLENGE = 390
/** One is made in each two months. */
const MONTHS = [1, 3, 5, 7, 9, 11] as const
const DAYS_OF_TWO_MONTHS = 55
/** The made-up fostering IRO of the service. */
const FOSTERING_IRO = 'F1'
const INFORMAL_WORKING_DAYS = 5

const grounds = [
  'Visits by the supervising social worker late',
  'Papers for the fostering review missing',
  'Health and safety check not done',
]
const changes = [
  'The check was made, and nothing more is asked of the carers',
  'A date is agreed, and the carers know it',
]

/** What the fostering IRO challenged of households, one after the other: the same on a later day, with what came of it since. */
export function householdChallengeRows(
  seed: number,
  carers: readonly RowOf<typeof fosterCarers>[],
  { since, today, holidays }: Span,
): Pick<ChallengeRows, 'challenges' | 'stages'> {
  const rows: Pick<ChallengeRows, 'challenges' | 'stages'> = { challenges: [], stages: [] }
  for (let year = since.year; year <= today.year; year++) {
    for (const month of MONTHS) {
      const random = randomOf(seed, HOUSEHOLD_CHALLENGE, year, month)
      const on = addDays(dateOf(year, month, 1), random.between(0, DAYS_OF_TWO_MONTHS))
      const approved = carers.filter(
        ({ approvedOn, ceasedOn }) => isOnOrBefore(approvedOn, on) && (ceasedOn === null || isAfter(ceasedOn, on)),
      )
      if (!isWithin(on, since, today) || approved.length === 0) continue
      const { carerRef } = random.oneOf(approved)
      const ground = random.oneOf(grounds)
      const change = random.oneOf(changes)
      const resolvedOn = addWorkingDays(on, random.between(3, 24), holidays)
      const passedOn = addWorkingDays(on, INFORMAL_WORKING_DAYS, holidays)
      const isOver = isOnOrBefore(resolvedOn, today)
      const isPassed = isAfter(resolvedOn, passedOn) && isOnOrBefore(passedOn, today)
      const challengeRef = `C-${carerRef}-${on.toString().replaceAll('-', '')}`
      const stage = { challengeRef, step: null, skippedWhy: null, answer: null, answeredBy: null }
      rows.challenges.push({
        challengeRef,
        child: null,
        household: carerRef,
        raisedOn: on,
        route: 'INFORMAL',
        officerId: FOSTERING_IRO,
        themes: [ground],
        agency: null,
        resolvedOn: isOver ? resolvedOn : null,
        withdrawnOn: null,
        outcome: isOver ? 'Answered by the fostering service' : null,
        changedForChild: isOver ? change : null,
        cafcass: null,
        cafcassOn: null,
        concern: 'Asked for before the last review, and not done since',
        legalAdviceOn: null,
        courtToldOn: null,
        fedBackOn: null,
      })
      rows.stages.push(
        { ...stage, stage: 1, startedOn: on, endedOn: isPassed ? passedOn : isOver ? resolvedOn : null, withRole: 'fostering team manager' }, // prettier-ignore
        ...(isPassed ? [{ ...stage, stage: 2, startedOn: passedOn, endedOn: isOver ? resolvedOn : null, withRole: 'fostering service manager' }] : []), // prettier-ignore
      )
    }
  }
  return rows
}
