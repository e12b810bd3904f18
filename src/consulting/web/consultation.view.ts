import { isToCome, meetingOf } from '../../booking/domain/bookings.ts'
import { instant, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import type { AnswersRead } from '../app/answers.ts'
import { personInWords } from '../app/subject.ts'
import { formsOfReview, hasAnswered, isToBeReminded, partiesBeyondReminding, wasReminded } from '../domain/asked.ts'
import { childReviewForms, formNames, householdForms, isFormName } from '../domain/standardForms.ts'
import { consultations, media, parties } from '../registers/consultations.ts'
import {
  type Consultation,
  around,
  askForm,
  type AskForm,
  returnedForm,
  type ReturnedForm,
} from './consultation.form.ts'
import { inSentence } from '../../kernel/words.ts'

/** The address of a review's consultation. */
export const consultationPath = (code: string, reviewRef: string, ...parts: string[]): string =>
  authorityPath(code, 'reviews', reviewRef, 'consultation', ...parts)

/** The names of forms that can be printed. */
export const printable = (name: string) => (isFormName(name) ? name : null)

const doneWords = {
  asked: 'They are asked. Below is when each was asked, and who has answered.',
  reminded: 'Those who have not answered are reminded. Nobody is reminded twice.',
  noted: 'What came is written down.',
} as const

/** All that consultation.njk shows. */
export function consultationPage(
  consultation: Consultation,
  typed: { ask: TypedIn<AskForm>; returned: TypedIn<ReturnedForm> },
  faults: { ask?: readonly FaultIn<AskForm>[]; returned?: readonly FaultIn<ReturnedForm>[] },
  { csrfToken, done, maySend }: { csrfToken: string; done: string; maySend: boolean },
) {
  const { world, booking, messages, answered, subject, place } = consultation
  const { reviewRef } = booking.review
  const meeting = meetingOf(booking, world.asAt)
  // Of a subject that is no child several people are of one party: who has answered is known of each.
  const rows = subject ? [] : recordsOf(world, consultations)
  const people = around(consultation)
  const isOpen = booking.review.status === 'PLANNED' && (meeting === null || isToCome(meeting, world.asAt))
  const ask = askForm(consultation).shown(typed.ask, faults.ask ?? [], { before: 'ask-' })
  const returned = returnedForm(consultation).shown(typed.returned, faults.returned ?? [], { before: 'returned-' })
  return {
    title: 'Views before the review',
    caption: `${place.about}${meeting ? `, ${longDateWithWeekday(meeting.on)}` : ''}`,
    back: place.back,
    done: Object.entries(doneWords).find(([name]) => name === done)?.[1] ?? null,
    csrfToken,
    isOpen,
    maySend,
    hasPeople: people.length > 0,
    // Of a child's own review: the form is chosen by age, or with pictures.
    hasChild: subject === null && people.some(({ role }) => role === 'CHILD'),
    people: place.people,
    askAction: place.path(),
    remindAction: place.path('remind'),
    returnedAction: place.path('returned'),
    isTextNeeded: subject !== null,
    preparationHref: place.preparationHref,
    ask: ask.fields,
    returned: returned.fields,
    errors: [...ask.errors, ...returned.errors],
    silent: people
      .filter((contact) => isToBeReminded(contact, rows, reviewRef, { messages, answered }))
      .map((contact) => personInWords(subject, contact)),
    listed: people
      .filter(
        (contact) => wasReminded(messages, contact.contactRef) && !hasAnswered(contact, rows, reviewRef, answered),
      )
      .map((contact) => personInWords(subject, contact)),
    beyondReminding: partiesBeyondReminding(formsOfReview(world, reviewRef), people, messages).map(
      (party) => subject?.partyWords(party) ?? parties[party],
    ),
    rows: formsOfReview(world, reviewRef).map(({ party, sentOn, returnedOn, medium }) => ({
      who: subject?.partyWords(party) ?? parties[party],
      sent: longDate(sentOn),
      returned: returnedOn === null ? 'Not yet' : `${longDate(returnedOn)}${medium === null ? '' : `, ${inSentence(media[medium])}`}`, // prettier-ignore
    })),
    paper: (subject ? householdForms : childReviewForms).map((name) => ({
      text: formNames[name],
      href: place.path('paper', name),
    })),
    answers: consultation.answers.map(answerShown),
  }
}

/** What someone answered, for a page of the staff. */
export const answerShown = ({ who, at, title, parts, isWhole }: AnswersRead) => ({
  who,
  on: longDate(localOf(instant(at)).day),
  title,
  parts,
  note: isWhole ? null : 'There is more that only the IRO may read.',
})
