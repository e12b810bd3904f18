import { type Transaction, sql } from 'kysely'
import type { Instant } from '../../kernel/dates.ts'
import { ensureAuthority } from '../../platform/database/authorities.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import type { SettingsStore } from '../app/ports.ts'
import { type OwnSettings, ownSettingsSchema, settingsSchema } from '../settings.ts'

/** Settings kept in PostgreSQL. */
export function makeSettingsStore(database: Database): SettingsStore {
  const own = (authority: string, knownAt: Instant | null) =>
    readAsAuthority(database, authority, (transaction) => stored(transaction, authority, knownAt))
  return {
    read: async (authority, knownAt) => settingsSchema.parse(await own(authority, knownAt)),
    own: (authority) => own(authority, null),
    replace: (authority, own) =>
      withAuthority(database, authority.code, async (transaction) => {
        await ensureAuthority(transaction, authority)
        await replaceSettings(transaction, authority.code, own)
      }),
  }
}

async function stored(
  transaction: Transaction<object>,
  authority: string,
  knownAt: Instant | null,
): Promise<OwnSettings> {
  const { rows } = await sql<{ settings: unknown }>`
    select settings from authority_settings where authority = ${authority} and ${isKnown(knownAt)}`.execute(transaction)
  return ownSettingsSchema.parse(rows[0]?.settings ?? {})
}

async function replaceSettings(transaction: Transaction<object>, authority: string, own: OwnSettings): Promise<void> {
  const moment = await nextMoment(transaction, authority, 'authority_settings', 'known_from')
  await sql`update authority_settings set known_to = ${moment}
    where authority = ${authority} and ${isKnown(null)}`.execute(transaction)
  await sql`insert into authority_settings (authority, known_from, settings)
    values (${authority}, ${moment}, ${JSON.stringify(own)})`.execute(transaction)
}
