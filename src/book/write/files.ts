import { documentFile } from '../../documents/write/file.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { spreadsheetFile } from '../../platform/spreadsheet.ts'
import type { WrittenBook } from '../app/performanceBook.ts'
import { bookDocument } from '../domain/bookDocument.ts'
import { bookCsv, bookJson } from './data.ts'
import { bookSheets } from './sheets.ts'

/** The formats in which a book can be had. */
export const bookFormats = ['html', 'xlsx', 'ods', 'csv', 'json'] as const

export type BookFormat = (typeof bookFormats)[number]

/** A file of a book, ready to be stored or sent. */
export interface BookFile {
  name: string
  type: string
  content: string | Buffer
}

/** The written book in this format: `performance-book-2023-03.html`. */
export async function bookFile(written: WrittenBook, format: BookFormat, madeOn: PlainDate): Promise<BookFile> {
  const { authority, book, comparators } = written
  const name = `performance-book-${book.month}.${format}`
  switch (format) {
    case 'html':
      return { name, ...(await documentFile(bookDocument(book, { authority, comparators, madeOn }), 'html')) }
    case 'xlsx':
    case 'ods':
      return { name, ...(await spreadsheetFile(`Performance book ${book.month}`, bookSheets(written), format)) }
    case 'csv':
      return { name, type: 'text/csv; charset=utf-8', content: bookCsv(written) }
    case 'json':
      return { name, type: 'application/json', content: bookJson(written) }
  }
}
