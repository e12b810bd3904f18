import { ageOn } from '../../../calendar/age.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { Attendance } from '../../../recording/registers/attendance.ts'
import type { Distribution } from '../../../recording/registers/distributions.ts'
import type { RecordSection } from '../../../recording/registers/recordSections.ts'
import { type ReviewDetails, blankDetails } from '../../../recording/registers/reviewDetails.ts'
import type { ContactFact } from '../../../participation/registers/contacts.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import { numberOfText } from './decisionRows.ts'
import type { ReviewRow } from './reviewRows.ts'

const FOUND = 353
const CAME = 354
const SENT = 355
const WRITTEN = 356

const isRecorded = ({ status, kind, heldOn }: ReviewRow): boolean =>
  status === 'HELD' && heldOn !== null && (kind === 'CLA' || kind === 'ADOPTION')

/** What reviews found beside their own rows. */
export function detailRows(review: ReviewRow, life: Life): ReviewDetails[] {
  const { reviewRef, heldOn } = review
  if (!isRecorded(review) || heldOn === null) return []
  const random = randomOf(numberOfText(reviewRef), FOUND)
  const aim = random.weighted({ RETURN_HOME: 18, FAMILY_OR_FRIENDS: 14, SPECIAL_GUARDIANSHIP: 12, LONG_TERM_FOSTERING: 34, ADOPTION: 8, INDEPENDENCE: 14 }) // prettier-ignore
  const isSettled = random.isTrue(0.55)
  const tried = random.oneOf(['The IRO visited twice and offered an advocate', 'Asked by text message, by the carer, and with the form with pictures']) // prettier-ignore
  const why = random.oneOf(['The plan says nothing of seeing his sister', 'There is no plan for what happens if the placement ends']) // prettier-ignore
  const age = ageOn(life.bornOn, heldOn)
  const isChairing = review.childChaired === true
  return [
    {
      ...blankDetails(reviewRef),
      mode: 'MEETING',
      agenda: isChairing ? ['How I am', 'School or college', 'What I want to change'] : [],
      interpreter: life.unaccompanied ? random.isTrue(0.8) : false,
      whatWasTried: review.participation === 'PN7' ? tried : null,
      planAgreedWhy: review.planAgreed === false ? why : null,
      permanenceFor: review.permanencePlan === true ? (age >= 16 ? 'INDEPENDENCE' : aim) : null,
      permanenceOf: review.permanencePlan === true && isSettled ? (age >= 16 ? 'INDEPENDENCE' : aim) : null,
      ratifiedOn: review.permanencePlan === true && isSettled && review.planRatified === true ? heldOn : null,
      dischargeConsidered: random.isTrue(0.9),
    },
  ]
}

/** Who came to reviews beside those with a column of their own: those who are involved with the child now. */
export function attendanceRows(review: ReviewRow, around: readonly ContactFact[]): Attendance[] {
  if (!isRecorded(review)) return []
  const random = randomOf(numberOfText(review.reviewRef), CAME)
  return around
    .filter(({ role }) => ['CARER', 'EDUCATION', 'ADVOCATE', 'INTERPRETER'].includes(role))
    .map(({ contactRef, role }) => ({
      reviewRef: review.reviewRef,
      person: contactRef,
      came: random.isTrue(role === 'EDUCATION' ? 0.55 : 0.9),
    }))
}

/** Who was sent what after a review, on the days that the review’s row gives. */
export function distributionRows(review: ReviewRow, around: readonly ContactFact[]): Distribution[] {
  const { reviewRef, decisionsOn, distributedOn, childLetterOn } = review
  if (!isRecorded(review)) return []
  const random = randomOf(numberOfText(reviewRef), SENT)
  const isWithheld = random.isTrue(0.08)
  const to = (roles: readonly string[]) => around.filter(({ role }) => roles.includes(role))
  const sent = (document: Distribution['document'], on: PlainDate | null, roles: readonly string[]): Distribution[] =>
    on === null
      ? []
      : to(roles).map(({ contactRef, role }) => {
          const isLeftOut = isWithheld && document === 'RECORD' && (role === 'MOTHER' || role === 'FATHER')
          const medium = role === 'CHILD' ? ('BY_HAND' as const) : ('EMAIL' as const)
          return { reviewRef, document, recipient: contactRef, sentOn: on, medium, leftOut: isLeftOut ? ['placement'] : [], whyLeftOut: isLeftOut ? 'Where the child lives is not told, for safety' : null } // prettier-ignore
        })
  return [
    ...sent('DECISIONS', decisionsOn, ['SOCIAL_WORKER']),
    ...sent('RECORD', distributedOn, ['MOTHER', 'FATHER', 'CARER', 'SOCIAL_WORKER']),
    ...sent('CHILD_LETTER', childLetterOn, ['CHILD']),
  ]
}

/** What records say under their headings: made up, of nobody. */
const said: Readonly<Record<string, readonly string[]>> = {
  care_planning: ['The plan is to stay with the present carers. It was last updated in the weeks before the review.', 'The plan has two parts: going home if the assessment is good, and long-term care if it is not.'],
  placement: ['The placement goes well. There is a routine that suits the child, and the carers speak of the child with warmth.', 'The move in the spring was hard. Since the summer things have settled.'],
  health: ['All checks are in date. Glasses are worn at school.', 'Sleep is better. The dentist is to be seen this term.'],
  education: ['Attendance is 96%. Reading has come on, and extra help goes on until the summer.', 'The new school is liked. There is a friend in the class.'],
  contact: ['Brothers and sisters are seen each month. The child would like more time with them.', 'Letters come from the grandmother. Visits are looked at again at the next review.'],
  child_views: ['The child likes the room, the dog next door, and Thursdays. The child would like reviews to be shorter.', 'The child said that things are fine, and asked whether the plan can stay as it is.'],
  leisure: ['Football twice a week, and drawing.', 'Swimming on Saturdays. A place in the drama group is wanted.'],
} // prettier-ignore

/** The records of the last review of each child, as far as they were completed by a day. */
export function recordSectionRows(reviews: readonly ReviewRow[], today: PlainDate): RecordSection[] {
  const completed = reviews.filter((review) => isRecorded(review) && review.recordOn !== null && isOnOrBefore(review.recordOn, today)) // prettier-ignore
  return [...Map.groupBy(completed, ({ child }) => child).values()].flatMap((own) => {
    const last = own.reduce((latest, one) => (one.heldOn && latest.heldOn && isAfter(one.heldOn, latest.heldOn) ? one : latest)) // prettier-ignore
    const random = randomOf(numberOfText(last.reviewRef), WRITTEN)
    const isWithheld = random.isTrue(0.1)
    return Object.entries(said).map(([heading, texts]): RecordSection => {
      const isHidden = isWithheld && heading === 'placement'
      return { reviewRef: last.reviewRef, heading, text: random.oneOf(texts), withheldFrom: isHidden ? ['PARENT'] : [], whyWithheld: isHidden ? 'Where the child lives is not told, for safety' : null } // prettier-ignore
    })
  })
}
