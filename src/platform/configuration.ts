import { getHeapStatistics } from 'node:v8'
import * as z from 'zod'
import { listed } from '../kernel/words.ts'
import { databaseIn, databaseVariables } from './configuration.database.ts'
import type { DatabaseConfiguration } from './database/database.ts'
import { type CarriersConfiguration, carriersIn, carriersVariables } from './configuration.carriers.ts'
import { Refusal } from './refusal.ts'

/** What the environment says of an installation. */
export interface Configuration {
  database: DatabaseConfiguration
  /** From which level on the log is written, to standard error. */
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** How people sign in, at a provider of OpenID Connect; null where no provider is named. */
  provider: ProviderConfiguration | null
  /** Whether anyone may sign in as one of the made-up people of a demonstration. `FOOTPRINT_LOCAL_SIGN_IN`. */
  hasDemoPeople: boolean
  /** Whether real children's records are meant to be here. `FOOTPRINT_PRODUCTION`, `NODE_ENV`. */
  isProduction: boolean
  /** After how long people must sign in again. */
  session: { idleMinutes: number; hours: number }
  /** The addresses of proxies before the server that are believed about where a request comes from. */
  proxies: readonly string[]
  /** How many bytes of records may be remembered. `FOOTPRINT_MEMORY_BUDGET_MB`, in megabytes. */
  memoryBudget: number
  /** Through whom messages are sent. */
  carriers: CarriersConfiguration
}

/** A provider of sign-in and how we are known there. */
export interface ProviderConfiguration {
  /** The issuer's address, as its tokens name it. `FOOTPRINT_OIDC_ISSUER`. */
  issuer: string
  clientId: string
  clientSecret: string
  /** Where it sends people back to: `/sign-in/callback` at the address by which browsers know us. */
  redirectUrl: string
  /** Whether an address that it gives counts as verified where it does not say: an issuer of own staff alone. */
  trustsEmail: boolean
}

const trueOrFalse = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((text) => text === 'true')

const wholeNumber = (otherwise: number) =>
  z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more').default(otherwise)

const BYTES_A_MEGABYTE = 1_000_000

/**
 * How many bytes may be remembered where nothing is said: half of what this process, or thread, may use. The other half
 * is for what pages and jobs work with, and for estimates that were too low.
 */
export const defaultMemoryBudget = (): number => getHeapStatistics().heap_size_limit / 2

const environmentSchema = z.object({
  ...databaseVariables,
  FOOTPRINT_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('silent'),
  FOOTPRINT_OIDC_ISSUER: z.url('must be an address like https://login.example.org').optional(),
  FOOTPRINT_OIDC_CLIENT_ID: z.string().optional(),
  FOOTPRINT_OIDC_CLIENT_SECRET: z.string().optional(),
  FOOTPRINT_OIDC_REDIRECT_URL: z
    .url('must be an address like https://footprint.example.gov.uk/sign-in/callback')
    .optional(),
  FOOTPRINT_OIDC_TRUST_EMAIL: trueOrFalse,
  FOOTPRINT_LOCAL_SIGN_IN: z.literal('demo', 'can only be demo').optional(),
  FOOTPRINT_PRODUCTION: trueOrFalse,
  NODE_ENV: z.string().optional(),
  FOOTPRINT_SESSION_IDLE_MINUTES: wholeNumber(30),
  FOOTPRINT_SESSION_HOURS: wholeNumber(12),
  FOOTPRINT_MEMORY_BUDGET_MB: wholeNumber(Math.round(defaultMemoryBudget() / BYTES_A_MEGABYTE)),
  FOOTPRINT_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean)),
  ...carriersVariables,
})

const PROVIDER_VARIABLES = [
  'FOOTPRINT_OIDC_ISSUER',
  'FOOTPRINT_OIDC_CLIENT_ID',
  'FOOTPRINT_OIDC_CLIENT_SECRET',
  'FOOTPRINT_OIDC_REDIRECT_URL',
] as const

/** The provider that the environment names whole; null where it names none. Throws `Refusal` for half of one. */
function providerIn(environment: z.infer<typeof environmentSchema>): ProviderConfiguration | null {
  const missing = PROVIDER_VARIABLES.filter((name) => environment[name] === undefined)
  if (missing.length === PROVIDER_VARIABLES.length) return null
  const [issuer, clientId, clientSecret, redirectUrl] = PROVIDER_VARIABLES.map((name) => environment[name])
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || redirectUrl === undefined) {
    throw new Refusal(`To sign people in, set ${listed(missing)} too.`)
  }
  return { issuer, clientId, clientSecret, redirectUrl, trustsEmail: environment.FOOTPRINT_OIDC_TRUST_EMAIL }
}

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
  const isProduction = parsed.data.FOOTPRINT_PRODUCTION || parsed.data.NODE_ENV === 'production'
  return {
    database: databaseIn(parsed.data, isProduction),
    logLevel: parsed.data.FOOTPRINT_LOG,
    provider: providerIn(parsed.data),
    hasDemoPeople: parsed.data.FOOTPRINT_LOCAL_SIGN_IN === 'demo',
    isProduction,
    session: {
      idleMinutes: parsed.data.FOOTPRINT_SESSION_IDLE_MINUTES,
      hours: parsed.data.FOOTPRINT_SESSION_HOURS,
    },
    proxies: parsed.data.FOOTPRINT_TRUSTED_PROXIES,
    memoryBudget: parsed.data.FOOTPRINT_MEMORY_BUDGET_MB * BYTES_A_MEGABYTE,
    carriers: carriersIn(parsed.data, isProduction),
  }
}
