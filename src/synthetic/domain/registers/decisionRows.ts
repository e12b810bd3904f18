import { type PlainDate, addDays, compareDates, isAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import { type Decision, decisionName } from '../../../recording/registers/recommendations.ts'
import { randomOf } from '../random.ts'
import type { ReviewRow } from './reviewRows.ts'

const DECISION = 351
const JUDGED = 352

/** A decision as services write them: for adults, for the child, in easy read, by whom, and within how many days. */
type Template = readonly [
  text: string,
  childWords: string,
  easyWords: string | null,
  responsible: string,
  withinDays: number,
]

const templates: readonly Template[] = [
  ['Dental check-up to be booked and attended', 'You will go to the dentist for a check.', 'You will go to the dentist.', 'Foster carer', 42],
  ['Passport application to be sent', 'We will send off for your passport.', null, 'Social worker', 60],
  ['Contact with brother to be increased to every second Saturday', 'You will see your brother every second Saturday.', 'You will see your brother more.', 'Social worker', 28],
  ['School to agree extra reading support and tell the carer', 'Someone at school will help you with reading.', 'You will get help with reading.', 'Designated teacher', 30],
  ['Life story work to be started by the family support worker', 'Someone will make a book with you about your life.', null, 'Family support worker', 70],
  ['Review health assessment to be completed', 'A nurse will see how you are.', 'A nurse will see you.', 'Nurse for looked-after children', 45],
  ['Football club place and kit to be paid for', 'You can join the football club, and we will pay for your kit.', 'You can play football.', 'Supervising social worker', 21],
  ['Personal education plan to be reviewed with the young person present', 'You will talk about school with your teacher, and say what you need.', null, 'Virtual school', 40],
  ['Referral to the advocacy service to be made', 'We will ask for someone to help you say what you want.', 'Someone will help you speak up.', 'Social worker', 14],
  ['Sleep routine advice to be given to the carer by the health visitor', 'Your carer will get help so that you sleep well.', null, 'Health visitor', 30],
  ['Pathway plan to include a savings plan', 'Your plan will say how you save money.', null, 'Personal adviser', 56],
  ['Independent visitor to be matched', 'We will find someone to visit you and do things with you.', 'A new person will visit you.', 'Volunteer service', 90],
] // prettier-ignore

/** What adults alone are told of, with why. */
const hidden: readonly (readonly [text: string, why: string, responsible: string, withinDays: number])[] = [
  ['Assessment of the grandparents to be completed', 'It is not known yet what comes of it', 'Social worker', 60],
  ['Legal advice on the order to be sought', 'It would worry the child before it is known', 'Team manager', 28],
]

/** A number of a text, so that each review has chances of its own. */
export const numberOfText = (text: string): number =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).reduce((sum, unit) => (sum * 33 + unit) % 2 ** 31, 11) // prettier-ignore

/** Decisions of a review that nobody has carried there. */
function newDecisions({ reviewRef }: ReviewRow, heldOn: PlainDate): Decision[] {
  const random = randomOf(numberOfText(reviewRef), DECISION)
  const left = [...templates]
  const made: Decision[] = []
  const blank = {
    completedOn: null,
    outcome: null,
    lookedAtIn: null,
    carriedFrom: null,
    reported: null,
    reportedOn: null,
    reportedBy: null,
    evidence: null,
  }
  for (let number = 1, count = random.between(2, 5); number <= count; number++) {
    const [chosen] = left.splice(random.between(0, left.length - 1), 1)
    if (!chosen) break
    const [text, childWords, easyWords, responsible, days] = chosen
    const dueOn = addDays(heldOn, days + random.between(0, 14))
    made.push({ ...blank, reviewRef, number, text, responsible, dueOn, urgent: random.isTrue(0.12), childWords, easyWords, forChild: null, whyNotForChild: null }) // prettier-ignore
  }
  if (random.isTrue(0.2)) {
    const [text, whyNotForChild, responsible, days] = random.oneOf(hidden)
    const dueOn = addDays(heldOn, days)
    made.push({ ...blank, reviewRef, number: made.length + 1, text, responsible, dueOn, urgent: false, childWords: null, easyWords: null, forChild: false, whyNotForChild }) // prettier-ignore
  }
  return made
}

/** What became of a decision by the next review, and whether that one goes on with it. */
function judged(decision: Decision, today: PlainDate, next: { reviewRef: string; heldOn: PlainDate } | null) {
  const random = randomOf(numberOfText(decisionName(decision)), JUDGED)
  const dueOn = decision.dueOn ?? today
  const isDone = random.isTrue(0.66)
  const doneOn = addDays(dueOn, random.between(-20, 12))
  const outcome = random.weighted({ PART_DONE: 40, NOT_DONE: 45, NO_LONGER_NEEDED: 15 })
  const isCarried = random.isTrue(0.6) && outcome !== 'NO_LONGER_NEEDED'
  const completedOn = isDone && isOnOrBefore(doneOn, today) && !(next && isAfter(doneOn, next.heldOn)) ? doneOn : null
  if (next === null) return { row: { ...decision, completedOn }, isCarried: false }
  const said = completedOn === null ? outcome : 'DONE'
  return { row: { ...decision, completedOn, outcome: said, lookedAtIn: next.reviewRef } as const, isCarried: completedOn === null && isCarried } // prettier-ignore
}

/** The decisions of the reviews of one child, in the order in which they were held, each judged at the next. */
function ofChild(reviews: readonly ReviewRow[], today: PlainDate): Decision[] {
  const held = reviews
    .flatMap((review) => (review.heldOn ? [{ review, heldOn: review.heldOn }] : []))
    .toSorted((a, b) => compareDates(a.heldOn, b.heldOn))
  const made: Decision[] = []
  let carried: Decision[] = []
  for (const [index, { review, heldOn }] of held.entries()) {
    const own = newDecisions(review, heldOn)
    const brought = carried.map((before, at): Decision => ({
      ...before,
      reviewRef: review.reviewRef,
      number: own.length + at + 1,
      dueOn: addDays(heldOn, 35),
      completedOn: null,
      outcome: null,
      lookedAtIn: null,
      carriedFrom: decisionName(before),
    }))
    const next = held[index + 1]
    const all = [...own, ...brought].map((one) =>
      judged(one, today, next ? { reviewRef: next.review.reviewRef, heldOn: next.heldOn } : null),
    )
    made.push(...all.map(({ row }) => row))
    carried = all.flatMap(({ row, isCarried }) => (isCarried ? [row] : []))
  }
  return made
}

/** What reviews held by a day decided, what became of it, and what later ones went on with. */
export const decisionRows = (reviews: readonly ReviewRow[], today: PlainDate): Decision[] =>
  [...Map.groupBy(reviews.filter(({ status, kind }) => status === 'HELD' && (kind === 'CLA' || kind === 'ADOPTION')), ({ child }) => child)] // prettier-ignore
    .flatMap(([, own]) => ofChild(own, today))
