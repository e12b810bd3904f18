/** A file of the return, wherever it lies: in a folder, in a zip, by itself. */
export interface SourceFile {
  name: string
  size: number
  bytes: () => AsyncIterable<Buffer>
}

/** What is at a path: files of which some are tables, or the XML alone; `close` when they are read. */
export interface Source {
  kind: 'tables' | 'xml'
  files: readonly SourceFile[]
  close: () => void
}

export const noSource: Source = { kind: 'tables', files: [], close: () => undefined }

/** Everything of one return, unpacked: England's largest authority sends less than a tenth of it. */
export const MOST_BYTES = 200_000_000

/** Why the system would not give a file, in plain words. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be opened: ask for permission to read it'
  if (code === 'ELOOP') return 'is a link that leads to itself'
  return `can’t be read (${typeof code === 'string' ? code : 'unknown error'})`
}
