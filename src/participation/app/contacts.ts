import { contacts } from '../registers/contacts.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { changeByHand, keeping } from '../../registers/app/changeByHand.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import type { RowOf } from '../../registers/register.ts'
import { type ContactEntry, type ContactProblem, contactProblems, newContactRef } from '../domain/contacts.ts'
import { versionOf } from './versions.ts'

type ContactRow = RowOf<typeof contacts>

/** A contact to be added, or to stand in place of what was known. */
export interface ContactToSave {
  authority: { code: string; name: string }
  /** The person's id. */
  by: string
  /** Whom the actor may see: for the caller to have checked. */
  child: string
  /** Null for someone new. */
  contactRef: string | null
  entry: ContactEntry
  /** The version that is replaced, of `contactVersion`; anything for someone new. */
  replaces: string
}

/** Stores nothing unless the list it gives is empty. Nobody is deleted: who is no longer asked has a day in `until`. */
export type SaveContact = (contact: ContactToSave) => Promise<readonly ContactProblem[]>

/** What tells one state of a contact from another. */
export const contactVersion = (contact: ContactEntry): string =>
  versionOf([
    contact.role,
    contact.name,
    contact.channel,
    contact.email,
    contact.phone,
    contact.address,
    contact.language,
    contact.until,
  ])

export const makeSaveContact =
  (store: Pick<RegisterStore, 'change'>, today: () => PlainDate): SaveContact =>
  ({ authority, by, child, contactRef, entry, replaces }) => {
    const what = contactRef === null ? 'added someone around a child' : 'changed someone around a child'
    return changeByHand<ContactProblem>(store, { authority, by, what, registers: [contacts] }, (rows) => {
      const known = rows(contacts).filter((row) => row.child === child)
      const before = known.find((row) => row.contact_ref === contactRef)
      if (contactRef !== null && (!before || rowVersion(before) !== replaces)) {
        return { problems: [{ code: 'changed_meanwhile' }] }
      }
      const others = known.filter((row) => row !== before)
      const problems = contactProblems(entry, others, today())
      const { role } = entry
      if (problems.length > 0 || role === null) return { problems }
      const taken = new Set(known.map((row) => row.contact_ref))
      return {
        rows: [keeping(contacts, rowOf(child, contactRef ?? newContactRef(role, taken), { ...entry, role }))],
      }
    })
  }

type SoundEntry = ContactEntry & { role: ContactRow['role'] }

const rowOf = (child: string, contactRef: string, { address, ...entry }: SoundEntry): ContactRow => ({
  child,
  contact_ref: contactRef,
  ...entry,
  address:
    address === null
      ? null
      : address
          .split(/[\n;]+/)
          .map((line) => line.trim())
          .filter(Boolean)
          .join('; '),
})

const rowVersion = ({ address, ...row }: ContactRow): string =>
  contactVersion({ ...row, address: address === null ? null : address.split(/\s*;\s*/).join('\n') })
