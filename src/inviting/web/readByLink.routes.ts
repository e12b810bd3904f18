import type { Routes } from '../../platform/web/authorities.ts'
import type { ClosedLink } from '../app/readByLink.ts'
import { type ClosedLinkDeps, type ClosedPages, closedLinkPages } from './closedLink.ts'
import type { OfToken } from './publicPages.ts'

/** A file as the person who holds a link is given it. */
export interface FileRead {
  name: string
  type: string
  content: string | Buffer
}

/** The page of what is read by link as a file, as its room describes it. */
export interface ReadPages<Shown> extends ClosedPages {
  /** The file; null where there is none any more. `sent`: what was chosen along with the birthday. */
  file: (shown: Shown, sent: unknown, closed: ClosedLink) => Promise<FileRead | null>
}

/** The page behind a link to a file. Public: the person who holds the link was sent it. The birthday is asked for each time. */
export const readByLinkRoutes =
  <Shown>(deps: ClosedLinkDeps<Shown>, pages: ReadPages<Shown>): Routes =>
  (app) => {
    const { door, gone, closedOf, askBirthday, opened } = closedLinkPages(deps, pages)

    app.get<OfToken>(`/${pages.path}/:token`, door, async (request, reply) =>
      askBirthday(await closedOf(request, reply), reply, request.params.token, null),
    )

    app.post<OfToken>(`/${pages.path}/:token`, door, async (request, reply) => {
      const { token } = request.params
      const closed = await closedOf(request, reply)
      const found = await opened(closed, token, request.body)
      if (found === null) return askBirthday(closed, reply, token, request.body)
      const file = await pages.file(found.shown, request.body, closed)
      if (file === null) throw gone(token)
      return reply
        .header('content-type', file.type)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.content)
    })
  }
