import type { Block, Cell, Table } from '../../../documents/block.ts'
import { type Written, type WrittenSection, numberedSections } from '../../../documents/document.ts'
import { wordsParts } from '../../../documents/words.ts'
import { participationCodes } from '../../../children/domain/codes.ts'
import { longDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/words.ts'
import { formats } from '../../../reviews/registers/formats.ts'
import { type Decision, outcomes } from '../../registers/recommendations.ts'
import { modes, permanences } from '../../registers/reviewDetails.ts'
import { isForChild } from '../decisions.ts'
import { type Reader, isReadBy, readers } from '../record.ts'
import { toldInLetter } from './letter.ts'
import type { ReviewWritten } from './reviewWritten.ts'

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
  return {
    title,
    subtitle: `Review held on ${longDate(heldOn)}`,
    issuer,
    subject: title,
    front: [
      ...fact('Child', childName),
      ...fact('Review', review.reviewRef),
      ...fact('Independent reviewing officer', iro),
      ...fact('Written for', reader === 'service' ? null : readers[reader]),
    ],
    sections: numberedSections(sections),
    closing: '',
    isLong: false,
    madeOn: heldOn,
  }
}

/** Who took part, as far as it is recorded. */
function attendance({ review, details, others, sections }: ReviewWritten, reader: Reader): WrittenSection {
  // What is withheld under its heading is withheld here.
  const hasPermanence = sections.every((section) => section.key !== 'permanence' || isReadBy(section, reader))
  const term = (name: string, text: string | null) => (text === null ? [] : [{ term: name, text }])
  const came = (answer: boolean | null) => (answer === null ? null : answer ? 'came' : 'did not come')
  const isYes = (answer: boolean | null) => (answer === null ? null : answer ? 'yes' : 'no')
  const codes: Readonly<Record<string, string>> = participationCodes
  const terms = [
    ...term('How the child took part', review.participation && (codes[review.participation] ?? review.participation)),
    ...term('The child chaired', isYes(review.childChaired)),
    ...term('What the child put on the agenda', details.agenda.length === 0 ? null : listed(details.agenda)),
    ...term('How people met', details.mode === 'NO_MEETING' ? modes.NO_MEETING : review.format && formats[review.format]), // prettier-ignore
    ...term('Interpreter', isYes(details.interpreter)),
    ...term('Social worker', came(review.socialWorkerAttended)),
    ...term('Mother', came(review.motherAttended)),
    ...term('Father', came(review.fatherAttended)),
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

function decisionSections({ decisions, lookedAt }: ReviewWritten, reader: Reader): WrittenSection[] {
  const isChild = reader === 'child'
  const shown = (all: readonly Decision[]) => (isChild ? all.filter((one) => isForChild(one) && one.childWords) : all)
  const words = (decision: Decision) => (isChild ? (toldInLetter(decision) ?? '') : decision.text)
  const now = shown(decisions)
  const before = shown(lookedAt)
  const own: WrittenSection = {
    id: 'decisions',
    number: '',
    title: 'Decisions',
    blocks:
      now.length === 0 ? [{ kind: 'paragraph', text: 'The review made no decisions.' }] : [decisionsTable(now, words)],
  }
  if (before.length === 0) return [own]
  return [own, { id: 'earlier_decisions', number: '', title: 'Earlier decisions looked at', blocks: [outcomesTable(before, words)] }] // prettier-ignore
}

const cell = (text: string): Cell => ({ text, isNumber: false, from: null })

const decisionsTable = (decisions: readonly Decision[], words: (decision: Decision) => string): Table => ({
  kind: 'table',
  caption: 'What is to be done, by whom and by when',
  headings: ['Number', 'What', 'Who', 'By when'],
  rows: decisions.map((decision) => ({
    heading: String(decision.number),
    cells: [
      cell(decision.urgent ? `Urgent: ${words(decision)}` : words(decision)),
      cell(decision.responsible),
      cell(decision.dueOn ? longDate(decision.dueOn) : 'no date'),
    ],
    isTotal: false,
  })),
  notes: [],
})

const outcomesTable = (decisions: readonly Decision[], words: (decision: Decision) => string): Table => ({
  kind: 'table',
  caption: 'What became of decisions of earlier reviews',
  headings: ['Review and number', 'What', 'Outcome'],
  rows: decisions.map((decision) => ({
    heading: `${decision.reviewRef}/${decision.number}`,
    cells: [cell(words(decision)), cell(decision.outcome ? outcomes[decision.outcome] : 'not recorded')],
    isTotal: false,
  })),
  notes: [],
})
