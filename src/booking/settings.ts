import * as z from 'zod'
import { timeLimitsPage } from '../children/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import { type SettingsPage, setting } from '../settings/setting.ts'

/** Lists of the place. */
export const listsPage: SettingsPage = {
  name: 'lists',
  title: 'Lists to choose from',
  summary: 'The reasons to choose from where a review is late.',
  order: 30,
}

/** The reasons to choose from where a review is late. */
export const lateReasonsSetting = setting({
  key: 'lateReasons',
  schema: z
    .array(z.string().min(1))
    .min(1)
    .default([
      'The IRO was absent',
      'The care plan or assessment was not ready',
      'The service was told late',
      'Wrong data',
      'Pressure of work',
      'The child or family asked for it',
      'Other',
    ]),
  page: listsPage,
  order: 10,
  heading: 'Why reviews are late',
  fields: [
    {
      kind: 'lines',
      label: 'Reasons, one on each line',
      hint: 'Reviews keep the reason that was chosen, also when it is no longer in the list.',
    },
  ],
})

/** Days before a review by which its invitations go out, and so by which it is best booked. CLK-PRE-1. */
export const inviteDaysSetting = setting({
  key: 'inviteDaysBefore',
  schema: z.int().min(1).max(120).default(42),
  page: timeLimitsPage,
  order: 60,
  heading: 'Invitations',
  fields: [wholeNumber('How long before a review they go out', 'days')],
})

/** The settings of this room. */
export const bookingSettings = [lateReasonsSetting, inviteDaysSetting]
