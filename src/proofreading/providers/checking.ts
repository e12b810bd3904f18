import * as z from 'zod'
import { type AskThread, ThreadFault, questionThread } from '../../platform/questionThread.ts'
import { Refusal } from '../../platform/refusal.ts'
import { threadFile } from '../../platform/sources.ts'
import { type Finding, kinds } from '../domain/finding.ts'

/** Reads and checks a report. Throws `Refusal` where it can't be read, or takes too much. */
export type CheckFile = (name: string, bytes: Uint8Array) => Promise<Finding[]>

const finding = z.object({
  quote: z.string(),
  also: z.string().nullable(),
  place: z.string(),
  kind: z.enum(kinds),
  message: z.string(),
  computation: z.string().nullable(),
  expected: z.string().nullable(),
  severity: z.enum(['error', 'warning', 'note']),
  confidence: z.number(),
})
const reason = z.object({
  file: z.string(),
  row: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
})
const answer = z.union([z.object({ findings: z.array(finding) }), z.object({ reasons: z.array(reason) })])

/**
 * Checks reports by a thread, one after another: a file comes from anybody, and meanwhile pages are served and a command
 * can be ended. One that takes too much is refused alone: those who wait are asked of another thread.
 */
export function checkFileBy(ask: AskThread): CheckFile {
  let last: Promise<unknown> = Promise.resolve()
  return (name, bytes) => {
    const checked = last.then(() => findingsBy(ask, name, bytes))
    last = checked.catch(() => undefined)
    return checked
  }
}

async function findingsBy(ask: AskThread, name: string, bytes: Uint8Array): Promise<Finding[]> {
  const read = answer.parse(
    await ask({ name, bytes }).catch((error: unknown) => {
      throw error instanceof ThreadFault && TOO_MUCH.test(error.message)
        ? Object.assign(new Refusal([{ file: name, reason: REFUSED }]), { cause: error })
        : error
    }),
  )
  if ('findings' in read) return read.findings
  throw new Refusal(read.reasons)
}

/** What a thread says that took too long, or that ran out of memory. */
const TOO_MUCH = /gave no answer|memory limit/
const REFUSED = 'takes too long to check: check it in parts, or without what is no text'

/** In milliseconds. The longest published report takes a second. */
const LONGEST_SILENCE = 10_000

/** Checks in this process's thread. */
export const checkFile = checkFileBy(
  questionThread(threadFile('proofreading/providers/checkingThread.ts'), LONGEST_SILENCE),
)
