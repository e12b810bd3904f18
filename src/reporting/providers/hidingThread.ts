import * as z from 'zod'
import { answerQuestions } from '../../platform/questionThread.ts'
import { hidingOf } from '../domain/disclosure/search.ts'
import { loadSolver } from './highs.ts'

const figure = z.object({
  id: z.string(),
  unit: z.enum(['count', 'percent', 'number']),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  breakdown: z.array(z.object({ key: z.string(), value: z.number() })),
})
const asked = z.array(z.array(figure))

let solver = loadSolver()

answerQuestions(async (question) => {
  const open = await solver
  try {
    return asked.parse(question).map((values) => hidingOf(values, open))
  } catch (error) {
    // After a failure, as of memory, its program in WebAssembly may never work again.
    solver = loadSolver()
    throw error
  }
})
