import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { PageNotFound } from './errors.ts'
import { isFormWithFiles } from './headers.ts'
import { hasOddCharacters, readFields } from './typed.ts'

/** The most that one form may send without files: the report's words are the longest, and this is a book. */
export const MOST_FORM_BYTES = 1024 * 1024
/** The most that one form with files may send: a return of twenty authorities' size fits. */
export const MOST_UPLOADED_BYTES = 100 * 1024 * 1024
/** The most fields that one form may have: handing over the children of a large authority takes some thousands. */
const MOST_FIELDS = 10_000
const MOST_UPLOADED_FILES = 20
/** Beside its files, a form with files sends its token and a choice or two. */
const MOST_BYTES_BESIDE_FILES = 16 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route's form sends files. Only there is more than a form's text read. */
    takesFiles?: true
  }
}

/** Thrown for more than the address takes. */
class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly statusCode = 413
}

/** Thrown for a body of a kind that the address does not take. */
class WrongKind extends Error {
  override readonly name = 'WrongKind'
  readonly statusCode = 415
}

/**
 * Has forms read and nothing else: no other kind of body has a parser. What leads nowhere, what is too large and files
 * for an address that takes none are answered before a byte of the body is read.
 */
export async function readForms(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addHook('onRequest', (request, _reply, done) => {
    done(whyNotRead(request))
  })
  await app.register(formbody, { bodyLimit: MOST_FORM_BYTES, parser: readForm })
  await app.register(multipart, {
    limits: {
      fileSize: MOST_UPLOADED_BYTES,
      files: MOST_UPLOADED_FILES,
      fields: 20,
      fieldSize: MOST_BYTES_BESIDE_FILES,
    },
  })
}

function whyNotRead(request: FastifyRequest): Error | undefined {
  // What an address names with characters that no id has is nowhere: the database could not even be asked for it.
  const isOdd = Object.values(request.params ?? {}).some(
    (value) => typeof value === 'string' && hasOddCharacters(value),
  )
  if (request.is404 || isOdd) return new PageNotFound()
  const hasFiles = isFormWithFiles(request)
  // Files of unknown size could fill the disk; without files, a form of unknown size is measured while it is read.
  const bytes = Number(request.headers['content-length'] ?? (hasFiles ? Infinity : 0))
  if (bytes > (hasFiles ? MOST_UPLOADED_BYTES : MOST_FORM_BYTES)) return new TooLarge('bytes')
  return hasFiles && request.routeOptions.config.takesFiles !== true ? new WrongKind('files') : undefined
}

function readForm(encoded: string): ReturnType<typeof readFields> {
  let count = 1
  for (let at = encoded.indexOf('&'); at !== -1; at = encoded.indexOf('&', at + 1)) count++
  if (count > MOST_FIELDS) throw new TooLarge('fields')
  return readFields(encoded)
}
