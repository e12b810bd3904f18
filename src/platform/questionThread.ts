import { Worker, parentPort } from 'node:worker_threads'
import * as z from 'zod'

/** Asks a thread; the promise fails with `ThreadFault` where the thread could not answer. */
export type AskThread = (question: unknown) => Promise<unknown>

/** What went wrong in a thread, in its words. */
export class ThreadFault extends Error {}

interface Waiting {
  answered: (answer: unknown) => void
  failed: (error: Error) => void
}

const reply = z.object({ id: z.number(), answer: z.unknown().optional(), fault: z.string().optional() })

/**
 * A thread for work that no page should wait for. It starts with the first question, and anew where it ended. A command may end
 * while nothing is awaited of it. `file` calls `answerQuestions`.
 */
export function questionThread(file: string): AskThread {
  let ask: AskThread | null = null
  return (question) =>
    (ask ??= startThread(file, () => {
      ask = null
    }))(question)
}

function startThread(file: string, ended: () => void): AskThread {
  const worker = new Worker(file)
  const waiting = new Map<number, Waiting>()
  let count = 0
  const finish = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (one) how(one)
  }
  const end = (error: Error): void => {
    ended()
    for (const id of [...waiting.keys()])
      finish(id, ({ failed }) => {
        failed(error)
      })
  }
  worker.on('message', (message: unknown) => {
    const { id, answer, fault } = reply.parse(message)
    finish(id, ({ answered, failed }) => {
      if (fault === undefined) answered(answer)
      else failed(new ThreadFault(fault))
    })
  })
  worker.on('error', (error) => {
    end(error instanceof Error ? error : new ThreadFault('the thread failed'))
  })
  worker.on('exit', () => {
    end(new ThreadFault('the thread ended'))
  })
  return (question) =>
    new Promise((answered, failed) => {
      const id = count++
      waiting.set(id, { answered, failed })
      worker.ref()
      worker.postMessage({ id, question })
    })
}

const asked = z.object({ id: z.number(), question: z.unknown().optional() })

/** Called in the thread: answers each question that it is asked, one after another. */
export function answerQuestions(answerOf: (question: unknown) => unknown): void {
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (message: unknown) => {
    const { id, question } = asked.parse(message)
    last = last.then(async () => {
      try {
        parentPort?.postMessage({ id, answer: await answerOf(question) })
      } catch (error) {
        parentPort?.postMessage({ id, fault: String(error) })
      }
    })
  })
}
