import type { Instant } from '../../kernel/dates.ts'
import { type VisibleChildren, maySee } from '../../world/visibility.ts'

/** What someone did with records of children. */
export interface LoggedAction {
  /** As the log names them. */
  personId: string
  action: 'read' | 'change'
  /** In words that follow who did it: `looked at the child’s page`. */
  what: string
  /** The children shown or changed, by id; empty where it was about none in particular. */
  children: readonly string[]
}

/** An action as the log holds it. */
export interface LogEntry extends LoggedAction {
  /** Counts from 1 in each authority, without a gap. */
  number: number
  recordedAt: Instant
}

/**
 * The entries as someone may read them who sees these children: without the children they may not see, and without entries about
 * none but such.
 */
export const entriesSeenBy = (visible: VisibleChildren, entries: readonly LogEntry[]): LogEntry[] =>
  entries.flatMap((entry) => {
    const children = entry.children.filter((child) => maySee(visible, child))
    return children.length === 0 && entry.children.length > 0 ? [] : [{ ...entry, children }]
  })
