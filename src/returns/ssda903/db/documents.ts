import type { Expression, ExpressionBuilder, SqlBool, Transaction } from 'kysely'
import type { Instant } from '../../../kernel/dates.ts'
import { isKnown } from '../../../platform/database/versions.ts'
import type { YearDocument } from '../domain/document.ts'
import type { ReturnTables } from './tables.ts'

/** A stored document with whose it is. */
export type ChildDocument = YearDocument & { child: string }

/** Whether a document is one of these children's. */
export const isOfOneOf =
  (children: readonly string[]) =>
  (eb: ExpressionBuilder<ReturnTables, 'return_child'>): Expression<SqlBool> =>
    eb('child', '=', eb.fn.any(eb.val([...children])))

/** Every year's document of these children, or of all where null, as known at a moment, or now where null. Unordered. */
export function documentsOf(
  db: Transaction<ReturnTables>,
  authority: string,
  children: readonly string[] | null,
  knownAt: Instant | null,
): Promise<ChildDocument[]> {
  return db
    .selectFrom('return_child')
    .select(['child', 'year', 'content', 'rows'])
    .where('authority', '=', authority)
    .where(isKnown(knownAt))
    .$if(children !== null, (documents) => documents.where(isOfOneOf(children ?? [])))
    .execute()
}

/** The documents of each child, in order of year. */
export function byChild(documents: readonly ChildDocument[]): Map<string, YearDocument[]> {
  const children = new Map<string, YearDocument[]>()
  for (const { child, year, content, rows } of documents) {
    const known = children.get(child)
    if (known) known.push({ year, content, rows })
    else children.set(child, [{ year, content, rows }])
  }
  for (const years of children.values()) years.sort((a, b) => a.year - b.year)
  return children
}
