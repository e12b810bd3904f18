import { childrenRegister } from '../../children/registers/children.ts'
import { family } from '../../children/registers/family.ts'
import type { DocumentStore } from '../../documents/app/ports.ts'
import { officers } from '../../officers/registers/officers.ts'
import { childNamesIn } from '../../participation/domain/childNames.ts'
import { contactRoles, contacts } from '../../participation/registers/contacts.ts'
import type { StoredRows } from '../../registers/register.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import type { Settings } from '../../settings/settings.ts'
import { decisionsOfReview } from '../domain/decisions.ts'
import { EASY_READ_KIND, LETTER_FIELD, LETTER_KIND } from '../domain/kinds.ts'
import { headingsKept, inOrder, sectionsOf, sectionsWritten } from '../domain/recordIssue.ts'
import { RECORD_KIND } from '../domain/kinds.ts'
import { ownPictureKind, ownPictures } from '../domain/ownPictures.ts'
import type { Section } from '../domain/record.ts'
import type { ReviewWritten } from '../domain/written/reviewWritten.ts'
import { attendance } from '../registers/attendance.ts'
import { recommendations } from '../registers/recommendations.ts'
import { blankDetails, reviewDetails } from '../registers/reviewDetails.ts'
import { headingsOf } from '../settings.ts'

/** What is kept of the texts of a review. */
export interface TextsKept {
  sections: readonly Section[]
  letters: ReviewWritten['letters']
  pictures: ReviewWritten['pictures']
}

/** Why nothing is written of a review. */
export type NotWritten = 'unknown' | 'not_held'

/**
 * The texts of a review as they are kept: those being written where there are any, the latest saved; otherwise those issued
 * last. Those that are being written leave nowhere: copies are made of what was issued (`isIssuedAlone`).
 */
export async function textsKept(
  documents: Pick<DocumentStore, 'drafts' | 'issues' | 'latestOfKind'>,
  authority: string,
  reviewRef: string,
  settings: Settings,
  { isIssuedAlone = false } = {},
): Promise<TextsKept> {
  const headings = headingsOf(settings)
  const of = async (kind: string) => {
    const document = { kind, ref: reviewRef }
    const [drafts, issues] = await Promise.all([
      documents.drafts(authority, document),
      documents.issues(authority, document),
    ])
    return { draft: isIssuedAlone ? null : (drafts[0]?.written ?? null), issue: issues[0]?.content ?? null }
  }
  const [record, letter, easyRead, pictures] = await Promise.all([
    of(RECORD_KIND),
    of(LETTER_KIND),
    of(EASY_READ_KIND),
    documents.latestOfKind(authority, ownPictureKind.name),
  ])
  const all = headingsKept(headings, { issue: record.issue, drafts: record.draft ? [record.draft] : [] })
  const sections = record.draft ? sectionsWritten(record.draft, all) : record.issue ? sectionsOf(record.issue) : []
  const words = ({ draft, issue }: Awaited<ReturnType<typeof of>>) =>
    draft?.[LETTER_FIELD] ?? issue?.parts[0]?.fields[0]?.text ?? null
  return {
    sections: inOrder(sections, headings),
    letters: { letter: words(letter), easyRead: words(easyRead) },
    pictures: ownPictures(pictures),
  }
}

/** All that is written after a review is made of, from rows of registers and the texts that are kept. */
export function reviewWritten(
  stored: StoredRows,
  reviewRef: string,
  { sections, letters, pictures }: TextsKept,
  { issuer, settings }: { issuer: string; settings: Settings },
): ReviewWritten | NotWritten {
  const review = reviews.rowsIn(stored).find((one) => one.reviewRef === reviewRef)
  if (!review) return 'unknown'
  if (review.status !== 'HELD' || !review.heldOn) return 'not_held'
  const all = recommendations.rowsIn(stored)
  const name = childNamesIn(stored).get(review.child)?.full ?? null
  const row = childrenRegister.rowsIn(stored).find(({ child }) => child === review.child)
  const details = reviewDetails.rowsIn(stored).find((one) => one.reviewRef === reviewRef) ?? blankDetails(reviewRef)
  const around = contacts.rowsIn(stored).filter(({ child }) => child === review.child)
  const iro = officers.rowsIn(stored).find(({ officerId }) => officerId === review.officerId)?.name ?? null
  return {
    issuer,
    review,
    details,
    others: attendance.rowsIn(stored).flatMap((one) => {
      if (one.reviewRef !== reviewRef) return []
      const contact = around.find(({ contactRef }) => contactRef === one.person)
      return [{ who: contact ? contactRoles[contact.role] : one.person, came: one.came }]
    }),
    heldOn: review.heldOn,
    childName: name,
    knownAs: row?.knownAs ?? name?.split(' ')[0] ?? null,
    iro,
    decisions: decisionsOfReview(all, reviewRef),
    lookedAt: all.filter((decision) => decision.lookedAtIn === reviewRef),
    sections,
    letters,
    otherNames: namesOfOthers(stored, review, iro),
    pictures,
    settings,
  }
}

/** Those around the child, brothers and sisters, and the service’s other officers, by name. */
function namesOfOthers(stored: StoredRows, { child }: RegisterReviewFact, iro: string | null): string[] {
  const names = childNamesIn(stored)
  const relatives = family.rowsIn(stored).flatMap((tie) => {
    if (tie.child === child) return [tie.relative]
    return tie.relative === child ? [tie.child] : []
  })
  return [
    ...contacts.rowsIn(stored).flatMap((one) => (one.child === child && one.role !== 'CHILD' ? [one.name] : [])),
    ...relatives.flatMap((relative) => names.get(relative)?.full ?? []),
    ...officers.rowsIn(stored).map((officer) => officer.name).filter((officer) => officer !== iro),
  ] // prettier-ignore
}
