import { latestPracticalDate } from '../../../calendar/workingDays.ts'
import type { fosterCarers } from '../../../fostering/registers/fosterCarers.ts'
import type { fosterHouseholds } from '../../../fostering/registers/fosterHouseholds.ts'
import type { fosterReviews } from '../../../fostering/registers/fosterReviews.ts'
import type { fosterSurveys } from '../../../fostering/registers/fosterSurveys.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  dateOf,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
} from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { firstNameOf, fullName, lastName } from './names.ts'

type CarerRow = RowOf<typeof fosterCarers>
type MemberRow = RowOf<typeof fosterHouseholds>
type ReviewRow = RowOf<typeof fosterReviews>

/** How people of a household are told of reviews is not made up. */
const unreached = { channel: null, email: null, phone: null, address: null } as const

const HOUSEHOLD = 321
const PLACED = 322
/** A household for so many children looked after: two in three live with foster carers, some with brothers and sisters. */
const CHILDREN_A_HOUSEHOLD = 2.2
/** The made-up fostering IRO of the service. */
const FOSTERING_IRO = 'F1'
/** Reviews are booked so many days ahead. */
const BOOKED_AHEAD = 40

/** The registers of fostering: households, who is in them, their reviews, and what their carers answered. */
export function fosteringRows(seed: number, children: number, lives: readonly Life[], span: Span) {
  const households = Array.from({ length: Math.max(4, Math.ceil(children / CHILDREN_A_HOUSEHOLD)) }, (_, index) =>
    householdOf(seed, index + 1, span),
  ).filter(({ carer }) => isOnOrBefore(carer.approvedOn, span.today))
  return {
    carers: households.map(({ carer }) => carer),
    members: [...households.flatMap(({ members }) => members), ...placedRows(seed, households, lives, span)],
    reviews: households.flatMap(({ reviews }) => reviews),
    surveys: households.flatMap((one) => surveyRows(seed, one, span)),
  }
}

interface MadeUpHousehold {
  number: number
  /** The day the approval ends, known yet or not; null where it does not. */
  ends: PlainDate | null
  carer: CarerRow
  members: MemberRow[]
  reviews: ReviewRow[]
}

function householdOf(seed: number, number: number, { today, holidays, since }: Span): MadeUpHousehold {
  const random = randomOf(seed, HOUSEHOLD, number)
  const carerRef = `FC${number}`
  const approvedOn = addDays(dateOf(2014, 4, 7), random.between(0, 4_300))
  const ends = random.isTrue(0.12) ? addDays(approvedOn, random.between(700, 4_500)) : null
  const ceasedOn = ends && isOnOrBefore(ends, today) ? ends : null
  const firstPlacementOn = addDays(approvedOn, random.between(10, 120))
  const carer: CarerRow = {
    carerRef,
    approvedOn,
    firstPlacementOn: isOnOrBefore(firstPlacementOn, ceasedOn ?? today) ? firstPlacementOn : null,
    ceasedOn,
    kind: random.isTrue(0.15) ? 'CONNECTED_PERSON' : 'MAINSTREAM',
    approvedFor: random.oneOf(['1 child, 0 to 17', '2 children, 0 to 10', '2 children, 5 to 17', '3 children', 'Parent and child']), // prettier-ignore
  }
  const family = lastName(random)
  const member = (party: MemberRow['party'], person: string): MemberRow => ({
    carerRef,
    party,
    person,
    ...unreached,
    from: approvedOn,
    to: ceasedOn,
  })
  const carers = [`${firstNameOf('female', 'WBRI', random)} ${family}`]
  if (random.isTrue(0.7)) carers.push(`${firstNameOf('male', 'WBRI', random)} ${family}`)
  const members = [
    ...carers.map((name) => member('CARER', name)),
    ...(random.isTrue(0.4) ? [member('OWN_CHILD', `${firstNameOf(random.oneOf(['female', 'male']), 'WBRI', random)} ${family}`)] : []), // prettier-ignore
    member('SUPERVISING_WORKER', fullName(random)),
  ]
  return { number, ends, carer, members, reviews: reviewRows(seed, number, carer, { today, holidays, since }) }
}

/** A review a year, most in time, some with an extra one after an allegation or a change; the next is booked ahead. */
function reviewRows(seed: number, number: number, carer: CarerRow, { today, holidays, since }: Span): ReviewRow[] {
  const rows: ReviewRow[] = []
  let last = carer.approvedOn
  for (let year = 1; year < 20; year++) {
    const random = randomOf(seed, HOUSEHOLD, number, year)
    const isExtra = random.isTrue(0.06)
    const due = addMonths(last, 12)
    const late = random.isTrue(0.06) ? random.between(3, 40) : -random.between(1, 35)
    const on = latestPracticalDate(isExtra ? addDays(last, random.between(90, 250)) : addDays(due, late), holidays)
    if ((carer.ceasedOn && isOnOrAfter(on, carer.ceasedOn)) || isAfter(addDays(on, -BOOKED_AHEAD), today)) break
    const kind = isExtra ? random.oneOf(['ALLEGATION', 'CHANGE'] as const) : year === 1 ? 'FIRST' : 'ANNUAL'
    if (isOnOrAfter(on, addMonths(since, -18)) || year === 1) rows.push(reviewRow(carer.carerRef, kind, on, today, random, isAfter(on, due))) // prettier-ignore
    last = on
  }
  return rows
}

