import type { Generated } from 'kysely'
import { instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { transactionOf } from '../../platform/database/unit.ts'
import { readAsAuthority } from '../../platform/database/withAuthority.ts'
import type { InvitationLinks } from '../app/ports.ts'
import { hashOf, newSecret, readToken, tokenOf } from './tokens.ts'

/** See the migration. Moments are texts here. */
type LinkTables = {
  invitation_link: {
    authority: string
    token_hash: Buffer
    review_ref: string
    contact_ref: string
    created_at: Generated<string>
  }
}

/** Links kept in PostgreSQL, under the hash of their token. */
export function makeInvitationLinks(database: Database): InvitationLinks {
  const db = database.$extendTables<LinkTables>()
  return {
    make: async (unit, { reviewRef, contactRef }) => {
      const authority = unit.authority.code
      const secret = newSecret()
      const row = { authority, token_hash: hashOf(secret), review_ref: reviewRef, contact_ref: contactRef }
      await transactionOf(unit).$extendTables<LinkTables>().insertInto('invitation_link').values(row).execute()
      return tokenOf(authority, secret)
    },

    find: async (token) => {
      const read = readToken(token)
      if (!read) return null
      const { authority, secret } = read
      return readAsAuthority(db, authority, async (transaction) => {
        const row = await transaction
          .selectFrom('invitation_link')
          .select(['review_ref', 'contact_ref', 'created_at'])
          .where('authority', '=', authority)
          .where('token_hash', '=', hashOf(secret))
          .executeTakeFirst()
        if (!row) return null
        const { review_ref: reviewRef, contact_ref: contactRef, created_at: createdAt } = row
        return { authority, reviewRef, contactRef, createdAt: instant(createdAt) }
      })
    },
  }
}
