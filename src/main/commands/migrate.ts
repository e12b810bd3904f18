import * as z from 'zod'
import { asking } from '../../platform/cli/command.ts'
import { type DatabaseConfiguration, openDatabase } from '../../platform/database/database.ts'
import { migrateToLatest } from '../../platform/database/migrate.ts'

/** `footprint migrate`: says which migrations it ran. The owner's address is enough: nothing else is signed in with. */
export const runMigrate = asking(z.object({}), async (_asked, context) => {
  const { database } = await context.configuration()
  const migrated = await (database.ownerUrl === null ? openAndClose(database) : migrateToLatest(database.ownerUrl))
  return migrated.length === 0 ? 'The tables were up to date.\n' : `Brought up to date: ${migrated.join(', ')}.\n`
})

async function openAndClose(configuration: DatabaseConfiguration): Promise<readonly string[]> {
  const { close, migrated } = await openDatabase(configuration)
  await close()
  return migrated
}
