import type { AskingFrom, Seeing } from '../../access/app/asking.ts'
import { seenChild } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import { type Booking, bookings, meetingOf } from '../../booking/domain/bookings.ts'
import type { World } from '../../children/domain/world.ts'
import type { OtherSubjects } from '../../inviting/app/ports.ts'
import { fingerprintOf } from '../../inviting/app/fingerprint.ts'
import type { PrivateLinks } from '../../inviting/app/privateLinks.ts'
import { type PlainDate, addDays, isBefore, laterOf } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { type Message, type MessageToSend, messageToContact } from '../../messages/domain/message.ts'
import { councilName, quietHoursSetting, serviceSetting } from '../../messages/settings.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { formForParty, partyOf } from '../domain/parties.ts'
import type { FormName } from '../domain/standardForms.ts'
import { isToBeReminded, rowsAsked } from '../domain/asked.ts'
import { askingWords } from '../domain/wording.ts'
import { formNamed } from '../formsInUse.ts'
import { consultingKinds } from '../messageKinds.ts'
import { consultingPermissions } from '../permissions.ts'
import { consultations } from '../registers/consultations.ts'
import { CONSULTATION } from './links.ts'
import { putWithLinks, versionOfAsked } from './putWithLinks.ts'
import type { ShownSubject } from './subject.ts'
import type { WhoAnswered } from './whoAnswered.ts'

/** What is wrong with asking people. */
export type AskingProblem =
  { code: 'nobody_chosen' | 'review_is_over' | 'contact_gone' | 'form_missing' } | ChangedMeanwhile | NotKept

const kinds = [consultingKinds.consultation, consultingKinds.consultation_reminder]

/** The version of who was asked before a review, as the form carries it. */
export const versionOfConsultation = (messages: readonly Message[]): string => versionOfAsked(messages, kinds)

/** Whom to ask before which review. */
export interface ToAsk extends AskingFrom {
  child: string
  reviewRef: string
  contactRefs: readonly string[]
  /** The form for the child; null where the child is not asked. */
  childForm: FormName | null
  /** The version that the form showed: `versionOfConsultation`. */
  replaces: string
  /** Whose review it is, where that is no child; `child` is its reference. */
  subject: ShownSubject | null
}

/** Before which review those who have not answered are reminded. */
export type ToRemind = Omit<ToAsk, 'childForm' | 'contactRefs' | 'replaces'>

/** Asks people for their views. Null where there is no such review to see for the user. */
export interface AskingForViews {
  /** Sends each a form by a link of their own, and notes that it was sent; on paper to those who can't be reached. */
  ask: (input: ToAsk) => Promise<readonly AskingProblem[] | null>
  /** Reminds those who were asked and have not answered, each once. */
  remind: (input: ToRemind) => Promise<readonly AskingProblem[] | null>
}

export interface AskingForViewsDeps extends Changing, Seeing {
  links: PrivateLinks
  outbox: Pick<Outbox, 'put' | 'withdraw' | 'ofReview'>
  whoAnswered: WhoAnswered
  otherSubjects: Pick<OtherSubjects, 'registers'>
}

/** How long a form stays open where no meeting is booked. Unit: calendar days. */
const OPEN_DAYS = 60

/** A review before which people are asked, as the user may see it. */
interface SeenReview {
  world: World
  booking: Booking
  /** The day of the review; null where none is booked. */
  on: PlainDate | null
}

