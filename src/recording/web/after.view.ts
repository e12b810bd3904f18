import type { Deadline } from '../../clocks/clock.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import type { RecordingProblem } from '../app/changeReview.ts'
import { recordingKinds } from '../domain/clocks.ts'
import { decisionsOfReview, isForChild } from '../domain/decisions.ts'
import { distributions, sentBy, sentDocuments } from '../registers/distributions.ts'
import { type Decision, outcomes, recommendations } from '../registers/recommendations.ts'
import { answerForm, decisionForm, outcomeForm, sendForm } from './forms.ts'

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
  issued: 'The decisions are sent: the manager has 5 working days to answer.',
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
}

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

/** The decisions of earlier reviews of the child that this one may judge: those that nobody has judged, and those judged here. */
export function earlierDecisions(world: World, review: RegisterReviewFact): Decision[] {
  const held = recordsOf(world, reviews).filter(({ child, reviewRef, heldOn }) => child === review.child && heldOn && reviewRef !== review.reviewRef && review.heldOn && heldOn.toString() < review.heldOn.toString()) // prettier-ignore
  return held.flatMap(({ reviewRef }) =>
    decisionsOfReview(recordsOf(world, recommendations), reviewRef).filter(
      ({ completedOn, outcome, lookedAtIn }) =>
        lookedAtIn === review.reviewRef || (outcome === null && completedOn === null),
    ),
  )
}

const dateOr = (day: Decision['dueOn'], otherwise: string) => (day ? longDate(day) : otherwise)

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
  }: { code: string; csrfToken: string; said: string | null; errors: readonly { text: string; href: string }[] },
) {
  const { reviewRef, child } = review
  const path = (...parts: string[]) => afterPath(code, reviewRef, ...parts)
  const step = (text: string, on: RegisterReviewFact['recordOn'], href: string | null) => ({
    text,
    href,
    status: on ? `Done on ${longDate(on)}` : 'To do',
  })
  const decisions = decisionsOfReview(recordsOf(world, recommendations), reviewRef)
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
      step('Send the decisions', review.decisionsOn, '#decisions'),
      step('Write the record', review.recordOn, may.write ? path('record') : null),
      step('Write the letter to the child', review.childLetterOn, may.write ? path('letter') : null),
      { text: 'Write the letter in easy read', href: may.write ? path('easy-read') : null, status: '' },
      { text: 'Add the letter in another language', href: may.write ? path('translation') : null, status: '' },
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
      due: dateOr(decision.dueOn, 'no date yet'),
      isUrgent: decision.urgent === true,
      state: decision.completedOn ? `Done on ${longDate(decision.completedOn)}` : decision.outcome ? outcomes[decision.outcome] : 'Open', // prettier-ignore
      toldAs: isForChild(decision)
        ? (decision.childWords ?? 'Not yet in words for the child')
        : `Not told to the child: ${decision.whyNotForChild ?? ''}`,
      href: may.write ? path('decisions', String(decision.number)) : null,
    })),
    newDecision: may.write ? path('decisions', 'new') : null,
    issue: may.write && !review.decisionsOn && decisions.length > 0 ? path('issue') : null,
    answer:
      may.answer && review.decisionsOn && !review.managerRespondedOn
        ? { action: path('answer'), ...answerForm.shown(answerForm.first()) }
        : null,
    answered: review.managerRespondedOn
      ? `The manager ${review.managerAgreed === false ? 'did not agree' : 'agreed'} on ${longDate(review.managerRespondedOn)}.`
      : '',
    earlier: earlier.map((decision, at) => ({
      name: `${decision.reviewRef}/${decision.number}`,
      text: decision.text,
      due: dateOr(decision.dueOn, 'no date'),
      action: path('earlier', decision.reviewRef, String(decision.number)),
      ...outcomeForm.shown(outcomeForm.first({ outcome: decision.outcome }), [], { before: `earlier-${at}-` }),
    })),
    sent: recordsOf(world, distributions)
      .filter((one) => one.reviewRef === reviewRef)
      .map((one) => ({
        document: sentDocuments[one.document],
        recipient: one.recipient,
        on: longDate(one.sentOn),
        how: one.medium ? sentBy[one.medium] : '',
        left: one.leftOut.length > 0 ? `Left out: ${one.leftOut.join(', ')}. ${one.whyLeftOut ?? ''}` : '',
      })),
    send: may.write ? { action: path('sent'), ...sendForm.shown(sendForm.first(), [], { before: 'send-' }) } : null,
  }
}

/** What is wrong, in words. */
export const problemFaults = (problems: readonly RecordingProblem[]) =>
  faultsOf(
    problems,
    {
      not_held: null,
      no_decision: null,
      no_decisions: null,
      issued_before: null,
      not_issued: null,
      nobody: null,
      unfinished: null,
      not_kept: null,
    },
    problemText,
  )

function problemText(problem: RecordingProblem): string {
  switch (problem.code) {
    case 'not_held':
      return 'The review is not recorded as held: record what happened first'
    case 'no_decision':
      return 'This decision is not recorded'
    case 'no_decisions':
      return 'Write down a decision before you send them'
    case 'issued_before':
      return 'The decisions were sent already'
    case 'not_issued':
      return 'The decisions have not been sent yet'
    case 'nobody':
      return 'Say to whom it is sent'
    case 'unfinished':
      return `Decision ${problem.number} needs a named person and a date before the decisions can be sent`
    case 'not_kept':
      return problem.why
  }
}

/** A decision’s form with what is known of it. */
export const decisionFirst = (decision: Decision | null) =>
  decisionForm.first(
    decision
      ? {
          text: decision.text,
          responsible: decision.responsible,
          dueOn: decision.dueOn,
          urgent: decision.urgent === true ? 'yes' : 'no',
          forChild: isForChild(decision) ? 'yes' : 'no',
          childWords: decision.childWords,
          easyWords: decision.easyWords,
          whyNotForChild: decision.whyNotForChild,
          completedOn: decision.completedOn,
        }
      : { urgent: 'no', forChild: 'yes' },
  )
