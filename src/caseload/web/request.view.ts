import type { OfficerRequestFact } from '../../officers/registers/officerRequests.ts'
import { longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import { type RequestProblem, askers, decisions, requestProblemText } from '../domain/requests.ts'

/** The form of a wish for another officer. */
export const askForm = formOf({
  askedBy: choiceField(itemsOf(askers)),
  on: dayField('The day it was asked'),
  reason: linesField(),
})
type AskForm = typeof askForm

/** The form of the decision on one. */
export const decideForm = formOf({
  decision: choiceField(
    itemsOf(decisions).map((item) => ({
      ...item,
      hint: {
        text: item.value === 'AGREED' ? 'Choose the new IRO next.' : 'Say why, so that the child can read it.',
      },
    })),
  ),
  reason: linesField(),
})
type DecideForm = typeof decideForm

/** All that ask.njk shows. */
export function askPage(
  { child, back }: { child: string; back: { href: string; text: string } },
  typed: TypedIn<AskForm>,
  faults: readonly FaultIn<AskForm>[],
  code: string,
  csrfToken: string,
) {
  return {
    title: `Child ${child} asks for another IRO`,
    back,
    action: authorityPath(code, 'children', child, 'officer', 'ask'),
    csrfToken,
    ...askForm.shown(typed, faults),
  }
}

/** All that decide.njk shows. */
export function decidePage(
  request: OfficerRequestFact,
  typed: TypedIn<DecideForm>,
  faults: readonly FaultIn<DecideForm>[],
  code: string,
  csrfToken: string,
) {
  const { child, on, askedBy, reason } = request
  return {
    title: `Another IRO for child ${child}?`,
    back: { href: authorityPath(code, 'children', child, 'officer'), text: `IRO of child ${child}` },
    action: authorityPath(code, 'children', child, 'officer', 'requests', on.toString()),
    csrfToken,
    ...decideForm.shown(typed, faults),
    asked: `${askers[askedBy]} asked on ${longDate(on)}.`,
    reason: reason ?? '',
  }
}

/** What is wrong with a wish as entered, where it is put right. */
export const askFaults = (problems: readonly RequestProblem[]): FaultIn<AskForm>[] =>
  faultsOf(
    problems,
    {
      asker_missing: 'askedBy',
      day_missing: 'on',
      day_in_future: 'on',
      asked_already: 'on',
      decision_missing: null,
      changed_meanwhile: null,
      decision_reason_missing: null,
      not_kept: null,
    },
    requestProblemText,
  )

/** What is wrong with a decision, where it is put right. */
export const decideFaults = (problems: readonly RequestProblem[]): FaultIn<DecideForm>[] =>
  faultsOf(
    problems,
    {
      asker_missing: null,
      day_missing: null,
      day_in_future: null,
      asked_already: null,
      decision_missing: 'decision',
      changed_meanwhile: null,
      decision_reason_missing: 'reason',
      not_kept: null,
    },
    requestProblemText,
  )
