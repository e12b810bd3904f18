import { type PlainDate, isAfter, longDate } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { choiceField, itemsOf, tickField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, linesField, numberField } from '../../platform/web/forms/texts.ts'
import { versionOf } from '../../registers/version.ts'
import { formats } from '../../reviews/registers/formats.ts'
import type { FosterReviewProblem } from '../app/fosterReviews.ts'
import type { Household } from '../domain/households.ts'
import { type FosterReviewFact, fosterReviewKinds, recommendations } from '../registers/fosterReviews.ts'
import { fosteringPath } from './paths.ts'

/** The officers in post on a day, fostering IROs first. */
export const officerItems = (officers: readonly OfficerFact[], day: PlainDate) =>
  officers
    .filter(({ role, endedOn }) => role !== 'MANAGER' && (endedOn === null || !isAfter(day, endedOn)))
    .toSorted((a, b) => Number(b.role === 'FIRO') - Number(a.role === 'FIRO') || a.name.localeCompare(b.name))
    .map(({ officerId, name }) => ({ value: officerId, text: name }))
type OfficerItems = ReturnType<typeof officerItems>

const meeting = (officers: OfficerItems) => ({
  format: choiceField(itemsOf(formats), { first: 'Not decided' }),
  officerId: choiceField(officers, { first: 'Choose an officer' }),
  investigationEndedOn: dayField('The day the investigation ended'),
})

/** The form on which a review is booked. */
export const bookingForm = (officers: OfficerItems) =>
  formOf({
    kind: choiceField(itemsOf(fosterReviewKinds)),
    bookedFor: dayField('The day of the review'),
    ...meeting(officers),
  })
type BookingForm = ReturnType<typeof bookingForm>

/** The form on which a review is recorded. */
export const recordForm = (officers: OfficerItems) =>
  formOf({
    replaces: hiddenField(),
    heldOn: dayField('The day it was held'),
    ...meeting(officers),
    childViews: numberField('The number of statements must be a whole number, like 2', { isWhole: true }),
    recommendation: choiceField(itemsOf(recommendations), { or: 'Not made yet' }),
    decisionOn: dayField('The day of the decision'),
    noticeOn: dayField('The day of the letter'),
    lateReason: linesField({ most: 2_000 }),
    isCancelled: tickField('The review is cancelled'),
  })
type RecordForm = ReturnType<typeof recordForm>

/** The form of a review as it stands. */
export const firstRecord = (form: RecordForm, review: FosterReviewFact): TypedIn<RecordForm> =>
  form.first({ ...review, replaces: versionOf(review), isCancelled: false })

interface Place {
  code: string
  csrfToken: string
  household: Household
}

const around = ({ code, csrfToken, household: { carer } }: Place) => ({
  caption: `Household ${carer.carerRef}`,
  back: { href: fosteringPath(code, carer.carerRef), text: `Household ${carer.carerRef}` },
  csrfToken,
})

/** All that book.njk shows. */
export const bookPage = (
  form: BookingForm,
  typed: TypedIn<BookingForm>,
  faults: readonly FaultIn<BookingForm>[],
  place: Place,
) => ({
  ...around(place),
  title: 'Book a fostering review',
  action: fosteringPath(place.code, place.household.carer.carerRef, 'book'),
  ...form.shown(typed, faults),
})

/** All that record.njk shows. */
export const recordPage = (
  form: RecordForm,
  typed: TypedIn<RecordForm>,
  faults: readonly FaultIn<RecordForm>[],
  place: Place & { review: FosterReviewFact; day: PlainDate },
) => ({
  ...around(place),
  title: place.review.heldOn ? 'Fostering review' : 'Record a fostering review',
  about: `${fosterReviewKinds[place.review.kind]}, ${place.review.heldOn ? 'held on' : 'booked for'} ${longDate(place.day)}`,
  isHeld: place.review.heldOn !== null,
  isAllegation: place.review.kind === 'ALLEGATION' || place.review.kind === 'CHANGE',
  action: fosteringPath(place.code, place.household.carer.carerRef, 'reviews', place.day.toString()),
  ...form.shown(typed, faults),
})

/** What is wrong with a booking, where it is put right. */
export const bookingFaults = (problems: readonly FosterReviewProblem[]) =>
  faultsOf(
    problems,
    {
      kind_missing: 'kind',
      day_missing: 'bookedFor',
      day_taken: 'bookedFor',
      ended_in_future: 'investigationEndedOn',
      held_in_future: null,
      decided_in_future: null,
      told_in_future: null,
      no_such_review: null,
      changed_meanwhile: null,
      not_kept: null,
    },
    problemText,
  )

/** What is wrong with a record, where it is put right. */
export const recordFaults = (problems: readonly FosterReviewProblem[]) =>
  faultsOf(
    problems,
    {
      kind_missing: null,
      day_missing: null,
      day_taken: null,
      ended_in_future: 'investigationEndedOn',
      held_in_future: 'heldOn',
      decided_in_future: 'decisionOn',
      told_in_future: 'noticeOn',
      no_such_review: null,
      changed_meanwhile: null,
      not_kept: null,
    },
    problemText,
  )

function problemText(problem: FosterReviewProblem): string {
  switch (problem.code) {
    case 'kind_missing':
      return 'Choose why the household is reviewed'
    case 'day_missing':
      return 'Enter the day of the review, like 27 3 2026'
    case 'day_taken':
      return 'The household has a review on this day already'
    case 'ended_in_future':
      return 'The day the investigation ended must be today or in the past'
    case 'held_in_future':
      return 'The day it was held must be today or in the past'
    case 'decided_in_future':
      return 'The day of the decision must be today or in the past'
    case 'told_in_future':
      return 'The day of the letter must be today or in the past'
    case 'no_such_review':
      return 'This review is not recorded'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
