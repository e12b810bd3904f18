import * as z from 'zod'
import { parsedBy } from '../../platform/cli/parsed.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type NotedEntry, checkLog } from '../app/checkLog.ts'
import type { AccessLog, AuthorityNamed } from '../app/ports.ts'

function notedEntry(text: string): NotedEntry | null {
  const [, number, hash] = /^(\d+):([0-9a-f]{16,64})$/i.exec(text) ?? []
  return number !== undefined && hash !== undefined ? { number: Number(number), hash: hash.toLowerCase() } : null
}

/** What `audit check` is asked. */
export const auditCheckAsked = z.object({
  authority: z.string(),
  noted: parsedBy(
    notedEntry,
    '--noted is an entry’s number and fingerprint as audit check gave them, like 1200:9f86d081884c7d65',
  ).optional(),
  format: z.enum(['table', 'json']).default('table'),
})

export interface AuditCheckDeps {
  log: Pick<AccessLog, 'chain' | 'beginsAfter'>
  /** Throws `Refusal` where the authority is not known. */
  authorityNamed: (codeOrName: string) => AuthorityNamed
}

/** `footprint audit check`: says that the log is as it was written. Throws `Refusal`, naming the first entry that is not. */
export async function auditCheck(
  asked: z.infer<typeof auditCheckAsked>,
  { log, authorityNamed }: AuditCheckDeps,
): Promise<string> {
  const authority = authorityNamed(asked.authority)
  const check = await checkLog(log, authority.code, asked.noted ?? null)
  if (!check.isWhole)
    throw new Refusal([{ row: check.brokenAt, reason: `The log of ${authority.name} is not whole. ${check.why}` }])
  const { entries, last, beginsAfter } = check
  if (asked.format === 'json')
    return `${JSON.stringify({ authority: authority.code, entries, last, beginsAfter }, null, 1)}\n`
  if (!last) return `The log of ${authority.name} has no entry yet.\n`
  return [
    `The log of ${authority.name} is as it was written: ${entries.toLocaleString('en-GB')} entries.`,
    ...(beginsAfter === 0
      ? []
      : [`It begins after entry ${beginsAfter}: those up to it were deleted after their time.`]),
    `Note the last one where nobody who keeps the database can change it, and give it to the next check:`,
    `  --noted ${last.number}:${last.hash}`,
    '',
  ].join('\n')
}
