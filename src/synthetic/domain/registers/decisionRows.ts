import { ageOn } from '../../../calendar/age.ts'
import { type PlainDate, addDays, compareDates, isAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import { type Decision, decisionName } from '../../../recording/registers/recommendations.ts'
import { randomOf } from '../random.ts'
import type { ReviewRow } from './reviewRows.ts'

const DECISION = 351
const JUDGED = 352
const INSTEAD = 368

/** A decision as services write them: for adults, for the child, in easy read, by whom, within how many days, at which ages. */
type Template = readonly [
  text: string,
  childWords: string,
  easyWords: string | null,
  responsible: string,
  withinDays: number,
  youngest?: number,
  oldest?: number,
]

const templates: readonly Template[] = [
  ['Dental check-up to be booked and attended', 'You will go to the dentist for a check.', 'You will go to the dentist.', 'Foster carer', 42, 1],
  ['Passport application to be sent', 'We will send off for your passport.', null, 'Social worker', 60],
  ['Contact with brother to be increased to every second Saturday', 'You will see your brother every second Saturday.', 'You will see your brother more.', 'Social worker', 28],
  ['School to agree extra reading support and tell the carer', 'Someone at school will help you with reading.', 'You will get help with reading.', 'Designated teacher', 30, 5, 15],
  ['Life story work to be started by the family support worker', 'Someone will make a book with you about your life.', null, 'Family support worker', 70, 4],
  ['Review health assessment to be completed', 'A nurse will see how you are.', 'A nurse will see you.', 'Nurse for looked-after children', 45],
  ['Football club place and kit to be paid for', 'You can join the football club, and we will pay for your kit.', 'You can play football.', 'Supervising social worker', 21, 5],
  ['Personal education plan to be reviewed with the young person present', 'You will talk about school with your teacher, and say what you need.', null, 'Virtual school', 40, 5],
  ['Referral to the advocacy service to be made', 'We will ask for someone to help you say what you want.', 'Someone will help you speak up.', 'Social worker', 14, 5],
  ['Sleep routine advice to be given to the carer by the health visitor', 'Your carer will get help so that you sleep well.', null, 'Health visitor', 30, 0, 4],
  ['Pathway plan to include a savings plan', 'Your plan will say how you save money.', null, 'Personal adviser', 56, 16],
  ['Independent visitor to be matched', 'We will find someone to visit you and do things with you.', 'A new person will visit you.', 'Volunteer service', 90, 8],
] // prettier-ignore

/** What can be decided of a child of any age. */
const forAnyAge: readonly Template[] = [
  ['Carer’s allowance and clothing money to be checked', 'We will check that there is money for your clothes.', null, 'Supervising social worker', 28],
  ['Family tree to be drawn up and given to the carer', 'We will draw your family tree with you.', 'You will get a family tree.', 'Social worker', 42],
  ['Photographs for the memory box to be collected', 'We will collect photographs for your memory box.', null, 'Foster carer', 56],
  ['Optician to be asked for an appointment', 'You will have your eyes looked at.', 'You will see the optician.', 'Foster carer', 49],
  ['Savings account to be opened in the child’s name', 'We will open a savings account for you.', null, 'Social worker', 60],
] // prettier-ignore

/** What pathway plan reviews of care leavers decide. */
const forCareLeavers: readonly Template[] = [
  ['Personal adviser to help with the application for a tenancy', 'I will help you to apply for your flat.', null, 'Personal adviser', 42],
  ['Setting-up-home allowance to be paid', 'You will get the money to set up your home.', null, 'Leaving care team', 28],
  ['College bursary to be applied for', 'We will apply for the bursary for your college.', null, 'Personal adviser', 30],
  ['Registration with a GP near the new address', 'You will register with a doctor near you.', null, 'Young person', 35],
  ['Budget to be drawn up together', 'We will make a plan for your money.', null, 'Personal adviser', 21],
  ['Health passport to be given to the young person', 'You will get your health passport.', null, 'Nurse for care leavers', 45],
] // prettier-ignore

const suits = ([, , , , , youngest = 0, oldest = 17]: Template, age: number): boolean =>
  age >= youngest && age <= oldest

/** What adults alone are told of, with why. */
const hidden: readonly (readonly [text: string, why: string, responsible: string, withinDays: number])[] = [
  ['Assessment of the grandparents to be completed', 'It is not known yet what comes of it', 'Social worker', 60],
  ['Legal advice on the order to be sought', 'It would worry the child before it is known', 'Team manager', 28],
]

/** A number of a text, so that each review has chances of its own. */
export const numberOfText = (text: string): number =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).reduce((sum, unit) => (sum * 33 + unit) % 2 ** 31, 11) // prettier-ignore

/** Decisions of a review that nobody has carried there. */
function newDecisions({ reviewRef, kind }: ReviewRow, heldOn: PlainDate, bornOn: PlainDate | null): Decision[] {
  const random = randomOf(numberOfText(reviewRef), DECISION)
  const isOfCareLeaver = kind === 'PATHWAY_18_25'
  const left = isOfCareLeaver ? [...forCareLeavers] : [...templates]
  const instead = [...forAnyAge]
  const other = randomOf(numberOfText(reviewRef), INSTEAD)
  const age = bornOn && ageOn(bornOn, heldOn)
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
    const [drawn] = left.splice(random.between(0, left.length - 1), 1)
    // What does not suit the child’s age is decided of none: something else is, and the other draws stay as they were.
    const chosen =
      drawn && age !== null && !isOfCareLeaver && !suits(drawn, age)
        ? instead.splice(other.between(0, instead.length - 1), 1)[0]
        : drawn
    if (!chosen) break
    const [text, childWords, easyWords, responsible, days] = chosen
    const dueOn = addDays(heldOn, days + random.between(0, 14))
    made.push({ ...blank, reviewRef, number, text, responsible, dueOn, urgent: random.isTrue(0.12), childWords, easyWords, forChild: null, whyNotForChild: null }) // prettier-ignore
  }
  if (random.isTrue(0.2) && !isOfCareLeaver) {
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
function ofChild(reviews: readonly ReviewRow[], today: PlainDate, bornOn: PlainDate | null): Decision[] {
  const held = reviews
    .flatMap((review) => (review.heldOn ? [{ review, heldOn: review.heldOn }] : []))
    .toSorted((a, b) => compareDates(a.heldOn, b.heldOn))
  const made: Decision[] = []
  let carried: Decision[] = []
  for (const [index, { review, heldOn }] of held.entries()) {
    const own = newDecisions(review, heldOn, bornOn)
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
export const decisionRows = (
  reviews: readonly ReviewRow[],
  today: PlainDate,
  bornOn: (child: string) => PlainDate | null,
): Decision[] =>
  [...Map.groupBy(reviews.filter(({ status, kind }) => status === 'HELD' && kindsDeciding.has(kind)), ({ child }) => child)] // prettier-ignore
    .flatMap(([child, own]) => ofChild(own, today, bornOn(child)))

const kindsDeciding: ReadonlySet<ReviewRow['kind']> = new Set(['CLA', 'ADOPTION', 'PATHWAY_18_25'])