function reviewRow(
  carerRef: string,
  kind: ReviewRow['kind'],
  on: PlainDate,
  today: PlainDate,
  random: ReturnType<typeof randomOf>,
  isLate: boolean,
): ReviewRow {
  const recommendation = random.weighted({ CONTINUE: 88, CHANGE_TERMS: 9, TERMINATE: 3 })
  const format = random.weighted({ IN_PERSON: 60, HYBRID: 25, VIRTUAL: 15 })
  const decisionOn = addDays(on, random.between(8, 30))
  const noticeOn = addDays(decisionOn, random.between(1, 6))
  const childViews = random.between(0, 3)
  const investigationEndedOn = kind === 'ALLEGATION' ? addDays(on, -random.between(8, 26)) : null
  const lateReason = random.oneOf(['The carers were away', 'The officer was ill', 'The investigation took longer'])
  const isHeld = isOnOrBefore(on, today)
  const known = (day: PlainDate) => (isHeld && isOnOrBefore(day, today) ? day : null)
  return {
    carerRef,
    kind,
    status: isHeld ? 'HELD' : 'PLANNED',
    reviewRef: null,
    bookedFor: on,
    startsAt: null,
    endsAt: null,
    place: null,
    heldOn: isHeld ? on : null,
    format: isHeld ? format : null,
    officerId: FOSTERING_IRO,
    childViews: isHeld ? childViews : null,
    recommendation: isHeld ? recommendation : null,
    investigationEndedOn:
      investigationEndedOn && isOnOrBefore(investigationEndedOn, today) ? investigationEndedOn : null,
    decisionOn: known(decisionOn),
    noticeOn: known(noticeOn),
    lateReason: isHeld && isLate ? lateReason : null,
  }
}

/** Where each child lives whose placement is with foster carers: households one after the other, as children come. */
function placedRows(
  seed: number,
  households: readonly MadeUpHousehold[],
  lives: readonly Life[],
  { today, since }: Span,
): MemberRow[] {
  return lives.flatMap((life) =>
    life.periods.flatMap(({ episodes }, period) =>
      placementsOf(episodes).flatMap(({ from, to }, place): MemberRow[] => {
        if (isAfter(from, today) || (to && isBefore(to, since))) return []
        const random = randomOf(seed, PLACED, Number(life.child.replaceAll(/\D/g, '')), period, place)
        const open = households.filter(
          ({ carer, ends }) => isOnOrBefore(carer.approvedOn, from) && (!ends || isAfter(ends, to ?? from)),
        )
        if (open.length === 0) return []
        const { carerRef } = random.oneOf(open).carer
        const until = to && isOnOrBefore(to, today) ? to : null
        return [{ carerRef, party: 'FOSTERED_CHILD', person: life.child, ...unreached, from, to: until }]
      }),
    ),
  )
}

/** The runs of episodes with foster carers, one after the other at one place. */
function placementsOf(episodes: Life['periods'][number]['episodes']): { from: PlainDate; to: PlainDate | null }[] {
  const runs: { from: PlainDate; to: PlainDate | null }[] = []
  let isGoingOn = false
  for (const { from, to, placementType, reasonForNewEpisode } of episodes) {
    const isFostered = /^U[1-6]$/.test(placementType)
    const last = runs.at(-1)
    if (isFostered && isGoingOn && last && reasonForNewEpisode === 'L') last.to = to
    else if (isFostered) runs.push({ from, to })
    isGoingOn = isFostered
  }
  return runs
}

/** Each household is asked once a year, in February; a third answer. */
function surveyRows(
  seed: number,
  { number, carer }: MadeUpHousehold,
  { today, since }: Span,
): RowOf<typeof fosterSurveys>[] {
  return [since.year, since.year + 1, since.year + 2, since.year + 3].flatMap((year) => {
    const sentOn = dateOf(year, 2, 3)
    if (isAfter(sentOn, today) || isBefore(sentOn, carer.approvedOn) || (carer.ceasedOn && isBefore(carer.ceasedOn, sentOn))) return [] // prettier-ignore
    const random = randomOf(seed, HOUSEHOLD, number, year, 1)
    const returnedOn = addDays(sentOn, random.between(3, 25))
    const isReturned = random.isTrue(0.35) && isOnOrBefore(returnedOn, today)
    const prefers = random.weighted({ IN_PERSON: 25, VIRTUAL: 55, HYBRID: 20 })
    return [
      {
        carerRef: carer.carerRef,
        sentOn,
        returnedOn: isReturned ? returnedOn : null,
        prefers: isReturned ? prefers : null,
        comment: null,
      },
    ]
  })
}
