import * as z from 'zod'
import { COMMAND_LINE_ID } from '../../access/domain/actor.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { importAsked, importSsda903 } from '../../returns/ssda903/cli/importSsda903.ts'
import { settings, settingsAsked } from '../../access/cli/settings.ts'
import { rooms as allRooms, settingsIn } from '../rooms.ts'
import { openServices } from '../services.ts'

export const runImportSsda903 = asking(importAsked, async (asked, context) => {
  const { importReturn } = await openServices(context)
  return importSsda903(asked, { importReturn, authorityNamed, progress: context.progress })
})

export const runSettings = asking(settingsAsked(settingsIn(allRooms)), async (asked, context) => {
  const { settings: store, rooms } = await openServices(context)
  return settings(asked, { store, all: settingsIn(rooms), by: COMMAND_LINE_ID, authorityNamed })
})

/** `footprint migrate`: says which migrations it ran. */
export const runMigrate = asking(z.object({}), async (_asked, context) => {
  const { close, migrated } = await openDatabase((await context.configuration()).database)
  context.atEnd(close)
  return migrated.length === 0 ? 'The tables were up to date.\n' : `Brought up to date: ${migrated.join(', ')}.\n`
})
