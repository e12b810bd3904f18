import { z } from 'zod'
import { type CommandContext, asking } from '../../platform/cli/command.ts'
import { type Services, openServices } from '../services.ts'
import { startServing } from '../web.ts'

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
export const runServe = asking(serveAsked, async ({ port }, context) => {
  await serveUntilInterrupted(await openServices(context), context, port)
  return ''
})

/** Serves the web application, says where, and does not come back: what ends it is the interruption. */
export async function serveUntilInterrupted(services: Services, context: CommandContext, port: number): Promise<never> {
  const { address, close } = await startServing(services, context.configuration, port)
  context.atEnd(close)
  context.print(`Footprint is at ${address}, for this computer only: nobody signs in yet.\nPress Ctrl-C to stop it.\n`)
  return new Promise<never>(() => undefined)
}
