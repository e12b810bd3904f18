import { officerName } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import { compareDates, longDate } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import type { FeedbackProblem } from '../app/feedback.ts'
import { type FeedbackFact, feedback, feedbackFrom, feedbackKinds } from '../registers/feedback.ts'

/** A compliment, a complaint or an answer to a survey, as someone writes it down. */
export const feedbackForm = (world: World) =>
  formOf({
    kind: choiceField(itemsOf(feedbackKinds), { first: 'Choose what it is' }),
    on: dayField('The day on which it came'),
    from: choiceField(itemsOf(feedbackFrom), { first: 'Not recorded' }),
    aboutOfficer: choiceField(
      recordsOf(world, officers).map(({ officerId, name }) => ({ value: officerId, text: name })),
      { first: 'Nobody in particular' },
    ),
    text: linesField({ most: 5000 }),
    stage: lineField({ most: 100 }),
    outcome: linesField({ most: 2000 }),
    learning: linesField({ most: 2000 }),
    mayQuote: choiceField(itemsOf({ yes: 'Yes', no: 'No' }), { first: 'Not asked' }),
  })
type FeedbackForm = ReturnType<typeof feedbackForm>

/** The address of feedback. */
export const feedbackPath = (code: string, ...parts: string[]): string =>
  authorityPath(code, 'feedback', ...parts.map(encodeURIComponent))

/** The form as it stands: of what was written down before, or with nothing in it. */
export const firstFeedback = (world: World, row: FeedbackFact | null): TypedIn<FeedbackForm> =>
  feedbackForm(world).first({
    kind: row?.kind ?? null,
    on: row?.on ?? null,
    from: row?.from ?? null,
    aboutOfficer: row?.aboutOfficer ?? null,
    text: row?.text ?? null,
    stage: row?.stage ?? null,
    outcome: row?.outcome ?? null,
    learning: row?.learning ?? null,
    mayQuote: row?.mayQuote == null ? null : row.mayQuote ? 'yes' : 'no',
  })

/** All that feedbackList.njk shows. */
export function feedbackListPage(world: World, code: string, done: string) {
  return {
    title: 'Compliments, complaints and surveys',
    done: done === 'kept' ? 'The feedback is saved.' : null,
    newHref: feedbackPath(code, 'new'),
    rows: recordsOf(world, feedback)
      .toSorted((a, b) => compareDates(b.on, a.on))
      .map((row) => ({
        on: longDate(row.on),
        kind: feedbackKinds[row.kind],
        from: row.from === null ? 'Not recorded' : feedbackFrom[row.from],
        about: officerName(recordsOf(world, officers), row.aboutOfficer),
        text: row.text ?? '',
        outcome: [row.stage, row.outcome, row.learning && `Learnt: ${row.learning}`].filter(Boolean).join('. '),
        mayQuote: row.mayQuote === true,
        href: feedbackPath(code, row.feedbackRef),
      })),
  }
}

/** All that feedback.njk shows. */
export const feedbackPage = (
  world: World,
  typed: TypedIn<FeedbackForm>,
  faults: readonly FaultIn<FeedbackForm>[],
  { code, csrfToken, feedbackRef }: { code: string; csrfToken: string; feedbackRef: string | null },
) => ({
  title: feedbackRef === null ? 'Write down feedback' : 'Change feedback',
  back: { href: feedbackPath(code), text: 'Compliments, complaints and surveys' },
  action: feedbackPath(code, feedbackRef ?? 'new'),
  csrfToken,
  ...feedbackForm(world).shown(typed, faults),
})

/** What is wrong with feedback, where it is put right. */
export const feedbackFaults = (problems: readonly FeedbackProblem[]) =>
  faultsOf(
    problems,
    { kind_missing: 'kind', day_missing: 'on', day_in_future: 'on', no_such_feedback: null, not_kept: null },
    (problem) => {
      switch (problem.code) {
        case 'kind_missing':
          return 'Choose what it is'
        case 'day_missing':
          return 'Enter the day on which it came, like 27 3 2026'
        case 'day_in_future':
          return 'The day on which it came must be today or in the past'
        case 'no_such_feedback':
          return 'This is not written down any more'
        case 'not_kept':
          return problem.why
      }
    },
  )
