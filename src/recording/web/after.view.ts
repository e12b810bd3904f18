import type { Deadline } from '../../clocks/clock.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import type { World } from '../../children/domain/world.ts'
import { timesWords } from '../../booking/web/words.ts'
import { dueDateIfKnown } from '../../clocks/deadlines.ts'
import { isAfter, longDate, longDateOr } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { currentContacts } from '../../participation/domain/contacts.ts'
import { type ContactFact, contactRoles } from '../../participation/registers/contacts.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { recordClocks, recordingKinds } from '../domain/clocks.ts'
import { carriedInto, decisionsOfReview, isForChild, isUnfinished, isVague, timesCarried } from '../domain/decisions.ts'
import { distributions, sentBy, sentDocuments } from '../registers/distributions.ts'
import { outcomes, recommendations } from '../registers/recommendations.ts'
import { blankDetails, reviewDetails } from '../registers/reviewDetails.ts'
import type { KnownManager } from '../app/telling.ts'
import { NO_MANAGER, answerForm, issueForm, outcomeForm, sendForm } from './forms.ts'
import { earlierDecisions } from './after.decisions.ts'

/** What can be taken away, by its kind in the address, and in which files. */
const fileWords = {
  decisions: 'Decisions',
  record: 'Record',
  letter: 'Letter',
  'letter-large-print': 'Letter in large print',
  'easy-read': 'Easy read',
}
const formatWords = { html: 'web page', docx: 'Word', pdf: 'PDF', txt: 'plain text' }

/** The address of what follows a review. */
export const afterPath = (code: string, reviewRef: string, ...parts: string[]): string =>
  authorityPath(code, 'reviews', reviewRef, 'after', ...parts)

/** What was done after a review, in words for the banner. */
export const done = doneWords({
  decision: 'The decision is saved.',
  judged: 'What became of the earlier decision is saved.',
  issued: 'The decisions are issued: the manager has 5 working days to answer.',
  answered: 'The answer is saved.',
  draft: 'Your draft is saved.',
  record: 'The record is completed.',
  letter: 'The letter is approved.',
  translation: 'The translation is approved.',
  sent: 'It is noted who was sent what.',
})

/** What the user may do after a review. */
export interface MayAfter {
  write: boolean
  answer: boolean
  /** Whether there is a page to raise a challenge on, for this user. */
  challenge: boolean
}

/** Which of the letters that not every child needs are approved. */
export type FurtherLetters = Readonly<Record<'easyRead' | 'translation', boolean>>

const ifNeeded = (isApproved: boolean): string => (isApproved ? 'Approved' : 'Only if the child needs it')

const whatIsDue = ({ due, clock, ...deadline }: Deadline, world: World) => ({
  what: clock.title,
  due: longDate(due),
  days: whenDue({ due, ...deadline }, world.asAt),
  isOverdue: deadline.state === 'overdue',
})

/** The deadlines of a review’s record that are open. */
export const openAfter = (world: World, { child, reviewRef }: RegisterReviewFact): Deadline[] =>
  openDeadlinesOf(world, child).filter(
    ({ clock, startedBy }) => clock.kind === recordingKinds.record && startedBy.what.includes(` ${reviewRef}`),
  )

