import type { Look, Written } from '../../../documents/document.ts'
import type { Reader } from '../record.ts'
import { decisionsDocument, recordDocument } from './adults.ts'
import { easyReadDocument, letterDocument } from './letter.ts'
import type { ReviewWritten, WrittenKind } from './reviewWritten.ts'

/** For whom each is meant unless someone says otherwise. */
export const meantFor = {
  decisions: 'service',
  record: 'service',
  letter: 'child',
  'easy-read': 'child',
} as const satisfies Record<WrittenKind, Reader>

/** What is written after a review, for a reader: without what is withheld from them. */
export function writtenFor(written: ReviewWritten, kind: WrittenKind, reader: Reader, look?: Look): Written {
  const document = usualFor(written, kind, reader)
  return look ? { ...document, look } : document
}

function usualFor(written: ReviewWritten, kind: WrittenKind, reader: Reader): Written {
  switch (kind) {
    case 'decisions':
      return decisionsDocument(written, reader)
    case 'record':
      return recordDocument(written, reader)
    case 'letter':
      return letterDocument(written, reader)
    case 'easy-read':
      return easyReadDocument(written, reader)
  }
}
