import { type DocumentKind, type DocumentPart, type WrittenFields, fieldsOf, isDay } from './kind.ts'

/** What is to be left out for someone although their kind of reader may read it, and why. */
export interface Withheld {
  /** The part, by id. */
  part: string
  why: string
}

/** Whom an issue is to be given to. */
export interface Recipient {
  /** Who they are among the issue's recipients: the reference of a contact. */
  ref: string
  name: string
  /** What they are, of the kind's readers. */
  reader: string
  withheld: readonly Withheld[]
}

/** Someone who was given an issue, and what of it they were not. */
export interface Copy extends Recipient {
  /** In the words of the kind when it was issued. */
  readerInWords: string
}

/** A field of an issue that says something. */
export interface IssuedField {
  label: string
  kind: 'text' | 'line' | 'date'
  text: string
}

export interface IssuedPart {
  id: string
  heading: string
  /** The readers who may read it, as the kind had it. */
  readers: readonly string[]
  /** Why the others may not; left out where all may, or where nobody said. */
  whyWithheld?: string | undefined
  fields: readonly IssuedField[]
}

/** An issue that another one names: which, and when it was issued. */
export interface IssueNamed {
  id: string
  /** UTC: `2023-07-03T09:30:00Z`. */
  at: string
}

/** All that an issue says. It needs its kind no more: words of the kind that change later change nothing of it. */
export interface IssueContent {
  kind: string
  title: string
  /** What it is about, by the name that its room gives it. */
  ref: string
  /** The children it is about. */
  children: readonly string[]
  parts: readonly IssuedPart[]
  copies: readonly Copy[]
  by: { personId: string; name: string }
  /** UTC: `2023-07-03T09:30:00Z`. */
  at: string
  /** The issue that this one corrects; null for the first. */
  replaces: IssueNamed | null
}

/** Why something can't be issued as it is. */
export type IssueProblem =
  | { code: 'field_missing' | 'field_too_long' | 'field_no_date'; field: string }
  | { code: 'no_recipient' }
  | { code: 'recipient_twice' | 'reader_unknown'; recipient: string }
  | { code: 'part_unknown' | 'withheld_without_why'; recipient: string; part: string }

/** What is wrong with what is written and with whom it is to be given to; nothing where it may be issued. */
export function issueProblems(
  kind: DocumentKind,
  written: WrittenFields,
  recipients: readonly Recipient[],
): IssueProblem[] {
  const none: IssueProblem[] = recipients.length === 0 ? [{ code: 'no_recipient' }] : []
  return [
    ...none,
    ...fieldProblems(kind, written),
    ...recipients.flatMap((one, index) => recipientProblems(kind, one, recipients.slice(0, index))),
  ]
}

function fieldProblems(kind: DocumentKind, written: WrittenFields): IssueProblem[] {
  return fieldsOf(kind).flatMap(({ id, isMandatory, most, kind: fieldKind }): IssueProblem[] => {
    const text = textOf(written, id)
    if (text === '') return isMandatory ? [{ code: 'field_missing', field: id }] : []
    if (text.length > most) return [{ code: 'field_too_long', field: id }]
    return fieldKind === 'date' && !isDay(text) ? [{ code: 'field_no_date', field: id }] : []
  })
}

function recipientProblems(kind: DocumentKind, one: Recipient, before: readonly Recipient[]): IssueProblem[] {
  const { ref: recipient, reader, withheld } = one
  const isTwice = before.some(({ ref }) => ref === recipient)
  return [
    ...(isTwice ? [{ code: 'recipient_twice' as const, recipient }] : []),
    ...(Object.hasOwn(kind.readers, reader) ? [] : [{ code: 'reader_unknown' as const, recipient }]),
    ...withheld.flatMap(({ part, why }): IssueProblem[] => {
      if (!kind.parts.some(({ id }) => id === part)) return [{ code: 'part_unknown', recipient, part }]
      return why.trim() === '' ? [{ code: 'withheld_without_why', recipient, part }] : []
    }),
  ]
}

const textOf = (written: WrittenFields, field: string): string => (written[field] ?? '').trim()

/** What is issued of what is written: parts and fields that say something, and each recipient's copy. */
export function issuedOf(
  kind: DocumentKind,
  written: WrittenFields,
  recipients: readonly Recipient[],
): Pick<IssueContent, 'kind' | 'title' | 'parts' | 'copies'> {
  const parts = kind.parts.map((part) => issuedPart(part, written)).filter(({ fields }) => fields.length > 0)
  return { kind: kind.name, title: kind.title, parts, copies: recipients.map((one) => copyFor(kind, one, parts)) }
}

const issuedPart = (
  { id, heading, readers, whyWithheld, fields }: DocumentPart,
  written: WrittenFields,
): IssuedPart => ({
  id,
  heading,
  readers: [...readers],
  ...(whyWithheld !== '' && { whyWithheld }),
  fields: fields
    .map((field) => ({ label: field.label, kind: field.kind, text: textOf(written, field.id) }))
    .filter(({ text }) => text !== ''),
})

/** Of what is issued, what this recipient is not given: by what they are, and as the person who issues it decides. */
function copyFor(kind: DocumentKind, recipient: Recipient, issued: readonly IssuedPart[]): Copy {
  const byKind = kind.parts
    .filter(({ readers }) => !readers.includes(recipient.reader))
    .map(({ id, whyWithheld }): Withheld => ({ part: id, why: whyWithheld }))
  const byDecision = recipient.withheld.filter(({ part }) => !byKind.some((one) => one.part === part))
  const says = (part: string) => issued.some(({ id }) => id === part)
  return {
    ref: recipient.ref,
    name: recipient.name,
    reader: recipient.reader,
    readerInWords: kind.readers[recipient.reader] ?? recipient.reader,
    withheld: [...byKind, ...byDecision].filter(({ part }) => says(part)).map(({ part, why }) => ({ part, why })),
  }
}
