import { createHash } from 'node:crypto'
import type { AccessLog, ChainedEntry } from './ports.ts'

/** An entry with its fingerprint, noted outside the database: the log can't be rewritten up to it without being noticed. */
export interface NotedEntry {
  number: number
  hash: string
}

/** What the check of an authority's log found. */
export type LogCheck =
  { isWhole: true; entries: number; last: NotedEntry | null } | { isWhole: false; brokenAt: number; why: string }

const ENTRIES_AT_ONCE = 5000

/**
 * Calculates the hash of every entry again, from the first, and names the first entry that was changed. Each hash covers
 * the entry before, so nobody can change, remove or insert an earlier entry unnoticed. Two things only an entry noted
 * elsewhere (`noted`) can prove: that no entry is missing at the end, and that the whole log was not rewritten.
 */
export async function checkLog(
  log: Pick<AccessLog, 'chain'>,
  authority: string,
  noted: NotedEntry | null,
): Promise<LogCheck> {
  let last: NotedEntry = { number: 0, hash: '' }
  for (;;) {
    const entries = await log.chain(authority, last.number, ENTRIES_AT_ONCE)
    for (const entry of entries) {
      const why = faultIn(entry, last, authority, noted)
      if (why !== null) return { isWhole: false, brokenAt: last.number + 1, why }
      last = { number: entry.number, hash: entry.hash }
    }
    if (entries.length < ENTRIES_AT_ONCE) break
  }
  if (noted !== null && noted.number > last.number) {
    const why = `Entry ${noted.number} was noted, and the log ends with entry ${last.number}: entries have been taken out.`
    return { isWhole: false, brokenAt: last.number + 1, why }
  }
  return { isWhole: true, entries: last.number, last: last.number === 0 ? null : last }
}

function faultIn(entry: ChainedEntry, before: NotedEntry, authority: string, noted: NotedEntry | null): string | null {
  if (entry.number !== before.number + 1) {
    return `Entry ${before.number + 1} is missing: entry ${entry.number} follows entry ${before.number}.`
  }
  if (entry.hash !== hashOf(entry, before.hash, authority)) {
    return `Entry ${entry.number} is not as it was written, or does not follow entry ${before.number}.`
  }
  if (noted?.number === entry.number && !entry.hash.startsWith(noted.hash)) {
    return `Entry ${entry.number} does not have the fingerprint that was noted: the log has been rewritten.`
  }
  return null
}

/** As the database's own trigger works it out: see the migration. */
function hashOf(entry: ChainedEntry, before: string, authority: string): string {
  const { number, recordedAt, personId, action, what, children } = entry
  const covered = JSON.stringify([authority, String(number), recordedAt, personId, action, what, ...children])
  return createHash('sha256').update(Buffer.from(before, 'hex')).update(covered, 'utf8').digest('hex')
}
