import { participationPermissions } from '../permissions.ts'
import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { demandUnchanged } from '../../registers/version.ts'
import { type ChoicesEntry, type ChoicesProblem, choicesProblems } from '../domain/choices.ts'
import { choices } from '../registers/choices.ts'
import { contacts } from '../registers/contacts.ts'

/** What a child has said, to be written down. */
export interface ChoicesToWrite extends Asking {
  child: string
  entry: ChoicesEntry
  /** The version of all that the child has said so far, as the form showed it. */
  replaces: string
}

/**
 * Stores nothing unless the list it gives is empty; null where the child is not there for the user. What is said on a
 * day stands in place of what was said that day.
 */
export type WriteChoices = (choices: ChoicesToWrite) => Promise<readonly ChoicesProblem[] | null>

export const makeWriteChoices =
  (deps: Changing & Seeing): WriteChoices =>
  async ({ child, entry, replaces, ...asking }) => {
    if ((await seenChild(deps, asking, participationPermissions.write, child)) === null) return null
    return keepRecords<ChoicesProblem>(deps, asking, {
      what: 'wrote down how a child wants reviews to be',
      registers: [choices, contacts],
      logged: () => ({ what: 'wrote down how the child wants reviews to be', children: [child] }),
      decide: (rows) => {
        const isTheirs = (row: { child: string }) => row.child === child
        const changed = demandUnchanged(replaces, ...rows(choices).filter(isTheirs))
        if (changed.length > 0) return { problems: changed }
        const known = rows(contacts).filter(isTheirs)
        const { on } = entry
        const problems = choicesProblems(entry, new Set(known.map((row) => row.contactRef)), deps.today())
        if (problems.length > 0 || on === null) return { problems }
        return { rows: [keeping(choices, { ...entry, child, on })] }
      },
    })
  }
