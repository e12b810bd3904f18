import { messagesPermissions } from '../permissions.ts'
import { councilName, serviceSetting } from '../settings.ts'
import { messagesSection } from '../sections.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import type { Permission } from '../../house/permission.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { recordsOf } from '../../world/world.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Worlds } from '../../children/app/worlds.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { PeopleStore } from '../../access/app/ports.ts'
import type { VisibleChildrenOf } from '../../access/app/visibleChildren.ts'
import { actorOf } from '../../access/web/actor.ts'
import { changed, showed } from '../../access/web/logging.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { sendCsv } from '../../platform/web/csvReply.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { Fault, FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { PAGE_SIZE, firstOfPage } from '../../platform/web/paging.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import type { HandlingProblem, Handling, Outcome } from '../app/handling.ts'
import type { MessageStore, StoredMessage } from '../app/ports.ts'
import type { Providers } from '../app/provider.ts'
import { againForm, againPage, draftForm, settleForm, versionForm } from './again.view.ts'
import { type SentOfMessage, messagePage, printPage } from './message.view.ts'
import { lettersRoutes } from './letters.routes.ts'
import { messagesFilters, messagesPage, messagesTable, storeFilters } from './messages.view.ts'
import { tellOfNeed, tellOfNoContact } from './notices.ts'
import { handlingFault, messagePath } from './words.ts'

/** What the pages of messages need. */
export interface MessagesDeps {
  store: Pick<MessageStore, 'list' | 'counts' | 'history' | 'inNeed'>
  handling: Handling
  providers: Providers
  /** Every kind that rooms declare. */
  kinds: readonly MessageKind[]
  people: Pick<PeopleStore, 'all'>
  settings: SettingsReader
  visibleChildrenOf: VisibleChildrenOf
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
}

/** What is done with a message: as the log says it, and as the page says it afterwards. */
const done = doneWords({
  sent_again: 'The message goes out again.',
  approved: 'The message is approved.',
  saved: 'The draft is saved.',
  settled: 'The message is marked as dealt with.',
  withdrawn: 'The message is withdrawn.',
  posted: 'The letter is marked as posted.',
})
const logWords = {
  sent_again: 'sent a message again',
  approved: 'approved a message',
  saved: 'changed a draft message',
  settled: 'dealt with a message',
  withdrawn: 'withdrew a message',
  posted: 'put a letter in the post',
} as const
type Done = keyof typeof logWords

type AgainForm = ReturnType<typeof againForm>

const ALL = { first: 0, most: 100_000 }

type OfMessage = { Params: { message: string } }

/** What was sent to whom, what waits, and what needs someone. */
export const messagesRoutes =
  ({
    store,
    handling,
    providers,
    kinds,
    people,
    settings,
    visibleChildrenOf,
    worldsFor,
    today,
  }: MessagesDeps): Routes =>
  async (app) => {
    const section = messagesSection
    const read = { permission: messagesPermissions.read, section } as const
    const send = { permission: messagesPermissions.send, section } as const
    tellOfNeed(app, store, visibleChildrenOf)
    tellOfNoContact(app, settings)
    await lettersRoutes({ store, handling, kinds, visibleChildrenOf })(app)

    async function messageOf(
      request: FastifyRequest<OfMessage>,
      permission: Permission = messagesPermissions.read,
    ): Promise<StoredMessage> {
      const message = await handling.find(actorOf(request), permission, request.params.message)
      if (!message) throw new PageNotFound()
      return message
    }

    async function showMessage(
      request: FastifyRequest,
      reply: FastifyReply,
      message: StoredMessage,
      sent: SentOfMessage = {},
    ): Promise<FastifyReply> {
      const { code } = request.authority
      showed(request, 'looked at a message', [message.child])
      const page = messagePage(
        message,
        {
          history: await store.history(code, message.messageId),
          people: await people.all(code),
          kinds,
          providers,
          code,
          csrfToken: reply.generateCsrf(),
          maySend: request.may(messagesPermissions.send),
          isChild: isKnown(await worldsFor(request).ofChild(code, message.child, today(), null), message.child),
        },
        sent,
      )
      return reply
        .code(page.errors.length > 0 ? 400 : 200)
        .view('messages/web/message.njk', { ...page, done: done.of(request) })
    }

    async function showAgain(
      request: FastifyRequest,
      reply: FastifyReply,
      message: StoredMessage,
      typed: TypedIn<AgainForm>,
      faults: readonly FaultIn<AgainForm>[],
    ): Promise<FastifyReply> {
      const { code } = request.authority
      const world = await worldsFor(request).ofChild(code, message.child, today(), null)
      const contact = recordsOf(world, contacts).find(
        ({ child, contactRef }) => child === message.child && contactRef === message.contactRef,
      )
      showed(request, 'looked at how to send a message again', [message.child])
      const surroundings = { contact: contact ?? null, kinds, providers, code, csrfToken: reply.generateCsrf() }
      const page = againPage(message, typed, faults, surroundings)
      return reply.code(faults.length > 0 ? 400 : 200).view('messages/web/again.njk', page)
    }

    /** After something was done, or not: to the message that there is now, or back to the form with what is wrong. */
    async function answer(
      request: FastifyRequest<OfMessage>,
      reply: FastifyReply,
      outcome: Outcome | null,
      what: Done,
      show: (message: StoredMessage, problems: readonly HandlingProblem[]) => Promise<FastifyReply>,
    ): Promise<FastifyReply> {
      if (outcome === null) throw new PageNotFound()
      if (outcome.code === 'refused') return show(await messageOf(request), outcome.problems)
      changed(request, logWords[what], [outcome.message.child])
      return reply.redirect(done.path(messagePath(request.authority.code, outcome.message.messageId), what), 303)
    }

    app.get('/messages', { config: read }, async (request, reply) => {
      const { code } = request.authority
      const filters = messagesFilters.parse(request.query)
      const visible = await visibleChildrenOf(actorOf(request), read.permission)
      const wanted = { first: firstOfPage(filters.page), most: PAGE_SIZE }
      const list = await store.list(code, visible, storeFilters(filters, kinds), wanted)
      showed(
        request,
        'looked at messages',
        list.messages.map(({ child }) => child),
      )
      const world = await worldsFor(request).onDay(code, today(), null)
      const isChild = (about: string) => isKnown(world, about)
      const page = messagesPage(list, await store.counts(code, visible), filters, { kinds, providers, isChild }, code)
      return reply.view('messages/web/messages.njk', { ...page, maySend: request.may(messagesPermissions.send) })
    })

    app.get('/messages.csv', { config: read }, async (request, reply) => {
      const { code } = request.authority
      const filters = messagesFilters.parse(request.query)
      const visible = await visibleChildrenOf(actorOf(request), read.permission)
      const { messages } = await store.list(code, visible, storeFilters(filters, kinds), ALL)
      showed(
        request,
        'took away messages as a file',
        messages.map(({ child }) => child),
      )
      return sendCsv(reply, `messages-${code}`, messagesTable(messages))
    })

    app.get<OfMessage>('/messages/:message', { config: read }, async (request, reply) =>
      showMessage(request, reply, await messageOf(request)),
    )

    app.get<OfMessage>('/messages/:message/print', { config: read }, async (request, reply) => {
      const { code } = request.authority
      const message = await messageOf(request)
      if (message.channel !== 'LETTER') throw new PageNotFound()
      showed(request, 'looked at a letter to print it', [message.child])
      const set = await settings(code, null)
      const sender = { service: serviceSetting.of(set), council: councilName(set, request.authority), on: today() }
      return reply.view('messages/web/print.njk', printPage(message, sender, code))
    })

    app.get<OfMessage>('/messages/:message/again', { config: send }, async (request, reply) => {
      const message = await messageOf(request, send.permission)
      return showAgain(request, reply, message, againForm(providers).first(message), [])
    })

    app.post<OfMessage>('/messages/:message/again', { config: send }, async (request, reply) => {
      const { typed, values, faults } = againForm(providers).read(request.body)
      const message = await messageOf(request, send.permission)
      if (values === null) return showAgain(request, reply, message, typed, faults)
      const { address, subject, body } = typed
      const outcome = await handling.sendAgain(
        actorOf(request),
        { messageId: message.messageId, version: values.version },
        { channel: values.channel ?? message.channel, address, subject, body },
      )
      return answer(request, reply, outcome, 'sent_again', (current, problems) =>
        showAgain(request, reply, current, typed, inFields(problems, ['address', 'subject', 'body'])),
      )
    })

    app.post<OfMessage>('/messages/:message/draft', { config: send }, async (request, reply) => {
      const { typed, values, faults } = draftForm.read(request.body)
      if (values === null)
        return showMessage(request, reply, await messageOf(request, send.permission), { draft: { typed, faults } })
      const isApproved = values.then === 'approve'
      const handled = { messageId: request.params.message, version: values.version }
      const words = { subject: typed.subject, body: typed.body }
      const outcome = await handling.saveDraft(actorOf(request), handled, words, isApproved)
      return answer(request, reply, outcome, isApproved ? 'approved' : 'saved', (message, problems) =>
        showMessage(request, reply, message, { draft: { typed, faults: inFields(problems, ['subject', 'body']) } }),
      )
    })

    app.post<OfMessage>('/messages/:message/settle', { config: send }, async (request, reply) => {
      const { typed, values, faults } = settleForm.read(request.body)
      if (values === null)
        return showMessage(request, reply, await messageOf(request, send.permission), { settle: { typed, faults } })
      const handled = { messageId: request.params.message, version: values.version }
      const outcome = await handling.settle(actorOf(request), handled, typed.reason)
      return answer(request, reply, outcome, 'settled', (message, problems) =>
        showMessage(request, reply, message, { settle: { typed, faults: inFields(problems, ['reason']) } }),
      )
    })

    const handledBy = (request: FastifyRequest<OfMessage>) => ({
      messageId: request.params.message,
      version: versionForm.read(request.body).typed.version,
    })
    const showRefused =
      (request: FastifyRequest, reply: FastifyReply) =>
      (message: StoredMessage, problems: readonly HandlingProblem[]): Promise<FastifyReply> =>
        showMessage(request, reply, message, { button: { faults: inFields(problems, []) } })

    app.post<OfMessage>('/messages/:message/withdraw', { config: send }, async (request, reply) => {
      const outcome = await handling.withdraw(actorOf(request), handledBy(request))
      return answer(request, reply, outcome, 'withdrawn', showRefused(request, reply))
    })

    app.post<OfMessage>('/messages/:message/posted', { config: send }, async (request, reply) => {
      const outcome = await handling.markPosted(actorOf(request), handledBy(request))
      return answer(request, reply, outcome, 'posted', showRefused(request, reply))
    })
  }

/** What is wrong, at these fields of a form; the rest is wrong with the form as a whole. */
const inFields = <Name extends string>(problems: readonly HandlingProblem[], names: readonly Name[]): Fault<Name>[] =>
  problems.map(handlingFault).map(({ field, text }) => ({ field: names.find((name) => name === field) ?? null, text }))
