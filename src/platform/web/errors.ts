import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isFormWithFiles } from './headers.ts'

/** Thrown by a route where what its address names does not exist, or not for this person: the same answer for both. */
export class PageNotFound extends Error {
  override readonly name = 'PageNotFound'
  constructor() {
    super('page not found')
  }
}

/** Gives every error a page that says what to do, and never a stack trace or the words of an exception. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler(notFound)
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof PageNotFound) return notFound(request, reply)
    const status = error.statusCode ?? 500
    if (status < 500) return refused(error, status, request, reply)
    return failed(error, request, reply)
  })
}

function notFound(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).view('platform/web/message.njk', {
    title: 'Page not found',
    paragraphs: [
      'If you typed the web address, check it is correct.',
      'If you pasted the web address, check you copied the entire address.',
    ],
  })
}

/** A request that the frame turned away: too large, forged, or not what the address takes. */
function refused(error: FastifyError, status: number, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.warn({ route: request.routeOptions.url, status, code: error.code }, 'refused')
  return reply.code(status).view('platform/web/message.njk', refusalPage(status, isFormWithFiles(request)))
}

function refusalPage(status: number, hasFiles: boolean): { title: string; paragraphs: string[] } {
  if (status !== 413) {
    return {
      title: 'Sorry, we could not do that',
      paragraphs: ['The page may have been open for too long.', 'Go back, refresh the page and try again.'],
    }
  }
  return hasFiles
    ? {
        title: 'The files are too large',
        paragraphs: ['Go back and choose smaller files, or import them with the command line.'],
      }
    : {
        title: 'You have entered too much',
        paragraphs: ['Nothing was saved. Go back and make what you entered shorter.'],
      }
}

function failed(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const incident = randomUUID().slice(0, 8)
  request.log.error({ route: request.routeOptions.url, incident, ...traceOf(error) }, 'failed')
  return reply.code(500).view('platform/web/message.njk', {
    title: 'Sorry, there is a problem with Footprint',
    paragraphs: [
      'Try again later.',
      `If it happens again, tell the people who look after Footprint that it was incident ${incident}.`,
    ],
  })
}

/** Where an error arose, without its message: that may quote a child's data. */
export function traceOf(error: Error & { code?: unknown }): { error: string; code: unknown; at: string[] } {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { error: error.name, code: error.code, at: frames.map((line) => line.trim()) }
}
