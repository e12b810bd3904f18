import { instant, date, longDate } from '../kernel/dates.ts'
import { localOf } from '../kernel/localTimes.ts'
import { listed } from '../kernel/words.ts'
import { type Written, type WrittenSection, numberedSections } from './document.ts'
import type { Block } from './block.ts'
import { wordsParts } from './words.ts'
import type { IssueContent, IssuedField, IssuedPart } from './issue.ts'

/** What the head of a document says of an issue besides what it says. */
export interface IssueHead {
  issuer: string
  subtitle: string
  /** SHA-256 of the issue, in hexadecimal. */
  fingerprint: string
}

/** Thrown where someone's copy is asked for to whom the issue was not given. */
export class NotARecipient extends Error {
  override readonly name = 'NotARecipient'
  constructor() {
    super('the issue was not given to this recipient')
  }
}

/**
 * What a recipient is given: the issue without what was left out for them, and without a word of that, since that there
 * is something can be what they must not know. Throws `NotARecipient`.
 */
export function copyOf(issue: IssueContent, recipient: string, head: IssueHead): Written {
  const copy = issue.copies.find(({ ref }) => ref === recipient)
  if (!copy) throw new NotARecipient()
  const parts = issue.parts.filter(({ id }) => !copy.withheld.some(({ part }) => part === id))
  return documentOf(issue, parts, head, { fact: { label: 'For', text: copy.name }, sections: [] })
}

/** All that was issued, with who was given it and what was left out for whom: for those who may read all of it. */
export const wholeOf = (issue: IssueContent, head: IssueHead): Written =>
  documentOf(issue, issue.parts, head, { fact: null, sections: [recipientsOf(issue)] })

function documentOf(
  issue: IssueContent,
  parts: readonly IssuedPart[],
  { issuer, subtitle, fingerprint }: IssueHead,
  { fact, sections }: { fact: { label: string; text: string } | null; sections: readonly WrittenSection[] },
): Written {
  const { title, by, at, replaces } = issue
  return {
    title,
    subtitle,
    issuer,
    subject: subtitle,
    front: [
      ...(fact ? [fact] : []),
      { label: 'Issued on', text: dayInWords(at) },
      { label: 'Issued by', text: by.name },
      ...(replaces ? [{ label: 'Corrects', text: `what was issued on ${dayInWords(replaces.at)}` }] : []),
      { label: 'Fingerprint', text: fingerprint.slice(0, FINGERPRINT_SHOWN) },
    ],
    sections: numberedSections([...parts.map(sectionOf), ...sections]),
    closing: '',
    isLong: false,
    madeOn: dayOf(at),
  }
}

/** Enough to tell any two issues apart. */
const FINGERPRINT_SHOWN = 16

const dayOf = (at: string) => localOf(instant(at)).day
const dayInWords = (at: string): string => longDate(dayOf(at))

const sectionOf = ({ id, heading, fields }: IssuedPart): WrittenSection => ({
  id,
  number: '',
  title: heading,
  blocks: fields.flatMap(blocksOf),
})

function blocksOf({ label, kind, text }: IssuedField): Block[] {
  const shown = kind === 'date' ? longDate(date(text)) : text
  if (kind === 'text') {
    const heading: Block[] = label === '' ? [] : [{ kind: 'heading', text: label }]
    return [...heading, ...wordsParts(shown)]
  }
  return label === ''
    ? [{ kind: 'paragraph', text: shown }]
    : [{ kind: 'terms', heading: null, terms: [{ term: label, text: shown }] }]
}

function recipientsOf({ copies, parts }: IssueContent): WrittenSection {
  const heading = (part: string) => parts.find(({ id }) => id === part)?.heading ?? part
  const words = (text: string) => ({ text, isNumber: false, from: null })
  return {
    id: 'recipients',
    number: '',
    title: 'Who was given this',
    blocks: [
      {
        kind: 'table',
        caption: 'Recipients, and what was left out for them',
        headings: ['Name', 'As', 'Left out', 'Why'],
        rows: copies.map(({ name, readerInWords, withheld }) => ({
          heading: name,
          cells: [
            words(readerInWords),
            words(withheld.length === 0 ? 'nothing' : listed(withheld.map(({ part }) => heading(part)))),
            words([...new Set(withheld.map(({ why }) => why))].join('; ') || '–'),
          ],
          isTotal: false,
        })),
        notes: [],
      },
    ],
  }
}
