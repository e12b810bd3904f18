import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Failures } from '../../access/web/failures.ts'
import { type OfToken, holdBack, open as openToAll } from '../../inviting/web/publicPages.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { ChildPage } from '../app/childPage.ts'
import { birthdayForm, closedPage, ownPage, wrongBirthday } from './childPage.view.ts'

/** What a child's own page needs. */
export interface OwnPageDeps {
  childPage: Pick<ChildPage, 'find' | 'open'>
  settings: SettingsReader
  /** Counts how often each link is tried with another birthday, or leads nowhere. */
  failures: Failures
}

/**
 * A child's own page, by a private link. The link alone, forwarded or old, shows nothing of the child: the page is the
 * answer to the day and month of the birthday, and no address leads to it.
 */
export const ownPageRoutes =
  ({ childPage, settings, failures }: OwnPageDeps): Routes =>
  (app) => {
    const door = { config: openToAll, onRequest: holdBack(failures) }
    const pathOf = (token: string) => `/your-page/${encodeURIComponent(token)}`

    async function closedOf({ params: { token } }: FastifyRequest<OfToken>, reply: FastifyReply) {
      const closed = await childPage.find(token)
      if (!closed) {
        failures.note(token)
        throw new PageNotFound()
      }
      // A page with a form: a browser that tells nobody at all where it comes from could not send it.
      reply.header('referrer-policy', 'same-origin')
      return closed
    }

    app.get<OfToken>('/your-page/:token', door, async (request, reply) => {
      const closed = await closedOf(request, reply)
      const where = { action: pathOf(request.params.token), csrfToken: reply.generateCsrf(), faults: [] }
      const page = closedPage(closed, await settings(closed.authority.code, null), where)
      return reply.view('consulting/web/closedPage.njk', page)
    })

    app.post<OfToken>('/your-page/:token', door, async (request, reply) => {
      const closed = await closedOf(request, reply)
      const { values, faults } = birthdayForm.read(request.body)
      const page =
        values?.day != null && values.month != null
          ? await childPage.open(closed, { day: values.day, month: values.month })
          : null
      if (page) return reply.view('consulting/web/ownPage.njk', ownPage(page))
      failures.note(request.params.token)
      const where = {
        action: pathOf(request.params.token),
        csrfToken: reply.generateCsrf(),
        faults: faults.length > 0 ? faults : wrongBirthday(),
      }
      const again = closedPage(closed, await settings(closed.authority.code, null), where)
      return reply.code(400).view('consulting/web/closedPage.njk', again)
    })
  }
