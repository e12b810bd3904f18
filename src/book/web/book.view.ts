import { documentView } from '../../documents/write/html/html.ts'
import { type PlainDate, addMonths, isAfter } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { WrittenBook } from '../app/performanceBook.ts'
import { bookDocument } from '../domain/bookDocument.ts'
import { monthInWords, monthText, parseMonth } from '../domain/windows.ts'
import { type BookFormat, bookFormats } from '../write/files.ts'

const formatNames: Readonly<Record<BookFormat, string>> = {
  html: 'As a web page in one file (HTML)',
  xlsx: 'As an Excel workbook',
  ods: 'As an OpenDocument spreadsheet',
  csv: 'As CSV',
  json: 'As JSON, with definitions',
}

/** The months around one, to go to. */
function monthLinks(month: PlainDate, code: string, today: PlainDate) {
  return [-1, 1]
    .map((step) => addMonths(month, step))
    .filter((one) => !isAfter(one, today))
    .map((one) => ({ text: monthInWords(one), href: authorityPath(code, 'book', monthText(one)) }))
}

/** All that book.njk shows. */
export function bookPage({ authority, book, comparators }: WrittenBook, code: string, today: PlainDate) {
  const month = book.windows[0]?.firstDay ?? book.asAt
  const document = bookDocument(book, { authority, comparators, madeOn: today })
  return {
    title: document.title,
    front: document.front.map(({ label, text }) => ({ key: { text: label }, value: { text } })),
    book: documentView(document),
    months: monthLinks(month, code, today),
    downloads: bookFormats.map((format) => ({
      text: formatNames[format],
      href: authorityPath(code, 'book', book.month, 'download', format),
    })),
  }
}

/** All that noBook.njk shows, of a month of which nothing is known. */
export function noBookPage(text: string) {
  const month = parseMonth(text)
  return { title: `Performance book, ${month === null ? text : monthInWords(month)}` }
}
