import type { Written } from '../document.ts'
import { documentHtml } from './html/html.ts'
import { documentText } from './text.ts'

/** The formats in which every document can be had; also the ends of their files' names. */
export const documentFormats = ['html', 'docx', 'pdf', 'txt'] as const

export type DocumentFormat = (typeof documentFormats)[number]

/** A file's content, and what it is to browsers. */
export interface DocumentFile {
  type: string
  content: string | Buffer
}

/** The document in this format. Throws `Refusal` as `documentPdf` does. Word and PDF are large to load: only where asked for. */
export async function documentFile(document: Written, format: DocumentFormat): Promise<DocumentFile> {
  switch (format) {
    case 'html':
      return { type: 'text/html; charset=utf-8', content: documentHtml(document) }
    case 'docx': {
      const { documentWord } = await import('./word/document.ts')
      return { type: WORD, content: await documentWord(document) }
    }
    case 'pdf': {
      const { documentPdf } = await import('./pdf/document.ts')
      return { type: 'application/pdf', content: await documentPdf(document) }
    }
    case 'txt':
      return { type: 'text/plain; charset=utf-8', content: documentText(document) }
  }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
