import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import type { RecordingProblem } from '../app/changeReview.ts'

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
      reason_missing: null,
      nothing_to_carry: null,
      not_ready: null,
      changed_meanwhile: null,
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
      return 'Write down a decision before you issue them'
    case 'issued_before':
      return 'The decisions were issued already'
    case 'not_issued':
      return 'The decisions have not been issued yet'
    case 'reason_missing':
      return 'Say why you do not agree'
    case 'nothing_to_carry':
      return 'Choose “Partly done” or “Not done” to carry a decision forward'
    case 'not_ready':
      return 'Issue the decisions, complete the record or approve the letter before you send it'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'nobody':
      return 'Say to whom it is sent'
    case 'unfinished':
      return `Decision ${problem.number} needs a named person and a date before the decisions can be issued`
    case 'not_kept':
      return problem.why
  }
}
