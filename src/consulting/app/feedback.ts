import type { Asking } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type FeedbackFact, feedback } from '../registers/feedback.ts'

/** What is wrong with feedback as written down. */
export type FeedbackProblem = { code: 'kind_missing' | 'day_missing' | 'day_in_future' | 'no_such_feedback' } | NotKept

/** Feedback as someone writes it down; null for what was left out. */
export type FeedbackEntry = Omit<FeedbackFact, 'feedbackRef' | 'on' | 'kind'> & {
  on: PlainDate | null
  kind: FeedbackFact['kind'] | null
}

/** Keeps feedback under its reference, or under a new one where that is null. Stores nothing unless the list is empty. */
export type WriteFeedback = (
  asked: Asking & { feedbackRef: string | null; entry: FeedbackEntry },
) => Promise<readonly FeedbackProblem[]>

export const makeWriteFeedback =
  (deps: Changing & { today: () => PlainDate; newId: () => string }): WriteFeedback =>
  ({ feedbackRef, entry, ...asking }) =>
    keepRecords<FeedbackProblem>(deps, asking, {
      what: 'wrote down feedback',
      registers: [officers, feedback],
      logged: () => null,
      decide: (rows) => {
        const { on, kind, ...rest } = entry
        const problems = feedbackProblems(entry, deps.today())
        if (feedbackRef !== null && !rows(feedback).some((row) => row.feedbackRef === feedbackRef)) {
          return { problems: [{ code: 'no_such_feedback' }] }
        }
        if (problems.length > 0 || on === null || kind === null) return { problems }
        return { rows: [keeping(feedback, { ...rest, on, kind, feedbackRef: feedbackRef ?? deps.newId() })] }
      },
    })

const feedbackProblems = ({ on, kind }: FeedbackEntry, today: PlainDate): FeedbackProblem[] => [
  ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
  ...(on === null ? [{ code: 'day_missing' } as const] : []),
  ...(on && isAfter(on, today) ? [{ code: 'day_in_future' } as const] : []),
]
