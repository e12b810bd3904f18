import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { changed, showed } from '../../../access/web/logging.ts'
import { parseReportingYear } from '../../../calendar/reportingYear.ts'
import { childrenPermissions } from '../../../children/permissions.ts'
import { type Instant, instant } from '../../../kernel/dates.ts'
import type { Visibility } from '../../../kernel/visibility.ts'
import { type Routes, authorityPath } from '../../../platform/web/authorities.ts'
import { PageNotFound } from '../../../platform/web/errors.ts'
import { withQuery } from '../../../platform/web/addresses.ts'
import { returnsPermissions } from '../../permissions.ts'
import { dataSection } from '../../sections.ts'
import type { ReturnStore, UndoneChanges } from '../app/ports.ts'
import { undoPage } from './undo.view.ts'

/** What the pages need on which an import is undone. */
export interface UndoDeps {
  returns: Pick<ReturnStore, 'importsSeen' | 'compareUndone' | 'undo'>
  /** The id of the user. */
  personOf: (request: FastifyRequest) => string
  /** Whom the user may see. */
  visibilityFor: (request: FastifyRequest) => Promise<Visibility>
}

const confirmed = z.object({
  recordedAt: z
    .string()
    .transform((text) => momentIn(text))
    .catch(null),
})

type OfYear = { Params: { year: string } }

/** What undoing the last import of a year would change, and its undoing. */
export const undoRoutes =
  ({ returns, personOf, visibilityFor }: UndoDeps): Routes =>
  (app) => {
    const config = { permission: returnsPermissions.makeImports, section: dataSection } as const

    async function latestOf(request: FastifyRequest<OfYear>) {
      const year = parseReportingYear(request.params.year)
      if (!year) throw new PageNotFound()
      const visibility = await visibilityFor(request)
      const imports = await returns.importsSeen(request.authority.code, visibility)
      const latest = imports.find((one) => one.year === year.startYear)
      if (!latest) throw new PageNotFound()
      const undoing = { authority: request.authority, year: year.startYear, recordedBy: personOf(request), visibility }
      return { year, latest, undoing }
    }

    async function ask(request: FastifyRequest<OfYear>, reply: FastifyReply, isChanged: boolean) {
      const { year, latest, undoing } = await latestOf(request)
      const undone = await returns.compareUndone({ ...undoing, recordedAt: latest.recordedAt })
      // Another import came between the two questions: looking again shows it.
      if (!undone) throw new PageNotFound()
      showed(request, `looked at what undoing the last import for ${year.name} changes`, childrenIn(undone))
      const page = undoPage(year, latest, undone, request.authority.code, {
        csrfToken: reply.generateCsrf(),
        mayOpenChildren: request.may(childrenPermissions.read),
        isChanged,
      })
      return reply.view('returns/ssda903/web/undo.njk', page)
    }

    app.get<OfYear>('/data/undo/:year', { config }, (request, reply) => ask(request, reply, false))

    app.post<OfYear>('/data/undo/:year', { config }, async (request, reply) => {
      const { year, undoing } = await latestOf(request)
      const { recordedAt } = confirmed.parse(request.body)
      const undone = recordedAt && (await returns.undo({ ...undoing, recordedAt }))
      if (!undone) return ask(request, reply.code(400), true)
      // Whose records it changed stands in the log with the import itself.
      changed(request, `confirmed that the last import for ${year.name} is undone`, [])
      const path = authorityPath(request.authority.code, 'data')
      return reply.redirect(withQuery(path, { undone: year.name }), 303)
    })
  }

const childrenIn = ({ addedChildren, changedChildren, removedChildren }: UndoneChanges): string[] => [
  ...addedChildren,
  ...changedChildren,
  ...removedChildren,
]

function momentIn(text: string): Instant | null {
  try {
    return instant(text)
  } catch {
    return null
  }
}
