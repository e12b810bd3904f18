import { messagesPermissions } from '../permissions.ts'
import { messagesSection } from '../sections.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { VisibleChildrenOf } from '../../access/app/visibleChildren.ts'
import { actorOf } from '../../access/web/actor.ts'
import { changed, showed } from '../../access/web/logging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { Handling } from '../app/handling.ts'
import type { MessageStore, StoredMessage } from '../app/ports.ts'
import { type SentOfLetters, chosenIn, lettersForm, lettersPage } from './letters.view.ts'

/** What the page of drafts needs. */
export interface LettersDeps {
  store: Pick<MessageStore, 'list'>
  handling: Pick<Handling, 'saveDraft'>
  /** Every kind that rooms declare. */
  kinds: readonly MessageKind[]
  visibleChildrenOf: VisibleChildrenOf
}

/** So many drafts are read on one page. */
const MOST_LETTERS = 60

const count = z.coerce.number().int().min(0).max(MOST_LETTERS).catch(0)
const doneFilters = z.object({ approved: count, left: count })

/** Drafts that wait for approval, each to be read in full, approved together. */
export const lettersRoutes =
  ({ store, handling, kinds, visibleChildrenOf }: LettersDeps): Routes =>
  (app) => {
    const config = { permission: messagesPermissions.send, section: messagesSection } as const

    async function draftsFor(request: FastifyRequest) {
      const visible = await visibleChildrenOf(actorOf(request), config.permission)
      const filters = { states: ['draft'] as const, kind: '', child: '' }
      return store.list(request.authority.code, visible, filters, { first: 0, most: MOST_LETTERS })
    }

    async function show(request: FastifyRequest, reply: FastifyReply, sent: SentOfLetters): Promise<FastifyReply> {
      const list = await draftsFor(request)
      showed(
        request,
        'looked at messages to approve',
        list.messages.map(({ child }) => child),
      )
      const page = lettersPage(list, kinds, sent, request.authority.code, reply.generateCsrf())
      return reply.code(page.errors.length > 0 ? 400 : 200).view('messages/web/letters.njk', page)
    }

    app.get('/messages/letters', { config }, (request, reply) => {
      const { approved, left } = doneFilters.parse(request.query)
      return show(request, reply, { done: { approved, left } })
    })

    app.post('/messages/letters', { config }, async (request, reply) => {
      const { typed } = lettersForm.read(request.body)
      const chosen = chosenIn(typed.letter)
      const drafts = (await draftsFor(request)).messages
      const wanted = chosen.flatMap(({ messageId, version }) => {
        const draft = drafts.find((one) => one.messageId === messageId)
        return draft ? [{ draft, version }] : []
      })
      if (wanted.length === 0) {
        return show(request, reply, { faults: [{ field: null, text: 'Tick at least one letter that you have read' }] })
      }
      const approved: StoredMessage[] = []
      for (const { draft, version } of wanted) {
        const handled = { messageId: draft.messageId, version }
        const outcome = await handling.saveDraft(actorOf(request), handled, draft, true)
        if (outcome?.code === 'done') approved.push(outcome.message)
      }
      changed(
        request,
        'approved messages',
        approved.map(({ child }) => child),
      )
      const { code } = request.authority
      const left = wanted.length - approved.length
      return reply.redirect(
        withQuery(authorityPath(code, 'messages', 'letters'), { approved: approved.length, left }),
        303,
      )
    })
  }
