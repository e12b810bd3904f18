import { listed } from '../../kernel/words.ts'
import { type Draft, differingColumns } from './draft.ts'

/** Finds rows of one table that have the same key and say different things. The same said twice is said once. */
export function faultSameKeys(drafts: readonly Draft[]): void {
  const firstByKey = new Map<string, Draft>()
  for (const draft of drafts) {
    if (draft.key === null || draft.faults.length > 0) continue
    const first = firstByKey.get(draft.key)
    if (!first) {
      firstByKey.set(draft.key, draft)
      continue
    }
    const { register } = draft.table
    const differing = differingColumns(register, first.content, draft.content)
    const [column] = register.key
    if (differing.length === 0 || column === undefined) continue
    draft.faults.push({
      column,
      reason: `has the same ${listed(register.key)} as row ${first.sent.row}, with another ${listed(differing)}`,
    })
    first.hindrances.push({ column, reason: `is said otherwise in row ${draft.sent.row}: which one holds?` })
  }
}
