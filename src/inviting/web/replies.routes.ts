import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Failures } from '../../access/web/failures.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { Birthday, ClosedReply, Replies } from '../app/replies.ts'
import { type OfToken, holdBack, open as openToAll } from './publicPages.ts'

/** The pages of one kind of answer by link, as its room describes them. */
export interface ReplyPages<Shown, Entry> {
  /** As its addresses begin: `answer-challenge`. */
  path: string
  /** What it is called before anything is shown: nothing of a child. */
  closedTitle: string
  template: string
  /** All that the template shows. `sent`: what came back with something wrong, null at first; `problems`: what could not be kept. */
  page: (shown: Shown, sent: unknown, problems: readonly string[]) => object
  /** What was sent; null where something is wrong, which `page` then says. */
  entryOf: (sent: unknown, shown: Shown) => Entry | null
  thanks: { title: string; paragraphs: readonly string[] }
}

export interface ReplyRoutesDeps<Shown, Entry> {
  replies: Replies<Shown, Entry>
  settings: SettingsReader
  /** Counts how often each link leads nowhere, or is tried with another birthday. */
  failures: Failures
}

const sentKey = z.object({
  step: z.enum(['open', 'answer']).catch('open'),
  day: z.coerce.number().int().min(1).max(31).catch(0),
  month: z.coerce.number().int().min(1).max(12).catch(0),
})

const WRONG = 'That does not open this page. Check the day and month of the child’s birthday'

/**
 * The pages behind a link by which someone answers who does not sign in. Public: the person who holds the link was asked. What is
 * about a child is shown with the birthday alone, which each step sends again: no address and no cookie opens it.
 */
export const replyRoutes =
  <Shown, Entry>(
    { replies, settings, failures }: ReplyRoutesDeps<Shown, Entry>,
    pages: ReplyPages<Shown, Entry>,
  ): Routes =>
  (app) => {
    const door = { config: openToAll, onRequest: holdBack(failures) }
    const pathOf = (token: string) => `/${pages.path}/${encodeURIComponent(token)}`

    const gone = (token: string): PageNotFound => {
      failures.note(token)
      return new PageNotFound()
    }

    async function closedOf({ params: { token } }: FastifyRequest<OfToken>, reply: FastifyReply): Promise<ClosedReply> {
      const closed = await replies.find(token)
      if (!closed) throw gone(token)
      // A page with a form: a browser that tells nobody at all where it comes from could not send it.
      reply.header('referrer-policy', 'same-origin')
      return closed
    }

    async function frameOf({ authority }: ClosedReply, reply: FastifyReply, token: string) {
      const own = await settings(authority.code, null)
      return {
        serviceName: `${serviceSetting.of(own).name}, ${councilName(own, authority)}`,
        footerFor: authority.code,
        action: pathOf(token),
        csrfToken: reply.generateCsrf(),
      }
    }

    async function askBirthday(closed: ClosedReply, reply: FastifyReply, token: string, isWrong: boolean) {
      const errors = isWrong ? [{ text: WRONG, href: '#day' }] : []
      const page = { ...(await frameOf(closed, reply, token)), title: pages.closedTitle, errors }
      return reply.code(isWrong ? 400 : 200).view('inviting/web/replyClosed.njk', page)
    }

    async function show(
      closed: ClosedReply,
      reply: FastifyReply,
      token: string,
      birthday: Birthday | null,
      shown: Shown,
      sent: unknown = null,
      problems: readonly string[] = [],
    ) {
      const page = { ...(await frameOf(closed, reply, token)), birthday, ...pages.page(shown, sent, problems) }
      return reply.code(sent === null ? 200 : 400).view(pages.template, page)
    }

    /** What is asked; null where the birthday was wrong, which is noted. */
    async function opened(closed: ClosedReply, token: string, birthday: Birthday | null): Promise<Shown | null> {
      const shown = await replies.open(closed, birthday)
      if (shown === null) throw gone(token)
      if (shown !== 'wrong') return shown
      failures.note(token)
      await replies.miss(token)
      return null
    }

    app.get<OfToken>(`/${pages.path}/:token`, door, async (request, reply) => {
      const { token } = request.params
      const closed = await closedOf(request, reply)
      if (replies.asksBirthday(closed)) return askBirthday(closed, reply, token, false)
      const shown = await opened(closed, token, null)
      if (shown === null) throw gone(token)
      return show(closed, reply, token, null, shown)
    })

    app.post<OfToken>(`/${pages.path}/:token`, door, async (request, reply) => {
      const { token } = request.params
      const closed = await closedOf(request, reply)
      const { step, day, month } = sentKey.parse(request.body)
      const birthday = replies.asksBirthday(closed) ? { day, month } : null
      const shown = await opened(closed, token, birthday)
      if (shown === null) return askBirthday(closed, reply, token, true)
      if (step === 'open') return show(closed, reply, token, birthday, shown)
      const entry = pages.entryOf(request.body, shown)
      if (entry === null) return show(closed, reply, token, birthday, shown, request.body)
      const outcome = await replies.answer(closed, birthday, entry)
      if (outcome === null || outcome === 'wrong') throw gone(token)
      if (outcome.length > 0)
        return show(closed, reply, token, birthday, shown, request.body, outcome.map(({ why }) => why)) // prettier-ignore
      return reply.view('inviting/web/replySaid.njk', { ...(await frameOf(closed, reply, token)), ...pages.thanks })
    })
  }
