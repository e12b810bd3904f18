import * as z from 'zod'
import { asking } from '../../platform/cli/command.ts'
import { openDatabase } from '../../platform/database/database.ts'

/** `footprint migrate`: says which migrations it ran. */
export const runMigrate = asking(z.object({}), async (_asked, context) => {
  const { close, migrated } = await openDatabase((await context.configuration()).database)
  context.atEnd(close)
  return migrated.length === 0 ? 'The tables were up to date.\n' : `Brought up to date: ${migrated.join(', ')}.\n`
})
