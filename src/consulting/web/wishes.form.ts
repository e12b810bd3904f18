import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import { choiceField, itemsOf, tickField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, linesField } from '../../platform/web/forms/texts.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import type { WishProblem } from '../app/wishes.ts'
import { occasions, wishOutcomes } from '../registers/wishes.ts'

/** Long enough for what a child says. */
const MOST = 2000

/** What a child wants, as someone writes it down. */
export const wishForm = (world: World, child: string) =>
  formOf({
    words: linesField({ most: MOST }),
    saidOn: dayField('The day on which the child said it'),
    saidIn: choiceField(itemsOf(occasions), { first: 'Choose where the child said it' }),
    reviewRef: choiceField(
      registerReviewsOf(world, child).map(({ reviewRef, heldOn, bookedFor }) => ({
        value: reviewRef,
        text: heldOn ? `Review held on ${longDate(heldOn)}` : bookedFor ? `Review booked for ${longDate(bookedFor)}` : `Review ${reviewRef}`, // prettier-ignore
      })),
      { first: 'No review' },
    ),
  })
/** The form for what a child wants. */
export type WishForm = ReturnType<typeof wishForm>

/** The answer to a wish. */
export const answerForm = formOf({
  seen: hiddenField(),
  outcome: choiceField(itemsOf(wishOutcomes)),
  answer: linesField({ most: MOST }),
  isTold: tickField('The child has been told'),
})
/** The form for what was answered. */
export type AnswerForm = typeof answerForm

/** What is wrong with a wish, where it is put right. */
export const wishFaults = (problems: readonly WishProblem[]) =>
  faultsOf(
    problems,
    {
      words_missing: 'words', day_missing: 'saidOn', day_in_future: 'saidOn', occasion_missing: 'saidIn',
      outcome_missing: null, answer_missing: null, no_such_wish: null, changed_meanwhile: null, not_kept: null,
    },
    problemText,
  ) // prettier-ignore

/** What is wrong with an answer, where it is put right. */
export const answerFaults = (problems: readonly WishProblem[]) =>
  faultsOf(
    problems,
    {
      words_missing: null, day_missing: null, day_in_future: null, occasion_missing: null, outcome_missing: 'outcome',
      answer_missing: 'answer', no_such_wish: null, changed_meanwhile: null, not_kept: null,
    },
    problemText,
  ) // prettier-ignore

function problemText(problem: WishProblem): string {
  switch (problem.code) {
    case 'words_missing':
      return 'Enter what the child wants, in the child’s own words'
    case 'day_missing':
      return 'Enter the day on which the child said it, like 27 3 2026'
    case 'day_in_future':
      return 'The day on which the child said it must be today or in the past'
    case 'occasion_missing':
      return 'Choose where the child said it'
    case 'outcome_missing':
      return 'Choose what came of it'
    case 'answer_missing':
      return 'Enter what was done, or why it can’t be, for the child to read'
    case 'no_such_wish':
      return 'This is not written down any more'
    case 'changed_meanwhile':
      return 'Someone else has changed this meanwhile. Look at it again'
    case 'not_kept':
      return problem.why
  }
}
