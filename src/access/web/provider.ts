import * as client from 'openid-client'
import type { ProviderConfiguration } from '../../platform/configuration.ts'
import type { Instant } from '../../kernel/dates.ts'
import { instant } from '../../kernel/dates.ts'
import type { SignedIn } from '../domain/account.ts'
import type { SignInFlow } from './cookies.ts'
import { verifiedEmailIn } from './verifiedEmail.ts'

/** Thrown where signing in at the provider did not succeed; says why for the log, never what was in a token. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed'
}

/** A provider of sign-in. */
export interface Provider {
  /**
   * Where to send someone to sign in, and what must come back with them. `isAgain`: they must show who they are though the
   * provider knows them already.
   */
  begin: (isAgain: boolean) => Promise<{ href: string; flow: Omit<SignInFlow, 'to'> }>
  /** Who has come back, from the query of the address they came to. Throws `SignInFailed`. */
  complete: (query: string, flow: SignInFlow) => Promise<CameBack>
  /** Where someone signs out of the provider too; null where it offers no such address. */
  signOutHref: () => Promise<string | null>
}

/** Who has come back from the provider. */
export interface CameBack {
  account: SignedIn
  /** When they showed the provider who they are; null where it does not say. */
  authenticatedAt: Instant | null
}

/** How long ago someone may have shown who they are who was asked to do so again: they had to come back. */
const AGAIN_WITHIN_SECONDS = 5 * 60

// A clock a little ahead or behind is no forgery.
const CLOCK_TOLERANCE_SECONDS = 30

/** A provider of OpenID Connect: authorisation code with proof of possession (PKCE), its signatures checked. */
export function makeProvider(settings: ProviderConfiguration): Provider {
  const { issuer, clientId, clientSecret, redirectUrl } = settings
  let discovered: Promise<client.Configuration> | null = null

  function configuration(): Promise<client.Configuration> {
    const execute = [client.enableNonRepudiationChecks]
    if (isPlainLoopback(issuer)) execute.push(client.allowInsecureRequests)
    discovered ??= client
      .discovery(
        new URL(issuer),
        clientId,
        { client_secret: clientSecret, [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
        undefined,
        { execute },
      )
      .catch((error: unknown) => {
        discovered = null // it may answer the next time
        throw failed('the provider does not answer as one', error)
      })
    return discovered
  }

  return {
    begin: async (isAgain) => {
      const flow = {
        isAgain,
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const href = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUrl,
        scope: 'openid email profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        ...(isAgain && { prompt: 'login', max_age: '0' }),
      })
      return { href: href.href, flow }
    },

    complete: async (query, flow) => {
      const config = await configuration()
      const cameTo = new URL(redirectUrl)
      cameTo.search = query
      try {
        const tokens = await client.authorizationCodeGrant(config, cameTo, {
          pkceCodeVerifier: flow.verifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
          // The token must say when: the person who sits at the browser could take the request for it out of the address.
          ...(flow.isAgain && { maxAge: AGAIN_WITHIN_SECONDS }),
        })
        const claims = tokens.claims()
        if (!claims) throw new SignInFailed('the provider gave no token')
        const { sub, iss, auth_time: at } = claims
        const profile =
          'email' in claims || config.serverMetadata().userinfo_endpoint === undefined
            ? claims
            : await client.fetchUserInfo(config, tokens.access_token, sub)
        return {
          account: { issuer: iss, subject: sub, verifiedEmail: verifiedEmailIn(profile, settings.trustsEmail) },
          authenticatedAt: at === undefined ? null : instant(new Date(at * 1000).toISOString()),
        }
      } catch (error) {
        throw error instanceof SignInFailed ? error : failed('what the provider sent back is refused', error)
      }
    },

    signOutHref: async () => {
      try {
        const config = await configuration()
        if (config.serverMetadata().end_session_endpoint === undefined) return null
        const back = new URL('/signed-out', redirectUrl).href
        return client.buildEndSessionUrl(config, { post_logout_redirect_uri: back }).href
      } catch (error) {
        // Our own session has ended: that must not fail for a provider that is away.
        if (error instanceof SignInFailed) return null
        throw error
      }
    },
  }
}

/** Whether this is an address on this very computer, where nobody can listen in: for trying out and for tests. */
export function isPlainLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** An error's kind and code, without its words: they may quote a token. */
function failed(what: string, error: unknown): SignInFailed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
  const kind = error instanceof Error ? error.name : typeof error
  return new SignInFailed(`${what}: ${kind}, ${code}`)
}
