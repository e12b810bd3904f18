import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter, isBefore } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type ChangedMeanwhile, demandUnchanged } from '../../registers/version.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { consultingPermissions } from '../permissions.ts'
import { type WishFact, type WishOutcome, wishes } from '../registers/wishes.ts'

/** What is wrong with a wish, or with the answer to it. */
export type WishProblem =
  | {
      code:
        | 'words_missing'
        | 'day_missing'
        | 'day_in_future'
        | 'occasion_missing'
        | 'outcome_missing'
        | 'answer_missing'
        | 'no_such_wish'
    }
  | ChangedMeanwhile
  | NotKept

/** A wish as someone writes it down. */
export interface WishEntry {
  words: string
  saidOn: PlainDate | null
  saidIn: WishFact['saidIn'] | null
  reviewRef: string | null
}

/** What is answered to a wish. */
export interface WishAnswer {
  outcome: WishOutcome | null
  answer: string
  /** Whether the child has been told: today. */
  isTold: boolean
}

/** Wishes of children. Each stores nothing unless the list it gives is empty; null where the child is not there for the user. */
export interface Wishes {
  write: (asked: Asking & { child: string; entry: WishEntry }) => Promise<readonly WishProblem[] | null>
  /** `replaces`: the version of the wish that was shown. */
  answer: (
    asked: Asking & { child: string; wishRef: string; answer: WishAnswer; replaces: string },
  ) => Promise<readonly WishProblem[] | null>
}

export function makeWishes(deps: Changing & Seeing & { newId: () => string }): Wishes {
  const { today, newId } = deps
  return {
    write: async ({ child, entry, ...asking }) => {
      if ((await seenChild(deps, asking, consultingPermissions.writeWishes, child)) === null) return null
      const what = 'wrote down what a child wants'
      return keepRecords<WishProblem>(deps, asking, {
        what,
        registers: [reviews, wishes],
        logged: () => ({ what, children: [child] }),
        decide: () => {
          const { words, saidOn, saidIn, reviewRef } = entry
          const problems = entryProblems(entry, today())
          if (problems.length > 0 || saidOn === null || saidIn === null) return { problems }
          const nothing = { answer: null, outcome: null, answeredOn: null, toldOn: null }
          return { rows: [keeping(wishes, { wishRef: newId(), child, saidOn, words, saidIn, reviewRef, ...nothing })] }
        },
      })
    },

    answer: async ({ child, wishRef, answer, replaces, ...asking }) => {
      if ((await seenChild(deps, asking, consultingPermissions.writeWishes, child)) === null) return null
      const what = 'answered what a child wants'
      return keepRecords<WishProblem>(deps, asking, {
        what,
        registers: [reviews, wishes],
        logged: () => ({ what, children: [child] }),
        decide: (rows) => {
          const wish = rows(wishes).find((one) => one.wishRef === wishRef && one.child === child)
          if (!wish) return { problems: [{ code: 'no_such_wish' }] }
          const problems = [...demandUnchanged(replaces, wish), ...answerProblems(answer)]
          if (problems.length > 0) return { problems }
          const isSame = wish.answer === answer.answer && wish.outcome === answer.outcome
          const answeredOn = isSame && wish.answeredOn ? wish.answeredOn : isBefore(today(), wish.saidOn) ? wish.saidOn : today() // prettier-ignore
          // Who was told of another answer has not been told of this one.
          const toldOn = answer.isTold ? ((isSame ? wish.toldOn : null) ?? answeredOn) : null
          return {
            rows: [keeping(wishes, { ...wish, answer: answer.answer, outcome: answer.outcome, answeredOn, toldOn })],
          }
        },
      })
    },
  }
}

function entryProblems({ words, saidOn, saidIn }: WishEntry, today: PlainDate): WishProblem[] {
  return [
    ...(words === '' ? [{ code: 'words_missing' } as const] : []),
    ...(saidOn === null ? [{ code: 'day_missing' } as const] : []),
    ...(saidOn && isAfter(saidOn, today) ? [{ code: 'day_in_future' } as const] : []),
    ...(saidIn === null ? [{ code: 'occasion_missing' } as const] : []),
  ]
}

const answerProblems = ({ outcome, answer }: WishAnswer): WishProblem[] => [
  ...(outcome === null ? [{ code: 'outcome_missing' } as const] : []),
  ...(answer === '' ? [{ code: 'answer_missing' } as const] : []),
]
