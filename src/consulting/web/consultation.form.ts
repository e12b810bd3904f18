import type { Booking } from '../../booking/domain/bookings.ts'
import { ageIfKnown } from '../../children/domain/figures/records.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import type { Message } from '../../messages/domain/message.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import { reachInWords } from '../../participation/web/contacts.view.ts'
import { choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, linesField } from '../../platform/web/forms/texts.ts'
import { type AskingProblem, versionOfConsultation } from '../app/asking.ts'
import type { AnswersRead } from '../app/answers.ts'
import { type ShownSubject, personInWords } from '../app/subject.ts'
import type { ReturnedEntry, ReturnedProblem } from '../app/returned.ts'
import { formsOfReview, wasAsked } from '../domain/asked.ts'
import { partyOf } from '../domain/parties.ts'
import { formNames } from '../domain/standardForms.ts'
import { type Party, media, parties } from '../registers/consultations.ts'
import { formForAge } from '../formsInUse.ts'

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
  /** Whose review it is, where that is no child. */
  subject: ShownSubject | null
  place: ConsultationPlace
}

/** Where the page stands, and what it leads to. */
export interface ConsultationPlace {
  /** `Child 116852`, `Household FC12`. */
  about: string
  back: { href: string; text: string }
  /** The address of the page, and of its parts. */
  path: (...parts: readonly string[]) => string
  /** Where those who may be asked are entered. */
  people: { href: string; text: string; empty: string }
  preparationHref: string | null
}

/** Forms for a child: by age, or with pictures. */
const childForms = { youngest: formNames.youngest, middle: formNames.middle, oldest: formNames.oldest, symbols: formNames.symbols } // prettier-ignore

/** Those who may be asked now. */
export const around = ({ world, booking }: Consultation) => currentContacts(world, booking.review.child, world.asAt)

/** Whom to ask, and with which form the child. */
export function askForm(consultation: Consultation) {
  return formOf({
    contacts: ticksField(
      around(consultation).map((contact) => ({
        value: contact.contactRef,
        text: personInWords(consultation.subject, contact),
        hint: { text: reachOf(contact).isKnown ? `${reachInWords(contact).text}.` : 'Can’t be reached by a message: print the form and give it to them.' }, // prettier-ignore
      })),
    ),
    childForm: choiceField(itemsOf(childForms)),
    seen: hiddenField(),
  })
}
/** The form by which people are asked. */
export type AskForm = ReturnType<typeof askForm>

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
    seen: versionOfConsultation(messages),
  })
}

const ageOf = ({ world, booking }: Consultation): number | null => {
  const history = historyOf(world, booking.review.child)
  return history && ageIfKnown(history.record, world.asAt)
}

/** Views that came on paper or were said: of a party, or of one of several people. */
export const returnedForm = (consultation: Consultation) =>
  formOf({
    party: choiceField(whoseItems(consultation), { first: 'Choose whose views they are' }),
    on: dayField('The day on which they came'),
    medium: choiceField(itemsOf(media), { first: 'Choose how they came' }),
    text: linesField({ most: 20_000 }),
  })
/** The form for views that came back on paper. */
export type ReturnedForm = ReturnType<typeof returnedForm>

/** Whose views can be written down: of a review of a child by party; else each who may be asked. */
const whoseItems = (consultation: Consultation): { value: string; text: string }[] =>
  consultation.subject === null
    ? Object.entries(parties).map(([value, text]) => ({ value, text }))
    : around(consultation).map((contact) => ({
        value: contact.contactRef,
        text: personInWords(consultation.subject, contact),
      }))

/** Whose views they are: a party, or one person of a party. */
export function whoseViews(
  consultation: Consultation,
  chosen: string | null,
): Pick<ReturnedEntry, 'party' | 'contactRef'> {
  if (consultation.subject === null) return { party: partyNamed(chosen), contactRef: null }
  const contact = around(consultation).find(({ contactRef }) => contactRef === chosen)
  return contact ? { party: partyOf(contact.role), contactRef: contact.contactRef } : { party: null, contactRef: null }
}

const isParty = (name: string): name is Party => Object.hasOwn(parties, name)
const partyNamed = (name: string | null): Party | null => (name !== null && isParty(name) ? name : null)

/** Views with nothing typed yet. */
export const noViews = (consultation: Consultation): TypedIn<ReturnedForm> =>
  returnedForm(consultation).first({ party: null, on: null, medium: null, text: null })

/** What is wrong with asking, where it is put right. */
export const askFaults = (problems: readonly AskingProblem[]) =>
  faultsOf(
    problems,
    {
      nobody_chosen: 'contacts',
      contact_gone: 'contacts',
      form_missing: 'childForm',
      review_is_over: null,
      changed_meanwhile: null,
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
        case 'changed_meanwhile':
          return CHANGED_MEANWHILE
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
    {
      party_missing: 'party',
      day_missing: 'on',
      day_in_future: 'on',
      medium_missing: 'medium',
      text_missing: 'text',
      not_kept: null,
    },
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
        case 'text_missing':
          return 'Write down what was said: several people are asked here, and each has their own answer'
        case 'not_kept':
          return problem.why
      }
    },
  )
