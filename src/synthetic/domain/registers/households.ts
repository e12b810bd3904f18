import { latestPracticalDate } from '../../../calendar/workingDays.ts'
import type { consultations } from '../../../consulting/registers/consultations.ts'
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
import { numberIn } from './householdEvents.ts'
import { addressOf, firstNameOf, fullName, lastName } from './names.ts'
import { type FosterStay, fosterStaysOf, placedRows } from './placed.ts'

type CarerRow = RowOf<typeof fosterCarers>
type MemberRow = RowOf<typeof fosterHouseholds>
type ReviewRow = RowOf<typeof fosterReviews>

const HOUSEHOLD = 321
const ASKED = 365
const ENDING = 366
const SUMMER_SURVEY = 389
/** A household for so many children looked after: two in three live with foster carers, some with brothers and sisters. */
const CHILDREN_A_HOUSEHOLD = 2.2
/** The made-up fostering IRO of the service. */
const FOSTERING_IRO = 'F1'
/** Reviews are booked so many days ahead. */
const BOOKED_AHEAD = 40

/**
 * The registers of fostering: households, who is in them, their reviews, whom these asked, and what carers answered. `stays`: of
 * every child there ever was, so that those of long ago still take the places that they took.
 */
export function fosteringRows(
  seed: number,
  children: number,
  lives: readonly Life[],
  span: Span,
  stays: readonly FosterStay[] = lives.flatMap(fosterStaysOf),
) {
  const households = Array.from({ length: Math.max(4, Math.ceil(children / CHILDREN_A_HOUSEHOLD)) }, (_, index) =>
    householdOf(seed, index + 1, span),
  ).filter(({ carer }) => isOnOrBefore(carer.approvedOn, span.today))
  const placing = households.map(({ carer, ends }) => ({ ...carer, ends, places: placesIn(carer) }))
  const known = new Set(lives.map(({ child }) => child))
  const placed = placedRows(seed, placing, stays, span).filter(({ person }) => known.has(person))
  const placedIn = Map.groupBy(placed, ({ carerRef }) => carerRef)
  const reviews = households.flatMap(({ carer, reviews: own }) => withViews(own, placedIn.get(carer.carerRef) ?? []))
  return {
    carers: households.map(({ carer }) => carer),
    members: [...households.flatMap(({ members }) => members), ...placed],
    reviews,
    consultations: reviews.flatMap((review) => askedRows(seed, review, span)),
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
    // Children are reached through those who care for them.
    ...(party === 'OWN_CHILD' ? { channel: null, email: null } : { channel: 'EMAIL', email: addressOf(person, `.${carerRef}`) }), // prettier-ignore
    phone: null,
    address: null,
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
  return {
    number,
    ends,
    carer,
    members,
    reviews: reviewRows(seed, number, { ...carer, ends }, { today, holidays, since }),
  }
}

/** A review a year, most in time, some with an extra one after an allegation or a change; the next is booked ahead. */
function reviewRows(
  seed: number,
  number: number,
  carer: CarerRow & { ends: PlainDate | null },
  { today, holidays, since }: Span,
): ReviewRow[] {
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
    if (isOnOrAfter(on, addMonths(since, -18)) || year === 1) {
      const row = reviewRow(carer.carerRef, kind, on, today, random, isAfter(on, due))
      rows.push({ ...row, reviewRef: `FR-${number}-${year}`, ...recommended(seed, number, year, row, carer.ends) })
    }
    last = on
  }
  return rows
}

/** What a review recommends: the end of an approval only where it ended soon after, and the carers were told 28 days before. */
function recommended(
  seed: number,
  number: number,
  year: number,
  { recommendation, heldOn }: ReviewRow,
  ends: PlainDate | null,
): Pick<ReviewRow, 'recommendation'> {
  if (recommendation === null || heldOn === null) return { recommendation }
  const isLast = ends !== null && isAfter(ends, addDays(heldOn, 64)) && isBefore(ends, addDays(heldOn, 200))
  if (isLast && randomOf(seed, ENDING, number, year).isTrue(0.6)) return { recommendation: 'TERMINATE' }
  return { recommendation: recommendation === 'TERMINATE' ? 'CONTINUE' : recommendation }
}

/** For how many children at a time a household is approved. */
const placesIn = ({ approvedFor }: CarerRow): number => Number(/^\d/.exec(approvedFor ?? '')?.[0] ?? 1)

/** Reviews with no more children's statements than children were there since the last. */
const withViews = (reviews: readonly ReviewRow[], placed: readonly MemberRow[]): ReviewRow[] =>
  reviews.map((review, index) => {
    const { heldOn, childViews } = review
    if (heldOn === null || childViews === null) return review
    const since = reviews[index - 1]?.heldOn ?? addMonths(heldOn, -12)
    const there = placed.filter(({ from, to }) => isOnOrBefore(from, heldOn) && (to === null || isOnOrAfter(to, since)))
    return { ...review, childViews: Math.min(childViews, new Set(there.map(({ person }) => person)).size) }
  })

/** How long before a review people are asked. Unit: days. */
const ASKED_BEFORE = [35, 31, 28, 24] as const

/** The forms sent before a review by a day, with those that came back: the carers' most of all. */
function askedRows(
  seed: number,
  { carerRef, reviewRef, bookedFor, status, childViews }: ReviewRow,
  { today }: Span,
): RowOf<typeof consultations>[] {
  if (reviewRef === null || bookedFor === null || status === 'CANCELLED') return []
  const random = randomOf(seed, ASKED, numberIn(carerRef), numberIn(bookedFor.toString()))
  const sentOn = addDays(bookedFor, -random.oneOf(ASKED_BEFORE))
  const answers = { CARER: 0.85, CHILD: 0.5, OTHER: 0.7 } as const
  return (['CARER', 'CHILD', 'OTHER'] as const).flatMap((party) => {
    const isAnswered = random.isTrue(answers[party])
    const comesBackOn = addDays(sentOn, random.between(2, 20))
    // Statements that were received are answers of children.
    const isBack = party === 'CHILD' && status === 'HELD' ? (childViews ?? 0) > 0 : isAnswered
    if (isAfter(sentOn, today)) return []
    const returnedOn = isBack && isOnOrBefore(comesBackOn, today) ? comesBackOn : null
    return [{ reviewRef, party, sentOn, returnedOn, medium: returnedOn ? ('ONLINE' as const) : null }]
  })
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
  const lateReason = random.oneOf(['The carers were away', 'The IRO was absent', 'The investigation took longer'])
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

/** Each household is asked in February and, since a year begins in April, in June; a third answer. */
function surveyRows(
  seed: number,
  { number, carer }: MadeUpHousehold,
  { today, since }: Span,
): RowOf<typeof fosterSurveys>[] {
  const years = [since.year, since.year + 1, since.year + 2, since.year + 3]
  const asked = years.flatMap((year) => [
    { sentOn: dateOf(year, 2, 3), stream: [HOUSEHOLD, number, year, 1] },
    { sentOn: dateOf(year, 6, 8), stream: [SUMMER_SURVEY, number, year] },
  ])
  return asked.flatMap(({ sentOn, stream }) => {
    if (isAfter(sentOn, today) || isBefore(sentOn, carer.approvedOn) || (carer.ceasedOn && isBefore(carer.ceasedOn, sentOn))) return [] // prettier-ignore
    const random = randomOf(seed, ...stream)
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
