import type { Subject } from '../../clocks/clock.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { HouseholdSignKind, SignKind } from './kinds.ts'

/** Something of a child that an officer should look at. */
export interface Sign {
  kind: SignKind
  child: string
  subject: Subject
  /** Since when it is there. */
  since: PlainDate
  /** Its reason, in whole sentences; no names. */
  why: string
  /** What it proposes; null for nothing. Nothing is opened by itself. */
  prompts: 'challenge' | null
}

/** Something of a fostering household that an officer should look at. */
export interface HouseholdSign extends Omit<Sign, 'kind' | 'child'> {
  kind: HouseholdSignKind
  child: null
}

/** A sign of whatever it is about. */
export type AnySign = Sign | HouseholdSign

/** A sign before it is said of whom. */
export type Found = Pick<Sign, 'since' | 'why' | 'prompts'>

export const found = (since: PlainDate, why: string, prompts: Sign['prompts'] = null): Found => ({
  since,
  why,
  prompts,
})
