/** A real provider of OpenID Connect on the loopback interface, which can be told to lie. */
import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { Provider } from 'oidc-provider'
import { z } from 'zod'

export const REDIRECT_URL = 'http://localhost:3000/sign-in/callback'
export const CLIENT_ID = 'footprint'
export const CLIENT_SECRET = 'a-secret-of-thirty-two-characters'

type Claims = Record<string, unknown>

/** How a token is changed on its way out, and with whose key it is signed then. */
export interface Lie {
  change: (claims: Claims) => Claims
  withAnotherKey?: boolean
}

/** A provider and what tests tell it. */
export interface TestProvider {
  issuer: string
  /** What every token from now on says wrongly; null for the truth. */
  lie: Lie | null
  /** What the provider says of an account's address. */
  emailOf: (account: string) => { email?: string; email_verified?: boolean; xms_edov?: boolean }
  /** Has someone sign in there as this account, and gives the address that they are sent back to. */
  signIn: (href: string, account: string) => Promise<string>
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const tokenSchema = z.looseObject({ id_token: z.string() })

/** Starts a provider that sends people back to `redirectUrl`. */
export async function aProvider(redirectUrl = REDIRECT_URL): Promise<TestProvider> {
  const [key, anotherKey] = [newKey(), newKey()]
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${addressOf(server.address()).port}`
  const test: TestProvider = {
    issuer,
    lie: null,
    emailOf: (account) => ({ email: `${account}@example.org`, email_verified: true }),
    signIn: (href, account) => signInAt({ issuer, redirectUrl }, href, account),
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUrl],
        post_logout_redirect_uris: [new URL('/signed-out', redirectUrl).href],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'key', use: 'sig', alg: 'RS256' }] },
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'xms_edov'], profile: ['name'] },
    cookies: { keys: ['a key for tests'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: sub, ...test.emailOf(sub) }),
    }),
  })
  provider.use(async (context, next) => {
    await next()
    const { lie } = test
    const token = tokenSchema.safeParse(context.body)
    if (context.path !== '/token' || !token.success || lie === null) return
    const [, payload = ''] = token.data.id_token.split('.')
    const claims = lie.change(
      z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(payload, 'base64url').toString())),
    )
    const signed = [{ alg: 'RS256', kid: 'key', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const signature = createSign('RSA-SHA256')
      .update(signed)
      .sign(lie.withAnotherKey ? anotherKey : key, 'base64url')
    context.body = { ...token.data, id_token: `${signed}.${signature}` }
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return test
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the provider has no port')
  return address
}

/** Goes through the provider's own pages as a browser does, until they send it back to us. */
async function signInAt(
  { issuer, redirectUrl }: { issuer: string; redirectUrl: string },
  href: string,
  account: string,
): Promise<string> {
  const cookies = new Map<string, string>()
  let request: { url: string; form: URLSearchParams | null } = { url: href, form: null }
  for (let hop = 0; hop < 12; hop++) {
    const answer = await fetch(request.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(request.form && { method: 'POST', body: request.form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to !== null) {
      const url = new URL(to, issuer).href
      if (url.startsWith(redirectUrl)) return url
      request = { url, form: null }
      continue
    }
    const body = await answer.text()
    const action = /action="([^"]+)"/.exec(body)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(body)?.[1]
    if (action === undefined || prompt === undefined) throw new Error(`the provider answered ${answer.status}`)
    request = {
      url: new URL(action, issuer).href,
      form: new URLSearchParams({ prompt, login: account, password: 'x' }),
    }
  }
  throw new Error('the provider sends the browser round in circles')
}
