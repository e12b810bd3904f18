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
import { isKeptFrom, toldInLetter } from './letter.ts'
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

/**
 * The decisions that a reader is told of. The child reads those for the child in the words for the child, counted anew, so
 * that no gap tells of another. Nobody reads a decision that quotes what is withheld from them.
 */
function decisionsTold(written: ReviewWritten, all: readonly Decision[], reader: Reader): Told[] {
  if (reader !== 'child')
    return all
      .filter(({ text, responsible }) => !isKeptFrom(written, `${text}\n${responsible}`, reader))
      .map((decision) => ({ decision, name: String(decision.number), words: decision.text }))
  return all
    .filter(isForChild)
    .flatMap((decision) => {
      const words = toldInLetter(decision)
      return words === null ? [] : [{ decision, words }]
    })
    .map((told, at) => ({ ...told, name: String(at + 1) }))
}

interface Told {
  decision: Decision
  name: string
  words: string
}

function decisionSections(written: ReviewWritten, reader: Reader): WrittenSection[] {
  const now = decisionsTold(written, written.decisions, reader)
  const before = decisionsTold(written, written.lookedAt, reader)
  const none = reader === 'child' ? 'There are no new things on your list this time.' : 'The review made no decisions.'
  const own: WrittenSection = {
    id: 'decisions',
    number: '',
    title: 'Decisions',
    blocks: now.length === 0 ? [{ kind: 'paragraph', text: none }] : [decisionsTable(now)],
  }
  if (before.length === 0) return [own]
  const looked =
    reader === 'child'
      ? before
      : before.map((told) => ({ ...told, name: `${told.decision.reviewRef}/${told.decision.number}` }))
  return [own, { id: 'earlier_decisions', number: '', title: 'Earlier decisions looked at', blocks: [outcomesTable(looked, reader)] }] // prettier-ignore
}

const cell = (text: string): Cell => ({ text, isNumber: false, from: null })

const decisionsTable = (told: readonly Told[]): Table => ({
  kind: 'table',
  caption: 'What is to be done, by whom and by when',
  headings: ['Number', 'What', 'Who', 'By when'],
  rows: told.map(({ decision, name, words }) => ({
    heading: name,
    cells: [
      cell(decision.urgent ? `Urgent: ${words}` : words),
      cell(decision.responsible),
      cell(decision.dueOn ? longDate(decision.dueOn) : 'no date'),
    ],
    isTotal: false,
  })),
  notes: [],
})

const outcomesTable = (told: readonly Told[], reader: Reader): Table => ({
  kind: 'table',
  caption: 'What became of decisions of earlier reviews',
  headings: [reader === 'child' ? 'Number' : 'Review and number', 'What', 'Outcome'],
  rows: told.map(({ decision, name, words }) => ({
    heading: name,
    cells: [cell(words), cell(decision.outcome ? outcomes[decision.outcome] : 'not recorded')],
    isTotal: false,
  })),
  notes: [],
})
