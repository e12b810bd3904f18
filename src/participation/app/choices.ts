import { contacts } from '../registers/contacts.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { changeByHand, keeping } from '../../registers/app/changeByHand.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import { choices, type ReviewChoiceFact } from '../registers/choices.ts'
import { type ChoicesEntry, type ChoicesProblem, choicesProblems } from '../domain/choices.ts'
import { versionOf } from './versions.ts'

/** What a child has said, to be written down. */
export interface ChoicesToWrite {
  authority: { code: string; name: string }
  /** The person's id. */
  by: string
  /** Whom the actor may see: for the caller to have checked. */
  child: string
  entry: ChoicesEntry
  /** The version of all that the child has said so far, of `choicesVersion`. */
  replaces: string
}

/** Stores nothing unless the list it gives is empty. What is said on a day stands in place of what was said that day. */
export type WriteChoices = (choices: ChoicesToWrite) => Promise<readonly ChoicesProblem[]>

/** What tells one state of all that a child has said from another. */
export const choicesVersion = (said: readonly ReviewChoiceFact[]): string =>
  versionOf(
    [...said].map(({ on, ...choice }) => ({ ...choice, on: on.toString() })).sort((a, b) => (a.on < b.on ? -1 : 1)),
  )

export const makeWriteChoices =
  (store: Pick<RegisterStore, 'change'>, today: () => PlainDate): WriteChoices =>
  ({ authority, by, child, entry, replaces }) => {
    const what = 'wrote down how a child wants reviews to be'
    return changeByHand<ChoicesProblem>(store, { authority, by, what, registers: [choices, contacts] }, (rows) => {
      const said = rows(choices).filter((row) => row.child === child)
      if (choicesVersion(said) !== replaces) return { problems: [{ code: 'changed_meanwhile' }] }
      const known = rows(contacts).filter((row) => row.child === child)
      const { on } = entry
      const problems = choicesProblems(entry, new Set(known.map((row) => row.contactRef)), today())
      if (problems.length > 0 || on === null) return { problems }
      return { rows: [keeping(choices, { ...entry, child, on })] }
    })
  }
