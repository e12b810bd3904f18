import { type Transaction, sql } from 'kysely'
import * as z from 'zod'
import { askTogether } from '../../kernel/askTogether.ts'
import { type Instant, instant } from '../../kernel/dates.ts'
import { MemoryBudget } from '../../kernel/memoryBudget.ts'
import { ensureAuthority } from '../../platform/database/authorities.ts'
import type { Database } from '../../platform/database/database.ts'
import { isKnown, nextMoment } from '../../platform/database/versions.ts'
import { readAsAuthority, withAuthority } from '../../platform/database/withAuthority.ts'
import { readOnce } from '../../platform/oneReading.ts'
import type { SettingsStore } from '../app/ports.ts'
import { type Settings, defaultSettings } from '../settings.ts'

/** Settings as they are kept: each is read by the room that declares it. */
const kept = z.record(z.string(), z.unknown())

const BYTES_OF_SETTINGS = 10_000

/** Settings kept in PostgreSQL. */
export function makeSettingsStore(database: Database, budget = new MemoryBudget(Infinity)): SettingsStore {
  const remembered = budget.values<{ version: string; settings: Settings }>({ isBasis: true })
  const stored = readOnce(
    askTogether((authority: string, knownAt: Instant | null) =>
      readAsAuthority(database, authority, (transaction) => storedVersion(transaction, authority, knownAt)),
    ),
  )

  return {
    read: async (authority, knownAt) => {
      const found = await stored(authority, knownAt)
      if (!found) return defaultSettings
      if (knownAt !== null) return kept.parse(found.settings)
      const known = remembered.get(authority, 'settings')
      if (known?.version === found.version) return known.settings
      const settings = kept.parse(found.settings)
      remembered.set(authority, 'settings', { version: found.version, settings }, BYTES_OF_SETTINGS)
      return settings
    },

    current: async (authority) => {
      const found = await stored(authority, null)
      return { own: kept.parse(found?.settings ?? {}), version: found?.version ?? '' }
    },

    versions: (authority) =>
      readAsAuthority(database, authority, async (transaction) => {
        const { rows } = await sql<{ known_from: string; settings: unknown; recorded_by: string | null }>`
          select known_from, settings, recorded_by from authority_settings
          where authority = ${authority} order by known_from desc`.execute(transaction)
        return rows.map(({ known_from, settings, recorded_by }) => ({
          own: kept.parse(settings),
          knownFrom: instant(known_from),
          by: recorded_by,
        }))
      }),

    replace: (authority, own, { by, replaces }) =>
      withAuthority(database, authority.code, async (transaction) => {
        await ensureAuthority(transaction, authority)
        // Before the version is looked at: what holds then must still hold when it is replaced.
        const { moment } = await nextMoment(transaction, authority.code, 'authority_settings', 'known_from')
        const found = await storedVersion(transaction, authority.code, null)
        if ((found?.version ?? '') !== replaces) return false
        await begin(transaction, authority.code, moment, own, by)
        return true
      }),
  }
}

async function storedVersion(
  transaction: Transaction<object>,
  authority: string,
  knownAt: Instant | null,
): Promise<{ version: string; settings: unknown } | null> {
  const { rows } = await sql<{ known_from: string; settings: unknown }>`
    select known_from, settings from authority_settings
    where authority = ${authority} and ${isKnown(knownAt)}`.execute(transaction)
  const [row] = rows
  return row ? { version: instant(row.known_from).toString(), settings: row.settings } : null
}

/** Ends, at `moment`, the version that holds, and begins this one. */
async function begin(
  transaction: Transaction<object>,
  authority: string,
  moment: string,
  own: Settings,
  by: string,
): Promise<void> {
  await sql`update authority_settings set known_to = ${moment}
    where authority = ${authority} and ${isKnown(null)}`.execute(transaction)
  await sql`insert into authority_settings (authority, known_from, settings, recorded_by)
    values (${authority}, ${moment}, ${JSON.stringify(own)}, ${by})`.execute(transaction)
}
