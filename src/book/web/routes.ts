import type { FastifyRequest } from 'fastify'
import { scopeOf } from '../../access/domain/actor.ts'
import { actorOf } from '../../access/web/actor.ts'
import { type PlainDate, addMonths, dateOf, isAfter } from '../../kernel/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { type PerformanceBook, type WrittenBook, divisionsThereAre } from '../app/performanceBook.ts'
import { monthText, parseMonth } from '../domain/windows.ts'
import { bookPermissions } from '../permissions.ts'
import { bookSection } from '../sections.ts'
import { bookFile, bookFormats } from '../write/files.ts'
import { bookPage, noBookPage } from './book.view.ts'

/** What the pages of the book need. */
export interface BookPagesDeps {
  /** Writes books of those whom the user may see. */
  bookFor: (request: FastifyRequest) => PerformanceBook
  today: () => PlainDate
}

/** The performance book month by month, to read and to download. */
export const bookRoutes =
  ({ bookFor, today }: BookPagesDeps): Routes =>
  (app) => {
    const config = { permission: bookPermissions.read, section: bookSection } as const
    type OfMonth = { Params: { month: string } }
    type OfFormat = { Params: { month: string; format: string } }

    /** The book as the user may see it: a user who sees only their own children sees only their own part of it by IRO. */
    async function written(request: FastifyRequest<OfMonth>): Promise<WrittenBook | Refusal> {
      const month = parseMonth(request.params.month)
      if (month === null || isAfter(month, today())) throw new PageNotFound()
      const actor = actorOf(request)
      const isOwn = scopeOf(actor, bookPermissions.read) === 'own'
      try {
        return await bookFor(request)({
          authority: request.authority,
          month,
          knownAt: null,
          by: divisionsThereAre,
          onlyOfficer: isOwn ? (actor.officerId ?? '') : null,
        })
      } catch (error) {
        if (error instanceof Refusal) return error
        throw error
      }
    }

    /** Months are closed when they are over: the latest book is last month's. */
    app.get('/book', { config }, (request, reply) => {
      const { year, month } = addMonths(today(), -1)
      return reply.redirect(authorityPath(request.authority.code, 'book', monthText(dateOf(year, month, 1))), 302)
    })

    app.get<OfMonth>('/book/:month', { config }, async (request, reply) => {
      const book = await written(request)
      const { code } = request.authority
      return book instanceof Refusal
        ? reply.view('book/web/noBook.njk', noBookPage(request.params.month))
        : reply.view('book/web/book.njk', bookPage(book, code, today()))
    })

    app.get<OfFormat>('/book/:month/download/:format', { config }, async (request, reply) => {
      const format = bookFormats.find((one) => one === request.params.format)
      const book = format && (await written(request))
      if (!format || !book || book instanceof Refusal) throw new PageNotFound()
      const file = await bookFile(book, format, today())
      return reply
        .type(file.type)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.content)
    })
  }
