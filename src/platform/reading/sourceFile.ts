import { closeSync, openSync, readSync } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A file to read, wherever it lies: in a folder, in a zip, by itself, in the database. */
export interface SourceFile {
  name: string
  size: number
  bytes: () => AsyncIterable<Buffer>
}

/** Files that are open to be read; `close` when they have been. */
export interface OpenFiles {
  files: readonly SourceFile[]
  close: () => void
}

export const noFiles: OpenFiles = { files: [], close: () => undefined }

/** Everything that is read at once, unpacked: the return of England's largest authority is a tenth of it, and 20 such authorities’ together still fit. */
export const MOST_BYTES = 100_000_000

const CHUNK_BYTES = 256 * 1024

/** The file at `path`, read from disk. */
export const fileAt = (path: string, size: number): SourceFile => ({
  name: basename(path),
  size,
  bytes: () => bytesAt(path),
})

// Waits for the disk: a piece is there in a hundredth of the time that it takes to make rows of it, and in less than it
// takes to be called back. Between two pieces all else has its turn: progress is shown, and Ctrl-C heard.
async function* bytesAt(path: string): AsyncGenerator<Buffer> {
  const file = openSync(path, 'r')
  try {
    for (let isFirst = true; ; isFirst = false) {
      if (!isFirst) await new Promise((resolve) => setImmediate(resolve))
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      const count = readSync(file, chunk)
      if (count === 0) return
      yield chunk.subarray(0, count)
    }
  } finally {
    closeSync(file)
  }
}

/** The files that lie in a folder itself, in order of name. */
export async function filesIn(folder: string): Promise<SourceFile[]> {
  const paths = (await readdir(folder)).sort().map((name) => join(folder, name))
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)))
  return paths.flatMap((path, at) => {
    const file = found[at]
    return file?.isFile() ? [fileAt(path, file.size)] : []
  })
}

/** How a file begins, one character a byte: enough to tell what it is. */
export async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Why the system would not give a file, in plain words. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be opened: ask for permission to read it'
  if (code === 'ELOOP') return 'is a link that leads to itself'
  return `can’t be read (${typeof code === 'string' ? code : 'unknown error'})`
}
