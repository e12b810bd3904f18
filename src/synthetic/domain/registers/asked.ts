import { birthday } from '../../../calendar/age.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { consultations } from '../../../consulting/registers/consultations.ts'
import type { feedback } from '../../../consulting/registers/feedback.ts'
import type { statements } from '../../../consulting/registers/statements.ts'
import type { wishes } from '../../../consulting/registers/wishes.ts'
import { type PlainDate, addDays, isAfter, isOnOrAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RegisterReviewFact } from '../../../reviews/registers/reviews.ts'
import { type Random, randomOf } from '../random.ts'

type ConsultationRow = RowOf<typeof consultations>
type WishRow = RowOf<typeof wishes>
type StatementRow = RowOf<typeof statements>
type FeedbackRow = RowOf<typeof feedback>

/** A review as far as what was asked before it follows from it. */
export type ReviewAskedOf = Pick<
  RegisterReviewFact,
  'reviewRef' | 'child' | 'kind' | 'status' | 'firstBookedFor' | 'officerId'
>

/** The day on which the child of a review was born; null where nobody knows. */
type BornOn = PlainDate | null

/** Whether a child is of an age on a day; one of unknown age is. */
const isAged = (bornOn: BornOn, day: PlainDate, years: number): boolean =>
  bornOn === null || isOnOrAfter(day, birthday(bornOn, years))

/** From which ages a child is asked, says what it wants, goes to school. Unit: years. */
const [ASKED_FROM, WISHES_FROM, SCHOOL_FROM] = [4, 4, 3]

const ASKED = 340
const WISH = 341
const STATEMENT = 342
const FEEDBACK = 343

/** How long a wish waits at most. Unit: days. */
const DAYS_LEFT = 30

/** How many days before the review, as it was first booked, forms go out: most of them in time. */
const SENT_BEFORE = [56, 49, 45, 44, 43, 42, 35, 28] as const

/** How often each party is asked, and how often it answers. */
const askedHow = {
  CHILD: { asked: 0.9, answers: 0.45, medium: 'ONLINE' },
  PARENT: { asked: 0.7, answers: 0.35, medium: 'PAPER' },
  CARER: { asked: 0.85, answers: 0.65, medium: 'ONLINE' },
  EDUCATION: { asked: 0.6, answers: 0.55, medium: 'ONLINE' },
  HEALTH: { asked: 0.25, answers: 0.5, medium: 'ONLINE' },
} as const

/** Digits of the reference as a number, so that each review has chances of its own. */
const numberOf = (text: string): number =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).reduce(
    (sum, unit) => (sum * 31 + unit) % 2 ** 31,
    7,
  )

const isAsked = ({ kind, status, firstBookedFor }: ReviewAskedOf): boolean =>
  (kind === 'CLA' || kind === 'ADOPTION') && status !== 'CANCELLED' && firstBookedFor !== null

/** The forms sent before a review by a day, with those that came back. */
export function consultationRows(review: ReviewAskedOf, today: PlainDate, bornOn: BornOn): ConsultationRow[] {
  const { reviewRef, firstBookedFor } = review
  if (!isAsked(review) || firstBookedFor === null) return []
  const random = randomOf(numberOf(reviewRef), ASKED)
  const sentOn = addDays(firstBookedFor, -random.oneOf(SENT_BEFORE))
  return Object.entries(askedHow).flatMap(([party, { asked, answers, medium }]) => {
    const isSent = random.isTrue(asked)
    const comesBackOn = random.isTrue(answers) ? addDays(sentOn, random.between(2, 21)) : null
    const youngest = party === 'CHILD' ? ASKED_FROM : party === 'EDUCATION' ? SCHOOL_FROM : 0
    if (!isSent || isAfter(sentOn, today) || !isParty(party) || !isAged(bornOn, sentOn, youngest)) return []
    const returnedOn = comesBackOn && isOnOrBefore(comesBackOn, today) ? comesBackOn : null
    return [{ reviewRef, party, sentOn, returnedOn, medium: returnedOn ? medium : null }]
  })
}

const isParty = (name: string): name is keyof typeof askedHow => Object.hasOwn(askedHow, name)

/** What children ask for: in words as children say them, with answers as adults give them. */
const wanted: readonly (readonly [words: string, outcome: 'DONE' | 'PLANNED' | 'NOT_POSSIBLE', answer: string])[] = [
  ['I want to see my brother more', 'PLANNED', 'You will see him every second Saturday from next month.'],
  ['Can the meeting be after school?', 'DONE', 'We ask you before each review which time is best.'],
  ['I want to go swimming', 'DONE', 'You have a place in the club on Thursdays.'],
  ['I do not want so many people there', 'DONE', 'Only the people you chose come to the first part.'],
  ['I want to stay with my carer until I am 18', 'PLANNED', 'The plan says that you stay. We look at it together in each review.'],
  ['I want a dog', 'NOT_POSSIBLE', 'Your carer is allergic. You can walk the neighbour’s dog on Sundays.'],
  ['I want to change my school', 'NOT_POSSIBLE', 'There is no place this year. We asked for one for next year.'],
] // prettier-ignore

