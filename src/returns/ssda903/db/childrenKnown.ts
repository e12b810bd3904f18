import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { isKnown } from '../../../platform/database/versions.ts'
import { readAsAuthority } from '../../../platform/database/withAuthority.ts'

/** Gives which of these children any return that is stored now speaks of. */
export const makeChildrenKnown =
  (database: Database) =>
  (authority: string, children: readonly string[]): Promise<ReadonlySet<string>> =>
    readAsAuthority(database, authority, async (transaction) => {
      const { rows } = await sql<{ child: string }>`
        select distinct child from return_child
        where authority = ${authority} and child = any(${[...children]}) and ${isKnown(null)}`.execute(transaction)
      return new Set(rows.map(({ child }) => child))
    })
