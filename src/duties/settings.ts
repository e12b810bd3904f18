import * as z from 'zod'
import { timeLimitsPage } from '../children/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import { setting } from '../settings/setting.ts'

/** How often officers are supervised: no limit unless chosen. CLK-IRO-8. */
export const supervisionSetting = setting({
  key: 'supervisionOfOfficers',
  schema: z
    .strictObject({
      /** Months from one supervision to the next; 0 for no limit. */
      months: z.int().min(0).max(12),
      source: z.string(),
    })
    .default({ months: 0, source: '' }),
  page: timeLimitsPage,
  order: 80,
  heading: 'Supervision of IROs',
  fields: [
    wholeNumber('Time from one supervision to the next', 'months', {
      at: ['months'],
      hint: 'Each IRO in post, by the register of work beside reviews. The law gives no number. 0 for no limit.',
    }),
    {
      at: ['source'],
      kind: 'text',
      isOptional: true,
      label: 'Whose rule it is',
      hint: 'Deadlines name it as their source.',
    },
  ],
})
