import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { OtherMeeting } from '../../house/task.ts'
import type { TakenTime } from '../domain/diary.ts'
import type { CalendarEntry } from './calendar.entries.ts'
import type { Teams } from './lists.filters.ts'

/** What a calendar shows, as it stands in the address. */
export const calendarFilters = z.object({
  by: z.enum(['officer', 'team', 'child']).catch('officer'),
  view: z.enum(['week', 'month']).catch('week'),
  officer: textFilter,
  team: textFilter,
  child: textFilter,
  day: textFilter,
})
export type CalendarFilters = z.infer<typeof calendarFilters>

/** A line in a cell: a meeting, an absence, or a time that is not free. */
export interface CalendarLine {
  text: string
  /** The review; null where there is nothing to open. */
  href: string | null
  /** Whether something stands in the way of it, which the text says. */
  isBad?: boolean
  /** The child whom the text names by id, where it names one. */
  child?: string
}

/** What a calendar is drawn from. */
export interface Calendar {
  world: World
  filters: CalendarFilters
  teams: Teams
  entries: readonly CalendarEntry[]
  away: readonly TakenTime[]
  /** Reviews of subjects that are no children. */
  others: readonly OtherMeeting[]
  first: PlainDate
  last: PlainDate
  code: string
}
