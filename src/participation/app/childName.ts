import { participationPermissions } from '../permissions.ts'
import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { childrenRegister } from '../../children/registers/children.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type ChangedMeanwhile, demandUnchanged } from '../../registers/version.ts'

/** The name that a child goes by, as someone enters it. */
export interface NameEntry {
  /** Null while nothing is typed. */
  knownAs: string | null
  familyName: string | null
  pronouns: string | null
}

/** What is wrong with a name as entered. */
export type NameProblem = { code: 'name_missing' } | ChangedMeanwhile | NotKept

/** A name to be written down. `replaces`: the version that the form showed. */
export interface NameToSave extends Asking {
  child: string
  entry: NameEntry
  replaces: string
}

/** Stores nothing unless the list it gives is empty; null where the child is not there for the user. */
export type SaveName = (name: NameToSave) => Promise<readonly NameProblem[] | null>

export const makeSaveName =
  (deps: Changing & Seeing): SaveName =>
  async ({ child, entry, replaces, ...asking }) => {
    if ((await seenChild(deps, asking, participationPermissions.write, child)) === null) return null
    return keepRecords<NameProblem>(deps, asking, {
      what: 'wrote down the name that a child goes by',
      registers: [childrenRegister],
      logged: () => ({ what: 'wrote down the name that the child goes by', children: [child] }),
      decide: (rows) => {
        const changed = demandUnchanged(replaces, ...rows(childrenRegister).filter((row) => row.child === child))
        if (changed.length > 0) return { problems: changed }
        const { knownAs } = entry
        if (knownAs === null) return { problems: [{ code: 'name_missing' }] }
        return { rows: [keeping(childrenRegister, { ...entry, child, knownAs })] }
      },
    })
  }
