import type { World } from '../../children/domain/world.ts'
import { checkKinds, checks } from '../../children/registers/checks.ts'
import { compareDates, longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { numberField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import type { CheckProblem } from '../app/checks.ts'

/** What is asked of a check: the child's page shows the first two. */
export const checkForm = formOf({
  kind: choiceField(itemsOf(checkKinds), { first: 'Choose what was done' }),
  on: dayField('The day on which it was done'),
  score: numberField('Enter the score as a whole number, from 0 to 40', { isWhole: true }),
})
type CheckForm = typeof checkForm

/** The form with nothing in it. */
export const emptyCheck = (): TypedIn<CheckForm> => checkForm.first({ kind: null, on: null, score: null })

/** The checks of a child, the latest first, those withdrawn among them. */
export const checksInOrder = (world: World, child: string) =>
  recordsOf(world, checks)
    .filter((check) => check.child === child)
    .sort((a, b) => compareDates(b.on, a.on) || a.kind.localeCompare(b.kind))

/** The address of a child's checks. */
export const checksPath = (code: string, child: string, ...parts: string[]): string =>
  authorityPath(code, 'children', child, 'checks', ...parts)

/** What was done with a check, in words for the banner. */
export const done = doneWords({
  written: 'The check is saved.',
  withdrawn: 'The check is withdrawn: it counts for nothing.',
  restored: 'The check counts again.',
})

/** All that checks.njk shows. */
export function checksPage(
  world: World,
  child: string,
  typed: TypedIn<CheckForm>,
  faults: readonly FaultIn<CheckForm>[],
  { code, csrfToken, said }: { code: string; csrfToken: string; said: string | null },
) {
  return {
    title: 'Health, education and planning checks',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    action: checksPath(code, child),
    csrfToken,
    done: said,
    rows: checksInOrder(world, child).map(({ kind, on, score, value, extractedOn, isWithdrawn }) => ({
      what: checkKinds[kind],
      on: longDate(on),
      result: [
        score === null ? '' : `Score ${score}`,
        value ?? '',
        extractedOn === null ? '' : `From an extract of ${longDate(extractedOn)}`,
      ]
        .filter(Boolean)
        .join('. '),
      isWithdrawn: isWithdrawn === true,
      action: checksPath(code, child, kind, on.toString(), isWithdrawn === true ? 'restore' : 'withdraw'),
    })),
    ...checkForm.shown(typed, faults),
  }
}

/** What is wrong with a check, where it is put right. */
export const checkFaults = (problems: readonly CheckProblem[]) =>
  faultsOf(
    problems,
    {
      kind_missing: 'kind',
      day_missing: 'on',
      day_in_future: 'on',
      day_before_birth: 'on',
      score_not_of_kind: 'score',
      no_such_check: null,
      not_kept: null,
    },
    problemText,
  )

function problemText(problem: CheckProblem): string {
  switch (problem.code) {
    case 'kind_missing':
      return 'Choose what was done'
    case 'day_missing':
      return 'Enter the day on which it was done, like 27 3 2026'
    case 'day_in_future':
      return 'The day on which it was done must be today or in the past'
    case 'day_before_birth':
      return 'The day on which it was done must not be before the child was born'
    case 'score_not_of_kind':
      return 'Enter a score for a questionnaire only'
    case 'no_such_check':
      return 'This check is not recorded'
    case 'not_kept':
      return problem.why
  }
}
