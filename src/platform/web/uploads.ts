import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Multipart } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FileToKeep } from '../imports/runs.ts'
import { hasControls, withoutControls } from './typed.ts'

/** What was sent by a form with files. The files are gone when it is disposed of: `await using`. */
export interface Upload extends AsyncDisposable {
  /** A field's text; '' where there is none. */
  text: (name: string) => string
  files: readonly FileToKeep[]
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What a form with files sends after its token; null for any other form. */
    partsToCome: AsyncIterator<Multipart> | null
  }
}

/** Thrown for a form with files that does not hold together. */
class BrokenForm extends Error {
  override readonly name = 'BrokenForm'
  readonly statusCode = 400
}

/**
 * Reads a form with files up to its token, which comes first, so that nothing else is read where the token does not
 * hold. `uploadIn` reads on.
 */
export function readTokensFirst(app: FastifyInstance): void {
  app.decorateRequest('partsToCome', null)
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return
    const parts = request.parts()
    const first = await parts.next().catch(asBroken)
    const isToken = first.done !== true && first.value.type === 'field' && first.value.fieldname === '_csrf'
    request.body = isToken ? { _csrf: first.value.value } : {}
    request.partsToCome = parts
  })
}

/**
 * What a form with a field `files` has sent; nothing where it was no such form. The files lie in the temporary folder
 * without a name: whatever happens to this process, nothing of them is left.
 */
export async function uploadIn(request: FastifyRequest): Promise<Upload> {
  const fields = new Map<string, string>()
  const kept: FileHandle[] = []
  const files: FileToKeep[] = []
  const close = async () => {
    await Promise.all(kept.map((handle) => handle.close()))
  }
  try {
    for (;;) {
      const next = await request.partsToCome?.next()
      if (next === undefined || next.done === true) break
      const part = next.value
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, withoutControls(part.value))
      } else if (part.fieldname !== 'files' || !part.filename) {
        // A field left empty is sent as a file without a name.
        part.file.resume()
      } else {
        if (hasControls(part.filename)) throw new BrokenForm('the name of a file')
        const handle = await openNameless()
        kept.push(handle)
        await handle.writeFile(part.file)
        const { size } = await handle.stat()
        if (size > 0) files.push({ name: part.filename, content: contentOf(handle, size) })
      }
    }
  } catch (error) {
    await close()
    asBroken(error)
  }
  return { text: (name) => fields.get(name) ?? '', files, [Symbol.asyncDispose]: close }
}

/** A file that nobody else can open. */
async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `footprint-upload-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  await unlink(path)
  return handle
}

/** Few files are larger; the database copies what it has of one with every further piece. */
const PIECE_BYTES = 32 * 1024 * 1024

async function* contentOf(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let position = 0; position < size;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - position))
    const { bytesRead } = await handle.read(piece, 0, piece.length, position)
    if (bytesRead === 0) throw new Error('a file that was sent has become shorter')
    yield piece.subarray(0, bytesRead)
    position += bytesRead
  }
}

/** The parser's own errors bear no status: what it can't read was sent wrongly. A fault of the disk stays one of ours. */
function asBroken(error: unknown): never {
  if (error instanceof Error && !('statusCode' in error) && !('syscall' in error))
    throw new BrokenForm('a form with files')
  throw error
}

/** What a list of imports calls files that were sent together. */
export const sourceNameOf = (files: readonly { name: string }[]): string =>
  files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`
