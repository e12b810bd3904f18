import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { localAddress } from './addresses.ts'
import { authorityPath } from './authorities.ts'

/** The link that stands above a page. */
export interface BackLink {
  href: string
  text: string
}

const query = z.object({ back: z.string().catch('') })

/** An address whose page leads back to `from`: a list as it was narrowed, on the page of it that was shown. */
export const leadingBack = (href: string, from: string): string =>
  `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams({ back: from }).toString()}`

/**
 * Where a page leads back to: the list that it was opened from, where its address names one of this authority, else the
 * page above it.
 */
export function backOf(request: Pick<FastifyRequest, 'query' | 'authority'>, above: BackLink): BackLink {
  const href = localAddress(query.parse(request.query).back)
  return href?.startsWith(`${authorityPath(request.authority.code)}/`)
    ? { href, text: 'Back to the list as it was' }
    : above
}

/** An address that leads back to where the page asked for leads back: pages of one task keep the list that it began on. */
export function keepingBack(request: Pick<FastifyRequest, 'query' | 'authority'>, href: string): string {
  const from = backOf(request, { href: '', text: '' }).href
  return from === '' ? href : leadingBack(href, from)
}
