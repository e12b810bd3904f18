import { createHash } from 'node:crypto'
import type { AccessLog, ChainedEntry } from './ports.ts'

/** An entry with its fingerprint, noted outside the database: the log can't be rewritten up to it without being noticed. */
export interface NotedEntry {
  number: number
  hash: string
}

/** What the check of an authority's log found. */
export type LogCheck =
  | { isWhole: true; entries: number; last: NotedEntry | null; beginsAfter: number }
  | { isWhole: false; brokenAt: number; why: string }

const ENTRIES_AT_ONCE = 5000

/**
 * Calculates the hash of every entry again, from the first, and names the first entry that was changed. Each hash covers
 * the entry before, so nobody can change, remove or insert an earlier entry unnoticed. Two things only an entry noted
 * elsewhere (`noted`) can prove: that no entry is missing at the end, and that the whole log was not rewritten. Entries may
 * have been deleted after their time: the rest is checked from the fingerprint of the last of them.
 */
export async function checkLog(
  log: Pick<AccessLog, 'chain' | 'beginsAfter'>,
  authority: string,
  noted: NotedEntry | null,
): Promise<LogCheck> {
  const begin = (await log.beginsAfter(authority)) ?? { number: 0, hash: '' }
  if (noted !== null && noted.number < begin.number) {
    const why = `Entry ${noted.number} was noted, and the entries up to ${begin.number} were deleted after their time: give the check an entry that was noted later.`
    return { isWhole: false, brokenAt: noted.number, why }
  }
  let last: NotedEntry = begin
  for (;;) {
    const entries = await log.chain(authority, last.number, ENTRIES_AT_ONCE)
    for (const entry of entries) {
      const why = faultIn(entry, last, authority, noted)
      if (why !== null) return { isWhole: false, brokenAt: last.number + 1, why }
      last = { number: entry.number, hash: entry.hash }
    }
    if (entries.length < ENTRIES_AT_ONCE) break
  }
  if (noted?.number === begin.number && !begin.hash.startsWith(noted.hash)) {
    return { isWhole: false, brokenAt: begin.number + 1, why: rewritten(begin.number) }
  }
  if (noted !== null && noted.number > last.number) {
    const why = `Entry ${noted.number} was noted, and the log ends with entry ${last.number}: entries have been taken out.`
    return { isWhole: false, brokenAt: last.number + 1, why }
  }
  const entries = last.number - begin.number
  return { isWhole: true, entries, last: entries === 0 ? null : last, beginsAfter: begin.number }
}

function faultIn(entry: ChainedEntry, before: NotedEntry, authority: string, noted: NotedEntry | null): string | null {
  if (entry.number !== before.number + 1) {
    return `Entry ${before.number + 1} is missing: entry ${entry.number} follows entry ${before.number}.`
  }
  if (entry.hash !== hashOf(entry, before.hash, authority)) {
    return `Entry ${entry.number} is not as it was written, or does not follow entry ${before.number}.`
  }
  if (noted?.number === entry.number && !entry.hash.startsWith(noted.hash)) {
    return rewritten(entry.number)
  }
  return null
}

const rewritten = (number: number): string =>
  `Entry ${number} does not have the fingerprint that was noted: the log has been rewritten.`

/** As the database's own trigger works it out: see the migration. */
function hashOf(entry: ChainedEntry, before: string, authority: string): string {
  const { number, recordedAt, personId, action, what, children } = entry
  const covered = JSON.stringify([authority, String(number), recordedAt, personId, action, what, ...children])
  return createHash('sha256').update(Buffer.from(before, 'hex')).update(covered, 'utf8').digest('hex')
}
