import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** How a body may be packed, the smaller first. */
type Encoding = 'br' | 'gzip'

/** Smaller bodies gain nothing. */
const LEAST_BYTES = 1024
/** For pages, which are packed while someone waits: close to the best, in some milliseconds. */
const QUALITY_WHILE_WAITING = { [constants.BROTLI_PARAM_QUALITY]: 4 }

const packedText = /^(?:text\/|application\/json|image\/svg\+xml)/

/**
 * Compresses pages and files of text.
 *
 * A page holds what only its reader may know beside what an address can put into it (a filter, a search). Anyone who makes
 * a browser ask for many such addresses and sees how long the answers are could guess the one by the other (BREACH).
 * So an answer is compressed only where the browser says that our own page, or the user, asked for it: another site
 * can't say so (`Sec-Fetch-Site`). The token in forms is another one in every answer. A browser that doesn't say who
 * asked gets pages as they are.
 */
export function compressPages(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (typeof payload !== 'string' || payload.length < LEAST_BYTES || !isPackable(reply)) return payload
    varies(reply, 'Accept-Encoding, Sec-Fetch-Site')
    const encoding = isAskedByUs(request) ? encodingFor(request) : null
    if (encoding === null) return payload
    reply.header('content-encoding', encoding)
    reply.removeHeader('content-length')
    return encoding === 'br' ? pack(payload, { params: QUALITY_WHILE_WAITING }) : packForOld(payload)
  })
}

const pack = promisify(brotliCompress)
const packForOld = promisify(gzip)

/** A file that is the same for everybody, packed once. */
export interface PackedFile {
  plain: string
  packed: Readonly<Record<Encoding, Buffer>>
}

/** Packs a file as small as it gets. */
export const packed = (plain: string): PackedFile => ({
  plain,
  packed: { br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }) },
})

/** Answers with the file, packed as the browser takes it. It holds nothing secret, the user. */
export function sendPacked(request: FastifyRequest, reply: FastifyReply, file: PackedFile): FastifyReply {
  varies(reply, 'Accept-Encoding')
  const encoding = encodingFor(request)
  return encoding === null
    ? reply.send(file.plain)
    : reply.header('content-encoding', encoding).send(file.packed[encoding])
}

const isPackable = (reply: FastifyReply): boolean =>
  packedText.test(String(reply.getHeader('content-type') ?? '')) && !reply.hasHeader('content-encoding')

const isAskedByUs = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none'

/** The best encoding that the browser takes; null for none. */
function encodingFor({ headers }: FastifyRequest): Encoding | null {
  const taken = new Set(
    (headers['accept-encoding']?.toString() ?? '')
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one))
      .map((one) => one.split(';', 1)[0]),
  )
  if (taken.has('br')) return 'br'
  return taken.has('gzip') ? 'gzip' : null
}

function varies(reply: FastifyReply, names: string): void {
  const before = reply.getHeader('vary')
  reply.header('vary', before === undefined ? names : `${String(before)}, ${names}`)
}
