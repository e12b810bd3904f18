import type { Block } from '../../../documents/block.ts'
import { type Written, type WrittenSection, numberedSections } from '../../../documents/document.ts'
import { wordsParts } from '../../../documents/words.ts'
import { participationCodes } from '../../../children/domain/codes.ts'
import { longDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/words.ts'
import { formats } from '../../../reviews/registers/formats.ts'
import { modes, permanences } from '../../registers/reviewDetails.ts'
import { type Reader, isReadBy, readers } from '../record.ts'
import type { ReviewWritten } from './reviewWritten.ts'
import { decisionSections } from './decisionTables.ts'

/** The decisions of a review as a document. The child reads those that are for the child, in the words for the child. */
export const decisionsDocument = (written: ReviewWritten, reader: Reader): Written =>
  asDocument(written, reader, 'Decisions of the review', [...decisionSections(written, reader)])

/** The record of a review as a document for this reader, without what is withheld from them, nor a word of that. */
export function recordDocument(written: ReviewWritten, reader: Reader): Written {
  const sections = written.sections
    .filter((section) => section.text.trim() !== '' && isReadBy(section, reader))
    .map(({ key, label, text }): WrittenSection => ({ id: `heading_${key}`, number: '', title: label, blocks: wordsParts(text) })) // prettier-ignore
  return asDocument(written, reader, 'Record of the review', [
    attendance(written, reader),
    ...sections,
    ...decisionSections(written, reader),
  ])
}

function asDocument(
  { issuer, review, heldOn, childName, iro }: ReviewWritten,
  reader: Reader,
  title: string,
  sections: readonly WrittenSection[],
): Written {
  const fact = (label: string, text: string | null) => (text === null ? [] : [{ label, text }])
  const writtenFor = reader === 'service' ? null : reader === 'child' ? 'You' : readers[reader]
  return {
    title,
    subtitle: `Review held on ${longDate(heldOn)}`,
    issuer,
    subject: title,
    front: [
      ...fact(reader === 'child' ? 'Your name' : 'Child', childName),
      ...fact('Review', review.reviewRef),
      ...fact('Independent reviewing officer', iro),
      ...fact('Written for', writtenFor),
    ],
    sections: numberedSections(sections),
    closing: '',
    isLong: false,
    madeOn: heldOn,
  }
}

/** How the child took part, in words for the child. */
const tookPart: Readonly<Record<string, string>> = {
  PN0: 'You were under 4',
  PN1: 'You were there and spoke for yourself',
  PN2: 'You were there, and someone spoke for you',
  PN3: 'You were there and showed what you think',
  PN4: 'You were there',
  PN5: 'You were not there, and someone spoke for you',
  PN6: 'You were not there, and sent what you think',
  PN7: 'You were not there',
}

/** Who took part, as far as it is recorded. */
function attendance({ review, details, others, sections }: ReviewWritten, reader: Reader): WrittenSection {
  // What is withheld under its heading is withheld here.
  const hasPermanence = sections.every((section) => section.key !== 'permanence' || isReadBy(section, reader))
  const term = (name: string, text: string | null) => (text === null ? [] : [{ term: name, text }])
  const came = (answer: boolean | null) => (answer === null ? null : answer ? 'Came' : 'Did not come')
  const isYes = (answer: boolean | null) => (answer === null ? null : answer ? 'Yes' : 'No')
  const isChild = reader === 'child'
  const codes: Readonly<Record<string, string>> = isChild ? tookPart : participationCodes
  const terms = [
    ...term(isChild ? 'How you took part' : 'How the child took part', review.participation && (codes[review.participation] ?? review.participation)), // prettier-ignore
    ...term(isChild ? 'You led all or part of it' : 'The child chaired', isYes(review.childChaired)),
    ...term(isChild ? 'What you wanted to talk about' : 'What the child put on the agenda', details.agenda.length === 0 ? null : listed(details.agenda)), // prettier-ignore
    ...term('How people met', details.mode === 'NO_MEETING' ? modes.NO_MEETING : review.format && formats[review.format]), // prettier-ignore
    ...term('Interpreter', isYes(details.interpreter)),
    ...term(isChild ? 'Your social worker' : 'Social worker', came(review.socialWorkerAttended)),
    ...term(isChild ? 'Your mother' : 'Mother', came(review.motherAttended)),
    ...term(isChild ? 'Your father' : 'Father', came(review.fatherAttended)),
    ...others.flatMap(({ who, came: isThere }) => term(who, came(isThere))),
    ...term('The IRO agrees to the plan', isYes(review.planAgreed)),
    ...(hasPermanence ? permanenceTerms(details) : []),
  ]
  const blocks: Block[] =
    terms.length === 0 ? [{ kind: 'paragraph', text: 'Who took part is not recorded.' }] : [{ kind: 'terms', heading: null, terms }] // prettier-ignore
  return { id: 'attendance', number: '', title: 'Who took part', blocks }
}

function permanenceTerms({ permanenceFor, permanenceOf, ratifiedOn }: ReviewWritten['details']) {
  return [
    ...(permanenceFor ? [{ term: 'Plan for permanence', text: permanences[permanenceFor] }] : []),
    ...(permanenceOf ? [{ term: 'Plan of permanence', text: permanences[permanenceOf] }] : []),
    ...(ratifiedOn ? [{ term: 'Ratified on', text: longDate(ratifiedOn) }] : []),
  ]
}
