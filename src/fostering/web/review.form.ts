import { hasLeft } from '../../officers/domain/service.ts'
import { type PlainDate } from '../../kernel/dates.ts'
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
import { type BookingFault, bookingForm } from '../../booking/web/forms.ts'
import { bookingFault } from '../../booking/web/problems.view.ts'
import type { BookingProblem } from '../../booking/domain/problems.ts'
import type { World } from '../../children/domain/world.ts'
import { type FosterReviewFact, fosterReviewKinds, recommendations } from '../registers/fosterReviews.ts'

/** The officers who have not left by a day, fostering IROs first. */
export const officerItems = (officers: readonly OfficerFact[], day: PlainDate) =>
  officers
    .filter((officer) => officer.role !== 'MANAGER' && !hasLeft(officer, day))
    .toSorted((a, b) => Number(b.role === 'FIRO') - Number(a.role === 'FIRO') || a.name.localeCompare(b.name))
    .map(({ officerId, name }) => ({ value: officerId, text: name }))
type OfficerItems = ReturnType<typeof officerItems>

/** What a booking of a household’s review asks beside what that of any review does. */
export const ownForm = formOf({
  kind: choiceField(itemsOf(fosterReviewKinds)),
  investigationEndedOn: dayField('The day the investigation ended'),
  wasHeld: tickField('It has been held already, on this day'),
  insteadOf: hiddenField(),
})
/** The fields that a foster carer’s review has of its own. */
export type OwnForm = typeof ownForm

/** The form on which a review is recorded. */
export const recordForm = (officers: OfficerItems) =>
  formOf({
    replaces: hiddenField(),
    heldOn: dayField('The day it was held'),
    format: choiceField(itemsOf(formats), { first: 'Not decided' }),
    officerId: choiceField(officers, { first: 'Choose an officer' }),
    investigationEndedOn: dayField('The day the investigation ended'),
    childViews: numberField('The number of statements must be a whole number, like 2', { isWhole: true }),
    recommendation: choiceField(itemsOf(recommendations), { or: 'Not made yet' }),
    decisionOn: dayField('The day of the decision'),
    noticeOn: dayField('The day of the letter'),
    lateReason: linesField({ most: 2_000 }),
    isCancelled: tickField('The review is cancelled'),
  })
/** The form by which a review is recorded. */
export type RecordForm = ReturnType<typeof recordForm>

/** The form of a review as it stands. */
export const firstRecord = (form: RecordForm, review: FosterReviewFact): TypedIn<RecordForm> =>
  form.first({ ...review, replaces: versionOf(review), isCancelled: false })

const ownFields: readonly string[] = ['kind', 'investigationEndedOn', 'wasHeld', 'insteadOf']
/** Whether a fault is of one of those fields. */
export const isOwnFault = (fault: BookingFault | FaultIn<OwnForm>): fault is FaultIn<OwnForm> =>
  fault.field !== null && ownFields.includes(fault.field)

/** The fields of any review’s booking, for one of a household. */
export const fosterBookingForm = (world: World) => bookingForm(world, { lateReason: null, siblings: [] })

/** What is wrong with a booking, where it is put right. */
export function bookingFaults(
  problems: readonly (FosterReviewProblem | BookingProblem)[],
): (BookingFault | FaultIn<OwnForm>)[] {
  return problems.map((problem): BookingFault | FaultIn<OwnForm> => {
    switch (problem.code) {
      case 'kind_missing':
        return { field: 'kind', text: 'Choose why the household is reviewed' }
      case 'day_taken':
        return { field: 'on', text: 'The household has a review on this day already' }
      case 'held_in_future':
        return { field: 'on', text: 'The day it was held must be today or in the past' }
      case 'ended_in_future':
        return { field: 'investigationEndedOn', text: 'The day the investigation ended must be today or in the past' }
      case 'no_such_review':
        return { field: null, text: 'This review is no longer planned: it can’t be moved' }
      case 'decided_in_future':
      case 'told_in_future':
        return { field: null, text: 'The day must be today or in the past' }
      default:
        return bookingFault(problem)
    }
  })
}

/** What is wrong with a record, where it is put right. */
export const recordFaults = (problems: readonly FosterReviewProblem[]) =>
  faultsOf(
    problems,
    {
      kind_missing: null,
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
