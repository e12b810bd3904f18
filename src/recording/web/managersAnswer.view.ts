import type { ReplyPages } from '../../inviting/web/replies.routes.ts'
import { longDateWithWeekday } from '../../kernel/dates.ts'
import { choiceField } from '../../platform/web/forms/choices.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import type { DecisionsToAnswer, ManagersAnswer } from '../app/byLink.ts'
import { decisionShown } from './after.decisions.ts'

const form = formOf({
  agrees: choiceField([
    { value: 'yes', text: 'I agree to the decisions' },
    { value: 'no', text: 'I do not agree' },
  ]),
  reason: linesField({ most: 2000 }),
})

/** What was sent as an answer, or what is wrong with it. */
function readAnswer(sent: unknown): { entry: ManagersAnswer | null; faults: readonly FaultIn<typeof form>[] } {
  const { values, faults } = form.read(sent)
  if (values === null) return { entry: null, faults }
  const { agrees, reason } = values
  if (agrees === null) return { entry: null, faults: [{ field: 'agrees', text: 'Say whether you agree to the decisions' }] } // prettier-ignore
  if (agrees === 'no' && reason === null) return { entry: null, faults: [{ field: 'reason', text: 'Say why you do not agree' }] } // prettier-ignore
  return { entry: { agrees: agrees === 'yes', reason }, faults: [] }
}

/** The pages by which a team manager who does not sign in answers the decisions of a review. They name no child. */
export const managersAnswerPages: ReplyPages<DecisionsToAnswer, ManagersAnswer> = {
  path: 'decisions',
  answersAt: 'answer',
  closedTitle: 'Decisions of a review',
  closed: {
    template: 'recording/web/decisionsClosed.njk',
    page: ({ endsOn }) => ({ until: endsOn ? longDateWithWeekday(endsOn) : '', openText: 'Read the decisions' }),
  },
  template: 'recording/web/decisionsLink.njk',
  entryOf: (sent) => readAnswer(sent).entry,
  page: ({ review, decisions, until }, sent, problems) => ({
    title: 'Decisions of a review',
    heldOn: review.heldOn ? longDateWithWeekday(review.heldOn) : '',
    until: until ? longDateWithWeekday(until) : '',
    decisions: decisions.map(decisionShown),
    ...form.shown(sent === null ? form.first() : form.read(sent).typed, [
      ...(sent === null ? [] : readAnswer(sent).faults),
      ...problems.map((text) => ({ field: null, text })),
    ]),
  }),
  thanks: ({ agrees }) => ({
    title: 'Your answer is saved',
    paragraphs: [
      agrees ? 'The decisions can be carried out.' : 'The IRO reads your reason and will be in touch.',
      'This link opens nothing any more.',
    ],
  }),
}
