import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import { dayNumber } from '../../../kernel/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { sourceFolder } from '../../../platform/sources.ts'
import type { Written } from '../../document.ts'
import { pdfData } from './data.ts'

/**
 * The document as PDF for everyone (PDF/UA-1): tagged, with its title, language and contents. The same document gives the
 * same file. Made in a thread of its own, since a long one takes half a second; the thread starts with the
 * first. Throws `Refusal` where no typeface here has a character of the text: the PDF would not say what was written.
 */
export function documentPdf(written: Written): Promise<Buffer> {
  const createdAt = secondsOf(written)
  return (thread ??= startThread()).make(JSON.stringify(pdfData(written), withoutControls), createdAt)
}

/** Characters without a look of their own, which no typeface has. */
const CONTROLS = /[^\P{Cc}\n\t]/gu
const withoutControls = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(CONTROLS, '') : value

const SECONDS_A_DAY = 86_400
const secondsOf = ({ madeOn }: Written): number => dayNumber(madeOn) * SECONDS_A_DAY

interface Thread {
  make: (document: string, createdAt: number) => Promise<Buffer>
}

interface Waiting {
  made: (pdf: Buffer) => void
  failed: (error: Error) => void
}

let thread: Thread | null = null

const answer = z.object({
  id: z.number(),
  pdf: z.instanceof(Uint8Array).optional(),
  fault: z.string().optional(),
})

function startThread(): Thread {
  const worker = new Worker(join(sourceFolder, 'documents/write/pdf/thread.ts'))
  const waiting = new Map<number, Waiting>()
  let count = 0
  const finish = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id)
    waiting.delete(id)
    // Nothing is awaited of it: a command may end.
    if (waiting.size === 0) worker.unref()
    if (one) how(one)
  }
  const end = (error: Error): void => {
    thread = null
    for (const id of [...waiting.keys()])
      finish(id, ({ failed }) => {
        failed(error)
      })
  }
  worker.on('message', (message: unknown) => {
    const { id, pdf, fault } = answer.parse(message)
    finish(id, ({ made, failed }) => {
      if (pdf) made(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
      else failed(errorOf(fault ?? 'no PDF was made'))
    })
  })
  worker.on('error', (error) => {
    end(error instanceof Error ? error : new Error('the thread of PDFs failed'))
  })
  worker.on('exit', () => {
    end(new Error('the thread of PDFs ended'))
  })
  return {
    make: (document, createdAt) =>
      new Promise((made, failed) => {
        const id = count++
        waiting.set(id, { made, failed })
        worker.ref()
        worker.postMessage({ id, document, createdAt })
      }),
  }
}

function errorOf(fault: string): Error {
  const [, characters] = /the text `\\*"(.*?)\\*"` could not be displayed/.exec(fault) ?? []
  return characters === undefined
    ? new Error(`no PDF was made: ${fault}`)
    : new Refusal(
        `a PDF can’t show “${characters}”: no typeface on this server has it. Change the text, or take the web page or the Word document`,
      )
}
