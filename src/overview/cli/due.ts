import type * as z from 'zod'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { type Deadline, subjectOf } from '../../clocks/clock.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { daysBetween, isBefore, longDate } from '../../kernel/dates.ts'
import { textTable } from '../../platform/cli/textTable.ts'
import { toCsv } from '../../platform/csv.ts'
import { countedFrom, knownTo, openDeadlines } from '../../world/deadlines.ts'
import { deadlinesTable } from '../tables.ts'
import type { OverviewDeps, dueAsked } from './asked.ts'

/** `footprint due`: every deadline open on a day, overdue ones included, as the contract words them. */
export async function due(
  asked: z.infer<typeof dueAsked>,
  deps: OverviewDeps & { note: (text: string) => void },
): Promise<string> {
  const authority = await deps.authorityOf(asked.authority)
  const asAt = asked.asAt ?? deps.today()
  const world = await deps.worlds.onDay(authority, asAt, asked.knownAt ?? null)
  if (world.coverage.length === 0) {
    deps.note(`no return of ${authority} is imported: the list can only have what the registers alone say`)
  }
  const reached = knownTo(world)
  if (isBefore(reached, asAt)) {
    deps.note(
      `the data of ${authority} reach to ${longDate(reached)}: what fell due after it is not known to be overdue, and days are counted from it`,
    )
  }
  const within = asked.within
  const deadlines = openDeadlines(world).filter(
    (deadline) => within === undefined || daysBetween(asAt, deadline.due) <= within,
  )
  const why = (deadline: Deadline) => explain(deadline, world.holidays)
  switch (asked.format) {
    case 'json': {
      const rows = deadlines.map((deadline) => ({
        clock: deadline.clock.id,
        kind: deadline.clock.kind.id,
        title: deadline.clock.title,
        child: deadline.child,
        subject: subjectOf(deadline),
        officer: deadline.child === null ? null : officerIdOf(world, deadline.child, asAt),
        startedBy: { what: deadline.startedBy.what, date: deadline.startedBy.on.toString() },
        due: deadline.due.toString(),
        ...(deadline.dueAt && { dueAt: `${deadline.due.toString()}T${deadline.dueAt}` }),
        latestPractical: deadline.latestPractical?.toString() ?? null,
        daysLeft: daysBetween(countedFrom(world, deadline), deadline.due),
        overdue: deadline.state === 'overdue',
        why: why(deadline),
        source: deadline.clock.source,
      }))
      return `${JSON.stringify({ authority, asAt: asAt.toString(), countedFrom: reached.toString(), deadlines: rows }, null, 1)}\n`
    }
    case 'csv':
      return toCsv(deadlinesTable(deadlines, world))
    case 'table':
      return textTable(
        ['Due', 'When', 'Child or other subject', 'What', 'Clock'],
        deadlines.map((deadline) => [
          deadline.due.toString(),
          whenDue(deadline, countedFrom(world, deadline)),
          deadline.child ?? subjectOf(deadline).ref,
          deadline.clock.title,
          deadline.clock.id,
        ]),
      )
  }
}
