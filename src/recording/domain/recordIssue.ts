import type { IssueContent, IssuedPart } from '../../documents/issue.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import { type Heading, type Section, allReaders, isReader, readersNamed } from './record.ts'

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

/** The name of the field of a draft that keeps the text under a heading. */
const TEXT_FIELD = /^([a-z][a-z0-9_]{0,59})_text$/

/** The keys of the headings whose texts are among these fields. */
export const headingsNamed = (fields: readonly string[]): string[] =>
  fields.flatMap((field) => TEXT_FIELD.exec(field)?.[1] ?? [])

/**
 * The headings under which a record has something to say: the authority’s, then those that it has dropped since and under
 * which an issue or a draft of this record says something. They have the words that they were issued with.
 */
export function headingsKept(
  headings: readonly Heading[],
  { issue, drafts }: { issue: Pick<IssueContent, 'parts'> | null; drafts: readonly WrittenFields[] },
): (Heading & { isDropped: boolean })[] {
  const issued = new Map(issue?.parts.map(({ id, heading }) => [id, heading]))
  const written = drafts.flatMap((draft) => headingsNamed(Object.keys(draft).filter((field) => draft[field] !== '')))
  const own = new Set(headings.map(({ key }) => key))
  const dropped = [...new Set([...issued.keys(), ...written])].filter((key) => !own.has(key))
  return [
    ...headings.map((heading) => ({ ...heading, isDropped: false })),
    ...dropped.map((key) => ({ key, label: issued.get(key) ?? key.replaceAll('_', ' '), isDropped: true })),
  ]
}

/** Readers in the words of files: `CHILD;PARENT`. */
export const codesOf = (withheldFrom: Section['withheldFrom']): string =>
  withheldFrom.filter(isReader).map((reader) => reader.toUpperCase()).join(';') // prettier-ignore

/** How a draft of a record keeps what stands under a heading. */
export const fieldsOfHeading = (key: string) => ({
  text: `${key}_text`,
  withheldFrom: `${key}_withheld`,
  why: `${key}_why`,
})

/** What a draft of a record says, under these headings. */
export const sectionsWritten = (written: WrittenFields, headings: readonly Heading[]): Section[] =>
  headings.flatMap(({ key, label }) => {
    const fields = fieldsOfHeading(key)
    const text = (written[fields.text] ?? '').trim()
    const withheldFrom = readersNamed((written[fields.withheldFrom] ?? '').split(';'))
    return text === '' ? [] : [{ key, label, text, withheldFrom, whyWithheld: (written[fields.why] ?? '').trim() }]
  })

/** Sections as a draft keeps them. */
export const writtenOf = (sections: readonly Section[]): Record<string, string> =>
  Object.fromEntries(
    sections.flatMap(({ key, text, withheldFrom, whyWithheld }) => {
      const fields = fieldsOfHeading(key)
      return [
        [fields.text, text],
        [fields.withheldFrom, codesOf(withheldFrom)],
        [fields.why, whyWithheld],
      ]
    }),
  )
