import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { ChildRecord } from './record.ts'

/**
 * Whether the child counts as an unaccompanied asylum-seeking child on this day: listed, and the status (DUC) has not
 * ceased, or ceases later.
 */
export const isUnaccompaniedOn = (record: ChildRecord, day: PlainDate): boolean =>
  record.unaccompanied.some((fact) => fact.ceasesOn === null || isAfter(fact.ceasesOn, day))
