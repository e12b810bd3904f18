import { createHash } from 'node:crypto'

/**
 * The name by which calendars know a meeting, whatever becomes of it. A review's own reference may hold a child's id:
 * nobody who sees a calendar can read it out of this.
 */
export const meetingUid = (authority: string, reviewRef: string, number: number): string =>
  `${createHash('sha256')
    .update(JSON.stringify([authority, reviewRef, number]))
    .digest('hex')
    .slice(0, 32)}@footprint`
