import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AccessLog } from '../app/ports.ts'
import type { LoggedAction } from '../domain/log.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request has done with records of children, to be logged before it is answered; null for no word yet. */
    loggedActions: Pick<LoggedAction, 'action' | 'what' | 'children'>[] | null
  }
}

/**
 * Says that the answer shows these children, `what` in words that follow who asked: `looked at the list of children`.
 * Every route whose permission is about children must say whom it shows or changes, if nobody: without a word it fails.
 */
export function showed(request: FastifyRequest, what: string, children: Iterable<string>): void {
  request.loggedActions = [...(request.loggedActions ?? []), { action: 'read', what, children: [...new Set(children)] }]
}

/** Says that the request has changed these children's records: `booked a review`. */
export function changed(request: FastifyRequest, what: string, children: Iterable<string>): void {
  request.loggedActions = [
    ...(request.loggedActions ?? []),
    { action: 'change', what, children: [...new Set(children)] },
  ]
}

/** Says that the log has it already: what the request has changed, the use case has noted with the change. */
export function logged(request: FastifyRequest): void {
  request.loggedActions ??= []
}

/** Thrown where a route about children answers without a word on whom it has shown or changed. */
export class UnloggedAccess extends Error {
  override readonly name = 'UnloggedAccess'
  constructor(pattern: string) {
    super(`the route ${pattern} is about children and has not said which: call showed(), changed() or logged()`)
  }
}

/** Has what is done with children's records in the log before anyone sees the answer. Without the log, no answer. */
export function logAccess(app: FastifyInstance, log: AccessLog): void {
  app.decorateRequest('loggedActions', null)
  app.addHook('onSend', async (request, reply) => {
    const { actor, loggedActions } = request
    if (actor === null || isWithoutRecords(reply.statusCode)) return
    const isAnswer = reply.statusCode < 400 && (request.method === 'POST' || reply.statusCode < 300)
    if (loggedActions === null && isAnswer && isAboutChildren(request)) {
      throw new UnloggedAccess(request.routeOptions.url ?? 'of no pattern')
    }
    // A list without anyone in it has shown nobody.
    const told = (loggedActions ?? []).filter(({ action, children }) => action === 'change' || children.length > 0)
    // At once: the log writes together what waits together.
    await Promise.all(
      told.map((loggedAction) => log.append(actor.authority, { ...loggedAction, personId: actor.personId })),
    )
  })
}

const BAD_REQUEST = 400

/** A form that comes back with what is wrong shows what it showed before; any other error says nothing of anyone. */
const isWithoutRecords = (status: number): boolean => status >= 400 && status !== BAD_REQUEST

const isAboutChildren = ({ permission }: FastifyRequest): boolean => permission?.isAboutChildren ?? false