/** All that after.njk shows. */
export function afterPage(
  world: World,
  review: RegisterReviewFact,
  may: MayAfter,
  {
    code,
    csrfToken,
    said,
    errors,
    managers,
    further,
  }: {
    code: string
    csrfToken: string
    said: string | null
    errors: readonly { text: string; href: string }[]
    managers: readonly KnownManager[]
    further: FurtherLetters
  },
) {
  const { reviewRef, child } = review
  const path = (...parts: string[]) => afterPath(code, reviewRef, ...parts)
  const step = (text: string, on: RegisterReviewFact['recordOn'], href: string | null) => ({
    text,
    href,
    status: on ? `Done on ${longDate(on)}` : 'To do',
  })
  const all = recordsOf(world, recommendations)
  const decisions = decisionsOfReview(all, reviewRef)
  const details = recordsOf(world, reviewDetails).find((one) => one.reviewRef === reviewRef) ?? blankDetails(reviewRef)
  const around = currentContacts(world, child, world.asAt)
  const carriedHere = decisions.filter(({ carriedFrom }) => carriedFrom !== null).length
  const earlier = earlierDecisions(world, review)
  return {
    title: 'After the review',
    caption: `Review ${reviewRef}${review.heldOn ? ` of ${longDate(review.heldOn)}` : ''}`,
    back: { href: authorityPath(code, 'reviews', reviewRef), text: 'The review' },
    child,
    csrfToken,
    done: said,
    errors,
    may,
    deadlines: openAfter(world, review).map((deadline) => whatIsDue(deadline, world)),
    steps: [
      step('Issue the decisions', review.decisionsOn, '#decisions'),
      // Until the decisions are issued there is nothing to answer.
      ...(review.decisionsOn
        ? [
            step(
              'Answer the decisions, as the manager',
              review.managerRespondedOn,
              may.answer && !review.managerRespondedOn ? '#answer' : null,
            ),
          ]
        : []),
      step('Write the record', review.recordOn, may.write ? path('record') : null),
      step('Write the letter to the child', review.childLetterOn, may.write ? path('letter') : null),
      {
        text: 'Write the letter in easy read',
        href: may.write ? path('easy-read') : null,
        status: ifNeeded(further.easyRead),
      },
      {
        text: 'Add the letter in another language',
        href: may.write ? path('translation') : null,
        status: ifNeeded(further.translation),
      },
      step('Send the record out', review.distributedOn, '#sent'),
    ],
    files: Object.entries(fileWords).map(([kind, words]) => ({
      links: Object.entries(formatWords).map(([format, name]) => ({
        text: `${words} (${name})`,
        href: path('download', `${kind}.${format}`),
      })),
    })),
    decisions: decisions.map((decision) => ({
      number: decision.number,
      text: decision.text,
      responsible: decision.responsible,
      due: longDateOr(decision.dueOn, 'no date yet'),
      isUrgent: decision.urgent === true,
      notes: [
        ...(isUnfinished(decision) ? ['Needs a named person and a date before the decisions can be issued.'] : []),
        ...(isVague(decision) ? ['Does this say who will have done what by the day?'] : []),
        ...(timesCarried(decision, all) > 0 ? [`Carried forward ${timesWords(timesCarried(decision, all))}.`] : []),
      ],
      state: decision.completedOn ? `Done on ${longDate(decision.completedOn)}` : decision.outcome ? outcomes[decision.outcome] : 'Open', // prettier-ignore
      toldAs: isForChild(decision)
        ? (decision.childWords ?? 'Not yet in words for the child')
        : `Not told to the child: ${decision.whyNotForChild ?? ''}`,
      href: may.write ? path('decisions', String(decision.number)) : null,
    })),
    newDecision: may.write ? path('decisions', 'new') : null,
    issue:
      may.write && !review.decisionsOn && decisions.length > 0
        ? { action: path('issue'), ...issueForm(managers).shown(issueForm(managers).first({ manager: managers[0]?.id ?? NO_MANAGER })) } // prettier-ignore
        : null,
    carried: carriedHere === 0 ? '' : `${counted(carriedHere, 'decision')} of this review ${carriedHere === 1 ? 'is' : 'are'} carried forward from an earlier one.`, // prettier-ignore
    answer:
      may.answer && review.decisionsOn && !review.managerRespondedOn
        ? { action: path('answer'), ...answerForm.shown(answerForm.first()) }
        : null,
    answered: review.managerRespondedOn
      ? `The manager ${review.managerAgreed === false ? 'did not agree' : 'agreed'} on ${longDate(review.managerRespondedOn)}.${details.managerReason ? ` ${details.managerReason}` : ''}`
      : silence(world, review),
    challenge:
      may.challenge && (review.planAgreed === false || review.managerAgreed === false)
        ? {
            href: withQuery(authorityPath(code, 'challenge', 'raise'), { child }),
            why: review.planAgreed === false ? `You do not agree to the plan.${details.planAgreedWhy ? ` ${details.planAgreedWhy}` : ''}` : 'The manager does not agree to the decisions.', // prettier-ignore
          }
        : null,
    earlier: earlier.map((decision, at) => ({
      name: `${decision.reviewRef}/${decision.number}`,
      text: decision.text,
      notes: [
        ...(timesCarried(decision, all) > 0
          ? [`Carried forward ${timesWords(timesCarried(decision, all))} until then.`]
          : []),
        ...[carriedInto(decision, reviewRef, all)].flatMap((into) =>
          into ? [`Goes on as decision ${into.number} of this review.`] : [],
        ),
      ],
      due: longDateOr(decision.dueOn, 'no date'),
      action: path('earlier', decision.reviewRef, String(decision.number)),
      ...outcomeForm.shown(
        outcomeForm.first({ outcome: decision.outcome, carry: carriedInto(decision, reviewRef, all) !== null }),
        [],
        { before: `earlier-${at}-` },
      ),
    })),
    sent: recordsOf(world, distributions)
      .filter((one) => one.reviewRef === reviewRef)
      .map((one) => ({
        document: sentDocuments[one.document],
        recipient: nameIn(around, one.recipient),
        on: longDate(one.sentOn),
        how: one.medium ? sentBy[one.medium] : '',
        left: one.leftOut.length > 0 ? `Left out: ${one.leftOut.join(', ')}. ${one.whyLeftOut ?? ''}` : '',
      })),
    send: may.write
      ? { action: path('sent'), ...sendForm(sendable(around)).shown(sendForm(sendable(around)).first(), [], { before: 'send-' }) } // prettier-ignore
      : null,
  }
}

/** The people involved with the child as those to whom something may be sent. */
export const sendable = (around: readonly ContactFact[]) =>
  around.map(({ contactRef, role, name }) => ({ ref: contactRef, text: `${contactRoles[role]}: ${name}` }))

const nameIn = (around: readonly ContactFact[], recipient: string): string =>
  around.find(({ contactRef }) => contactRef === recipient)?.name ?? recipient

/** What silence means, once the days to answer are over. CLK-REC-2. */
function silence(world: World, { decisionsOn }: RegisterReviewFact): string {
  const due = decisionsOn && dueDateIfKnown(decisionsOn, recordClocks.response.limit, world.holidays)
  return due && isAfter(world.asAt, due)
    ? `The manager did not answer by ${longDate(due)}: the decisions count as agreed.`
    : ''
}
