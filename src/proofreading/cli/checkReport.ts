import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import * as z from 'zod'
import { counted, printable } from '../../kernel/words.ts'
import { unreadable } from '../../platform/reading/sourceFile.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Finding } from '../domain/finding.ts'
import { checkFile } from '../providers/checking.ts'
import { MOST_BYTES } from '../read/readReport.ts'

/** What `check-report` is asked. */
export const checkReportAsked = z.object({
  file: z.string(),
  format: z.enum(['table', 'json'], { error: '--format is table or json' }).default('table'),
})

/** `footprint check-report`: what does not hold in the report. Throws `Refusal` where the file can't be read. */
export async function checkReportFile({ file, format }: z.infer<typeof checkReportAsked>): Promise<string> {
  const findings = await checkFile(basename(file), await bytesOf(file))
  return format === 'json' ? `${JSON.stringify({ file, findings }, null, 2)}\n` : inWords(findings)
}

async function bytesOf(file: string): Promise<Buffer> {
  const refused = (reason: string) => new Refusal([{ file: basename(file), reason }])
  const found = await stat(file).catch((error: unknown) => {
    throw refused(unreadable(error))
  })
  if (!found.isFile()) throw refused('is a folder: give the file of the report')
  if (found.size > MOST_BYTES) throw refused('is larger than 30 MB')
  return readFile(file).catch((error: unknown) => {
    throw refused(unreadable(error))
  })
}

const order = ['error', 'warning', 'note'] as const

/** The findings one below the other, the gravest first. */
function inWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing was found that does not hold.\n'
  const blocks = order.flatMap((severity) => findings.filter((one) => one.severity === severity).map(block))
  return `${blocks.join('\n')}\n${counted(findings.length, 'finding')}.\n`
}

function block({ severity, kind, place, message, quote, also, computation, expected }: Finding): string {
  const lines = [
    `${severity.toUpperCase()}  ${kind}  (${place})`,
    `  ${message}`,
    `  “${shortened(quote)}”`,
    ...(also === null ? [] : [`  beside “${shortened(also)}”`]),
    ...(computation === null ? [] : [`  worked out: ${computation}`]),
    ...(expected === null ? [] : [`  expected: ${expected}`]),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

const LONGEST_QUOTE = 300
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}
