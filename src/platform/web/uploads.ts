import type { FastifyRequest } from 'fastify'
import type { SentFile } from '../imports/runs.ts'

/** What was sent by a form with files. */
export interface Upload {
  /** A field's text; '' where there is none. */
  text: (name: string) => string
  files: readonly SentFile[]
}

/** What a form with a field `files` has sent; nothing where it was no such form. */
export async function uploadIn(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) return { text: () => '', files: [] }
  const form = await request.formData()
  const files: SentFile[] = []
  for (const part of form.getAll('files')) {
    // A field left empty is sent as a file without a name.
    if (typeof part === 'string' || part.name === '' || part.size === 0) continue
    files.push({ name: part.name, content: Buffer.from(await part.arrayBuffer()) })
  }
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { text, files }
}

/** What a list of imports calls files that were sent together. */
export const sourceNameOf = (files: readonly SentFile[]): string =>
  files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`
