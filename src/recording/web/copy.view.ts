import { documentFile } from '../../documents/write/file.ts'
import type { ReadPages } from '../../inviting/web/readByLink.routes.ts'
import { chosenField } from '../../platform/web/forms/choices.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import type { CopyToRead } from '../app/byLink.ts'
import type { ReviewWritten, WrittenKind } from '../domain/written/reviewWritten.ts'
import { writtenFor } from '../domain/written/written.ts'
import type { Distribution } from '../registers/distributions.ts'
import type { WrittenOf } from '../services.ts'

const form = formOf({
  format: chosenField(
    [
      { value: 'html', text: 'Web page' },
      { value: 'docx', text: 'Word' },
      { value: 'pdf', text: 'PDF' },
      { value: 'txt', text: 'Plain text' },
    ],
    'html',
  ),
})

const kindOf: Readonly<Record<Distribution['document'], WrittenKind>> = {
  DECISIONS: 'decisions',
  RECORD: 'record',
  CHILD_LETTER: 'letter',
  EASY_READ: 'easy-read',
}

/** The page by which someone reads their copy of what was written after a review. `issuedOf`: what was issued alone. */
export const copyPages = (issuedOf: WrittenOf): ReadPages<CopyToRead> => ({
  path: 'copies',
  closedTitle: 'Something from a review for you to read',
  closed: {
    template: 'recording/web/copyClosed.njk',
    page: (_, sent) => ({ openText: 'Download it', format: form.shown(form.read(sent).typed).fields.format }),
  },
  file: async ({ reviewRef, document, reader }, sent, { authority }) => {
    const issued = await issuedOf(authority, reviewRef)
    // Where the letter was taken back or never approved here, the link leads to nothing.
    if (!isIssued(issued, document)) return null
    const format = form.read(sent).typed.format
    const kind = kindOf[document]
    return { name: `${kind}.${format}`, ...(await documentFile(writtenFor(issued, kind, reader), format)) }
  },
})

/** Whether the words that a copy is made of were issued. */
const isIssued = ({ letters }: ReviewWritten, document: Distribution['document']): boolean =>
  document === 'CHILD_LETTER' ? letters.letter !== null : document === 'EASY_READ' ? letters.easyRead !== null : true
