import * as z from 'zod'
import { type WayInKind, unnamedProxyNote, wayInOf } from '../../access/web/wayIn.ts'
import { type CommandContext, asking } from '../../platform/cli/command.ts'
import { traceOf } from '../../platform/web/errors.ts'
import type { House } from '../../house/house.ts'
import { messagesServices, startWorking } from '../../messages/services.ts'
import { openHouse } from '../house.ts'
import { type Listening, logOf, startServing } from '../web.ts'

/** What `serve` and `demo` are asked. */
export const serveAsked = z.object({
  port: z.coerce
    .number({ error: '--port is a number' })
    .int('--port is a whole number')
    .min(0, '--port is a number from 0 to 65535')
    .max(65535, '--port is a number from 0 to 65535')
    .default(3000),
})

/** `footprint serve`: the web application, until it is interrupted. */
export const runServe = asking(serveAsked.extend({ host: z.string().optional() }), async ({ host, port }, context) => {
  const wayIn = wayInOf(await context.configuration())
  const opened = await openHouse(context)
  return serveUntilInterrupted(opened, context, wayIn, { host: host ?? null, port })
})

/**
 * Serves the web application and works on the jobs, says where, and does not come back: what ends it is the
 * interruption.
 */
export async function serveUntilInterrupted(
  { house, databaseUrl }: { house: House; databaseUrl: string },
  context: CommandContext,
  wayIn: WayInKind,
  listening: Listening,
): Promise<never> {
  const configuration = await context.configuration()
  const log = logOf(configuration)
  const { address, close } = await startServing(house, configuration, wayIn, listening)
  context.atEnd(close)
  context.atEnd(surviveStrayFaults(log))
  const proxyNote = unnamedProxyNote(wayIn, configuration.proxies)
  if (proxyNote !== null) context.note(proxyNote)
  const workers = await startWorking(messagesServices(house), databaseUrl, log)
  context.atEnd(workers.stop)
  await context.print(`Footprint is at ${address}${whoMayCome(wayIn)}\nPress Ctrl-C to stop it.\n`)
  return new Promise<never>(() => undefined)
}

/** A fault that nobody waits for any more is logged: it must not end the server for everyone. Gives the way to stop. */
function surviveStrayFaults(log: ReturnType<typeof logOf>): () => Promise<void> {
  const note = (fault: unknown) => {
    log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'a fault that nobody waited for')
  }
  process.on('unhandledRejection', note)
  return () => {
    process.off('unhandledRejection', note)
    return Promise.resolve()
  }
}

function whoMayCome(wayIn: WayInKind): string {
  switch (wayIn.kind) {
    case 'operator':
      return ', for this computer only. No sign-in is set up: anyone at this computer may do everything.'
    case 'demo':
      return ', for this computer only. Sign in as any of its made-up people.'
    case 'provider':
      return `. People sign in at ${wayIn.origin.origin}.`
  }
}
