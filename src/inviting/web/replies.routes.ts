import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Routes } from '../../platform/web/authorities.ts'
import type { Birthday, ClosedLink } from '../app/readByLink.ts'
import type { Replies } from '../app/replies.ts'
import { type ClosedLinkDeps, type ClosedPages, closedLinkPages } from './closedLink.ts'
import type { OfToken } from './publicPages.ts'

/** The pages of one kind of answer by link, as its room describes them. */
export interface ReplyPages<Shown, Entry> extends ClosedPages {
  template: string
  /** All that the template shows. `sent`: what came back with something wrong, null at first; `problems`: what could not be kept. */
  page: (shown: Shown, sent: unknown, problems: readonly string[]) => object
  /** What was sent; null where something is wrong, which `page` then says. */
  entryOf: (sent: unknown, shown: Shown) => Entry | null
  /** What the address to which an answer is sent ends with; left out where that is the address of the link itself. */
  answersAt?: string
  thanks: (entry: Entry) => { title: string; paragraphs: readonly string[] }
}

export interface ReplyRoutesDeps<Shown, Entry> extends Omit<ClosedLinkDeps<Shown>, 'byLink'> {
  replies: Omit<Replies<Shown, Entry>, 'give'>
}

const sentStep = z.object({ step: z.enum(['open', 'answer']).catch('open') })

/** The pages behind a link by which someone answers who does not sign in. Public: the person who holds the link was asked. */
export const replyRoutes =
  <Shown, Entry>({ replies, ...deps }: ReplyRoutesDeps<Shown, Entry>, pages: ReplyPages<Shown, Entry>): Routes =>
  (app) => {
    const { door, gone, frameOf, closedOf, askBirthday, opened } = closedLinkPages({ ...deps, byLink: replies }, pages)
    const { path, answersAt } = pages
    const below = answersAt === undefined ? '' : `/${answersAt}`

    async function show(
      closed: ClosedLink,
      reply: FastifyReply,
      token: string,
      { shown, birthday }: { shown: Shown; birthday: Birthday | null },
      sent: unknown = null,
      problems: readonly string[] = [],
    ) {
      const frame = await frameOf(closed, reply, token)
      const page = { ...frame, action: `${frame.action}${below}`, birthday, ...pages.page(shown, sent, problems) }
      return reply.code(sent === null ? 200 : 400).view(pages.template, page)
    }

    app.get<OfToken>(`/${path}/:token`, door, async (request, reply) => {
      const { token } = request.params
      const closed = await closedOf(request, reply)
      if (replies.asksBirthday(closed)) return askBirthday(closed, reply, token, null)
      const found = await opened(closed, token, null)
      if (found === null) throw gone(token)
      return show(closed, reply, token, found)
    })

    const take =
      (stepOf: (sent: unknown) => 'open' | 'answer') =>
      async (request: FastifyRequest<OfToken>, reply: FastifyReply) => {
        // prettier-ignore
        const { body, params: { token } } = request // prettier-ignore
        const closed = await closedOf(request, reply)
        const found = await opened(closed, token, body)
        if (found === null) return askBirthday(closed, reply, token, body)
        if (stepOf(body) === 'open') return show(closed, reply, token, found)
        const entry = pages.entryOf(body, found.shown)
        if (entry === null) return show(closed, reply, token, found, body)
        const outcome = await replies.answer(closed, found.birthday, entry)
        if (outcome === null || outcome === 'wrong') throw gone(token)
        if (outcome.length > 0) return show(closed, reply, token, found, body, outcome.map(({ why }) => why)) // prettier-ignore
        const said = { ...(await frameOf(closed, reply, token)), ...pages.thanks(entry) }
        return reply.view('inviting/web/replySaid.njk', said)
      }

    app.post<OfToken>(
      `/${path}/:token`,
      door,
      take((sent) => sentStep.parse(sent).step),
    )
    if (answersAt !== undefined)
      app.post<OfToken>(
        `/${path}/:token${below}`,
        door,
        take(() => 'answer'),
      )
  }
