import { createHash } from 'node:crypto'
import type { Booking } from '../domain/bookings.ts'

/**
 * What a form shows of a review that it changes: another where anyone has changed the review or a meeting of it since.
 * A change that brings another is refused.
 */
export const fingerprintOf = ({ review, meetings }: Pick<Booking, 'review' | 'meetings'>): string =>
  createHash('sha256')
    .update(JSON.stringify([review, meetings]))
    .digest('hex')
    .slice(0, 20)
