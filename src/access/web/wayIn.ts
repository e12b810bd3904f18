import { Refusal } from '../../platform/refusal.ts'
import type { Configuration, ProviderConfiguration } from '../../platform/configuration.ts'
import { isPlainLoopback } from './provider.ts'

/** How people come in, decided once at start. */
export type WayInKind =
  | { kind: 'provider'; settings: ProviderConfiguration; origin: URL; isSecure: boolean }
  | { kind: 'demo' }
  /** Nobody signs in: anyone at this computer may do everything, and no other computer is answered. */
  | { kind: 'operator' }

/** Decides how people come in. Throws `Refusal` for what would let in someone who must not be, saying what to change. */
export function wayInOf(
  configuration: Pick<Configuration, 'provider' | 'hasDemoPeople' | 'isProduction' | 'database'>,
): WayInKind {
  const { provider, hasDemoPeople, isProduction, database } = configuration
  if (hasDemoPeople) {
    if (isProduction)
      throw new Refusal('Signing in as made-up people (FOOTPRINT_LOCAL_SIGN_IN) is refused in production.')
    if (provider) {
      throw new Refusal('Set either FOOTPRINT_LOCAL_SIGN_IN, for a demonstration, or FOOTPRINT_OIDC_ISSUER. Not both.')
    }
    if (database.url !== null) {
      throw new Refusal('Signing in as made-up people (FOOTPRINT_LOCAL_SIGN_IN) works on the embedded database only.')
    }
    return { kind: 'demo' }
  }
  if (!provider) {
    if (isProduction) {
      throw new Refusal('In production people must sign in: set FOOTPRINT_OIDC_ISSUER and what goes with it.')
    }
    return { kind: 'operator' }
  }
  const origin = new URL(provider.redirectUrl)
  for (const [name, address] of [
    ['FOOTPRINT_OIDC_ISSUER', provider.issuer],
    ['FOOTPRINT_OIDC_REDIRECT_URL', provider.redirectUrl],
  ] as const) {
    if (new URL(address).protocol === 'https:') continue
    if (isProduction || !isPlainLoopback(address)) throw new Refusal(`${name} must begin with https://.`)
  }
  if (origin.pathname !== '/sign-in/callback' || origin.search !== '') {
    throw new Refusal('FOOTPRINT_OIDC_REDIRECT_URL must end with /sign-in/callback.')
  }
  return { kind: 'provider', settings: provider, origin, isSecure: origin.protocol === 'https:' }
}

/**
 * What to tell the person who starts the server of a proxy that must be there and is not named; null where nothing is missing.
 * Footprint itself speaks plain http: where browsers come by https, something stands before it.
 */
export const unnamedProxyNote = (wayIn: WayInKind, proxies: readonly string[]): string | null =>
  wayIn.kind === 'provider' && wayIn.isSecure && proxies.length === 0
    ? 'People come by https, so a proxy stands before Footprint, and FOOTPRINT_TRUSTED_PROXIES does not name it: until it does, nobody is held back who tries to sign in with codes that the provider refuses.'
    : null
