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
 * while nothing is awaited of it. `file` calls `answerQuestions`. A thread that owes an answer and has given none for
 * `longestSilence` (milliseconds) is ended.
 */
export function questionThread(file: string, longestSilence?: number): AskThread {
  let current: AskThread | null = null
  const start = (): AskThread => {
    // What is heard of a thread after it ended says nothing of the one that was started since.
    const started = startThread(file, longestSilence, () => {
      if (current === started) current = null
    })
    return started
  }
  return (question) => (current ??= start())(question)
}

function startThread(file: string, longestSilence: number | undefined, ended: () => void): AskThread {
  const worker = new Worker(file)
  const waiting = new Map<number, Waiting>()
  let count = 0
  let silence: NodeJS.Timeout | undefined
  const listen = (): void => {
    clearTimeout(silence)
    if (waiting.size > 0 && longestSilence !== undefined) silence = setTimeout(giveUp, longestSilence)
  }
  const finish = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id)
    waiting.delete(id)
    listen()
    if (waiting.size === 0) worker.unref()
    if (one) how(one)
  }
  const giveUp = (): void => {
    end(new ThreadFault(`the thread gave no answer for ${(longestSilence ?? 0) / 1000} s`))
    void worker.terminate()
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
    end(new ThreadFault(`the thread failed: ${String(error)}`, { cause: error }))
  })
  worker.on('messageerror', () => {
    end(new ThreadFault('an answer of the thread could not be read'))
    void worker.terminate()
  })
  worker.on('exit', () => {
    end(new ThreadFault('the thread ended'))
  })
  // Listening alone would keep a command from its end.
  worker.unref()
  return (question) =>
    new Promise((answered, failed) => {
      const id = count++
      // What can't be sent throws here, and nothing is awaited of it.
      worker.postMessage({ id, question })
      waiting.set(id, { answered, failed })
      worker.ref()
      if (waiting.size === 1) listen()
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
