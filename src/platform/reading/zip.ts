import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import * as yauzl from 'yauzl'
import type { FileReport } from './problems.ts'
import { type OpenFiles, type SourceFile, noFiles } from './sourceFile.ts'

/** A return has 12 tables, a set of registers 20; some zips hold notes and folders beside them. */
export const MOST_ENTRIES = 200
/** A return's XML, which repeats itself most, packs to a fifteenth; a workbook's to a thirtieth. */
export const MOST_TIMES_UNPACKED = 100
const SMALLEST_SUSPECT_BYTES = 1_000_000
/** As they are, and deflated: what every program that packs a zip does. */
const readableMethods: readonly number[] = [0, 8]

const UNIX_FILE_TYPE = 0o170000
const UNIX_SYMBOLIC_LINK = 0o120000

/** Which entries of a zip are read. */
export interface ZipRules {
  /** Why the zip is refused for this entry, or null where nothing is wrong with it. */
  whyRefused: (entry: { name: string; packed: number; unpacked: number }) => string | null
  /** The others are left alone. */
  isOfInterest: (name: string) => boolean
}

/** A file in a zip. */
export interface ZippedFile extends SourceFile {
  /** Where it lies in the zip, `xl/workbook.xml`. */
  path: string
}

/** A zip that is open to be read. */
interface OpenZip extends OpenFiles {
  files: readonly ZippedFile[]
}

/**
 * The files in a zip, by its path or whole in memory, each unpacked only as it is read. Where any is not safe to unpack, or
 * is refused by the `rules`, says so in `report` and gives none.
 */
export async function zippedFiles(
  source: string | Buffer,
  report: FileReport,
  { whyRefused, isOfInterest }: ZipRules = rulesForTables,
): Promise<OpenZip> {
  const files: ZippedFile[] = []
  let zip: yauzl.ZipFile | null = null
  try {
    zip = await (typeof source === 'string'
      ? yauzl.openPromise(source, { autoClose: false })
      : yauzl.fromBufferPromise(source))
    if (zip.entryCount > MOST_ENTRIES) {
      report.giveUp(`holds ${zip.entryCount.toLocaleString('en-GB')} files: no more than ${MOST_ENTRIES} are read`)
    } else {
      for await (const entry of zip.eachEntry()) {
        const wrong =
          whyUnsafe(entry) ??
          whyRefused({ name: entry.fileName, packed: entry.compressedSize, unpacked: entry.uncompressedSize })
        if (wrong !== null) report.error(wrong, { value: entry.fileName })
        else if (isOfInterest(entry.fileName)) files.push(entryFile(zip, entry))
      }
    }
  } catch (error) {
    report.giveUp(whyUnreadable(error))
  }
  const close = () => zip?.close()
  if (report.errorCount === 0) return { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), close }
  close()
  return { ...noFiles, files: [] }
}

function whyUnsafe(entry: yauzl.Entry): string | null {
  const mode = entry.externalFileAttributes >>> 16
  if (entry.isEncrypted()) return 'the zip is locked with a password: unlock it first'
  if (!readableMethods.includes(entry.compressionMethod))
    return 'is packed in a way that is not read: pack it as an ordinary zip'
  return (mode & UNIX_FILE_TYPE) === UNIX_SYMBOLIC_LINK ? 'the zip holds a link instead of a file' : null
}

const whyNoTable: ZipRules['whyRefused'] = ({ name, packed, unpacked }) => {
  if (name === '[Content_Types].xml') return 'is an Excel workbook or Word document: save each table as CSV (UTF-8)'
  if (/\.(?:zip|gz|7z|rar)$/i.test(name)) return 'the zip holds another packed file: unpack it first'
  const isBomb = unpacked > SMALLEST_SUSPECT_BYTES && unpacked > packed * MOST_TIMES_UNPACKED
  return isBomb ? `unpacks to more than ${MOST_TIMES_UNPACKED} times its size: no table does` : null
}

/** Whether an entry is a file that someone put there: no folder, and not what a Mac adds beside every file. */
const isFileSent = (name: string): boolean =>
  !name.endsWith('/') && !name.startsWith('__MACOSX/') && !basename(name).startsWith('.')

const rulesForTables: ZipRules = { whyRefused: whyNoTable, isOfInterest: isFileSent }

function entryFile(zip: yauzl.ZipFile, entry: yauzl.Entry): ZippedFile {
  return {
    path: entry.fileName,
    name: basename(entry.fileName),
    size: entry.uncompressedSize,
    // The library stops a stream that gives more bytes than the entry promised.
    bytes: async function* () {
      const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
      let checksum = 0
      for await (const chunk of stream) {
        checksum = crc32(chunk, checksum)
        yield chunk
      }
      if (checksum !== entry.crc32) throw new Error('the checksum is another')
    },
  }
}

function whyUnreadable(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (/^(?:absolute|invalid relative) path/.test(message)) {
    return `the zip holds a file whose name leads outside its folder (${message.replace(/^[^:]*: /, '').slice(0, 60)})`
  }
  return 'is not a whole zip file: it is damaged or cut off'
}
