import { isUtf8 } from 'node:buffer'
import { FileReport, Problems } from '../../platform/reading/problems.ts'
import { Refusal } from '../../platform/refusal.ts'
import { MOST_READ, MoreThanAnyReport, TOO_LONG, type ReportText } from '../domain/reportText.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { plainText } from './plainText.ts'
import { word } from './word.ts'

/** The longest report with its pictures; one of text alone is a hundredth of it. */
export const MOST_BYTES = 30_000_000
/** Of text, HTML with its marks included: a report of 100 pages has 300,000 letters. */
const MOST_CHARACTERS = 10_000_000
const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'is a PDF: save the report as Word, HTML or plain text'],
  ['\xd0\xcf\x11\xe0', 'is an old Word document (.doc): save it as .docx'],
  ['{\\rtf', 'is rich text (.rtf): save it as .docx'],
  ['\x89PNG', 'is a picture: save the report as Word, HTML or plain text'],
  ['\xff\xd8\xff', 'is a picture: save the report as Word, HTML or plain text'],
]

/**
 * Reads a report: Word by its content, HTML and Markdown by name or content, all else as plain text. Throws `Refusal` where
 * it can't be read.
 */
export async function readReport(name: string, bytes: Buffer): Promise<ReportText> {
  const problems = new Problems()
  const report = new FileReport(name, problems)
  const read = await readBytes(name, bytes, report).catch((error: unknown) => {
    if (!(error instanceof MoreThanAnyReport)) throw error
    return refused(report, error.message)
  })
  if (read !== null && read.text.length > MOST_READ) report.giveUp(TOO_LONG)
  if (read === null || problems.areAny) throw new Refusal(problems.errors)
  return read
}

async function readBytes(name: string, bytes: Buffer, report: FileReport): Promise<ReportText | null> {
  const start = bytes.toString('latin1', 0, 1024)
  const known = signatures.find(([signature]) => start.startsWith(signature))
  const why =
    bytes.length === 0 ? 'is empty' : bytes.length > MOST_BYTES ? 'is larger than 30 MB' : (known?.[1] ?? null)
  if (why !== null) return refused(report, why)
  if (start.startsWith('PK')) return word(bytes, report)
  const text = textOf(bytes)
  if (text.includes('\0')) return refused(report, 'is no text: save the report as Word, HTML or plain text')
  if (text.length > MOST_CHARACTERS) return refused(report, 'has more than ten million characters')
  if (/\.(?:md|markdown)$/i.test(name)) return markdown(text)
  const isHtml =
    /\.(?:x?html?)$/i.test(name) || /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(text)
  return isHtml ? html(text) : plainText(text)
}

function refused(report: FileReport, why: string): null {
  report.giveUp(why)
  return null
}

function textOf(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2)
  if (mark === '\xff\xfe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === '\xfe\xff') return new TextDecoder('utf-16be').decode(bytes)
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : new TextDecoder('windows-1252').decode(bytes)
}
