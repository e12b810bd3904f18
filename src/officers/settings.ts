import * as z from 'zod'
import { timeLimitsPage } from '../children/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import { setting } from '../settings/setting.ts'

/** Working days after which a notification that a child became looked after was late. */
export const lateNotificationSetting = setting({
  key: 'lateNotificationWorkingDays',
  schema: z.int().min(0).max(20).default(5),
  page: timeLimitsPage,
  order: 20,
  heading: 'Telling the service',
  fields: [
    wholeNumber('Time to tell the service', 'working days', {
      hint: 'A notification that a child became looked after is late when it arrives later than this.',
    }),
  ],
})

/** The settings of this room. */
export const officersSettings = [lateNotificationSetting]
