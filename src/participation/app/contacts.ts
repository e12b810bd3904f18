import { participationPermissions } from '../permissions.ts'
import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import type { RowOf } from '../../registers/register.ts'
import { demandUnchanged } from '../../registers/version.ts'
import { type ContactEntry, type ContactProblem, contactProblems, newContactRef } from '../domain/contacts.ts'
import { contacts } from '../registers/contacts.ts'

type ContactRow = RowOf<typeof contacts>

/** A contact to be added, or to stand in place of what was known. */
export interface ContactToSave extends Asking {
  child: string
  /** Null for someone new. */
  contactRef: string | null
  entry: ContactEntry
  /** The version that the form showed; anything for someone new. */
  replaces: string
}

/**
 * Stores nothing unless the list it gives is empty; null where the child is not there for the user. Nobody is deleted:
 * who is no longer asked has a day in `until`.
 */
export type SaveContact = (contact: ContactToSave) => Promise<readonly ContactProblem[] | null>

export const makeSaveContact =
  (deps: Changing & Seeing): SaveContact =>
  async ({ child, contactRef, entry, replaces, ...asking }) => {
    if ((await seenChild(deps, asking, participationPermissions.write, child)) === null) return null
    const what = (whose: string) => `${contactRef === null ? 'added' : 'changed'} someone around ${whose} child`
    return keepRecords<ContactProblem>(deps, asking, {
      what: what('a'),
      registers: [contacts],
      logged: () => ({ what: what('the'), children: [child] }),
      decide: (rows) => {
        const known = rows(contacts).filter((row) => row.child === child)
        const before = known.find((row) => row.contactRef === contactRef)
        if (contactRef !== null) {
          const changed = demandUnchanged(replaces, before)
          if (!before || changed.length > 0) return { problems: [{ code: 'changed_meanwhile' }] }
        }
        const others = known.filter((row) => row !== before)
        const problems = contactProblems(entry, others, deps.today())
        const { role } = entry
        if (problems.length > 0 || role === null) return { problems }
        const taken = new Set(known.map((row) => row.contactRef))
        return {
          rows: [keeping(contacts, rowOf(child, contactRef ?? newContactRef(role, taken), { ...entry, role }))],
        }
      },
    })
  }

type SoundEntry = ContactEntry & { role: ContactRow['role'] }

const rowOf = (child: string, contactRef: string, { address, ...entry }: SoundEntry): ContactRow => ({
  child,
  contactRef: contactRef,
  ...entry,
  address:
    address === null
      ? null
      : address
          .split(/[\n;]+/)
          .map((line) => line.trim())
          .filter(Boolean)
          .join('\n'),
})
