import type { IssueContent, IssuedPart } from '../../documents/issue.ts'
import { type Heading, type Section, allReaders, isReader } from './record.ts'

/** The kind of document that the record of a review is. Kept with each, and so never changed. */
export const RECORD_KIND = 'review_record'

/** What a part of an issued record says, as a section. */
export function sectionOf({ id, heading, readers, whyWithheld, fields }: IssuedPart): Section {
  return {
    key: id,
    label: heading,
    text: fields.map(({ text }) => text).join('\n\n'),
    withheldFrom: allReaders.filter((reader) => !readers.includes(reader)),
    whyWithheld: whyWithheld ?? '',
  }
}

/** The sections of an issued record. */
export const sectionsOf = ({ parts }: Pick<IssueContent, 'parts'>): Section[] => parts.map(sectionOf)

/** A section as a part of an issued record. */
export const partOf = ({ key, label, text, withheldFrom, whyWithheld }: Section): IssuedPart => ({
  id: key,
  heading: label,
  readers: allReaders.filter((reader) => !withheldFrom.includes(reader)),
  ...(whyWithheld !== '' && { whyWithheld }),
  fields: [{ label: '', kind: 'text', text }],
})

/** Sections in the order of the authority’s headings, those of headings that it has no more at the end. */
export function inOrder(sections: readonly Section[], headings: readonly Heading[]): Section[] {
  const place = ({ key }: Section) => {
    const at = headings.findIndex((heading) => heading.key === key)
    return at === -1 ? headings.length : at
  }
  return sections.toSorted((a, b) => place(a) - place(b))
}

/** Readers in the words of files: `CHILD;PARENT`. */
export const codesOf = (withheldFrom: Section['withheldFrom']): string =>
  withheldFrom.filter(isReader).map((reader) => reader.toUpperCase()).join(';') // prettier-ignore
