import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type ReportingYear, parseReportingYear } from '../../../calendar/reportingYear.ts'
import { authorityPath } from '../../../platform/web/authorities.ts'
import { textFilter } from '../../../platform/web/filters.ts'
import { momentInWords } from '../../../platform/web/moments.ts'
import type { SeenImport, UndoneChanges } from '../app/ports.ts'
import { childLists } from './changes.view.ts'
import { undoPath } from './data.view.ts'

const query = z.object({ undone: textFilter })

/** That an import has just been undone, and of which year, where the address says so; null otherwise. */
export function undoneIn(request: Pick<FastifyRequest, 'query'>): string | null {
  const year = parseReportingYear(query.parse(request.query).undone)
  return year && `The last import for ${year.name} is undone.`
}

/** What is wrong where the undoing was confirmed and could not be done. */
export const CHANGED_MEANWHILE =
  'Someone else has imported or undone a return of this year meanwhile. Check again what undoing would change.'

/** All that undo.njk shows before an import is undone. */
export function undoPage(
  year: ReportingYear,
  latest: SeenImport,
  undone: UndoneChanges,
  code: string,
  { csrfToken, mayOpenChildren, isChanged }: { csrfToken: string; mayOpenChildren: boolean; isChanged: boolean },
) {
  const { restored, addedChildren, changedChildren, removedChildren } = undone
  const number = (count: number) => count.toLocaleString('en-GB')
  return {
    title: `Undo the last import for ${year.name}`,
    back: { text: 'Data', href: authorityPath(code, 'data') },
    errors: isChanged ? [{ text: CHANGED_MEANWHILE, href: '#undo' }] : [],
    csrfToken,
    action: undoPath(code, year.startYear),
    recordedAt: latest.recordedAt.toString(),
    latest: `${latest.sourceName}, imported ${momentInWords(latest.recordedAt)}`,
    restored: restored && `${restored.sourceName}, imported ${momentInWords(restored.recordedAt)}`,
    caution:
      restored === null
        ? `There was no earlier return for ${year.name}. Undoing takes the year out: its figures and its report can’t be made until a return is imported again.`
        : `The return for ${year.name} becomes what it was before. Figures and reports of ${year.name} may change.`,
    changes: [
      { key: 'Children removed', value: number(undone.removed) },
      { key: 'Children changed', value: number(undone.changed) },
      { key: 'Children added', value: number(undone.added) },
      { key: 'Children as before', value: number(undone.unchanged) },
    ],
    lists: childLists(
      { changes: undone, addedChildren, changedChildren, removedChildren },
      year.name,
      false,
      mayOpenChildren ? code : null,
    ),
  }
}
