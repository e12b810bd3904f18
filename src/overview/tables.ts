import type { World } from '../children/domain/world.ts'
import { type Deadline, subjectOf } from '../clocks/clock.ts'
import { explain } from '../clocks/explain.ts'
import type { FigureRecord } from '../figures/figure.ts'
import { daysBetween } from '../kernel/dates.ts'
import type { CellValue } from '../platform/csv.ts'
import { countedFrom } from '../world/deadlines.ts'

/** Deadlines as a table to take away, its columns named in the first row. */
export const deadlinesTable = (deadlines: readonly Deadline[], world: World): CellValue[][] => [
  [
    'clock',
    'kind',
    'title',
    'child',
    'started_by',
    'started_on',
    'due',
    'days_left',
    'overdue',
    'why',
    'subject',
    'ref',
  ],
  ...deadlines.map((deadline) => [
    deadline.clock.id,
    deadline.clock.kind.id,
    deadline.clock.title,
    deadline.child ?? '',
    deadline.startedBy.what,
    deadline.startedBy.on.toString(),
    deadline.due.toString(),
    daysBetween(countedFrom(world, deadline), deadline.due),
    deadline.state === 'overdue',
    explain(deadline, world.holidays),
    subjectOf(deadline).kind,
    subjectOf(deadline).ref,
  ]),
]

/** The names under which the records of a figure say more of themselves, each once. */
export const detailNames = (records: readonly FigureRecord[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record.detail()))),
]

/** The records behind a figure as a table to take away, its columns named in the first row. */
export function recordsTable(records: readonly FigureRecord[]): CellValue[][] {
  const details = detailNames(records)
  return [
    ['child', 'kind', 'date', 'due', 'counts', 'key', ...details],
    ...records.map((record) => {
      const detail = record.detail()
      return [
        record.child,
        record.kind,
        record.date.toString(),
        record.due?.toString() ?? null,
        record.counts,
        record.key,
        ...details.map((name) => detail[name] ?? null),
      ]
    }),
  ]
}
