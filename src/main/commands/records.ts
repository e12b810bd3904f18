import * as z from 'zod'
import { COMMAND_LINE_ID } from '../../access/domain/actor.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { type DatabaseConfiguration, openDatabase } from '../../platform/database/database.ts'
import { migrateToLatest } from '../../platform/database/migrate.ts'
import { importAsked, importSsda903 } from '../../returns/ssda903/cli/importSsda903.ts'
import { settings, settingsAsked } from '../../settings/cli/settings.ts'
import { openServices } from '../services.ts'

export const runImportSsda903 = asking(importAsked, async (asked, context) => {
  const { importReturn } = await openServices(context)
  return importSsda903(asked, { importReturn, authorityNamed, progress: context.progress })
})

export const runSettings = asking(settingsAsked, async (asked, context) => {
  const { settings: store } = await openServices(context)
  return settings(asked, { store, by: COMMAND_LINE_ID, authorityNamed })
})

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
