import type { PlainDate } from '../../kernel/dates.ts'
import type { SignKind } from './kinds.ts'

/** Something of a child that an officer should look at. */
export interface Sign {
  kind: SignKind
  child: string
  /** Since when it is there. */
  since: PlainDate
  /** Its reason, in whole sentences; no names. */
  why: string
  /** What it proposes; null for nothing. Nothing is opened by itself. */
  prompts: 'challenge' | null
}

/** A sign before it is said of whom. */
export type Found = Pick<Sign, 'since' | 'why' | 'prompts'>

export const found = (since: PlainDate, why: string, prompts: Sign['prompts'] = null): Found => ({
  since,
  why,
  prompts,
})
