import type { IssueContent } from '../../../documents/issue.ts'
import { type Written, numberedSections } from '../../../documents/document.ts'
import { wordsParts } from '../../../documents/words.ts'
import { longDate } from '../../../kernel/dates.ts'
import { type LanguageCode, isLanguage, languages, madeByInWords } from '../languages.ts'
import type { ReviewWritten } from './reviewWritten.ts'

/** A letter in another language, as a person has approved it. */
export interface Translation {
  language: LanguageCode
  madeBy: keyof typeof madeByInWords
  words: string
}

/** What an issued translation says; null for what is none. */
export function translationIn({ parts }: Pick<IssueContent, 'parts'>): Translation | null {
  const fields = parts.flatMap((part) => part.fields)
  const said = (label: string) => fields.find((field) => field.label === label)?.text ?? ''
  const language = said('language')
  if (!isLanguage(language)) return null
  return { language, madeBy: said('made by') === 'machine' ? 'machine' : 'person', words: said('words') }
}

/** A translation as a document, marked as made by a machine or a person. */
export function translationDocument(
  { issuer, heldOn }: Pick<ReviewWritten, 'issuer' | 'heldOn'>,
  { language, madeBy, words }: Translation,
): Written {
  const { name, isRightToLeft } = languages[language]
  return {
    title: `Your review, in ${name}`,
    subtitle: longDate(heldOn),
    issuer,
    subject: 'Your review',
    front: [{ label: 'Translation', text: madeByInWords[madeBy] }],
    sections: numberedSections([{ id: 'letter', number: '', title: 'Your letter', blocks: wordsParts(words) }]),
    closing: '',
    isLong: false,
    language: { code: language, isRightToLeft },
    madeOn: heldOn,
  }
}