export function makeAskingForViews(deps: AskingForViewsDeps): AskingForViews {
  const { links, outbox, whoAnswered, today, otherSubjects } = deps

  async function seenReview(input: ToRemind): Promise<SeenReview | null> {
    const seen = input.subject ?? (await seenChild(deps, input, consultingPermissions.send, input.child))
    const booking = seen && bookings(seen.world).get(input.reviewRef)
    if (!seen || booking?.review.child !== input.child) return null
    return { world: seen.world, booking, on: meetingOf(booking, today())?.on ?? null }
  }

  const registersOf = ({ subject }: Pick<ToAsk, 'subject'>) =>
    subject ? [reviews, consultations, ...otherSubjects.registers] : [reviews, consultations]

  const childrenOf = ({ subject, child }: Pick<ToAsk, 'subject' | 'child'>) => [...(subject?.children ?? [child])]

  const formOf = ({ subject, childForm }: Pick<ToAsk, 'subject' | 'childForm'>, contact: ContactFact): FormName => {
    const party = partyOf(contact.role)
    return subject?.formFor(contact) ?? (party === 'CHILD' ? (childForm ?? 'middle') : formForParty(party))
  }

  const isOver = ({ booking, on }: SeenReview): boolean =>
    booking.review.status !== 'PLANNED' || (on !== null && isBefore(on, today()))

  /** A message with a link of its own; the links that the contact had before open nothing any more. Null without an address. */
  async function messageTo(
    unit: Unit,
    input: Pick<ToAsk, 'child' | 'reviewRef' | 'authority' | 'origin' | 'subject'>,
    { world, on }: SeenReview,
    contact: ContactFact,
    { form, isReminder }: { form: FormName; isReminder: boolean },
  ): Promise<MessageToSend | null> {
    const reach = reachOf(contact)
    if (!reach.isKnown) return null
    const { child, reviewRef, authority, origin } = input
    const { contactRef, role, name } = contact
    const target = { purpose: CONSULTATION, child, reviewRef, contactRef }
    const before = await links.end(unit, target)
    // A reminder leads to the form that was sent first.
    const detail = (isReminder && before !== null && formNamed(before)) || form
    const endsOn = on === null ? addDays(today(), OPEN_DAYS) : laterOf(on, today())
    const token = await links.make(unit, { ...target, detail, endsOn })
    const kind = isReminder ? consultingKinds.consultation_reminder : consultingKinds.consultation
    const service = serviceSetting.of(world.settings)
    const council = councilName(world.settings, authority)
    const link = `${origin}/your-views/${token}`
    const words = askingWords({ to: { role, name }, channel: reach.channel, isReminder, on, link, service, council, about: { isChild: input.subject === null, ref: child } }) // prettier-ignore
    const key = `${kind.id} ${reviewRef} ${contactRef} ${fingerprintOf(token)}`
    return messageToContact({ ...contact, ...reach }, { key, kind, child, reviewRef, ...words })
  }

  /** Puts in what each of them is written, unless somebody else wrote to them since these messages were read. */
  const write = (
    unit: Unit,
    input: Omit<ToAsk, 'contactRefs' | 'replaces'>,
    seen: SeenReview,
    {
      contacts,
      before,
      isReminder,
    }: { contacts: readonly ContactFact[]; before: readonly Message[]; isReminder: boolean },
  ) =>
    putWithLinks(
      outbox,
      unit,
      {
        reviewRef: input.reviewRef,
        kinds,
        contacts,
        before,
        write: (contact) => messageTo(unit, input, seen, contact, { form: formOf(input, contact), isReminder }),
      },
      { by: input.by.personId, quietHours: quietHoursSetting.of(seen.world.settings) },
    )

  return {
    ask: async (input) => {
      const seen = await seenReview(input)
      if (!seen) return null
      const chosen = currentContacts(seen.world, input.child, today()).filter(({ contactRef }) =>
        input.contactRefs.includes(contactRef),
      )
      const before = await outbox.ofReview(input.authority.code, input.reviewRef)
      if (versionOfConsultation(before) !== input.replaces) return [{ code: 'changed_meanwhile' }]
      const what = 'asked people for their views before a review'
      const outcome = await changeRecords<AskingProblem, { rows: RowToKeep[] }, null>(deps, input, {
        what,
        registers: registersOf(input),
        decide: (rows) => {
          if (isOver(seen)) return { problems: [{ code: 'review_is_over' }] }
          if (input.contactRefs.length === 0) return { problems: [{ code: 'nobody_chosen' }] }
          if (chosen.length < input.contactRefs.length) return { problems: [{ code: 'contact_gone' }] }
          const asksChild = input.subject === null && chosen.some(({ role }) => role === 'CHILD')
          if (asksChild && input.childForm === null) return { problems: [{ code: 'form_missing' }] }
          const asked = rowsAsked(rows(consultations), input.reviewRef, chosen, today())
          return { rows: asked.map((row) => keeping(consultations, row)) }
        },
        tell: async (unit) => {
          await write(unit, input, seen, { contacts: chosen, before, isReminder: false })
          return null
        },
        logged: () => ({ what, children: childrenOf(input) }),
      })
      return 'problems' in outcome ? outcome.problems : []
    },

    remind: async (input) => {
      const seen = await seenReview(input)
      if (!seen) return null
      const { reviewRef, child } = input
      const { code } = input.authority
      const messages = await outbox.ofReview(code, reviewRef)
      const around = currentContacts(seen.world, child, today())
      const answered = await whoAnswered(code, reviewRef, around.map(({ contactRef }) => contactRef)) // prettier-ignore
      const what = 'reminded people to give their views before a review'
      const outcome = await changeRecords<AskingProblem, { rows: []; silent: ContactFact[] }, null>(deps, input, {
        what,
        registers: registersOf(input),
        decide: (rows) => {
          if (isOver(seen)) return { problems: [{ code: 'review_is_over' }] }
          // Of a subject that is no child several people are of one party: who has answered is known of each.
          const returned = input.subject ? [] : rows(consultations)
          const silent = around.filter((contact) =>
            isToBeReminded(contact, returned, reviewRef, { messages, answered }),
          )
          return silent.length === 0 ? { problems: [{ code: 'nobody_chosen' }] } : { rows: [], silent }
        },
        tell: async (unit, { silent }) => {
          await write(unit, { ...input, childForm: null }, seen, {
            contacts: silent,
            before: messages,
            isReminder: true,
          })
          return null
        },
        logged: () => ({ what, children: childrenOf(input) }),
      })
      return 'problems' in outcome ? outcome.problems : []
    },
  }
}
