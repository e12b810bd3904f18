import { isAscii, isUtf8 } from 'node:buffer'
import { visibleText } from '../../kernel/visibleText.ts'
import { printable } from '../../kernel/words.ts'
import type { FileReport, ReadProgress } from './problems.ts'
import { type SourceFile, unreadable } from './sourceFile.ts'

/** A piece of text that ends at the byte asked for, with how many line ends came before it. */
export interface Piece {
  text: string
  linesBefore: number
  isLast: boolean
  /** It goes on beyond `LONGEST_ROW_BYTES` without the byte asked for: it is the last piece that is read. */
  isTooLong: boolean
}

export const LINE_FEED = 0x0a
export const CLOSING_BRACKET = 0x3e
/** No row of a table comes near it: a longer one means an unclosed quote or no line ends at all. */
export const LONGEST_ROW_BYTES = 1_000_000
export const TOO_LONG = 'has a row of more than a million characters: not a table'

/** Enough at a time that the work is in the text and not in its pieces. */
const PIECE_BYTES = 256 * 1024

/** What to do about another encoding, by what the file is: no XML can be saved as CSV. */
const utf8Hint = (endsAt: number): string =>
  endsAt === CLOSING_BRACKET ? 'save the file as UTF-8' : 'save the file as “CSV UTF-8”'

/**
 * The text of a file as people see it (`visibleText`), in pieces that end at the byte `endsAt`; the last is marked where that
 * byte does not come for too long. Where it is no UTF-8 text, says why in `report`, gives the file up and ends.
 */
export async function* piecesOf(
  file: SourceFile,
  endsAt: number,
  report: FileReport,
  onBytes: (count: number) => void,
): AsyncGenerator<Piece> {
  const hint = utf8Hint(endsAt)
  const decode = decoder(report, hint)
  let held: Buffer[] = []
  let heldBytes = 0
  let isStart = true
  try {
    for await (const chunk of file.bytes()) {
      onBytes(chunk.length)
      const wrong = isStart ? whyNoText(chunk, hint) : null
      isStart = false
      if (wrong !== null) report.giveUp(wrong)
      if (report.isGivenUp) return
      held.push(chunk)
      heldBytes += chunk.length
      if (heldBytes < PIECE_BYTES) continue
      const bytes = Buffer.concat(held)
      const end = bytes.lastIndexOf(endsAt) + 1
      if (end === 0 && heldBytes <= LONGEST_ROW_BYTES) continue
      const piece = decode(end === 0 ? wholeCharacters(bytes) : bytes.subarray(0, end), false)
      if (!piece) return
      if (end === 0) {
        yield { ...piece, isTooLong: true }
        return
      }
      held = [bytes.subarray(end)]
      heldBytes = bytes.length - end
      yield piece
    }
    const last = decode(Buffer.concat(held), true)
    if (last) yield last
  } catch (error) {
    const isSystem = error instanceof Error && 'syscall' in error
    report.giveUp(isSystem ? unreadable(error) : 'is damaged or cut off: it can’t be unpacked')
  }
}

/** Without the last character, of which the bytes may hold a part. */
function wholeCharacters(bytes: Buffer): Buffer {
  let end = bytes.length - 1
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}

/** Makes text of one piece of bytes after the other; null, and the file given up, where it is none. */
function decoder(report: FileReport, hint: string): (bytes: Buffer, isLast: boolean) => Piece | null {
  let linesBefore = 0
  let isStart = true
  return (bytes, isLast) => {
    const text = decoded(bytes, linesBefore, report, hint)
    if (text === null) return null
    const piece = { text: isStart ? text.replace(/^\uFEFF/, '') : text, linesBefore, isLast, isTooLong: false }
    isStart = false
    if (!isLast) linesBefore += countOf(bytes, LINE_FEED)
    return isWithoutControls(piece, report) ? { ...piece, text: visibleText(piece.text) } : null
  }
}

export const LONE_RETURN =
  'has lines that end in a carriage return alone: save it with Windows or Unix line ends (in Excel: “CSV UTF-8”)'

const UTF16 = 'UTF-16 (“Unicode text”)'

const signatures: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'is a zip file or an Excel workbook, not a CSV file: save the table as CSV (UTF-8)'],
  ['\xd0\xcf\x11\xe0', 'is an old Excel workbook, not a CSV file: save the table as CSV (UTF-8)'],
  ['%PDF', 'is a PDF, not a table'],
  ['\x1f\x8b', 'is a packed file (gzip): unpack it first'],
  ['7z\xbc\xaf', 'is a packed file (7z): unpack it first'],
  ['\x89PNG', 'is a picture, not a table'],
  ['\xff\xd8\xff', 'is a picture, not a table'],
]

/** Encodings that are not ours, by the mark at the start of a file. */
const encodings: readonly (readonly [string, string])[] = [
  ['\xff\xfe\x00\x00', 'UTF-32'],
  ['\x00\x00\xfe\xff', 'UTF-32'],
  ['\xff\xfe', UTF16],
  ['\xfe\xff', UTF16],
]

function whyNoText(start: Buffer, hint: string): string | null {
  const head = start.toString('latin1', 0, 512)
  const isIn = ([signature]: readonly [string, string]) => head.startsWith(signature)
  const known = signatures.find(isIn)
  if (known) return known[1]
  // Plain letters in UTF-16 without a mark: every second byte is NUL.
  const isUnmarked = /^(?:[^\0]\0){4}|^(?:\0[^\0]){4}/.test(head)
  const encoding = encodings.find(isIn)?.[1] ?? (isUnmarked ? UTF16 : null)
  return encoding && `is in ${encoding}: ${hint}`
}

function decoded(bytes: Buffer, linesBefore: number, report: FileReport, hint: string): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1')
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let row = linesBefore
  for (let from = 0; from < bytes.length; row++) {
    const end = bytes.indexOf(LINE_FEED, from)
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1)
    if (!isUtf8(line)) {
      report.giveUp(`is not in UTF-8 (it may be in Windows-1252): ${hint}`, { row: row + 1, value: oddPart(line) })
      return null
    }
    from += line.length
  }
  return null
}

/** The first characters around the first byte that is not ASCII, so that people find the place. */
function oddPart(line: Buffer): string {
  const at = line.findIndex((byte) => byte > 0x7f)
  const around = line.subarray(Math.max(0, at - 20), at + 20)
  return printable(new TextDecoder('windows-1252').decode(around).trim())
}

// A byte-order mark at the start of a line begins a second file; elsewhere nobody sees it.
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|^\ufeff/m

function isWithoutControls(piece: Piece, report: FileReport): boolean {
  const at = piece.text.search(CONTROLS)
  if (at === -1) return true
  const code = piece.text.charCodeAt(at)
  const row = piece.linesBefore + piece.text.slice(0, at).split('\n').length
  report.giveUp(
    code === 0xfeff
      ? 'has a byte-order mark in its middle: two files were joined, export it again'
      : `holds a character that is no text (code ${code}): the file is damaged or not a CSV file`,
    { row },
  )
  return false
}

// Byte by byte: lines are short, and to search for each takes longer than to look at all of it.
function countOf(bytes: Buffer, byte: number): number {
  let count = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === byte) count++
  return count
}

/** Counts the bytes read of all files together for those who watch. */
export function byteCounter(
  files: readonly SourceFile[],
  onProgress?: (progress: ReadProgress) => void,
): (count: number) => void {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  let done = 0
  return (count) => {
    done += count
    onProgress?.({ done, total })
  }
}
