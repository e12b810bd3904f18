import type { FastifyRequest } from 'fastify'
import { authorityPath } from '../../platform/web/authorities.ts'

/** Whether there is a page at this address, whichever room’s, that the user may open. */
export const isServed = (request: FastifyRequest, page: string): boolean =>
  request.server.servedRoutes.some(
    ({ pattern, demanded }) => pattern.endsWith(page) && demanded !== 'public' && request.may(demanded),
  )

const beside = [
  { page: 'reviews/readiness', text: 'What is ready for reviews, by team' },
  { page: 'forms', text: 'Forms before a review' },
  { page: 'feedback', text: 'Compliments, complaints and surveys' },
  { page: 'about-me', text: 'All about me, for my children' },
] as const

/** Pages of other rooms that belong to reviews as a whole, as far as the user may open them. */
export const pagesBeside = (request: FastifyRequest): { text: string; href: string }[] =>
  beside
    .filter(({ page }) => isServed(request, `:code/${page}`))
    .map(({ page, text }) => ({ text, href: authorityPath(request.authority.code, ...page.split('/')) }))
