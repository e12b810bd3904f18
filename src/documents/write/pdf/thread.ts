import * as z from 'zod'
import { answerQuestions } from '../../../platform/questionThread.ts'
import { compiledPdf } from './compile.ts'

const asked = z.object({ document: z.string(), createdAt: z.number() })

answerQuestions((question) => {
  const { document, createdAt } = asked.parse(question)
  return compiledPdf(document, createdAt)
})
