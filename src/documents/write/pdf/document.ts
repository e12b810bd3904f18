import * as z from 'zod'
import { dayNumber } from '../../../kernel/dates.ts'
import { ThreadFault, questionThread } from '../../../platform/questionThread.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { threadFile } from '../../../platform/sources.ts'
import type { Written } from '../../document.ts'
import { pdfData } from './data.ts'

/**
 * The document as PDF for everyone (PDF/UA-1): tagged, with its title, language and contents. The same document gives the
 * same file. Made in a thread of its own, since a long one takes half a second; the thread starts with the
 * first. Throws `Refusal` where no typeface here has a character of the text: the PDF would not say what was written.
 */
export async function documentPdf(written: Written): Promise<Buffer> {
  const question = { document: JSON.stringify(pdfData(written), withoutControls), createdAt: secondsOf(written) }
  try {
    const pdf = z.instanceof(Uint8Array).parse(await ask(question))
    return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  } catch (error) {
    throw error instanceof ThreadFault ? errorOf(error.message) : error
  }
}

const ask = questionThread(threadFile('documents/write/pdf/thread.ts'))

/** Characters without a look of their own, which no typeface has. */
const CONTROLS = /[^\P{Cc}\n\t]/gu
const withoutControls = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(CONTROLS, '') : value

const SECONDS_A_DAY = 86_400
const secondsOf = ({ madeOn }: Written): number => dayNumber(madeOn) * SECONDS_A_DAY

function errorOf(fault: string): Error {
  const [, characters] = /the text `\\*"(.*?)\\*"` could not be displayed/.exec(fault) ?? []
  return characters === undefined
    ? new Error(`no PDF was made: ${fault}`)
    : new Refusal(
        `a PDF can’t show “${characters}”: no typeface on this server has it. Change the text, or take the web page or the Word document`,
      )
}
