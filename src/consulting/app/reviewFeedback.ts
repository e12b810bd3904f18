import { type AskingFrom, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import type { AccessLog } from '../../access/app/ports.ts'
import { PRIVATE_LINK_ID } from '../../access/domain/actor.ts'
import { bookingNamed, bookings } from '../../booking/domain/bookings.ts'
import type { FactsNow } from '../../inviting/app/ports.ts'
import { fingerprintOf } from '../../inviting/app/fingerprint.ts'
import type { PrivateLinks } from '../../inviting/app/privateLinks.ts'
import { addDays, isAfter } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { type Message, messageToContact } from '../../messages/domain/message.ts'
import { type ServiceToReach, councilName, quietHoursSetting, serviceSetting } from '../../messages/settings.ts'
import { officers } from '../../officers/registers/officers.ts'
import { contactsOf, currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { type Authority, authorityNamed } from '../../platform/authorities.ts'
import type { InOneTransaction } from '../../platform/unitOfWork.ts'
import { holdRows, keeping } from '../../registers/app/changeByHand.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import { type FeedbackGiven, feedbackFromRole, feedbackText, saysNothing } from '../domain/reviewFeedback.ts'
import { feedbackWords } from '../domain/wording.ts'
import { consultingKinds } from '../messageKinds.ts'
import { consultingPermissions } from '../permissions.ts'
import { type FeedbackFact, feedback } from '../registers/feedback.ts'
import { childPageSetting } from '../settings.ts'
import { FEEDBACK } from './links.ts'
import { putWithLinks, versionOfAsked } from './putWithLinks.ts'

/** How long someone may say how a review was. Unit: calendar days. */
export const FEEDBACK_DAYS = 60

/** The questions as the person who holds the link sees them. They name no child. */
export interface OpenFeedback {
  authority: Authority
  from: NonNullable<FeedbackFact['from']>
  service: ServiceToReach
  council: string
  leaveTo: string
  token: string
  /** Where the link belongs. */
  about: { child: string; reviewRef: string; contactRef: string; officerId: string | null }
}

/** What is wrong with asking for feedback. */
export type FeedbackAskingProblem =
  { code: 'nobody_chosen' | 'not_held' | 'nobody_reached' } | ChangedMeanwhile | NotKept

const kinds = [consultingKinds.review_feedback]

/** The version of who was asked how a review was, as the form carries it. */
export const versionOfFeedbackAsked = (messages: readonly Message[]): string => versionOfAsked(messages, kinds)

/** Short feedback after a review, by a link that works once. What is said is kept without saying of which child it is. */
export interface ReviewFeedback {
  /** Asks people; each is sent a link of their own. Null where there is no such review to see for the user. */
  ask: (
    input: AskingFrom & { child: string; reviewRef: string; contactRefs: readonly string[]; replaces: string },
  ) => Promise<readonly FeedbackAskingProblem[] | null>
  open: (token: string) => Promise<OpenFeedback | null>
  /** Keeps what was said and ends the link; `nothing` where nothing was said, `over` where the link was used meanwhile. */
  send: (open: OpenFeedback, given: FeedbackGiven) => Promise<'kept' | 'nothing' | 'over'>
}

export interface ReviewFeedbackDeps extends Changing, Seeing {
  links: PrivateLinks
  outbox: Pick<Outbox, 'put' | 'withdraw' | 'ofReview'>
  facts: FactsNow
  settings: SettingsReader
  inOneTransaction: InOneTransaction
  store: Pick<RegisterStore, 'rowsForChange'>
  log: Pick<AccessLog, 'note'>
  newId: () => string
}

export function makeReviewFeedback(deps: ReviewFeedbackDeps): ReviewFeedback {
  const { links, outbox, facts: factsOf, settings: settingsOf, today, newId } = deps
  const target = ({ child, reviewRef, contactRef }: Omit<OpenFeedback['about'], 'officerId'>) => ({
    purpose: FEEDBACK,
    child,
    reviewRef,
    contactRef,
  })

  return {
    ask: async (input) => {
      const { child, reviewRef, authority, origin, by } = input
      const seen = await seenChild(deps, input, consultingPermissions.send, child)
      const booking = seen && bookings(seen.world).get(reviewRef)
      if (!seen || booking?.review.child !== child) return null
      const { settings } = seen.world
      const chosen = currentContacts(seen.world, child, today())
        .filter(({ contactRef }) => input.contactRefs.includes(contactRef))
        .flatMap((contact) => {
          const reach = reachOf(contact)
          return reach.isKnown ? [{ ...contact, reach }] : []
        })
      const before = await outbox.ofReview(authority.code, reviewRef)
      if (versionOfFeedbackAsked(before) !== input.replaces) return [{ code: 'changed_meanwhile' }]
      const what = 'asked how a review was'
      const outcome = await changeRecords<FeedbackAskingProblem, { rows: [] }, null>(deps, input, {
        what,
        registers: [reviews],
        decide: () => {
          if (booking.review.status !== 'HELD') return { problems: [{ code: 'not_held' }] }
          if (input.contactRefs.length === 0) return { problems: [{ code: 'nobody_chosen' }] }
          return chosen.length === 0 ? { problems: [{ code: 'nobody_reached' }] } : { rows: [] }
        },
        tell: async (unit) => {
          const write = async ({ reach, ...contact }: (typeof chosen)[number]) => {
            const { contactRef, role, name } = contact
            const to = target({ child, reviewRef, contactRef })
            const token = await links.replace(unit, { ...to, detail: null, endsOn: addDays(today(), FEEDBACK_DAYS) })
            const words = feedbackWords({ to: { role, name }, channel: reach.channel, link: `${origin}/your-feedback/${token}`, service: serviceSetting.of(settings), council: councilName(settings, authority) }) // prettier-ignore
            const key = `review_feedback ${reviewRef} ${contactRef} ${fingerprintOf(token)}`
            const kind = consultingKinds.review_feedback
            return messageToContact({ ...contact, ...reach }, { key, kind, child, reviewRef, ...words })
          }
          const how = { by: by.personId, quietHours: quietHoursSetting.of(settings) }
          await putWithLinks(outbox, unit, { reviewRef, kinds, contacts: chosen, before, write }, how)
          return null
        },
        logged: () => ({ what, children: [child] }),
      })
      return 'problems' in outcome ? outcome.problems : []
    },

    open: async (token) => {
      const link = await links.find(FEEDBACK, token)
      if (link?.child == null || link.reviewRef === null || (link.endsOn && isAfter(today(), link.endsOn))) return null
      const { child, reviewRef, contactRef } = link
      const facts = await factsOf(link.authority)
      const contact = contactsOf(contacts.rowsIn(facts), child).find((one) => one.contactRef === contactRef)
      const booking = bookingNamed(facts, reviewRef)
      if (!contact || !booking) return null
      const settings = await settingsOf(link.authority, null)
      const authority = authorityNamed(link.authority)
      return {
        authority,
        from: feedbackFromRole(contact.role),
        service: serviceSetting.of(settings),
        council: councilName(settings, authority),
        leaveTo: childPageSetting.of(settings).leaveTo,
        token,
        about: { child, reviewRef, contactRef, officerId: booking.review.officerId },
      }
    },

    send: async ({ authority, from, about, token }, given) => {
      if (saysNothing(given)) return 'nothing'
      const row = {
        feedbackRef: newId(),
        on: today(),
        kind: given.isThanks ? ('COMPLIMENT' as const) : ('SURVEY' as const),
        from,
        aboutOfficer: about.officerId,
        stage: null,
        text: feedbackText(given),
        outcome: null,
        learning: null,
        mayQuote: given.mayQuote,
      }
      const what = 'said how a review was'
      const outcome = await deps.inOneTransaction<{ isOver: boolean; problems: readonly unknown[] }>(
        authority,
        async (unit) => {
          const held = await holdRows(deps.store, unit, [officers, feedback])
          const rows = [keeping(feedback, row)]
          const problems = held.whyNot(rows)
          if (problems.length > 0) return { isOver: false, problems }
          if (!(await links.use(unit, token))) return { isOver: true, problems: [] }
          await held.keep(rows, { what, by: PRIVATE_LINK_ID })
          deps.log.note(unit, { personId: PRIVATE_LINK_ID, action: 'change', what, children: [] })
          return { isOver: false, problems: [] }
        },
      )
      if (outcome.isOver) return 'over'
      return outcome.problems.length === 0 ? 'kept' : 'nothing'
    },
  }
}