/** What a child wanted by a day, with what was answered. */
export function wishRowsOf(review: ReviewAskedOf, today: PlainDate, bornOn: BornOn): WishRow[] {
  const { reviewRef, child, firstBookedFor } = review
  const random = randomOf(numberOf(reviewRef), WISH)
  if (!isAsked(review) || firstBookedFor === null || !random.isTrue(0.3)) return []
  const saidOn = addDays(firstBookedFor, -random.between(3, 30))
  if (isAfter(saidOn, today) || !isAged(bornOn, saidOn, WISHES_FROM)) return []
  const [words, outcome, answer] = random.oneOf(wanted)
  const answersOn = addDays(saidOn, random.between(10, 60))
  // One in five waits, of those of late: nobody leaves a child without an answer for years.
  const isLeft = !random.isTrue(0.8) && isAfter(addDays(answersOn, DAYS_LEFT), today)
  const isAnswered = !isLeft && isOnOrBefore(answersOn, today)
  const tellsOn = addDays(answersOn, random.between(0, 14))
  return [
    {
      wishRef: `W-${reviewRef}`,
      child,
      saidOn,
      words,
      saidIn: random.oneOf(['CONSULTATION', 'VISIT', 'REVIEW'] as const),
      reviewRef,
      answer: isAnswered ? answer : null,
      outcome: isAnswered ? outcome : null,
      answeredOn: isAnswered ? answersOn : null,
      toldOn: isAnswered && isOnOrBefore(tellsOn, today) ? tellsOn : null,
    },
  ]
}

/** Statements that were made in an app before a review, most of them by workers. */
export function statementRows(review: ReviewAskedOf, today: PlainDate, bornOn: BornOn): StatementRow[] {
  const { reviewRef, child, firstBookedFor } = review
  const random = randomOf(numberOf(reviewRef), STATEMENT)
  if (!isAsked(review) || firstBookedFor === null || !random.isTrue(0.4)) return []
  const on = addDays(firstBookedFor, -random.between(1, 40))
  if (isAfter(on, today) || !isAged(bornOn, on, 0)) return []
  const madeBy = random.isTrue(0.25) && isAged(bornOn, on, WISHES_FROM) ? 'CHILD' : 'WORKER'
  const purpose = random.weighted({ PREPARE_FOR_MEETING: 6, SORT_A_PROBLEM: 1, SHARE_GOOD_NEWS: 2, THIS_IS_ME: 3 })
  return [{ statementRef: `S-${reviewRef}`, child, on, madeBy, purpose }]
}

const sayings = {
  COMPLIMENT: [
    'She listens and she explains.',
    'He came to see me before the meeting.',
    'The letter was easy to read.',
  ],
  COMPLAINT: ['The meeting was moved three times.', 'Nobody answered my call.'],
  SURVEY: ['I was listened to.', 'I would like to choose who comes.'],
} as const

const kindOf = (random: Random) => random.weighted({ COMPLIMENT: 5, SURVEY: 6, COMPLAINT: 1 })

/** What was said about the service after a review. */
export function feedbackRows(
  review: ReviewAskedOf,
  { since, today }: { since: PlainDate; today: PlainDate },
): FeedbackRow[] {
  const { reviewRef, firstBookedFor, officerId } = review
  const random = randomOf(numberOf(reviewRef), FEEDBACK)
  if (!isAsked(review) || firstBookedFor === null || !random.isTrue(0.08)) return []
  const on = addDays(firstBookedFor, random.between(1, 20))
  if (isAfter(on, today) || !isOnOrAfter(on, since)) return []
  const kind = kindOf(random)
  return [
    {
      // Not the review’s reference, which names the child: feedback is read by people who may not see them.
      feedbackRef: `F-${numberOf(reviewRef).toString(36)}`,
      on,
      kind,
      from: random.oneOf(['CHILD', 'PARENT', 'CARER', 'PARTNER'] as const),
      aboutOfficer: kind === 'SURVEY' ? null : officerId,
      stage: kind === 'COMPLAINT' ? 'Stage 1' : null,
      text: random.oneOf<string>(sayings[kind]),
      outcome: kind === 'COMPLAINT' ? 'Upheld, with an apology' : null,
      learning: kind === 'COMPLAINT' ? 'A move is told by telephone first' : null,
      mayQuote: kind === 'COMPLIMENT' ? random.isTrue(0.7) : null,
    },
  ]
}
