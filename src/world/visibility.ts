import type { Visibility } from '../kernel/visibility.ts'
import { MemoryBudget } from '../kernel/memoryBudget.ts'
import { rowsSeen } from '../registers/people.ts'
import { type Register, type StoredRows, countOf } from '../registers/register.ts'
import type { Known, WorldOf } from './world.ts'

/** Which children someone may see. */
export interface VisibleChildren {
  /** Only these; null for everyone in the authority. */
  only: ReadonlySet<string> | null
  /** Never these, which are sealed. */
  sealed: ReadonlySet<string>
}

/** Whether the child may be seen. */
export const maySee = ({ only, sealed }: VisibleChildren, child: string): boolean =>
  (only === null || only.has(child)) && !sealed.has(child)

/** The same as data, for engines and rooms that know nothing of roles and seals. */
export const visibilityIn = ({ only, sealed }: VisibleChildren): Visibility => ({
  only: only && [...only],
  hidden: [...sealed],
})

/**
 * Gives a world of an authority without children who may not be seen. `name`: what tells it from the authority's other
 * worlds, under which it is remembered; null where the whole world is not remembered either.
 */
export type SeenBy<World> = (world: World, visible: VisibleChildren, authority: string, name: string | null) => World

/** Of a list of rows seen, of what is worked out of it, and of the row's place in it. */
const BYTES_A_ROW_SEEN = 150
/** The histories themselves are the whole world's: what is worked out of them for someone takes half of what they do. */
const SHARE_OF_A_HISTORY_SEEN = 0.5

/** What is seen of a world, and what it was made of. That is not held: once changed, a world is of no use to anyone. */
interface Seen<World extends WeakKey, Histories extends WeakKey> {
  whole: WeakRef<World>
  histories: WeakRef<Histories>
  seen: World
}

/**
 * Gives worlds as they may be seen: who is not to be seen is in no list, count, search, figure or file made of one, as
 * though they had never been in the records. Those who see the same share one world, with all that is derived of it.
 * `registers`: all that there are, whose columns say whom a row is about. `bytesOf`: as the whole world counts a history.
 */
export function makeSeenBy<History extends Known, Coverage>(
  registers: readonly Register[],
  bytesOf: (history: History) => number = () => 0,
  budget = new MemoryBudget(Infinity),
): SeenBy<WorldOf<History, Coverage>> {
  const rowsByVisible = budget.values<(stored: StoredRows) => StoredRows>()
  const remembered = budget.values<Seen<WorldOf<History, Coverage>, readonly History[]>>()

  function rowsOf(stored: StoredRows, visible: VisibleChildren, authority: string, visibleKey: string): StoredRows {
    const seen = rowsByVisible.get(authority, visibleKey) ?? rowsSeen(registers, (child) => maySee(visible, child))
    const rows = seen(stored)
    rowsByVisible.set(authority, visibleKey, seen, countOf(rows) * BYTES_A_ROW_SEEN)
    return rows
  }

  return (world, visible, authority, name) => {
    if (visible.only === null && visible.sealed.size === 0) return world
    const visibleKey = JSON.stringify([visible.only && [...visible.only].sort(), [...visible.sealed].sort()])
    const key = `${name ?? ''} ${visibleKey}`
    const before = name === null ? undefined : remembered.get(authority, key)
    if (before?.whole.deref() === world) return before.seen
    const histories =
      before?.histories.deref() === world.histories
        ? before.seen.histories
        : world.histories.filter(({ record }) => maySee(visible, record.child))
    const seen = { ...world, histories, registers: rowsOf(world.registers, visible, authority, visibleKey) }
    if (name !== null) {
      const made = { whole: new WeakRef(world), histories: new WeakRef(world.histories), seen }
      const bytes = histories.reduce((sum, history) => sum + SHARE_OF_A_HISTORY_SEEN * bytesOf(history), 0)
      remembered.set(authority, key, made, bytes)
    }
    return seen
  }
}
