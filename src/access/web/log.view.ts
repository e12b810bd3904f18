import * as z from 'zod'
import { counted } from '../../kernel/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { selectItems, textFilter } from '../../platform/web/filters.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { LogEntry } from '../domain/log.ts'
import type { Person } from '../domain/person.ts'
import { nameOf } from './names.ts'

/** What the log is narrowed to, as it stands in the address. */
export const logFilters = z.object({
  person: textFilter,
  /** The number of the last entry on the page before. */
  before: z.coerce.number().int().positive().nullable().catch(null),
})
export type LogFilters = z.infer<typeof logFilters>

/** How many entries stand on a page. */
export const LOG_PAGE_SIZE = 50

/** All that log.njk shows of an authority's log. */
export function logPage(
  entries: readonly LogEntry[],
  filters: LogFilters,
  people: readonly Person[],
  code: string,
  isLast: boolean,
) {
  const path = authorityPath(code, 'log')
  const last = entries.at(-1)
  return {
    title: 'Who has looked and changed',
    back: { href: authorityPath(code, 'settings'), text: 'Settings' },
    action: path,
    people: selectItems(
      'Everyone',
      people.map(({ personId, name }) => ({ value: personId, text: name })),
      filters.person,
    ),
    hasFilters: true,
    isFiltered: filters.person !== '',
    clearHref: path,
    rows: entries.map((entry) => ({ ...rowOf(entry, people), children: childrenOf(entry, code) })),
    showsChildren: true,
    olderHref: isLast || !last ? null : withQuery(path, { person: filters.person, before: last.number }),
    note: 'The newest first. What only shows sealed records that you may not see is left out.',
  }
}

/** All that log.njk shows of one child: the entries before one, a page of them. */
export const childLogPage = (
  child: string,
  entries: readonly LogEntry[],
  people: readonly Person[],
  code: string,
  { before, daysOfLists }: { before: number | null; daysOfLists: number },
) => {
  const path = authorityPath(code, 'children', child, 'log')
  const left = entries.filter(({ number }) => before === null || number < before)
  const shown = left.slice(0, LOG_PAGE_SIZE)
  return {
    title: `Who has looked at child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    rows: shown.map((entry) => rowOf(entry, people)),
    showsChildren: false,
    olderHref: left.length > shown.length ? withQuery(path, { before: shown.at(-1)?.number ?? '' }) : null,
    note: `The newest first. Lists and files in which the child stood are shown for the last ${counted(daysOfLists, 'day')}.`,
  }
}

const rowOf = (entry: LogEntry, people: readonly Person[]) => ({
  number: entry.number,
  when: momentInWords(entry.recordedAt),
  who: nameOf(entry.personId, people),
  what: entry.what,
  isChange: entry.action === 'change',
})

/** One child with a link; of several, how many. */
function childrenOf({ children }: LogEntry, code: string): { text: string; href: string | null } {
  const [only] = children
  if (only !== undefined && children.length === 1) return { text: only, href: authorityPath(code, 'children', only) }
  return { text: children.length === 0 ? '' : counted(children.length, 'child', 'children'), href: null }
}
