import { type Generated, type QueryCreator, type Transaction, sql } from 'kysely'
import { date, instant } from '../../kernel/dates.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Unit, transactionOf } from '../../platform/database/unit.ts'
import { WrittenLater } from '../../platform/database/writtenLater.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { LinkTarget, PrivateLinks } from '../app/privateLinks.ts'
import { hashOf, newSecret, readToken, tokenOf } from './tokens.ts'

/** See the migrations. Days and moments are texts here. */
type LinkTables = {
  private_link: {
    authority: string
    token_hash: Buffer
    purpose: string
    child: string | null
    detail: string | null
    review_ref: string | null
    contact_ref: string
    created_at: Generated<string>
    ends_on: string | null
    ended_at: string | null
    misses: Generated<number>
  }
}

/** So often may something else be typed than what a link asks for: a birthday is one of 366. */
const MOST_MISSES = 10

/** Links kept in PostgreSQL, under the hash of their token. */
export function makePrivateLinks(database: Database): PrivateLinks {
  const db = database.$extendTables<LinkTables>()
  const added = new WrittenLater<AddedLink>('outbox', (transaction, authority, links) =>
    addLinks(transaction.$extendTables<LinkTables>(), authority, links),
  )
  return {
    make: (unit, link) => {
      const { row, token } = newLink(unit, link)
      added.add(unit, { row, isInPlace: false })
      return Promise.resolve(token)
    },

    replace: (unit, link) => {
      const { row, token } = newLink(unit, link)
      added.add(unit, { row, isInPlace: true })
      return Promise.resolve(token)
    },

    find: async (purpose, token) => {
      const read = readToken(token)
      if (!read) return null
      const { authority, secret } = read
      return readAsAuthority(db, authority, async (transaction) => {
        const row = await transaction
          .selectFrom('private_link')
          .select(['child', 'detail', 'review_ref', 'contact_ref', 'created_at'])
          .select(sql<string | null>`to_char(ends_on, 'YYYY-MM-DD')`.as('ends_on'))
          .where('authority', '=', authority)
          .where('token_hash', '=', hashOf(secret))
          .where('purpose', '=', purpose)
          .where('ended_at', 'is', null)
          .executeTakeFirst()
        if (!row) return null
        return {
          authority,
          purpose,
          child: row.child,
          detail: row.detail,
          reviewRef: row.review_ref,
          contactRef: row.contact_ref,
          createdAt: instant(row.created_at),
          endsOn: row.ends_on === null ? null : date(row.ends_on),
        }
      })
    },

    tried: async (token, isRight) => {
      const read = readToken(token)
      if (!read) return false
      const more = isRight ? 0 : 1
      const { rows } = await withAuthority(db, read.authority, (transaction) =>
        // A right try writes too: so it waits for the wrong ones before it, and sees whether they have ended the link.
        sql`
          update private_link set misses = misses + ${more}::integer,
            ended_at = case when misses + ${more}::integer >= ${MOST_MISSES} then now() else ended_at end
          where authority = ${read.authority} and token_hash = ${hashOf(read.secret)} and ended_at is null
          returning purpose`.execute(transaction),
      )
      return rows.length > 0
    },

    use: async (unit, token) => {
      const read = readToken(token)
      if (read?.authority !== unit.authority.code) return false
      await added.writeNow(unit)
      const ended = await transactionOf(unit)
        .$extendTables<LinkTables>()
        .updateTable('private_link')
        .set({ ended_at: sql<string>`now()` })
        .where('authority', '=', read.authority)
        .where('token_hash', '=', hashOf(read.secret))
        .where('ended_at', 'is', null)
        .returning('purpose')
        .execute()
      return ended.length > 0
    },

    end: async (unit, link) => {
      await added.writeNow(unit)
      const ended = await endedOf(tablesOf(unit), unit, link).execute()
      return ended.toSorted((a, b) => a.created_at.localeCompare(b.created_at)).at(-1)?.detail ?? null
    },
  }
}

/** A new link, and whether it stands in place of those before it. */
interface AddedLink {
  row: ReturnType<typeof newLink>['row']
  isInPlace: boolean
}

const isOfSame = (one: AddedLink['row'], other: AddedLink['row']): boolean =>
  one.purpose === other.purpose &&
  one.child === other.child &&
  one.review_ref === other.review_ref &&
  one.contact_ref === other.contact_ref

/** Adds links in their order: one in place of others ends those before it, also of the same list. */
async function addLinks(
  transaction: Transaction<LinkTables>,
  authority: string,
  links: readonly AddedLink[],
): Promise<void> {
  const inPlace = links.filter((link) => link.isInPlace).map(({ row }) => row)
  if (inPlace.length > 0) {
    const targets = JSON.stringify(
      inPlace.map(({ purpose, child, review_ref, contact_ref }) => ({ purpose, child, review_ref, contact_ref })),
    )
    await sql`
      update private_link as link set ended_at = now()
      from json_to_recordset(${targets}::json) as target (purpose text, child text, review_ref text, contact_ref text)
      where link.authority = ${authority} and link.ended_at is null and link.purpose = target.purpose
        and link.child is not distinct from target.child and link.review_ref is not distinct from target.review_ref
        and link.contact_ref = target.contact_ref`.execute(transaction)
  }
  const rows = links.map(({ row }, at) => {
    const isEnded = links.slice(at + 1).some((later) => later.isInPlace && isOfSame(later.row, row))
    return { ...row, ended_at: isEnded ? sql<string>`now()` : null }
  })
  await transaction.insertInto('private_link').values(rows).execute()
}

const tablesOf = (unit: Unit) => transactionOf(unit).$extendTables<LinkTables>()

/** A new link as a row, and the token that finds it. */
function newLink(
  unit: Unit,
  { purpose, child, detail, reviewRef, contactRef, endsOn }: Parameters<PrivateLinks['make']>[1],
) {
  const authority = unit.authority.code
  const secret = newSecret()
  const row = {
    authority,
    token_hash: hashOf(secret),
    purpose,
    child,
    detail,
    review_ref: reviewRef,
    contact_ref: contactRef,
    ends_on: endsOn?.toString() ?? null,
  }
  return { row, token: tokenOf(authority, secret) }
}

/** Ends the links of this purpose that the contact has. */
const endedOf = (db: QueryCreator<LinkTables>, unit: Unit, { purpose, child, reviewRef, contactRef }: LinkTarget) =>
  db
    .updateTable('private_link')
    .set({ ended_at: sql<string>`now()` })
    .where('authority', '=', unit.authority.code)
    .where('purpose', '=', purpose)
    .where('child', 'is not distinct from', child)
    .where('review_ref', 'is not distinct from', reviewRef)
    .where('contact_ref', '=', contactRef)
    .where('ended_at', 'is', null)
    .returning(['detail', 'created_at'])
