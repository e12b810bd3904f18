import { accessPermissions } from '../../access/permissions.ts'
import { wordsPage } from '../../children/settings.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import { messagesPermissions } from '../permissions.ts'
import { serviceSetting } from '../settings.ts'
import type { FastifyInstance } from 'fastify'
import { counted } from '../../kernel/words.ts'
import type { VisibleChildrenOf } from '../../access/app/visibleChildren.ts'
import { may } from '../../access/domain/actor.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { maySeeMessage } from '../app/maySeeMessage.ts'
import type { MessageStore } from '../app/ports.ts'

/** Tells those who look after messages, on every page, of those that need someone: those only that they may see. */
export function tellOfNeed(
  app: FastifyInstance,
  store: Pick<MessageStore, 'inNeed'>,
  visibleChildrenOf: VisibleChildrenOf,
): void {
  app.addHook('preHandler', async (request, reply) => {
    const { actor } = request
    if (actor === null || request.method !== 'GET' || !may(actor, messagesPermissions.read)) return
    const messages = await store.inNeed(actor.authority)
    if (messages.length === 0) return
    const visible = await visibleChildrenOf(actor, messagesPermissions.read)
    const { length } = messages.filter((message) => maySeeMessage(visible, message))
    if (length === 0) return
    const text = `${counted(length, 'message')} ${length === 1 ? 'needs' : 'need'} someone: see what to do`
    const href = withQuery(authorityPath(actor.authority, 'messages'), { state: 'needs_someone' })
    reply.locals = { ...reply.locals, notices: [...(reply.locals?.notices ?? []), { text, href }] }
  })
}

/**
 * Tells those who may change the settings, on every page, that nobody who is written to can reach the service: a message
 * without a telephone number and an email address looks like a trick.
 */
export function tellOfNoContact(app: FastifyInstance, settings: SettingsReader): void {
  app.addHook('preHandler', async (request, reply) => {
    const { actor } = request
    if (actor === null || actor.authority === '' || request.method !== 'GET') return
    if (!may(actor, accessPermissions.manageSettings)) return
    const { phone, email } = serviceSetting.of(await settings(actor.authority, null))
    if (phone !== '' || email !== '') return
    const text = 'Messages and letters do not say how to reach the service: enter its telephone number or email address'
    const href = authorityPath(actor.authority, 'settings', 'rules', wordsPage.name)
    reply.locals = { ...reply.locals, notices: [...(reply.locals?.notices ?? []), { text, href }] }
  })
}
