import * as z from 'zod'
import { answerQuestions } from '../../platform/questionThread.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkReport } from '../domain/check.ts'
import { readReport } from '../read/readReport.ts'

const asked = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })

answerQuestions(async (question) => {
  const { name, bytes } = asked.parse(question)
  try {
    const report = await readReport(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return { findings: checkReport(report) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { reasons: error.reasons }
  }
})
