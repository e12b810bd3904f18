import * as z from 'zod'
import { day, mandatory } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import type { NotificationFact } from '../domain/registers.ts'
import { child } from './child.ts'

/** When the service was told that a child had become looked after. */
export const notifications = register({
  name: 'notifications',
  summary: 'When the service was told that a child had become looked after.',
  key: ['child', 'started_date'],
  columns: z.object({
    child: mandatory(child()),
    started_date: mandatory(day('The day the child became looked after')),
    // It may lie before the start: a service told in good time.
    notified_date: mandatory(day('The day the service was told')),
  }),
})

export const notificationFact = (row: RowOf<typeof notifications>): NotificationFact => ({
  child: row.child,
  startedOn: row.started_date,
  notifiedOn: row.notified_date,
})
