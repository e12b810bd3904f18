import { type Booking, isToCome, meetingOf } from '../../booking/domain/bookings.ts'
import { ageIfKnown } from '../../children/domain/figures/records.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { instant, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import type { Message } from '../../messages/domain/message.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import { contactRoles } from '../../participation/registers/contacts.ts'
import { reachInWords } from '../../participation/web/contacts.view.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import type { AskingProblem } from '../app/asking.ts'
import type { AnswersRead } from '../app/answers.ts'
import type { ReturnedProblem } from '../app/returned.ts'
import { formsOfReview, hasAnswered, isToBeReminded, wasAsked, wasReminded } from '../domain/asked.ts'
import { partyOf } from '../domain/parties.ts'
import { formNames, isFormName } from '../domain/standardForms.ts'
import { consultations, media, parties } from '../registers/consultations.ts'
import { formForAge } from '../settings.ts'

/** What the page of a review's consultation is made of. */
export interface Consultation {
  world: World
  booking: Booking
  /** The review's, latest first. */
  messages: readonly Message[]
  /** The contacts who have answered, by reference. */
  answered: ReadonlySet<string>
  /** What was answered, as far as the user may read it; none for who may read nothing. */
  answers: readonly AnswersRead[]
  code: string
}

/** Forms for a child: by age, or with pictures. */
const childForms = { youngest: formNames.youngest, middle: formNames.middle, oldest: formNames.oldest, symbols: formNames.symbols } // prettier-ignore

/** The address of a review's consultation. */
export const consultationPath = (code: string, reviewRef: string, ...parts: string[]): string =>
  authorityPath(code, 'reviews', reviewRef, 'consultation', ...parts)

const around = ({ world, booking }: Consultation) => currentContacts(world, booking.review.child, world.asAt)

/** Whom to ask, and with which form the child. */
export function askForm(consultation: Consultation) {
  return formOf({
    contacts: ticksField(
      around(consultation).map((contact) => ({
        value: contact.contactRef,
        text: `${contact.name}, ${contactRoles[contact.role].toLowerCase()}`,
        hint: { text: reachOf(contact).isKnown ? `${reachInWords(contact).text}.` : 'Can’t be reached by a message: print the form and give it to them.' }, // prettier-ignore
      })),
    ),
    childForm: choiceField(itemsOf(childForms)),
  })
}
type AskForm = ReturnType<typeof askForm>

/** The form as it is first shown: those who were not asked yet, and the child’s form by age. */
export function firstAsk(consultation: Consultation): TypedIn<AskForm> {
  const { world, booking, messages } = consultation
  const asked = new Set(formsOfReview(world, booking.review.reviewRef).map(({ party }) => party))
  const form = formForAge(world.settings, ageOf(consultation))
  return askForm(consultation).first({
    contacts: around(consultation)
      .filter(({ contactRef, role }) => !asked.has(partyOf(role)) && !wasAsked(messages, contactRef))
      .map(({ contactRef }) => contactRef),
    childForm: form === 'youngest' || form === 'oldest' ? form : 'middle',
  })
}

const ageOf = ({ world, booking }: Consultation): number | null => {
  const history = historyOf(world, booking.review.child)
  return history && ageIfKnown(history.record, world.asAt)
}

/** Views that came on paper or were said. */
export const returnedForm = formOf({
  party: choiceField(itemsOf(parties), { first: 'Choose whose views they are' }),
  on: dayField('The day on which they came'),
  medium: choiceField(itemsOf(media), { first: 'Choose how they came' }),
  text: linesField({ most: 20_000 }),
})
type ReturnedForm = typeof returnedForm

