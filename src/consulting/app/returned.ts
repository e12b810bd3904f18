import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import { bookings } from '../../booking/domain/bookings.ts'
import type { DocumentStore } from '../../documents/app/ports.ts'
import type { OtherSubjects } from '../../inviting/app/ports.ts'
import { type Instant, type PlainDate, compareDates, isAfter } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { answerKind, answerRef, takenDown } from '../domain/answerDocument.ts'
import { consultingPermissions } from '../permissions.ts'
import { type Medium, type Party, consultations } from '../registers/consultations.ts'
import type { ShownSubject } from './subject.ts'

/** What is wrong with an answer that came otherwise than by a link. */
export type ReturnedProblem =
  { code: 'party_missing' | 'day_missing' | 'day_in_future' | 'medium_missing' | 'text_missing' } | NotKept

/** Views that came on paper, in an app or in a conversation, as someone writes them down. */
export interface ReturnedEntry {
  party: Party | null
  /** Which contact, where several are of one party, of a subject that is no child; null for the party. */
  contactRef: string | null
  on: PlainDate | null
  medium: Medium | null
  /** What was said; null where only that it came is noted. */
  text: string | null
}

/** Notes that views came, and what was said. Stores nothing unless the list is empty; null where the review is not there. */
export type NoteReturned = (
  asked: Asking & { child: string; reviewRef: string; subject: ShownSubject | null; entry: ReturnedEntry },
) => Promise<readonly ReturnedProblem[] | null>

interface ReturnedDeps extends Changing, Seeing {
  documents: Pick<DocumentStore, 'latest' | 'add'>
  now: () => Instant
  newId: () => string
  otherSubjects: Pick<OtherSubjects, 'registers'>
}

export const makeNoteReturned =
  (deps: ReturnedDeps): NoteReturned =>
  async ({ child, reviewRef, subject, entry, ...asking }) => {
    const seen = subject ?? (await seenChild(deps, asking, consultingPermissions.send, child))
    if (seen === null || bookings(seen.world).get(reviewRef)?.review.child !== child) return null
    const what = 'wrote down views before a review'
    const children = [...(subject?.children ?? [child])]
    const outcome = await changeRecords<ReturnedProblem, { rows: RowToKeep[]; party: Party }, null>(deps, asking, {
      what,
      registers: [reviews, consultations, ...(subject ? deps.otherSubjects.registers : [])],
      decide: (rows) => {
        const { party, on, medium } = entry
        const problems = returnedProblems(entry, deps.today())
        if (problems.length > 0 || party === null || on === null || medium === null) return { problems }
        const sent = rows(consultations)
          .filter((row) => row.reviewRef === reviewRef && row.party === party)
          .sort((a, b) => compareDates(b.sentOn, a.sentOn))
        const open = sent.find((row) => row.returnedOn === null && !isAfter(row.sentOn, on))
        // Someone who was asked in a conversation has answered at once.
        const row = open ?? { reviewRef, party, sentOn: on, returnedOn: null, medium: null }
        return { rows: [keeping(consultations, { ...row, returnedOn: on, medium })], party }
      },
      tell: async (unit, { party }) => {
        if (entry.text === null) return null
        const named = { kind: answerKind.name, ref: answerRef(reviewRef, entry.contactRef ?? party) }
        const latest = await deps.documents.latest(unit, named)
        await deps.documents.add(unit, deps.newId(), {
          ...named,
          title: answerKind.title,
          children,
          parts: takenDown(entry.text),
          copies: [],
          by: { personId: asking.by.personId, name: asking.by.name },
          at: deps.now().toString(),
          replaces: latest && { id: latest.id, at: latest.content.at },
        })
        return null
      },
      logged: () => ({ what, children }),
    })
    return 'problems' in outcome ? outcome.problems : []
  }

const returnedProblems = (
  { party, contactRef, on, medium, text }: ReturnedEntry,
  today: PlainDate,
): ReturnedProblem[] => [
  ...(party === null ? [{ code: 'party_missing' } as const] : []),
  ...(on === null ? [{ code: 'day_missing' } as const] : []),
  ...(on && isAfter(on, today) ? [{ code: 'day_in_future' } as const] : []),
  ...(medium === null ? [{ code: 'medium_missing' } as const] : []),
  // That one of several has answered is known by what they said.
  ...(contactRef !== null && text === null ? [{ code: 'text_missing' } as const] : []),
]
