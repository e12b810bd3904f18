import type { OfficerRequestFact } from '../../officers/registers/officerRequests.ts'
import * as z from 'zod'
import { longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { withDays } from '../../platform/web/days.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { type RequestProblem, askers, decisions, requestProblemText } from '../domain/requests.ts'
import { errorsOf } from './words.ts'

/** What is typed of a wish for another officer. */
export const askForm = withDays(['on'], z.object({ askedBy: textFilter, on: textFilter, reason: textFilter }))
export type AskForm = z.infer<typeof askForm>

/** What is typed to decide on one. */
export const decideForm = z.object({ decision: textFilter, reason: textFilter })
export type DecideForm = z.infer<typeof decideForm>

/** All that ask.njk shows. */
export function askPage(
  { child, back }: { child: string; back: { href: string; text: string } },
  form: AskForm,
  problems: readonly RequestProblem[],
  code: string,
  csrfToken: string,
) {
  return {
    title: `Child ${child} asks for another officer`,
    back,
    action: authorityPath(code, 'children', child, 'officer', 'ask'),
    csrfToken,
    form,
    ...errorsOf(problems, fieldOf, requestProblemText),
    askerItems: Object.entries(askers).map(([value, text]) => ({ value, text, checked: form.askedBy === value })),
  }
}

/** All that decide.njk shows. */
export function decidePage(
  request: OfficerRequestFact,
  form: DecideForm,
  problems: readonly RequestProblem[],
  code: string,
  csrfToken: string,
) {
  const { child, on, askedBy, reason } = request
  return {
    title: `Another officer for child ${child}?`,
    back: { href: authorityPath(code, 'children', child, 'officer'), text: `Officer of child ${child}` },
    action: authorityPath(code, 'children', child, 'officer', 'requests', on.toString()),
    csrfToken,
    form,
    ...errorsOf(problems, fieldOf, requestProblemText),
    asked: `${askers[askedBy]} asked on ${longDate(on)}.`,
    reason: reason ?? '',
    decisionItems: Object.entries(decisions).map(([value, text]) => ({
      value,
      text,
      hint: { text: value === 'AGREED' ? 'Choose the new officer next.' : 'Say why, so that the child can read it.' },
      checked: form.decision === value,
    })),
  }
}

function fieldOf({ code }: RequestProblem): string {
  switch (code) {
    case 'asker_missing':
      return 'askedBy'
    case 'day_missing':
    case 'day_in_future':
    case 'asked_already':
      return 'on'
    case 'decision_missing':
    case 'changed_meanwhile':
      return 'decision'
    case 'decision_reason_missing':
      return 'reason'
  }
}