/** Views with nothing typed yet. */
export const noViews = (): TypedIn<ReturnedForm> =>
  returnedForm.first({ party: null, on: null, medium: null, text: null })

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
  { csrfToken, done, maySend, mayPrepare }: { csrfToken: string; done: string; maySend: boolean; mayPrepare: boolean },
) {
  const { world, booking, messages, answered, code } = consultation
  const { reviewRef, child } = booking.review
  const meeting = meetingOf(booking, world.asAt)
  const rows = recordsOf(world, consultations)
  const people = around(consultation)
  const isOpen = booking.review.status === 'PLANNED' && (meeting === null || isToCome(meeting, world.asAt))
  const ask = askForm(consultation).shown(typed.ask, faults.ask ?? [], { before: 'ask-' })
  const returned = returnedForm.shown(typed.returned, faults.returned ?? [], { before: 'returned-' })
  return {
    title: 'Views before the review',
    caption: `Child ${child}${meeting ? `, ${longDateWithWeekday(meeting.on)}` : ''}`,
    back: { href: authorityPath(code, 'reviews', reviewRef), text: 'The review' },
    done: Object.entries(doneWords).find(([name]) => name === done)?.[1] ?? null,
    csrfToken,
    isOpen,
    maySend,
    hasPeople: people.length > 0,
    hasChild: people.some(({ role }) => role === 'CHILD'),
    contactsHref: authorityPath(code, 'children', child, 'contacts'),
    askAction: consultationPath(code, reviewRef),
    remindAction: consultationPath(code, reviewRef, 'remind'),
    returnedAction: consultationPath(code, reviewRef, 'returned'),
    preparationHref: mayPrepare ? authorityPath(code, 'reviews', reviewRef, 'preparation') : null,
    ask: ask.fields,
    returned: returned.fields,
    errors: [...ask.errors, ...returned.errors],
    silent: people
      .filter((contact) => isToBeReminded(contact, rows, reviewRef, { messages, answered }))
      .map(({ name, role }) => `${name}, ${contactRoles[role].toLowerCase()}`),
    listed: people
      .filter(
        (contact) => wasReminded(messages, contact.contactRef) && !hasAnswered(contact, rows, reviewRef, answered),
      )
      .map(({ name, role }) => `${name}, ${contactRoles[role].toLowerCase()}`),
    rows: formsOfReview(world, reviewRef).map(({ party, sentOn, returnedOn, medium }) => ({
      who: parties[party],
      sent: longDate(sentOn),
      returned: returnedOn === null ? 'Not yet' : `${longDate(returnedOn)}${medium === null ? '' : `, ${media[medium].toLowerCase()}`}`, // prettier-ignore
    })),
    paper: Object.entries(formNames).map(([name, text]) => ({
      text,
      href: consultationPath(code, reviewRef, 'paper', name),
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

/** What is wrong with asking, where it is put right. */
export const askFaults = (problems: readonly AskingProblem[]) =>
  faultsOf(
    problems,
    {
      nobody_chosen: 'contacts',
      contact_gone: 'contacts',
      form_missing: 'childForm',
      review_is_over: null,
      not_kept: null,
    },
    (problem) => {
      switch (problem.code) {
        case 'nobody_chosen':
          return 'Tick those who are to be asked'
        case 'contact_gone':
          return 'Someone whom you ticked is no longer asked. Look at the list again'
        case 'form_missing':
          return 'Choose the form for the child'
        case 'review_is_over':
          return 'The review is over or cancelled, so nobody is asked for it any more'
        case 'not_kept':
          return problem.why
      }
    },
  )

/** What is wrong with views as written down, where it is put right. */
export const returnedFaults = (problems: readonly ReturnedProblem[]) =>
  faultsOf(
    problems,
    { party_missing: 'party', day_missing: 'on', day_in_future: 'on', medium_missing: 'medium', not_kept: null },
    (problem) => {
      switch (problem.code) {
        case 'party_missing':
          return 'Choose whose views they are'
        case 'day_missing':
          return 'Enter the day on which they came, like 27 3 2026'
        case 'day_in_future':
          return 'The day on which they came must be today or in the past'
        case 'medium_missing':
          return 'Choose how they came'
        case 'not_kept':
          return problem.why
      }
    },
  )
