import * as z from 'zod'
import { day, mandatory } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { child } from './child.ts'

/** When the service was told that a child had become looked after. */
export const notifications = register({
  name: 'notifications',
  summary: 'When the service was told that a child had become looked after.',
  key: ['child', 'startedOn'],
  columns: z.object({
    child: mandatory(child()),
    startedOn: mandatory(day('The day the child became looked after'), 'started_date'),
    // It may lie before the start: a service told in good time.
    notifiedOn: mandatory(day('The day the service was told'), 'notified_date'),
  }),
})

/** When the service was told that a child had become looked after. */
export type NotificationFact = RowOf<typeof notifications>
