import { authorityPath } from '../../platform/web/authorities.ts'
import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import type { ChallengeProblem } from '../domain/entries.ts'
import type { Standing } from '../domain/standing.ts'
import { stageNow } from '../domain/standing.ts'

/** The address of challenges, or of a page of theirs. */
export const challengePath = (code: string, ...parts: string[]): string => authorityPath(code, 'challenge', ...parts)

/** The address to which a challenge from a child's page is sent. */
export const informalPath = (code: string, child: string): string => authorityPath(code, 'children', child, 'challenge')

/** Where a challenge stands, in words: its stage as the protocol names it. */
export function stageWords(standing: Standing): string {
  const { end } = standing
  if (end) return end.how === 'resolved' ? 'Resolved' : 'Withdrawn'
  if (standing.challenge.route === 'GOOD_PRACTICE') return 'Told'
  const now = stageNow(standing)
  if (!now) return 'No stage recorded'
  return now.of?.label ?? `Stage ${now.stage}`
}

const done = {
  made: 'The challenge is saved.',
  moved: 'The challenge has passed to the next stage.',
  answered: 'The answer is saved.',
  closed: 'The challenge is closed.',
  noted: 'It is noted.',
  added: 'The children are added.',
} as const

/** What has just been done, by the name of which a page is led to. */
export type Done = keyof typeof done

/** What has just been done, in words; null for nothing, and for what is none of ours. */
export const doneWords = (text: string): string | null =>
  Object.entries(done).find(([name]) => name === text)?.[1] ?? null

const day = 'Enter the day, like 27 3 2026'
const texts: Readonly<
  Record<Exclude<ChallengeProblem['code'], 'unknown_child' | 'not_kept' | 'changed_meanwhile'>, string>
> = {
  // prettier-ignore
  route_missing: 'Choose how the challenge is made',
  theme_missing: 'Choose what it is about, or enter another ground',
  concern_missing: 'Enter what is wrong, or what was done well',
  day_missing: day,
  day_in_future: 'The day must be today or in the past',
  day_too_early: 'The day must not be before the challenge came to where it stands, or was answered last',
  agency_missing: 'Enter the agency to which it is escalated',
  step_missing: 'Choose the stage to which it passes',
  step_not_open: 'The challenge can’t pass to this stage from where it stands',
  why_missing: 'Enter why stages are skipped',
  role_missing: 'Enter who is to answer now',
  how_missing: 'Choose whether it is resolved or withdrawn',
  outcome_missing: 'Enter what came of it',
  change_missing: 'Enter what changed for the child. If nothing did, say so',
  answer_missing: 'Enter what was answered',
  note_missing: 'Choose what to note',
  is_over: 'The challenge is over: nothing more can be done about it',
  no_stage: 'The challenge has no stage yet: pass it to one first',
  nobody_added: 'Enter the id of at least one child',
}

/** What is wrong, as a page says it. */
export function problemText(problem: ChallengeProblem): string {
  switch (problem.code) {
    case 'unknown_child':
      return `No child ${problem.child} is known`
    case 'not_kept':
      return problem.why
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    default:
      return texts[problem.code]
  }
}
