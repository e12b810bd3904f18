import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { FileReport, type Problems } from '../../../platform/reading/problems.ts'
import {
  type OpenFiles,
  fileAt,
  filesIn,
  firstBytes,
  noFiles,
  unreadable,
} from '../../../platform/reading/sourceFile.ts'
import { tableOfFile } from '../tables.ts'

/** What is at a path: files of which some are tables, or the XML alone. */
export interface Source extends OpenFiles {
  kind: 'tables' | 'xml'
  /** How many bytes were sent, packed as they are. */
  bytesSent: number
}

const noSource: Source = { kind: 'tables', bytesSent: 0, ...noFiles }

/**
 * The files of the return at `path`: a folder, a zip or the XML. Which one it is shows in its content, not its name.
 * Where it is none of them or can't be read, says so in `problems` and gives no files.
 */
export async function openSource(path: string, problems: Problems): Promise<Source> {
  const report = new FileReport(basename(path), problems)
  try {
    return await sourceAt(path, report)
  } catch (error) {
    report.giveUp(unreadable(error))
    return noSource
  }
}

async function sourceAt(path: string, report: FileReport): Promise<Source> {
  const found = await stat(path)
  if (found.isDirectory()) {
    const files = await filesIn(path)
    return { ...noSource, files, bytesSent: files.reduce((sum, { size }) => sum + size, 0) }
  }
  if (found.isFile()) {
    const start = await firstBytes(path)
    if (start.startsWith('PK')) {
      const { zippedFiles } = await import('../../../platform/reading/zip.ts')
      return { kind: 'tables', bytesSent: found.size, ...(await zippedFiles(path, report)) }
    }
    if (looksLikeXml(start)) {
      return { kind: 'xml', bytesSent: found.size, ...noFiles, files: [fileAt(path, found.size)] }
    }
  }
  report.giveUp(
    tableOfFile(report.file) === null
      ? 'is not a return: give its CSV files, a zip of them, or its XML'
      : 'is one table of the return: give the folder or zip that holds all of its tables',
  )
  return noSource
}

/** XML in UTF-16, or after a byte-order mark, is still XML: its encoding is judged when it is read. */
const looksLikeXml = (start: string): boolean => /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(start)
