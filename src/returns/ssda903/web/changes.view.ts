import { authorityPath } from '../../../platform/web/authorities.ts'
import type { ImportRunResult } from '../app/importRuns.ts'

type Done = Exclude<ImportRunResult, { outcome: 'refused' }>
type Changed = Pick<Done, 'changes' | 'addedChildren' | 'changedChildren' | 'removedChildren'>

/** The children whom an import adds, changes and removes, each list with how many are not in it. */
export function childLists(
  { changes, addedChildren, changedChildren, removedChildren }: Changed,
  year: string,
  isDone: boolean,
  code: string | null,
) {
  const lists = [
    // Once removed a child may be in no other year, and have no page.
    { text: isDone ? 'removed' : 'to be removed', ids: removedChildren, count: changes.removed, hasPage: !isDone },
    { text: isDone ? 'changed' : 'to be changed', ids: changedChildren, count: changes.changed, hasPage: true },
    // The files may name children whom their sender may not see.
    { text: isDone ? 'added' : 'to be added', ids: addedChildren, count: changes.added, hasPage: false },
  ]
  return lists
    .filter(({ ids }) => ids.length > 0)
    .map(({ text, ids, count, hasPage }) => ({
      summary: `Children ${text}, ${year}: ${count.toLocaleString('en-GB')}`,
      children: ids.map((child) => ({
        child,
        href: code !== null && hasPage ? authorityPath(code, 'children', child) : null,
      })),
      more: Math.max(0, count - ids.length),
    }))
}
