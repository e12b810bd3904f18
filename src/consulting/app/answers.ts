import type { Asking } from '../../access/app/asking.ts'
import type { Documents } from '../../access/app/documents.ts'
import { may } from '../../access/domain/actor.ts'
import type { World } from '../../children/domain/world.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { recordsOf } from '../../world/world.ts'
import { type ReaderChosen, answerKind, answerRef, readableParts } from '../domain/answerDocument.ts'
import { consultingPermissions } from '../permissions.ts'
import { parties } from '../registers/consultations.ts'
import { type ShownSubject, personInWords } from './subject.ts'

/** What someone said before a review, as far as the user may read it. */
export interface AnswersRead {
  /** The contact, or the party where someone took it down for one. */
  ref: string
  /** Who: `Ms Osei, mother`. */
  who: string
  isChild: boolean
  /** When it was said, in UTC. */
  at: string
  title: string
  parts: readonly { id: string; heading: string; text: string; picture: string | null }[]
  /** Whether there is nothing that only others may read. */
  isWhole: boolean
}

/** Reads what was said before a review, the child’s first; logged. Nothing where the user may not see the child. */
export type ReadAnswers = (
  asking: Asking,
  world: World,
  about: {
    child: string
    reviewRef: string
    subject: ShownSubject | null
    /** For whom, where that is not the user: everyone, of what a record begins with. */
    reader?: ReaderChosen
  },
) => Promise<AnswersRead[]>

export const makeReadAnswers =
  (documents: Pick<Documents, 'issues'>): ReadAnswers =>
  async (asking, world, { child, reviewRef, subject, reader: wanted }) => {
    const own = subject || may(asking.by, consultingPermissions.readAll) ? 'iro' : 'worker'
    const reader = wanted ?? own
    const permission = subject?.readBy ?? consultingPermissions.read
    const around = contactsOf(recordsOf(world, contacts), child).map((contact) => ({
      ref: contact.contactRef,
      who: personInWords(subject, contact),
      isChild: contact.role === 'CHILD',
    }))
    const taken = Object.entries(parties).map(([party, words]) => ({
      ref: party,
      who: words,
      isChild: party === 'CHILD',
    }))
    const found = await Promise.all(
      [...around, ...taken].map(async ({ ref, ...who }) => {
        const named = { kind: answerKind.name, ref: answerRef(reviewRef, ref) }
        const issues = await documents.issues(asking, {
          ...named,
          children: subject?.children ?? [child],
          permission,
        })
        const [latest] = issues ?? []
        if (!latest) return []
        const { at, title } = latest.content
        return [{ ref, ...who, at, title, ...readableParts(latest.content, reader) }]
      }),
    )
    return found.flat().sort((a, b) => Number(b.isChild) - Number(a.isChild))
  }
