import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { withQuery } from './addresses.ts'
import { textFilter } from './filters.ts'

const query = z.object({ done: textFilter })

/**
 * What pages say at the top after something was saved, by names that stand in their addresses: what was done is said by
 * the page that the browser is led to, and nobody else's words can be put there.
 */
export function doneWords<Words extends Readonly<Record<string, string>>>(words: Words) {
  return {
    /** What has just been done, in words for the banner; null for nothing, and for what is none of ours. */
    of: (request: Pick<FastifyRequest, 'query'>): string | null => {
      const { done } = query.parse(request.query)
      return Object.hasOwn(words, done) ? (words[done] ?? null) : null
    },
    /** The address of a page that says so. */
    path: (path: string, done: keyof Words & string): string => withQuery(path, { done }),
  }
}
