import type { courtDocuments } from '../../../court/registers/courtDocuments.ts'
import type { hearings } from '../../../court/registers/hearings.ts'
import type { proceedings } from '../../../court/registers/proceedings.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import { type PlainDate, addDays, earlierOf, isBefore, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life, PeriodOfCare } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { fullName } from './names.ts'

/** Proceedings with their papers and hearings. */
export interface CourtRows {
  proceedings: RowOf<typeof proceedings>[]
  documents: RowOf<typeof courtDocuments>[]
  hearings: RowOf<typeof hearings>[]
}

const COURT = 341
const LATE = 367
const INTERIM_CARE_ORDER = 'C1'

/** The proceedings of a child: on foot while there is an interim care order. */
export function courtRowsOf(life: Life, span: Span): CourtRows {
  const rows: CourtRows = { proceedings: [], documents: [], hearings: [] }
  for (const period of life.periods) addOf(life, period, span, rows)
  return rows
}

function addOf(life: Life, { episodes }: PeriodOfCare, { since, today, holidays }: Span, rows: CourtRows): void {
  const first = episodes.findIndex(({ legalStatus }) => legalStatus === INTERIM_CARE_ORDER)
  const interim = episodes[first]
  if (!interim) return
  const random = randomOf(...life.seeds, COURT, interim.from.year, interim.from.month, interim.from.day)
  const issuedOn = addDays(interim.from, -random.between(0, 6))
  const after = episodes.slice(first).find(({ legalStatus }) => legalStatus !== INTERIM_CARE_ORDER)
  const last = episodes.at(-1)
  const end = after?.from ?? last?.to ?? null
  const known = (day: PlainDate | null): PlainDate | null => (day && isOnOrBefore(day, today) ? day : null)
  const concludedOn = known(end)
  if (!isOnOrBefore(issuedOn, today) || (concludedOn && isBefore(concludedOn, since)) || isBefore(issuedOn, addDays(since, -400))) return // prettier-ignore
  const ref = `P-${life.child}-${issuedOn.toString().replaceAll('-', '')}`
  const late = randomOf(...life.seeds, LATE, interim.from.year, interim.from.month, interim.from.day)
  const guardian = fullName(random)
  const contact = addDays(issuedOn, random.between(2, 18))
  const handedOver = end && addWorkingDays(end, random.between(4, 12), holidays)
  const hasContact = random.isTrue(0.9)
  const hasHandover = random.isTrue(0.8)
  rows.proceedings.push({
    proceedingsRef: ref,
    child: life.child,
    issuedOn,
    concludedOn,
    outcome: concludedOn && (after ? 'Final order made' : 'Ended with care'),
    guardian,
    // Where they end soon, the guardian has been in touch by then.
    guardianContactOn: known(earlierOf(hasContact ? contact : addDays(issuedOn, late.between(25, 70)), end ?? today)),
    handoverOn:
      concludedOn && known(hasHandover ? handedOver : end && addWorkingDays(end, late.between(13, 30), holidays)),
    extendedByWeeks: null,
  })
  const papers = [
    ['Interim care plan', 3],
    ['Directions', 15],
    ['Expert report', 80],
    ['Final care plan', 140],
  ] as const
  for (const [kind, days] of papers) {
    const receivedOn = addDays(issuedOn, days + random.between(0, 6))
    const sentOn = addWorkingDays(receivedOn, random.between(1, 7), holidays)
    const isSent = random.isTrue(0.9)
    // What is forgotten is asked for, and comes weeks late.
    const lateOn = addWorkingDays(receivedOn, late.between(12, 45), holidays)
    if (!isOnOrBefore(receivedOn, today) || (end && isBefore(end, receivedOn))) continue
    rows.documents.push({ proceedingsRef: ref, kind, receivedOn, sentToIroOn: known(isSent ? sentOn : lateOn) })
  }
  const listed = [
    ['CASE_MANAGEMENT', 14],
    ['ISSUES_RESOLUTION', 110],
    ['FINAL', 168],
  ] as const
  for (const [kind, days] of listed) {
    const on = addDays(issuedOn, days + random.between(0, 5))
    // A hearing is listed some weeks ahead, and none after the end.
    if (isOnOrBefore(on, addDays(today, 60)) && (end === null || isBefore(on, end))) rows.hearings.push({ proceedingsRef: ref, on, kind }) // prettier-ignore
  }
}
