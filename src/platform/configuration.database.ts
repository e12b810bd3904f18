import { resolve } from 'node:path'
import pg from 'pg'
import * as z from 'zod'
import type { DatabaseConfiguration } from './database/database.ts'
import { Refusal } from './refusal.ts'

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be an address like postgresql://user:password@host:5432/database')

/** The variables that say where the database is. */
export const databaseVariables = {
  FOOTPRINT_DATABASE_URL: databaseUrl.optional(),
  FOOTPRINT_DATABASE_OWNER_URL: databaseUrl.optional(),
  FOOTPRINT_DATABASE_UNENCRYPTED: z.literal('allowed', 'can only be allowed').optional(),
  FOOTPRINT_DATA: z.string().default('data'),
}

type Variables = z.infer<z.ZodObject<typeof databaseVariables>>

/**
 * Where the database is, as the environment names it. Throws `Refusal` in production where it names none, since a
 * missing setting must not mean the embedded database, and where a connection over a network would not be encrypted.
 */
export function databaseIn(variables: Variables, isProduction: boolean): DatabaseConfiguration {
  const { FOOTPRINT_DATABASE_URL: url, FOOTPRINT_DATABASE_OWNER_URL: ownerUrl } = variables
  if (isProduction) {
    if (url === undefined && ownerUrl === undefined) {
      throw new Refusal(
        'In production the records are kept on a database server: set FOOTPRINT_DATABASE_URL. The embedded database is for trying out.',
      )
    }
    const areUnencryptedAllowed = variables.FOOTPRINT_DATABASE_UNENCRYPTED === 'allowed'
    for (const [name, address] of [
      ['FOOTPRINT_DATABASE_URL', url],
      ['FOOTPRINT_DATABASE_OWNER_URL', ownerUrl],
    ] as const) {
      if (address === undefined || areUnencryptedAllowed || isProtected(name, address)) continue
      throw new Refusal(
        `The connection that ${name} names is not encrypted, or does not check whom it reaches. Add sslmode=verify-full to it, or set FOOTPRINT_DATABASE_UNENCRYPTED=allowed where something else protects it.`,
      )
    }
  }
  return { url: url ?? null, ownerUrl: ownerUrl ?? null, dataFolder: resolve(variables.FOOTPRINT_DATA) }
}

const ON_THIS_COMPUTER = /^(\/.*|localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/

const sslSchema = z.union([z.boolean(), z.object({ rejectUnauthorized: z.boolean().optional() })])

/**
 * Whether nobody on a network can read or redirect what goes over the connection: it stays on this computer, or is
 * encrypted and checks the server's certificate. Asked of the driver, since it is the driver that reads the address.
 */
function isProtected(name: string, address: string): boolean {
  const { host, ssl } = clientOf(name, address)
  if (ON_THIS_COMPUTER.test(host)) return true
  const read = sslSchema.safeParse(ssl)
  if (!read.success) return false
  return typeof read.data === 'boolean' ? read.data : read.data.rejectUnauthorized !== false
}

/** A client that has read the address and the certificates that it names; it does not connect. */
function clientOf(name: string, address: string): pg.Client {
  try {
    return new pg.Client({ connectionString: address })
  } catch (error) {
    const isFile = error instanceof Error && 'syscall' in error && 'path' in error
    throw new Refusal(`${name}: ${isFile ? `${String(error.path)} can not be read.` : 'the address can not be read.'}`)
  }
}
