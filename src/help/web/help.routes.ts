import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type Authority, authorityOfCode } from '../../platform/authorities.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { PUBLIC } from '../../platform/web/permissions.ts'
import { defaultSettings, type Settings } from '../../settings/settings.ts'
import type { Guide } from '../domain/guide.ts'
import { guidePage, helpPage, rolePage, statementPage, statements } from './help.view.ts'

export interface HelpDeps {
  guide: Guide
  /** The settings of the authority with this code. */
  settingsOf: (authority: string) => Promise<Settings>
  /** The authorities that have records here. */
  authorities: () => Promise<readonly Authority[]>
}

const open = { config: { permission: PUBLIC } } as const
const asked = z.object({ authority: textFilter })

/** Help and the notices, for anyone: a public body's statement must be open to those who can't sign in too. */
export const helpRoutes =
  ({ guide, settingsOf, authorities }: HelpDeps): Routes =>
  (app) => {
    /** Whose words are shown: those of the authority that the address names, or of the only one here. */
    async function publisherOf(request: FastifyRequest): Promise<Authority | null> {
      const { authority: code } = asked.parse(request.query)
      if (code !== '') {
        const named = authorityOfCode(code)
        if (named === null) throw new PageNotFound()
        return named
      }
      const here = await authorities()
      return here.length === 1 ? (here[0] ?? null) : null
    }

    app.get('/help', open, async (request, reply) =>
      reply.view('help/web/help.njk', helpPage(guide, await publisherOf(request))),
    )
    app.get('/help/guide', open, async (request, reply) =>
      reply.view('help/web/guide.njk', guidePage(guide, await publisherOf(request))),
    )
    app.get<{ Params: { role: string } }>('/help/for/:role', open, async (request, reply) => {
      const role = guide.roles.find(({ id }) => id === request.params.role)
      if (!role) throw new PageNotFound()
      return reply.view('help/web/guide.njk', rolePage(role, await publisherOf(request)))
    })
    for (const statement of statements) {
      app.get(statement.path, open, async (request, reply) => {
        const authority = await publisherOf(request)
        const settings = authority === null ? defaultSettings : await settingsOf(authority.code)
        return reply.view('help/web/statement.njk', statementPage(statement, authority, settings))
      })
    }
  }
