import type { IssueContent } from './issue.ts'
import { type DocumentKind, documentKind } from './kind.ts'
import type { OwnPicture } from './pictures.ts'

/** A picture that someone brought in, kept as a document: its file and its words. */
export const pictureKind = (name: string, title: string, called: string): DocumentKind =>
  documentKind({
    name,
    title,
    called,
    readers: { everyone: 'Everyone' },
    parts: [
      {
        id: 'picture',
        heading: title,
        fields: [
          { id: 'type', label: 'type', kind: 'line', isMandatory: true, most: 20 },
          { id: 'base64', label: 'base64', kind: 'line', isMandatory: false, most: 300_000 },
          { id: 'alt', label: 'alt', kind: 'line', isMandatory: false, most: 200 },
        ],
        readers: ['everyone'],
        whyWithheld: '',
      },
    ],
    settles: [],
  })

/** The type of a picture that was taken away again: its document says so, since what was issued stays. */
export const NO_PICTURE = 'none'

/** What a picture is written as. */
export const pictureFields = (picture: OwnPicture | null): Record<string, string> =>
  picture === null ? { type: NO_PICTURE } : { type: picture.type, base64: picture.base64, alt: picture.alt }

/** The picture of an issue; null where it was taken away. */
export function pictureIn({ content }: { content: Pick<IssueContent, 'parts'> }): OwnPicture | null {
  const fields = content.parts.flatMap((part) => part.fields)
  const said = (label: string) => fields.find((field) => field.label === label)?.text ?? ''
  const type = said('type')
  if (type !== 'image/png' && type !== 'image/jpeg') return null
  return { type, base64: said('base64'), alt: said('alt') }
}
