import { parentPort } from 'node:worker_threads'
import * as z from 'zod'
import { compiledPdf } from './compile.ts'

const asked = z.object({ id: z.number(), document: z.string(), createdAt: z.number() })

parentPort?.on('message', (message: unknown) => {
  const { id, document, createdAt } = asked.parse(message)
  parentPort?.postMessage({ id, ...outcome(document, createdAt) })
})

function outcome(document: string, createdAt: number): { pdf: Uint8Array } | { fault: string } {
  try {
    return { pdf: compiledPdf(document, createdAt) }
  } catch (error) {
    return { fault: String(error) }
  }
}
