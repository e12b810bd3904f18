import type { Providers } from '../../messages/app/provider.ts'
import { inviteDaysSetting } from '../../booking/settings.ts'
import { recordsOf } from '../../world/world.ts'
import type { ReviewChoiceFact } from '../../participation/registers/choices.ts'
import type { World } from '../../children/domain/world.ts'
import { contactRoles, contacts, type ContactFact } from '../../participation/registers/contacts.ts'
import { longDateWithWeekday } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import type { Message } from '../../messages/domain/message.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { isFirstReview } from '../domain/firstReview.ts'
import { inviteesOf, sendFromWhenDue, type Invitee } from '../domain/invitees.ts'
import { LONGEST_REASON, invitingProblemText, type InvitingProblem } from '../domain/invitingProblems.ts'
import { type Booking, type ReviewMeeting, meetingOf, versionOfBooking } from '../../booking/domain/bookings.ts'
import { dayAndTime } from '../domain/wording.ts'
import { reachInWords } from '../../participation/web/contacts.view.ts'
import { chosenField, ticksField } from '../../platform/web/forms/choices.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, linesField } from '../../platform/web/forms/texts.ts'
import { inSentence } from '../../kernel/words.ts'

/** What the page says of whom the review is about. */
export interface SubjectWords {
  /** `Child 116852`, `Household FC12`. */
  about: string
  /** The page of those who may be invited, as a link names it. */
  people: string
  /** Where nobody may be invited. */
  nobody: string
  /** Where everyone has been. */
  everyone: string
  /** What someone is to the subject, within a sentence: `mother`. */
  whoIs: (contact: Pick<ContactFact, 'contactRef' | 'role'>) => string
}

/** The words of a child’s review. */
export const childWords = (child: string): SubjectWords => ({
  about: `Child ${child}`,
  people: 'People involved with the child',
  nobody: 'Nobody has been entered yet who is involved with the child.',
  everyone: 'Everyone involved with the child knows, or will be told.',
  whoIs: ({ role }) => inSentence(contactRoles[role]),
})

/** What the page of invitations is made of. */
export interface Invitations {
  reviewRef: string
  child: string
  words: SubjectWords
  booking: Booking
  /** That of the one child, as the user may see it. */
  world: World
  /** The review's, latest first. */
  messages: readonly Message[]
  authority: { code: string; name: string }
  /** Who carries what: a channel that is missing is not set up, and what goes by it waits. */
  providers: Providers
}

/** All that invitations.njk is made from. */
interface Picture {
  contacts: readonly ContactFact[]
  choices: ReviewChoiceFact | null
  toTell: readonly Invitee[]
  reachable: readonly Invitee[]
  isEveryoneTold: boolean
  /** When invitations go out that wait; null where they go at once. */
  due: string | null
}

/** Whom to invite and what each was told, by what is to be said to them. */
export function pictureOf({ child, booking, world, messages }: Invitations): Picture {
  const meeting = meetingOf(booking, world.asAt)
  const around = contactsOf(recordsOf(world, contacts), child)
  const choices = choicesOf(world, child)
  const invitees = meeting ? inviteesOf(around, choices, messages, meeting, world.asAt) : []
  const toTell = invitees.filter(({ toSay }) => toSay !== null)
  return {
    contacts: around,
    choices,
    toTell,
    reachable: toTell.filter(({ reach }) => reach.isKnown),
    isEveryoneTold: invitees.length > 0 && toTell.length === 0,
    due: meeting && dueOf(meeting, world),
  }
}

/** Whom to invite: those who can be told of the meeting. */
export function invitingForm(invitations: Invitations) {
  const { reachable, due } = pictureOf(invitations)
  const { whoIs } = invitations.words
  return formOf({
    seen: hiddenField(),
    contacts: ticksField(
      reachable.map((invitee) => ({
        value: invitee.contact.contactRef,
        text: `${invitee.contact.name}, ${whoIs(invitee.contact)}`,
        hint: { text: hintOf(invitee) },
      })),
    ),
    reason: linesField({ most: LONGEST_REASON }),
    when: chosenField(
      [
        { value: 'when_due', text: `When they are due, on ${due ?? ''}` },
        { value: 'now', text: 'Now' },
      ],
      'when_due',
    ),
  })
}
/** The form by which people are invited. */
export type InvitingForm = ReturnType<typeof invitingForm>

/** The form as it is first shown: everyone but whom the child does not want. */
export const firstInviting = (invitations: Invitations): TypedIn<InvitingForm> =>
  invitingForm(invitations).first({
    seen: versionOfBooking(invitations.booking),
    contacts: pictureOf(invitations)
      .reachable.filter(({ isUnwanted }) => !isUnwanted)
      .map(({ contact }) => contact.contactRef),
  })

/** The day on which invitations go out if they wait for it; null where they go at once. */
function dueOf(meeting: ReviewMeeting, world: World): string | null {
  const moment = sendFromWhenDue(meeting, {
    daysBefore: inviteDaysSetting.of(world.settings),
    isFirstReview: isFirstReview(world, meeting.child),
    today: world.asAt,
  })
  return moment === null ? null : longDateWithWeekday(localOf(moment).day)
}

/** How they are told, and all that the person who invites must know of them. */
function hintOf({ contact, isUnwanted, standing, toSay }: Invitee): string {
  const { told } = standing
  return [
    isUnwanted ? 'The child does not want them to come.' : '',
    `${reachInWords(contact).text}.`,
    toSay === 'new_date' && told ? `Has been told of another date, ${dayAndTime(told)}. Will be told the new one.` : '',
    contact.language === null ? '' : `Needs ${contact.language}: the message is in English.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** What is wrong with inviting, where it is put right. */
export const invitingFaults = (problems: readonly InvitingProblem[]) =>
  faultsOf(
    problems,
    {
      nothing_booked: null,
      is_cancelled: null,
      is_over: null,
      nobody_chosen: 'contacts',
      no_address: 'contacts',
      changed_meanwhile: null,
      reason_missing: 'reason',
      reason_too_long: 'reason',
      reason_has_no_place: 'reason',
      not_kept: null,
    },
    invitingProblemText,
  )
