import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { tableOfFile } from '../tables.ts'
import { FileReport, type Problems } from './errors.ts'
import { type Source, type SourceFile, MOST_BYTES, noSource, unreadable } from './sourceFile.ts'
import { zippedFiles } from './zip.ts'

const CHUNK_BYTES = 256 * 1024

/**
 * The files of the return at `path`: a folder, a zip or the XML. Which one it is shows in its content, not its name.
 * Where it is none of them or can't be read, says so in `problems` and gives no files.
 */
export async function openSource(path: string, problems: Problems): Promise<Source> {
  const report = new FileReport(basename(path), problems)
  try {
    const source = await sourceAt(path, report)
    const bytes = source.files.reduce((sum, file) => sum + file.size, 0)
    if (bytes <= MOST_BYTES) return source
    source.close()
    report.giveUp(
      `holds ${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB: no return is larger than ${MOST_BYTES / 1e6} MB`,
    )
  } catch (error) {
    report.giveUp(unreadable(error))
  }
  return noSource
}

async function sourceAt(path: string, report: FileReport): Promise<Source> {
  const found = await stat(path)
  if (found.isDirectory()) return { ...noSource, files: await filesIn(path) }
  if (found.isFile()) {
    const start = await firstBytes(path)
    if (start.startsWith('PK')) return zippedFiles(path, report)
    if (looksLikeXml(start)) return { ...noSource, kind: 'xml', files: [fileAt(path, found.size)] }
  }
  report.giveUp(
    tableOfFile(report.file) === null
      ? 'is not a return: give a folder or a zip of its CSV files, or its XML'
      : 'is one table of the return: give the folder or zip that holds all of its tables',
  )
  return noSource
}

const fileAt = (path: string, size: number): SourceFile => ({
  name: basename(path),
  size,
  bytes: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
})

async function filesIn(folder: string): Promise<SourceFile[]> {
  const files: SourceFile[] = []
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) files.push(fileAt(path, found.size))
  }
  return files
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** XML in UTF-16, or after a byte-order mark, is still XML: its encoding is judged when it is read. */
const looksLikeXml = (start: string): boolean => /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(start)
