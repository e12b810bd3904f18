import { resolve } from 'node:path'
import { z } from 'zod'
import type { DatabaseConfiguration } from './database/database.ts'
import { Refusal } from './refusal.ts'

/** What the environment says of an installation. */
export interface Configuration {
  database: DatabaseConfiguration
  /** From which level on the log is written, to standard error. */
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be an address like postgresql://user:password@host:5432/database')

const environmentSchema = z.object({
  FOOTPRINT_DATABASE_URL: databaseUrl.optional(),
  FOOTPRINT_DATABASE_OWNER_URL: databaseUrl.optional(),
  FOOTPRINT_DATA: z.string().default('data'),
  FOOTPRINT_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('silent'),
})

/** The configuration in these environment variables; a blank one counts as not set. Throws `Refusal`, never with a value. */
export function configurationOf(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success) {
    throw new Refusal(
      parsed.error.issues.map(({ path, message }) => ({
        reason: `The environment variable ${path.join('.')}: ${message}`,
      })),
    )
  }
  const { FOOTPRINT_DATABASE_URL, FOOTPRINT_DATABASE_OWNER_URL, FOOTPRINT_DATA, FOOTPRINT_LOG } = parsed.data
  return {
    database: {
      url: FOOTPRINT_DATABASE_URL ?? null,
      ownerUrl: FOOTPRINT_DATABASE_OWNER_URL ?? null,
      dataFolder: resolve(FOOTPRINT_DATA),
    },
    logLevel: FOOTPRINT_LOG,
  }
}
