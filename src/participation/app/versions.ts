import { createHash } from 'node:crypto'

/**
 * A short text that is another for another value: forms carry it, and a change is refused where what they show is not
 * what holds any more. Dates count as they are written; the order of a row's columns does not.
 */
export function versionOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex').slice(0, 16)
}

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/**
 * The name by which calendars know a meeting, whatever becomes of it. A review's own reference may hold a child's id:
 * nobody who sees a calendar can read it out of this.
 */
export const meetingUid = (authority: string, reviewRef: string, number: number): string =>
  `${createHash('sha256')
    .update(JSON.stringify([authority, reviewRef, number]))
    .digest('hex')
    .slice(0, 32)}@footprint`
