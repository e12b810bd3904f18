import * as z from 'zod'
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
      'The officer was absent',
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

/** The settings of this room. */
export const bookingSettings = [lateReasonsSetting]
